"""Events on a map: a FeatureCollection of GeoJSON (RFC 7946), each event at a point, longitude before latitude.

Points are towns of GeoNames, see `lexicon.coordinates`. Where only a country is told the point is its capital, and
`precision` is "country": such points are to be drawn apart, or not at all. An event without a place, at a place that is
no town (a region, a building), or whose name several towns bear, is left out. Nothing is placed on a guess.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from palanca.analysis.tables import Row, columns
from palanca.exchange.facts import Json
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.provenance import held_then, provenance
from palanca.lexicon.coordinates import Point, capital_of, town_at
from palanca.lexicon.places import PlaceKind, place_named
from palanca.records import Kind, Party, Time

_ATTRIBUTION = "Places: GeoNames (https://www.geonames.org), CC BY 4.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    point: Point
    precision: str


def write(outgoing: Outgoing) -> Iterator[str]:
    """The events that have a point, by time."""
    yield f'{{"type": "FeatureCollection", "attribution": {json.dumps(_ATTRIBUTION)}, "features": ['
    between = "\n"
    for row in outgoing.rows(Kind.EVENT):
        place = row.claim.place
        placed = _placed(place, outgoing) if place else None
        if placed is None:
            outgoing.left_out["events at places without a sure point" if place else "events without a place"] += 1
            continue
        yield between + json.dumps(_feature(row, placed), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _placed(place: Party, outgoing: Outgoing) -> _Placed | None:
    thing = outgoing.thing(place.identity) if place.identity else None
    if thing and thing.is_country and thing.country:
        return _known(capital_of(thing.country), "country")
    listed = place_named(place.text)
    if listed and listed.kind is not PlaceKind.CITY:
        return None
    country = (thing.country if thing else None) or (listed.country if listed else None)
    names = dict.fromkeys((thing.caption, place.text) if thing else (place.text,))
    points = {point for name in names if (point := town_at(name, country))}
    return _known(points.pop() if len(points) == 1 else None, "town")


def _known(point: Point | None, precision: str) -> _Placed | None:
    return _Placed(point=point, precision=precision) if point else None


def _feature(row: Row, placed: _Placed) -> dict[str, Json]:
    told = provenance(row)
    cells = {name: cell for name, cell in zip(columns(Kind.EVENT), row.cells, strict=True) if name != "status"}
    point = placed.point
    return {
        "type": "Feature",
        "id": row.claim.id,
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        "properties": {
            "precision": placed.precision, "town": point.name, "country": point.country, **cells,
            **_days(row.claim.time), "then": held_then(row), **told,
        },
    }  # fmt: skip


def _days(time: Time | None) -> dict[str, Json]:
    """The earliest and the latest day that the time can mean; None where it is open or not told."""
    first, last = (time.first_day, time.last_day) if time else (None, None)
    return {"first_day": first.isoformat() if first else None, "last_day": last.isoformat() if last else None}
