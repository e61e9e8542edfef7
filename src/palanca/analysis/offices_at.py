"""Who held which office on a day: certainly, possibly, or in conflict with others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from palanca.analysis.incumbents import Incumbent, Incumbents, Known, Stretch, bounded, is_sole
from palanca.claims.roles import role_key
from palanca.claims.telling import Days
from palanca.claims.tenures import tenure_of
from palanca.records import Claim, ClaimId, OfficeDetail, OfficeStatus, Party, RoleName, Statement, StatementId

type Evidence = Callable[[Iterable[StatementId]], Mapping[StatementId, Statement]]
type _Office = tuple[str, str]
"""What makes an office the same, see `office_of`."""
type _Held = tuple[int, int, ClaimId, str, str, int]
"""A holder, in order: by rank, by the first day known of it, by claim; then the body, the role, and whether acting."""
type _Holding = tuple[Incumbent, list[Stretch]]
"""A holder, with the stretches on all days of which the office was held."""


class HolderStanding(StrEnum):
    """How surely someone held an office at a time."""

    CERTAIN = "certain"
    CONFLICTING = "conflicting"
    POSSIBLE = "possible"


_RANKS = list(HolderStanding)
_CERTAIN, _CONFLICTING, _POSSIBLE = range(len(_RANKS))


type Standing = tuple[ClaimId, HolderStanding]
"""A claim, and how surely its person held the office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Someone who held an office at the time asked for. `reason` says in words what is told of beginning and end."""

    standing: HolderStanding
    person: Party
    office: str
    body: str
    reason: str
    claim: Claim


def standings_at(incumbents: Incumbents, asked: Days) -> list[Standing]:
    """How surely they held their offices at some time between two days, both included; who did not is left out.

    Office by office: those first that somebody is known to hold, then by the name of the body, those of none last,
    and by role; within one the certain first, then by when they are first known to hold it.
    Two certain holders of an office that one person holds at a time are in conflict, save on the day on which one
    hands over to the other. Nor is it possibly held by whoever held it before and is named by it long after, when
    others are known to have held it in between.
    """
    offices = _held(incumbents.in_doubt, (asked[0].toordinal(), asked[1].toordinal()))
    for claim, identity, body, role, is_acting, first_known in incumbents.possible:
        offices[identity or body.casefold(), role_key(role)].append(
            (_POSSIBLE, first_known, claim, body, role, is_acting)
        )
    for held in offices.values():
        held.sort()
    return [(one[2], _RANKS[one[0]]) for held in sorted(offices.values(), key=_place) for one in held]


def holder_of(claim: Claim, standing: HolderStanding, statements: Iterable[Statement]) -> Holder:
    """Who held the office of a claim, with what its statements tell of beginning and end."""
    tenure, detail = tenure_of(claim, statements), claim.detail
    if not isinstance(detail, OfficeDetail):
        raise TypeError(f"claim {claim.id} is to no office")
    return Holder(
        standing=standing,
        person=claim.of(RoleName.PERSON)[0],
        office=_title(detail.role, is_acting=detail.status is OfficeStatus.ACTING),
        body=next((party.text for party in claim.of(RoleName.BODY)), ""),
        reason=tenure.told if tenure else "",
        claim=claim,
    )


def _held(incumbents: Iterable[Incumbent], asked: Stretch) -> dict[_Office, list[_Held]]:
    """Who held which office then, of those in doubt."""
    offices: dict[_Office, list[Incumbent]] = defaultdict(list)
    for one in incumbents:
        offices[one.body_identity or one.body.casefold(), role_key(one.role)].append(one)
    found: dict[_Office, list[_Held]] = defaultdict(list)
    for office, several in offices.items():
        for rank, one in _ranked(several, asked):
            first_known = min(one.first, one.known[0])
            found[office].append((rank, first_known, one.claim, one.body, one.role, one.is_acting))
    return found


def _ranked(office: list[Incumbent], asked: Stretch) -> Iterator[tuple[int, Incumbent]]:
    if any(is_sole(one.role) for one in office):
        yield from _ranked_sole(bounded(office), asked)
    else:
        yield from ((rank, one) for one in office if (rank := _rank(one, asked)) is not None)


def _rank(one: Incumbent, asked: Stretch) -> int | None:
    if one.is_certain(asked):
        return _CERTAIN
    return _POSSIBLE if one.first <= asked[1] and asked[0] <= one.last else None


def _ranked_sole(office: Sequence[Incumbent], asked: Stretch) -> Iterator[tuple[int, Incumbent]]:
    """The same of an office that one person holds at a time."""
    ranked, known = [(one, _rank(one, asked)) for one in office], Known(office)
    certain = [(one, one.throughout) for one, rank in ranked if rank == _CERTAIN]
    for holding in certain:
        is_disputed = any(_exclude(holding, rival, asked) for rival in certain)
        yield (_CONFLICTING if is_disputed else _CERTAIN), holding[0]
    for one, rank in ranked:
        if rank == _POSSIBLE and not known.by_others_about(one, asked):
            yield _POSSIBLE, one


def _exclude(holding: _Holding, rival: _Holding, asked: Stretch) -> bool:
    """Whether two people are said to hold the office on the same days, and on more than the day of a handover."""
    (one, throughout), (other, their_throughout) = holding, rival
    is_same = one.person == other.person and one.is_identified == other.is_identified
    if is_same or not (one.is_identified or other.is_identified) or one.is_acting or other.is_acting:
        return False
    for mine in throughout:
        for theirs in their_throughout:
            first, last = max(mine[0], theirs[0], asked[0]), min(mine[1], theirs[1], asked[1])
            is_handover = mine[1] == theirs[0] or theirs[1] == mine[0]
            if first <= last and not is_handover:
                return True
    return False


def _place(held: list[_Held]) -> tuple[object, ...]:
    """Where an office stands among others, by its holders in order."""
    rank, _, claim, body, role, is_acting = held[0]
    return rank == _POSSIBLE, not body, body.casefold(), _title(role, is_acting=bool(is_acting)).casefold(), claim


def _title(role: str, *, is_acting: bool) -> str:
    from palanca.analysis.tables import shown_role

    return f"acting {shown_role(role)}" if is_acting else shown_role(role)
