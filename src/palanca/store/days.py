"""Days as whole numbers for the index, where an end that is open or unknown lies beyond every day: it needs no test."""

from datetime import date
from functools import lru_cache

from palanca.analysis.patterns.periods import period_of
from palanca.records import Claim, Time

BEFORE_ALL, AFTER_ALL = 0, 4_000_000
"""What stands for an open beginning and an open end: `date.toordinal` lies between them."""

PLACES = 10**7
"""Room for one day beside another in a number."""

_DAYS_AT_HAND = 1 << 14  # most of a large case is told of the same days


def number_of(day: date | None, unknown: int) -> int:
    """The number of a day, `unknown` for none."""
    return day.toordinal() if day else unknown


def day_of(number: int) -> date | None:
    """The inverse of `number_of`: None for an end that is open or unknown."""
    return date.fromordinal(number) if BEFORE_ALL < number < AFTER_ALL else None


def time_numbers(time: Time | None) -> dict[str, int]:
    """`first` and `last` are the days that a time can mean; `at` sorts by the one it may begin on, no time last."""
    first, last = (time.first_day, time.last_day) if time else (None, None)
    begins = number_of(first or last, AFTER_ALL)
    return {
        "first": number_of(first, BEFORE_ALL),
        "last": number_of(last, AFTER_ALL),
        "at": begins * PLACES + number_of(last, BEFORE_ALL),
    }


def period_numbers(claim: Claim) -> dict[str, int]:
    """Between which days what a claim tells begins and ends, see `Period`."""
    period = period_of(claim.detail, claim.time)
    return {
        "begins_first": number_of(period.begins_first, BEFORE_ALL),
        "begins_last": number_of(period.begins_last, AFTER_ALL),
        "ends_first": number_of(period.ends_first, BEFORE_ALL),
        "ends_last": number_of(period.ends_last, AFTER_ALL),
    }


@lru_cache(maxsize=_DAYS_AT_HAND)
def certain_year(first: int, last: int) -> int | None:
    """The year in which a time lies whole; None where it may lie in several."""
    if first == BEFORE_ALL or last == AFTER_ALL:
        return None
    year = date.fromordinal(first).year
    return year if date.fromordinal(last).year == year else None
