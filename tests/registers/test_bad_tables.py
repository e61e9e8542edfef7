"""Tables as people really publish them: good rows go in with their values, bad ones are told by row and column."""

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

import palanca
from palanca.pipeline import ReadOptions
from palanca.records import Filter, QuantityDetail
from palanca.sources import SourceOptions

GRANTS = """\
name: grants
title: Grants of the Lake Fund
optional: [note]
dates: {order: day, empty: ["n/a"]}
things:
  giver: {schema: Organization, name: giver}
  taker: {schema: Person, name: taker}
statements:
  - kind: quantity
    source: [giver]
    target: [taker]
    value: amount
    unit: {constant: EUR}
    time: {from: start, to: end}
"""
KEYED = GRANTS.replace("optional:", "key: [id]\noptional:")
COMMA = GRANTS.replace("optional:", "decimal: ','\noptional:")
XML = GRANTS.replace("optional:", "rows: grants/grant\noptional:")
HEADER = ("giver", "taker", "amount", "start", "end")
ANA = ("Lake Fund", "Ana Ruiz", "100", "03/04/2023", "05/04/2023")
LI = ("Lake Fund", "Li Wa", "250", "04/04/2023", "04/04/2023")
ANA_READ = ("Lake Fund", "Ana Ruiz", 100.0, "2023-04-03/2023-04-05")
LI_READ = ("Lake Fund", "Li Wa", 250.0, "2023-04-04")

type Grant = tuple[str, str, float, str | None]
type Cells = Sequence[object]
type Reads = Callable[..., "Told"]


@dataclass(frozen=True)
class Told:
    """What went in, and of which rows what was told: the place after the name of the file, and the reason."""

    grants: list[Grant]
    rejected: list[tuple[str, str]]
    warned: list[tuple[str, str]]


@pytest.fixture
def grants(tmp_path: Path) -> Reads:
    """Reads the bytes of a table, or the file at a path, into a new case."""

    def read(table: bytes | str | Path, *, name: str = "grants.csv", mapping: str = GRANTS) -> Told:
        file = table if isinstance(table, Path) else tmp_path / name
        if not isinstance(table, Path):
            file.write_bytes(table.encode() if isinstance(table, str) else table)
        chosen = tmp_path / "grants.yaml"
        chosen.write_text(mapping, encoding="utf-8")
        case = tmp_path / "grants.palanca"
        summary = palanca.read(case, [file], ReadOptions(mapping=chosen, sources=SourceOptions()))
        rejected = [(_place(one.origin.place, file), one.reason) for one in summary.rejections]
        return Told(_grants(case), rejected, [(_place(one.place, file), one.reason) for one in summary.warnings])

    return read


def _place(place: str, file: Path) -> str:
    return place.removeprefix(str(file)).lstrip(", ")


def _grants(case: Path) -> list[Grant]:
    """Giver, taker, amount and time of each grant, in the order of the table."""
    with palanca.open_case(case) as opened:
        rows = {one.id: one.origin.row or 0 for one in opened.documents()}
        said = sorted(opened.statements(Filter()), key=lambda one: rows[one.document])
        return [
            (*(role.filler.text for role in one.roles), one.detail.value, str(one.time) if one.time else None)  # type: ignore[misc]
            for one in said
            if isinstance(one.detail, QuantityDetail)
        ]


def table(*rows: Cells, delimiter: str = ",", end: str = "\n") -> str:
    """The header and these rows, as text."""
    return "".join(delimiter.join(map(str, row)) + end for row in (HEADER, *rows))


def workbook(folder: Path, *rows: Cells, change: Callable[[openpyxl.Workbook], None] = lambda _: None) -> Path:
    """A workbook of these rows, with what `change` makes of it."""
    made = openpyxl.Workbook()
    for row in rows:
        made.worksheets[0].append(list(row))
    change(made)
    made.save(folder / "grants.xlsx")
    return folder / "grants.xlsx"


# Delimiters, line ends, marks


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_another_delimiter_under_the_name_of_csv_is_found(grants: Reads, delimiter: str) -> None:
    assert grants(table(ANA, LI, delimiter=delimiter)) == Told([ANA_READ, LI_READ], [], [])


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_read(grants: Reads, end: str) -> None:
    assert grants(table(ANA, LI, end=end)) == Told([ANA_READ, LI_READ], [], [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_whole_table_in_one_encoding_needs_no_warning(grants: Reads, encoding: str) -> None:
    found = grants(table(("Fundación Lago", *ANA[1:]), LI).encode(encoding))
    assert found == Told([("Fundación Lago", *ANA_READ[1:]), LI_READ], [], [])


# Rows and columns


def test_a_row_too_short_is_taken_in_with_a_warning(grants: Reads) -> None:
    found = grants(table(ANA[:4], LI))
    assert found.grants == [("Lake Fund", "Ana Ruiz", 100.0, "2023-04-03"), LI_READ]
    assert found.warned == [("row 2", "it ends before column end, which is taken as empty with those after it")]


def test_a_row_too_long_is_rejected_and_the_rest_goes_in(grants: Reads) -> None:
    found = grants(table((*ANA, "of Quito"), LI))
    assert found.grants == [LI_READ]
    ((place, reason),) = found.rejected
    assert place == "row 2"
    assert "more cells than the 5 columns" in reason


def test_a_title_above_the_header_is_left_out(grants: Reads) -> None:
    found = grants("Grants of the Lake Fund,,,,\nas of May 2023,,,,\n\n" + table(ANA, LI))
    assert found.grants == [ANA_READ, LI_READ]
    assert found.warned == [
        ("row 5", "the columns are named 2 rows below the first; what stands above is left out")
    ]  # fmt: skip


def test_a_title_above_the_header_does_not_hide_the_delimiter(grants: Reads) -> None:
    assert grants("Grants, by date\n" + table(ANA, LI, delimiter=";")).grants == [ANA_READ, LI_READ]


def test_of_columns_with_one_name_the_first_counts_and_one_without_a_name_is_no_harm(grants: Reads) -> None:
    found = grants("giver,taker,amount,start,end,taker,\n" + ",".join((*ANA, "Bo Ja", "x")) + "\n")
    assert found == Told([ANA_READ], [], [])


def test_a_line_of_sums_is_no_grant(grants: Reads) -> None:
    found = grants(table(ANA, LI, ("Total", "", "350", "", "")))
    assert found.grants == [ANA_READ, LI_READ]
    assert found.rejected == [
        ("row 4", "column giver: 'Total' beside numbers alone is the sum of a table, and no name")
    ]  # fmt: skip


def test_a_company_called_total_is_no_line_of_sums(grants: Reads) -> None:
    assert grants(table(("Total", *ANA[1:]))).grants == [("Total", *ANA_READ[1:])]


@pytest.mark.parametrize("text", ["\n\n", ",".join(HEADER) + "\n"])
def test_a_table_without_rows_is_one_rejection(grants: Reads, text: str) -> None:
    ((place, reason),) = grants(text).rejected
    assert place == ""
    assert "no rows" in reason or "lacks what the mapping reads: giver, taker" in reason


def test_an_empty_file_is_one_rejection(grants: Reads) -> None:
    assert grants("").rejected == [("", "the file is empty: leave it out, or fetch it again")]


def test_the_same_key_twice_is_told_by_what_the_rows_say(grants: Reads) -> None:
    rows = (("7", *ANA), ("7", *ANA), ("7", *LI))
    found = grants("id," + ",".join(HEADER) + "\n" + "\n".join(map(",".join, rows)) + "\n", mapping=KEYED)
    assert found.grants == [ANA_READ, LI_READ]
    assert found.warned == [("row 4", "column id: the same as in row 2, which says other things; both are kept")]


# Damage


def test_a_row_in_another_encoding_is_read_in_its_own_and_told(grants: Reads) -> None:
    good = ("Fundação", *LI[1:])
    found = grants(table(good).encode() + (",".join(("Fundación", *ANA[1:])) + "\n").encode("cp1252"))
    assert found.grants == [("Fundação", *LI_READ[1:]), ("Fundación", *ANA_READ[1:])]
    assert found.warned == [
        ("row 3", "column giver: it is not UTF-8 as the rows before it; read as Windows-1252: 'Fundación'")
    ]  # fmt: skip


def test_a_row_in_utf_8_after_rows_in_windows_1252_is_not_garbled(grants: Reads) -> None:
    found = grants(table(("Fundación", *ANA[1:])).encode("cp1252") + (",".join(("Fundação", *LI[1:])) + "\n").encode())
    assert [one[0] for one in found.grants] == ["Fundación", "Fundação"]
    assert [place for place, _ in found.warned] == ["row 3"]


def test_null_characters_are_left_out_with_a_warning(grants: Reads) -> None:
    found = grants(table(("Lake\x00 Fund", *ANA[1:]), LI))
    assert found.grants == [ANA_READ, LI_READ]
    assert [(place, "code 0" in reason) for place, reason in found.warned] == [("row 2", True)]


@pytest.mark.parametrize("after", [LI, (*LI[:1], '"Li Wa"', *LI[2:])])
def test_a_quotation_mark_never_closed_costs_its_row_alone(grants: Reads, after: Cells) -> None:
    found = grants(table(ANA, ("Lake Fund", '"Bo Ja', *LI[2:]), after))
    assert found.grants[0] == ANA_READ
    assert found.grants[-1] == LI_READ
    assert [place for place, _ in found.rejected] == ["row 3"]
    assert "a quotation mark that is opened and never closed" in found.rejected[0][1]


def test_a_cell_of_a_hundred_megabytes_costs_its_row_alone(grants: Reads) -> None:
    found = grants(table(ANA, ("x" * 100_000_000, *LI[1:]), LI))
    assert found.grants == [ANA_READ, LI_READ]
    assert [(place, "field larger than field limit" in reason) for place, reason in found.rejected] == [("row 3", True)]


# Days


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("0000-00-00", "'0000-00-00' is no date; list it under dates.empty if it stands for none"),
        ("00/00/0000", "'00/00/0000' is no date; list it under dates.empty if it stands for none"),
        ("2023-02-30", "'2023-02-30' is no date that can be read: declare its form under dates.formats"),
        ("30/02/2023", "'30/02/2023' is no date that can be read: declare its form under dates.formats"),
        ("03/04/23", "'03/04/23' is no date that can be read: declare its form under dates.formats"),
    ],
)
def test_a_day_that_is_none_is_left_out_and_told(grants: Reads, start: str, told: str) -> None:
    found = grants(table((*ANA[:3], start, ""), LI))
    assert found.grants == [("Lake Fund", "Ana Ruiz", 100.0, None), LI_READ]
    assert found.warned == [("row 2", f"column start: {told}")]


def test_what_stands_for_no_day_is_no_fault(grants: Reads) -> None:
    assert grants(table((*ANA[:3], "n/a", "N/A"))) == Told([("Lake Fund", "Ana Ruiz", 100.0, None)], [], [])


def test_an_end_before_its_start_is_left_out_and_told(grants: Reads) -> None:
    found = grants(table((*ANA[:3], "05/04/2023", "03/04/2023")))
    assert found.grants == [("Lake Fund", "Ana Ruiz", 100.0, "2023-04-05")]
    ((place, reason),) = found.warned
    assert (place, reason) == (
        "row 2",
        "column start and end: ends 2023-04-03, before it starts (2023-04-05); the start alone is kept",
    )


def test_days_that_excel_counts_are_days_in_csv(grants: Reads) -> None:
    assert grants(table((*ANA[:3], "45019", "45021"))) == Told([ANA_READ], [], [])


@pytest.mark.parametrize("days", [(date(2023, 4, 3), date(2023, 4, 5)), (45019, 45021), (45019.0, 45021.5)])
def test_days_of_a_workbook_are_read_from_date_and_number_cells(grants: Reads, tmp_path: Path, days: Cells) -> None:
    assert grants(workbook(tmp_path, HEADER, (*ANA[:3], *days))) == Told([ANA_READ], [], [])


@pytest.mark.parametrize("days", [(date(2023, 4, 3), date(2023, 4, 5)), (43557, 43559)])
def test_days_of_a_workbook_may_count_from_1904(grants: Reads, tmp_path: Path, days: Cells) -> None:
    def old_mac(made: openpyxl.Workbook) -> None:
        made.epoch = CALENDAR_MAC_1904

    assert grants(workbook(tmp_path, HEADER, (*ANA[:3], *days), change=old_mac)) == Told([ANA_READ], [], [])


# Numbers


@pytest.mark.parametrize(
    ("written", "value"),
    [("-5", -5.0), ("(5)", -5.0), ("\u22125", -5.0), ("12 %", 12.0), ("1 234", 1234.0), ('"1,234.5"', 1234.5),
     ("1'234", 1234.0), ("1e6", 1e6), ("9" * 40, 1e40)],
)  # fmt: skip
def test_an_amount_is_read_whole(grants: Reads, written: str, value: float) -> None:
    found = grants(table((*ANA[:2], written, *ANA[3:])))
    assert found == Told([("Lake Fund", "Ana Ruiz", value, ANA_READ[3])], [], [])


@pytest.mark.parametrize(("written", "value"), [("1.234.567", 1234567.0), ('"1.234,5"', 1234.5), ('"0,5"', 0.5)])
def test_an_amount_may_have_a_comma_before_its_fraction(grants: Reads, written: str, value: float) -> None:
    found = grants(table((*ANA[:2], written, *ANA[3:])), mapping=COMMA)
    assert found == Told([("Lake Fund", "Ana Ruiz", value, ANA_READ[3])], [], [])


@pytest.mark.parametrize("written", ["1,5", "1.2.3", "5 million", "3 of 4", "1e999", "9" * 400])
def test_an_amount_that_cannot_be_read_is_never_guessed(grants: Reads, written: str) -> None:
    found = grants(table((*ANA[:2], f'"{written}"', *ANA[3:]), LI))
    assert found.grants == [LI_READ]
    ((place, reason),) = found.warned
    assert place == "row 2"
    assert reason.startswith(f"column amount: {written[:40]!r} is no number that can be read")


# Workbooks


def test_a_merged_cell_gives_its_value_to_each_row_with_a_warning(grants: Reads, tmp_path: Path) -> None:
    def merge(made: openpyxl.Workbook) -> None:
        made.worksheets[0].merge_cells("A2:A3")

    found = grants(workbook(tmp_path, HEADER, ANA, (None, *LI[1:]), change=merge))
    assert found.grants == [ANA_READ, LI_READ]
    assert found.warned == [("row 3", "column giver: the cell is merged with another, of which it takes the value")]


def test_a_formula_without_its_result_is_told(grants: Reads, tmp_path: Path) -> None:
    found = grants(workbook(tmp_path, HEADER, (*ANA[:2], "=50+50", *ANA[3:]), LI))
    assert found.grants == [LI_READ]
    told = "column amount: a formula of which the file holds no result; open it in Excel and save it"
    assert found.warned == [("row 2", told)]


def test_a_title_above_the_header_of_a_sheet_is_left_out(grants: Reads, tmp_path: Path) -> None:
    assert grants(workbook(tmp_path, ("Grants of the Lake Fund",), HEADER, ANA)).grants == [ANA_READ]


def test_a_workbook_with_a_password_is_one_rejection(grants: Reads) -> None:
    ((_, reason),) = grants(b"\xd0\xcf\x11\xe0" + b"\x00" * 600, name="grants.xlsx").rejected
    assert "locked with a password: save it as .docx or .xlsx, unlocked" in reason


def test_a_workbook_cut_short_is_one_rejection(grants: Reads, tmp_path: Path) -> None:
    whole = workbook(tmp_path, HEADER, ANA).read_bytes()
    ((_, reason),) = grants(whole[: len(whole) // 2], name="grants.xlsx").rejected
    assert "damaged" in reason


def test_a_workbook_that_declares_entities_is_one_rejection(grants: Reads, tmp_path: Path) -> None:
    with zipfile.ZipFile(workbook(tmp_path, HEADER, ANA)) as good, zipfile.ZipFile(tmp_path / "bad.xlsx", "w") as bad:
        for name in good.namelist():
            part = good.read(name)
            bad.writestr(name, b'<!DOCTYPE x [<!ENTITY a "b">]>' + part if name.endswith("sheet1.xml") else part)
    ((_, reason),) = grants(tmp_path / "bad.xlsx").rejected
    assert "entities" in reason


# XML and JSON lines


def test_xml_that_declares_entities_is_one_rejection(grants: Reads) -> None:
    bomb = '<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><grants><grant><giver>&b;</giver></grant></grants>'
    ((_, reason),) = grants(bomb, name="grants.xml", mapping=XML).rejected
    assert "declares a document type or entities: save it without them" in reason


def test_xml_broken_half_way_keeps_the_rows_before(grants: Reads) -> None:
    good = "".join(f"<{name}>{cell}</{name}>" for name, cell in zip(HEADER, ANA, strict=True))
    found = grants(f"<grants><grant>{good}</grant><grant><giver></grants>", name="grants.xml", mapping=XML)
    assert found.grants == [ANA_READ]
    assert [(place, "row 2 and all that follow" in reason) for place, reason in found.rejected] == [("row 2", True)]


@pytest.mark.parametrize(
    ("line", "told"), [('{"giver": ', "line 2 is not valid JSON"), ("[1]", "line 2 is not a JSON object")]
)
def test_a_bad_line_of_json_costs_itself_alone(grants: Reads, line: str, told: str) -> None:
    def written(row: tuple[str, ...]) -> str:
        return "{" + ", ".join(f'"{name}": "{cell}"' for name, cell in zip(HEADER, row, strict=True)) + "}"

    found = grants("\n".join((written(ANA), line, written(LI))) + "\n", name="grants.jsonl")
    assert found.grants == [ANA_READ, LI_READ]
    assert [(place, reason[: len(told)]) for place, reason in found.rejected] == [("row 2", told)]
