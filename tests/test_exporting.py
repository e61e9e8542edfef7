"""The library's export: what it gives back, and that it settles first."""

import csv
import io
import json
from pathlib import Path

import palanca
from palanca.exporting import Exported
from palanca.records import Modality
from tests.exchange.outgoing_case import AT, MEETING, REFUSED, UNDATED, reading_of


def test_an_export_tells_its_format_and_what_it_left_out(tmp_path: Path) -> None:
    with palanca.open_case(tmp_path / "c.palanca", create=True) as case:
        case.put(reading_of("port", MEETING, REFUSED, UNDATED), at=AT)
        done = palanca.export(case, tmp_path / "port.timeline.json")
    assert done == Exported(format="timelinejs", left_out={"events without a time": 1})
    slides = json.loads((tmp_path / "port.timeline.json").read_text(encoding="utf-8"))["events"]
    assert [slide["claim"]["modality"] for slide in slides] == [Modality.ASSERTED, Modality.DENIED]


def test_an_open_text_takes_an_export_too(tmp_path: Path) -> None:
    out = io.StringIO()
    with palanca.open_case(tmp_path / "c.palanca", create=True) as case:
        case.put(reading_of("port", MEETING), at=AT)
        palanca.export(case, out, palanca.Filter(who="Nobody at all"), format="geojson")
    assert json.loads(out.getvalue())["features"] == []


def test_a_query_narrows_claims_things_and_documents(tmp_path: Path) -> None:
    with palanca.open_case(tmp_path / "c.palanca", create=True) as case:
        case.put(reading_of("port", MEETING), at=AT)
        case.put(reading_of("loan", REFUSED), at=AT)
        for kinds, documents in (("kind:event document:port", ["port"]), ("document:none", []), ("", ["loan", "port"])):
            palanca.export(case, f"{tmp_path}/lists/", query=palanca.query_of(kinds))
            with (tmp_path / "lists" / "documents.csv").open(encoding="utf-8", newline="") as listed:
                assert sorted(row["name"] for row in csv.DictReader(listed)) == documents


def test_halves_of_characters_in_names_of_files_do_not_stop_it(tmp_path: Path) -> None:
    with palanca.open_case(tmp_path / "c.palanca", create=True) as case:
        case.put(reading_of("port\udcff", MEETING), at=AT)
        for target in ("port.plover.jsonl", "port.tsv", "port.gexf", "port.xlsx", "lists/"):
            palanca.export(case, f"{tmp_path}/{target}")
    line = json.loads((tmp_path / "port.plover.jsonl").read_text(encoding="utf-8"))
    assert line["document"] == "port?"
    assert "\tport\t" in (tmp_path / "port.tsv").read_text(encoding="utf-8")
