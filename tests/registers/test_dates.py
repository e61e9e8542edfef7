"""Dates as tables write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.records import Time
from palanca.registers.dates import DateRead, between, date_in
from palanca.registers.values import Dates, Order


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2024-05-01", "2024-05-01"), ("2024-05", "2024-05"), ("1935", "1935"), ("1935?", "1935?"), ("193X", "193X"),
        ("1990/2001", "1990/2001"), ("20240501", "2024-05-01"), ("2024/4/3", "2024-04-03"),
        ("17/04/2024", "2024-04-17"), ("4/2024", "2024-04"), ("May 3, 1935", "1935-05-03"),
        ("3 May 1935", "1935-05-03"), ("May 1935", "1935-05"), ("2024-05-01T10:00:00Z", "2024-05-01"),
        ("21/11/2023 14:05", "2023-11-21"), ("2023-11-21 2:05 p.m.", "2023-11-21"), ("43831", "2020-01-01"),
        ("43831.75", "2020-01-01"),
    ],
)  # fmt: skip
def test_a_date_keeps_its_precision(written: str, time: str) -> None:
    assert date_in(written, Dates()) == DateRead(Time.parse(time))


def test_what_can_be_read_in_two_ways_is_not_read() -> None:
    read = date_in("03/04/2024", Dates())
    assert read.time is None
    assert read.problem is not None
    assert "dates.order" in read.problem


@pytest.mark.parametrize(("order", "time"), [(Order.DAY, "2024-04-03"), (Order.MONTH, "2024-03-04")])
def test_the_mapping_says_what_comes_first(order: Order, time: str) -> None:
    assert date_in("03/04/2024", Dates(order=order)).time == Time.parse(time)


def test_the_mapping_declares_formats() -> None:
    assert date_in("3rd of 04 in 2024", Dates(formats=("%drd of %m in %Y",))).time == Time.parse("2024-04-03")


def test_a_format_without_a_day_gives_a_month() -> None:
    assert date_in("2024m04", Dates(formats=("%Ym%m",))).time == Time.parse("2024-04")


@pytest.mark.parametrize("written", ["0000-00-00", "00/00/0000", "0"])
def test_zeros_are_no_date_and_are_remarked_on(written: str) -> None:
    read = date_in(written, Dates())
    assert read.time is None
    assert read.problem is not None


@pytest.mark.parametrize("written", ["", "  ", "n/a", "N/A"])
def test_what_stands_for_no_date_is_no_problem(written: str) -> None:
    assert date_in(written, Dates(empty=("n/a",))) == DateRead()


@pytest.mark.parametrize("written", ["31/02/2024", "soon", "12", "3/4/24", "2024-13-01", "99999"])
def test_what_is_no_date_is_remarked_on(written: str) -> None:
    assert date_in(written, Dates()).problem is not None


def test_an_end_before_the_start_keeps_the_start() -> None:
    read = between(DateRead(Time.parse("2024-05-02")), DateRead(Time.parse("2024-05-01")))
    assert read.time == Time.parse("2024-05-02")
    assert read.problem is not None
    assert "before it starts" in read.problem


def test_an_end_without_a_start_is_an_interval_with_an_unknown_start() -> None:
    assert between(DateRead(), DateRead(Time.parse("2024-05"))).time == Time.parse("/2024-05")


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_day_is_read_in_every_order(day: datetime.date) -> None:
    for order, form in ((Order.DAY, "{0.day}/{0.month}/{0.year}"), (Order.MONTH, "{0.month}/{0.day}/{0.year}")):
        assert date_in(form.format(day), Dates(order=order)).time == Time.day(day)


@given(st.text(max_size=20))
def test_no_cell_breaks_the_reading_of_dates(text: str) -> None:
    read = date_in(text, Dates())
    assert read.time is None or read.problem is None
