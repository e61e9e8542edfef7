"""Putting many readings at once: those of documents that the case does not know need no comparing, only writing."""

import json
from collections.abc import Iterable, Sequence
from operator import itemgetter

from sqlalchemy import Connection, Table, TextClause, text

from palanca.records import Document
from palanca.store.derived import index_sentences, write_signs
from palanca.store.growing import grow, that_grow
from palanca.store.interface import Outcome
from palanca.store.originals import appearance_fields
from palanca.store.putting import put_reading
from palanca.store.reading_rows import ReadingRows, columns_of, stored
from palanca.store.rows import Fields, document_fields
from palanca.store.schema import DERIVED, appearances, as_stored, documents, readings, storable
from palanca.store.waiting import count_change, touch
from palanca.store.writing import insert_sorted

_KNOWN = text("SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(:wanted))")
_TAKEN = text("SELECT name FROM appearances WHERE current = 1 AND name IN (SELECT value FROM json_each(:wanted))")


def put_readings(connection: Connection, given: Sequence[ReadingRows], *, at: str) -> list[Outcome]:
    """Write readings in the transaction of `connection`, in order; what each of them did. `at` is ISO 8601."""
    new = new_among(connection, [reading.document for reading in given])
    growing = that_grow(connection, given)
    _write_new(connection, [reading for reading in given if reading.document.name in new], at)
    if growing:
        grow(connection, growing, at=at)
    return [
        Outcome.ADDED
        if one.document.name in new
        else Outcome.REREAD
        if one.id in growing
        else put_reading(connection, one, at=at)
        for one in given
    ]


def new_among(connection: Connection, given: Sequence[Document]) -> set[str]:
    """The names of documents of which neither the text nor the name is known, nor given twice."""
    ids = [document.id for document in given]
    names = [document.name for document in given]
    known = _there(connection, _KNOWN, ids)
    taken = _there(connection, _TAKEN, names)
    texts_twice, names_twice = _twice(ids), _twice(names)
    return {
        name
        for identifier, name in zip(ids, names, strict=True)
        if not (identifier in known or name in taken or identifier in texts_twice or name in names_twice)
    }


def _there(connection: Connection, asked: TextClause, values: Sequence[str]) -> set[str]:
    """Those of the values that are there: asked as one list, since thousands of single ones take longer to bind."""
    found = connection.execute(asked, {"wanted": json.dumps([storable(value) for value in values])}).scalars()
    return {as_stored(value) for value in found}


def _twice[Value](values: Sequence[Value]) -> set[Value]:
    seen: set[Value] = set()
    return {value for value in values if value in seen or seen.add(value)}  # type: ignore[func-returns-value]


def _write_new(connection: Connection, given: Sequence[ReadingRows], at: str) -> None:
    if not given:
        return
    _insert(connection, documents, (_document_row(one, at) for one in given))
    _insert(connection, appearances, (appearance_fields(one.document, one.id) for one in given))
    _insert(connection, readings, (one.known | {"document": one.id, "read_at": at} for one in given))
    index_sentences(connection, ((one.id, one.document.text, one.sentences) for one in given))
    for place, table in enumerate(DERIVED):
        insert_sorted(connection, table, [row for one in given for row in one.derived[place]])
    write_signs(connection, [pair for one in given for pair in one.signs])
    touch(connection, *(one.id for one in given))
    count_change(connection)


def _document_row(reading: ReadingRows, at: str) -> Fields:
    fixed: Fields = {"id": reading.id, "text": reading.document.text, "current": 1, "added_at": at}
    return fixed | document_fields(reading.document)


def _insert(connection: Connection, table: Table, rows: Iterable[Fields]) -> None:
    values = itemgetter(*columns_of(table))
    insert_sorted(connection, table, [stored(values(row)) for row in rows])
