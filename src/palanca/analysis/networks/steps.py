"""All ways of one length between two things, the best first; the claims of those alone that may be next are read.

How good a way can be at best is known of each beginning from how well its steps are known and from what lies ahead, so
that none is followed that is worse than those that are wanted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush
from itertools import pairwise

from palanca.analysis.networks.graph import Edge, Joined, Strength
from palanca.analysis.networks.rings import Rings
from palanca.analysis.networks.walkable import Pair, Walkable, pair_of, strength_of
from palanca.records import EntityId

MOST_BEGINNINGS = 100_000  # of ways of one length; a bound on time where many meet at once
_AT_ONCE = 100  # beginnings of which the claims are read together

type _Way = tuple[EntityId, ...]
type _Weakness = tuple[int, float, int]
"""A strength with its sign turned: the greatest is the weakest leg."""

_STRONGEST: _Weakness = (-(2**31), -1.0, -(2**31))


@dataclass(frozen=True, slots=True)
class Between:
    """By the number of legs gone: from each thing that a way may have reached, those to which the next leg may lead.

    `there` and `back` are what lies around the ends.
    """

    there: Rings
    back: Rings
    steps: Sequence[Mapping[EntityId, Sequence[EntityId]]]

    def are_joined(self, one: EntityId, other: EntityId) -> bool:
        """Whether two that stand on such ways one leg or two legs apart, are joined."""
        return any(
            near in side.beside.get(far, ())
            for side in (self.there, self.back) for near, far in ((one, other), (other, one))
        )  # fmt: skip


def steps_between(there: Rings, back: Rings, ends: Pair, length: int) -> Between | None:
    """The steps of ways so long, which lead to the goal at their end alone; None where there are none.

    `ends` are the start and the goal. What lies around them is known to as many legs at least as a way has.
    """
    steps: list[dict[EntityId, list[EntityId]]] = [{} for _ in range(length)]
    turn = min(length, there.reach)

    def fits(thing: EntityId, at: int) -> bool:
        return (thing == ends[0]) == (at == 0) and (thing == ends[1]) == (at == length)

    near, far = sorted((there.far, back.far), key=len)
    middle = [
        one for one in near
        if one in far and there.far[one] <= turn and back.far[one] <= length - turn and fits(one, turn)
    ]  # fmt: skip
    layer = list(middle)
    for at in reversed(range(turn)):
        for thing in layer:
            for one in there.beside.get(thing, ()):
                if there.far[one] <= at and fits(one, at):
                    steps[at].setdefault(one, []).append(thing)
        layer = list(steps[at])
    layer = middle
    for at in range(turn, length):
        for thing in layer:
            ahead = [o for o in back.beside.get(thing, ()) if back.far[o] < length - at and fits(o, at + 1)]
            if ahead:
                steps[at][thing] = ahead
        layer = list({one for ahead in steps[at].values() for one in ahead})
    return Between(there, back, steps) if all(steps) else None


@dataclass(order=True, slots=True)
class _Beginning:
    """The beginning of a way, with the best that it can become: its weakest leg, then the neighbours of those on it.

    `weakest`, `crowd` and the earliest day of its end are those of its legs that are read; its last is where `is_read`.
    """

    best: _Weakness
    least_crowd: int
    way: _Way
    weakest: _Weakness
    crowd: int
    day: date
    is_read: bool


class Steps:
    """The ways of one length. `is_cut` tells whether there were too many beginnings to follow them all."""

    def __init__(self, network: Walkable, between: Between, *, in_order: bool) -> None:
        self._network, self._between, self._in_order = network, between, in_order
        self._steps = between.steps
        self._edges: dict[Pair, tuple[Edge, ...]] = {}
        self._strengths = network.strengths(
            {pair_of(one, other) for step in self._steps for one, ahead in step.items() for other in ahead}
        )
        self._crowds = network.degrees({one for step in self._steps[1:] for one in step})
        self._ahead = self._bounds()
        self._waiting: list[_Beginning] = []
        self.is_cut = False

    def _bounds(self) -> Sequence[Mapping[EntityId, tuple[_Weakness, int]]]:
        """By the number of legs gone, of each thing from which the goal can be reached: the best that lies ahead."""
        ahead: dict[EntityId, tuple[_Weakness, int]] = {
            one: (_STRONGEST, 0) for others in self._steps[-1].values() for one in others
        }
        found = [ahead]
        for step in reversed(self._steps):
            now: dict[EntityId, tuple[_Weakness, int]] = {}
            for one, others in step.items():
                told = [(self._weakness(one, other), other) for other in others if other in ahead]
                if told:
                    best = min(max(weakness, ahead[other][0]) for weakness, other in told)
                    now[one] = best, min(self._crowds.get(other, 0) + ahead[other][1] for _, other in told)
            ahead = now
            found.append(now)
        return found[::-1]

    def _weakness(self, one: EntityId, other: EntityId) -> _Weakness:
        return _turned(self._strengths[pair_of(one, other)])

    def ways(self, start: EntityId, goal: EntityId) -> Iterator[tuple[Joined, ...]]:
        """The legs of each way, the best way first."""
        self._waiting, followed = [], 0
        self._wait((start,), _STRONGEST, 0, date.min, is_read=True)
        while self._waiting:
            now = heappop(self._waiting)
            if not now.is_read and not self._read(now):
                continue
            if now.way[-1] == goal:
                yield self._legs(now.way)
                continue
            if followed > MOST_BEGINNINGS:
                self.is_cut = True
                return
            for other in self._steps[len(now.way) - 1].get(now.way[-1], ()):
                if other not in now.way:
                    followed += 1
                    self._wait((*now.way, other), now.weakest, now.crowd, now.day, is_read=False)

    def _wait(self, way: _Way, weakest: _Weakness, crowd: int, day: date, *, is_read: bool) -> None:
        """Let a beginning wait for its turn, if the goal may be reached from it."""
        ahead = self._ahead[len(way) - 1].get(way[-1])
        if ahead is None:
            return
        best, least = max(weakest, ahead[0]), crowd + ahead[1]
        if not is_read:
            best = max(best, self._weakness(way[-2], way[-1]))
            least += self._crowds.get(way[-1], 0)
        heappush(self._waiting, _Beginning(best, least, way, weakest, crowd, day, is_read))

    def _read(self, now: _Beginning) -> bool:
        """Read the claims of the last leg: whether the beginning is a way, and still as good as it was held to be.

        What is worse waits again.
        """
        usable = self._usable(now.way, now.day)
        if not usable:
            return False
        weakest, day = max(now.weakest, _turned(strength_of(usable))), self._next_day(usable, now.day)
        crowd = now.crowd + self._crowds.get(now.way[-1], 0)
        if weakest > now.best:
            self._wait(now.way, weakest, crowd, day, is_read=True)
            return False
        now.weakest, now.crowd, now.day = weakest, crowd, day
        return True

    def _usable(self, way: _Way, day: date) -> tuple[Edge, ...]:
        """What joins the last two of a way. A claim that joins the one before them, too, is a short cut."""
        one, other = way[-2:]
        self._read_edges(way)
        edges = self._edges.get(pair_of(one, other), ())
        if len(way) > 2 and (cuts := {edge.claim for edge in self._edges.get(pair_of(way[-3], other), ())}):
            edges = tuple(edge for edge in edges if edge.claim not in cuts)
        if not self._in_order:
            return edges
        return tuple(edge for edge in edges if edge.is_dated and (edge.last or date.max) >= day)

    def _read_edges(self, way: _Way) -> None:
        """Those of the last leg and of its short cut. With them those of others are read that soon have their turn."""
        if self._asked_by(way) <= self._edges.keys():
            return
        soon = (one.way for one in self._waiting[:_AT_ONCE] if not one.is_read)
        pairs = self._asked_by(way).union(*map(self._asked_by, soon)).difference(self._edges)
        self._edges |= dict.fromkeys(pairs, ())
        self._edges.update(self._network.edges(pairs))

    def _asked_by(self, way: _Way) -> set[Pair]:
        """The pairs of which the claims tell whether a beginning is a way."""
        last, pairs = way[-1], {pair_of(*way[-2:])}
        if len(way) > 2 and self._between.are_joined(way[-3], last):
            pairs.add(pair_of(way[-3], last))
        return pairs

    def _next_day(self, usable: tuple[Edge, ...], day: date) -> date:
        if not self._in_order:
            return day
        return min(max(day, edge.first or date.min) for edge in usable)

    def _legs(self, way: _Way) -> tuple[Joined, ...]:
        legs: list[Joined] = []
        day = date.min
        for i, (one, other) in enumerate(pairwise(way), start=2):
            usable = self._usable(way[:i], day)
            legs.append(Joined(one=one, other=other, edges=usable))
            day = self._next_day(usable, day)
        return tuple(legs)


def _turned(strength: Strength) -> _Weakness:
    sources, confidence, claims = strength
    return -sources, -confidence, -claims
