"""Stretches of days in which an unusual share of the documents is of one sort.

The automaton of Kleinberg, Bursty and Hierarchical Structure in Streams (2002), section 4, for events that come in
batches: of the documents of each day some are relevant, so that a day on which everybody publishes more is no burst.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log


@dataclass(frozen=True, slots=True, kw_only=True)
class Automaton:
    """State i expects the share p·`scaling`^i of relevant documents, p being that of all days together.

    Going up a state costs `gamma`·ln(days), going down nothing; `levels` are the states above the lowest. The paper's
    own values for one level are 2 and 1.
    """

    scaling: float = 2.0
    gamma: float = 1.0
    levels: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days `first` to `last`, from 0 and both included, in a state of at least `level`.

    `weight` is how much less they cost in the state of that level than in the one below, in natural logarithms of
    likelihood.
    """

    first: int
    last: int
    level: int
    weight: float


def stretches(relevant: Sequence[int], everything: Sequence[int], automaton: Automaton) -> list[Stretch]:
    """The bursts of a series, by first day, then level: those of a level lie within those of the level below.

    Both sequences have a number a day. None where nothing is relevant, or where so much is that a share of `scaling`
    times as much cannot be.
    """
    costs = costs_of(relevant, everything, automaton)
    states = cheapest(costs, automaton.gamma * log(max(1, len(costs))))
    found = (one for level in range(1, automaton.levels + 1) for one in _at_least(level, states, costs))
    return sorted(found, key=lambda one: (one.first, one.level))


def costs_of(relevant: Sequence[int], everything: Sequence[int], automaton: Automaton) -> list[tuple[float, ...]]:
    """What each state costs on each day: -ln of the likelihood of the day's share, without what all states share."""
    shares = _shares(sum(relevant), sum(everything), automaton)
    return [
        tuple(-(r * log(share) + (d - r) * log(1 - share)) for share in shares)
        for r, d in zip(relevant, everything, strict=True)
    ]


def _shares(relevant: int, everything: int, automaton: Automaton) -> list[float]:
    """The shares that the states expect, as far as they are below one."""
    if not 0 < relevant < everything:
        return [0.5]  # one state: all days are alike
    base = relevant / everything
    shares = (base * automaton.scaling**level for level in range(automaton.levels + 1))
    return [share for share in shares if share < 1]


def cheapest(costs: Sequence[tuple[float, ...]], step: float) -> list[int]:
    """The states that cost least in all (Viterbi, 1967); before the first day the state is 0.

    Of equal ones the lowest: a burst begins late and ends early.
    """
    if not costs:
        return []
    number = len(costs[0])
    totals = [level * step for level in range(number)]
    came_from: list[list[int]] = []
    for i, day in enumerate(costs):
        ways = [_way(totals, level, step) for level in range(number)] if i else list(enumerate(totals))
        came_from.append([before for before, _ in ways])
        totals = [total + cost for (_, total), cost in zip(ways, day, strict=True)]
    path = [min(range(number), key=totals.__getitem__)]
    for before in reversed(came_from[1:]):
        path.append(before[path[-1]])
    return path[::-1]


def _way(totals: Sequence[float], level: int, step: float) -> tuple[int, float]:
    """From which state one comes to `level` at the least cost, and that cost."""
    ways = ((total + step * max(0, level - before), before) for before, total in enumerate(totals))
    total, before = min(ways)
    return before, total


def _at_least(level: int, states: Sequence[int], costs: Sequence[tuple[float, ...]]) -> Iterator[Stretch]:
    start: int | None = None
    for i, state in enumerate([*states, 0]):
        if state >= level and start is None:
            start = i
        elif state < level and start is not None:
            weight = sum(day[level - 1] - day[level] for day in costs[start:i])
            yield Stretch(first=start, last=i - 1, level=level, weight=weight)
            start = None
