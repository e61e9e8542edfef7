"""How concentrated a total is."""

import pytest

from palanca.analysis.dependence.concentration import Concentration, concentration


def test_shares_of_a_half_and_two_quarters_as_a_spreadsheet_sums_them() -> None:
    found = concentration([200.0, 100.0, 100.0])
    assert found is not None
    assert found.index == pytest.approx(0.25 + 0.0625 + 0.0625)
    assert found.normalised == pytest.approx((0.375 - 1 / 3) / (2 / 3))


def test_one_part_has_nobody_to_be_compared_with() -> None:
    assert concentration([7.0]) == Concentration(index=1.0, normalised=None, parts=1)


def test_parts_of_nothing_are_not_concentrated() -> None:
    assert concentration([0.0]) is None
