"""A case as one SQLite file."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, override

from sqlalchemy import ColumnElement, Connection, Select
from sqlalchemy.dialects.sqlite import insert

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
from palanca.records.errors import CaseError
from palanca.records.query import Query
from palanca.store import asking, kept_answers, knowing, walking
from palanca.store.bulk import new_among, put_readings
from palanca.store.derived import drop_all_derived
from palanca.store.faults import told_as_case_errors
from palanca.store.filtering import Channels, claims_passing, claims_wanted, lexicon_channels, statements_wanted
from palanca.store.finding import claims_in_order
from palanca.store.interface import Case, Counts, Outcome, SentenceHit
from palanca.store.joining import about, joinings
from palanca.store.looking import Looking
from palanca.store.opening import open_engine, writing
from palanca.store.originals import adds_nothing, completed
from palanca.store.putting import is_read, put_reading, remove_document
from palanca.store.querying import ids_passing
from palanca.store.reading_rows import ReadingRows, rows_of
from palanca.store.registers import all_registers, drop_rows, enter_register
from palanca.store.rows import origin_fields
from palanca.store.schema import rejections
from palanca.store.sqlite_ledger import SqliteLedger
from palanca.store.sqlite_questions import SqliteQuestions
from palanca.store.sqlite_scrutiny import SqliteScrutiny
from palanca.store.sqlite_settling import SqliteSettling
from palanca.store.staging import Stage
from palanca.store.tallying import Acting
from palanca.store.unread_prose import count_unread_prose, is_read_whole, rows_of_unread_prose
from palanca.store.walks import Places, Walk


class SqliteCase(SqliteQuestions, SqliteSettling, SqliteLedger, SqliteScrutiny, Case):
    """The store of one case, in one file in WAL mode: one program writes at a time, any number read meanwhile.

    Make one with `open_case`. Threads may share one; each process opens its own.
    """

    def __init__(
        self,
        path: Path,
        *,
        create: bool = False,
        settled_elsewhere: bool = False,
        channels: Channels = lexicon_channels,
    ) -> None:
        self.path = path
        self.settled_elsewhere = settled_elsewhere
        self._channels = channels
        self._engine = open_engine(path, create=create)
        self._is_open = True
        self._looking = Looking()
        self._acting = Acting()

    @override
    def __enter__(self) -> Self:
        return self

    @override
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @override
    def close(self) -> None:
        self._is_open = False
        self._engine.dispose()

    @override
    def completed(self, document: Document) -> Document:
        with self._reading() as connection:
            return completed(connection, document)

    @override
    def knows(self, document: Document, version: str) -> bool:
        with self._reading() as connection:
            return is_read(connection, document.id, version) and adds_nothing(connection, document)

    @override
    def new_among(self, documents: Sequence[Document]) -> set[str]:
        with self._reading() as connection:
            return new_among(connection, documents)

    @override
    def put(self, reading: Reading, *, at: datetime) -> Outcome:
        with self._writing() as connection:
            return put_reading(connection, rows_of(reading), at=_stamp(at))

    @override
    def put_all(self, readings: Sequence[Reading | ReadingRows], *, at: datetime) -> list[Outcome]:
        worked_out = [one if isinstance(one, ReadingRows) else rows_of(one) for one in readings]
        with self._writing() as connection:
            return put_readings(connection, worked_out, at=_stamp(at))

    @override
    def stage(self) -> Stage:
        self._check_open()
        return Stage(self.path)

    @override
    def reject(self, rejection: Rejection, *, at: datetime) -> None:
        row = {"id": rejection.id, "reason": rejection.reason, "rejected_at": _stamp(at)}
        once = insert(rejections).values(row | origin_fields(rejection.origin)).on_conflict_do_nothing()
        with self._writing() as connection:
            connection.execute(once)

    @override
    def drop_readings(self) -> None:
        with self._writing() as connection:
            drop_all_derived(connection)

    @override
    def documents(self) -> Iterator[Document]:
        with self._reading() as connection:
            yield from asking.current_documents(connection)

    @override
    def document(self, name_or_id: str) -> Document:
        with self._reading() as connection:
            return asking.find_document(connection, name_or_id)

    @override
    def text(self, document: DocumentId) -> str:
        with self._reading() as connection:
            return asking.text_of(connection, document)

    @override
    def texts(self, documents: Collection[DocumentId]) -> dict[DocumentId, str]:
        with self._reading() as connection:
            return asking.texts_of(connection, documents)

    @override
    def pages(self, documents: Iterable[DocumentId]) -> dict[DocumentId, tuple[Document, tuple[Span, ...]]]:
        with self._reading() as connection:
            return asking.pages_of(connection, documents)

    @override
    def skipped(self) -> Iterator[tuple[Document, str]]:
        with self._reading() as connection:
            yield from asking.skipped_documents(connection)

    @override
    def files_known(self, marks: Collection[str]) -> set[str]:
        with self._reading() as connection:
            return asking.files_known(connection, marks)

    @override
    def rejections(self) -> Iterator[Rejection]:
        with self._reading() as connection:
            yield from asking.all_rejections(connection)

    @override
    def sentences(self, document: DocumentId) -> tuple[Span, ...]:
        with self._reading() as connection:
            return asking.sentences_of(connection, document)

    @override
    def entities(self, document: DocumentId | None = None) -> Iterator[Entity]:
        with self._reading() as connection:
            yield from asking.entities_of(connection, document)

    @override
    def entity(self, entity: EntityId) -> Entity:
        with self._reading() as connection:
            return asking.find_entity(connection, entity)

    @override
    def identity(self, entity: EntityId) -> EntityId:
        with self._reading() as connection:
            return knowing.identity_id(connection, entity)

    @override
    def thing(self, entity: EntityId) -> Identity:
        with self._reading() as connection:
            return knowing.find_thing(connection, entity)

    @override
    def things(self) -> Iterator[Identity]:
        with self._reading() as connection:
            yield from knowing.all_things(connection)

    @override
    def all_places(self) -> Mapping[EntityId, bool]:
        with self._reading() as connection:
            return knowing.all_places(connection)

    @override
    def things_named(self, name: str) -> Iterator[Identity]:
        with self._reading() as connection:
            yield from knowing.things_named(connection, name)

    @override
    def mentions(self, document: DocumentId | None = None) -> Iterator[Mention]:
        with self._reading() as connection:
            yield from asking.mentions_of(connection, document)

    @override
    def statements(self, wanted: Filter) -> Iterator[Statement]:
        with self._reading() as connection:
            document = self._document(connection, wanted)
            query = statements_wanted(wanted, document=document, channels=self._channels)
            yield from asking.statements_of(connection, query)

    @override
    def claims(self, wanted: Filter) -> Iterator[Claim]:
        with self._reading() as connection:
            yield from claims_in_order(connection, self._wanted(connection, wanted))

    @override
    def joinings(self, wanted: Filter | Query, *, of: Collection[EntityId] = (), least: int = 1) -> Iterator[Joining]:
        with self._reading() as connection:
            asked = self._wanted(connection, wanted) if isinstance(wanted, Filter) else ids_passing(wanted)
            yield from joinings(connection, about(asked, of, least) if of else asked)

    @override
    @contextmanager
    def walk(self, wanted: Filter, places: Places) -> Iterator[Walk]:
        with self._reading() as connection:

            def passing(wanted: Filter) -> ColumnElement[bool]:
                document = self._document(connection, wanted)
                return claims_passing(wanted, document=document, channels=self._channels)

            with walking.walk(connection, wanted, passing, places) as found:
                yield found

    def _document(self, connection: Connection, wanted: Filter) -> DocumentId | None:
        return asking.find_document(connection, wanted.document).id if wanted.document is not None else None

    def _wanted(self, connection: Connection, wanted: Filter) -> Select[str]:
        return claims_wanted(wanted, document=self._document(connection, wanted), channels=self._channels)

    @override
    def claim(self, claim: ClaimId) -> Claim:
        with self._reading() as connection:
            return knowing.find_claim(connection, claim)

    @override
    def claims_by_id(self, ids: Iterable[ClaimId]) -> dict[ClaimId, Claim]:
        with self._reading() as connection:
            return knowing.claims_by_id(connection, ids)

    @override
    def evidence(self, ids: Iterable[StatementId]) -> dict[StatementId, Statement]:
        with self._reading() as connection:
            return knowing.statements_by_id(connection, ids)

    @override
    def bare_evidence(self, ids: Iterable[StatementId]) -> dict[StatementId, Statement]:
        with self._reading() as connection:
            return knowing.bare_statements(connection, ids)

    @override
    def reading(self, document: DocumentId) -> Reading | None:
        with self._reading() as connection:
            return asking.reading_of(connection, document)

    @override
    def remove(self, name_or_id: str) -> Document:
        with self._writing() as connection:
            return remove_document(connection, name_or_id)

    @override
    def enter(self, register: Register, *, at: datetime) -> bool:
        with self._writing() as connection:
            return enter_register(connection, register, at=_stamp(at))

    @override
    def registers(self) -> Iterator[Register]:
        with self._reading() as connection:
            yield from all_registers(connection)

    @override
    def drop_rows(self, register: str, *, file: str, member: str | None, kept: Container[str]) -> int:
        with self._writing() as connection:
            return drop_rows(connection, register, file=file, member=member, kept=kept)

    @override
    def unread_prose(self) -> dict[str, int]:
        with self._reading() as connection:
            return count_unread_prose(connection)

    @override
    def rows_of_unread_prose(self, *, after: Document | None = None, limit: int = 1) -> list[Document]:
        place = (after.register or "", after.id) if after else ("", "")
        with self._reading() as connection:
            return rows_of_unread_prose(connection, place, limit)

    @override
    def is_read_whole(self, document: DocumentId) -> bool:
        with self._reading() as connection:
            return is_read_whole(connection, document)

    @override
    def search(self, words: str, *, limit: int = 50) -> Iterator[SentenceHit]:
        with self._reading() as connection:
            yield from asking.search_sentences(connection, words, limit)

    @override
    def counts(self) -> Counts:
        with self._reading() as connection:
            return asking.count_all(connection)

    @override
    def count_statements(self) -> dict[Kind, int]:
        with self._reading() as connection:
            return asking.count_statements(connection)

    @override
    def kept_answer(self, question: str, state: str) -> bytes | None:
        with self._reading() as connection:
            return kept_answers.kept(connection, question, state)

    @override
    def last_answer(self, question: str) -> tuple[str, int, bytes] | None:
        with self._reading() as connection:
            return kept_answers.kept_last(connection, question)

    @override
    def keep_answer(self, question: str, state: str, answer: bytes, *, changed: int) -> None:
        packed = kept_answers.pack(answer)
        with self._writing() as connection:
            kept_answers.keep(connection, question, state, packed, changed)

    @override
    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._check_open()
        with told_as_case_errors(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._check_open()
        with told_as_case_errors(self.path), writing(self._engine) as connection:
            yield connection

    def _check_open(self) -> None:
        if not self._is_open:
            raise CaseError(f"case {self.path} is closed: open it again")


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
