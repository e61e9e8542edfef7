"""From when to when what a claim tells lasts, as far as its dates say."""

from dataclasses import dataclass
from datetime import date

from palanca.records import Detail, InstrumentDetail, Moment, OfficeDetail, TieDetail, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days between which something begins, and those between which it ends; None is unknown or open."""

    begins_first: date | None
    begins_last: date | None
    ends_first: date | None
    ends_last: date | None


def period_of(detail: Detail, time: Time | None) -> Period:
    """How long it lasts: an office while it is held, a tie around when it is shown, an instrument while it is valid.

    What is only shown at a time may have begun long before and go on long after. All else happens within its time.
    """
    match detail:
        case OfficeDetail(start=start, end=end):
            return _lasting(start, end, time)
        case TieDetail():
            return _within_ends(time) if time and time.end is not None else _lasting(None, None, time)
        case InstrumentDetail(valid=None):
            return _lasting(time, None, time)
        case InstrumentDetail(valid=valid):
            return _valid(valid)
        case _:
            first, last = _first(time), _last(time)
            return Period(begins_first=first, begins_last=last, ends_first=first, ends_last=last)


def _lasting(start: Time | None, end: Time | None, shown: Time | None) -> Period:
    seen = _within_ends(shown) if shown and shown.end is not None else None
    return Period(
        begins_first=_first(start),
        begins_last=_last(start) or (seen.begins_last if seen else _last(shown)) or _last(end),
        ends_first=_first(end) or (seen.ends_first if seen else _first(shown)) or _first(start),
        ends_last=_last(end),
    )


def _within_ends(time: Time) -> Period:
    """That of an interval, whose ends may each be coarse."""
    start, end = time.start, time.end
    begins = (start.first_day, start.last_day) if isinstance(start, Moment) else (None, time.last_day)
    ends = (end.first_day, end.last_day) if isinstance(end, Moment) else (time.first_day, None)
    return Period(begins_first=begins[0], begins_last=begins[1], ends_first=ends[0], ends_last=ends[1])


def _valid(valid: Time | None) -> Period:
    """What is valid "in 2024" is so from its first day to its last."""
    if valid is not None and valid.end is not None:
        return _within_ends(valid)
    first, last = _first(valid), _last(valid)
    return Period(begins_first=first, begins_last=first, ends_first=last, ends_last=last)


def _first(time: Time | None) -> date | None:
    return time.first_day if time else None


def _last(time: Time | None) -> date | None:
    return time.last_day if time else None
