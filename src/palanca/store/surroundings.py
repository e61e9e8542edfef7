"""What a case tells around one thing: one part of `store.Case`."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from palanca.records import ClaimId, Document, EntityId, Schema


class TieOrder(StrEnum):
    """How the ties of a thing are sorted; of equals, by the other thing and the channel."""

    CLAIMS = "claims"  # most first
    NAME = "name"
    CHANNEL = "channel"
    FIRST = "first"  # unknown last
    LAST = "last"  # latest first, unknown last


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """What joins a thing with another in one channel: how many claims, when (days, ISO 8601), and the strongest.

    The channel of what is no event is its kind. The strongest claim is the one of most sources, then the surest.
    """

    other: EntityId
    caption: str
    schema: Schema
    channel: str
    claims: int
    first: str | None
    last: str | None
    strongest: ClaimId


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A document that names a thing, with the entity that the thing is there."""

    document: Document
    entity: EntityId
    caption: str


class Surroundings(Protocol):
    """What else takes part where a thing does, and the documents that name it."""

    def met(self, thing: EntityId) -> Iterator[tuple[EntityId, ClaimId]]:
        """What else takes part in the claims in which a thing does, by claim; places and rejected claims left out."""
        ...

    def ties(
        self, thing: EntityId, order: TieOrder = TieOrder.CLAIMS, *, offset: int = 0, limit: int | None = None
    ) -> tuple[list[Tied], int]:
        """What joins a thing with others by events, ties and offices that are told as real: `limit` after `offset`.

        With how many there are in all.
        """
        ...

    def naming(self, thing: EntityId, *, offset: int = 0, limit: int | None = None) -> Iterator[Naming]:
        """Where current documents name a thing, in the order of `documents`: `limit` of them after `offset`."""
        ...
