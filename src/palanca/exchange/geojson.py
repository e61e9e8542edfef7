"""Events on a map: a FeatureCollection of GeoJSON (RFC 7946), each event at a point, longitude before latitude.

See `analysis.geography` for what has a point. Where `precision` is "country" the point is the capital and is to be
drawn apart, or not at all. An event without a sure point is left out.
"""

import json
from collections.abc import Iterator

from palanca.analysis.geography import Placed, placed
from palanca.analysis.tables import Row, columns
from palanca.exchange.facts import Json
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.provenance import held_then, provenance
from palanca.records import Kind, Time

_ATTRIBUTION = "Places: GeoNames (https://www.geonames.org), CC BY 4.0"


def write(outgoing: Outgoing) -> Iterator[str]:
    """The events that have a point, by time."""
    yield f'{{"type": "FeatureCollection", "attribution": {json.dumps(_ATTRIBUTION)}, "features": ['
    between = "\n"
    for row in outgoing.rows(Kind.EVENT):
        place = row.claim.place
        thing = outgoing.thing(place.identity) if place and place.identity else None
        found = placed(place, thing) if place else None
        if found is None:
            outgoing.left_out["events at places without a sure point" if place else "events without a place"] += 1
            continue
        yield between + json.dumps(_feature(row, found), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _feature(row: Row, found: Placed) -> dict[str, Json]:
    told = provenance(row)
    cells = {name: cell for name, cell in zip(columns(Kind.EVENT), row.cells, strict=True) if name != "status"}
    point = found.point
    return {
        "type": "Feature",
        "id": row.claim.id,
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        "properties": {
            "precision": found.precision, "town": point.name, "country": point.country, **cells,
            **_days(row.claim.time), "then": held_then(row), **told,
        },
    }  # fmt: skip


def _days(time: Time | None) -> dict[str, Json]:
    """The earliest and the latest day that the time can mean; None where it is open or not told."""
    first, last = (time.first_day, time.last_day) if time else (None, None)
    return {"first_day": first.isoformat() if first else None, "last_day": last.isoformat() if last else None}
