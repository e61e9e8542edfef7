"""Cores: who is joined with how many others that are themselves so joined (Seidman 1983)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from palanca.analysis.networks.graph import DatedGraph, Joined, strongest
from palanca.records import EntityId

_PAIRS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """The things of one core number: each is joined with at least `number` of this core or a higher one.

    `claims` is how many claims join them with each other and with higher cores: a single claim of many parties makes
    a high core by itself. `joined` are the best known of these pairs.
    """

    number: int
    things: tuple[EntityId, ...]
    claims: int
    joined: tuple[Joined, ...]


def core_numbers(graph: DatedGraph) -> Mapping[EntityId, int]:
    """The highest k for each thing such that it stands in a part of the graph where all are joined with k others."""
    from rustworkx import core_number

    found = cast("Mapping[int, int]", core_number(graph.simple()))  # its stubs say that it gives one number
    return {node: found[i] for i, node in enumerate(graph.nodes)}


def cores(graph: DatedGraph, *, most: int) -> tuple[Core, ...]:
    """So many of them, the highest first; in each first the things that are joined with most."""
    numbers = core_numbers(graph)
    levels = sorted(set(numbers.values()), reverse=True)[:most]
    return tuple(_core(graph, level, numbers) for level in levels)


def _core(graph: DatedGraph, level: int, numbers: Mapping[EntityId, int]) -> Core:
    core = [numbers[node] for node in graph.nodes]
    pairs = [(one, other) for one, other in graph.joined if min(core[one], core[other]) == level]
    members = [node for node, number in enumerate(core) if number == level]
    return Core(
        number=level,
        things=tuple(
            graph.nodes[node] for node in sorted(members, key=lambda node: (-len(graph.neighbours[node]), node))
        ),
        claims=len({edge.claim for pair in pairs for edge in graph.joined[pair]}),
        joined=strongest((graph.joint(*pair) for pair in pairs), _PAIRS_SHOWN),
    )
