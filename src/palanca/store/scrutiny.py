"""What an audit asks of a case: one part of `store.Case`."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Protocol

from palanca.records import Claim, DocumentId, EntityId
from palanca.records.query import Query


class Scrutiny(Protocol):
    """Claims by what an audit would look at twice. Rejected claims are left out."""

    def news(self, query: Query, *, days: int) -> Iterator[Claim]:
        """The claims that pass and may have come about so many days before a document that tells them, or fewer.

        An office comes about when it begins or ends. Some are given that did not.
        """
        ...

    def naming_any(self, things: Collection[EntityId]) -> Iterator[Claim]:
        """The claims of which a statement names one of these, as party, place or speaker, by id."""
        ...

    def told_together(
        self, pairs: Collection[tuple[EntityId, EntityId]]
    ) -> dict[tuple[EntityId, EntityId], set[DocumentId]]:
        """By pair of things, the smaller id first, the documents that tell a claim in which both fill a role."""
        ...

    def newest_told(self) -> date | None:
        """The last day that the publication of a document that tells any claim can mean; None where none is told."""
        ...
