"""Times as EDTF: they are read as they were written, and their bounds enclose what they can mean."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.records import Bound, Moment, Time
from palanca.records.errors import InvalidTime

DOUBTS = st.booleans()
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """Any moment: day, month, season, year, decade or century, with or without doubt."""
    day, sort = draw(DAYS), draw(st.sampled_from(["day", "month", "season", "year", "decade", "century"]))
    doubt = {"approximate": draw(DOUBTS), "uncertain": draw(DOUBTS)}
    match sort:
        case "day":
            return Moment(year=day.year, month=day.month, day=day.day, **doubt)
        case "month":
            return Moment(year=day.year, month=day.month, **doubt)
        case "season":
            return Moment(year=day.year, month=draw(st.integers(min_value=21, max_value=24)), **doubt)
        case "year":
            return Moment(year=day.year, **doubt)
        case "decade":
            return Moment(year=day.year // 10 * 10, masked=1, **doubt)
        case _:
            return Moment(year=day.year // 100 * 100, masked=2, **doubt)


@st.composite
def times(draw: st.DrawFn) -> Time:
    """A moment, a closed interval, or one open or unknown at an end."""
    one, other = draw(moments()), draw(moments())
    first, last = sorted((one, other), key=lambda m: m.first_day)
    bound = draw(st.sampled_from(Bound))
    return draw(st.sampled_from([Time(one), Time(first, last), Time(one, bound), Time(bound, one)]))


@given(moments())
def test_a_moment_is_read_as_it_was_written(moment: Moment) -> None:
    assert Moment.parse(str(moment)) == moment


@given(times())
def test_a_time_is_read_as_it_was_written(time: Time) -> None:
    assert Time.parse(str(time)) == time


@given(moments())
def test_a_moment_begins_before_it_ends(moment: Moment) -> None:
    assert moment.first_day <= moment.last_day


@given(DAYS)
def test_a_day_is_its_own_first_and_last(day: date) -> None:
    assert (Time.day(day).first_day, Time.day(day).last_day) == (day, day)


@given(DAYS)
def test_coarser_moments_enclose_the_day_in_them(day: date) -> None:
    month, year = Moment(year=day.year, month=day.month), Moment(year=day.year)
    decade, century = (Moment(year=day.year // n * n, masked=m) for n, m in ((10, 1), (100, 2)))
    chain = [Moment.of(day), month, year, decade, century]
    for finer, coarser in itertools.pairwise(chain):
        assert coarser.first_day <= finer.first_day
        assert finer.last_day <= coarser.last_day
        assert coarser.precision.value < finer.precision.value


@given(moments(), moments())
def test_an_interval_cannot_end_before_it_starts(one: Moment, other: Moment) -> None:
    if one.first_day > other.last_day:
        with pytest.raises(InvalidTime, match="swap the ends"):
            Time(one, other)
    else:
        assert (Time(one, other).first_day, Time(one, other).last_day) == (one.first_day, other.last_day)


@given(times(), DAYS, DAYS)
def test_a_time_lies_within_days_that_it_can_share(time: Time, one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    begins, ends = time.first_day or date.min, time.last_day or date.max
    assert time.within(first, last) == (begins <= last and ends >= first)
    assert time.within(None, None)


@given(times())
def test_approximation_marks_each_dated_end_and_moves_no_bound(time: Time) -> None:
    loose = time.approximately()
    assert loose.approximately() == loose
    assert (loose.first_day, loose.last_day) == (time.first_day, time.last_day)


@given(st.text(max_size=12))
def test_what_is_no_time_is_refused_by_name(text: str) -> None:
    try:
        time = Time.parse(text)
    except InvalidTime:
        return
    assert Time.parse(str(time)) == time


@pytest.mark.parametrize(
    "wrong", ["2019-13", "2019-02-29", "2019-00", "2019-01-00", "19", "2019-24-01", "../..", "/", "202X-05", ""]
)
def test_times_that_are_none_are_refused(wrong: str) -> None:
    with pytest.raises(InvalidTime):
        Time.parse(wrong)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-24", date(2019, 12, 1), date(2020, 2, 29)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2011/..", date(2011, 1, 1), None),
        ("../2011-03", None, date(2011, 3, 31)),
        ("2015~/2018", date(2015, 1, 1), date(2018, 12, 31)),
    ],
)
def test_bounds_are_the_first_and_last_day_that_a_time_can_mean(
    text: str, first: date | None, last: date | None
) -> None:
    assert (Time.parse(text).first_day, Time.parse(text).last_day) == (first, last)
