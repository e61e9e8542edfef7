"""Whether stretches of days begin nearer to dated events than chance would have them.

A permutation test: the starts are shifted together along the observed days, what leaves at the end comes in at the
beginning, so that their distances from each other stay (circular shifts; Harrison, Amarasingham and Truccolo, 2015, on
why single days must not be drawn anew). Days are few enough to try every shift, so nothing is drawn by lot. Each p is
(1 + the other shifts that bring the start as near) / (1 + all other shifts).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from palanca.claims.telling import Days, length


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """How near one start lies to its nearest event.

    `event` is its number in the order given, the first of equally near ones. `days` is how many days after the start
    the event begins, negative where it ended before. `adjusted` is `p` after Holm (1979), for all starts together.
    """

    event: int
    days: int
    p: float
    adjusted: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearnesses:
    """Of each start, in order; `together` is the p of the mean distance, `shifts` how many were tried."""

    each: tuple[Nearness, ...]
    together: float
    shifts: int


def nearnesses(starts: Sequence[date], events: Sequence[Days], observed: Days) -> Nearnesses | None:
    """Hold starts within `observed` against events; None without a start or an event."""
    if not starts or not events:
        return None
    distances = _distances(events, observed)
    places = [(start - observed[0]).days for start in starts]
    chances = [_chance(distances, [place]) for place in places]
    found = (_nearest(start, events) for start in starts)
    each = tuple(
        Nearness(event=event, days=days, p=p, adjusted=adjusted)
        for (event, days), p, adjusted in zip(found, chances, holm(chances), strict=True)
    )
    return Nearnesses(each=each, together=_chance(distances, places), shifts=len(distances))


def holm(chances: Sequence[float]) -> list[float]:
    """Each p after the step-down correction of Holm, A Simple Sequentially Rejective Multiple Test Procedure (1979)."""
    order = sorted(range(len(chances)), key=chances.__getitem__)
    stepped = accumulate((min(1.0, (len(order) - rank) * chances[i]) for rank, i in enumerate(order)), max)
    adjusted = dict(zip(order, stepped, strict=True))
    return [adjusted[i] for i in range(len(chances))]


def _chance(distances: Sequence[int], places: Sequence[int]) -> float:
    """The share of all shifts, none included, that bring these days as near in sum."""
    days = len(distances)
    sums = [sum(distances[(place + shift) % days] for place in places) for shift in range(days)]
    return sum(one <= sums[0] for one in sums) / days


def _distances(events: Sequence[Days], observed: Days) -> list[int]:
    """How far each observed day lies from the nearest event."""
    firsts = sorted(events)
    reached = list(accumulate((last for _, last in firsts), max))
    days = (observed[0] + timedelta(days=i) for i in range(length(observed)))
    return [_distance(day, firsts, reached) for day in days]


def _distance(day: date, firsts: Sequence[Days], reached: Sequence[date]) -> int:
    """From a day to the nearest of events in order of their first days; `reached` is the last day of those before."""
    after = bisect_left(firsts, (day + timedelta(days=1), date.min)) if day < date.max else len(firsts)
    ways = [max(0, (day - reached[after - 1]).days)] if after else []
    ways += [(firsts[after][0] - day).days] if after < len(firsts) else []
    return min(ways)


def _nearest(start: date, events: Sequence[Days]) -> tuple[int, int]:
    """The number of the nearest event, and how many days after the start it is."""
    days = [_days_after(start, event) for event in events]
    event = min(range(len(events)), key=lambda i: abs(days[i]))
    return event, days[event]


def _days_after(start: date, event: Days) -> int:
    if event[0] <= start <= event[1]:
        return 0
    return (event[0] - start).days if start < event[0] else (event[1] - start).days
