"""A case as one SQLite file."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, override

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from palanca.records import (
    Context,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Filter,
    Mention,
    Reading,
    Rejection,
    Span,
    Statement,
)
from palanca.records.errors import CaseError
from palanca.store import asking
from palanca.store.derived import drop_all_derived
from palanca.store.faults import told_as_case_errors
from palanca.store.filtering import Channels, statements_wanted
from palanca.store.interface import Case, Counts, Outcome, SentenceHit
from palanca.store.opening import open_engine, writing
from palanca.store.originals import adds_nothing, completed
from palanca.store.putting import is_read, put_reading
from palanca.store.rows import origin_fields
from palanca.store.schema import rejections


def _lexicon_channels() -> Mapping[str, Sequence[Context]]:
    from palanca.lexicon.channels import channels

    return {channel.name: channel.contexts for channel in channels()}


class SqliteCase(Case):
    """The store of one case, in one file in WAL mode: one program writes at a time, any number read meanwhile.

    Make one with `open_case`. Threads may share one; each process opens its own.
    """

    def __init__(self, path: Path, *, create: bool = False, channels: Channels = _lexicon_channels) -> None:
        self.path = path
        self._channels = channels
        self._engine = open_engine(path, create=create)
        self._is_open = True

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
    def put(self, reading: Reading, *, at: datetime) -> Outcome:
        with self._writing() as connection:
            return put_reading(connection, reading, at=_stamp(at))

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
    def skipped(self) -> Iterator[tuple[Document, str]]:
        with self._reading() as connection:
            yield from asking.skipped_documents(connection)

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
    def identity(self, entity: EntityId) -> str:
        with self._reading() as connection:
            return asking.identity_of(connection, entity)

    @override
    def mentions(self, document: DocumentId | None = None) -> Iterator[Mention]:
        with self._reading() as connection:
            yield from asking.mentions_of(connection, document)

    @override
    def statements(self, wanted: Filter) -> Iterator[Statement]:
        with self._reading() as connection:
            document = asking.find_document(connection, wanted.document).id if wanted.document is not None else None
            query = statements_wanted(wanted, document=document, channels=self._channels)
            yield from asking.statements_of(connection, query)

    @override
    def search(self, words: str, *, limit: int = 50) -> Iterator[SentenceHit]:
        with self._reading() as connection:
            yield from asking.search_sentences(connection, words, limit)

    @override
    def counts(self) -> Counts:
        with self._reading() as connection:
            return asking.count_all(connection)

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
