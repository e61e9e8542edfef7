"""A reading as the rows that a case keeps of it: worked out without the database, and so in any process."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Table

from palanca.identity import profiles_of
from palanca.records import Document, DocumentId, Entity, Mention, Reading, Span, Statement
from palanca.records.errors import InvalidRecord
from palanca.store.rows import Fields, StoredRow, Value, entity_name_rows, entity_rows, mention_rows, metadata_hash
from palanca.store.schema import (
    DERIVED,
    as_stored,
    entities,
    entity_names,
    mentions,
    profiles,
    statement_contexts,
    statement_roles,
    statements,
    storable,
)
from palanca.store.statement_rows import Identified, context_rows, role_rows, statement_rows
from palanca.store.thing_rows import profile_rows, sign_pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What the prose of a row adds to what was read in its cells alone.

    `text` is that of the row's document. `derived` has the new rows of each table of `DERIVED`, in that order; `shown`
    those profiles that change.
    """

    text: str
    derived: tuple[tuple[StoredRow, ...], ...]
    shown: tuple[StoredRow, ...]
    signs: tuple[tuple[str, str], ...]
    gone_sentences: tuple[Span, ...]
    new_sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRows:
    """What is written of one reading.

    `known` is its row of `readings`, without the document and when it was read. `derived` has the rows of each table
    of `DERIVED`, in that order: values in the order of its columns, as the database holds them. `signs` are pairs of
    a sign and an entity. `growth` tells what of it is new where the cells of the row were read before.
    """

    document: Document
    id: DocumentId
    known: Fields
    sentences: tuple[Span, ...]
    derived: tuple[tuple[StoredRow, ...], ...]
    signs: tuple[tuple[str, str], ...]
    growth: Growth | None = None

    @property
    def skipped(self) -> str | None:
        """Why the text was kept but not read, if so."""
        reason = self.known["skipped"]
        return None if reason is None else str(reason)

    def fields(self) -> Mapping[Table, Iterable[Fields]]:
        """The derived rows of every table by column, as they were before they were stored."""
        return {
            table: [_read_back(table, row) for row in rows] for table, rows in zip(DERIVED, self.derived, strict=True)
        }


@dataclass(frozen=True, slots=True)
class DerivedRows:
    """What readings derive: the rows of each table of `DERIVED`, and `signs`, as in `ReadingRows`."""

    rows: Mapping[Table, Iterable[StoredRow]]
    signs: Iterable[tuple[str, str]]


def rows_of(reading: Reading) -> ReadingRows:
    """The rows of a reading. Raises InvalidRecord when a part of it is of another document."""
    derived = derived_rows((reading,))
    return ReadingRows(
        document=reading.document,
        id=reading.document.id,
        known=reading_fields(reading),
        sentences=reading.sentences,
        derived=tuple(tuple(derived.rows[table]) for table in DERIVED),
        signs=tuple(derived.signs),
    )


def derived_rows(readings: Sequence[Reading]) -> DerivedRows:
    """What several readings derive, in order, each table made at once when it is asked for.

    Raises InvalidRecord when a part of one is of another document than that.
    """
    for reading in readings:
        _check_belonging(reading, reading.document.id)
    told = [Identified(statement.id, statement) for reading in readings for statement in reading.statements]
    shown = [profile for reading in readings for profile in profiles_of(reading.entities, reading.statements)]
    named = [entity for reading in readings for entity in reading.entities]
    rows: dict[Table, Iterable[StoredRow]] = {
        entities: chain.from_iterable(entity_rows(reading.entities) for reading in readings),
        entity_names: entity_name_rows(named),
        profiles: profile_rows(shown),
        mentions: mention_rows([mention for reading in readings for mention in reading.mentions]),
        statements: statement_rows(told),
        statement_contexts: context_rows(told),
        statement_roles: role_rows(told, {entity.id: entity.country for entity in named if entity.country}),
    }
    return DerivedRows(rows, sign_pairs(shown))


def columns_of(table: Table) -> tuple[str, ...]:
    """The names of a table's columns, in order."""
    return tuple(table.columns.keys())


def stored(row: Sequence[Value]) -> StoredRow:
    """Values as the database holds them: plain strings, which UTF-8 can write.

    Members of an enumeration are made plain here: SQLite's binding looks for an adapter of every subclass of `str`,
    which takes longer than the insertion.
    """
    return tuple(
        [
            value if value is None or type(value) is int or (type(value) is str and value.isascii()) else _plain(value)
            for value in row
        ]
    )


def _plain(value: Value) -> Value:
    return storable(str(value)) if isinstance(value, str) else value


def _read_back(table: Table, row: StoredRow) -> Fields:
    values = (as_stored(value) if isinstance(value, str) else value for value in row)
    return dict(zip(columns_of(table), values, strict=True))


def reading_fields(reading: Reading) -> Fields:
    """A row of `readings`, except the document and when it was read. Rows of registers are compared by no signature."""
    return {
        "version": reading.version,
        "metadata_hash": metadata_hash(reading.document),
        "skipped": reading.skipped,
        "signature": None if reading.document.register else _signature(reading.document.text),
        "unread_prose": reading.document.register if reading.prose_unread else None,
    }


def _signature(text: str) -> str:
    from palanca.claims.copies import signature

    return signature(text)


def _check_belonging(reading: Reading, document: DocumentId) -> None:
    everything: tuple[Entity | Mention | Statement, ...] = (*reading.entities, *reading.mentions, *reading.statements)
    for found in everything:
        if found.document is not document and found.document != document:
            raise InvalidRecord(
                f"{type(found).__name__.lower()} {found.id} of document {found.document} is in the reading of document "
                f"{document}: put it into the reading of its own document"
            )
