"""What every store answers about claims, once a case is settled: the part of `Case` that questions are asked of."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from palanca.analysis.belongings import Belonging
from palanca.analysis.matrix import Columns, Told
from palanca.analysis.patterns.pattern import Match, Pattern
from palanca.records import Claim, DocumentId, EntityId, Identity, Kind, RoleName
from palanca.records.query import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How much passes a query: the claims, the documents that tell them, and how many sources these are."""

    claims: int
    documents: int
    sources: int


class Questions(Protocol):
    """Questions to the claims of a settled case. Iterators are in a stable order."""

    def found(self, query: Query, *, limit: int | None = None) -> Iterator[Claim]:
        """The claims that pass a query, by time (unknown last), then by id; the first `limit` of them.

        Rejected claims are left out unless the query asks about `review`.
        """
        ...

    def count_found(self, query: Query) -> Found:
        """How much passes a query."""
        ...

    def count_parts(self, query: Query, parts: Sequence[Query]) -> list[int]:
        """How many claims pass a query and each of these parts with it: all in one look, and without their documents.

        Whether rejected claims count is told by `query` alone.
        """
        ...

    def tally(self, query: Query, host: str, columns: Columns) -> Iterator[Told]:
        """Each claim that passes in which another country acts and the host takes part, once a power and column.

        By power, column and id. In the categories `claims.event_groups.MUTUAL` either may be told as acting.
        `host` is ISO 3166-1 alpha-3.
        """
        ...

    def count_documents(self) -> int:
        """How many current documents there are to look through; cheaper than `counts`."""
        ...

    def matches(self, pattern: Pattern, *, limit: int | None = None) -> Iterator[Match]:
        """What fits a pattern: where dates prove most first, then by the time of the last leg; the first `limit`."""
        ...

    def count_published(self, first: date, last: date) -> int:
        """How many current documents were published between two days, both included, as far as that is told.

        What tells only a month or a year counts on its first day.
        """
        ...

    def belongings(self, things: Collection[EntityId]) -> dict[EntityId, list[Belonging]]:
        """What things belong to, each in the order in which it is looked at; see `analysis.belongings`."""
        ...

    def sources(self, documents: Collection[DocumentId] | None = None) -> dict[DocumentId, str]:
        """Who each current document speaks for, of these or of all: documents of one source count once."""
        ...

    def claims_about(
        self, things: Collection[EntityId], kind: Kind, *, role: RoleName | None = None
    ) -> Iterator[Claim]:
        """The claims of a kind in which one of these identities fills a role, or that role, by id.

        Rejected claims are left out.
        """
        ...

    def claims_concerning(self, thing: Identity, kind: Kind, *, limit: int | None = None) -> Iterator[Claim]:
        """The claims of a kind in which a thing fills a role or speaks, by time (unknown last), then by id.

        The first `limit` of them. Rejected claims are left out.
        """
        ...
