import sys
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))  # the ruler stands beside the package, not in it
from clustering import Agreement, Contingency, of_pairs

MEMBERS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12)


def groups(*found: str) -> Contingency:
    """Members are letters of their true group, found together in words: "aab" is two of a with one of b."""
    return Contingency.of((letter, number) for number, word in enumerate(found) for letter in word)


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def by_hand(members: list[tuple[int, int]]) -> Agreement:
    """Pairwise agreement after its definition."""
    truly = {pair for pair in combinations(range(len(members)), 2) if members[pair[0]][0] == members[pair[1]][0]}
    found = {pair for pair in combinations(range(len(members)), 2) if members[pair[0]][1] == members[pair[1]][1]}
    return Agreement(precision=share(len(truly & found), len(found)), recall=share(len(truly & found), len(truly)))


def by_member(members: list[tuple[int, int]], whole: int) -> float:
    """B-cubed precision (`whole` 1: of the found group) or recall (0: of the true one) after its definition."""

    def of(member: tuple[int, int]) -> float:
        group = [other for other in members if other[whole] == member[whole]]
        return sum(other == member for other in group) / len(group)

    return sum(map(of, members)) / len(members) if members else 1.0


def test_groups_found_as_they_are_agree_in_full() -> None:
    found = groups("aaa", "bb", "c")
    assert (found.pairwise(), found.b_cubed()) == (Agreement(precision=1, recall=1), Agreement(precision=1, recall=1))


def test_two_things_found_as_one_lose_precision() -> None:
    found = groups("aabb")
    assert (found.pairwise(), found.b_cubed()) == (
        Agreement(precision=2 / 6, recall=1),
        Agreement(precision=1 / 2, recall=1),
    )


def test_a_thing_found_in_two_groups_loses_recall() -> None:
    found = groups("aaa", "a")
    assert (found.pairwise(), found.b_cubed()) == (
        Agreement(precision=1, recall=3 / 6),
        Agreement(precision=1, recall=(3 * 3 + 1) / 4 / 4),
    )


def test_the_clusters_of_bagga_and_baldwin_get_their_figures() -> None:
    """The first response of their figure: 1–5 found right, 6 and 7 found with 8 to C."""
    first, second = groups("aaaaa", "bbccccc"), groups("aaaaaccccc", "bb")
    assert (first.b_cubed().precision, second.b_cubed().precision) == pytest.approx((0.762, 0.583), abs=5e-4)


def test_things_apart_leave_nothing_to_get_wrong() -> None:
    assert groups("a", "b").pairwise() == Agreement(precision=1, recall=1)


def test_no_members_agree_in_full() -> None:
    assert groups().b_cubed() == Agreement(precision=1, recall=1)


def test_f1_is_the_harmonic_mean() -> None:
    assert Agreement(precision=0.5, recall=1).f1 == pytest.approx(2 / 3)


def test_f1_of_nothing_right_is_zero() -> None:
    assert Agreement(precision=0, recall=0).f1 == 0


def test_judged_pairs_count_both_kinds_of_mistake() -> None:
    judged: Iterable[tuple[bool, bool]] = [(True, True), (True, True), (True, False), (False, True), (False, False)]
    assert of_pairs(judged) == Agreement(precision=2 / 3, recall=2 / 3)


@given(MEMBERS)
def test_counts_agree_with_all_pairs_one_by_one(members: list[tuple[int, int]]) -> None:
    assert Contingency.of(members).pairwise() == by_hand(members)


@given(MEMBERS)
def test_counts_agree_with_all_members_one_by_one(members: list[tuple[int, int]]) -> None:
    found = Contingency.of(members).b_cubed()
    assert (found.precision, found.recall) == pytest.approx((by_member(members, 1), by_member(members, 0)))


@given(MEMBERS)
def test_truth_and_finding_exchanged_exchange_precision_and_recall(members: list[tuple[int, int]]) -> None:
    here, there = Contingency.of(members).pairwise(), Contingency.of((b, a) for a, b in members).pairwise()
    assert (here.precision, here.recall) == (there.recall, there.precision)
