"""Writing what was read in a document, as a difference to what stands: what did not change is not touched."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from palanca.records import DocumentId, Span
from palanca.store.reading_rows import ReadingRows
from palanca.store.rows import Fields, Value
from palanca.store.schema import (
    DERIVED,
    as_stored,
    entities,
    entity_names,
    entity_signs,
    profiles,
    readings,
    sentences,
    sign_blocks,
    statement_contexts,
    statement_roles,
    statements,
    storable,
)
from palanca.store.settling import drop_settled
from palanca.store.thing_rows import profile_of, sign_block_rows, sign_pairs
from palanca.store.waiting import touch

type Key = tuple[Value, ...]

_SIGN = "INSERT OR IGNORE INTO entity_signs (sign, entity) VALUES (?, ?)"
_UNSIGN = "DELETE FROM entity_signs WHERE sign = ? AND entity = ?"
_BLOCK = "INSERT OR IGNORE INTO sign_blocks (block, sign) VALUES (?, ?)"
_UNBLOCK = "DELETE FROM sign_blocks WHERE block = ? AND sign = ?"
_PARENTS: Mapping[Table, tuple[Column[str], Table]] = {
    entity_names: (entity_names.c.entity, entities),
    profiles: (profiles.c.entity, entities),
    statement_contexts: (statement_contexts.c.statement, statements),
    statement_roles: (statement_roles.c.statement, statements),
}
_PLACE = 'INSERT INTO sentences ("key", document, start, "end") VALUES (?, ?, ?, ?)'
_INDEX = "INSERT INTO sentences_fts (rowid, text) VALUES (?, ?)"
_UNPLACE = 'DELETE FROM sentences WHERE "key" = ?'
_SENTENCES_OF = text(
    'SELECT "key", document, start, "end" FROM sentences WHERE document IN (SELECT value FROM json_each(:documents))'
)
_UNINDEX = text("INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', :key, :words)")
_UNINDEX_ALL = text("INSERT INTO sentences_fts (sentences_fts) VALUES ('delete-all')")


def write_derived(connection: Connection, reading: ReadingRows) -> bool:
    """Make the derived rows of a document those of `reading`; tell whether any row changed."""
    document = reading.id
    changed = write_sentences(connection, document, reading.document.text, reading.sentences)
    drop_signs(connection, document)
    wanted = reading.fields()
    differences = [(table, _Difference(connection, table, document, wanted[table])) for table in DERIVED]
    for _, difference in reversed(differences):  # children go before their parents and come after them
        difference.delete(connection)
    for _, difference in differences:
        difference.write(connection)
    write_signs(connection, reading.signs)
    touch(connection, document)
    return changed or any(difference.found for _, difference in differences)


def drop_derived(connection: Connection, document: DocumentId, words: str) -> None:
    """Drop what was read in one document, whose text is `words`."""
    touch(connection, document)
    write_sentences(connection, document, words, ())
    drop_signs(connection, document)
    for table in (*reversed(DERIVED), readings):
        connection.execute(delete(table).where(_is_of(table, document)))


def drop_all_derived(connection: Connection) -> None:
    """Drop what was read in any document, and what was settled from it."""
    drop_settled(connection)
    connection.execute(_UNINDEX_ALL)
    for table in (*reversed(DERIVED), entity_signs, sign_blocks, sentences, readings):
        connection.execute(delete(table))


def write_sentences(connection: Connection, document: DocumentId, words: str, spans: Iterable[Span]) -> bool:
    """Make the sentences of a document, and their full-text index, those at `spans`; tell whether any changed."""
    rows = connection.execute(select(sentences).where(sentences.c.document == document)).all()
    old = {Span(row.start, row.end): row.key for row in rows}
    new = dict.fromkeys(spans)
    gone = [(key, span.of(words)) for span, key in old.items() if span not in new]
    _unindex(connection, gone)
    come = [span for span in new if span not in old]
    index_sentences(connection, [(document, words, come)])
    return bool(gone or come)


def unindex_sentences(connection: Connection, given: Iterable[tuple[DocumentId, str, Iterable[Span]]]) -> None:
    """Take sentences from documents, each with its text, and their words from the index."""
    wanted = {(document, span.start, span.end): span.of(words) for document, words, spans in given for span in spans}
    asked = json.dumps(sorted({document for document, _, _ in wanted}))
    rows = connection.execute(_SENTENCES_OF, {"documents": asked}).all()
    _unindex(connection, [(key, wanted[place]) for key, *rest in rows if (place := tuple(rest)) in wanted])


def _unindex(connection: Connection, gone: Sequence[tuple[int, str]]) -> None:
    if gone:
        connection.execute(_UNINDEX, [{"key": key, "words": storable(words)} for key, words in gone])
        connection.exec_driver_sql(_UNPLACE, [(key,) for key, _ in gone])


def index_sentences(connection: Connection, given: Iterable[tuple[DocumentId, str, Iterable[Span]]]) -> None:
    """Add sentences of documents, each with its text, and index their words."""
    first = (connection.execute(select(func.max(sentences.c.key))).scalar() or 0) + 1
    told = [(document, words, span) for document, words, spans in given for span in dict.fromkeys(spans)]
    if told:
        come = list(enumerate(told, start=first))
        connection.exec_driver_sql(_PLACE, [(key, doc, span.start, span.end) for key, (doc, _, span) in come])
        connection.exec_driver_sql(_INDEX, [(key, storable(span.of(text))) for key, (_, text, span) in come])


def write_signs(connection: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Give entities signs, and these their blocks. In order of both, so that each page of them is written to once."""
    if ordered := sorted(pairs):
        connection.exec_driver_sql(_SIGN, ordered)
        write_blocks(connection, {sign for sign, _ in ordered})


def write_blocks(connection: Connection, signs: Iterable[str]) -> None:
    """Let signs stand in their blocks."""
    if rows := sorted(sign_block_rows(signs)):
        connection.exec_driver_sql(_BLOCK, rows)


def drop_signs(connection: Connection, document: DocumentId) -> None:
    """Take from the entities of a document the signs that their profiles give, as these stand."""
    shown = connection.execute(select(profiles).where(_is_of(profiles, document))).all()
    if pairs := sorted(sign_pairs(map(profile_of, shown))):
        connection.exec_driver_sql(_UNSIGN, pairs)
        _drop_blocks(connection, {sign for sign, _ in pairs})


def _drop_blocks(connection: Connection, signs: Collection[str]) -> None:
    """Take the signs that nothing has any more out of their blocks."""
    borne = select(entity_signs.c.sign).where(entity_signs.c.sign == bindparam("sign")).limit(1)
    lost = [sign for sign in signs if connection.execute(borne, {"sign": as_stored(sign)}).first() is None]
    if rows := sorted(sign_block_rows(lost)):
        connection.exec_driver_sql(_UNBLOCK, rows)


def _is_of(table: Table, document: DocumentId) -> ColumnElement[bool]:
    """Whether a row of a derived table is of the document; a child of entities or statements is where its parent is."""
    if table not in _PARENTS:
        return table.c.document == document
    key, parent = _PARENTS[table]
    return key.in_(select(parent.c.id).where(parent.c.document == document))


class _Difference:
    """What to do to the rows of one document in one table so that they become those wanted."""

    def __init__(self, connection: Connection, table: Table, document: DocumentId, wanted: Iterable[Fields]) -> None:
        self._table = table
        self._key = tuple(column.name for column in table.primary_key)
        old = self._keyed(
            dict(row._mapping)  # noqa: SLF001  # the public name of this attribute of SQLAlchemy
            for row in connection.execute(select(table).where(_is_of(table, document)))
        )
        new = self._keyed(wanted)
        self._gone = [key for key in old if key not in new]
        self._come = [row for key, row in new.items() if key not in old]
        self._other = [row for key, row in new.items() if key in old and row != old[key]]

    @property
    def found(self) -> bool:
        """Whether there is anything to do."""
        return bool(self._gone or self._come or self._other)

    def delete(self, connection: Connection) -> None:
        """Delete the rows that are not wanted any more."""
        if self._gone:
            names = [f"key_{name}" for name in self._key]
            rows = [dict(zip(names, key, strict=True)) for key in self._gone]
            connection.execute(delete(self._table).where(self._is_keyed()), rows)

    def write(self, connection: Connection) -> None:
        """Insert the new rows and change those whose key stays."""
        if self._come:
            connection.execute(insert(self._table), self._come)
        for row in self._other:
            bound = {f"key_{name}": row[name] for name in self._key}
            connection.execute(update(self._table).where(self._is_keyed()).values(row), bound)

    def _keyed(self, rows: Iterable[Fields]) -> dict[Key, Fields]:
        """By primary key; of two rows with the same key the first counts."""
        keyed: dict[Key, Fields] = {}
        for row in rows:
            keyed.setdefault(tuple(row[name] for name in self._key), row)
        return keyed

    def _is_keyed(self) -> ColumnElement[bool]:
        return and_(*(self._table.c[name] == bindparam(f"key_{name}") for name in self._key))
