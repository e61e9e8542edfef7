"""Which of a sentence's times dates which act.

A time dates the verb or noun that it depends on; one at the head of a clause dates its main verb; a date behind an
ordinary noun dates the verb above it. Conjuncts, participles and controlled infinitives share the time of the verb
above them, content clauses do not.
"""

from bisect import bisect_left
from collections.abc import Iterator

from palanca.lexicon.reporting import reporting_words
from palanca.lexicon.times import time_words
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page, TimeMention
from palanca.reading.time_meanings import Edge, bounded
from palanca.records import Bound, Moment, Time

_CLAUSE_OPENERS = {"where", "whereby", "when", "who", "which", "that", "whose"}
_PLACING = {"in", "during", "at"}
_GATHERING = {"meet", "gather", "convene", "assemble", "unite", "join"}  # for a summit, at which they then are
STATES = {"be", "have", "hold", "serve"}  # what holds at the time told of their noun
_SPEAKING = {"speak", "talk", "address", "write"}
_MOVED_TO = {"to", "for", "until", "till", "into"}
_OF = {"of", "de", "del"}
_WHEN = "when"
_ISSUES = {"issue", "edition"}
_MAX_CLIMB = 8
_MAX_DEPTH = 4
_SHARING_MARKERS = {"", "when", "as", "while", "whilst"}
_SHARING_PREPOSITIONS = {"by", "from", "in", "while", "upon", "on", "when", "at", "during", "through", "via", "with"}
_CARRYING_PREPOSITIONS = {"in", "during", "at", "through", "via", "by", "with", "for", "on"}


def act_time(page: Page, predicate: Token) -> Time | None:
    """The time of the act told by a verb or noun; None where the text does not date it."""
    mentions = mentions_in(page, predicate.sent.start, predicate.sent.end)
    if not mentions:
        return None
    return _then(page, predicate, mentions) or _in_sentence(page, predicate, mentions, 0)


def _then(page: Page, verb: Token, mentions: tuple[TimeMention, ...]) -> Time | None:
    """The moment at which something ended or began, WHEN the act took place: "held it until May 2020, when he DIED"."""
    opening = verb.left_edge
    if opening.norm_ != _WHEN or not opening.i:
        return None
    end = opening.i - (page.doc[opening.i - 1].text == ",")
    bounds = (m.time for m in mentions if m.last == end)
    time = next(bounds, None)
    if time is None or not (isinstance(time.start, Bound) or isinstance(time.end, Bound)):
        return None
    return Time(time.end if isinstance(time.end, Moment) else time.start)


def mentions_in(page: Page, start: int, end: int) -> tuple[TimeMention, ...]:
    """The times whose words begin between two tokens."""
    first = bisect_left(page.times, start, key=lambda m: m.first)
    return page.times[first : bisect_left(page.times, end, key=lambda m: m.first)]


def _in_sentence(page: Page, predicate: Token, mentions: tuple[TimeMention, ...], depth: int) -> Time | None:
    own = [m for m in mentions if dated_by(page, m) == predicate and not _is_put_off_to(page, m, predicate)]
    if not own and _is_verb(predicate):
        own = [m for m in mentions if _dates_through_noun(page, m, predicate)]
    best = max(own, key=lambda m: _rank(m, predicate)).time if own else None
    if (best and not isinstance(best.start, Bound)) or depth >= _MAX_DEPTH:
        return best
    for above in _sharers(page, predicate, mentions):
        if time := _in_sentence(page, above, mentions, depth + 1):
            return time
    return best or (_from_below(page, predicate, mentions) if _is_verb(predicate) else None)


def _is_put_off_to(page: Page, mention: TimeMention, verb: Token) -> bool:
    """Whether something is only moved there: "extended the curfew TO 1 JUNE", "was rescheduled FOR MAY"."""
    before = page.doc[mention.first - 1] if mention.first else None
    return (
        before is not None
        and before.norm_ in _MOVED_TO
        and verb.lemma_.lower() in time_words().moving
        and before.i > verb.i
    )


def _from_below(page: Page, verb: Token, mentions: tuple[TimeMention, ...]) -> Time | None:
    """The time of what the verb happened in, while or since.

    "Killed in a blast that struck on Friday", "held since the revolt began in May".
    """
    happenings = time_words().happenings
    placing = _PLACING | {"for"} if verb.lemma_.lower() in _GATHERING else _PLACING
    obliques = page.grammar.arguments(verb).obliques
    acts = [o.token for o in obliques if o.preposition in placing and o.token.lemma_.lower() in happenings]
    for mention in mentions:
        dated = dated_by(page, mention)
        if dated.head == verb and _is_controlled(page, dated) and _is_scheduled(verb):
            return mention.time
        if dated in acts or (dated.head in acts and page.grammar.governor(dated).relation is Relation.RELATIVE):
            return mention.time
        if dated.head != verb or not _is_verb(dated) or isinstance(mention.time.start, Bound):
            continue
        marker = page.grammar.governor(dated).marker
        if marker in _SHARING_MARKERS - {""} or (not marker and _is_meanwhile(page, dated, verb)):
            return mention.time
        if marker == "since":
            return bounded(mention.time, Edge.SINCE)
    return _of_means(page, verb, mentions)


def _of_means(page: Page, verb: Token, mentions: tuple[TimeMention, ...]) -> Time | None:
    """The time of what somebody did it by: "protested by SHOUTING in MONDAY'S session"."""
    for oblique in page.grammar.arguments(verb).obliques:
        if oblique.preposition == "by" and oblique.token.tag_ == "VBG":
            own = (m.time for m in mentions if dated_by(page, m) == oblique.token)
            if time := next(own, None) or _from_below(page, oblique.token, mentions):
                return time
    return None


def _is_meanwhile(page: Page, participle: Token, verb: Token) -> bool:
    """Whether somebody does the one while doing the other: "SPEAKING on Monday, Ruiz warned"; not "HAVING left on"."""
    speaking = participle.lemma_ in reporting_words().uttering | _SPEAKING
    hung = page.grammar.governor(participle).relation is Relation.ADVERBIAL
    plain = participle.tag_ == "VBG" and not page.grammar.arguments(participle).auxiliaries
    return hung and plain and (participle.i < verb.i or speaking)


def _is_scheduled(verb: Token) -> bool:
    """ "Is set to", "was due to": the date of what is to be done is all that there is."""
    return verb.tag_ in {"VBN", "JJ"} and verb.lemma_.lower() in time_words().scheduled


def _rank(mention: TimeMention, predicate: Token) -> tuple[int, int, int]:
    """Moments before stretches before mere limits; then the finer, then the nearer."""
    time = mention.time
    sort = 0 if isinstance(time.start, Bound) else 1 if isinstance(time.end, Bound) else 2
    return sort, time.precision.value, -abs(mention.first - predicate.i)


def dated_by(page: Page, mention: TimeMention) -> Token:
    """The verb or noun that a time dates; of two clauses with a semicolon between them, that in its own."""
    dated = _dated_by(page, mention)
    if not any(t.text == ";" for t in page.doc[mention.last : dated.i]):
        return dated
    before = page.doc[mention.first].sent.start
    return next(reversed([*page.grammar.predicates(page.doc[before : mention.first])]), dated)


def _dated_by(page: Page, mention: TimeMention) -> Token:
    root = _outermost(page, mention)
    before = page.doc[mention.first - 1] if mention.first else root
    host = _above_links(root)
    if root.i < host.i and not _is_verb(host) and before.pos_ not in {"ADP", "SCONJ"} and not before.is_space:
        return _main_verb(host) if host.lemma_ in _ISSUES else host
    if before.norm_ == "of" and host.i < mention.first:
        return host
    if _opens_clause(page, mention) and (verb := _verb_behind(page, mention)):
        return verb
    return host if _is_verb(host) else _act_above(host)


def _outermost(page: Page, mention: TimeMention) -> Token:
    """The first word whose head lies outside: parses cut dates in two, and the first part is the better hung."""
    tokens = page.doc[mention.first : mention.last]
    return next((t for t in tokens if not mention.first <= t.head.i < mention.last), tokens.root)


def _above_links(token: Token) -> Token:
    """What stands above a date, over prepositions, adverbs and dates beside it ("late on Sunday")."""
    here, happenings = token.head, time_words().happenings
    for _ in range(_MAX_CLIMB):
        if here.pos_ not in {"ADP", "ADV", "SCONJ", "PART"} and here.ent_type_ not in {"DATE", "TIME"}:
            return here
        if here.pos_ == "NOUN" and here.lemma_.lower() in happenings:  # "YESTERDAY'S MARCH" is no date
            return here
        if here.head == here:
            return here
        here = here.head
    return here


def _act_above(noun: Token) -> Token:
    """A noun that tells an act, or the verb above."""
    here = noun
    for _ in range(_MAX_CLIMB):
        if _is_verb(here) or here.head == here or here.lemma_.lower() in time_words().happenings:
            return here
        here = here.head
    return here


def _opens_clause(page: Page, mention: TimeMention) -> bool:
    """Whether a time stands before the subject: first in its sentence, behind "where" or "that", or between commas."""
    doc, start = page.doc, mention.first
    sentence = doc[start].sent
    if mention.last >= sentence.end or doc[mention.last].norm_ in {"'s", "’s"}:
        return False
    while start > sentence.start and doc[start - 1].pos_ in {"ADP", "ADV", "SPACE", "DET"}:
        start -= 1
    if start == sentence.start:
        return True
    before, behind = doc[start - 1], doc[mention.last]
    if before.norm_ in _CLAUSE_OPENERS or before.pos_ in {"CCONJ", "SCONJ"}:
        return doc[start].head != before  # "who has led it SINCE 2017, said"
    return before.text in {",", ";", "—", "–"} and behind.text == ","


def _verb_behind(page: Page, mention: TimeMention) -> Token | None:
    """The main verb of the clause that a time opens: the first one behind it whose own words begin there or before."""
    sentence = page.doc[mention.first].sent
    for token in page.grammar.predicates(page.doc[mention.last : sentence.end]):
        if (
            not token.text[0].isupper()  # a name that the tagger took for a verb
            and token.tag_ not in {"VBG", "MD"}
            and token.left_edge.i <= mention.last + 1
            and _is_clause_head(token)
            and not _is_below(token, mention)
        ):
            return token
    return None


def _is_below(verb: Token, mention: TimeMention) -> bool:
    """Whether a verb heads a clause of its own behind the time: "On 2 May, BEFORE the council VOTED, Ruiz resigned"."""
    return any(c.pos_ == "SCONJ" and mention.last <= c.i < verb.i for c in verb.children)


def _is_clause_head(verb: Token) -> bool:
    """Not an auxiliary: those hang on a verb to their right."""
    return not (verb.head.i > verb.i and _is_verb(verb.head) and verb.pos_ == "AUX")


def _main_verb(token: Token) -> Token:
    here = token
    for _ in range(_MAX_CLIMB):
        if _is_verb(here) or here.head == here:
            return here
        here = here.head
    return here


def _dates_through_noun(page: Page, mention: TimeMention, verb: Token) -> bool:
    """Whether a time behind a noun of happening dates the verb that makes it happen: "held a meeting on Friday"."""
    noun = dated_by(page, mention)
    if _is_verb(noun) or verb.lemma_.lower() not in time_words().occurrence or mention.first < noun.i:
        return False
    told = page.grammar.arguments(verb)
    if page.doc[mention.first - 1].norm_ == "of" and noun not in (*told.objects, *told.subjects):
        return False  # "sent under a TREATY OF 2017"
    return _main_verb(noun) == verb and noun.i > verb.i and not _is_below_noun(noun)


def _is_below_noun(noun: Token) -> bool:
    """Whether it only tells of another thing: "sent a plan FOR FRIDAY'S MARCH"."""
    return noun.head.pos_ == "ADP" and noun.head.head.pos_ == "NOUN" and noun.head.norm_ not in _OF


def _sharers(page: Page, predicate: Token, mentions: tuple[TimeMention, ...]) -> Iterator[Token]:
    """The acts whose time is also that of `predicate`."""
    yield from _sharers_of_verb(page, predicate, mentions) if _is_verb(predicate) else _sharers_of_noun(page, predicate)


def _sharers_of_verb(page: Page, verb: Token, mentions: tuple[TimeMention, ...]) -> Iterator[Token]:
    governor = page.grammar.governor(verb)
    above = governor.head
    if above is None:
        return
    lemma, words = above.lemma_.lower(), time_words()
    match governor.relation:
        case Relation.CONJUNCT:
            shares = page.grammar.arguments(verb).inherited or _is_dated_before(page, above, mentions)
        case Relation.CONTROLLED:
            shares = lemma not in words.prospective
        case Relation.ADVERBIAL:
            shares = governor.marker in _SHARING_MARKERS
        case Relation.PREPOSITIONAL:
            shares = governor.marker in _SHARING_PREPOSITIONS
        case Relation.RELATIVE:
            above = _main_verb(above) if is_going_on(page, verb) else above
            shares = lemma in words.happenings or verb.lemma_ in STATES or is_going_on(page, verb)
        case Relation.PARTICIPLE:
            if lemma in words.documents and verb.tag_ == "VBG":
                yield from _sharers_of_noun(page, above)
            return
        case _:
            return
    if shares:
        yield above


def is_going_on(page: Page, verb: Token) -> bool:
    """Whether somebody was at it when the act above came: "Ruiz, who WAS VISITING Tema, was shot on Friday"."""
    return verb.tag_ == "VBG" and page.grammar.arguments(verb).auxiliaries == ("be",)


def _is_dated_before(page: Page, verb: Token, mentions: tuple[TimeMention, ...]) -> bool:
    """Whether a time before the verb dates it: it then holds for what is joined to it too."""
    return any(m.first < verb.i and dated_by(page, m) == verb for m in mentions)


def _sharers_of_noun(page: Page, noun: Token) -> Iterator[Token]:
    above, preposition = noun.head, ""
    for _ in range(_MAX_CLIMB):
        if above.pos_ not in {"ADP", "SCONJ"}:
            break
        above, preposition = above.head, above.norm_
    if above == noun:
        return
    if _is_verb(above):
        if preposition in _CARRYING_PREPOSITIONS or (
            not preposition and above.lemma_.lower() in time_words().occurrence
        ):
            yield above
            yield from _brought_about(page, noun, above)
    elif above.pos_ in {"NOUN", "PROPN"} and (
        above.lemma_.lower() in time_words().happenings or noun in above.conjuncts
    ):
        yield above


def _brought_about(page: Page, noun: Token, verb: Token) -> Iterator[Token]:
    """What a subject is to do: "the talks are set to open tomorrow", "the vote was due to be held on Friday"."""
    if page.grammar.is_subject(noun):
        for child in page.grammar.arguments(verb).complements:
            if _is_controlled(page, child) and child.lemma_.lower() in time_words().occurrence:
                yield child


def _is_controlled(page: Page, verb: Token) -> bool:
    return page.grammar.governor(verb).relation is Relation.CONTROLLED


def _is_verb(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"}
