"""Dates as tables write them: as precise as the cell is, and never guessed.

Read are EDTF and ISO 8601 with or without a time of day, the formats that the mapping declares, all-number dates where
the mapping or the numbers themselves say which part is the day, English names of months, and Excel's serial numbers
(days since 1899-12-30, which count the 29 February 1900 that never was).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from palanca.records import Bound, Moment, Time
from palanca.records.errors import InvalidTime
from palanca.registers.values import Dates, Order

_CLOCK = re.compile(r"[T ,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|[+-]\d{2}:?\d{2}|UTC)?$")
_NUMBERS = re.compile(r"(\d{1,4})([/.\-])(\d{1,4})(?:\2(\d{1,4}))?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_ZEROS = re.compile(r"0{2,4}[-/.]0{1,2}[-/.]0{1,4}.*|0+")
_PLAIN_FORMATS = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y", "%d-%b-%Y", "%B %Y", "%b %Y")
_EXCEL_EPOCH, _MAC_EPOCH = date(1899, 12, 30), date(1904, 1, 1)
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 73_050  # 1927-05-18 and 2099-12-31: what a five-digit cell can mean
_REMEMBERED = 65_536


@dataclass(frozen=True, slots=True)
class DateRead:
    """What a cell says of a date: a time, or why there is none. Both are None for an empty cell."""

    time: Time | None = None
    problem: str | None = None


NO_DATE = DateRead()


@lru_cache(_REMEMBERED)
def read_date(text: str, order: Order | None, formats: tuple[str, ...], empty: tuple[str, ...]) -> DateRead:
    """The time that a cell writes, to the day at most: a time of day is left out."""
    written = text.strip()
    if not written or written.casefold() in {one.casefold() for one in empty}:
        return DateRead()
    if _ZEROS.fullmatch(written):
        return DateRead(problem=f"{written!r} is no date; list it under dates.empty if it stands for none")
    bare = _CLOCK.sub("", written)
    time = _formatted(written, formats) or _formatted(bare, formats) or _edtf(bare) or _by_order(bare, order)
    time = time or _serial(bare) or _formatted(bare.replace(".", ""), _PLAIN_FORMATS)
    return DateRead(time=time) if time else DateRead(problem=_unreadable(written, bare, order))


def date_in(text: str, dates: Dates) -> DateRead:
    """`read_date`, as a mapping declares it."""
    return read_date(text, dates.order, dates.formats, dates.empty)


def between(start: DateRead, end: DateRead) -> DateRead:
    """The stretch from one date to another; the start alone, with the problem, when the end comes before it."""
    if start is end:
        return start
    problem = start.problem or end.problem
    first, last = start.time, end.time
    if last is None:
        return DateRead(time=first, problem=problem)
    if first is None:
        return DateRead(time=_joined(Bound.UNKNOWN, last), problem=problem)
    if first == last:
        return DateRead(time=first, problem=problem)
    try:
        return DateRead(time=_joined(first.start, last), problem=problem)
    except InvalidTime:
        return DateRead(time=first, problem=f"ends {last}, before it starts ({first}); the start alone is kept")


def lasting(found: DateRead) -> DateRead:
    """A moment as the start of a stretch whose end nobody tells; a stretch as it is."""
    if found.time is None or found.time.end is not None:
        return found
    return DateRead(time=Time(found.time.start, Bound.UNKNOWN), problem=found.problem)


def _joined(start: Moment | Bound, last: Time) -> Time:
    end = last.start if last.end is None else last.end
    return Time(start, end)


def _edtf(text: str) -> Time | None:
    try:
        return Time.parse(text)
    except InvalidTime:
        pass
    match = _COMPACT.fullmatch(text)
    return _moment(*map(int, match.groups())) if match else None


def _formatted(text: str, formats: Iterable[str]) -> Time | None:
    for one in formats:
        try:
            found = datetime.strptime(text, one)  # noqa: DTZ007 (a date has no time zone)
        except ValueError:
            continue
        has_month = any(part in one for part in ("%m", "%b", "%B", "%j", "%x", "%c"))
        has_day = any(part in one for part in ("%d", "%e", "%j", "%x", "%c"))
        return Time(Moment(year=found.year, month=found.month if has_month else None,
                           day=found.day if has_month and has_day else None))  # fmt: skip
    return None


def _by_order(text: str, order: Order | None) -> Time | None:
    """`03/04/2024`, `2024/4/3`, `04/2024`; two-digit years are never read."""
    match = _NUMBERS.fullmatch(text)
    if not match:
        return None
    first, _, second, third = match.groups()
    if third is None:
        year, month = (first, second) if len(first) == 4 else (second, first)
        return _moment(int(year), int(month)) if len(year) == 4 else None
    if len(first) == 4:
        return _moment(int(first), int(second), int(third))
    if len(third) != 4 or len(first) > 2 or len(second) > 2:
        return None
    return _day_first_or_last(int(first), int(second), int(third), order)


def _day_first_or_last(first: int, second: int, year: int, order: Order | None) -> Time | None:
    if order is Order.DAY:
        return _moment(year, second, first)
    if order is Order.MONTH:
        return _moment(year, first, second)
    if first == second or first > 12:
        return _moment(year, second, first)
    return _moment(year, first, second) if second > 12 else None


def _serial(text: str) -> Time | None:
    match = _SERIAL.fullmatch(text)
    if not match or not _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return None
    return Time.day(_EXCEL_EPOCH + timedelta(days=int(match[1])))


def day_since_1904(number: float) -> date | None:
    """The day that a number means in a workbook that counts days from 1 January 1904; None for what is no such day."""
    shift = (_MAC_EPOCH - _EXCEL_EPOCH).days
    return _MAC_EPOCH + timedelta(days=int(number)) if _FIRST_SERIAL <= number + shift <= _LAST_SERIAL else None


def _moment(year: int, month: int, day: int | None = None) -> Time | None:
    try:
        return Time(Moment(year=year, month=month, day=day))
    except InvalidTime:
        return None


def _unreadable(written: str, bare: str, order: Order | None) -> str:
    if order is None and _NUMBERS.fullmatch(bare):
        return f"{written[:40]!r} may be read in two ways, or in none: say under dates.order what comes first"
    return f"{written[:40]!r} is no date that can be read: declare its form under dates.formats"
