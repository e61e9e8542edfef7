"""What is counted ahead of a network is what is counted on its ties."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palanca.analysis.networks.edges import JOINING
from palanca.records import Category, EntityId, EventDetail, Identity, Modality, Party, Review, RoleName
from palanca.records.query import EVERYTHING, All, Comparison, Field, Measure, Number, Query, Words
from palanca.store import Case, SettledIdentity, open_case
from palanca.store.strong_ties import Reach
from palanca.store.sure_pairs import is_all_sure
from tests.store.counted import counts_of, forget_pairs
from tests.store.making import AT, document, dump, read
from tests.store.test_index import claim, told, write
from tests.store.test_opening import schema_of
from tests.store.test_strongest import between

_TEXT = " ".join(["Ada Musa met Volta Grid.", "Lars Vik met Otto Lund.", "Ana Paz met Kim Rao."] * 3)
_SURE = Number(measure=Measure.CONFIDENCE, comparison=Comparison.AT_LEAST, value=0.5)
_CONFIDENCE = Number(measure=Measure.CONFIDENCE, comparison=Comparison.AT_LEAST, value=0.4)
_SOURCES = Number(measure=Measure.SOURCES, comparison=Comparison.AT_LEAST, value=1)
_JOINING = Words(field=Field.KIND, values=JOINING)
type Drawn = tuple[list[int], float, Review, Modality, Category, bool]
"""Which things take part, in order, and how sure, reviewed and told the claim is; whether somebody unnamed acts."""

_PARTIES = st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True)
_CLAIMS = st.lists(
    st.tuples(
        _PARTIES, st.sampled_from([0.3, 0.5, 0.9]), st.sampled_from([Review.OPEN, Review.CONFIRMED, Review.REJECTED]),
        st.sampled_from([Modality.ASSERTED, Modality.REPORTED, Modality.PLANNED]),
        st.sampled_from([Category.CONSULT, Category.ASSAULT]), st.booleans(),
    ),
    max_size=9,
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "c.palanca"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with open_case(path, create=True) as opened:
        opened.put(read(document(_TEXT, "news.txt", published="2024-05-01")), at=AT)
        pending = opened.pending()
        assert pending
        known = tuple(
            Identity(id=one.id, schema=one.schema, caption=one.caption, names=(), members=(one.id,), documents=1)
            for one in opened.entities()
        )
        opened.settle_identity(
            pending.changed, SettledIdentity(entities=None, identities=known, proposals=(), rulings=())
        )
        yield opened


def things_of(case: Case) -> list[EntityId]:
    return sorted(one.id for one in case.entities())


def write_drawn(case: Case, drawn: list[Drawn]) -> None:
    """A claim for each of what was drawn, and nothing else."""
    known = things_of(case)
    nobody = Party(role=RoleName.ACTOR, text="the mayor of a port")
    made = []
    for one, (things, confidence, review, modality, category, has_unnamed) in zip(told(case), drawn, strict=False):
        parties = between(*(known[at] for at in things))
        changes = {"confidence": confidence, "review": review, "modality": modality}
        made.append(
            claim(
                one,
                parties=(*parties, nobody) if has_unnamed else parties,
                detail=EventDetail(category=category),
                **changes,
            )
        )
    write(case, *made)


@given(st.lists(_CLAIMS, min_size=1, max_size=3), st.integers(1, 5), st.integers(0, 9))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_network_without_a_filter_is_the_one_that_its_ties_tell(
    case: Case, path: Path, drawn: list[list[Drawn]], most: int, pairs: int
) -> None:
    for several in drawn:
        write_drawn(case, several)
        assert counts_of(path)
    for kinds, least in (((), _CONFIDENCE), ((_JOINING,), _CONFIDENCE), ((_JOINING,), _SOURCES)):
        ahead, ties = All(parts=(*kinds, _SURE)), All(parts=(*kinds, _SURE, least))
        assert (is_all_sure(ahead), is_all_sure(ties)) == (True, False)
        assert case.strongest(ahead, most=most, most_pairs=pairs) == case.strongest(ties, most=most, most_pairs=pairs)
        for thing in things_of(case)[:5]:
            for steps in (1, 2, 3):
                reach = Reach(steps=steps, most=most, most_pairs=pairs)
                assert case.nearest(ahead, thing, reach) == case.nearest(ties, thing, reach)


@pytest.mark.parametrize(
    "query",
    [
        EVERYTHING,
        _JOINING,
        Number(measure=Measure.CONFIDENCE, comparison=Comparison.AT_LEAST, value=0.6),
        All(parts=(_SURE, Words(field=Field.KIND, values=("event",)))),
        All(parts=(_SURE, Words(field=Field.REVIEW, values=("open", "rejected")))),
    ],
)
def test_what_asks_for_less_or_more_than_all_that_is_sure_is_counted_on_ties(query: Query) -> None:
    assert not is_all_sure(query)


def test_counts_follow_claims_that_come_and_go_one_by_one(case: Case, path: Path) -> None:
    one, two, three = things_of(case)[:3]
    drawn = [([0, 1], 0.9, Review.OPEN, Modality.ASSERTED, Category.CONSULT, False)] * 2
    write_drawn(case, [*drawn, ([1, 2], 0.9, Review.OPEN, Modality.ASSERTED, Category.CONSULT, True)])
    assert counts_of(path)[0] == [(one, two, 2), (two, three, 1)]
    for change in (
        "DELETE FROM claim_parties WHERE ordinal = 1 AND claim = (SELECT min(claim) FROM claim_parties)",
        "DELETE FROM claim_evidence WHERE claim = (SELECT max(claim) FROM claim_evidence)",
        "INSERT OR REPLACE INTO claims SELECT * FROM claims WHERE id = (SELECT max(id) FROM claims)",
        "DELETE FROM claims WHERE id = (SELECT min(id) FROM claims)",
        "DELETE FROM claims",
    ):
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA recursive_triggers = ON")
            connection.execute(change)
        assert counts_of(path)
    assert counts_of(path) == [[], [], []]


def test_file_of_version_22_gets_what_is_counted_of_its_network(case: Case, path: Path) -> None:
    write_drawn(case, [([0, 1], 0.9, Review.OPEN, Modality.ASSERTED, Category.CONSULT, False)])
    case.close()
    before, made = counts_of(path), (schema_of(path), dump(path))
    assert all(before)
    with closing(sqlite3.connect(path)) as connection, connection:
        forget_pairs(connection)
        connection.execute("PRAGMA user_version = 22")
    open_case(path).close()
    assert counts_of(path) == before
    assert (schema_of(path), dump(path)) == made
