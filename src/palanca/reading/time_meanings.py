"""What words for times mean before the calendar is asked, and what they come to once it is.

A meaning is resolved against a `Clock`: the day of the document and the time last said before the words. Where the one
that a meaning needs is missing, it comes to None: today's date is never put in its place.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from palanca.records import Bound, Moment, Time

_WEEK = 7
_SATURDAY = 5
_MONTHS = 12


class Unit(StrEnum):
    """What is counted, or stands behind "last" and "next"."""

    DAY = "day"
    NIGHT = "night"
    WEEK = "week"
    WEEKEND = "weekend"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Way(StrEnum):
    """Which of the many Mondays or Julys: the words say so, or else the tense of the verb does."""

    OPEN = "open"
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Base(StrEnum):
    """What a time is counted from."""

    PUBLISHED = "published"
    SAID = "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What is known when the words are reached.

    `published` is the time of the document and `said` the last moment told before. `spoken` is set inside quotation
    marks: days are then counted from the time at which the words were spoken, if that was told. `ahead` tells the tense
    of the verb.
    """

    published: Moment | None = None
    said: Moment | None = None
    spoken: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that needs no clock."""

    time: Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearless:
    """A month, or a season's EDTF code, or a day of a month, in whichever year; `last_day` ends a range of days."""

    month: int
    day: int | None = None
    last_day: int | None = None
    way: Way = Way.OPEN


@dataclass(frozen=True, slots=True)
class Monthless:
    """A day of the month told before, else of the document's month or the one beside it: "on the 3rd"."""

    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week, Monday 0."""

    number: int
    way: Way = Way.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """So many units from a base: "yesterday", "last week", "the same month", "two days later".

    `counted` tells that the words count ("two weeks ago") instead of naming a unit of the calendar ("last week").
    """

    unit: Unit
    count: int
    base: Base
    counted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The last (negative) or next so many units: "over the past four years"."""

    unit: Unit
    count: int


Meaning = Dated | Yearless | Monthless | Weekday | Shifted | Stretch


def resolve(meaning: Meaning, clock: Clock) -> Time | None:
    """The time that a meaning comes to, or None where the clock lacks what it needs."""
    match meaning:
        case Dated(time=time):
            return time
        case Yearless():
            return _yearless(meaning, clock)
        case Monthless():
            return _monthless(meaning, clock)
        case Weekday():
            return _weekday(meaning, clock)
        case Shifted():
            return _shifted(meaning, clock)
        case Stretch():
            return _stretch(meaning, clock)


def _yearless(meaning: Yearless, clock: Clock) -> Time | None:
    known = clock.published
    if known is None:
        return None
    years: tuple[int, ...] = (
        (known.year, known.year + 1) if _looks_ahead(meaning.way, clock) else (known.year, known.year - 1)
    )
    if clock.said is not None and meaning.way is Way.OPEN and not clock.ahead and clock.said.year < known.year:
        years = (clock.said.year, *years)
    for year in years:
        time = _in_year(meaning, year)
        if time and (_reached(time, known, ahead=_looks_ahead(meaning.way, clock)) or meaning.way is Way.PRESENT):
            return time
    return None


def _monthless(meaning: Monthless, clock: Clock) -> Time | None:
    base, shift = (clock.said, 0) if clock.said and clock.said.month else (clock.published, None)
    if base is None or base.month is None or not 1 <= base.month <= _MONTHS:
        return None
    if shift is None:
        today = base.day or meaning.day
        shift = (meaning.day < today) if clock.ahead else -(meaning.day > today)
    months = base.year * _MONTHS + base.month - 1 + shift
    year, month = months // _MONTHS, months % _MONTHS + 1
    return Time(Moment(year=year, month=month, day=meaning.day)) if meaning.day <= monthrange(year, month)[1] else None


def _looks_ahead(way: Way, clock: Clock) -> bool:
    return way is Way.FUTURE or (way in {Way.OPEN, Way.PRESENT} and clock.ahead)


def _in_year(meaning: Yearless, year: int) -> Time | None:
    last = meaning.last_day or meaning.day
    if last and last > monthrange(year, meaning.month)[1]:
        return None
    start = Moment(year=year, month=meaning.month, day=meaning.day)
    return Time(start, Moment(year=year, month=meaning.month, day=meaning.last_day) if meaning.last_day else None)


def _reached(time: Time, known: Moment, *, ahead: bool) -> bool:
    """Whether a time lies at or before the document's (at or after it, when the words look ahead)."""
    if ahead:
        return time.last_day is not None and time.last_day >= known.first_day
    return time.first_day is not None and time.first_day <= known.last_day


def _weekday(meaning: Weekday, clock: Clock) -> Time | None:
    today = _day(clock.said if clock.spoken and clock.said else clock.published)
    if today is None:
        return None
    back = (today.weekday() - meaning.number) % _WEEK
    on = (meaning.number - today.weekday()) % _WEEK
    match meaning.way:
        case Way.PAST:
            return Time.day(today - timedelta(days=back or _WEEK))
        case Way.FUTURE:
            return Time.day(today + timedelta(days=on or _WEEK))
        case _:
            return Time.day(today + timedelta(days=on) if clock.ahead else today - timedelta(days=back))


def _shifted(meaning: Shifted, clock: Clock) -> Time | None:
    base = _base(meaning, clock)
    if base is None:
        return None
    if meaning.counted and meaning.unit in {Unit.WEEK, Unit.FORTNIGHT}:
        return _days_from(base, meaning.count * _DAYS[meaning.unit], approximate=True)
    if meaning.counted and meaning.unit is Unit.DECADE:  # "a decade later" counts ten years, "the next decade" does not
        years = _year(base, 10 * meaning.count)
        return years.approximately() if years else None
    coming = meaning.unit is Unit.WEEKEND and clock.ahead and not meaning.count and _is_weekday(base)
    return _UNITS[meaning.unit](base, meaning.count + coming)


def _is_weekday(moment: Moment) -> bool:
    day = _day(moment)
    return day is not None and day.weekday() < _SATURDAY


def _base(meaning: Shifted, clock: Clock) -> Moment | None:
    """Counted from what was said, or from the document; days in a quotation from when it was spoken, if told."""
    if meaning.base is Base.SAID:
        return clock.said
    if clock.spoken and meaning.unit in {Unit.DAY, Unit.NIGHT}:
        return clock.said
    return clock.published


def _stretch(meaning: Stretch, clock: Clock) -> Time | None:
    if clock.published is None:
        return None
    far = _UNITS[meaning.unit](clock.published, meaning.count)
    near = _UNITS[meaning.unit](clock.published, 0)
    if far is None or near is None:
        return None
    first, last = (far, near) if meaning.count < 0 else (near, far)
    start, end = first.start, last.start if last.end is None else last.end
    if meaning.unit in {Unit.DECADE, Unit.CENTURY} and isinstance(start, Moment):
        years = abs(meaning.count) * (10 if meaning.unit is Unit.DECADE else 100)
        year = clock.published.year
        span = (year - years, year) if meaning.count < 0 else (year, year + years)
        return Time(Moment(year=max(1, span[0])), Moment(year=span[1]))
    return Time(start, end)


def _day(moment: Moment | None) -> date | None:
    return moment.first_day if moment and moment.day else None


def _days_from(base: Moment, days: int, *, approximate: bool = False) -> Time | None:
    day = _day(base)
    if day is None:
        return None
    moment = Moment.of(day + timedelta(days=days))
    return Time(replace(moment, approximate=True) if approximate or base.approximate else moment)


def _days(base: Moment, count: int) -> Time | None:
    return _days_from(base, count)


def _week(base: Moment, count: int) -> Time | None:
    day = _day(base)
    if day is None:
        return None
    monday = day + timedelta(days=count * _WEEK - day.weekday())
    return Time(Moment.of(monday), Moment.of(monday + timedelta(days=_WEEK - 1)))


def _weekend(base: Moment, count: int) -> Time | None:
    """ "The weekend" of a Monday to Friday is the one behind it."""
    day = _day(base)
    if day is None:
        return None
    saturday = day - timedelta(days=(day.weekday() - _SATURDAY) % _WEEK) + timedelta(days=count * _WEEK)
    return Time(Moment.of(saturday), Moment.of(saturday + timedelta(days=1)))


def _fortnight(base: Moment, count: int) -> Time | None:
    return _days_from(base, count * _DAYS[Unit.FORTNIGHT], approximate=True)


def _month(base: Moment, count: int) -> Time | None:
    if base.month is None or base.month > 12:
        return None
    months = base.year * 12 + base.month - 1 + count
    return Time(Moment(year=months // 12, month=months % 12 + 1))


def _quarter(base: Moment, count: int) -> Time | None:
    if base.month is None or base.month > 12:
        return None
    quarters = base.year * 4 + (base.month - 1) // 3 + count
    return quarter(quarters // 4, quarters % 4 + 1)


def quarter(year: int, number: int) -> Time:
    """The months of a quarter, 1–4."""
    return Time(Moment(year=year, month=3 * number - 2), Moment(year=year, month=3 * number))


def _year(base: Moment, count: int) -> Time | None:
    return None if base.masked else Time(Moment(year=base.year + count))


def _decade(base: Moment, count: int) -> Time | None:
    return Time(Moment(year=base.year // 10 * 10 + 10 * count, masked=1))


def _century(base: Moment, count: int) -> Time | None:
    return Time(Moment(year=base.year // 100 * 100 + 100 * count, masked=2))


_DAYS = {Unit.WEEK: _WEEK, Unit.FORTNIGHT: 2 * _WEEK}
_UNITS: dict[Unit, Callable[[Moment, int], Time | None]] = {
    Unit.DAY: _days,
    Unit.NIGHT: _days,
    Unit.WEEK: _week,
    Unit.WEEKEND: _weekend,
    Unit.FORTNIGHT: _fortnight,
    Unit.MONTH: _month,
    Unit.QUARTER: _quarter,
    Unit.YEAR: _year,
    Unit.DECADE: _decade,
    Unit.CENTURY: _century,
}


class Edge(StrEnum):
    """What a preposition makes of the time behind it."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


def bounded(time: Time, edge: Edge) -> Time:
    """`2011` behind "since" is `2011/..`; "until March" is `../2023-03`."""
    if edge in {Edge.SINCE, Edge.AFTER}:
        return Time(time.start, Bound.OPEN) if isinstance(time.start, Moment) else time
    end = time.start if time.end is None else time.end
    return Time(Bound.OPEN, end) if isinstance(end, Moment) else time
