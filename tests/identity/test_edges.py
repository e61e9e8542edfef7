"""Edges are held as numbers, and come back as they were; of two groups the heaviest is the best."""

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from palanca.identity.body_names import BodyMatch
from palanca.identity.edges import Edge, Edges, heaviest_first
from palanca.identity.person_names import NameMatch

_NAMES = st.sampled_from(["Ama Owusu", "A. Owusu", "Volta Grid", "Öz \ud800"])
_EDGES = st.builds(
    Edge,
    one=st.integers(0, 3),
    other=st.integers(4, 6),
    match=st.sampled_from([NameMatch.SAME, NameMatch.INITIALS, BodyMatch.ACRONYM, BodyMatch.SAME]),
    forms=st.tuples(_NAMES, _NAMES),
    points=st.sampled_from([2.5, 2.7, 3.4, 5.0, -0.1 + 5.1]),
)


@given(st.lists(_EDGES, max_size=12))
def test_edges_come_back_as_they_were(edges: list[Edge]) -> None:
    assert list(Edges(edges)) == edges


@given(st.lists(_EDGES, max_size=12))
def test_of_two_groups_the_heaviest_edge_is_the_best_and_the_first_of_equals(edges: list[Edge]) -> None:
    pairs = groupby(sorted(edges, key=Edge.place), key=Edge.place)
    assert list(Edges(edges).best()) == heaviest_first(max(of_pair, key=Edge.weight) for _, of_pair in pairs)


@given(st.lists(_EDGES, max_size=12), st.lists(_EDGES, max_size=2))
def test_beside_others_are_those_that_share_an_end(edges: list[Edge], others: list[Edge]) -> None:
    ends = {end for edge in others for end in edge.pair}
    assert list(Edges(edges).beside(others)) == [edge for edge in edges if ends & set(edge.pair)]
