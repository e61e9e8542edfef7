"""What happened in the days around a date, as far as each time is known."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from palanca.records import Statement


@dataclass(slots=True, kw_only=True)
class Window:
    """Statements from `first` to `last`, both days included.

    `certain` lie inside whatever their time means exactly; `possible` may lie inside, their time being coarser than
    the window; `outside` and `undated` are counts of the rest.
    """

    first: date
    last: date
    certain: list[Statement] = field(default_factory=list)
    possible: list[Statement] = field(default_factory=list)
    outside: int = 0
    undated: int = 0


def window(statements: Iterable[Statement], around: date, *, before_days: int, after_days: int) -> Window:
    """Sort statements by whether they fall between `before_days` before and `after_days` after a day."""
    found = Window(first=around - timedelta(days=before_days), last=around + timedelta(days=after_days))
    for statement in statements:
        time = statement.time
        if time is None:
            found.undated += 1
        elif not time.within(found.first, found.last):
            found.outside += 1
        elif _lies_inside(statement, found):
            found.certain.append(statement)
        else:
            found.possible.append(statement)
    return found


def _lies_inside(statement: Statement, found: Window) -> bool:
    time = statement.time
    first, last = (time.first_day, time.last_day) if time else (None, None)
    return first is not None and last is not None and found.first <= first and last <= found.last
