"""Readings of new documents packed as an image of a small SQLite database: made in any process, taken in by `staging`.

Its tables are called and laid out as those of a case, without keys and indexes. What is known only when they go into
the case is left out: when that was, and the keys of sentences, which have their words in that place. So are the
appearances: of a new document there is one, of which the same is known.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import batched, chain
from operator import itemgetter

from sqlalchemy import Table

from palanca.records import Reading
from palanca.store.reading_rows import columns_of, derived_rows, reading_fields, stored
from palanca.store.rows import Fields, StoredRow, document_fields
from palanca.store.schema import DERIVED, documents, entity_signs, readings, sentences, storable

STAMPS: Mapping[Table, str] = {documents: "added_at", readings: "read_at"}
"""The columns that tell when a row was written."""

_ROWS_IN_STATEMENT = 16
WORDS = "words"
PACKED: Mapping[Table, tuple[str, ...]] = {
    table: tuple(name for name in columns_of(table) if name != STAMPS.get(table))
    for table in (documents, readings, *DERIVED, entity_signs)
} | {sentences: ("document", "start", "end", WORDS)}
"""The columns of each table of an image, parents before their children."""


def pack(given: Sequence[Reading]) -> bytes:
    """Pack readings, in order. Raises InvalidRecord when a part of one is of another document."""
    image = sqlite3.connect(":memory:", isolation_level=None)
    try:
        lay_out(image, "main")
        image.execute("BEGIN")
        for table, rows in _rows_by_table(given).items():
            _insert(image, table, rows)
        image.execute("COMMIT")
        return image.serialize()
    finally:
        image.close()


def lay_out(connection: sqlite3.Connection, where: str) -> None:
    """Make the tables of an image in the database `where` of a connection."""
    for table, columns in PACKED.items():
        connection.execute(f"CREATE TABLE {where}.{table.name} ({quoted(columns)})")


def quoted(columns: Iterable[str]) -> str:
    """Names of columns as SQL writes them: some are words of it."""
    return ", ".join(f'"{name}"' for name in columns)


def _insert(image: sqlite3.Connection, table: Table, given: Iterable[StoredRow]) -> None:
    """Several rows with each statement: to run one takes longer than to bind its values."""
    rows = list(given)
    together = len(rows) - len(rows) % _ROWS_IN_STATEMENT
    values, width = list(chain.from_iterable(rows)), len(PACKED[table])
    several = batched(values[: together * width], _ROWS_IN_STATEMENT * width)
    image.executemany(_insertion(table, _ROWS_IN_STATEMENT), several)
    image.executemany(_insertion(table, 1), rows[together:])


@cache
def _insertion(table: Table, rows: int) -> str:
    columns = PACKED[table]
    one = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table.name} ({quoted(columns)}) VALUES {', '.join([one] * rows)}"  # noqa: S608


def _rows_by_table(given: Sequence[Reading]) -> Mapping[Table, Iterable[StoredRow]]:
    derived = derived_rows(given)
    return {
        documents: _values(documents, map(_document_fields, given)),
        readings: _values(readings, (reading_fields(one) | {"document": one.document.id} for one in given)),
        **derived.rows,
        sentences: chain.from_iterable(map(_sentence_rows, given)),
        entity_signs: derived.signs,
    }


def _values(table: Table, rows: Iterable[Fields]) -> list[StoredRow]:
    values = itemgetter(*PACKED[table])
    return [stored(values(row)) for row in rows]


def _document_fields(reading: Reading) -> Fields:
    document = reading.document
    fixed: Fields = {"id": document.id, "text": document.text, "current": 1}
    return fixed | document_fields(document)


def _sentence_rows(reading: Reading) -> Iterable[StoredRow]:
    document, text = reading.document.id, reading.document.text
    return [(document, span.start, span.end, storable(span.of(text))) for span in dict.fromkeys(reading.sentences)]
