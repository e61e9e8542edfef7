"""Paths between two things: the shortest first, of equal length those whose weakest leg is known best."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush
from itertools import islice, pairwise

from palanca.analysis.networks.graph import DatedGraph, Edge, Joined, Strength
from palanca.records import EntityId

_MOST_STATES = 200_000  # beginnings of paths of one length that are followed; a bound on time among hubs

type _State = tuple[Strength, int, tuple[int, ...], date]
"""The weakest leg with its sign turned, neighbours of those on the way, the way, and the earliest day of its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A way from one thing to another; each leg begins where the one before it ends."""

    joined: tuple[Joined, ...]

    @property
    def things(self) -> tuple[EntityId, ...]:
        """All on the way, both ends included."""
        return (self.joined[0].one, *(leg.other for leg in self.joined))

    @property
    def weakest(self) -> Joined:
        """The leg that is known worst, the first of equals."""
        return min(self.joined, key=lambda leg: leg.strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """How to look for paths: how many, of how many legs at most, and through whom not.

    With `in_order` each leg can be later than the one before it, as far as its times tell; what has no time is no leg.
    """

    most: int = 5
    legs: int = 6
    avoided: frozenset[EntityId] = frozenset()
    in_order: bool = False


def paths(graph: DatedGraph, one: EntityId, other: EntityId, search: Search | None = None) -> tuple[Path, ...]:
    """The simple paths from one thing to another; none where either stands in no edge.

    Sorted by length, then by the weakest leg, the best known first, then by how few others those on the way are
    joined with, as who is joined with all tells little. Three who met at once are no way of two legs: a leg is never a
    claim that joins the thing before it, too.
    """
    if one == other or not {one, other} <= graph.position.keys():
        return ()
    walk = _Walk(graph, graph.position[one], graph.position[other], search or Search())
    return tuple(islice(walk.paths(), walk.search.most))


class _Walk:
    """One search, by length: a beginning is followed only if it can reach the goal in the legs that are left."""

    def __init__(self, graph: DatedGraph, start: int, goal: int, search: Search) -> None:
        self._graph, self._start, self._goal, self.search = graph, start, goal, search
        self._closed = {graph.position[one] for one in search.avoided if one in graph.position} - {start, goal}
        self._left = self._distances()

    def paths(self) -> Iterator[Path]:
        nearest = self._left.get(self._start)
        if nearest is not None:
            for length in range(nearest, self.search.legs + 1):
                yield from map(self._path, self._of_length(length))

    def _distances(self) -> dict[int, int]:
        """How many legs each node is from the goal, up to the most that are wanted."""
        found, waiting = {self._goal: 0}, deque([self._goal])
        while waiting:
            here = waiting.popleft()
            if found[here] < self.search.legs:
                for node in self._graph.neighbours[here]:
                    if node not in found and node not in self._closed:
                        found[node] = found[here] + 1
                        waiting.append(node)
        return found

    def _of_length(self, length: int) -> Iterator[tuple[int, ...]]:
        """Best first: a longer way is never known better than its beginning, so that what comes out first is best."""
        waiting: list[_State] = [((-(2**31), -1.0, -(2**31)), 0, (self._start,), date.min)]
        for _ in range(_MOST_STATES):
            if not waiting:
                return
            state = heappop(waiting)
            way = state[2]
            if way[-1] == self._goal:
                yield way
                continue
            for node in self._graph.neighbours[way[-1]]:
                if self._may_follow(way, node, length - len(way)):
                    self._follow(state, node, waiting)

    def _may_follow(self, way: tuple[int, ...], node: int, left: int) -> bool:
        is_goal_too_soon = node == self._goal and left > 0
        return not is_goal_too_soon and node not in way and self._left.get(node, self.search.legs + 1) <= left

    def _follow(self, state: _State, node: int, waiting: list[_State]) -> None:
        weakest, crowd, way, day = state
        usable = self._usable(way, node, day)
        if usable:
            sources, confidence, claims = Joined(one="", other="", edges=usable).strength  # type: ignore[arg-type]
            leg = -sources, -confidence, -claims
            crowd += 0 if node == self._goal else len(self._graph.neighbours[node])
            heappush(waiting, (max(weakest, leg), crowd, (*way, node), self._next_day(usable, day)))

    def _usable(self, way: tuple[int, ...], node: int, day: date) -> tuple[Edge, ...]:
        """What joins the end of a way with the next node. A claim that joins the node before, too, is a short cut."""
        edges = self._graph.edges(way[-1], node)
        if len(way) > 1 and (cuts := {edge.claim for edge in self._graph.edges(way[-2], node)}):
            edges = tuple(edge for edge in edges if edge.claim not in cuts)
        if not self.search.in_order:
            return edges
        return tuple(edge for edge in edges if edge.is_dated and (edge.last or date.max) >= day)

    def _next_day(self, usable: tuple[Edge, ...], day: date) -> date:
        if not self.search.in_order:
            return day
        return min(max(day, edge.first or date.min) for edge in usable)

    def _path(self, way: tuple[int, ...]) -> Path:
        legs: list[Joined] = []
        day = date.min
        for i, (one, other) in enumerate(pairwise(way), start=1):
            usable = self._usable(way[:i], other, day)
            legs.append(Joined(one=self._graph.nodes[one], other=self._graph.nodes[other], edges=usable))
            day = self._next_day(usable, day)
        return Path(joined=tuple(legs))
