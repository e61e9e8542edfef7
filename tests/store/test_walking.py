"""Who walks a network sees what the edges of its claims tell."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from palanca.analysis.networks.changes import halves, is_after, is_before
from palanca.analysis.networks.edges import JOINING, Tally
from palanca.analysis.networks.graph import DatedGraph, graph_of
from palanca.analysis.networks.paths import Search, paths
from palanca.analysis.networks.shared import shared
from palanca.analysis.networks.walkable import Part, Walkable
from palanca.records import (
    Category,
    Detail,
    EntityId,
    EventDetail,
    Filter,
    Identity,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Modality,
    Moment,
    OfficeDetail,
    OfficeStatus,
    Party,
    Review,
    RoleName,
    Schema,
    TieDetail,
    TieKind,
    Time,
)
from palanca.store import Case, SettledIdentity, open_case
from palanca.store.walks import Places
from tests.analysis.networks.making import Walked, all_paths
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_TEXT = " ".join(["Ada Musa met Volta Grid.", "Lars Vik met Otto Lund.", "Ana Paz met Kim Rao."] * 3)
_DAY = date(2024, 5, 1)
_ENDS = {
    Kind.EVENT: (RoleName.ACTOR, RoleName.RECIPIENT), Kind.INSTRUMENT: (RoleName.ISSUER, RoleName.PARTY),
    Kind.TIE: (RoleName.SOURCE, RoleName.TARGET), Kind.OFFICE: (RoleName.PERSON, RoleName.BODY),
}  # fmt: skip
type Drawn = tuple[Detail, list[int], int, float, Review, Modality, int | None, bool]
"""What is told; which things, how many on the one side; how sure, reviewed and told; the day; if one is unnamed."""


def _on(day: int) -> Time:
    return Time(start=Moment(year=2024, month=5, day=1 + day))


_DETAILS = st.one_of(
    st.sampled_from(
        [
            EventDetail(category=Category.CONSULT),
            EventDetail(category=Category.ASSAULT),
            InstrumentDetail(kind=InstrumentKind.AGREEMENT, title="on fish"),
            TieDetail(kind=TieKind.OWNS),
            TieDetail(kind=TieKind.SPOUSE),
        ]
    ),
    st.builds(
        OfficeDetail,
        role=st.just("envoy"),
        status=st.just(OfficeStatus.CURRENT),
        start=st.sampled_from([None, _on(0), _on(3)]),
        end=st.sampled_from([None, _on(1), _on(4)]),
    ),
)
_CLAIMS = st.lists(
    st.tuples(
        _DETAILS, st.lists(st.integers(0, 5), min_size=1, max_size=4, unique=True), st.integers(1, 4),
        st.sampled_from([0.3, 0.5, 0.9]), st.sampled_from([Review.OPEN, Review.CONFIRMED, Review.REJECTED]),
        st.sampled_from([Modality.ASSERTED, Modality.REPORTED, Modality.PLANNED]),
        st.sampled_from([None, 0, 1, 2, 3, 4]), st.booleans(),
    ),
    max_size=9,
)  # fmt: skip
_PACT = InstrumentDetail(kind=InstrumentKind.AGREEMENT, title="on fish")
_SURELY = (0.9, Review.OPEN, Modality.ASSERTED)
_SIGNED_AT_TOWN: Drawn = (_PACT, [1, 3], 2, *_SURELY, None, True)
_MET_WITH_TOWN: Drawn = (EventDetail(category=Category.CONSULT), [1, 3], 2, *_SURELY, None, False)
_SINCE_MAY: Drawn = (
    OfficeDetail(role="envoy", status=OfficeStatus.CURRENT, start=_on(3), end=None), [0, 3], 1, *_SURELY, None, False,
)  # fmt: skip
_FILTERS = st.sampled_from(
    [
        Filter(least_confidence=0.5), Filter(), Filter(least_confidence=0.5, since=_DAY + timedelta(days=2)),
        Filter(category=Category.CONSULT), Filter(contains="met"), Filter(rejected=True),
    ]
)  # fmt: skip
_NO_FIXTURE = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Of the things of the case one is a town, and one a country."""
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(document(_TEXT, "news.txt", published="2024-05-01")), at=AT)
        pending = opened.pending()
        assert pending
        known = [
            Identity(id=one.id, schema=one.schema, caption=one.caption, names=(), members=(one.id,), documents=1)
            for one in sorted(opened.entities(), key=lambda one: one.id)
        ]
        known[1] = replace(known[1], schema=Schema.PLACE)
        known[2] = replace(known[2], schema=Schema.PUBLIC_BODY, country="GHA", is_country=True)
        opened.settle_identity(
            pending.changed, SettledIdentity(entities=None, identities=tuple(known), proposals=(), rulings=())
        )
        yield opened


def write_drawn(case: Case, drawn: list[Drawn]) -> list[EntityId]:
    """A claim for each of what was drawn, and nothing else; the things that may take part."""
    known, made = sorted(one.id for one in case.entities()), []
    for statement, one in zip(told(case), drawn, strict=False):
        detail, things, first, confidence, review, modality, day, has_unnamed = one
        kind = next(kind for kind in JOINING if type(detail).__name__.lower().startswith(kind))
        here, there = _ENDS[kind]
        parties = [
            Party(role=here if at < first else there, text=f"thing {thing}", identity=known[thing])
            for at, thing in enumerate(things)
        ]
        if has_unnamed:
            parties.append(Party(role=there, text="the mayor of a port"))
        made.append(
            claim(
                statement, kind=kind, detail=detail, parties=tuple(parties), confidence=confidence, review=review,
                modality=modality, time=None if day is None else _on(day),
            )
        )  # fmt: skip
    write(case, *made)
    return known


def tallied(case: Case, wanted: Filter, grounds: frozenset[EntityId]) -> tuple[DatedGraph, Tally]:
    tally = Tally(grounds=grounds)
    joinings = case.joinings(replace(wanted, kinds=JOINING))
    return graph_of([edge for one in joinings for edge in tally.edges(one)]), tally


@given(_CLAIMS, _FILTERS, st.booleans(), st.booleans())
@example([_SIGNED_AT_TOWN], Filter(), False, False)
@example([_MET_WITH_TOWN], Filter(), False, False)
@_NO_FIXTURE
def test_ways_of_who_walks_are_those_of_the_whole_graph(
    case: Case, drawn: list[Drawn], wanted: Filter, without_places: bool, in_order: bool
) -> None:
    known = write_drawn(case, drawn)
    places, grounds = frozenset(case.all_places()), frozenset({known[1]})
    graph, tally = tallied(case, wanted, grounds)
    left = places - {known[1]} if without_places else frozenset()
    whole = graph.without(left)
    for avoided in (frozenset[EntityId](), places):
        search = Search(avoided=avoided, in_order=in_order)
        with case.walk(wanted, Places(grounds=grounds, left=left)) as network:
            for one, other in ((known[0], known[5]), (known[1], known[3]), (known[2], known[4])):
                if {one, other}.isdisjoint(left):
                    assert paths(network, one, other, search).paths == all_paths(whole, one, other, search)
                    assert shared(network, one, other, 9) == shared(Walked(whole), one, other, 9)
            told = network.whole()
            assert network.count_left() == len(left & graph.position.keys())
        assert (told.claims, told.documents) == (tally.claims, len(tally.documents))
        assert told.left_out == dict(+tally.left_out)


@given(_CLAIMS, _FILTERS, st.integers(0, 5), st.integers(0, 5))
@example([_SINCE_MAY], Filter(), 3, 3)
@_NO_FIXTURE
def test_ways_before_and_after_a_day_are_those_of_the_halves_of_the_whole_graph(
    case: Case, drawn: list[Drawn], wanted: Filter, before: int, after: int
) -> None:
    known = write_drawn(case, drawn)
    grounds, days = frozenset({known[1]}), (_DAY + timedelta(days=before), _DAY + timedelta(days=after))
    parted = halves(tallied(case, wanted, grounds)[0], *days)
    with case.walk(wanted, Places(grounds=grounds)) as network:
        parts: list[tuple[Walkable, DatedGraph]] = [
            (Part(network, lambda edge: is_before(edge, days[0])), parted.before),
            (Part(network, lambda edge: is_after(edge, days[1])), parted.after),
        ]
        for part, whole in parts:
            found = paths(part, known[0], known[3]).paths
            assert found == all_paths(whole, known[0], known[3], Search())
        assert (network.count_undated(), network.count_astride(*days)) == (parted.undated, parted.astride)


def test_places_are_told_with_whether_they_are_countries(case: Case) -> None:
    known = sorted(one.id for one in case.entities())
    assert case.all_places() == {known[1]: False, known[2]: True}
