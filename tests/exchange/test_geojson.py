"""Events on a map, held against the rules of RFC 7946."""

from dataclasses import replace
from pathlib import Path

from palanca.exchange import geojson
from palanca.records import Kind
from tests.exchange.outgoing_case import MEETING, OFFICE, REFUSED, UNDATED, claim_of, outgoing_of, parsed, reading_of


def test_a_meeting_stands_at_its_town_longitude_first(tmp_path: Path) -> None:
    with outgoing_of(tmp_path, reading_of("port", MEETING, OFFICE)) as outgoing:
        found = parsed(geojson.write(outgoing))
        claim = claim_of(outgoing, Kind.EVENT, MEETING.text)
    assert found["type"] == "FeatureCollection"
    (feature,) = found["features"]
    longitude, latitude = feature["geometry"].pop("coordinates")
    assert (round(longitude, 1), round(latitude, 1)) == (-0.2, 5.6)
    assert feature == {
        "type": "Feature",
        "id": claim,
        "geometry": {"type": "Point"},
        "properties": {
            "precision": "town", "town": "Accra", "country": "GHA", "time": "2025-03-04", "channel": "diplomatic",
            "category": "CONSULT", "actors": "Ama Owusu; Rajiv Menon", "recipients": "", "place": "Accra",
            "speaker": "", "first_day": "2025-03-04", "last_day": "2025-03-04",
            "then": "Ama Owusu (minister of transport, Ghana?)", "claim": claim, "modality": "asserted",
            "stance": "supports", "statements": 1, "documents": 1, "sources": 1, "disputed": "", "review": "open",
            "confidence": 0.9, "document": "port", "page": None, "sentence": MEETING.text,
        },
    }  # fmt: skip


def test_a_country_is_its_capital_and_says_so(tmp_path: Path) -> None:
    with outgoing_of(tmp_path, reading_of("port", REFUSED)) as outgoing:
        (feature,) = parsed(geojson.write(outgoing))["features"]
    told = feature["properties"]
    assert (told["precision"], told["town"], told["country"], told["modality"]) == ("country", "Lomé", "TGO", "denied")
    assert (told["first_day"], told["last_day"]) == ("2025-05-01", "2025-05-31")


def test_what_has_no_sure_point_is_left_out_and_counted(tmp_path: Path) -> None:
    said = [replace(MEETING, text=f"Ama Owusu met Rajiv Menon in {place}.", place=place)
            for place in ("Valencia", "a harbour", "the Sahel")]  # fmt: skip
    readings = [reading_of(f"port {number}", one) for number, one in enumerate((*said, UNDATED))]
    with outgoing_of(tmp_path, *readings) as outgoing:
        assert parsed(geojson.write(outgoing))["features"] == []
        assert outgoing.left_out == {"events at places without a sure point": 3, "events without a place": 1}
