"""A mapping that lies beside a table is taken without being named."""

from pathlib import Path

import pytest

import palanca
from palanca.pipeline import ReadOptions, Summary, preview
from palanca.records import Reading
from palanca.sources import count_files
from tests.registers.making import HEADER, VISITS

ROW = "1,Ona Ruiz,Halden Shipping,Luis Tello,no,03/04/2023,03/04/2023,held"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A table, its mapping, and an article."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "visits.csv").write_text(f"{HEADER}\n{ROW}\n", encoding="utf-8")
    (folder / "visits.mapping.yaml").write_text(VISITS, encoding="utf-8")
    (folder / "note.txt").write_text("Ghana's president visited Togo on 4 May 2023.", encoding="utf-8")
    return folder


def read(tmp_path: Path, *paths: Path) -> Summary:
    return palanca.read(tmp_path / "c.palanca", paths)


def registers(tmp_path: Path) -> list[str]:
    with palanca.open_case(tmp_path / "c.palanca") as case:
        return [one.name for one in case.registers()]


def test_a_folder_is_read_with_its_tables_by_their_mappings(tmp_path: Path, folder: Path) -> None:
    assert read(tmp_path, folder).rejections == []
    assert registers(tmp_path) == ["harbour_visits"]
    assert count_files([folder]) == 2


def test_table_and_mapping_may_be_given_one_by_one(tmp_path: Path, folder: Path) -> None:
    assert read(tmp_path, *sorted(folder.iterdir())).rejections == []
    assert registers(tmp_path) == ["harbour_visits"]


def test_rows_tell_what_the_mapping_says(folder: Path) -> None:
    shown = [item for item in preview([folder / "visits.csv"], ReadOptions()) if isinstance(item, Reading)]
    kinds = {statement.kind.value for reading in shown for statement in reading.statements}
    assert kinds == {"event", "tie"}


def test_a_row_is_found_below_titles_by_the_columns_of_the_mapping(tmp_path: Path, folder: Path) -> None:
    titled = f"Harbour Authority,,,,,,,\nEdition of May,,,,,,,\n{HEADER}\n{ROW}\n"
    (folder / "visits.csv").write_text(titled, encoding="utf-8")
    summary = read(tmp_path, folder)
    assert [outcome for outcome, number in summary.outcomes.items() if number] == ["added"]
    assert registers(tmp_path) == ["harbour_visits"]


def test_the_mapping_that_is_named_comes_before_the_one_beside(tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(VISITS.replace("harbour_visits", "other_visits"), encoding="utf-8")
    palanca.read(tmp_path / "c.palanca", [folder / "visits.csv"], ReadOptions(mapping=other))
    assert registers(tmp_path) == ["other_visits"]


def test_a_faulty_mapping_refuses_its_table_with_the_line_and_the_rest_goes_in(tmp_path: Path, folder: Path) -> None:
    (folder / "visits.mapping.yaml").write_text(VISITS.replace("country: PAN\n", "land: PAN\n", 1), encoding="utf-8")
    summary = read(tmp_path, folder)
    (rejection,) = summary.rejections
    assert rejection.origin.path.endswith("visits.csv")
    assert "visits.mapping.yaml, line 4" in rejection.reason
    assert sum(summary.outcomes.values()) == 1


def test_a_mapping_that_is_a_link_is_not_followed(tmp_path: Path, folder: Path) -> None:
    outside = (folder / "visits.mapping.yaml").rename(tmp_path / "elsewhere.yaml")
    (folder / "visits.mapping.yaml").symlink_to(outside)
    (rejection,) = read(tmp_path, folder).rejections
    assert rejection.origin.path.endswith("visits.csv")
    assert registers(tmp_path) == []


def test_a_mapping_without_its_table_is_refused(tmp_path: Path, folder: Path) -> None:
    (folder / "visits.csv").unlink()
    (rejection,) = read(tmp_path, folder).rejections
    assert "a mapping is named after its table, as visits.mapping.yaml beside visits.csv" in rejection.reason
