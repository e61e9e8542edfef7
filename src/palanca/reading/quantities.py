"""Quantities: money, shares, measures, and people and things counted, with what they measure and whose they are.

Spans of time, ages, ordinals, scores, dates, numbers of laws and models, and numbers inside names are left out.
"""

from collections.abc import Iterator

from palanca.reading.actors import who
from palanca.reading.event_headlines import headline_end
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Layer, Page, Reader
from palanca.reading.quantity_amounts import COUNT, MONEY, Amount
from palanca.reading.quantity_units import amounts
from palanca.reading.times import time_of
from palanca.records import Filler, Kind, QuantityDetail, Role, RoleName, Schema, Statement, Time

_NAME, _VERSION = "quantities", "7"
_CLIMB = 6
_REACH_OF_COMPARISON = 7  # tokens
_PRESENT = {"VBZ", "VBP"}
_PERFECT = {"have", "has", "had", "'ve"}
_POINTING = {"the", "these", "those", "all"}
_SINCE = {"from", "with"}
_DATING = {"in", "on", "by", "during", "for", "since"}


def read_quantities(page: Page) -> Page:
    """Give the page its quantities, in order of the text."""
    found = list(_without_headline(page, [_statement(page, amount) for amount in _told_once(page)]))
    for statement in found:
        page.trace.note(_NAME, statement.span, lambda s=statement: _noted(s), fired=True)  # type: ignore[misc]
    return page.with_statements(found)


def _told_once(page: Page) -> Iterator[Amount]:
    """The amounts, in order, without those that point back: "arrests in 38 countries … all of THE 38 countries"."""
    told: set[tuple[float, str]] = set()
    for amount in amounts(page):
        key = (amount.number.value, amount.unit)
        points = amount.first > 0 and page.doc[amount.first - 1].norm_ in _POINTING
        if amount.confidence != COUNT or not (points and key in told):
            yield amount
        told.add(key)


def _without_headline(page: Page, found: list[Statement]) -> Iterator[Statement]:
    """The amounts without those of the headline that the text below tells again."""
    end = headline_end(page)
    below = {_amount(s) for s in found if s.span.start >= end}
    return (s for s in found if s.span.start >= end or _amount(s) not in below)


def _amount(statement: Statement) -> tuple[float, str] | None:
    """The number and its unit; of things counted the number alone, since headlines count "jets" that are "aircraft"."""
    detail = statement.detail
    if not isinstance(detail, QuantityDetail):
        return None
    return detail.value, detail.unit if statement.confidence > COUNT else ""


def _noted(statement: Statement) -> str:
    detail = statement.detail
    return f"{detail.value:g} {detail.unit}" if isinstance(detail, QuantityDetail) else ""


def _statement(page: Page, found: Amount) -> Statement:
    verb = _verb_over(found.noun)
    subject = _subject(page, found, verb)
    return Statement(
        document=page.document.id,
        kind=Kind.QUANTITY,
        detail=QuantityDetail(
            value=found.number.value, value_max=found.number.value_max, unit=found.unit, of=_measured(page, found)
        ),
        span=page.span_of(page.doc[found.first : found.last]),
        reader=_NAME,
        reader_version=_VERSION,
        roles=(Role(name=RoleName.SUBJECT, filler=subject),) if subject else (),
        time=_time_behind(page, found) or _time_told(page, verb),
        confidence=found.confidence,
    )


def _time_told(page: Page, verb: Token | None) -> Time | None:
    """The time of the verb, unless it is that of an earlier amount: "was 61 percent, down FROM 70 percent IN 2015"."""
    time = _time_of_act(page, verb) if verb is not None else None
    return None if verb is None or _is_of_comparison(page, verb, time) else time


def _is_of_comparison(page: Page, verb: Token, time: Time | None) -> bool:
    mentions = (m for m in page.times if m.time == time and m.first > verb.i and m.first < verb.sent.end)
    lead = next((page.doc[max(verb.i, m.first - _REACH_OF_COMPARISON) : m.first] for m in mentions), None)
    compared = (t.norm_ == "than" or (t.norm_ in _SINCE and t.nbor().norm_[0].isdigit()) for t in lead or ())
    return any(compared)


def _time_behind(page: Page, found: Amount) -> Time | None:
    """The time right behind an amount, which is its own: "from $700 million IN 2000 to $36 billion IN 2023"."""
    i = found.last + (found.last < len(page.doc) and page.doc[found.last].norm_ in _DATING)
    return next((mention.time for mention in page.times if mention.first == i), None)


def _time_of_act(page: Page, verb: Token) -> Time | None:
    """The time of the verb, or of one that it is told with: "two were KILLED and eight injured on Monday"."""
    if time := time_of(page, verb):
        return time
    if page.grammar.arguments(verb).passive:
        later = (v for v in page.grammar.conjuncts(verb) if v.i > verb.i and page.grammar.arguments(v).passive)
        if time := next(filter(None, (time_of(page, v) for v in later)), None):
            return time
    return _time_of_telling(page, verb)


def _time_of_telling(page: Page, verb: Token) -> Time | None:
    """About when words were said, for an amount that stands then: "said on Monday that 40 towns ARE cut off"."""
    arguments, here = page.grammar.arguments(verb), page.grammar.governor(verb)
    now = verb.tag_ in _PRESENT or _PERFECT.intersection(arguments.auxiliaries)
    if not now or here.relation is not Relation.CONTENT or here.head is None:
        return None
    told = time_of(page, here.head)
    return told.approximately() if told else None


def _verb_over(noun: Token) -> Token | None:
    here = noun
    for _ in range(_CLIMB):
        if here.pos_ in {"VERB", "AUX"}:
            return here
        if here.head == here:
            return None
        here = here.head
    return None


def _measured(page: Page, found: Amount) -> str | None:
    """What it is an amount of: "of" phrase, "in" phrase, or the counted noun phrase, if it is more than the number."""
    for oblique in page.grammar.prepositional(found.noun):
        if oblique.preposition in {"of", "in", "for"} and not _is_time(page, oblique.token, found):
            return page.grammar.phrase(oblique.token).text
    above = found.noun.head
    if found.confidence == MONEY and above.norm_ == "of" and above.head.pos_ == "NOUN" and above.i < found.first:
        return str(above.head.text)
    phrase = page.grammar.phrase(found.noun)
    is_number = all(token.pos_ == "NUM" for token in phrase)
    return phrase.text if found.confidence == COUNT and not is_number else None


def _is_time(page: Page, noun: Token, found: Amount) -> bool:
    """Whether the noun tells when, or is the number itself: "a crew of 22"."""
    return found.first <= noun.i < found.last or any(m.first <= noun.i < m.last for m in page.times)


def _subject(page: Page, found: Amount, verb: Token | None) -> Filler | None:
    """Whose amount it is: a name in its own phrase, else the subject of its verb."""
    for oblique in page.grammar.prepositional(found.noun):
        if filler := who(page, oblique.token):
            return filler
    for token in (*page.grammar.modifiers(found.noun), *page.grammar.possessors(found.noun)):
        if (entity := page.cast.at(token)) and entity.schema is not Schema.VEHICLE:  # "nine UH-60 helicopters"
            return page.filler(entity, token)
    if verb is not None:
        for token in page.grammar.arguments(verb).subjects:
            if filler := who(page, token):
                return filler
    return None


QUANTITIES = Reader(
    name=_NAME,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES}),
    gives=frozenset({Layer.QUANTITIES}),
    read=read_quantities,
)
