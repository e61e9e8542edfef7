"""Betweenness: on which share of shortest ways between others a node lies (Freeman 1977; after Brandes 2001)."""

from random import Random
from typing import TYPE_CHECKING

from palanca.analysis.networks.graph import DatedGraph

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

MOST_WORK = 300_000_000
"""Nodes times pairs up to which it is computed exactly: about a dozen seconds; a larger graph is sampled."""

SAMPLED = 256
"""Nodes from which ways are counted in a large graph (Brandes and Pich 2007), drawn with the seed 0."""

_DIGITS = 9  # beyond which sums differ by their order


def is_sampled(graph: DatedGraph) -> bool:
    """Whether it is too large to be computed exactly."""
    return len(graph.nodes) > SAMPLED and len(graph.nodes) * len(graph.joined) > MOST_WORK


def betweenness(graph: DatedGraph) -> tuple[float, ...]:
    """For each node, from 0 to 1, as the share of all pairs of others; estimated where `is_sampled`."""
    if is_sampled(graph):
        return sampled(graph, Random(0).sample(range(len(graph.nodes)), SAMPLED))  # noqa: S311  # no secret
    from rustworkx import betweenness_centrality

    # In one thread: sums of several would differ in their last digits from run to run.
    found = betweenness_centrality(graph.simple(), normalized=True, parallel_threshold=2**62)
    return tuple(round(found[i], _DIGITS) for i in range(len(graph.nodes)))


def sampled(graph: DatedGraph, starts: list[int]) -> tuple[float, ...]:
    """The estimate from the ways that begin at these nodes; with all nodes it is exact."""
    import numpy as np

    size = len(graph.nodes)
    matrix, total = adjacency(graph), np.zeros(size)
    for start in starts:
        total += _dependencies(matrix, start)
    pairs = max(1, (size - 1) * (size - 2))
    return tuple(round(float(value), _DIGITS) for value in total * (size / max(1, len(starts))) / pairs)


def adjacency(graph: DatedGraph, *, weighted: bool = False) -> "csr_array":
    """Who is joined with whom, both ways, as ones or as numbers of claims."""
    import numpy as np
    from scipy.sparse import csr_array

    ends = np.array(list(graph.joined), dtype=np.int32).reshape(-1, 2)
    values = np.array([float(len(edges)) if weighted else 1.0 for edges in graph.joined.values()])
    size = len(graph.nodes)
    half = csr_array((values, (ends[:, 0], ends[:, 1])), shape=(size, size))
    return csr_array(half + half.T)


def _dependencies(matrix: "csr_array", start: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Brandes' dependencies of one start on each node, level by level of distance."""
    import numpy as np

    ways, front = np.zeros(matrix.shape[0]), np.zeros(matrix.shape[0])
    ways[start] = front[start] = 1.0
    levels = []
    while front.any():
        levels.append(front)
        ways += front if len(levels) > 1 else 0.0
        front = np.where(ways > 0, 0.0, matrix @ front)
    through = np.zeros(matrix.shape[0])
    for near, far in zip(levels[-2::-1], levels[:0:-1], strict=True):
        share = np.divide(1.0 + through, ways, out=np.zeros_like(ways), where=far > 0)
        through += np.where(near > 0, ways * (matrix @ share), 0.0)
    through[start] = 0.0
    return through
