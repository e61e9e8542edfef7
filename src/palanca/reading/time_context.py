"""Times that a sentence takes from the one that it goes on with.

A past act without a time of its own took place when the main act of its sentence did, or that of a sentence just
before it in the paragraph. From further away a time is taken only where a word points back: "also" or "then" about the
same actor, "this agreement". Taken times are approximate, since the text does not say them. A headline takes the time
of the lead, which tells the same story.
"""

from collections.abc import Iterator

from palanca.lexicon.times import time_words
from palanca.reading.frames import best_verb_pattern
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.page import Page, TimeMention
from palanca.reading.time_acts import STATES, act_time, dated_by, is_going_on, mentions_in
from palanca.reading.time_gaps import gap_of
from palanca.records import Bound, Category, EntityId, Moment, Time

_REACH_SENTENCES = 2
_REACH_POINTING = 6
_REACH_TOKENS = 300  # a definite act may have been told some paragraphs before
_REACH_BEHIND = 6
_HISTORY_YEARS = 2  # before publication: what is told of then is no news
_FEWEST_YEARS = 6  # of a history
_LEAD_SENTENCES = 10
_OPENING_TOKENS = 8
_PAST_TAGS = {"VBD", "VBN", "NN", "NNS"}
_PRESENT_TAGS = {"VBZ", "VBP"}
_AHEAD = {"will", "would", "shall", "may", "might", "could", "can", "should", "must", "to"}
_GOING_ON = {
    "also",
    "then",
    "additionally",
    "subsequently",
    "further",
    "furthermore",
    "later",
    "thereafter",
    "moreover",
}
_DEMONSTRATIVES = {"this", "these", "that", "those", "same"}
_DEFINITE = {"the", "this", "that"}
_PERIODS = {"during", "throughout", "amid"}
_AT_ONCE = {"once", "as", "when"}  # "as soon AS the coup"
_AFTER = {"after", "following"}
_WAKES = {"wake", "aftermath"}
_APART = {"initially", "eventually", "previously", "formerly", "originally"}
_CONTENT = Relation.CONTENT
_JUDGING = {Category.ACCUSE, Category.SUPPORT, Category.REJECT}
_GOING_WITH = {"at", "upon", "in", "during", "amid", "despite"}
_BEFORE = {"after", "since", "before", "until"}


def continued_time(page: Page, predicate: Token) -> Time | None:
    """The time of the act that the predicate's sentence goes on with; None where nothing shows that it does."""
    sentence = predicate.sent
    if _is_headline(page, sentence):
        found = _time_in_lead(page, predicate)
        return found if found and not is_to_come(page, found) else None
    if _is_standing(page, predicate) and predicate.sent.root != predicate:
        return continued_time(page, sentence.root)
    if not _is_past(page, predicate):
        return None
    if beside := time_beside(page, predicate):
        return beside
    if _is_only_judged(page, predicate):
        return None
    return _time_shared(page, predicate)


def _time_shared(page: Page, predicate: Token) -> Time | None:
    """The time of the act beside which, or behind which, a past act is told."""
    sentence = predicate.sent
    if carrying := _verb_carrying(page, predicate):
        return continued_time(page, carrying)
    if mentions_in(page, sentence.start, sentence.end) and (found := act_time(page, sentence.root)):
        lasts = (
            found.end is Bound.OPEN and predicate != sentence.root
        )  # "has been there SINCE MAY, under a pact signed by"
        return found if not lasts and not _is_before(page, predicate) else None
    if opening := _time_of_opening(page, predicate):
        return opening.approximately()
    if not _may_go_on(page, predicate):
        return None
    if same := _time_of_named(page, predicate):
        return same
    found = _time_before(page, predicate)
    return found.approximately() if found else None


def historical_time(page: Page, token: Token) -> Time | None:
    """The year last told before a word in its paragraph, approximately, where it lies years before publication."""
    published = page.document.published
    if published is None or published.first_day is None or not _is_history(page, published.first_day.year):
        return None
    told = mentions_in(page, _paragraph_start(token), token.i)
    dated = next((m.time.start for m in reversed(told) if _is_closed(m.time)), None)
    if not isinstance(dated, Moment) or dated.masked or published.first_day.year - dated.year < _HISTORY_YEARS:
        return None
    return Time(Moment(year=dated.year)).approximately()


def _is_history(page: Page, published: int) -> bool:
    """Whether a document tells of many years long past; news only look back at some."""
    days = (m.time.first_day for m in page.times)
    years = {day.year for day in days if day is not None and published - day.year >= _HISTORY_YEARS}
    return len(years) >= _FEWEST_YEARS


def _paragraph_start(token: Token) -> int:
    spaces = (t.i + 1 for t in reversed(token.doc[: token.i]) if "\n" in t.text)
    return next(spaces, 0)


def _verb_carrying(page: Page, noun: Token) -> Token | None:
    """The verb of a sentence without a time that a noun only goes with: "he ACTED at the REQUEST of Ruiz"."""
    if noun.pos_ != "NOUN" or mentions_in(page, noun.sent.start, noun.sent.end):
        return None
    verb = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    joined = (o for o in page.grammar.arguments(verb).obliques if o.token == noun)
    return verb if any(o.preposition in _GOING_WITH for o in joined) else None


def _is_only_judged(page: Page, noun: Token) -> bool:
    """Whether a happening told before is only spoken of: "a week later it condemned THE VIOLENCE"."""
    if noun.pos_ != "NOUN" or not any(c.norm_ in _DEFINITE for c in noun.children):
        return False
    verb = noun.head
    return verb.pos_ == "VERB" and noun in page.grammar.arguments(verb).objects and _judges(page, verb)


def _judges(page: Page, verb: Token) -> bool:
    pattern = best_verb_pattern(page, verb)
    return pattern is not None and pattern.frame.category in _JUDGING


def _may_go_on(page: Page, predicate: Token) -> bool:
    """Whether a verb may have happened when the act before it did, and its sentence does not place it otherwise."""
    if not predicate.tag_.startswith("VB") or "have" in page.grammar.arguments(predicate).auxiliaries:
        return False
    if any(c.norm_ in _APART for c in predicate.children) or _is_placed(page, predicate):
        return False
    told = mentions_in(page, predicate.sent.start, predicate.sent.end)
    dated = [m for m in told if not _is_counted_from(page, m, predicate)]
    return not dated or _goes_on(predicate)  # "issued a call, scheduled for THIS WEEK"


def _is_counted_from(page: Page, mention: TimeMention, verb: Token) -> bool:
    """Whether a time behind a verb is only counted from it: "arrested Ruiz, who was freed TWO DAYS LATER"."""
    aside = page.grammar.governor(dated_by(page, mention)).relation is Relation.RELATIVE
    return aside and mention.first > verb.i and any(t.norm_ == "later" for t in page.doc[mention.first : mention.last])


def _is_standing(page: Page, predicate: Token) -> bool:
    """Whether it tells what somebody is or does while the sentence's act takes place: "…, who serve as chairmen"."""
    lasts = predicate.lemma_ in STATES or is_going_on(page, predicate)
    return lasts and page.grammar.governor(predicate).relation is Relation.RELATIVE


def _is_placed(page: Page, predicate: Token) -> bool:
    """Whether its clause tells when, but not by a date: "during his term he …", "while in office"."""
    return any(o.preposition in _PERIODS for o in page.grammar.arguments(predicate).obliques)


def _time_of_named(page: Page, predicate: Token) -> Time | None:
    """The time of an act told before and named again: "The subpoena was issued by …", "the raid killed …".

    The name is a definite subject or object; the act told before is dated, and tells it first.
    """
    arguments, words = page.grammar.arguments(predicate), time_words()
    objects = () if _judges(page, predicate) else arguments.objects  # who "welcomed THE PACT" did so behind it
    for noun in (*objects, *arguments.subjects):
        lemma = noun.lemma_.lower()
        if not any(c.norm_ in _DEFINITE for c in noun.children) or lemma not in words.happenings | words.documents:
            continue
        if told := _told_before(page, noun, lemma):
            found = act_time(page, told) or act_time(page, _verb_of(told))
            return found if _is_closed(found) else None
    return None


def _time_of_opening(page: Page, predicate: Token) -> Time | None:
    """The time of a happening dated before, with which the sentence opens: "Once THE COUP was over, Togo left"."""
    for noun in page.doc[predicate.sent.start : predicate.i]:
        if noun.lemma_.lower() in time_words().happenings and _opens_after(page, noun):
            same = (noun, *_same_before(page, noun))
            dated = (act_time(page, token) or _time_behind(page, token) for token in same)
            return next((time for time in dated if _is_closed(time)), None)
    return None


def _opens_after(page: Page, noun: Token) -> bool:
    """ "ONCE the coup was over", "AFTER the coup", "in the WAKE OF the coup"."""
    before = _word_before(page, noun)
    if before in _AT_ONCE:
        return True
    is_bare = not (
        page.grammar.modifiers(noun) or page.grammar.possessors(noun)
    )  # "after the UK's VOTE" may be another
    is_wake = before == "of" and page.doc[page.grammar.phrase(noun).start - 2].norm_ in _WAKES
    return is_bare and (before in _AFTER or is_wake)


def _same_before(page: Page, noun: Token) -> Iterator[Token]:
    """The mentions of a happening before it, the nearest first; from afar only if somebody is beside both."""
    theirs = _beside(page, noun)
    for token in reversed(page.doc[: noun.sent.start]):
        if token.lemma_ == noun.lemma_ and (noun.i - token.i < _REACH_TOKENS or theirs & _beside(page, token)):
            yield token


def _time_behind(page: Page, noun: Token) -> Time | None:
    """The time told a few words behind a noun: "the COUP against Ruiz ON 2 MAY 2020 is blamed on"."""
    told = (m for m in mentions_in(page, noun.i, noun.sent.end) if m.first - noun.i <= _REACH_BEHIND)
    return next((mention.time for mention in told), None)


def time_beside(page: Page, noun: Token) -> Time | None:
    """The day told behind a happening with nothing but a place between, which the parser hung elsewhere.

    "Charged over a SHOOTING in Oslo ON FRIDAY", where the charge has a day of its own.
    """
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in time_words().happenings:
        return None
    told = next((m for m in mentions_in(page, noun.i, noun.sent.end) if m.first - noun.i <= _REACH_BEHIND), None)
    if told is None:
        return None
    between = page.doc[noun.i + 1 : told.first]
    is_plain = all(t.pos_ in {"ADP", "DET", "PROPN"} or t.norm_ == "of" for t in between)
    return told.time if is_plain and any(t.pos_ == "PROPN" for t in between) else None


def _beside(page: Page, noun: Token) -> set[EntityId]:
    return {entity.id for o in page.grammar.prepositional(noun) if (entity := page.cast.at(o.token))}


def _word_before(page: Page, noun: Token) -> str:
    """The word before a definite phrase, in lower case; "" for any other."""
    start = page.grammar.phrase(noun).start
    return page.doc[start - 1].norm_ if start and page.doc[start].norm_ in _DEFINITE else ""


def _told_before(page: Page, noun: Token, lemma: str) -> Token | None:
    """The nearest mention of the same act in a sentence before that tells a time."""
    start = noun.sent.start
    for token in reversed(page.doc[max(0, start - _REACH_TOKENS) : start]):
        if token.lemma_.lower() == lemma and mentions_in(page, token.sent.start, token.sent.end):
            return token
    return None


def _verb_of(noun: Token) -> Token:
    """The verb above a noun, else the root of its sentence."""
    return next((t for t in noun.ancestors if t.pos_ == "VERB"), noun.sent.root)


def _time_before(page: Page, predicate: Token) -> Time | None:
    """The time of a main act before the sentence: near in its paragraph, or further where a word points back."""
    points, goes_on, near = _points_back(predicate.sent), _goes_on(predicate), True
    for passed, sentence in enumerate(_sentences_before(page, predicate.sent)):
        near = near and passed < _REACH_SENTENCES and not page.doc[sentence.end - 1].is_space
        if not (near or points or goes_on):
            return None
        told = mentions_in(page, sentence.start, sentence.end)
        if not told and gap_of(page, sentence.root):
            return None  # "A month after the vote it left." is of another day than what stands before it
        if not told:
            continue
        found = act_time(page, sentence.root) or (told[-1].time if points else None)
        if (
            found
            and _is_closed(found)
            and not is_to_come(page, found)  # a past act that follows was not then
            and (near or points or _tells_of_same(page, predicate, sentence))
        ):
            return found
        if near:
            return None
    return None


def _is_closed(time: Time | None) -> bool:
    """Whether it has a first and a last day: "since May" dates nothing that follows."""
    return time is not None and isinstance(time.start, Moment) and not isinstance(time.end, Bound)


def is_to_come(page: Page, time: Time) -> bool:
    """Whether it lies wholly behind the day of publication."""
    published = page.document.published
    if published is None or published.last_day is None:
        return False
    return time.first_day is not None and time.first_day > published.last_day


def _sentences_before(page: Page, sentence: TokenSpan) -> Iterator[TokenSpan]:
    for _ in range(_REACH_POINTING):
        if sentence.start == 0:
            return
        sentence = page.doc[sentence.start - 1].sent
        yield sentence


def _is_headline(page: Page, sentence: TokenSpan) -> bool:
    """Whether a sentence opens the text and ends without a full stop."""
    words = [token for token in sentence if not token.is_space]
    return sentence.start == 0 and bool(words) and not words[-1].is_punct and sentence.end < len(page.doc)


def _time_in_lead(page: Page, predicate: Token) -> Time | None:
    """The time of the same verb in the first sentences below a headline, else of the main act of the first of them."""
    sentence, first = predicate.sent, None
    for _ in range(_LEAD_SENTENCES):
        if sentence.end >= len(page.doc):
            break
        sentence = page.doc[sentence.end].sent
        for token in sentence:
            if token.lemma_ == predicate.lemma_ and (time := act_time(page, token)):
                return time
        if first is None and any(token.pos_ == "VERB" for token in sentence):
            first = sentence
    return act_time(page, first.root) if first is not None else None


def _is_past(page: Page, predicate: Token) -> bool:
    """Whether the act may lie behind: not "will", "would", "to", nor the present."""
    auxiliaries = page.grammar.arguments(predicate).auxiliaries
    if predicate.tag_ == "VBN" and any(c.tag_ in _PRESENT_TAGS and c.lemma_ == "be" for c in predicate.children):
        return False  # "a firm which IS OWNED by Togo bought it in 2016"
    return (predicate.tag_ in _PAST_TAGS or "do" in auxiliaries) and _AHEAD.isdisjoint(auxiliaries)


def _is_before(page: Page, predicate: Token) -> bool:
    """Whether the act lies before what its sentence dates: "had" with a participle, or behind "after" or "since"."""
    if "have" in page.grammar.arguments(predicate).auxiliaries or _goes_on_with_perfect(page, predicate):
        return True
    return page.grammar.governor(predicate).marker in _BEFORE


def _goes_on_with_perfect(page: Page, verb: Token) -> bool:
    """Whether its "had" stands before the verb that it goes on with: "said it HAD SEIZED a boat and ARRESTED two"."""
    above = page.grammar.governor(verb)
    if above.head is None or not page.grammar.arguments(verb).inherited:
        return False
    if above.relation is Relation.CONJUNCT:
        return "have" in page.grammar.arguments(above.head).auxiliaries or _goes_on_with_perfect(page, above.head)
    beside = [c for c in above.head.children if c.pos_ == "VERB" and c.i < verb.i] if above.relation is _CONTENT else []
    said = (c for c in beside if page.grammar.governor(c).relation is _CONTENT)  # as parsers split "seized, arrested"
    return any("have" in page.grammar.arguments(c).auxiliaries for c in said)


def _goes_on(predicate: Token) -> bool:
    return any(c.norm_ in _GOING_ON for verb in (predicate, predicate.sent.root) for c in verb.children)


def _points_back(sentence: TokenSpan) -> bool:
    """Whether a demonstrative before a noun that tells an act opens the sentence: "this pact", "the same talks"."""
    words = time_words()
    for token in sentence[:_OPENING_TOKENS]:
        noun = token.head
        if token.norm_ in _DEMONSTRATIVES and noun.i > token.i:
            return noun.lemma_.lower() in words.happenings or noun.lemma_.lower() in words.documents
    return False


def _tells_of_same(page: Page, predicate: Token, sentence: TokenSpan) -> bool:
    """Whether a subject was a party to what was dated."""
    told = {e.id for t in sentence if (e := page.cast.at(t))}
    return any(e.id in told for t in page.grammar.arguments(predicate).subjects if (e := page.cast.at(t)))
