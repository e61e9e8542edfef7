"""Offices that a copy editor would query: one that two hold at once, one person's that begins twice."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from palanca.lexicon.sole_offices import sole_offices
from palanca.reading.anomaly_query import Query
from palanca.reading.page import Page
from palanca.records import (
    AnomalyKind,
    EntityId,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    RoleName,
    Statement,
    Time,
)

_LEAST_NAMED = 2  # whoever is told of but once was a holder in the past in all of three such pairs of 157 articles
_HOLDERS, _BEGINNINGS = 0.45, 0.65  # of two holders, one is often a past one that the text does not call so


def queries_of_offices(page: Page) -> Iterator[Query]:
    """Queries in order of the later statement of each pair; each pair of holders, and each person, once."""
    told: set[frozenset[EntityId]] = set()
    named = Counter(mention.entity for mention in page.cast.mentions)
    offices = [s for s in page.of_kind(Kind.OFFICE) if s.modality is Modality.ASSERTED and s.speaker is None]
    for one, other in combinations(offices, 2):
        people = frozenset(_ids(one, RoleName.PERSON) | _ids(other, RoleName.PERSON))
        if people in told or not _same_office(one, other):
            continue
        if len(people) > 1 and any(named[person] < _LEAST_NAMED for person in people):
            continue
        query = _two_holders(one, other) if len(people) > 1 else _two_beginnings(one, other)
        if query:
            told.add(people)
            yield query


def _ids(statement: Statement, role: RoleName) -> set[EntityId]:
    return {filler.entity for filler in statement.fillers(role) if filler.entity}


def _same_office(one: Statement, other: Statement) -> bool:
    bodies = _ids(one, RoleName.BODY)
    return _detail(one).role == _detail(other).role and bool(bodies) and bodies == _ids(other, RoleName.BODY)


def _detail(statement: Statement) -> OfficeDetail:
    assert isinstance(statement.detail, OfficeDetail)  # noqa: S101  # the kind was asked for
    return statement.detail


def _two_holders(one: Statement, other: Statement) -> Query | None:
    """Two named holders of an office for one, both in it now or in it on the same day."""
    if _detail(one).role not in sole_offices() or not (_holds(one) and _holds(other)):
        return None
    if one.span.overlaps(other.span):
        return None  # told in one breath: they share it, or hold two of its kind
    if not _on_one_day(one.time, other.time):
        return None
    names = [s.fillers(RoleName.PERSON)[0].text for s in (one, other)]
    body = one.fillers(RoleName.BODY)[0].text
    return Query(
        kind=AnomalyKind.ROLE_CONFLICT,
        span=other.span,
        detail=f"{names[1]} is {_detail(one).role} of {body} here, {names[0]} elsewhere in the document",
        confidence=_HOLDERS,
    )


def _holds(statement: Statement) -> bool:
    detail = _detail(statement)
    return detail.status is OfficeStatus.CURRENT and detail.start is None and detail.end is None


def _on_one_day(one: Time | None, other: Time | None) -> bool:
    """Whether two times are the same; offices without one are both held when the document was written."""
    return one is None or other is None or str(one) == str(other)


def _two_beginnings(one: Statement, other: Statement) -> Query | None:
    first, second = _detail(one).start, _detail(other).start
    if not first or not second or first.within(second.first_day, second.last_day):
        return None
    name = one.fillers(RoleName.PERSON)[0].text
    return Query(
        kind=AnomalyKind.DATE_CONFLICT,
        span=other.span,
        detail=f"{name} became {_detail(one).role} {second} here, {first} elsewhere in the document",
        confidence=_BEGINNINGS,
    )
