"""Which of a sentence's times dates which act.

A time dates the verb or noun that it depends on; one at the head of a clause dates its main verb; a date behind an
ordinary noun dates the verb above it. Conjuncts, participles and controlled infinitives share the time of the verb
above them, content clauses do not.
"""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from palanca.lexicon.times import time_words
from palanca.reading.grammar import Relation
from palanca.reading.page import Page, TimeMention
from palanca.records import Bound, Moment, Time

_MAX_CLIMB = 8
_MAX_DEPTH = 4
_REACH_SENTENCES = 2
_LEAD_SENTENCES = 10
_PAST_TAGS = {"VBD", "VBN", "NN", "NNS"}
_SHARING_MARKERS = {"", "when", "as", "while", "whilst"}
_SHARING_PREPOSITIONS = {"by", "in", "while", "upon", "on", "when", "at", "during", "through", "via", "with"}
_CARRYING_PREPOSITIONS = {"in", "during", "at", "through", "via", "by", "with", "for", "on"}


def act_time(page: Page, predicate: Token) -> Time | None:
    """The time of the act told by a verb or noun; None where the text does not date it."""
    mentions = mentions_in(page, predicate.sent.start, predicate.sent.end)
    return _in_sentence(page, predicate, mentions, 0) if mentions else None


def act_time_near(page: Page, token: Token) -> Time | None:
    """The time told nearest to a token in its sentence."""
    mentions = mentions_in(page, token.sent.start, token.sent.end)
    return min(mentions, key=lambda m: abs(m.first - token.i)).time if mentions else None


def context_time(page: Page, predicate: Token) -> Time | None:
    """The time that a past act takes from what it goes on: the main act of its sentence, or of one just before it.

    Only within a paragraph, and only over sentences that tell no time of their own.
    """
    sentence = predicate.sent
    if _is_headline(page, sentence):
        return _time_of_lead(page, sentence)
    if predicate.tag_ not in _PAST_TAGS or _is_ahead(page, predicate):
        return None
    if mentions_in(page, sentence.start, sentence.end):
        return act_time(page, sentence.root) if not _is_before(page, predicate) else None
    for _ in range(_REACH_SENTENCES):
        if sentence.start == 0 or page.doc[sentence.start - 1].is_space:
            return None
        sentence = page.doc[sentence.start - 1].sent
        if mentions_in(page, sentence.start, sentence.end):
            found = act_time(page, sentence.root)
            return found.approximately() if found and isinstance(found.start, Moment) else None
    return None


def _is_headline(page: Page, sentence: TokenSpan) -> bool:
    """Whether a sentence opens the text and ends without a full stop."""
    words = [token for token in sentence if not token.is_space]
    return sentence.start == 0 and bool(words) and not words[-1].is_punct and sentence.end < len(page.doc)


def _time_of_lead(page: Page, headline: TokenSpan) -> Time | None:
    """The time of the main act of the first full sentence below a headline, which tells the same story."""
    sentence = headline
    for _ in range(_LEAD_SENTENCES):
        if sentence.end >= len(page.doc):
            return None
        sentence = page.doc[sentence.end].sent
        if any(token.pos_ == "VERB" for token in sentence):
            return act_time(page, sentence.root)
    return None


def _is_ahead(page: Page, predicate: Token) -> bool:
    """Whether the act is still to come: "will", "would", "to"."""
    auxiliaries = page.grammar.arguments(predicate).auxiliaries
    return not {"will", "would", "shall", "may", "might", "could", "can", "should", "to"}.isdisjoint(auxiliaries)


def _is_before(page: Page, predicate: Token) -> bool:
    """Whether the act lies before what its sentence dates: "had" with a participle, or behind "after" or "since"."""
    if "have" in page.grammar.arguments(predicate).auxiliaries:
        return True
    return page.grammar.governor(predicate).marker in {"after", "since", "before", "until"}


def mentions_in(page: Page, start: int, end: int) -> tuple[TimeMention, ...]:
    """The times whose words begin between two tokens."""
    first = bisect_left(page.times, start, key=lambda m: m.first)
    return page.times[first : bisect_left(page.times, end, key=lambda m: m.first)]


def _in_sentence(page: Page, predicate: Token, mentions: tuple[TimeMention, ...], depth: int) -> Time | None:
    own = [m for m in mentions if dated_by(page, m) == predicate]
    if not own and _is_verb(predicate):
        own = [m for m in mentions if _dates_through_noun(page, m, predicate)]
    if own:
        return max(own, key=lambda m: _rank(m, predicate)).time
    if depth >= _MAX_DEPTH:
        return None
    for above in _sharers(page, predicate, mentions):
        if time := _in_sentence(page, above, mentions, depth + 1):
            return time
    return None


def _rank(mention: TimeMention, predicate: Token) -> tuple[int, int, int]:
    """Moments before stretches before mere limits; then the finer, then the nearer."""
    time = mention.time
    sort = 0 if isinstance(time.start, Bound) else 1 if isinstance(time.end, Bound) else 2
    return sort, time.precision.value, -abs(mention.first - predicate.i)


def dated_by(page: Page, mention: TimeMention) -> Token:
    """The verb or noun that a time dates."""
    root = page.doc[mention.first : mention.last].root
    host = _above_links(root)
    if _opens_clause(page, mention, host):
        return _main_verb(host)
    if _is_verb(host) or root.i < host.i:
        return host
    return _act_above(host)


def _above_links(token: Token) -> Token:
    """What stands above a date, over prepositions, adverbs and dates beside it ("late on Sunday")."""
    here = token.head
    for _ in range(_MAX_CLIMB):
        if here.pos_ not in {"ADP", "ADV", "SCONJ", "PART"} and here.ent_type_ not in {"DATE", "TIME"}:
            return here
        if here.head is here:
            return here
        here = here.head
    return here


def _act_above(noun: Token) -> Token:
    """A noun that tells an act, or the verb above."""
    here = noun
    for _ in range(_MAX_CLIMB):
        if _is_verb(here) or here.head is here or here.lemma_.lower() in time_words().happenings:
            return here
        here = here.head
    return here


def _opens_clause(page: Page, mention: TimeMention, host: Token) -> bool:
    """Whether a time stands first in its sentence, before a comma or a subject, and the parse hangs it too deep."""
    sent = host.sent
    lead = page.doc[sent.start : mention.first]
    if (
        any(t.pos_ not in {"ADP", "ADV", "SCONJ", "SPACE", "CCONJ", "DET"} for t in lead)
        or mention.first > sent.start + 5
    ):
        return False
    return not _is_verb(host) and mention.last < sent.end and page.doc[mention.last].text != "'s"


def _main_verb(token: Token) -> Token:
    here = token
    for _ in range(_MAX_CLIMB):
        if _is_verb(here) or here.head is here:
            return here
        here = here.head
    return here


def _dates_through_noun(page: Page, mention: TimeMention, verb: Token) -> bool:
    """Whether a time behind a noun of happening dates the verb that makes it happen: "held a meeting on Friday"."""
    noun = dated_by(page, mention)
    if _is_verb(noun) or verb.lemma_.lower() not in time_words().occurrence or mention.first < noun.i:
        return False
    return _main_verb(noun) == verb and noun.i > verb.i


def _sharers(page: Page, predicate: Token, mentions: tuple[TimeMention, ...]) -> Iterator[Token]:
    """The acts whose time is also that of `predicate`."""
    yield from _sharers_of_verb(page, predicate, mentions) if _is_verb(predicate) else _sharers_of_noun(predicate)


def _sharers_of_verb(  # noqa: C901  # one case a relation
    page: Page, verb: Token, mentions: tuple[TimeMention, ...]
) -> Iterator[Token]:
    governor = page.grammar.governor(verb)
    above = governor.head
    if above is None:
        return
    match governor.relation:
        case Relation.CONJUNCT:
            arguments = page.grammar.arguments(verb)
            if arguments.inherited or any(m.first < above.i for m in mentions if dated_by(page, m) == above):
                yield above
        case Relation.CONTROLLED:
            if above.lemma_.lower() not in time_words().prospective:
                yield above
        case Relation.ADVERBIAL:
            if governor.marker in _SHARING_MARKERS:
                yield above
        case Relation.PREPOSITIONAL:
            if governor.marker in _SHARING_PREPOSITIONS:
                yield above
        case Relation.RELATIVE:
            yield above
        case Relation.PARTICIPLE:
            if above.lemma_.lower() in time_words().documents and verb.tag_ == "VBG":
                yield from _sharers_of_noun(above)


def _sharers_of_noun(noun: Token) -> Iterator[Token]:
    above, preposition = noun.head, ""
    for _ in range(_MAX_CLIMB):
        if above.pos_ not in {"ADP", "SCONJ"}:
            break
        above, preposition = above.head, above.lower_
    if above == noun:
        return
    if _is_verb(above):
        if preposition in _CARRYING_PREPOSITIONS or (
            not preposition and above.lemma_.lower() in time_words().occurrence
        ):
            yield above
    elif above.pos_ in {"NOUN", "PROPN"} and (
        above.lemma_.lower() in time_words().happenings or noun in above.conjuncts
    ):
        yield above


def _is_verb(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"}
