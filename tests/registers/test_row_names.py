"""Names of rows, held by their hashes."""

from hypothesis import given
from hypothesis.strategies import sets, text

from palanca.registers.row_names import FirstRows, RowNames


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


def test_key_keeps_its_first_row() -> None:
    rows = FirstRows()
    assert rows.first_of(7, 70, 2) == (70, 2)
    assert rows.first_of(7, 71, 3) == (70, 2)


def test_keys_that_want_one_slot_are_told_apart() -> None:
    rows, far = FirstRows(), 1 << 40
    assert [rows.first_of(5 + far * number, number, number) for number in range(4)] == [(n, n) for n in range(4)]
    assert [rows.first_of(5 + far * number, 9, 9) for number in range(4)] == [(n, n) for n in range(4)]


def test_many_keys_keep_their_rows() -> None:
    rows, keys = FirstRows(), [number * 0x9E3779B97F4A7C15 % 2**64 for number in range(5_000)]
    for number, key in enumerate(keys):
        rows.first_of(key, key ^ 1, number)
    assert [rows.first_of(key, 0, 0) for key in keys] == [(key ^ 1, number) for number, key in enumerate(keys)]
