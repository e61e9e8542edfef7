"""Paths between two things: the shortest first, of equal length those whose weakest leg is known best.

The network is walked from both ends at once, so that of a large one only what lies near either is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from palanca.analysis.networks.graph import Joined
from palanca.analysis.networks.rings import Rings
from palanca.analysis.networks.steps import Steps, steps_between
from palanca.analysis.networks.walkable import Walkable
from palanca.records import EntityId

MOST_READ = 400_000  # neighbours; a bound on time among things that are joined with many


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The paths that were found. From `cut_at` legs on not all was looked through; None where all was that is wanted.

    It is cut where too much lies between the two.
    """

    paths: tuple[Path, ...]
    cut_at: int | None = None


def paths(network: Walkable, one: EntityId, other: EntityId, search: Search | None = None) -> Ways:
    """The simple paths from one thing to another; none where either stands in no edge.

    Sorted by length, then by the weakest leg, the best known first, then by how few others those on the way are
    joined with, as who is joined with all tells little. Three who met at once are no way of two legs: a leg is never a
    claim that joins the thing before it, too.
    """
    if one == other:
        return Ways(paths=())
    walk = _Walk(network, one, other, search or Search())
    found = tuple(islice(walk.paths(), walk.search.most))
    return Ways(paths=found, cut_at=walk.cut_at)


class _Walk:
    """One search, by length: what lies between is read until all ways of that length are known."""

    def __init__(self, network: Walkable, start: EntityId, goal: EntityId, search: Search) -> None:
        self._network, self._start, self._goal, self.search = network, start, goal, search
        closed = search.avoided - {start, goal}
        self._there, self._back = Rings(network, start, goal, closed), Rings(network, goal, start, closed)
        self._left = MOST_READ
        self.cut_at: int | None = None

    def paths(self) -> Iterator[Path]:
        for length in range(1, self.search.legs + 1):
            if not self._reaches(length):
                self.cut_at = length
                return
            if between := steps_between(self._there, self._back, (self._start, self._goal), length):
                steps = Steps(self._network, between, in_order=self.search.in_order)
                for legs in steps.ways(self._start, self._goal):
                    yield Path(joined=legs)
                if steps.is_cut:
                    self.cut_at = length
                    return

    def _reaches(self, length: int) -> bool:
        """Whether all ways so long are known: the smaller side is read on until they are, or it is too much."""
        while self._there.reach + self._back.reach < length:
            nearer = min((self._there, self._back), key=lambda side: (len(side.ring), side.radius))
            self._left -= nearer.grow(self._left)
            if self._left < 0:
                return False
        return True
