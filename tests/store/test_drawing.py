"""Claims as a timeline draws them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from palanca.records import Category, Kind, Modality, Party, Review, RoleName, Time
from palanca.records.query import EVERYTHING
from palanca.store import Case, Drawn, Order, Page, open_case
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(document("Ada Musa met Otto Lund in Accra.", "news.txt", published="2024-05-01")), at=AT)
        yield opened


def test_a_claim_is_drawn_with_its_days_and_those_who_take_part(case: Case) -> None:
    (one,) = told(case)
    parties = (Party(role=RoleName.ACTOR, text="Ada Musa"), Party(role=None, text="Accra"))
    made = claim(one, parties=parties, time=Time.parse("2023-04"), review=Review.CONFIRMED)
    write(case, made)
    assert list(case.drawn(EVERYTHING, Page(limit=1, order=Order.LATEST))) == [
        Drawn(
            id=made.id, kind=Kind.EVENT, category=Category.CONSULT, channel="diplomatic", time="2023-04",
            first="2023-04-01", last="2023-04-30", modality=Modality.ASSERTED, review=Review.CONFIRMED,
            is_disputed=False, sources=1, named=("Ada Musa",), countries=(), people=(),
        )
    ]  # fmt: skip


@pytest.mark.parametrize("order", [Order.TIME, Order.LATEST])
def test_few_claims_of_a_period_are_drawn_in_the_order_of_all(case: Case, order: Order) -> None:
    (one,) = told(case)
    days = ("2023-04-01", "2023-04-02", "2023-04-02", "2023-04-02", "2023-04-03", None)
    write(case, *(claim(one, lead=f"{at}", time=Time.parse(day) if day else None) for at, day in enumerate(days)))
    number = case.count_claims(EVERYTHING)
    every = [one.id for one in case.drawn(EVERYTHING, Page(order=order))]
    for skipped in range(number):
        for limit in range(1, number + 1):
            page = Page(limit=limit, skipped=skipped, order=order, of=number)
            assert [one.id for one in case.drawn(EVERYTHING, page)] == every[skipped : skipped + limit]
