from datetime import date, datetime
from pathlib import Path

from palanca.records import Document, Origin, Time
from tests.sources.making import document, documents, read, reason, repacked, workbook, written

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def test_sheet_row_becomes_a_document(tmp_path: Path) -> None:
    rows: list[list[object]] = [["id", "text", "date"], [7, "The lease.", datetime(2020, 5, 4)]]  # noqa: DTZ001
    path = workbook(tmp_path / "a.xlsx", {"News": rows})
    found = document(path)
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert found == Document(
        name="7",
        text="The lease.",
        origin=Origin(path=path.as_posix(), bytes_sha256=found.origin.bytes_sha256, media_type=media_type, row=2),
        published=Time.day(date(2020, 5, 4)),
    )


def test_every_sheet_is_read_and_names_its_rows(tmp_path: Path) -> None:
    sheets: dict[str, list[list[object]]] = {
        "Mayo": [[], ["text"], ["One"], [], ["Two"]],
        "Empty": [],
        "Junio": [["title", "text"], ["Dock", "Three"]],
    }
    found = documents(read(workbook(tmp_path / "a.xlsx", sheets)))
    assert [(d.name, d.text, d.origin.member, d.origin.row) for d in found] == [
        ("a-Mayo-0", "One", "Mayo", 3),
        ("a-Mayo-1", "Two", "Mayo", 5),
        ("a-Junio-0", "Three", "Junio", 2),
    ]


def test_sheet_without_text_is_one_rejection(tmp_path: Path) -> None:
    assert "its columns are: id, body" in reason(
        workbook(tmp_path / "a.xlsx", {"A": [["id", "body"], [1, "x"], [2, "y"]]})
    )


def test_empty_workbook_is_rejected(tmp_path: Path) -> None:
    assert "holds nothing" in reason(workbook(tmp_path / "a.xlsx", {"A": []}))


def test_workbook_that_defines_entities_is_refused(tmp_path: Path) -> None:
    sheet = f'<!DOCTYPE x [<!ENTITY a "ha">]><worksheet {MAIN}><sheetData/></worksheet>'
    path = repacked(workbook(tmp_path / "a.xlsx", {"A": [["text"], ["x"]]}), {"xl/worksheets/sheet1.xml": sheet})
    assert "entities" in reason(path)


def test_invented_row_numbers_do_not_run_forever(tmp_path: Path) -> None:
    cell = '<c r="A{0}" t="inlineStr"><is><t>{1}</t></is></c>'
    rows = f'<row r="1">{cell.format(1, "text")}</row><row r="99999999999">{cell.format(99999999999, "x")}</row>'
    sheet = f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"
    path = repacked(workbook(tmp_path / "a.xlsx", {"A": [["text"], ["x"]]}), {"xl/worksheets/sheet1.xml": sheet})
    assert "more empty rows than Excel has" in reason(path)


def test_workbook_named_csv_asks_for_its_right_name(tmp_path: Path) -> None:
    content = workbook(tmp_path / "a.xlsx", {"A": [["text"], ["x"]]}).read_bytes()
    assert reason(written(tmp_path / "b.csv", content)) == (
        "this file is named .csv but holds an Excel workbook: rename it to .xlsx"
    )
