"""A network that is read as one walks in it: whatever holds it, only what is asked of is ever in memory."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, override

from palanca.analysis.networks.graph import Edge, Joined, Strength
from palanca.records import EntityId

type Pair = tuple[EntityId, EntityId]
"""Two things, the smaller id first."""


def pair_of(one: EntityId, other: EntityId) -> Pair:
    """These two in order."""
    return (one, other) if one < other else (other, one)


class Walkable(Protocol):
    """What a network tells of some of its things; many are asked of at once, since each asking may be dear."""

    def neighbours(self, things: Collection[EntityId]) -> Mapping[EntityId, Collection[EntityId]]:
        """What each of these is joined with, in no order; nothing is told of what stands in no edge."""
        ...

    def degrees(self, things: Collection[EntityId]) -> Mapping[EntityId, int]:
        """With how many others each of these is joined."""
        ...

    def strengths(self, pairs: Collection[Pair]) -> Mapping[Pair, Strength]:
        """How well each two are known to be joined; nothing is told of two that are not."""
        ...

    def edges(self, pairs: Collection[Pair]) -> Mapping[Pair, tuple[Edge, ...]]:
        """What joins each two, the best told first; nothing is told of two that are not joined."""
        ...


@dataclass(frozen=True, slots=True)
class Part(Walkable):
    """The edges of a network of which something holds, each of which is looked at."""

    whole: Walkable
    holds: Callable[[Edge], bool]

    @override
    def neighbours(self, things: Collection[EntityId]) -> Mapping[EntityId, Collection[EntityId]]:
        beside = self.whole.neighbours(things)
        joined = self.edges({pair_of(one, other) for one, others in beside.items() for other in others})
        return {one: [other for other in others if pair_of(one, other) in joined] for one, others in beside.items()}

    @override
    def degrees(self, things: Collection[EntityId]) -> Mapping[EntityId, int]:
        beside = self.neighbours(things)
        return {one: len(beside.get(one, ())) for one in things}

    @override
    def strengths(self, pairs: Collection[Pair]) -> Mapping[Pair, Strength]:
        return {pair: strength_of(edges) for pair, edges in self.edges(pairs).items()}

    @override
    def edges(self, pairs: Collection[Pair]) -> Mapping[Pair, tuple[Edge, ...]]:
        kept = ((pair, tuple(filter(self.holds, edges))) for pair, edges in self.whole.edges(pairs).items())
        return {pair: edges for pair, edges in kept if edges}


def strength_of(edges: Iterable[Edge]) -> Strength:
    """How well two are known to be joined that these edges join, one at least."""
    several = tuple(edges)
    return Joined(one=several[0].one, other=several[0].other, edges=several).strength
