"""Who both of two things are joined with, those first who are joined with few others."""

from dataclasses import dataclass
from math import log

from palanca.analysis.networks.graph import Joined
from palanca.analysis.networks.walkable import Walkable, pair_of
from palanca.records import EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A neighbour of both, with what joins it to the one and to the other.

    `rarity` is its part in the index of Adamic and Adar (2003, "Friends and neighbors on the Web"): one by the
    logarithm of the number of things that it is joined with.
    """

    thing: EntityId
    neighbours: int
    rarity: float
    joined: tuple[Joined, Joined]

    @property
    def things(self) -> tuple[EntityId, ...]:
        """The neighbour alone."""
        return (self.thing,)


def shared(network: Walkable, one: EntityId, other: EntityId, most: int) -> tuple[Shared, ...]:
    """So many, the rarest first, of equals by id; none where either stands in no edge."""
    if one == other:
        return ()
    beside = network.neighbours((one, other))
    both = set(beside.get(one, ())) & set(beside.get(other, ()))
    joined_with = network.degrees(both)
    rarest = sorted(both, key=lambda thing: (joined_with[thing], thing))[:most]
    edges = network.edges({pair_of(end, thing) for end in (one, other) for thing in rarest})
    return tuple(
        Shared(
            thing=thing,
            neighbours=joined_with[thing],
            rarity=round(1 / log(joined_with[thing]), 6),
            joined=(
                Joined(one=one, other=thing, edges=edges[pair_of(one, thing)]),
                Joined(one=thing, other=other, edges=edges[pair_of(thing, other)]),
            ),
        )
        for thing in rarest
    )
