"""In which way the claims of a page are found."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Select, func, select

from palanca.records import Time
from palanca.records.query import (
    ANYBODY,
    EVERYTHING,
    All,
    Comparison,
    Either,
    Field,
    Measure,
    Not,
    Number,
    Parties,
    PartyTest,
    Query,
    When,
    Words,
)
from palanca.store import Case, Order, Page, open_case
from palanca.store.by_days import IN_TIME, counted_by_days, on_days
from palanca.store.finding import ordered
from palanca.store.index_tables import indexed_claims
from palanca.store.opening import open_engine
from palanca.store.querying import passing
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_TEXT = "Ada Musa met Otto Lund. Lars Vik met Kim Rao. Ana Paz met Ruth Wanjala."


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(document(_TEXT, "news.txt", published="2024-05-01")), at=AT)
        write(opened, *map(claim, told(opened)))
        yield opened


@pytest.fixture
def connection(case: Case, tmp_path: Path) -> Iterator[Connection]:
    assert case.count_claims(EVERYTHING) == 3
    engine = open_engine(tmp_path / "c.palanca", create=False)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def _plan(connection: Connection, page: Page) -> str:
    return _told(connection, ordered(indexed_claims.c.key, passing(EVERYTHING), page))


def _told(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> str:
    text = str(wanted.compile(connection, compile_kwargs={"literal_binds": True}))
    return " ".join(row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}"))


def test_few_claims_are_found_before_they_are_put_in_order(connection: Connection) -> None:
    plans = {of: _plan(connection, Page(limit=2, order=Order.LATEST, of=of)) for of in (None, 3, 1_000_000)}
    assert {of: "indexed_claims_at" in plan for of, plan in plans.items()} == {None: True, 3: False, 1_000_000: True}


@pytest.mark.parametrize("order", [Order.TIME, Order.LATEST])
def test_order_is_the_same_in_whichever_way(case: Case, order: Order) -> None:
    pages = (Page(order=order, of=of) for of in (None, 3))
    first, second = ([one.id for one in case.found_on(EVERYTHING, page)] for page in pages)
    assert first == second


def test_claims_as_the_case_holds_them_come_by_number(case: Case, connection: Connection) -> None:
    by_number = connection.execute(indexed_claims.select().order_by(indexed_claims.c.key)).all()
    stored = [one.id for one in case.found_on(EVERYTHING, Page(order=Order.STORED))]
    assert stored == [row.id for row in by_number]


@pytest.mark.parametrize("is_certain", [False, True])
def test_claims_of_a_period_are_counted_on_an_index_of_their_days(connection: Connection, *, is_certain: bool) -> None:
    period = When(first=date(2024, 1, 1), last=date(2024, 12, 31), is_certain=is_certain)
    counted = select(func.count()).select_from(indexed_claims).where(passing(period))
    assert "indexed_claims_dated" in _told(connection, counted)


def test_who_takes_part_is_looked_up_in_claims_of_the_kind_alone(connection: Connection) -> None:
    ghanaian = Parties(tests=(PartyTest(name=ANYBODY, country="GHA"),))
    events = All(parts=(All(parts=(Words(field=Field.MODE, values=("visit",)),)), Either(parts=(ghanaian,))))
    counted = select(func.count()).select_from(indexed_claims)
    written = str(counted.where(passing(events)).compile(connection, compile_kwargs={"literal_binds": True}))
    assert "party_0.kind IN ('event')" in written
    assert "COVERING INDEX indexed_parties_country" in _told(connection, counted.where(passing(events)))


_SOURCES = Number(measure=Measure.SOURCES, comparison=Comparison.AT_LEAST, value=1)
_CHANNEL = Words(field=Field.CHANNEL, values=("diplomatic",))
_PERIOD = When(first=date(2023, 1, 1), last=date(2024, 12, 31))
_DATED = Not(part=When(first=None, last=None))


@pytest.mark.parametrize("query", [EVERYTHING, _SOURCES, _CHANNEL, _PERIOD, All(parts=(_CHANNEL, _DATED))])
@pytest.mark.parametrize("order", [Order.TIME, Order.LATEST])
def test_a_page_is_the_same_however_many_are_known_to_pass(case: Case, query: Query, order: Order) -> None:
    days = ("2024-05-03", "2024", None, "2023-02", "../2024-05-03", "2024-05-03/..")
    drawn = zip(told(case) * 2, days, strict=True)
    made = [claim(one, time=Time.parse(day) if day else None) for one, day in drawn]
    for again in (made[:3], made[3:]):
        write(case, *again)
        whole = [one.id for one in case.found_on(query, Page(order=order))]
        assert whole
        for skipped in range(3):
            for of in (None, len(whole), 1_000_000):
                page = Page(limit=1, skipped=skipped, order=order, of=of)
                assert [one.id for one in case.found_on(query, page)] == whole[skipped : skipped + 1]
                assert [one.id for one in case.drawn(query, page)] == whole[skipped : skipped + 1]


def test_order_of_time_of_a_claim_is_told_by_its_days(case: Case, connection: Connection) -> None:
    days = ("2024-05-03", "../2024", "2024/..")
    write(case, *(claim(one, time=Time.parse(day)) for one, day in zip(told(case), days, strict=True)))
    at, by_days = zip(*connection.execute(select(indexed_claims.c.at, IN_TIME)), strict=True)
    assert (len(set(at)), at) == (3, by_days)


def test_claims_of_a_channel_are_counted_without_a_look_at_their_rows(connection: Connection) -> None:
    counted = select(func.count()).select_from(indexed_claims)
    for query, is_told in ((_CHANNEL, True), (All(parts=(_CHANNEL, _SOURCES)), False)):
        plan = _told(connection, counted.where(on_days(passing(query))))
        assert ("COVERING INDEX indexed_claims_days" in plan) is is_told


def test_what_the_index_of_days_does_not_hold_is_counted_in_the_order_of_the_table(connection: Connection) -> None:
    columns = (indexed_claims.c.channel, indexed_claims.c.last, indexed_claims.c.first)
    held, other = (_told(connection, counted_by_days(columns, passing(one))) for one in (_PERIOD, _SOURCES))
    assert "COVERING INDEX indexed_claims_days" in held
    assert "SCAN indexed_claims USE" in other
