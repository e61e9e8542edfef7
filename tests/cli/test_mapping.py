"""Tables and mappings on the command line."""

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.registers.making import HEADER, VISITS

ROW = "1,Ana Ruiz,Costa SA,Minister Ivo Rade,yes,03/04/2023,soon,held"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "visits.yaml").write_text(VISITS, encoding="utf-8")
    file = tmp_path / "visits.csv"
    file.write_text(f"{HEADER}\n{ROW}\n2,,,,,,,held\n", encoding="utf-8")
    return file


def test_a_table_is_read_by_its_mapping(table: Path) -> None:
    case = table.with_name("c.palanca")
    result = run("read", case, table, "--mapping", table.with_suffix(".yaml"), "--quiet")
    assert result.exit_code == 3
    assert "1 added, 1 rejected, 1 row warned" in result.stderr
    assert "visits.csv, row 2: column entry and exit: 'soon' is no date" in result.stderr
    assert "visits.csv, row 3: it names nobody" in result.stderr
    shown = run("events", case, "--json").stdout
    assert "visitor: Ana Ruiz" in shown


def test_one_fault_in_many_rows_is_told_once_with_its_number(table: Path) -> None:
    faults = "".join(f"{number},Ana Ruiz,,Ivo Rade,no,soon {number},,held\n" for number in range(1, 8))
    table.write_text(f"{HEADER}\n{faults}", encoding="utf-8")
    result = run("read", table.with_name("c.palanca"), table, "--mapping", table.with_suffix(".yaml"), "--quiet")
    assert result.exit_code == 0
    assert "7 added, 0 rejected, 7 rows warned" in result.stderr
    told = result.stderr.replace(str(table), "visits.csv").splitlines()[1:]
    assert told == [
        "warned: visits.csv, row 2: column entry: 'soon 1' is no date that can be read: declare its form under "
        "dates.formats",
        "  and 6 more of this sort: visits.csv, row 3; visits.csv, row 4; …",
    ]


def test_a_dry_run_shows_rows_as_statements_and_writes_nothing(table: Path) -> None:
    case = table.with_name("c.palanca")
    result = run("read", case, table, "--mapping", table.with_suffix(".yaml"), "--dry-run")
    assert result.exit_code == 0
    assert "    visitor: Ana Ruiz\n" in result.stdout
    assert "→ event · CONSULT lobby · actor Ana Ruiz · recipient Ivo Rade" in result.stdout
    assert "rejected: " in result.stderr
    assert not case.exists()


def test_a_broken_mapping_is_told_with_its_line(table: Path) -> None:
    broken = table.with_name("broken.yaml")
    broken.write_text(VISITS.replace("order: day", "order: dag"), encoding="utf-8")
    result = run("mapping", "check", broken)
    assert result.exit_code != 0
    assert "broken.yaml, line 6: dates.order" in str(result.exception)


def test_a_sound_mapping_is_told_so(table: Path) -> None:
    result = run("mapping", "check", table.with_suffix(".yaml"))
    assert result.stdout.startswith("harbour_visits: sound; it reads id, visitor, represents")


def test_a_suggestion_can_be_checked(table: Path) -> None:
    draft = table.with_name("draft.yaml")
    draft.write_text(run("mapping", "suggest", table).stdout, encoding="utf-8")
    assert run("mapping", "check", draft).exit_code == 0


def test_a_mapping_is_printed_as_it_is(table: Path) -> None:
    assert run("mapping", "show", table.with_suffix(".yaml")).stdout == VISITS


def test_the_mappings_that_come_with_palanca_are_listed() -> None:
    assert run("mapping", "list").exit_code == 0
