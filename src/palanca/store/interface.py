"""What every store of a case can do. One contract test runs on all of them."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from palanca.records import (
    Document,
    DocumentId,
    Entity,
    EntityId,
    Filter,
    Kind,
    Mention,
    Reading,
    Rejection,
    Span,
    Statement,
)


class Outcome(StrEnum):
    """What became of a document that was put into a case."""

    ADDED = "added"
    REREAD = "reread"
    UNCHANGED = "unchanged"
    SUPERSEDED = "superseded"  # it replaced an older version of the document of the same name


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceHit:
    """A sentence that matched a search, best first."""

    document: Document
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a case holds. Documents are the current versions."""

    documents: int
    superseded: int
    rejections: int
    sentences: int
    mentions: int
    entities: int
    identities: int
    statements: dict[Kind, int]


class Case(Protocol):
    """A case: documents and judgements as originals, all else derived. Iterators are in a stable order."""

    def knows(self, document: Document, version: str) -> bool:
        """Whether this very document, with this very metadata, is current and was read by readers of this version."""
        ...

    def put(self, reading: Reading, *, at: datetime) -> Outcome:
        """Write a document with all that was read in it, in one transaction.

        A document whose name stands in the case with another text supersedes it. Putting the same reading twice
        changes nothing. Ids of what did not change are kept.
        """
        ...

    def reject(self, rejection: Rejection, *, at: datetime) -> None:
        """Keep a rejection; the same one twice is kept once."""
        ...

    def documents(self) -> Iterator[Document]:
        """The current documents, by publication (unknown last), then name."""
        ...

    def document(self, name_or_id: str) -> Document:
        """One document. Raises UnknownDocument, with the nearest names."""
        ...

    def skipped(self) -> Iterator[tuple[Document, str]]:
        """The current documents that were kept unread, with the reason."""
        ...

    def rejections(self) -> Iterator[Rejection]:
        """The rejections, by place."""
        ...

    def sentences(self, document: DocumentId) -> tuple[Span, ...]:
        """The sentences of a document, in order."""
        ...

    def entities(self, document: DocumentId | None = None) -> Iterator[Entity]:
        """The entities of one document, or of all current documents."""
        ...

    def entity(self, entity: EntityId) -> Entity:
        """One entity. Raises UnknownEntity."""
        ...

    def identity(self, entity: EntityId) -> str:
        """The key that this entity shares with the entities of other documents that are the same thing."""
        ...

    def mentions(self, document: DocumentId | None = None) -> Iterator[Mention]:
        """The mentions of one document, or of all current documents, in order of appearance."""
        ...

    def statements(self, wanted: Filter) -> Iterator[Statement]:
        """The statements of current documents that pass the filter, by time (unknown last), document and span."""
        ...

    def search(self, words: str, *, limit: int = 50) -> Iterator[SentenceHit]:
        """Sentences that hold all the words, best match first, without case or accents. "Quoted words" stand together."""
        ...

    def counts(self) -> Counts:
        """How much the case holds."""
        ...

    def close(self) -> None:
        """Release the file. A closed case cannot be used."""
        ...


class OpenCase(AbstractContextManager[Case], Protocol):
    """What `open_case` returns: a case that closes itself at the end of a `with` block."""
