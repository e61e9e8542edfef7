"""The dated multigraph: identities, and what claims say joins them, each with its day and claim."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from palanca.records import ClaimId, EntityId, Kind

if TYPE_CHECKING:
    from rustworkx import PyGraph

type Strength = tuple[int, float, int]
"""How well two are known to be joined: most sources of one claim, highest confidence, number of claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One claim that joins two, `one` being the smaller id.

    `first` and `last` are the days between which it holds or took place, as far as its time tells; None is unknown.
    `sources` counts independent voices.
    """

    one: EntityId
    other: EntityId
    claim: ClaimId
    kind: Kind
    category: str
    first: date | None = None
    last: date | None = None
    sources: int = 1
    confidence: float = 1.0

    @property
    def is_dated(self) -> bool:
        """Whether anything is told of when."""
        return self.first is not None or self.last is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Two things with all that joins them, the best told first."""

    one: EntityId
    other: EntityId
    edges: tuple[Edge, ...]

    @property
    def strength(self) -> Strength:
        """How well they are known to be joined."""
        return max(e.sources for e in self.edges), max(e.confidence for e in self.edges), len(self.edges)


@dataclass(frozen=True)
class DatedGraph:
    """Nodes by id. `joined` tells by two positions, the smaller first, what joins these nodes, the best told first."""

    nodes: tuple[EntityId, ...]
    joined: Mapping[tuple[int, int], tuple[Edge, ...]]

    @cached_property
    def position(self) -> Mapping[EntityId, int]:
        """Where each node stands."""
        return {node: i for i, node in enumerate(self.nodes)}

    @cached_property
    def neighbours(self) -> tuple[tuple[int, ...], ...]:
        """For each position those that it is joined with, in order."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for one, other in self.joined:
            found[one].append(other)
            found[other].append(one)
        return tuple(tuple(sorted(several)) for several in found)

    def edges(self, one: int, other: int) -> tuple[Edge, ...]:
        """What joins the nodes at two positions, in either order; nothing where nothing does."""
        return self.joined.get((min(one, other), max(one, other)), ())

    def joint(self, one: int, other: int) -> Joined:
        """The nodes at two positions in this order, with what joins them."""
        return Joined(one=self.nodes[one], other=self.nodes[other], edges=self.edges(one, other))

    def where(self, holds: Callable[[Edge], bool]) -> "DatedGraph":
        """The graph of the edges of which this is true."""
        return graph_of(edge for several in self.joined.values() for edge in several if holds(edge))

    def without(self, things: Collection[EntityId]) -> "DatedGraph":
        """The graph without these nodes."""
        return self.where(lambda edge: edge.one not in things and edge.other not in things)

    def simple(self) -> "PyGraph[int, None]":
        """The graph for rustworkx: one edge for all that joins two, nodes in order."""
        from rustworkx import PyGraph

        graph: PyGraph[int, None] = PyGraph(multigraph=False)
        graph.add_nodes_from(range(len(self.nodes)))
        graph.add_edges_from_no_data(list(self.joined))
        return graph


def graph_of(edges: Iterable[Edge]) -> DatedGraph:
    """The graph of these edges. Their order does not matter."""
    together: dict[tuple[EntityId, EntityId], list[Edge]] = {}
    for edge in edges:
        together.setdefault((edge.one, edge.other), []).append(edge)
    nodes = tuple(sorted({end for pair in together for end in pair}))
    position = {node: i for i, node in enumerate(nodes)}
    return DatedGraph(
        nodes=nodes,
        joined={(position[one], position[other]): in_order(together[one, other]) for one, other in sorted(together)},
    )


def in_order(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """What joins two, the best told first."""
    return tuple(sorted(edges, key=_best_told))


def strongest(joints: Iterable[Joined], most: int) -> tuple[Joined, ...]:
    """So many of these, the best known first."""
    return tuple(sorted(joints, key=lambda joint: (*_falling(joint.strength), joint.one, joint.other))[:most])


def _falling(strength: Strength) -> Strength:
    sources, confidence, claims = strength
    return -sources, -confidence, -claims


def _best_told(edge: Edge) -> tuple[int, float, date, ClaimId]:
    return -edge.sources, -edge.confidence, edge.first or edge.last or date.max, edge.claim
