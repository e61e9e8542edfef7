"""The edges of a network, gathered from claims about some things, each claim once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from palanca.analysis.networks.edges import Tally
from palanca.analysis.networks.graph import Edge
from palanca.analysis.networks.joining import Joining
from palanca.records import ClaimId, EntityId, Review
from palanca.records.query import Query
from palanca.store import Case

type ToldByClaim = Mapping[ClaimId, tuple[str, Review]]
"""By claim the channel of its tie, and how it was reviewed: of a million claims no more is kept."""


@dataclass(slots=True)
class Gathered:
    """What was gathered so far from the claims that pass a query, and what was looked at for it."""

    case: Case
    query: Query
    tally: Tally = field(default_factory=Tally)
    edges: list[Edge] = field(default_factory=list)
    told: dict[ClaimId, tuple[str, Review]] = field(default_factory=dict)
    _looked_at: set[ClaimId] = field(default_factory=set)

    def look(self, things: Collection[EntityId], *, least: int = 1) -> None:
        """Look at the claims in which so many of these things take part."""
        self._gather(self.case.joinings(self.query, of=things, least=least))

    def _gather(self, joinings: Iterable[Joining]) -> None:
        for one in joinings:
            if one.id in self._looked_at:
                continue
            self._looked_at.add(one.id)
            found = list(self.tally.edges(one))
            if found:
                self.told[one.id] = one.channel or one.kind, one.review
                self.edges += found
