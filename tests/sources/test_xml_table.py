"""XML as a table."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from palanca.records import Rejection
from palanca.sources import Limits, SourceOptions
from palanca.sources.inputs import read_sources
from palanca.sources.rows import Row, Table

VISITS = """<?xml version="1.0"?>
<data xmlns="urn:x"><meta><title>Visits</title></meta><visits>
<visit id="1"><who>Ana Ruiz</who><host><name>Ivo Rade</name></host><topic>fish</topic><topic>ports</topic></visit>
<visit id="2"><who>Li Wa</who></visit>
</visits></data>
"""


def rows_of(folder: Path, text: str, options: SourceOptions) -> list[Row | Rejection]:
    file = folder / "visits.xml"
    file.write_text(text, encoding="utf-8")
    return [item for item in read_sources([file], options, _rows) if isinstance(item, Row | Rejection)]


def _rows(table: Table, _: SourceOptions) -> Iterator[Row]:
    return table.rows


def test_elements_at_the_path_are_rows(tmp_path: Path) -> None:
    found = rows_of(tmp_path, VISITS, SourceOptions(rows="visits/visit"))
    assert found == [
        Row(number=0, line=1, cells={"@id": "1", "who": "Ana Ruiz", "host/name": "Ivo Rade", "topic": "fish; ports"}),
        Row(number=1, line=2, cells={"@id": "2", "who": "Li Wa"}),
    ]


def reason(folder: Path, text: str, options: SourceOptions) -> str:
    rejection = rows_of(folder, text, options)[-1]
    assert isinstance(rejection, Rejection | Row)
    return (rejection.reason if isinstance(rejection, Rejection) else rejection.problem) or ""


def test_without_a_path_it_is_refused_with_the_remedy(tmp_path: Path) -> None:
    assert "give a mapping" in reason(tmp_path, VISITS, SourceOptions())


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    assert "no element at trips/trip" in reason(tmp_path, VISITS, SourceOptions(rows="trips/trip"))


@pytest.mark.parametrize(
    "declared", ['<!DOCTYPE a [<!ENTITY b "ha">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">', "<!DOCTYPE a>"]
)
def test_declared_entities_are_refused(tmp_path: Path, declared: str) -> None:
    text = f'<?xml version="1.0"?>{declared}<a><row><b>x</b></row></a>'
    assert "declares a document type" in reason(tmp_path, text, SourceOptions(rows="row"))


def test_what_comes_before_the_break_is_kept(tmp_path: Path) -> None:
    found = rows_of(tmp_path, VISITS.replace("</who></visit>\n</visits>", "</whom>"), SourceOptions(rows="visit"))
    assert isinstance(found[0], Row)
    assert found[0].cells["who"] == "Ana Ruiz"
    assert isinstance(found[1], Row)
    assert "XML is broken there" in str(found[1].problem)


def test_a_row_without_end_is_refused(tmp_path: Path) -> None:
    text = f"<a><row><b>{'x' * 400_000}</b></row></a>"
    options = SourceOptions(rows="row", limits=Limits(max_text_chars=1_000))
    assert "too large to be a row" in reason(tmp_path, text, options)
