"""The mappings that come with Palanca, each on rows of our own in its format.

What the rows should say stands beside each fixture, written and checked by hand: remarks and refusals first, then each
row with its statements.
"""

from pathlib import Path

import pytest

from palanca.records import Rejection
from palanca.registers.mapping_loading import mapping_text, shipped
from palanca.registers.rows import Remark
from tests.registers.making import lines, read, read_file

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("name", shipped())
def test_rows_say_what_they_should(name: str) -> None:
    mapping = mapping_text(name)
    items = read_file(FIXTURES / f"{name}.csv", mapping)
    told = [f"! {item.origin.row}: {item.reason}" for item in items if isinstance(item, Rejection)]
    told += [f"! {item.kind}: {item.reason}" for item in items if isinstance(item, Remark)]
    for reading in read(items, mapping):
        told += [reading.document.name, *(f"    {one}" for one in lines(reading))]
    assert told == (FIXTURES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", shipped())
def test_every_mapping_has_a_page(name: str) -> None:
    page = Path(__file__).parents[2] / "docs" / "registers" / f"{name}.md"
    text = page.read_text(encoding="utf-8")
    assert f"--mapping {name}" in text
