"""Two rates held against each other by the exact conditional test."""

from math import comb, inf

import pytest

from palanca.analysis.rates import Rate, compared


def test_p_is_that_of_the_binomial_worked_out_by_hand() -> None:
    """5 in 10 days against 5 in 30: of 10, five or more fall in a quarter; outcomes as unlikely count on both sides."""
    chance = [comb(10, k) * 0.25**k * 0.75 ** (10 - k) for k in range(11)]
    found = compared(Rate(number=5, exposure=10), Rate(number=5, exposure=30))
    assert found.ratio == 3
    assert found.p == pytest.approx(sum(one for one in chance if one <= chance[5] + 1e-12))


def test_interval_holds_the_ratio_and_is_that_of_clopper_and_pearson() -> None:
    """For 3 of 3 in a share of one half the lower end of the share is 0.025 ** (1 / 3)."""
    found = compared(Rate(number=3, exposure=7), Rate(number=0, exposure=7))
    share = 0.025 ** (1 / 3)
    assert (found.ratio, found.high) == (inf, inf)
    assert found.low == pytest.approx(share / (1 - share))


@pytest.mark.parametrize(("number", "exposure"), [(0, 30), (4, 0)])
def test_nothing_is_said_without_events_or_exposure(number: int, exposure: int) -> None:
    found = compared(Rate(number=number, exposure=exposure), Rate(number=0, exposure=300))
    assert (found.ratio, found.p) == (None, None)
