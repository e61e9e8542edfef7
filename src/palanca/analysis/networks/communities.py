"""Communities: things that are joined with each other more than with the rest, and how firmly that can be said.

Found by Louvain's method (Blondel and others 2008) with claims as weights, once for each of several seeds. The
partition is taken that agrees most with all others, so that the same case gives the same answer.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from palanca.analysis.networks.betweenness import adjacency
from palanca.analysis.networks.graph import DatedGraph, Joined, strongest
from palanca.records import EntityId

SEEDS = range(10)

_PAIRS_SHOWN = 5

type Labels = tuple[int, ...]
"""For each node the number of its community."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """Things by the number of claims that join them within it, most first; `claims` is how many do in all.

    `stability` is the share of all runs, over each two of its things, that keep these together: 1 is in every run.
    `joined` are its best known pairs.
    """

    number: int
    things: tuple[EntityId, ...]
    claims: int
    stability: float
    joined: tuple[Joined, ...]


def communities(graph: DatedGraph, *, least: int = 3) -> tuple[Community, ...]:
    """Those of at least so many things, the largest first, numbered from 1."""
    if not graph.joined:
        return ()
    runs = partitions(graph)
    chosen = most_agreed(runs)
    members: dict[int, list[int]] = {}
    for node, label in enumerate(chosen):
        members.setdefault(label, []).append(node)
    large = sorted((nodes for nodes in members.values() if len(nodes) >= least), key=lambda n: (-len(n), n[0]))
    inner: dict[int, list[tuple[int, int]]] = {}
    for one, other in graph.joined:
        if chosen[one] == chosen[other]:
            inner.setdefault(chosen[one], []).append((one, other))
    return tuple(
        _community(graph, number, nodes, inner[chosen[nodes[0]]], runs) for number, nodes in enumerate(large, start=1)
    )


def partitions(graph: DatedGraph) -> list[Labels]:
    """One run for each seed."""
    from scipy.sparse import csr_matrix
    from sknetwork.clustering import Louvain

    matrix = csr_matrix(adjacency(graph, weighted=True))  # scikit-network refuses an array
    runs = (Louvain(random_state=seed, shuffle_nodes=True).fit_predict(matrix) for seed in SEEDS)
    return [tuple(int(label) for label in labels) for labels in runs]


def most_agreed(runs: Sequence[Labels]) -> Labels:
    """The partition that keeps together and parts as the others do (Rand 1971); the first of equals."""
    return max(runs, key=lambda run: sum(_together(run, other) for other in runs) - _kept(run) * len(runs) / 2)


def _together(run: Labels, other: Labels) -> int:
    """How many pairs both runs keep together."""
    return sum(size * (size - 1) // 2 for size in Counter(zip(run, other, strict=True)).values())


def _kept(run: Labels) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(run).values())


def _community(
    graph: DatedGraph, number: int, nodes: list[int], pairs: list[tuple[int, int]], runs: Sequence[Labels]
) -> Community:
    weights: Counter[int] = Counter()
    for pair in pairs:
        for end in pair:
            weights[end] += len(graph.joined[pair])
    claims = {edge.claim for pair in pairs for edge in graph.joined[pair]}
    return Community(
        number=number,
        things=tuple(graph.nodes[node] for node in sorted(nodes, key=lambda node: (-weights[node], node))),
        claims=len(claims),
        stability=_stability(nodes, runs),
        joined=strongest((graph.joint(*pair) for pair in pairs), _PAIRS_SHOWN),
    )


def _stability(nodes: Sequence[int], runs: Sequence[Labels]) -> float:
    kept = sum(_kept(tuple(run[node] for node in nodes)) for run in runs)
    return round(kept / (len(runs) * len(nodes) * (len(nodes) - 1) / 2), 3)


def numbers(several: Sequence[Community]) -> dict[EntityId, int]:
    """The community of each thing that stands in one."""
    return {thing: one.number for one in several for thing in one.things}


def aligned(before: Sequence[Community], after: Sequence[Community]) -> tuple[Community, ...]:
    """The communities before, each with the number of the one after that holds most of its things.

    Each after stands for one before at most, the largest overlap first; what finds none has a number of its own.
    """
    home = numbers(after)
    overlaps = Counter((one.number, home[thing]) for one in before for thing in one.things if thing in home)
    taken: dict[int, int] = {}
    for (ours, theirs), _ in sorted(overlaps.items(), key=lambda pair: (-pair[1], pair[0])):
        if ours not in taken and theirs not in taken.values():
            taken[ours] = theirs
    fresh = count(len(after) + 1)
    return tuple(replace(one, number=taken[one.number] if one.number in taken else next(fresh)) for one in before)
