"""What happened in the days around a date, as far as each time is known."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from palanca.records import Claim


@dataclass(slots=True, kw_only=True)
class Window:
    """Claims from `first` to `last`, both days included.

    `certain` lie inside whatever their time means exactly; `possible` may lie inside, their time being coarser than
    the window; `outside` and `undated` are counts of the rest.
    """

    first: date
    last: date
    certain: list[Claim] = field(default_factory=list)
    possible: list[Claim] = field(default_factory=list)
    outside: int = 0
    undated: int = 0


def window(claims: Iterable[Claim], around: date, *, before_days: int, after_days: int) -> Window:
    """Sort claims by whether they fall between `before_days` before and `after_days` after a day."""
    found = Window(first=around - timedelta(days=before_days), last=around + timedelta(days=after_days))
    for claim in claims:
        time = claim.time
        if time is None:
            found.undated += 1
        elif not time.within(found.first, found.last):
            found.outside += 1
        elif _lies_inside(claim, found):
            found.certain.append(claim)
        else:
            found.possible.append(claim)
    return found


def _lies_inside(claim: Claim, found: Window) -> bool:
    time = claim.time
    first, last = (time.first_day, time.last_day) if time else (None, None)
    return first is not None and last is not None and found.first <= first and last <= found.last
