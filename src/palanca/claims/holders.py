"""Disputes between claims: two people who are said to hold one sole office at the same time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from palanca.claims.occupancies import body_of, detail_of, office_key
from palanca.claims.roles import sole_roles
from palanca.claims.settled import Holding
from palanca.claims.telling import Days, Told, days_of, overlap
from palanca.records import (
    IN_OFFICE,
    TOLD_AS_SO,
    Claim,
    ClaimId,
    Dispute,
    DisputeKind,
    EntityId,
    Kind,
    Review,
    RoleName,
)


def holdings_of(claim: Claim, group: Sequence[Told]) -> Iterator[Holding]:
    """The days on which the person of a claim certainly held a sole office, each once for a document.

    From a stated start to a stated end, or until the holder is shown; or on the day on which one is shown.
    """
    office, person = _sole_office(claim, group), _person(claim)
    if office is None or person is None:
        return
    told = (one for one in group if one.statement.modality in TOLD_AS_SO)
    found = ((days, is_stated, one.statement.document) for one in told for days, is_stated in _certain(one))
    for days, is_stated, document in dict.fromkeys(found):
        yield Holding(office, person, days, is_stated, document)


def _sole_office(claim: Claim, group: Sequence[Told]) -> str | None:
    """The office of a claim by role and body, if one person holds it at a time."""
    if claim.kind is not Kind.OFFICE or claim.review is Review.REJECTED:
        return None
    body = next((body for one in group if (body := body_of(one))), None)
    role = office_key(group[0])
    return f"{role}, {body.key}" if body and role in sole_roles() else None


def _certain(one: Told) -> Iterator[tuple[Days, bool]]:
    detail = detail_of(one.statement)
    start, end = days_of(detail.start), days_of(detail.end)
    is_held = detail.status in IN_OFFICE
    shown = one.days if is_held and one.days and one.days[0] == one.days[1] else None
    until = end or shown or (one.published if is_held else None)
    if start and until and start[1] < until[0]:
        yield (start[1], until[0]), True
    if shown:
        yield shown, False


def rivals(holdings: Iterable[tuple[ClaimId, Holding]]) -> dict[ClaimId, set[ClaimId]]:
    """For each claim those that exclude it, of claims with their holdings of one office or of several."""
    offices: dict[str, list[tuple[ClaimId, Holding]]] = defaultdict(list)
    for claim, holding in holdings:
        offices[holding.office].append((claim, holding))
    found: dict[ClaimId, set[ClaimId]] = defaultdict(set)
    for held in offices.values():
        for one, other in _excluding(held):
            found[one].add(other)
            found[other].add(one)
    return found


def _excluding(held: Iterable[tuple[ClaimId, Holding]]) -> Iterator[tuple[ClaimId, ClaimId]]:
    """The pairs of claims to one office that exclude each other, some of them more than once."""
    open_now: list[tuple[ClaimId, Holding]] = []
    for claim, holding in sorted(held, key=lambda pair: pair[1].days):
        open_now = [(other, before) for other, before in open_now if before.days[1] >= holding.days[0]]
        for other, before in open_now:
            if before.person != holding.person and _exclude(before, holding):
                yield other, claim
        open_now.append((claim, holding))


def _exclude(one: Holding, other: Holding) -> bool:
    """Whether both cannot be so: they share more than the day on which one hands over to the other.

    A document that shows two holders on one day speaks of two offices, or of the day of the change.
    """
    if one.is_stated and other.is_stated:
        return overlap(one.days, other.days) and one.days[0] < other.days[1] and other.days[0] < one.days[1]
    if one.document == other.document:
        return False
    if not one.is_stated and not other.is_stated:
        return one.days == other.days
    term, day = (one, other) if one.is_stated else (other, one)
    return term.days[0] < day.days[0] < term.days[1]


def with_rival_holders(made: Sequence[Claim], holdings: Iterable[tuple[ClaimId, Holding]]) -> list[Claim]:
    """The claims, in order, each with the dispute over its office if rivals are said to hold it."""
    names = {claim.id: [party.text for party in claim.of(RoleName.PERSON)] for claim in made}
    against = rivals(holdings)
    return [_disputed(claim, {rival: names[rival] for rival in against.get(claim.id, ())}) for claim in made]


def holder_dispute(against: Mapping[ClaimId, Sequence[str]]) -> Dispute:
    """The dispute of a claim with its rivals, each with the names of those who hold the office there."""
    names = sorted({name for names in against.values() for name in names})
    return Dispute(kind=DisputeKind.HOLDER, values=tuple(names), rivals=tuple(sorted(against)))


def _disputed(claim: Claim, against: Mapping[ClaimId, Sequence[str]]) -> Claim:
    return replace(claim, disputes=(*claim.disputes, holder_dispute(against))) if against else claim


def _person(claim: Claim) -> EntityId | None:
    return next((party.identity for party in claim.of(RoleName.PERSON)), None)
