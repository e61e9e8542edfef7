"""Registers in a case: rows go in whole, come out again, and are read anew without their table."""

import subprocess
import sys
from pathlib import Path

import pytest

import palanca
from palanca.pipeline import ReadOptions, Summary, preview, rebuild
from palanca.records import Document, Kind, Reading
from palanca.records.errors import InvalidMapping
from palanca.registers.rows import RemarkKind
from tests.pipeline.killing import killed_while_writing
from tests.registers.making import HEADER, VISITS

ROWS = (
    "1,Ana Ruiz,Costa SA;Port Union,Minister Ivo Rade,yes,03/04/2023,05/04/2023,held",
    "2,Li Wa,,Minister Ivo Rade,no,04/04/2023,04/04/2023,held",
    "3,Bo Ja,,Ona Tamm,no,05/04/2023,05/04/2023,cancelled",
)


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    file = tmp_path / "visits.yaml"
    file.write_text(VISITS, encoding="utf-8")
    return file


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "c.palanca"


def write(folder: Path, *rows: str) -> Path:
    table = folder / "visits.csv"
    table.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return table


def read(case: Path, table: Path, mapping: Path, **more: int) -> Summary:
    return palanca.read(case, [table], ReadOptions(mapping=mapping, **more))  # type: ignore[arg-type]


def counted(summary: Summary) -> dict[str, int]:
    return {str(outcome): count for outcome, count in summary.outcomes.items() if count}


def facts(case: Path) -> list[object]:
    with palanca.open_case(case) as opened:
        return list(palanca.facts(opened))


def test_rows_without_prose_need_no_parser(tmp_path: Path, case: Path) -> None:
    table = tmp_path / "trade.csv"
    table.write_text("Reporter,Partner,Year,Flow,Value\nPeru,Ghana,2020,Export,12\n", encoding="utf-8")
    script = (
        "import sys, palanca; from palanca.pipeline import ReadOptions;"
        f"palanca.read({str(case)!r}, [{str(table)!r}], ReadOptions(mapping='bilateral_trade'));"
        "print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_rows_go_into_the_case(tmp_path: Path, case: Path, mapping: Path) -> None:
    summary = read(case, write(tmp_path, *ROWS), mapping)
    assert counted(summary) == {"added": 2}
    assert summary.remarks[RemarkKind.SKIPPED] == 1
    with palanca.open_case(case) as opened:
        assert [register.name for register in opened.registers()] == ["harbour_visits"]
        assert opened.counts().claims[Kind.EVENT] == 2
        assert opened.counts().claims[Kind.OFFICE] == 1


def test_a_table_read_again_changes_nothing(tmp_path: Path, case: Path, mapping: Path) -> None:
    table = write(tmp_path, *ROWS)
    read(case, table, mapping)
    before = facts(case)
    assert counted(read(case, table, mapping)) == {"unchanged": 2}
    assert facts(case) == before


@pytest.mark.slow
def test_a_killed_run_goes_on_without_loss_or_double(tmp_path: Path, case: Path, mapping: Path) -> None:
    days = [f"{number % 28 + 1:02}/04/{1990 + number % 34}" for number in range(6_000)]
    rows = [f"{number},Ana Ruiz,,Minister Ivo Rade,no,{day},{day},held" for number, day in enumerate(days)]
    table = write(tmp_path, *rows)
    script = (
        "import palanca; from palanca.intake import waiting_rows; from palanca.pipeline import ReadOptions;"
        "waiting_rows._FIRST_MERGE = 2_048;"
        f"palanca.read({str(case)!r}, [{str(table)!r}], ReadOptions(mapping={str(mapping)!r}))"
    )
    already = killed_while_writing(["-c", script], case)  # the first of several transactions is written
    assert 0 < already <= len(rows)
    added = {"added": len(rows) - already} if already < len(rows) else {}
    assert counted(read(case, table, mapping)) == {"unchanged": already} | added
    with palanca.open_case(case) as opened:
        assert sorted(one.name for one in opened.documents()) == sorted(f"harbour_visits-{n}" for n in range(len(rows)))
        assert opened.count_statements()[Kind.EVENT] == len(rows)


def test_a_row_that_changed_is_read_anew_and_one_that_is_gone_taken_out(
    tmp_path: Path, case: Path, mapping: Path
) -> None:
    read(case, write(tmp_path, *ROWS), mapping)
    summary = read(case, write(tmp_path, ROWS[0].replace("Ana", "Eva")), mapping)
    assert counted(summary) == {"superseded": 1}
    assert summary.dropped == 1
    with palanca.open_case(case) as opened:
        assert [document.name for document in opened.documents()] == ["harbour_visits-1"]


def test_a_table_that_cannot_be_read_takes_nothing_out(tmp_path: Path, case: Path, mapping: Path) -> None:
    table = write(tmp_path, *ROWS)
    read(case, table, mapping)
    table.write_text("no;such;columns\n1;2;3\n", encoding="utf-8")
    summary = read(case, table, mapping)
    assert len(summary.rejections) == 1
    assert summary.dropped == 0
    with palanca.open_case(case) as opened:
        assert opened.counts().documents == 2


def test_a_case_is_rebuilt_without_table_and_mapping(tmp_path: Path, case: Path, mapping: Path) -> None:
    table = write(tmp_path, *ROWS)
    read(case, table, mapping)
    before = facts(case)
    table.unlink()
    mapping.unlink()
    rebuild(case)
    assert facts(case) == before


def test_a_mapping_that_changed_is_what_rows_are_read_by(tmp_path: Path, case: Path, mapping: Path) -> None:
    table = write(tmp_path, *ROWS)
    read(case, table, mapping)
    mapping.write_text(VISITS.replace("default: visit", "default: call"), encoding="utf-8")
    assert counted(read(case, table, mapping)) == {"reread": 2}
    with palanca.open_case(case) as opened:
        assert any(getattr(one.detail, "mode", "") == "call" for one in opened.statements(palanca.Filter()))


def test_two_processes_read_what_one_does(tmp_path: Path, case: Path, mapping: Path) -> None:
    table = write(tmp_path, *ROWS)
    read(case, table, mapping)
    other = tmp_path / "two.palanca"
    read(other, table, mapping, processes=2)
    assert facts(case) == facts(other)


def test_texts_beside_a_table_are_read_as_texts(tmp_path: Path, case: Path, mapping: Path) -> None:
    write(tmp_path, *ROWS)
    folder = tmp_path / "inputs"
    folder.mkdir()
    (tmp_path / "visits.csv").rename(folder / "visits.csv")
    (folder / "accra.txt").write_text("Ghana's president, Akua Boadi, met Li Wa in Accra on 3 May 2024.", "utf-8")
    palanca.read(case, [folder], ReadOptions(mapping=mapping))
    with palanca.open_case(case) as opened:
        registers = {document.name: document.register for document in opened.documents()}
    assert registers == {"accra": None, "harbour_visits-1": "harbour_visits", "harbour_visits-2": "harbour_visits"}


def test_a_preview_writes_nothing(tmp_path: Path, case: Path, mapping: Path) -> None:
    rows = [ROWS[1].replace("2,", f"{number},", 1) for number in range(30)]
    shown = list(preview([write(tmp_path, *rows)], ReadOptions(mapping=mapping)))
    assert len(shown) == 20
    assert all(isinstance(one, Reading) and one.statements for one in shown)
    assert not case.exists()


def test_a_preview_needs_a_mapping(tmp_path: Path) -> None:
    with pytest.raises(InvalidMapping, match="name one with --mapping"):
        list(preview([write(tmp_path, *ROWS)], ReadOptions()))


def test_a_broken_mapping_leaves_no_case(tmp_path: Path, case: Path, mapping: Path) -> None:
    mapping.write_text("name: Wrong Name\n", encoding="utf-8")
    with pytest.raises(InvalidMapping):
        read(case, write(tmp_path, *ROWS), mapping)
    assert not case.exists()


def test_rows_of_one_visit_in_two_tables_are_one_claim(tmp_path: Path, case: Path, mapping: Path) -> None:
    twice = ROWS[1].replace("2,", "9,", 1)
    read(case, write(tmp_path, ROWS[1], twice), mapping)
    with palanca.open_case(case) as opened:
        (claim,) = [claim for claim in opened.claims(palanca.Filter()) if claim.kind is Kind.EVENT]
        assert len(claim.evidence) == 2
        rows = [document for document in opened.documents() if isinstance(document, Document)]
    assert len(rows) == 2
