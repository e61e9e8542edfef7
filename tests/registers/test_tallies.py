"""Faults are counted by sort."""

from palanca.registers.rows import Remark, RemarkKind
from palanca.registers.tallies import Tallies, Tally


def warned(row: int, reason: str) -> Remark:
    return Remark(kind=RemarkKind.WARNED, place=f"t.csv, row {row}", reason=reason)


def test_reasons_that_differ_in_what_a_row_says_are_of_one_sort() -> None:
    tallies = Tallies()
    for row in range(4):
        tallies.add(warned(row, f"column day: '{row}.13.' is no date"))
    tallies.add(warned(9, "column end: 'x' is no date"))
    assert list(tallies) == [
        Tally("warned", 4, [(f"t.csv, row {row}", f"column day: '{row}.13.' is no date") for row in range(3)]),
        Tally("warned", 1, [("t.csv, row 9", "column end: 'x' is no date")]),
    ]
