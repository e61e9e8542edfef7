"""Of quantities, those that may tell what goes from one to another, and what is measured of one alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from palanca.records import Kind, Party, QuantityDetail, RoleName, Time
from palanca.records.query import EVERYTHING
from palanca.store import Case, open_case
from tests.store.making import AT, document, read
from tests.store.test_index import claim, told, write

_TEXT = "Ada Musa met Otto Lund. Lars Vik met Kim Rao. Ana Paz met Ruth Wanjala. Ida Rask met Per Dahl. Ole Moe met Eva"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(document(_TEXT, "news.txt")), at=AT)
        yield opened


def _parties(*roles: RoleName) -> tuple[Party, ...]:
    return tuple(Party(role=role, text=f"the {role}") for role in roles)


def test_only_what_may_go_from_one_to_another_is_read(case: Case) -> None:
    first, second, third, fourth, fifth = told(case)
    amount = {"kind": Kind.QUANTITY, "detail": QuantityDetail(value=5.0, unit="USD", of="loans")}
    both = claim(first, **amount, parties=_parties(RoleName.SOURCE, RoleName.TARGET), time=Time.parse("2019"))
    half = claim(second, **amount, parties=_parties(RoleName.SOURCE))
    again = claim(third, fourth, **amount, parties=_parties(RoleName.SUBJECT), time=Time.parse("2018"))
    alone = claim(fifth, **amount, parties=_parties(RoleName.SUBJECT), time=Time.parse("2020"))
    write(case, both, half, again, alone)
    assert [one.id for one in case.flows(EVERYTHING)] == [again.id, both.id]
    assert list(case.measured(EVERYTHING)) == [
        (amount["detail"], Time.parse("2018")),
        (amount["detail"], Time.parse("2020")),
    ]
