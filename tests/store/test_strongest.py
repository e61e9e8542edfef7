"""The things that most claims join, and the strongest ties among them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from palanca.analysis.networks.edges import JOINING, Tally
from palanca.records import Category, EntityId, EventDetail, Modality, Party, RoleName
from palanca.records.query import EVERYTHING
from palanca.store import Case, open_case
from palanca.store.strong_ties import Reach
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_TEXT = "Ada Musa met Volta Grid. Lars Vik met Otto Lund. Ana Paz met Kim Rao. Ruth Wanjala met Ama Owusu."
_ONE, _TWO, _THREE = (EntityId(one * 24) for one in "123")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(document(_TEXT, "news.txt", published="2024-05-01")), at=AT)
        yield opened


def between(*things: EntityId) -> tuple[Party, ...]:
    """Parties of which the first acts on the others."""
    first, *others = (Party(role=RoleName.ACTOR, text=f"thing {one}", identity=one) for one in things)
    return first, *(replace(one, role=RoleName.RECIPIENT) for one in others)


def write_ties(case: Case, *pairs: tuple[EntityId, ...], **changes: object) -> None:
    """A claim for each of these."""
    write(case, *(claim(one, parties=between(*pair), **changes) for one, pair in zip(told(case), pairs, strict=False)))


def test_things_that_most_claims_join_come_with_their_ties(case: Case) -> None:
    write_ties(case, (_ONE, _TWO), (_ONE, _TWO), (_ONE, _THREE))
    found = case.strongest(EVERYTHING, most=2, most_pairs=5)
    assert found.things == {_ONE: (2, 3), _TWO: (1, 2)}
    assert [(one.pair, one.claims) for one in found.ties] == [((_ONE, _TWO), 2)]


def test_weaker_pairs_are_counted_and_left_out(case: Case) -> None:
    write_ties(case, (_ONE, _TWO), (_ONE, _TWO), (_ONE, _THREE))
    found = case.strongest(EVERYTHING, most=3, most_pairs=1)
    assert ([one.pair for one in found.ties], found.left_out, found.whole.pairs) == ([(_ONE, _TWO)], 1, 2)


def test_what_is_only_planned_joins_nobody_and_is_counted(case: Case) -> None:
    write_ties(case, (_ONE, _TWO), modality=Modality.PLANNED)
    found = case.strongest(EVERYTHING, most=3, most_pairs=1)
    assert (found.things, found.whole.left_out) == ({}, {"planned events": 1})


@pytest.mark.parametrize("category", [Category.CONSULT, Category.ASSAULT])
def test_the_same_is_joined_as_by_the_edges_of_claims(case: Case, category: Category) -> None:
    write_ties(case, (_ONE, _TWO, _THREE), (_TWO, _THREE), detail=EventDetail(category=category))
    tally = Tally()
    edges = [edge for one in case.joinings(EVERYTHING) if one.kind in JOINING for edge in tally.edges(one)]
    found = case.strongest(EVERYTHING, most=3, most_pairs=9)
    assert {one.pair: one.claims for one in found.ties} == Counter((edge.one, edge.other) for edge in edges)
    assert (found.whole.claims, found.whole.documents) == (tally.claims, len(tally.documents))


def test_near_a_thing_lies_what_claims_join_it_with_those_of_most_claims_first(case: Case) -> None:
    write_ties(case, (_ONE, _TWO), (_ONE, _THREE), (_ONE, _THREE))
    found = case.nearest(EVERYTHING, _ONE, Reach(steps=1, most=2, most_pairs=9))
    assert (found.things, found.reached, found.whole.claims) == ({_ONE: (2, 3), _THREE: (1, 2)}, 3, 2)


def test_what_lies_two_steps_away_is_reached_in_two(case: Case) -> None:
    write_ties(case, (_ONE, _TWO), (_TWO, _THREE))
    near, far = (case.nearest(EVERYTHING, _ONE, Reach(steps=steps, most=9, most_pairs=9)) for steps in (1, 2))
    assert (sorted(near.things), sorted(far.things)) == ([_ONE, _TWO], [_ONE, _TWO, _THREE])


def test_of_pairs_near_a_thing_its_own_are_shown_and_weaker_ones_are_counted(case: Case) -> None:
    write_ties(case, (_ONE, _TWO), (_ONE, _THREE), (_TWO, _THREE), (_TWO, _THREE))
    found = case.nearest(EVERYTHING, _ONE, Reach(steps=1, most=9, most_pairs=2))
    assert ([one.pair for one in found.ties], found.left_out) == ([(_ONE, _TWO), (_ONE, _THREE)], 1)


def test_what_is_only_planned_near_a_thing_is_counted(case: Case) -> None:
    write_ties(case, (_ONE, _TWO), modality=Modality.PLANNED)
    found = case.nearest(EVERYTHING, _ONE, Reach(steps=1, most=9, most_pairs=9))
    assert (found.things, found.reached, found.whole.left_out) == ({}, 0, {"planned events": 1})
