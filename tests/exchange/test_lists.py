"""The lists for spreadsheets: CSV in a folder or archive, and the workbook."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from palanca.exchange import csv_lists, workbook
from palanca.exchange.lists import LISTS
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.spreadsheets import Cell, harmless
from palanca.records import Filter, Kind
from tests.exchange.outgoing_case import (
    HOSTILE,
    LOSS,
    MARRIAGE,
    MEETING,
    OFFICE,
    REFUSED,
    claim_of,
    outgoing_of,
    reading_of,
    things_of,
)


@pytest.fixture
def outgoing(tmp_path: Path) -> Iterator[Outgoing]:
    with outgoing_of(
        tmp_path, reading_of("port", MEETING, OFFICE, REFUSED), reading_of("evil", HOSTILE, LOSS)
    ) as found:
        yield found


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def written(outgoing: Outgoing, folder: Path, name: str) -> list[dict[str, str]]:
    csv_lists.write(outgoing, folder / "lists")
    return rows_of((folder / "lists" / f"{name}.csv").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-cmd", "'-cmd"),
        ("@sum", "'@sum"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝1", "'＝1"),
        ("\x00=1", "'=1"),
        ("-5", "-5"),
        ("+1,200.50", "+1,200.50"),
        ("-5+3", "'-5+3"),
        (-5, -5),
        (None, None),
        ("a=b", "a=b"),
        ("a\x07b\ud800", "ab"),
        ("\u202eabc\u202c", "\u202eabc\u202c"),
    ],
)
def test_only_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: Cell, kept: Cell) -> None:
    assert harmless(cell) == kept


def test_an_event_stands_with_its_parties_offices_and_sentence(outgoing: Outgoing, tmp_path: Path) -> None:
    first, _ = written(outgoing, tmp_path, "events")
    things = things_of(outgoing)
    assert first == {
        "time": "2025-03-04", "channel": "diplomatic", "category": "CONSULT", "actors": "Ama Owusu; Rajiv Menon",
        "recipients": "", "place": "Accra", "speaker": "", "then": "Ama Owusu (minister of transport, Ghana?)",
        "things": " ".join(things[name] for name in ("Ama Owusu", "Rajiv Menon", "Accra")),
        "claim": claim_of(outgoing, Kind.EVENT, MEETING.text), "modality": "asserted", "stance": "supports",
        "statements": "1", "documents": "1", "sources": "1", "disputed": "", "review": "open", "confidence": "0.9",
        "document": "port", "page": "", "sentence": MEETING.text,
    }  # fmt: skip


def test_what_is_denied_says_so(outgoing: Outgoing, tmp_path: Path) -> None:
    _, refused = written(outgoing, tmp_path, "events")
    assert (refused["modality"], refused["stance"], refused["sentence"]) == ("denied", "denies", REFUSED.text)


def test_evidence_has_the_words_at_their_span(outgoing: Outgoing, tmp_path: Path) -> None:
    found = {row["sentence"]: row for row in written(outgoing, tmp_path, "evidence")}
    row = found[OFFICE.text]
    text = outgoing.case.document("port").text
    assert text[int(row["start"]) : int(row["end"])] == row["words"] == OFFICE.text
    assert (row["kind"], row["document"], row["stance"], row["voice"]) == ("office", "port", "supports", "0")


def test_a_person_is_one_line_with_all_offices(outgoing: Outgoing, tmp_path: Path) -> None:
    found = {row["name"]: row for row in written(outgoing, tmp_path, "people")}
    assert found["Ama Owusu"] == {
        "id": things_of(outgoing)["Ama Owusu"], "name": "Ama Owusu", "other names": "", "country": "GHA",
        "documents": "1", "offices": "minister of transport, Ghana (current, from 2025-01-02)",
        "claims": claim_of(outgoing, Kind.OFFICE, OFFICE.text),
    }  # fmt: skip


def test_formulas_of_documents_are_text_and_amounts_are_numbers(outgoing: Outgoing, tmp_path: Path) -> None:
    (tie,) = written(outgoing, tmp_path, "ties")
    assert tie["source"] == "'=cmd|'/C calc'!A0"
    assert tie["sentence"] == "'" + HOSTILE.text.replace("\x07\x00", "")
    (loss,) = rows_of((tmp_path / "lists" / "quantities.csv").read_text(encoding="utf-8"))
    assert (loss["value"], loss["unit"]) == ("-5", "percent")


def test_archive_and_folder_hold_the_same_lists(outgoing: Outgoing, tmp_path: Path) -> None:
    csv_lists.write(outgoing, tmp_path / "lists")
    csv_lists.write(outgoing, tmp_path / "lists.zip")
    with ZipFile(tmp_path / "lists.zip") as archive:
        assert archive.namelist() == [f"{one.name}.csv" for one in LISTS]
        for name in archive.namelist():
            assert archive.read(name) == (tmp_path / "lists" / name).read_bytes()


def test_sheets_hold_what_the_csv_files_hold(outgoing: Outgoing, tmp_path: Path) -> None:
    workbook.write(outgoing, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert book.sheetnames == [one.name for one in LISTS]
    for one in LISTS:
        header, *lines = book[one.name].iter_rows(values_only=True)
        assert header == one.columns
        assert [list(line) for line in lines] == [
            [cell if cell != "" else None for cell in map(harmless, line)] for line in one.lines(outgoing)
        ]
    book.close()


def test_sheet_keeps_its_header_in_sight_and_numbers_as_numbers(outgoing: Outgoing, tmp_path: Path) -> None:
    workbook.write(outgoing, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    sheet = book["quantities"]
    assert (sheet.freeze_panes, sheet["A2"].value, sheet["A2"].data_type) == ("A2", -5, "n")
    assert {cell.data_type for row in book["ties"].iter_rows() for cell in row} <= {"inlineStr", "s", "n"}
    book.close()


def test_a_list_too_long_for_a_sheet_goes_on_in_another(
    outgoing: Outgoing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 1)
    workbook.write(outgoing, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert [sheet.max_row for sheet in (book["events"], book["events 2"])] == [2, 2]
    assert "events 3" not in book.sheetnames
    book.close()


def test_a_cell_too_long_for_a_sheet_is_cut_and_counted(
    outgoing: Outgoing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "_MOST_CHARS", 80)
    workbook.write(outgoing, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert book["events"].cell(2, 21).value == MEETING.text[:79] + "…"
    assert outgoing.left_out["ends of cells that were too long for a sheet"] > 0
    book.close()


def test_narrowed_lists_hold_the_things_and_documents_of_their_claims(outgoing: Outgoing) -> None:
    narrowed = Outgoing(case=outgoing.case, wanted=Filter(who="Kofi Mensah"))
    lines = {
        one.name: [line[1] for line in one.lines(narrowed)] for one in LISTS if one.name in {"things", "documents"}
    }
    assert lines == {"documents": ["evil"], "things": ["=cmd|'/C calc'!A0", "Kofi Mensah"]}


def test_a_marriage_without_a_time_is_listed_without_one(tmp_path: Path) -> None:
    with outgoing_of(tmp_path, reading_of("port", MARRIAGE)) as found:
        (tie,) = written(found, tmp_path, "ties")
    assert (tie["source"], tie["kind"], tie["target"], tie["time"]) == ("Ama Owusu", "spouse", "Kofi Mensah", "")
