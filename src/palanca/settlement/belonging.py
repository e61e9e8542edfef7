"""Belongings: of what waits alone, with all that is of its country; or of all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import batched
from operator import itemgetter

from palanca.analysis.belongings import (
    LOWER_END,
    MOST_STEPS,
    Belonging,
    Held,
    Lands,
    Placed,
    belongings,
    belongings_in_order,
    held_in,
    land_of,
    links_of,
)
from palanca.claims.tenures import Tenure, tenure_of
from palanca.identity.judging import Decided, Settled
from palanca.records import Claim, EntityId, Filter, Identity, Kind, RoleName, Verdict
from palanca.settlement.spool import Spool
from palanca.store import Case, Waiting

_CLAIMS_AT_ONCE = 500
_HELD_AT_ONCE = 10_000  # offices held, and belongings, in memory together: some 5 MB of them
_PLACING = frozenset({Verdict.COUNTRY, Verdict.BRANCH})


def settle_belongings(case: Case, changed: int, decided: Decided, *, whole: bool) -> bool:
    """Settle what things belong to. False if the case has changed meanwhile."""
    placed = Placed(countries=_by_thing(case, decided.countries), branches=_by_thing(case, decided.branches))
    if whole:
        return _settle_all(case, changed, placed)
    things = _Reach(case).waiting(_ruled(case, placed))
    return case.settle_belongings(changed, _belongings_of(case, things, placed), things)


def _settle_all(case: Case, changed: int, placed: Placed) -> bool:
    """Settle what all things belong to. Only of what country they are by themselves is held of all together."""
    ruled = placed.countries.keys()
    known = {one.id: land_of(one) for one in case.bare_things() if one.country or one.id in ruled}
    lands = Lands(known, case.claims(Filter(kinds=(Kind.TIE,))), placed)
    with Spool[tuple[EntityId, Held]](key=itemgetter(0)) as held, Spool[tuple[int, Belonging]](itemgetter(0)) as found:
        tenures = _tenures(case, case.claims(Filter(kinds=(Kind.OFFICE,))))
        for some in batched((pair for tenure in tenures for pair in held_in(tenure)), _HELD_AT_ONCE):
            held.add(some)
        for several in batched(enumerate(belongings_in_order(case.bare_things(), held, lands)), _HELD_AT_ONCE):
            found.add(several)
        return case.settle_belongings(changed, (one for _, one in found))


def _by_thing(case: Case, decided: Mapping[EntityId, Settled]) -> dict[EntityId, Settled]:
    """What people decided, by the thing; of several decisions that of the smallest entity."""
    known = case.known(decided)
    found: dict[EntityId, Settled] = {}
    for entity in sorted(decided.keys() & known.keys()):
        found.setdefault(known[entity].id, decided[entity])
    return found


def _ruled(case: Case, placed: Placed) -> frozenset[EntityId]:
    """The things on whose country or branch people decide, or did when this was last settled. They are few."""
    if not any(one.verdict in _PLACING for one in case.judgements()):
        return frozenset()
    return case.ruled_belongings() | placed.countries.keys() | placed.branches.keys()


def _belongings_of(case: Case, things: frozenset[EntityId], placed: Placed) -> list[Belonging]:
    """What these things belong to, looked at with no more of the case than tells it."""
    if not things:
        return []
    tenures = list(_tenures(case, case.claims_about(things, Kind.OFFICE, role=RoleName.PERSON)))
    bodies = {party.identity for tenure in tenures for party in tenure.claim.of(RoleName.BODY) if party.identity}
    known, ties = _Reach(case).above(things | bodies)
    return [one for one in belongings(known, tenures, ties, placed) if one.thing in things]


def _tenures(case: Case, offices: Iterable[Claim]) -> Iterator[Tenure]:
    for several in batched(offices, _CLAIMS_AT_ONCE):
        told = case.bare_evidence(one.statement for claim in several for one in claim.evidence)
        for claim in several:
            tenure = tenure_of(claim, (told[one.statement] for one in claim.evidence if one.statement in told))
            if tenure:
                yield tenure


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far belongings reach along ties and offices."""

    case: Case

    def waiting(self, ruled: frozenset[EntityId]) -> frozenset[EntityId]:
        """The things that may belong to another country or branch than before, those of people's rulings included."""
        lands = {*map(EntityId, self.case.waiting(Waiting.LAND)), *ruled}
        front = set(lands)
        for _ in range(MOST_STEPS):
            ties = self.case.claims_about(front, Kind.TIE)
            front = {lower for claim in ties for lower, above, _ in links_of(claim) if above in front} - lands
            lands |= front
        held = self.case.claims_about(lands, Kind.OFFICE, role=RoleName.BODY)
        persons = {party.identity for claim in held for party in claim.of(RoleName.PERSON) if party.identity}
        return frozenset({*map(EntityId, self.case.waiting(Waiting.THING)), *lands, *persons})

    def above(self, things: Iterable[EntityId]) -> tuple[list[Identity], list[Claim]]:
        """These things and those of whose country they may be, and the ties that tell so."""
        known: dict[EntityId, Identity] = {}
        ties: dict[str, Claim] = {}
        front = set(things)
        for _ in range(MOST_STEPS + 1):
            known |= {thing.id: thing for thing in self.case.known(front).values()}
            below = {one for one in front if one in known and not known[one].country}
            told = [
                claim
                for role in set(LOWER_END.values())
                for claim in self.case.claims_about(below, Kind.TIE, role=role)
            ]
            ties |= {claim.id: claim for claim in told}
            front = {above for claim in told for lower, above, _ in links_of(claim) if lower in below} - known.keys()
        return list(known.values()), list(ties.values())
