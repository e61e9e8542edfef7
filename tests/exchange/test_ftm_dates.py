"""Times as dates of FollowTheMoney."""

import pytest

from palanca.exchange.ftm_dates import Dates, date_of, dates_of, one_date
from palanca.records import Moment, Time


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("2019", "2019"),
        ("2019-05", "2019-05"),
        ("2019-05-03", "2019-05-03"),
        ("2019-05-03~", "2019-05"),
        ("2019-05?", "2019"),
        ("2019%", "2019"),
        ("2019-21", "2019"),
        ("199X", ""),
    ],
)
def test_doubt_makes_a_date_coarser(told: str, written: str) -> None:
    assert date_of(Moment.parse(told)) == written


def test_stretch_is_its_two_ends() -> None:
    assert dates_of([Time.parse("2019-05-03/2019-06")]) == Dates(starts=("2019-05-03",), ends=("2019-06",))


def test_stretch_within_one_written_date_is_a_point() -> None:
    assert dates_of([Time.parse("2019-05-03~/2019-05-06~")]) == Dates(points=("2019-05",))


def test_open_stretch_has_one_end() -> None:
    assert dates_of([Time.parse("2019/..")]) == Dates(starts=("2019",))


def test_each_side_of_a_dispute_is_written() -> None:
    sides = [Time.parse("2019-05-04"), None, Time.parse("2019-05-03")]
    assert dates_of(sides) == Dates(points=("2019-05-03", "2019-05-04"))


@pytest.mark.parametrize(
    ("told", "written"),
    [("2019-05-03/2019-05-06", "2019-05"), ("2019-05/2019-06", "2019"), ("2019/2020", ""), ("2019/..", "")],
)
def test_one_date_holds_all_of_a_stretch(told: str, written: str) -> None:
    assert one_date(Time.parse(told)) == written
