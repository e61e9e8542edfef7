"""Paths between two."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.analysis.networks.graph import DatedGraph, graph_of
from palanca.analysis.networks.paths import Search, Ways, paths
from palanca.records import EntityId
from tests.analysis.networks.making import Walked, all_paths, edge, graph


def found(network: DatedGraph, pair: str, search: Search | None = None) -> list[str]:
    one, other = map(EntityId, pair)
    return ["".join(path.things) for path in paths(Walked(network), one, other, search).paths]


def test_the_shorter_way_comes_first() -> None:
    assert found(graph("ab", "bd", "ac", "ce", "ed"), "ad") == ["abd", "aced"]


def test_of_equal_ways_the_one_with_the_better_weakest_leg_comes_first() -> None:
    network = graph_of([edge("ab", sources=9), edge("bd"), edge("ac", sources=2), edge("cd", sources=2)])
    assert found(network, "ad") == ["acd", "abd"]
    weakest = [path.weakest for path in paths(Walked(network), EntityId("a"), EntityId("d")).paths]
    assert [one.one + one.other for one in weakest] == ["ac", "bd"]


def test_a_way_has_no_more_legs_than_wanted() -> None:
    assert found(graph("ab", "bc", "cd"), "ad", Search(legs=2)) == []
    assert found(graph("ab", "bc", "cd"), "ad", Search(legs=3)) == ["abcd"]


def test_who_is_avoided_stands_at_an_end_alone() -> None:
    network, search = graph("ab", "bd", "ac", "cd"), Search(avoided=frozenset(map(EntityId, "ab")))
    assert found(network, "ad", search) == ["acd"]
    assert found(network, "bd", search)[0] == "bd"


def test_three_who_met_at_once_are_no_way_round() -> None:
    network = graph_of([edge(pair, claim="summit") for pair in ("ab", "bc", "ac")])
    assert found(network, "ac") == ["ac"]


def test_in_order_no_leg_is_earlier_than_the_one_before() -> None:
    network = graph_of([edge("ab", "2024-05-03"), edge("bc", "2024-05-02"), edge("cd", "2024-06-01")])
    in_order = Search(in_order=True)
    assert (found(network, "ad"), found(network, "ad", in_order)) == (["abcd"], [])
    assert found(network, "db", in_order) == []
    assert found(network, "bd", in_order) == ["bcd"]


def test_in_order_what_has_no_time_is_no_leg() -> None:
    assert found(graph("ab"), "ab", Search(in_order=True)) == []


def test_each_leg_lists_all_claims_that_join_it() -> None:
    edges = (edge("ab", "2024-05-03", sources=2), edge("ab", "2024-01-09"))
    (path,) = paths(Walked(graph_of(reversed(edges))), EntityId("b"), EntityId("a")).paths
    assert (path.things, path.joined[0].edges) == (("b", "a"), edges)


def test_nobody_is_on_no_way() -> None:
    assert found(graph("ab"), "ax") == []
    assert found(graph("ab"), "aa") == []


def test_the_order_of_edges_does_not_matter() -> None:
    edges = [edge(pair, claim=pair) for pair in ("ab", "bd", "ac", "cd", "ad")]
    ways = paths(Walked(graph_of(edges)), EntityId("a"), EntityId("d"))
    assert ways == paths(Walked(graph_of(replace(one) for one in reversed(edges))), EntityId("a"), EntityId("d"))


_EDGES = st.lists(
    st.tuples(
        st.sampled_from([a + b for a, b in combinations("abcdefg", 2)]), st.sampled_from([None, *range(1, 5)]),
        st.integers(0, 9), st.integers(1, 2),
    ),
    max_size=20,
)  # fmt: skip


@given(
    _EDGES,
    st.builds(
        Search,
        most=st.integers(1, 5),
        legs=st.integers(1, 6),
        avoided=st.frozensets(st.sampled_from("abcdefg").map(EntityId), max_size=2),
        in_order=st.booleans(),
    ),
)
def test_who_walks_finds_the_ways_that_there_are(drawn: list[tuple[str, int | None, int, int]], search: Search) -> None:
    network = graph_of(
        {
            (pair, claim): edge(pair, f"2024-01-0{day}" if day else None, claim=str(claim), sources=sources)
            for pair, day, claim, sources in drawn
        }.values()
    )
    assert paths(Walked(network), EntityId("a"), EntityId("g"), search) == Ways(
        paths=all_paths(network, EntityId("a"), EntityId("g"), search)
    )


def test_what_lies_far_from_both_is_not_read() -> None:
    walked = Walked(graph("ab", "bc", "xy", *(f"y{far}" for far in "defgh"), "bx"))
    assert paths(walked, EntityId("a"), EntityId("c"), Search(legs=2)).paths
    assert walked.asked == 2


def test_where_too_much_lies_between_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    network, ends = graph("ab", "bc", "cd", "de"), (EntityId("a"), EntityId("e"))
    assert paths(Walked(network), *ends).cut_at is None
    monkeypatch.setattr("palanca.analysis.networks.paths.MOST_READ", 3)
    assert paths(Walked(network), *ends) == Ways(paths=(), cut_at=3)
    assert paths(Walked(network), EntityId("a"), EntityId("c"), Search(legs=2)).cut_at is None


def test_where_too_many_beginnings_would_be_followed_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("palanca.analysis.networks.steps.MOST_BEGINNINGS", 2)
    meeting = graph_of([edge(a + b, claim="summit") for a, b in combinations("abcdef", 2) if {a, b} != {"a", "f"}])
    assert paths(Walked(meeting), EntityId("a"), EntityId("f")).cut_at == 2
