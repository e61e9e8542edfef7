"""Whom a claim joins, in which way, and when.

Who acts is joined with each upon whom they act. Who acts together in an act that goes both ways is joined two by two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import NamedTuple, Protocol

from palanca.analysis.tables import shown_role
from palanca.claims.event_groups import MUTUAL
from palanca.records import (
    Claim,
    ClaimId,
    Detail,
    DocumentId,
    EntityId,
    EventDetail,
    InstrumentDetail,
    Kind,
    Modality,
    OfficeDetail,
    Review,
    RoleName,
    TieDetail,
    TieKind,
)

type Interval = tuple[date | None, date | None]
"""The earliest and the latest day, both included; None is an open end."""

ENDS = {
    Kind.TIE: (RoleName.SOURCE, RoleName.TARGET),
    Kind.OFFICE: (RoleName.PERSON, RoleName.BODY),
    Kind.EVENT: (RoleName.ACTOR, RoleName.RECIPIENT),
    Kind.INSTRUMENT: (RoleName.ISSUER, RoleName.PARTY),
}
"""The roles that a claim of each kind joins."""

_MUTUAL_TIES = frozenset({TieKind.SPOUSE, TieKind.FAMILY, TieKind.PARTNER_OF})


class Joins[End](Protocol):
    """A claim, or as much of one as tells whom it joins."""

    @property
    def kind(self) -> Kind:
        """What it tells of."""
        ...

    @property
    def detail(self) -> Detail:
        """What it tells."""
        ...

    def of(self, *roles: RoleName) -> tuple[End, ...]:
        """Who fills these roles, in order."""
        ...


class Bond(NamedTuple):
    """Who fills a role of a claim; `identity` is None for whom no identity is known."""

    role: str
    identity: EntityId | None


@dataclass(slots=True, kw_only=True)
class Joining:
    """As much of a claim as makes edges. `interval` is that of `interval_of`; `channel` is an event's."""

    id: ClaimId
    kind: Kind
    detail: Detail
    channel: str | None
    modality: Modality
    review: Review
    interval: Interval | None
    sources: int
    confidence: float
    bonds: tuple[Bond, ...]
    documents: tuple[DocumentId, ...]

    def of(self, *roles: RoleName) -> tuple[Bond, ...]:
        """Who fills these roles, in order."""
        return tuple(one for one in self.bonds if one.role in roles)


def is_mutual[End](claim: Joins[End]) -> bool:
    """Whether it goes both ways: a marriage, and an act that those who act do with each other, as none else suffers it.

    PLOVER's CONSULT, AGREE and COOPERATE are such acts.
    """
    match claim.detail:
        case TieDetail(kind=kind):
            return kind in _MUTUAL_TIES
        case EventDetail(category=category):
            return category in MUTUAL and not claim.of(RoleName.RECIPIENT)
    return False


def pairs[End](claim: Joins[End]) -> Iterator[tuple[End, End, bool]]:
    """Each two that a claim joins, who acts first, and whether it goes both ways."""
    first, second = ENDS[claim.kind]
    sources, targets = claim.of(first), claim.of(second)
    mutual = is_mutual(claim)
    if targets:
        yield from ((one, other, mutual) for one, other in product(sources, targets))
    elif mutual:
        yield from ((one, other, mutual) for one, other in combinations(sources, 2))


def side_by_side[End](claim: Joins[End]) -> Iterator[tuple[End, End]]:
    """Each two who stand on one side of what is done together: of a meeting, an agreement, an instrument."""
    match claim.detail:
        case EventDetail(category=category) if category in MUTUAL:
            sides = ENDS[Kind.EVENT]
        case InstrumentDetail():
            sides = ENDS[Kind.INSTRUMENT]
        case _:
            return
    for side in sides:
        yield from combinations(claim.of(side), 2)


def category_of[End](claim: Joins[End]) -> str:
    """The way in which it joins: the category of an event, the kind of a tie or instrument, the role of an office."""
    match claim.detail:
        case TieDetail(kind=kind):
            return str(kind)
        case EventDetail(category=category):
            return str(category)
        case OfficeDetail(role=role):
            return shown_role(role)
        case InstrumentDetail(kind=sort):
            return str(sort)
    return ""


def interval_of(claim: Claim) -> Interval | None:
    """When a claim holds, by the earliest and latest day that its time can mean; None when nothing is told."""
    time = claim.time
    return interval(claim.detail, (time.first_day, time.last_day) if time else (None, None))


def interval(detail: Detail, time: Interval) -> Interval | None:
    """When what is told holds, if that is the time; None when nothing is told.

    An office holds from its beginning to its end; where neither is told, at the time at which it is shown held. Of one
    that sources end before it begins nothing can be drawn.
    """
    start, end = time
    if isinstance(detail, OfficeDetail) and (detail.start or detail.end):
        start = detail.start.first_day if detail.start else None
        end = detail.end.last_day if detail.end else None
    is_told = start or end
    return (start, end) if is_told and (start or date.min) <= (end or date.max) else None
