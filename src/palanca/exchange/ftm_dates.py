"""Times as FollowTheMoney writes dates: 2019, 2019-05 or 2019-05-03, and a stretch as its two ends.

It has no sign for doubt, so that a doubtful date is written one step coarser than it is told: a day as its month, a
month as its year. A season is written as its year; a decade or century cannot be written.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from palanca.records import Bound, Moment, Precision, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Values of the properties `date`, `startDate` and `endDate`, each sorted."""

    points: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.points or self.starts or self.ends)


def dates_of(times: Iterable[Time | None]) -> Dates:
    """The dates of one time, or of each side of a dispute. A stretch within one written date is a point."""
    points, starts, ends = set[str](), set[str](), set[str]()
    for time in times:
        if time is None:
            continue
        start, end = _end(time.start), _end(time.end)
        if time.end is None or (start == end):
            points |= {start} - {""}
        else:
            starts |= {start} - {""}
            ends |= {end} - {""}
    return Dates(points=_finest(points), starts=_finest(starts), ends=_finest(ends))


def _finest(written: set[str]) -> tuple[str, ...]:
    """The dates, sorted, without those that tell less of another: so written, 2019 and 2019-05 are no dispute."""
    return tuple(sorted(day for day in written if not any(o != day and o.startswith(day) for o in written)))


def one_date(time: Time | None) -> str:
    """The finest date that holds all of a time; empty for none, or a stretch that is open or over a turn of years."""
    if time is None:
        return ""
    first, last = _end(time.start), _end(time.start if time.end is None else time.end)
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(first.split("-"), last.split("-"), strict=False))
    return "-".join(part for part, _ in shared)


def _end(moment: Moment | Bound | None) -> str:
    return date_of(moment) if isinstance(moment, Moment) else ""


def date_of(moment: Moment) -> str:
    """One moment; empty where FollowTheMoney cannot write it."""
    if moment.precision in (Precision.CENTURY, Precision.DECADE):
        return ""
    parts = [f"{moment.year:04}"]
    if moment.precision in (Precision.MONTH, Precision.DAY):
        parts.append(f"{moment.month:02}")
    if moment.precision is Precision.DAY:
        parts.append(f"{moment.day:02}")
    is_doubtful = moment.approximate or moment.uncertain
    return "-".join(parts[:-1] if is_doubtful and len(parts) > 1 else parts)
