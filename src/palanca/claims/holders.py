"""Disputes between claims: two people who are said to hold one sole office at the same time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from palanca.claims.occupancies import body_of, detail_of, office_key
from palanca.claims.roles import sole_roles
from palanca.claims.telling import Days, Told, days_of, overlap
from palanca.records import Claim, ClaimId, Dispute, DisputeKind, Kind, Modality, OfficeStatus, Review, RoleName

_HELD = frozenset({OfficeStatus.CURRENT, OfficeStatus.DE_FACTO, OfficeStatus.ACTING})
_TOLD = frozenset({Modality.ASSERTED, Modality.REPORTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A claim with the statements under it."""

    claim: Claim
    group: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class _Holding:
    """Days on which a person certainly held an office, as one statement tells."""

    days: Days
    by: Told
    is_stated: bool


def with_rival_holders(made: Sequence[Made]) -> list[Claim]:
    """The claims, in order, each with the dispute over its office if rivals are said to hold it."""
    offices: dict[tuple[str, str], list[Made]] = defaultdict(list)
    for one in made:
        key = _sole_office(one)
        if key:
            offices[key].append(one)
    rivals: dict[ClaimId, list[Claim]] = defaultdict(list)
    for held in offices.values():
        for claim, rival in _rivals(held):
            rivals[claim.id].append(rival)
            rivals[rival.id].append(claim)
    return [_disputed(one.claim, rivals) for one in made]


def _sole_office(made: Made) -> tuple[str, str] | None:
    """The office of a claim by role and body, if one person holds it at a time."""
    if made.claim.kind is not Kind.OFFICE or made.claim.review is Review.REJECTED:
        return None
    body = next((body for one in made.group if (body := body_of(one))), None)
    role = office_key(made.group[0])
    return (role, body.key) if body and role in sole_roles() and _person(made.claim) else None


def _rivals(held: Sequence[Made]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of claims that exclude each other, each pair once."""
    found: set[tuple[int, int]] = set()
    open_now: list[tuple[int, _Holding]] = []
    holdings = [(number, holding) for number, one in enumerate(held) for holding in _certain(one)]
    for number, holding in sorted(holdings, key=lambda pair: (pair[1].days, pair[0])):
        open_now = [(other, before) for other, before in open_now if before.days[1] >= holding.days[0]]
        against = (other for other, before in open_now if _exclude(before, holding))
        found |= {(min(number, other), max(number, other)) for other in against if other != number}
        open_now.append((number, holding))
    for one, other in sorted(found):
        if _person(held[one].claim) != _person(held[other].claim):
            yield held[one].claim, held[other].claim


def _certain(made: Made) -> list[_Holding]:
    """From a stated start to a stated end, or until the holder is shown; or on the day on which one is shown.

    Each stretch of days comes once for each document.
    """
    found: dict[object, _Holding] = {}
    for one in made.group:
        if one.statement.modality in _TOLD:
            for holding in _holdings(one):
                found.setdefault((holding.days, holding.is_stated, one.statement.document), holding)
    return list(found.values())


def _holdings(one: Told) -> Iterator[_Holding]:
    detail = detail_of(one.statement)
    start, end = days_of(detail.start), days_of(detail.end)
    is_held = detail.status in _HELD
    shown = one.days if is_held and one.days and one.days[0] == one.days[1] else None
    until = end or shown or (one.published if is_held else None)
    if start and until and start[1] < until[0]:
        yield _Holding((start[1], until[0]), one, True)
    if shown:
        yield _Holding(shown, one, False)


def _exclude(one: _Holding, other: _Holding) -> bool:
    """Whether both cannot be so: they share more than the day on which one hands over to the other.

    A document that shows two holders on one day speaks of two offices, or of the day of the change.
    """
    if one.is_stated and other.is_stated:
        return overlap(one.days, other.days) and one.days[0] < other.days[1] and other.days[0] < one.days[1]
    if one.by.statement.document == other.by.statement.document:
        return False
    if not one.is_stated and not other.is_stated:
        return one.days == other.days
    term, day = (one, other) if one.is_stated else (other, one)
    return term.days[0] < day.days[0] < term.days[1]


def _person(claim: Claim) -> str | None:
    return next((party.identity for party in claim.of(RoleName.PERSON)), None)


def _disputed(claim: Claim, rivals: Mapping[ClaimId, Sequence[Claim]]) -> Claim:
    against = rivals.get(claim.id, ())
    if not against:
        return claim
    names = sorted({party.text for rival in against for party in rival.of(RoleName.PERSON)})
    dispute = Dispute(kind=DisputeKind.HOLDER, values=tuple(names), rivals=tuple(sorted(rival.id for rival in against)))
    return replace(claim, disputes=(*claim.disputes, dispute))
