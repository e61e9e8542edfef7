"""In which way the claims of a page are found."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Select, func, select

from palanca.records.query import ANYBODY, EVERYTHING, All, Either, Field, Parties, PartyTest, When, Words
from palanca.store import Case, Order, Page, open_case
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


def _told(connection: Connection, wanted: Select[int]) -> str:
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
