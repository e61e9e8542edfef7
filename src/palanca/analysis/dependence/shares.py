"""Figures → shares by power: sums within one unit only, each flow as one source tells it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from palanca.analysis.dependence.concentration import Concentration, concentration
from palanca.analysis.dependence.figures import PRESS, Figure, Topic, Way
from palanca.records import ClaimId, DocumentId

_OWNED = (Topic.OWNERSHIP, Topic.PORTS)

type Measured = tuple[str, str, Way, str, int | None]
"""Topic, what is measured, which way, unit and year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is told of one power. `share` is of all parts, None where they sum to nothing.

    From `low` to `high` reach the values that sources dispute; `value` is that of the evidence that says most.
    `opens_in` is a document in which the first of the claims tells it.
    """

    power: str
    value: float
    low: float
    high: float
    share: float | None
    claims: tuple[ClaimId, ...]
    opens_in: DocumentId
    documents: int
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing measured in one unit, over all years (`year` None) or in one; parts from the largest.

    `told_by` are the sources with their documents; `left_out` are claims that tell a flow again, from its other side
    or from another source than the one counted.
    """

    topic: str
    of: str
    way: Way
    unit: str
    year: int | None
    total: float
    parts: tuple[Part, ...]
    concentration: Concentration | None
    told_by: tuple[tuple[str, int], ...]
    left_out: int


@dataclass(slots=True)
class _Tally:
    low: float = 0.0
    value: float = 0.0
    high: float = 0.0
    claims: dict[ClaimId, DocumentId] = field(default_factory=dict)
    documents: set[DocumentId] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)

    def add(self, figure: Figure) -> None:
        told = figure.telling
        self.claims.setdefault(told.claim, told.documents[0])
        self.documents.update(told.documents)
        if figure.once is None:
            self.low, self.value, self.high = self.low + told.low, self.value + told.value, self.high + told.high
        elif figure.once not in self.counted:
            self.counted.add(figure.once)
            self.low, self.value, self.high = self.low + 1, self.value + 1, self.high + 1

    def take(self, other: "_Tally") -> None:
        self.low, self.value, self.high = self.low + other.low, self.value + other.value, self.high + other.high
        self.claims = self.claims | other.claims
        self.documents |= other.documents


@dataclass(slots=True)
class Ledger:
    """Takes figures in, one after the other, and sums them by power and year; it keeps ids, and no claim."""

    _flows: dict[tuple[str, str, Way, str, str, int | None, str | None], dict[tuple[bool, str], _Tally]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(self, figure: Figure) -> None:
        """Take a figure in."""
        owned = figure.once if figure.topic in _OWNED else None  # two things owned are no two tellings of one flow
        flow = figure.topic, figure.of, figure.way, figure.unit, figure.power, figure.year, owned
        side = figure.by_host, figure.telling.register
        self._flows[flow].setdefault(side, _Tally()).add(figure)

    def measures(self, source_of: Callable[[DocumentId], str], *, by_year: bool) -> list[Measure]:
        """All that is measured: by topic, what, way, unit and year."""
        kept: dict[Measured, dict[str, _Tally]] = defaultdict(dict)
        left_out: Counter[Measured] = Counter()
        for (topic, of, way, unit, power, year, _), sides in self._flows.items():
            counted, again = _chosen(sides)
            for measured in _measured(topic, (of, way, unit), year if by_year else None):
                kept[measured].setdefault(power, _Tally()).take(counted)
                left_out[measured] += again
        found = [_measure(one, parts, left_out[one], source_of) for one, parts in kept.items()]
        return sorted(found, key=_order)

    @property
    def undated(self) -> int:
        """How many claims are of no one year."""
        told = {c for flow, sides in self._flows.items() if flow[5] is None for t in sides.values() for c in t.claims}
        return len(told)


def _chosen(sides: dict[tuple[bool, str], _Tally]) -> tuple[_Tally, int]:
    """The one telling of a flow that counts, and how many claims tell it again.

    The host's own register comes before its partner's, a register before all else, the one with most claims before
    others. Values that other registers of the same side give make a range.
    """
    if len(sides) == 1:
        return next(iter(sides.values())), 0
    best = min(sides, key=lambda side: (side[1] == PRESS, not side[0], -len(sides[side].claims), side[1]))
    chosen = _Tally()
    chosen.take(sides[best])
    for side, tally in sides.items():
        if side != best and side[0] == best[0] and side[1] != PRESS:
            chosen.low, chosen.high = min(chosen.low, tally.low), max(chosen.high, tally.high)
    told_again = {claim for side, tally in sides.items() if side != best for claim in tally.claims}
    return chosen, len(told_again - chosen.claims.keys())


def _measured(topic: str, what: tuple[str, Way, str], year: int | None) -> Iterator[Measured]:
    of, way, unit = what
    yield topic, of, way, unit, year
    if topic == Topic.TRADE:
        yield topic, "exports and imports", Way.BOTH, unit, year


def _measure(
    measured: Measured, tallies: dict[str, _Tally], left_out: int, source_of: Callable[[DocumentId], str]
) -> Measure:
    topic, of, way, unit, year = measured
    total = sum(tally.value for tally in tallies.values())
    told_by = Counter(source_of(one) for tally in tallies.values() for one in tally.documents)
    parts = [
        Part(
            power=power, value=tally.value, low=tally.low, high=tally.high, claims=tuple(tally.claims),
            opens_in=next(iter(tally.claims.values())),
            share=tally.value / total if total > 0 else None, documents=len(tally.documents),
            sources=len({source_of(one) for one in tally.documents}),
        )
        for power, tally in tallies.items()
    ]  # fmt: skip
    return Measure(
        topic=topic, of=of, way=way, unit=unit, year=year, total=total, left_out=left_out,
        parts=tuple(sorted(parts, key=lambda part: (-part.value, part.power))),
        concentration=concentration(tally.value for tally in tallies.values()),
        told_by=tuple(sorted(told_by.items(), key=lambda one: (-one[1], one[0]))),
    )  # fmt: skip


def _order(one: Measure) -> tuple[object, ...]:
    return one.topic, one.of, one.way, one.unit, one.year is None, one.year or 0
