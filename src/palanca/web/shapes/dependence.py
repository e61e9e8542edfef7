"""On whom a country depends, as the API shows it."""

from itertools import starmap

from palanca.analysis.dependence import Dependence as DependenceRecord
from palanca.analysis.dependence.capacity import FORMULA, MISSING
from palanca.analysis.dependence.capacity import Capacity as CapacityRecord
from palanca.analysis.dependence.concentration import Concentration as ConcentrationRecord
from palanca.analysis.dependence.coverage import COVERAGE
from palanca.analysis.dependence.figures import Way
from palanca.analysis.dependence.shares import Measure as MeasureRecord
from palanca.analysis.dependence.shares import Part
from palanca.web.shapes.claims import ClaimIds, Scope, shown_ids, shown_scope
from palanca.web.shapes.powers import Power, shown_power
from palanca.web.shapes.sayings import Saying, shown_saying, shown_sayings
from palanca.web.shapes.shape import Shape


class Share(Shape):
    """What is told of one power. `share` is of all parts; from `low` to `high` reach values that sources dispute.

    `opens_in` is a document in which the first of the claims tells it.
    """

    power: Power
    value: float
    low: float
    high: float
    share: float | None
    documents: int
    sources: int
    claims: ClaimIds
    opens_in: str


class Concentration(Shape):
    """How concentrated a total is: Herfindahl's index, and the same from 0 to 1 where there is more than one part."""

    index: float
    normalised: float | None
    parts: int


class ToldBy(Shape):
    """A source of a measure and how many of its documents tell it."""

    source: str
    documents: int


class Measure(Shape):
    """One thing measured in one unit, over all years (`year` null) or in one; the largest share first.

    `left_out` are claims that tell a flow again.
    """

    topic: str
    of: str
    way: Way
    unit: str
    year: int | None
    total: float
    shares: list[Share]
    concentration: Concentration | None
    told_by: list[ToldBy]
    left_out: int


class Capacity(Shape):
    """Volume × dependence for one power, with all that went into it; `of_gdp` is null where no product is told."""

    topic: str
    unit: str
    year: int | None
    power: Power
    volume: float
    largest: float
    total: float
    bandwidth: float
    dependence: float
    capacity: float
    of_gdp: float | None


class Covered(Shape):
    """What a register says that it covers."""

    register_name: str
    covers: list[Saying]


class Dependence(Shape):
    """The answer for one host. `missing` are inputs of the published index that `formula` has not."""

    host: Power
    measures: list[Measure]
    capacities: list[Capacity]
    formula: str
    missing: list[Saying]
    registers: list[Covered]
    scope: Scope


def shown_dependence(found: DependenceRecord) -> Dependence:
    """The answer as it is shown."""
    return Dependence(
        host=shown_power(found.host),
        measures=list(map(_measure, found.measures)),
        capacities=list(map(_capacity, found.capacities)),
        formula=FORMULA,
        missing=[shown_saying(one, MISSING) for one in MISSING.templates.values()],
        registers=list(starmap(_covered, sorted(found.registers.items()))),
        scope=shown_scope(found.scope),
    )


def _covered(name: str, covers: str) -> Covered:
    return Covered(register_name=name, covers=shown_sayings(covers, COVERAGE))


def _measure(one: MeasureRecord) -> Measure:
    return Measure(
        topic=one.topic, of=one.of, way=one.way, unit=one.unit, year=one.year, total=one.total,
        shares=list(map(_share, one.parts)),
        concentration=_concentration(one.concentration) if one.concentration else None,
        told_by=[ToldBy(source=source, documents=documents) for source, documents in one.told_by],
        left_out=one.left_out,
    )  # fmt: skip


def _concentration(one: ConcentrationRecord) -> Concentration:
    return Concentration(index=one.index, normalised=one.normalised, parts=one.parts)


def _share(one: Part) -> Share:
    return Share(
        power=shown_power(one.power), value=one.value, low=one.low, high=one.high, share=one.share,
        documents=one.documents, sources=one.sources, claims=shown_ids(one.claims), opens_in=one.opens_in,
    )  # fmt: skip


def _capacity(one: CapacityRecord) -> Capacity:
    return Capacity(
        topic=one.topic, unit=one.unit, year=one.year, power=shown_power(one.power), volume=one.volume,
        largest=one.largest, total=one.total, bandwidth=one.bandwidth, dependence=one.dependence,
        capacity=one.capacity, of_gdp=one.of_gdp,
    )  # fmt: skip
