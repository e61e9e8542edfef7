"""Who both of two things are joined with, those first who are joined with few others."""

from dataclasses import dataclass
from math import log

from palanca.analysis.networks.graph import DatedGraph, Joined
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


def shared(graph: DatedGraph, one: EntityId, other: EntityId) -> tuple[Shared, ...]:
    """The rarest first, of equals by id; none where either stands in no edge."""
    if one == other or not {one, other} <= graph.position.keys():
        return ()
    ours, theirs = graph.position[one], graph.position[other]
    both = set(graph.neighbours[ours]) & set(graph.neighbours[theirs])
    found = [
        Shared(
            thing=graph.nodes[node],
            neighbours=len(graph.neighbours[node]),
            rarity=round(1 / log(len(graph.neighbours[node])), 6),
            joined=(graph.joint(ours, node), graph.joint(node, theirs)),
        )
        for node in sorted(both)
    ]
    return tuple(sorted(found, key=lambda each: (each.neighbours, each.thing)))
