"""The table of formats."""

from pathlib import Path

import pytest

from palanca.exchange.formats import FORMATS, Format, format_named, format_of
from palanca.records.errors import UnknownFormat


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_format_has_its_writer(one: Format) -> None:
    assert callable(one.text_writer() if one.is_text else one.file_writer())


def test_no_two_formats_share_a_name_or_an_ending() -> None:
    names = [one.name for one in FORMATS]
    endings = [ending for one in FORMATS for ending in one.endings]
    assert (len(set(names)), len(set(endings))) == (len(names), len(endings))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("case.XLSX", "xlsx"),
        ("case.zip", "csv"),
        ("lists/", "csv"),
        ("case.plover.tsv", "plover-tsv"),
        ("case.tsv", "plover-tsv"),
        ("my.case.timeline.json", "timelinejs"),
        ("case.ftm.json", "ftm"),
        ("case.statements.csv", "ftm-statements"),
    ],
)
def test_the_ending_tells_the_format(path: str, name: str) -> None:
    assert format_of(path).name == name


def test_a_folder_that_stands_there_tells_csv(tmp_path: Path) -> None:
    assert format_of(str(tmp_path)).name == "csv"


def test_an_unknown_ending_lists_formats_with_their_endings() -> None:
    with pytest.raises(UnknownFormat, match=r"'case\.doc'.*--format.*xlsx \(\.xlsx\).*gexf \(\.gexf\)"):
        format_of("case.doc")


def test_an_unknown_name_lists_names() -> None:
    with pytest.raises(UnknownFormat, match=r"no format 'word': choose one of csv, xlsx, "):
        format_named("word")
