"""Volume × dependence, after the Formal Bilateral Influence Capacity (FBIC) index.

Jonathan D. Moyer, Collin J. Meisel, Austin S. Matthews, David K. Bohl and Mathew J. Burrows, "China-US Competition:
Measuring Global Influence", Atlantic Council and Frederick S. Pardee Center, May 2021: the index joins the volume of
what two countries exchange ("bandwidth") with the dependence of one on the other, over economic, political and
security sub-indices, each scaled to the largest value of all pairs of states since 1960. A case holds neither all
pairs nor all inputs, so that what is worked out here has the form of one sub-index, and is not the published index:
what is missing is named, and nothing is put in its place.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from palanca.analysis.dependence.figures import Topic, Way
from palanca.analysis.dependence.shares import Measure
from palanca.records.sayings import Sayings

FORMULA = "capacity = bandwidth × dependence; bandwidth = volume / largest volume; dependence = volume / total volume"
MISSING = Sayings(
    {
        "pairs": "all pairs of states since 1960, to which the published index is scaled",
        "weights": "its weights of indicators",
        "agreements": "trade agreements",
        "aid": "aid, and its part of what the host receives",
        "diplomacy": "diplomatic representation and common membership of organisations",
        "alliances": "military alliances",
        "arms": "the host's stock of arms",
    }
)
"""Inputs of the published index that no case is asked for."""

_IN_ONE_UNIT = frozenset({"TIV"})
_CODE_LETTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """The construction for one power, with all that went into it.

    `of_gdp` is the volume over the host's gross domestic product; None where the case does not tell that.
    """

    topic: str
    unit: str
    year: int | None
    power: str
    volume: float
    largest: float
    total: float
    bandwidth: float
    dependence: float
    capacity: float
    of_gdp: float | None = None


def capacities(measures: Iterable[Measure], gdp: Mapping[tuple[str, int | None], float]) -> Iterator[Capacity]:
    """For trade both ways, and for arms that come in and are valued in one unit; in the order of measures and parts.

    `gdp` is the host's gross domestic product by unit and year.
    """
    for measure in measures:
        if not _is_volume(measure) or measure.total <= 0:
            continue
        largest, product = measure.parts[0].value, gdp.get((measure.unit, measure.year))
        for part in measure.parts:
            bandwidth, dependence = part.value / largest, part.value / measure.total
            yield Capacity(
                topic=measure.topic, unit=measure.unit, year=measure.year, power=part.power, volume=part.value,
                largest=largest, total=measure.total, bandwidth=bandwidth, dependence=dependence,
                capacity=bandwidth * dependence, of_gdp=part.value / product if product else None,
            )  # fmt: skip


def _is_volume(measure: Measure) -> bool:
    if measure.topic == Topic.TRADE:
        return measure.way is Way.BOTH
    is_valued = measure.unit in _IN_ONE_UNIT or (len(measure.unit) == _CODE_LETTERS and measure.unit.isupper())
    return measure.topic == Topic.ARMS and measure.way is Way.TO_HOST and is_valued
