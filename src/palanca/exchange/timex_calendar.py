"""Times as TIMEX3 writes them: values that are told, and values counted from another.

A value is a day (`2013-03-19`), a week (`2013-W11`), a month, a quarter (`2012-Q4`), a year, a decade (`199`) or a
century (`19`).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from palanca.reading.time_meanings import Unit

_WEEK = 7
_MONTHS = 12
_QUARTERS = 4
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What is known when an expression is reached.

    `published` is the day of the document; `said` the last dated value told before and `said_day`
    the last day; `ahead` the tense: True where the
    verb looks forward, False where it looks back, None where it does neither.
    """

    published: date | None
    said: str | None = None
    said_day: date | None = None
    ahead: bool | None = None

    @property
    def today(self) -> str:
        """The day of the document."""
        return self.published.isoformat() if self.published else "XXXX-XX-XX"

    @property
    def day(self) -> date | None:
        """The last day told, else the document's."""
        return self.said_day or self.published


def day_of(value: str | None) -> date | None:
    """The day that a value begins with; None if it is coarser."""
    match = _DAY.match(value or "")
    try:
        return date.fromisoformat(match.group()) if match else None
    except ValueError:
        return None


def week_of(day: date) -> str:
    """ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def counted(value: str, unit: Unit, count: int) -> str | None:
    """The value so many units from another, as fine as the unit; None where the other is too coarse for that."""
    day = day_of(value)
    match unit:
        case Unit.DAY | Unit.NIGHT:
            return (day + timedelta(days=count)).isoformat() if day else None
        case Unit.WEEK:
            return week_of(day + timedelta(days=_WEEK * count)) if day else None
        case Unit.FORTNIGHT:
            return week_of(day + timedelta(days=2 * _WEEK * count)) if day else None
        case Unit.WEEKEND:
            return f"{week_of(day + timedelta(days=_WEEK * count))}-WE" if day else None
        case Unit.MONTH:
            return _month(value, count)
        case Unit.QUARTER:
            return _quarter(value, count)
        case _:
            return _years(value, unit, count)


def _month(value: str, count: int) -> str | None:
    match = _MONTH.match(value)
    if not match or int(match.group()[5:]) > _MONTHS:
        return None
    months = int(value[:4]) * _MONTHS + int(value[5:7]) - 1 + count
    return f"{months // _MONTHS}-{months % _MONTHS + 1:02}"


def _quarter(value: str, count: int) -> str | None:
    if match := _QUARTER.match(value):
        quarters = int(match[1]) * _QUARTERS + int(match[2]) - 1 + count
    elif (month := _month(value, 0)) is not None:
        quarters = int(month[:4]) * _QUARTERS + (int(month[5:]) - 1) // 3 + count
    else:
        return None
    return f"{quarters // _QUARTERS}-Q{quarters % _QUARTERS + 1}"


def _years(value: str, unit: Unit, count: int) -> str | None:
    if not value[:4].isdigit() or len(value) < 4:
        return None
    year = int(value[:4])
    if unit is Unit.DECADE:
        return str((year + 10 * count) // 10)
    if unit is Unit.CENTURY:
        return str((year + 100 * count) // 100)
    return f"{year + count:04}"


def weekday(now: Now, number: int, way: int | None) -> str:
    """The day of the week, Monday 0, that is meant; `way` -1 is the last, 1 the next, None leaves it to the tense."""
    if now.published is None:
        return f"XXXX-WXX-{number + 1}"
    back = (now.published.weekday() - number) % _WEEK
    on = (number - now.published.weekday()) % _WEEK
    if way is None:
        days = on if now.ahead else -back
    else:
        days = (on or _WEEK) if way > 0 else -(back or _WEEK) if way < 0 else -back if now.ahead is False else on
    return (now.published + timedelta(days=days)).isoformat()


def yearless(now: Now, part: str, way: int | None) -> str:
    """A month, day of a month, season or quarter (`03`, `03-22`, `SU`, `Q4`) in the year that is meant."""
    known = now.published
    if known is None:
        return f"XXXX-{part}"
    first = _first_month(part)
    if now.said and way is None and now.ahead is None and now.said[:4].isdigit() and len(now.said) == 4:
        return f"{now.said}-{part}"
    here = (first, int(part[3:]) if part[2:3] == "-" else 0)
    today = (known.month, known.day if here[1] else 0)
    if way == 0:
        return f"{known.year}-{part}"
    if way == 1 or (way is None and now.ahead):
        return f"{known.year + (here < today)}-{part}"
    near = now.ahead is None and way is None and 0 <= first - known.month <= _SOON_MONTHS
    past = (here > today and not near) or (way == -1 and part.startswith(("Q", "H")) and here == today)
    return f"{known.year - past}-{part}"


_SOON_MONTHS = 1  # what a verbless line tells of this month or the next lies ahead
_FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}


def _first_month(part: str) -> int:
    return _FIRST_MONTHS[part] if part in _FIRST_MONTHS else int(part[:2])


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether a month has that day; without a year, in a leap year."""
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(year or 2000, month)[1]
