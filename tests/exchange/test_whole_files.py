"""Files are whole or not there."""

from pathlib import Path

import pytest

from palanca.exchange.whole_files import written_beside
from palanca.records.errors import UnwritableOutput


def test_a_file_takes_its_place_when_it_is_done(tmp_path: Path) -> None:
    target = tmp_path / "lists.txt"
    target.write_text("old", encoding="utf-8")
    with written_beside(target) as beside:
        beside.write_text("new", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [target]


def break_off(target: Path) -> None:
    with written_beside(target) as beside:
        beside.write_text("half", encoding="utf-8")
        raise ValueError("stop")


def test_what_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "lists.txt"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="stop"):
        break_off(target)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_keeps_what_else_it_holds(tmp_path: Path) -> None:
    target = tmp_path / "lists"
    target.mkdir()
    for name in ("notes.txt", "people.csv"):
        (target / name).write_text("old", encoding="utf-8")
    with written_beside(target) as beside:
        beside.mkdir()
        (beside / "people.csv").write_text("new", encoding="utf-8")
    found = {file.name: file.read_text(encoding="utf-8") for file in target.iterdir()}
    assert found == {"notes.txt": "old", "people.csv": "new"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with written_beside(tmp_path / "link.txt") as beside:
        beside.write_text("new", encoding="utf-8")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(
    ("target", "says"), [("nowhere/lists.txt", "cannot be written"), ("/dev/null", "is no file or folder")]
)
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, target: str, says: str) -> None:
    with pytest.raises(UnwritableOutput, match=f"{target} {says}"), written_beside(tmp_path / target):
        pass
