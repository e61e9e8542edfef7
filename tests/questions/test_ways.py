"""Ways between two things in a case that people judge: those of the whole graph, whatever they decide."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import palanca
from palanca.analysis.networks.edges import Tally
from palanca.analysis.networks.graph import graph_of
from palanca.analysis.networks.paths import Search
from palanca.questions.networks import Asked, edges_of, places_of
from palanca.records import EntityId, Filter
from tests.analysis.networks.making import all_paths

_TEXTS = {
    "one": "Ghana's minister of transport, Ama Owusu, met India's ambassador, Rajiv Menon, in Accra on 4 March 2025.",
    "two": "The Indian ambassador, Rajiv Menon, met Chile's minister of mining, Ines Rojas, in Delhi on 9 May 2025.",
    "three": "Ghana's minister of transport, Ama Owusu, met Togo's minister of trade, Paul Agbeko, on 2 June 2025.",
    "four": "Togo's minister of trade, Paul Agbeko, met Chile's minister of mining, Inés Rojas Vial, on 3 June 2025.",
    "five": "The Chilean official Carla Soto met the Togolese official Yao Adjo and Rajiv Menon on 8 July 2025.",
}
_JUDGE = palanca.Judge(who="Ana")
_ASKED = st.builds(
    Asked,
    wanted=st.sampled_from(
        [Filter(), Filter(least_confidence=0.5), Filter(since=date(2025, 5, 1)), Filter(country="CHL")]
    ),
    through_places=st.booleans(),
)
_DECIDED = st.tuples(st.sampled_from(["same", "reject", "confirm"]), st.integers(0, 50))


@pytest.fixture
def case(tmp_path: Path) -> Iterator["palanca.Case"]:
    for name, text in _TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    palanca.read(tmp_path / "c.palanca", [tmp_path])
    with palanca.open_case(tmp_path / "c.palanca") as opened:
        yield opened


def _decide(case: "palanca.Case", verdict: str, at: int) -> None:
    """Merge two of the people, or judge a meeting, whichever stand there."""
    people = sorted(one.id for one in case.things() if one.schema == "Person")  # two may have one name
    claims = sorted(row.claim.id for row in palanca.events(case))
    if verdict == "same" and len(people) > 2:
        one, other = list(combinations(people, 2))[at % (len(people) * (len(people) - 1) // 2)]
        palanca.same(case, one, other, _JUDGE)
    elif verdict != "same" and claims:
        (palanca.reject if verdict == "reject" else palanca.confirm)(case, claims[at % len(claims)], _JUDGE)


@given(st.lists(_DECIDED, max_size=1), _ASKED)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ways_are_those_of_the_whole_graph_whatever_people_decide(
    case: "palanca.Case", decided: list[tuple[str, int]], asked: Asked
) -> None:
    for verdict, at in decided:
        _decide(case, verdict, at)
    places, grounds = places_of(case)
    tally = Tally(grounds=grounds)
    whole = graph_of(edges_of(case, asked.wanted, tally))
    search = Search(avoided=frozenset[EntityId]() if asked.through_places else places)
    for one, other in combinations(sorted(thing.id for thing in case.things())[:8], 2):
        answer = palanca.paths(case, one, other, asked)
        assert answer.sides[0].found == all_paths(whole, one, other, search)
        assert (answer.scope.claims, answer.scope.documents) == (tally.claims, len(tally.documents))


def test_two_who_are_judged_one_join_their_ways(case: "palanca.Case") -> None:
    until_june = Asked(wanted=Filter(until=date(2025, 6, 30)))
    assert not palanca.paths(case, "Carla Soto", "Ama Owusu", until_june).sides[0].found
    palanca.same(case, "Carla Soto", "Paul Agbeko", _JUDGE)
    (way, *_) = palanca.paths(case, "Carla Soto", "Ama Owusu", until_june).sides[0].found
    assert len(way.joined) == 1
