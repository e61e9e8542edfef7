"""What lies around one thing, ring by ring, read from a network only as far as it is asked for."""

from collections.abc import Collection, Iterable, Mapping
from itertools import batched

from palanca.analysis.networks.walkable import Walkable
from palanca.records import EntityId

_AT_ONCE = 500  # things of a ring whose neighbours are read together
_ENDLESS = 1 << 30


class Rings:
    """The things around a centre. Ways lead through none that is `closed`, and to the goal, not through it.

    `far` tells of each thing that was reached over how many legs; `beside` those of the inner things that it is joined
    with, the inner ones being those whose neighbours were read. The outermost `ring` lies at `radius` legs.
    """

    def __init__(self, network: Walkable, centre: EntityId, goal: EntityId, closed: Collection[EntityId]) -> None:
        self._network, self._goal, self._closed = network, goal, closed
        self.far = {centre: 0}
        self.beside: dict[EntityId, set[EntityId]] = {}
        self.ring = [centre]
        self.radius = 0

    @property
    def reach(self) -> int:
        """To how many legs all things are known; beyond any number where no further ones are to be found."""
        return self.radius if self.ring else _ENDLESS

    def grow(self, most: int) -> int:
        """Add a ring, and tell how many neighbours were read; of more than `most` nothing is added."""
        read, found = 0, dict[EntityId, Collection[EntityId]]()
        for things in batched(self.ring, _AT_ONCE):
            some = self._network.neighbours(things)
            read += sum(map(len, some.values()))
            if read > most:
                return read
            found.update(some)
        self._add(found)
        return read

    def _add(self, found: Mapping[EntityId, Iterable[EntityId]]) -> None:
        self.radius += 1
        ring = []
        for one, others in found.items():
            for other in others:
                if other in self._closed:
                    continue
                self.beside.setdefault(other, set()).add(one)
                if other not in self.far:
                    self.far[other] = self.radius
                    ring.append(other)
        self.ring = sorted(one for one in ring if one != self._goal)
