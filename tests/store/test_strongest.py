"""The things that most claims join, and the strongest ties among them."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
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


_UNJOINED = """SELECT group_concat(c.id) FROM indexed_unjoined AS u JOIN indexed_claims AS c ON c."key" = u.claim
  WHERE NOT EXISTS (SELECT 1 FROM indexed_ties WHERE claim = u.claim)"""
_LEFT = """SELECT count(*) FROM indexed_claims AS c WHERE kind != 'quotation'
  AND NOT EXISTS (SELECT 1 FROM indexed_ties WHERE claim = c."key")
  AND NOT EXISTS (SELECT 1 FROM indexed_unjoined WHERE claim = c."key")"""


def test_claims_that_join_nobody_are_known_however_their_parties_come_and_go(case: Case, tmp_path: Path) -> None:
    write_ties(case, (_ONE, _TWO), (_ONE,), (_TWO, _THREE), (_THREE,))
    with closing(sqlite3.connect(tmp_path / "c.palanca")) as connection, connection:
        connection.execute("PRAGMA recursive_triggers = ON")
        ids = [one for (one,) in connection.execute('SELECT id FROM indexed_claims ORDER BY "key"')]

        def unjoined() -> set[str]:
            assert connection.execute(_LEFT).fetchone() == (0,)
            assert connection.execute("SELECT count(*) FROM indexed_unjoined").fetchone() == (len(known()),)
            return known()

        def known() -> set[str]:
            return set((connection.execute(_UNJOINED).fetchone()[0] or "").split(",")) - {""}

        assert unjoined() == {ids[1], ids[3]}
        connection.execute("DELETE FROM claim_parties WHERE claim = ? AND ordinal = 1", (ids[0],))
        assert unjoined() == {ids[0], ids[1], ids[3]}
        connection.execute(
            """INSERT INTO claim_parties (claim, ordinal, role, folded, identity, placed)
                 VALUES (?, 5, 'recipient', ' x ', ?, 0)""",
            (ids[1], _TWO),
        )
        assert unjoined() == {ids[0], ids[3]}
        connection.execute("DELETE FROM claim_parties WHERE claim = ?", (ids[2],))
        connection.execute("DELETE FROM claims WHERE id IN (?, ?)", (ids[2], ids[3]))
        assert unjoined() == {ids[0]}


@pytest.mark.parametrize("few", [0, 50_000], ids=["many claims", "few claims"])
def test_who_tells_a_network_is_counted_without_what_tells_alone_of_what_joins_nobody(
    case: Case, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("palanca.store.whole_network._FEW", few)
    case.put(read(document("Ada Musa met Kim Rao.", "other.txt", published="2024-05-02")), at=AT)
    case.put(read(document("Lars Vik met Ada Musa.", "more.txt", published="2024-05-02")), at=AT)
    statements = told(case)
    alone = next(place for place, one in enumerate(statements) if case.document(one.document).name == "other.txt")
    pairs = [(_ONE,) if place == alone else (_ONE, _TWO) for place in range(len(statements))]
    modalities = [Modality.REPORTED if place % 2 else Modality.ASSERTED for place in range(len(statements))]
    write(
        case,
        *(
            claim(one, parties=between(*pair), modality=modality)
            for one, pair, modality in zip(statements, pairs, modalities, strict=True)
        ),
    )
    tally = Tally()
    assert [edge for one in case.joinings(EVERYTHING) if one.kind in JOINING for edge in tally.edges(one)]
    found = case.strongest(EVERYTHING, most=3, most_pairs=9).whole
    assert (found.claims, found.documents) == (tally.claims, len(tally.documents)) == (5, 2)
    assert found.left_out == {"events that join no two named things": 1}


def test_pairs_of_one_claim_follow_those_of_several(case: Case) -> None:
    write_ties(case, (_TWO, _THREE), (_TWO, _THREE), (_ONE, _TWO))
    found = case.strongest(EVERYTHING, most=3, most_pairs=9)
    assert (sorted(found.things), found.whole.pairs) == ([_ONE, _TWO, _THREE], 2)
    assert sorted(case.strongest(EVERYTHING, most=2, most_pairs=9).things) == [_TWO, _THREE]
