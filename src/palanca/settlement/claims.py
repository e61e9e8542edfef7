"""Claims: of what waits alone, with all that is of one part with it; or of all, some parts at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import batched

from palanca.claims import Settled, settled_of, settled_parts
from palanca.claims.parting import Parting
from palanca.claims.reaching import reached
from palanca.claims.telling import Told, told
from palanca.records import Category, ClaimId, EventDetail, Filter, Kind, Statement, StatementId
from palanca.settlement.backgrounds import Backgrounds
from palanca.store import Case, Waiting

_AT_ONCE = 2_500  # statements in memory together, but that no part is cut: some 20 MB of them
_WRITTEN_AT_ONCE = 10_000  # claims: fewer would have each page of the indexes written again more often
_MOST_WAITING = 50_000  # statements: of more, all are settled anew


@dataclass(frozen=True, slots=True)
class Claiming:
    """Settling the claims of a case as it was when `changed` was counted. What is written tells whether it still is."""

    case: Case
    changed: int
    backgrounds: Backgrounds

    def settle(self, *, whole: bool) -> bool:
        """Settle what waits, or all. False if the case has changed meanwhile."""
        waiting = frozenset() if whole else frozenset(map(StatementId, self.case.waiting(Waiting.STATEMENT)))
        if whole or len(waiting) > _MOST_WAITING:
            is_written = (
                self.case.leave_out_indexes(self.changed)
                and all(self._settle_sort(*sort) for sort in _sorts())
                and self.case.settle_lost(self.changed)
            )
        else:
            is_written = not waiting or self._settle_waiting(waiting)
        return is_written and self.case.settle_holders(self.changed)

    def _settle_waiting(self, waiting: frozenset[StatementId]) -> bool:
        """Dissolve the parts that what waits was of, or may be of now, and settle their statements anew."""
        stale = self.case.told_under(waiting)
        new = self._told(self.case.standing(waiting).values())
        near = self.case.statements_under(self._near(new, stale))
        stale |= self.case.told_under(near)
        statements = self.case.standing({*waiting, *self.case.statements_under(stale)}).values()
        found = settled_of(statements, self.backgrounds.of(statements))
        return self.case.settle_claims(self.changed, found, stale)

    def _near(self, new: list[Told], stale: frozenset[ClaimId]) -> frozenset[ClaimId]:
        """The claims that are not stale yet, and that a statement may be of one part with."""
        acts = [one for one in new if one.statement.kind is Kind.EVENT]
        others = (one for one in new if one.statement.kind is not Kind.EVENT)
        found = self.case.reached({reach for one in others for reach in reached(one)})
        around = self.case.reached({reach for one in acts for reach in reached(one)})
        return (found | self._meeting(acts, around - stale)) - stale

    def _meeting(self, acts: list[Told], around: frozenset[ClaimId]) -> frozenset[ClaimId]:
        """Those of the claims of events of which a statement is of one part with one of these."""
        under = self.case.statements_under(around)
        known = {one.id: one for one in (*acts, *self._told(self.case.standing(under).values()))}
        partings: dict[Category, Parting] = defaultdict(Parting)
        for one in known.values():
            if isinstance(one.statement.detail, EventDetail):
                partings[one.statement.detail.category].add(one)
        new = {one.id for one in acts}
        parts = (part for parting in partings.values() for part in parting.parts(lambda _: known))
        return frozenset(under[i] for part in parts if not new.isdisjoint(part) for i in part if i in under)

    def _told(self, statements: Iterable[Statement]) -> list[Told]:
        given = list(statements)
        return told(given, self.backgrounds.of(given))

    def _settle_sort(self, kind: Kind, category: Category | None) -> bool:
        """Settle all of one sort anew. No part reaches into another sort."""
        found = self._by_parts(Filter(kinds=(kind,), category=category))
        return all(self.case.settle_claims(self.changed, several) for several in found)

    def _by_parts(self, wanted: Filter) -> Iterator[list[Settled]]:
        """The claims of the statements that pass, of several whole parts together."""
        parting = Parting()
        for several in batched(self.case.statements(wanted), _AT_ONCE):
            if not len(parting) and len(several) < _AT_ONCE:
                yield settled_of(several, self.backgrounds.of(several))
                return
            for one in self._told(several):
                parting.add(one)
        found: list[Settled] = []
        for parts in _together(parting.parts(self._again)):
            found += self._settled(parts)
            if len(found) > _WRITTEN_AT_ONCE:
                yield found
                found = []
        yield found

    def _again(self, statements: Iterable[StatementId]) -> dict[StatementId, Told]:
        return {one.id: one for one in self._told(self.case.standing(statements).values())}

    def _settled(self, parts: list[list[StatementId]]) -> list[Settled]:
        """The claims of these parts, of what the case still tells of them."""
        statements = self.case.standing(one for part in parts for one in part).values()
        background = self.backgrounds.of(statements)
        known = {one.id: one for one in told(statements, background)}
        kept = ([known[one] for one in part if one in known] for part in parts)
        return settled_parts((sorted(part, key=lambda one: one.order) for part in kept if part), background)


def _together(parts: Iterable[list[StatementId]]) -> Iterator[list[list[StatementId]]]:
    """The parts, as many at a time as go into memory."""
    several: list[list[StatementId]] = []
    number = 0
    for part in parts:
        if several and number + len(part) > _AT_ONCE:
            yield several
            several, number = [], 0
        several.append(part)
        number += len(part)
    if several:
        yield several


def _sorts() -> Iterator[tuple[Kind, Category | None]]:
    """What claims are settled apart by: each kind, and each category of events."""
    for kind in Kind:
        if kind is Kind.EVENT:
            yield from ((kind, category) for category in Category)
        else:
            yield kind, None
