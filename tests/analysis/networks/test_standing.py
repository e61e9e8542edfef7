"""Shared neighbours, brokers, cores and communities of graphs whose answers are known by hand."""

from datetime import date
from math import log

import pytest

from palanca.analysis.networks.betweenness import betweenness, sampled
from palanca.analysis.networks.brokers import brokers
from palanca.analysis.networks.changes import Change, changes, halves
from palanca.analysis.networks.communities import aligned, communities, most_agreed
from palanca.analysis.networks.cores import core_numbers, cores
from palanca.analysis.networks.graph import graph_of
from palanca.analysis.networks.shared import shared
from palanca.records import EntityId, Kind
from tests.analysis.networks.making import Walked, clique, edge, graph

BOW_TIE = graph("ab", "ac", "bc", "cd", "ce", "de")
TWO_CLIQUES = graph(*clique("abcd"), *clique("wxyz"), "dw")


def test_shared_neighbours_come_by_rarity_with_claims_of_both_sides() -> None:
    found = shared(Walked(graph("ax", "xb", "ay", "yb", "yc")), EntityId("a"), EntityId("b"), 9)
    assert [(one.thing, one.neighbours, one.rarity) for one in found] == [
        ("x", 2, round(1 / log(2), 6)), ("y", 3, round(1 / log(3), 6)),
    ]  # fmt: skip
    assert [[joint.edges[0].claim for joint in one.joined] for one in found] == [
        ["ax None", "xb None"], ["ay None", "yb None"],
    ]  # fmt: skip


def test_the_knot_of_a_bow_tie_lies_between_all_pairs_of_its_wings() -> None:
    assert betweenness(BOW_TIE) == pytest.approx((0, 0, 4 / 6, 0, 0))


def test_a_sample_of_all_is_exact() -> None:
    for network in (BOW_TIE, TWO_CLIQUES, graph("ab", "bc", "cd", "da", "ce", "xy")):
        assert sampled(network, list(range(len(network.nodes)))) == pytest.approx(betweenness(network))


def test_a_broker_stands_between_groups() -> None:
    first, second = brokers(TWO_CLIQUES, most=2)
    assert (first.thing, first.rank, second.thing, second.rank) == ("d", 1, "w", 1)
    assert [group.neighbours for group in first.groups] == [3, 1]
    assert [joint.other for joint in first.groups[1].joined] == ["w"]


def test_a_clique_is_a_higher_core_than_its_tail() -> None:
    network = graph(*clique("abcd"), "de", "ef")
    assert core_numbers(network) == {"a": 3, "b": 3, "c": 3, "d": 3, "e": 1, "f": 1}
    high, low = cores(network, most=2)
    assert (high.number, high.things, high.claims) == (3, ("d", "a", "b", "c"), 6)
    assert (low.number, low.things, low.claims) == (1, ("e", "f"), 2)


def test_two_cliques_with_a_bridge_are_two_communities_in_every_run() -> None:
    found = communities(TWO_CLIQUES)
    assert [("".join(sorted(one.things)), one.claims, one.stability) for one in found] == [
        ("abcd", 6, 1.0), ("wxyz", 6, 1.0),
    ]  # fmt: skip


def test_the_partition_that_most_runs_give_is_taken() -> None:
    assert most_agreed([(0, 1, 2, 3), (0, 0, 1, 1), (5, 5, 2, 2), (0, 0, 0, 0)]) == (0, 0, 1, 1)


def test_communities_before_are_named_as_those_after_that_hold_most_of_them() -> None:
    before = communities(TWO_CLIQUES)
    after = communities(graph(*clique("vwxyz"), *clique("abc"), "av"))
    assert [(one.number, min(one.things)) for one in aligned(before, after)] == [(2, "a"), (1, "w")]
    assert [one.number for one in aligned(before, after[:1])] == [2, 1]


def test_an_empty_network_has_neither_brokers_nor_cores_nor_communities() -> None:
    assert (brokers(graph(), most=5), cores(graph(), most=5), communities(graph())) == ((), (), ())


def test_a_day_parts_events_and_leaves_what_lasts_on_both_sides() -> None:
    day = date(2024, 6, 1)
    network = graph_of([
        edge("ab", "2024-05-31"), edge("bc", "2024-06-01"), edge("cd", "2024-01-01", until="2024-12-31"),
        edge("de", "2024-01-01", until="2024-12-31", kind=Kind.TIE), edge("ef"),
    ])  # fmt: skip
    parted = halves(network, day, day)
    assert (parted.before.nodes, parted.after.nodes) == (("a", "b", "d", "e"), ("b", "c", "d", "e"))
    assert (parted.undated, parted.astride) == (1, 1)


def test_changes_tell_what_appears_what_vanishes_and_what_moves() -> None:
    assert changes({"a": 1, "b": 2, "c": 3}, {"d": 1, "b": 2, "c": 4}) == (
        Change(key="d", before=None, after=1),
        Change(key="c", before=3, after=4),
        Change(key="a", before=1, after=None),
    )  # fmt: skip
