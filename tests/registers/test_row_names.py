"""Names of rows, held by their hashes."""

from hypothesis import given
from hypothesis.strategies import sets, text

from palanca.registers.row_names import RowNames


@given(sets(text()), sets(text()))
def test_only_what_was_added_is_among_them(added: set[str], others: set[str]) -> None:
    names = RowNames()
    for name in added:
        names.add(name)
    assert {name for name in added | others if name in names} == added


def test_a_name_can_be_added_after_asking() -> None:
    names = RowNames()
    assert "visits-1" not in names
    names.add("visits-1")
    assert "visits-1" in names
