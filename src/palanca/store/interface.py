"""What every store of a case can do. One contract test runs on all of them."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from palanca.analysis.networks.joining import Joining
from palanca.records import (
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Filter,
    Identity,
    Kind,
    Mention,
    Reading,
    Register,
    Rejection,
    Span,
    Statement,
    StatementId,
)
from palanca.records.query import Query
from palanca.store.ledger import Ledger
from palanca.store.questions import Questions
from palanca.store.scrutiny import Scrutiny
from palanca.store.settling_interface import Settling
from palanca.store.surroundings import Surroundings
from palanca.store.walks import Places, Walk

if TYPE_CHECKING:
    from palanca.store.reading_rows import ReadingRows
    from palanca.store.staging import Stage


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
    """How much a case holds. Documents are the current versions; `claims` has every kind, 0 included."""

    documents: int
    superseded: int
    rejections: int
    sentences: int
    mentions: int
    entities: int
    identities: int
    claims: dict[Kind, int]
    judgements: int


class Case(Questions, Settling, Ledger, Surroundings, Scrutiny, Protocol):
    """A case: documents and judgements as originals, all else derived. Iterators are in a stable order.

    It is a context manager that closes itself. An iterator shows the case as it stood when its first item was taken,
    whatever is written meanwhile. Any method raises CaseError when the file cannot be read or written. Questions to one
    that is `settled_elsewhere` answer from what was last settled.
    """

    settled_elsewhere: bool

    def completed(self, document: Document) -> Document:
        """The document with what the case knows of this text filled in where `document` says nothing: read this one."""
        ...

    def knows(self, document: Document, version: str) -> bool:
        """Whether putting this document, read by readers of this version, would change nothing.

        That is: it is current under this name, its metadata tells nothing new, and it was read by that version with
        all the metadata that the case holds. Its origin is not compared: the first origin of a text stands.
        """
        ...

    def new_among(self, documents: Sequence[Document]) -> set[str]:
        """The names of those of which the case knows neither name nor text, and that are not given twice.

        They need not be asked of one by one: no `knows` is true of them, and `completed` leaves them as they are.
        """
        ...

    def put(self, reading: Reading, *, at: datetime) -> Outcome:
        """Write a document with all that was read in it, in one transaction.

        A document whose name stands in the case with another text supersedes it: the older text stays, what was read
        in it goes. The same text under several names is one document, which carries the first of its names in the
        order of the alphabet; what one input leaves unknown of it is filled from the others. A reading that knew less
        than the one that stands does not replace it. Putting the same reading twice changes nothing, and what did not
        change keeps its id. Raises InvalidRecord when a sentence lies past the end of the text.
        """
        ...

    def put_all(self, readings: "Sequence[Reading | ReadingRows]", *, at: datetime) -> list[Outcome]:
        """Put readings in the order given, all in one transaction: as `put` for each of them, and faster.

        The rows of a reading may be worked out before, by `store.reading_rows.rows_of`: in another process, too.
        """
        ...

    def stage(self) -> "Stage":
        """Room for readings of documents that are new, see `new_among`, which are written many at once, and faster."""
        ...

    def reject(self, rejection: Rejection, *, at: datetime) -> None:
        """Keep a rejection; the same one twice is kept once."""
        ...

    def drop_readings(self) -> None:
        """Drop all that was derived. Documents and rejections stay, and no document counts as read."""
        ...

    def documents(self) -> Iterator[Document]:
        """The current documents, by publication (unknown last), then name."""
        ...

    def document(self, name_or_id: str) -> Document:
        """The current document of that name, or the document, current or not, of that id.

        Raises UnknownDocument, with the nearest names.
        """
        ...

    def text(self, document: DocumentId) -> str:
        """The text of a document by its id alone, faster than `document`. Raises UnknownDocument."""
        ...

    def texts(self, documents: Collection[DocumentId]) -> dict[DocumentId, str]:
        """The texts of these documents; of those that the case does not hold, none."""
        ...

    def pages(self, documents: Iterable[DocumentId]) -> dict[DocumentId, tuple[Document, tuple[Span, ...]]]:
        """Those of these documents that there are, current or not, each with its sentences in order."""
        ...

    def skipped(self) -> Iterator[tuple[Document, str]]:
        """The current documents that were kept unread, with the reason, in the order of `documents`."""
        ...

    def files_known(self, marks: Collection[str]) -> set[str]:
        """Which of these are the SHA-256 of a whole file that the case holds, or the place of a rejected one."""
        ...

    def rejections(self) -> Iterator[Rejection]:
        """The rejections, by place."""
        ...

    def sentences(self, document: DocumentId) -> tuple[Span, ...]:
        """The sentences of a document, in order."""
        ...

    def entities(self, document: DocumentId | None = None) -> Iterator[Entity]:
        """The entities of one document, or of all current documents by name, in order of appearance."""
        ...

    def entity(self, entity: EntityId) -> Entity:
        """One entity. Raises UnknownEntity."""
        ...

    def identity(self, entity: EntityId) -> EntityId:
        """The id of the thing that an entity is, once settled: the smallest of its entities' ids.

        An entity that is not settled is a thing by itself. Raises UnknownEntity.
        """
        ...

    def thing(self, entity: EntityId) -> Identity:
        """The thing that an entity is. Raises UnknownEntity when there is none, or when it is not settled."""
        ...

    def things(self) -> Iterator[Identity]:
        """All things, those in most documents first, then by caption and id."""
        ...

    def all_places(self) -> Mapping[EntityId, bool]:
        """All countries, towns and other places, and whether each is a country."""
        ...

    def things_named(self, name: str) -> Iterator[Identity]:
        """The things of which a name holds the words of this one in a row, or of which an entity has this id, by id."""
        ...

    def mentions(self, document: DocumentId | None = None) -> Iterator[Mention]:
        """The mentions of one document, or of all current documents by name, in order of appearance."""
        ...

    def statements(self, wanted: Filter) -> Iterator[Statement]:
        """The statements of current documents that pass the filter, by time (unknown last), document name and span.

        `who` finds whole words of the name of a filler or speaker, or of any name that its identity carries in any
        document. Raises UnknownDocument or UnknownChannel when the filter names one that does not exist.
        """
        ...

    def claims(self, wanted: Filter) -> Iterator[Claim]:
        """The claims of which some evidence passes the filter, by time (unknown last), then by id.

        `since`, `until` and `least_confidence` are held against the claim, all else against its evidence. Rejected
        claims are left out unless `rejected` is wanted.
        """
        ...

    def joinings(self, wanted: Filter | Query, *, of: Collection[EntityId] = (), least: int = 1) -> Iterator[Joining]:
        """As much of the claims that pass as makes the edges of a network, in no order that tells anything.

        Only kinds that join: see `analysis.networks.edges.JOINING`. With things in `of` only the claims in which so
        many of them at `least` take part.
        """
        ...

    def walk(self, wanted: Filter, places: Places) -> AbstractContextManager[Walk]:
        """The network of the claims that pass, to be walked: of the rest nothing is read."""
        ...

    def claim(self, claim: ClaimId) -> Claim:
        """One claim; where the id is of before a correction, as it is corrected. Raises UnknownClaim."""
        ...

    def claims_by_id(self, ids: Iterable[ClaimId]) -> dict[ClaimId, Claim]:
        """The claims of these ids, those that there are: cheaper than one after the other."""
        ...

    def evidence(self, ids: Iterable[StatementId]) -> dict[StatementId, Statement]:
        """The statements of these ids that the case holds, corrected ones and those they correct included."""
        ...

    def bare_evidence(self, ids: Iterable[StatementId]) -> dict[StatementId, Statement]:
        """The same without who fills their roles, who speaks and where: cheaper, for what they say and when."""
        ...

    def reading(self, document: DocumentId) -> Reading | None:
        """What was read in a current document, with what persons state in it and without what they corrected.

        None when there is no such document.
        """
        ...

    def remove(self, name_or_id: str) -> Document:
        """Take a document out of the case under all its names, with all that was read in it. Judgements stay.

        Raises UnknownDocument.
        """
        ...

    def enter(self, register: Register, *, at: datetime) -> bool:
        """Keep a register in the place of the one of its name; tell whether that changed anything."""
        ...

    def registers(self) -> Iterator[Register]:
        """The registers that have been entered, by name."""
        ...

    def drop_rows(self, register: str, *, file: str, member: str | None, kept: Container[str]) -> int:
        """Take out the rows of a register that its table no longer has; give their number.

        They are the current documents of that register from a file of that name (without folders) and that member of
        it (a sheet), under names that are not `kept`.
        """
        ...

    def unread_prose(self) -> dict[str, int]:
        """How many rows of each register were read by their cells alone, by its name; none that has no such row."""
        ...

    def rows_of_unread_prose(self, *, after: Document | None = None, limit: int = 1) -> list[Document]:
        """Such rows in an order of their own: the first, or those that follow one."""
        ...

    def is_read_whole(self, document: DocumentId) -> bool:
        """Whether a reading of the document stands that leaves no prose to be read."""
        ...

    def search(self, words: str, *, limit: int = 50) -> Iterator[SentenceHit]:
        """Sentences that hold all the words, best first, without case or accents. "Quoted words" stand together.

        No word at all finds nothing.
        """
        ...

    def counts(self) -> Counts:
        """How much the case holds."""
        ...

    def count_statements(self) -> dict[Kind, int]:
        """How many statements of each kind the case holds, 0 included; of one that was corrected, the correction."""
        ...

    def kept_answer(self, question: str, state: str) -> bytes | None:
        """The answer to a question in a state of the case, the program and the day; None if none is kept."""
        ...

    def last_answer(self, question: str) -> tuple[str, int, bytes] | None:
        """The last answer kept to a question, of whatever state: the state, after how many changes, the answer."""
        ...

    def keep_answer(self, question: str, state: str, answer: bytes, *, changed: int) -> None:
        """Keep an answer that took long, of the case after so many changes, in place of older ones to its question.

        Nothing is kept of a case that has changed since or is not settled. A case keeps some 64 MiB, the newest.
        """
        ...

    def close(self) -> None:
        """Release the file. A closed case cannot be used; closing it twice does no harm."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
