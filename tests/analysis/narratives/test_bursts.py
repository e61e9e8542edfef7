"""Bursts, against a case worked out by hand and against all sequences of states there are."""

from itertools import product
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.analysis.narratives.bursts import Automaton, cheapest, costs_of, stretches

TWO_STATES = Automaton(scaling=2.0, gamma=1.0, levels=1)


def test_burst_of_two_days_worked_out_by_hand() -> None:
    """20 of 100 are relevant: states expect 0.2 and 0.4. Two days of 9 of 10 gain 9·ln 2 − ln(0.8/0.6) each."""
    relevant, everything = [0, 1, 0, 9, 9, 0, 1, 0, 0, 0], [10] * 10
    (one,) = stretches(relevant, everything, TWO_STATES)
    assert (one.first, one.last, one.level) == (3, 4, 1)
    assert one.weight == pytest.approx(2 * (9 * log(2) - log(0.8 / 0.6)))


def test_more_of_everything_is_no_burst() -> None:
    assert stretches([1, 1, 10, 10, 1, 1], [10, 10, 100, 100, 10, 10], TWO_STATES) == []


def test_days_without_documents_do_not_end_a_burst() -> None:
    relevant, everything = [0] * 5 + [6, 0, 6] + [0] * 5, [10] * 5 + [8, 0, 8] + [10] * 5
    assert [(one.first, one.last) for one in stretches(relevant, everything, TWO_STATES)] == [(5, 7)]


def test_higher_level_lies_within_the_lower() -> None:
    relevant, everything = [0] * 20 + [1, 9, 9, 1] + [0] * 20, [10] * 44
    spans = [(one.first, one.last, one.level) for one in stretches(relevant, everything, Automaton(levels=2))]
    assert spans == [(20, 23, 1), (21, 22, 2)]


@pytest.mark.parametrize("relevant", [[0, 0, 0], [5, 5, 5], [4, 4, 4]])
def test_none_or_nearly_all_relevant_has_no_burst(relevant: list[int]) -> None:
    assert stretches(relevant, [5, 5, 5], TWO_STATES) == []


def test_no_day_has_no_burst() -> None:
    assert stretches([], [], TWO_STATES) == []


def cost(path: tuple[int, ...], costs: list[tuple[float, ...]], step: float) -> float:
    ups = sum(step * max(0, after - before) for before, after in zip((0, *path), path, strict=False))
    return ups + sum(day[state] for day, state in zip(costs, path, strict=True))


DAYS = st.lists(st.integers(0, 6).flatmap(lambda d: st.tuples(st.integers(0, d), st.just(d))), min_size=1, max_size=6)


@given(DAYS, st.integers(1, 2), st.floats(0.1, 3))
def test_no_other_sequence_of_states_costs_less(days: list[tuple[int, int]], levels: int, step: float) -> None:
    costs = costs_of([r for r, _ in days], [d for _, d in days], Automaton(levels=levels))
    path = cheapest(costs, step)
    least = min(cost(other, costs, step) for other in product(range(len(costs[0])), repeat=len(costs)))
    assert cost(tuple(path), costs, step) == pytest.approx(least)
