"""Paths between two."""

from dataclasses import replace

from palanca.analysis.networks.graph import DatedGraph, graph_of
from palanca.analysis.networks.paths import Search, paths
from palanca.records import EntityId
from tests.analysis.networks.making import edge, graph


def found(network: DatedGraph, pair: str, search: Search | None = None) -> list[str]:
    one, other = map(EntityId, pair)
    return ["".join(path.things) for path in paths(network, one, other, search)]


def test_the_shorter_way_comes_first() -> None:
    assert found(graph("ab", "bd", "ac", "ce", "ed"), "ad") == ["abd", "aced"]


def test_of_equal_ways_the_one_with_the_better_weakest_leg_comes_first() -> None:
    network = graph_of([edge("ab", sources=9), edge("bd"), edge("ac", sources=2), edge("cd", sources=2)])
    assert found(network, "ad") == ["acd", "abd"]
    weakest = [path.weakest for path in paths(network, EntityId("a"), EntityId("d"))]
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
    (path,) = paths(graph_of(reversed(edges)), EntityId("b"), EntityId("a"))
    assert (path.things, path.joined[0].edges) == (("b", "a"), edges)


def test_nobody_is_on_no_way() -> None:
    assert found(graph("ab"), "ax") == []
    assert found(graph("ab"), "aa") == []


def test_the_order_of_edges_does_not_matter() -> None:
    edges = [edge(pair, claim=pair) for pair in ("ab", "bd", "ac", "cd", "ad")]
    ways = paths(graph_of(edges), EntityId("a"), EntityId("d"))
    assert ways == paths(graph_of(replace(one) for one in reversed(edges)), EntityId("a"), EntityId("d"))
