"""Rows become documents, and bad rows are told of."""

import json
from pathlib import Path

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from palanca.records import Rejection, Time
from palanca.records.register import cells_of, row_text
from palanca.registers.rows import Remark, RemarkKind, TableEnd
from tests.registers.making import HEADER, VISITS, documents, read_file, reasons, rows_of, visits

GOOD = "1,Ana Ruiz,Costa SA;Port Union,Minister Ivo Rade,yes,03/04/2023,05/04/2023,held"


def test_a_row_is_a_document_of_its_cells(tmp_path: Path) -> None:
    (found,) = documents(visits(tmp_path, GOOD))
    assert found.name == "harbour_visits-1"
    assert found.register == "harbour_visits"
    assert found.outlet == "Harbour Authority"
    assert found.origin.row == 2
    assert found.text == (
        "harbour_visits\nid: 1\nvisitor: Ana Ruiz\nrepresents: Costa SA;Port Union\nhost: Minister Ivo Rade\n"
        "lobbying: yes\nentry: 03/04/2023\nexit: 05/04/2023\nstatus: held"
    )


def test_a_skipped_row_is_counted(tmp_path: Path) -> None:
    found = visits(tmp_path, GOOD.replace("held", "Cancelled"))
    assert not documents(found)
    assert [item.kind for item in found if isinstance(item, Remark)] == [RemarkKind.SKIPPED]


def test_a_wrong_delimiter_is_one_rejection_that_names_columns(tmp_path: Path) -> None:
    (found,) = rows_of(tmp_path, "id~visitor~host\n1~Ana Ruiz~Ivo Rade\n2~Li Wa~Ivo Rade\n")
    assert isinstance(found, Rejection)
    assert "lacks what the mapping reads: id, visitor" in found.reason
    assert "id~visitor~host" in found.reason


def test_the_delimiter_that_gives_the_wanted_columns_is_taken(tmp_path: Path) -> None:
    header = HEADER.replace(",", ";")
    found = rows_of(tmp_path, f"{header}\n1;Ruiz, Ana;;Rade, Ivo;no;03/04/2023;;held\n")
    assert documents(found)[0].text.split("\n")[2] == "visitor: Ruiz, Ana"


def test_a_row_with_too_many_cells_is_refused_and_the_rest_goes_in(tmp_path: Path) -> None:
    found = visits(tmp_path, f"{GOOD},more,cells", GOOD.replace("1,", "2,", 1))
    assert [item.name for item in documents(found)] == ["harbour_visits-2"]
    assert "row 2 has more cells" in reasons(found)[0]


def test_a_row_that_ends_early_is_taken_with_a_warning(tmp_path: Path) -> None:
    found = visits(tmp_path, "1,Ana Ruiz,,Ivo Rade")
    assert len(documents(found)) == 1
    assert reasons(found) == ["it ends before column lobbying, which is taken as empty with those after it"]


def test_an_empty_key_is_refused_with_its_column(tmp_path: Path) -> None:
    found = visits(tmp_path, GOOD.removeprefix("1"))
    assert reasons(found) == ["column id: empty, although it is the key of the row: fill it in"]


def test_a_row_that_names_nobody_is_refused(tmp_path: Path) -> None:
    found = visits(tmp_path, "1,,,,yes,03/04/2023,,held")
    assert reasons(found) == ["it names nobody: all of visitor, represents, host are empty"]


def test_a_key_that_stands_twice_with_other_content_keeps_both(tmp_path: Path) -> None:
    found = visits(tmp_path, GOOD, GOOD.replace("Ana Ruiz", "Li Wa"))
    assert [item.name for item in documents(found)] == ["harbour_visits-1", "harbour_visits-1 (2)"]
    assert reasons(found) == ["column id: the same as in row 2, which says other things; both are kept"]


def test_a_row_that_stands_twice_is_one(tmp_path: Path) -> None:
    found = visits(tmp_path, GOOD, GOOD)
    assert len(documents(found)) == 1
    assert [item.kind for item in found if isinstance(item, Remark)] == [RemarkKind.REPEATED]


def test_dates_that_are_none_are_warned_of_with_their_column(tmp_path: Path) -> None:
    found = visits(tmp_path, GOOD.replace("03/04/2023", "0000-00-00").replace("05/04/2023", "soon"))
    assert len(documents(found)) == 1
    assert reasons(found)[0].startswith("column entry and exit: '0000-00-00' is no date")


def test_an_end_before_the_start_is_warned_of(tmp_path: Path) -> None:
    found = visits(tmp_path, GOOD.replace("05/04/2023", "01/04/2023"))
    assert reasons(found) == [
        "column entry and exit: ends 2023-04-01, before it starts (2023-04-03); the start alone is kept"
    ]


def test_mixed_encodings_are_read(tmp_path: Path) -> None:
    file = tmp_path / "visits.csv"
    rows = [GOOD.replace("Ana Ruiz", "José Peña"), GOOD.replace("1,", "2,", 1).replace("Ana Ruiz", "Zoë Añez")]
    file.write_bytes(f"{HEADER}\n{rows[0]}\n".encode() + f"{rows[1]}\n".encode("cp1252"))
    assert [item.text.split("\n")[2] for item in documents(read_file(file))] == [
        "visitor: José Peña", "visitor: Zoë Añez",
    ]  # fmt: skip


def test_merged_cells_have_the_value_of_the_first_and_a_warning(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADER.split(","), GOOD.split(","), [2, None, None, "Ivo Rade", None, None, None, "held"]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    book.save(tmp_path / "visits.xlsx")
    found = read_file(tmp_path / "visits.xlsx")
    assert documents(found)[1].text.split("\n")[2] == "visitor: Ana Ruiz"
    assert reasons(found) == ["column visitor: the cell is merged with another, of which it takes the value"]


def test_sheets_that_are_not_wanted_are_left(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title, number in (("Visits", "1"), ("Notes", "2")):
        sheet = book.create_sheet(title)
        sheet.append(HEADER.split(","))
        sheet.append(GOOD.replace("1,", f"{number},", 1).split(","))
    book.save(tmp_path / "visits.xlsx")
    found = read_file(tmp_path / "visits.xlsx", VISITS + "sheets: [Visits]\n")
    assert [(item.name, item.origin.member) for item in documents(found)] == [("harbour_visits-1", "Visits")]


def test_dates_of_a_sheet_are_days(tmp_path: Path) -> None:
    import datetime

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER.split(","))
    sheet.append([1, "Ana Ruiz", None, "Ivo Rade", None, datetime.date(2023, 4, 3), 45021, "held"])
    book.save(tmp_path / "visits.xlsx")
    found = read_file(tmp_path / "visits.xlsx")
    assert documents(found)[0].text.split("\n")[4:6] == ["entry: 2023-04-03", "exit: 45021"]
    assert reasons(found) == []


def test_json_lines_may_lack_columns_and_nest_them(tmp_path: Path) -> None:
    line = json.dumps({"id": 7, "visitor": ["Ana Ruiz", "Li Wa"], "host": {"name": "Ivo Rade"}, "fee": 5.0})
    (found,) = documents(rows_of(tmp_path, line + "\n", name="visits.jsonl"))
    assert found.text.split("\n")[1:] == ["id: 7", "visitor: Ana Ruiz; Li Wa", "host/name: Ivo Rade", "fee: 5"]


def test_without_a_key_the_place_in_the_table_is_the_name(tmp_path: Path) -> None:
    keyless = VISITS.replace("key: [id]\n", "")
    found = visits(tmp_path, GOOD, GOOD.replace("1,", "2,", 1), mapping=keyless)
    assert [item.name for item in documents(found)] == ["harbour_visits-visits-0", "harbour_visits-visits-1"]


def test_the_end_of_a_table_tells_its_rows(tmp_path: Path) -> None:
    *_, end = visits(tmp_path, GOOD)
    assert isinstance(end, TableEnd)
    assert (end.file, end.member) == ("visits.csv", None)
    assert "harbour_visits-1" in end.names
    assert "harbour_visits-2" not in end.names


def test_a_table_that_breaks_off_has_no_end(tmp_path: Path) -> None:
    found = visits(tmp_path, GOOD, '2,"Li Wa,never closed' + "x" * 5_000_000)
    assert not any(isinstance(item, TableEnd) for item in found)
    assert any(isinstance(item, Rejection) for item in found)


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    assert reasons(visits(tmp_path)) == ["the table has no rows: fill it in, or leave it out"]


def test_publication_may_be_a_column(tmp_path: Path) -> None:
    found = visits(tmp_path, GOOD, mapping=VISITS + "published: entry\n")
    assert documents(found)[0].published == Time.parse("2023-04-03")


@given(st.lists(st.tuples(st.text(min_size=1, max_size=8), st.text(max_size=12)), max_size=6))
def test_cells_slice_back_to_their_values(cells: list[tuple[str, str]]) -> None:
    from palanca.records import Document, Origin

    origin = Origin(path="t.csv", bytes_sha256="", media_type="text/csv")
    document = Document(name="t", text=row_text("reg", cells), origin=origin, register="reg")
    wanted = [" ".join(value.strip().splitlines()) for _, value in cells if value.strip()]
    found = [cell.span.of(document.text) for cell in cells_of(document)]
    assert found == [value for value in wanted if value]
