"""Where a claim took place, as a point on the earth; nothing is placed on a guess.

Points are towns of GeoNames, see `lexicon.coordinates`. Where only a country is told the point is its capital, and
`precision` is "country": such points are to be drawn apart. A place that is no town (a region, a building), or whose
name several towns bear, has no point.
"""

from dataclasses import dataclass

from palanca.lexicon.coordinates import Point, capital_of, town_at
from palanca.lexicon.places import PlaceKind, place_named
from palanca.records import Identity, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A point, and whether it stands for a "town" or for a "country"."""

    point: Point
    precision: str


def placed(place: Party, thing: Identity | None) -> Placed | None:
    """The point of a place; `thing` is what it is in the case, where that is known."""
    if thing and thing.is_country and thing.country:
        return _known(capital_of(thing.country), "country")
    listed = place_named(place.text)
    if listed and listed.kind is not PlaceKind.CITY:
        return None
    country = (thing.country if thing else None) or (listed.country if listed else None)
    names = dict.fromkeys((thing.caption, place.text) if thing else (place.text,))
    points = {point for name in names if (point := town_at(name, country))}
    return _known(points.pop() if len(points) == 1 else None, "town")


def _known(point: Point | None, precision: str) -> Placed | None:
    return Placed(point=point, precision=precision) if point else None
