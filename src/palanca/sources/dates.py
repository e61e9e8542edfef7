"""Dates of publication as files write them.

Only what can be read without guessing is a date. A date that cannot be read is no date, which is not an error: the
document is kept and its time of publication is unknown. Today's date is never put in its place.
"""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from palanca.records import Moment, Time
from palanca.records.errors import InvalidTime

_ISO_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}.*", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})")
_FIRST_YEAR = 1400  # nothing was printed before; tables mark "no date" with year 0 or 1


def read_date(value: object) -> Time | None:
    """The time that a loose value gives: EDTF, an ISO date or date and time, or the form of e-mail and feeds.

    A date and time gives its date as written, in the time zone of the writer. `03/04/2020` is None, because nothing
    says which is the month; `17/04/2020` can only be read one way.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _plausible(Time.day(value))
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = str(value).strip()
    return _plausible(_edtf(text) or _edtf(_as_iso(text)) or _feed(text)) if len(text) <= 100 else None


def _plausible(time: Time | None) -> Time | None:
    moments = [m for m in (time.start, time.end) if isinstance(m, Moment)] if time else []
    return time if all(m.year >= _FIRST_YEAR for m in moments) else None


def _edtf(text: str) -> Time | None:
    try:
        return Time.parse(text)
    except InvalidTime:
        return None


def _as_iso(text: str) -> str:
    if match := _ISO_MOMENT.fullmatch(text):
        return match[1]
    if match := _COMPACT.fullmatch(text):
        return "-".join(match.groups())
    if match := _YEAR_FIRST.fullmatch(text):
        return f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}"
    if match := _YEAR_LAST.fullmatch(text):
        return _only_reading(int(match[1]), int(match[3]), match[4])
    return ""


def _only_reading(first: int, second: int, year: str) -> str:
    if first == second or first > 12:
        return f"{year}-{second:02}-{first:02}"
    return f"{year}-{first:02}-{second:02}" if second > 12 else ""


def _feed(text: str) -> Time | None:
    try:
        return Time.day(parsedate_to_datetime(text).date())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
