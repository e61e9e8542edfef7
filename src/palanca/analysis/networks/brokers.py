"""Brokers: who stands between others, and between which groups."""

from collections.abc import Mapping
from dataclasses import dataclass

from palanca.analysis.networks.betweenness import betweenness
from palanca.analysis.networks.communities import communities, numbers
from palanca.analysis.networks.graph import DatedGraph, Joined, strongest
from palanca.records import EntityId

_NEIGHBOURS_SHOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Neighbours of a broker in one community: how many there are, and those that are known best.

    `number` is that of the community; 0 is of all that stand in none of three or more.
    """

    number: int
    neighbours: int
    joined: tuple[Joined, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broker:
    """A thing with its betweenness, and the groups of its neighbours, the largest first."""

    thing: EntityId
    rank: int
    betweenness: float
    neighbours: int
    groups: tuple[Group, ...]

    @property
    def things(self) -> tuple[EntityId, ...]:
        """The broker alone."""
        return (self.thing,)

    @property
    def joined(self) -> tuple[Joined, ...]:
        """What is shown of all groups."""
        return tuple(joint for group in self.groups for joint in group.joined)


def ranks(graph: DatedGraph) -> Mapping[EntityId, tuple[int, float]]:
    """Rank from 1 and betweenness of all who stand between any others, in order; equals share a rank."""
    found = [(value, node) for node, value in zip(graph.nodes, betweenness(graph), strict=True) if value > 0]
    values = [value for value, _ in sorted(found, key=lambda pair: -pair[0])]
    first = {value: rank for rank, value in reversed(list(enumerate(values, start=1)))}
    return {node: (first[value], value) for value, node in sorted(found, key=lambda pair: (-pair[0], pair[1]))}


def brokers(graph: DatedGraph, *, most: int) -> tuple[Broker, ...]:
    """So many with the highest betweenness, of equals by id."""
    ranked = list(ranks(graph).items())[:most]
    home = numbers(communities(graph))
    return tuple(_broker(graph, thing, rank, home) for thing, rank in ranked)


def _broker(graph: DatedGraph, thing: EntityId, rank: tuple[int, float], home: Mapping[EntityId, int]) -> Broker:
    here = graph.position[thing]
    groups: dict[int, list[Joined]] = {}
    for node in graph.neighbours[here]:
        groups.setdefault(home.get(graph.nodes[node], 0), []).append(graph.joint(here, node))
    return Broker(
        thing=thing,
        rank=rank[0],
        betweenness=rank[1],
        neighbours=len(graph.neighbours[here]),
        groups=tuple(
            Group(number=number, neighbours=len(joints), joined=strongest(joints, _NEIGHBOURS_SHOWN))
            for number, joints in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        ),
    )
