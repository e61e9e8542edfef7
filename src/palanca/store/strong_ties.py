"""The strongest part of a network, as the store tells it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from palanca.records import ClaimId, EntityId

type Pair = tuple[EntityId, EntityId]
"""Two things, the smaller id first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong:
    """All that joins two things in one channel: how many claims, the best told of them, its sources, and the days."""

    pair: Pair
    channel: str
    claims: int
    best: ClaimId
    sources: int
    first: date | None
    last: date | None
    is_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A network as a whole: so many things and pairs of them, and the claims that join them, with who tells these.

    `left_out` counts by name what joins nobody, as `analysis.networks.edges.Tally` does.
    """

    things: int
    pairs: int
    claims: int
    documents: int
    sources: int
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strongest:
    """The strongest part of a network. `things` tells of each how many it is joined with, and in how many claims.

    So many pairs of the things are `left_out` that fewer claims join than any of the `ties`.
    """

    things: Mapping[EntityId, tuple[int, int]]
    ties: Sequence[Strong]
    left_out: int
    whole: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How many steps to go from a thing, and how many things, and of their pairs, to show at most."""

    steps: int
    most: int
    most_pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """What lies near one thing in a network: the things that are joined best with it, and the pairs among them.

    `things` tells of each how many it is joined with in the whole network, and in how many claims. All pairs of the
    thing itself are among `ties`; of the others those of most claims, and `left_out` pairs are weaker. `reached` is how
    many things were found, the one itself among them; `whole` counts the pairs among `things`, the claims that join
    them and who tells these. Of what joins nobody it counts what is told of the thing itself.
    """

    things: Mapping[EntityId, tuple[int, int]]
    ties: Sequence[Strong]
    left_out: int
    reached: int
    whole: Whole
