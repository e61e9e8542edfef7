"""Readings of new documents packed as an image of a small SQLite database: made in any process, taken in by `staging`.

Its tables are called and laid out as those of a case, without keys and indexes. What is known only when they go into
the case is left out: when that was, and the keys of sentences, which have their words in that place.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import batched, chain
from operator import itemgetter

from sqlalchemy import Table

from palanca.records import Reading
from palanca.store.reading_rows import ReadingRows, columns_of, rows_of, stored
from palanca.store.rows import Fields, StoredRow, document_fields
from palanca.store.schema import DERIVED, appearances, documents, entity_signs, readings, sentences, storable

STAMPS: Mapping[Table, str] = {documents: "added_at", readings: "read_at"}
"""The columns that tell when a row was written."""

_ROWS_IN_STATEMENT = 16
WORDS = "words"
PACKED: Mapping[Table, tuple[str, ...]] = {
    table: tuple(name for name in columns_of(table) if name != STAMPS.get(table))
    for table in (documents, appearances, readings, *DERIVED, entity_signs)
} | {sentences: ("document", "start", "end", WORDS)}
"""The columns of each table of an image, parents before their children."""


def pack(given: Iterable[Reading]) -> bytes:
    """Pack readings, in order."""
    together = [rows_of(reading) for reading in given]
    image = sqlite3.connect(":memory:", isolation_level=None)
    try:
        lay_out(image, "main")
        image.execute("BEGIN")
        for table, rows in _rows_by_table(together).items():
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


def _insert(image: sqlite3.Connection, table: Table, rows: Sequence[StoredRow]) -> None:
    """Several rows with each statement: to run one takes longer than to bind its values."""
    together = len(rows) - len(rows) % _ROWS_IN_STATEMENT
    several = batched(rows[:together], _ROWS_IN_STATEMENT)
    image.executemany(_insertion(table, _ROWS_IN_STATEMENT), (tuple(chain.from_iterable(some)) for some in several))
    image.executemany(_insertion(table, 1), rows[together:])


@cache
def _insertion(table: Table, rows: int) -> str:
    columns = PACKED[table]
    one = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table.name} ({quoted(columns)}) VALUES {', '.join([one] * rows)}"  # noqa: S608


def _rows_by_table(given: Sequence[ReadingRows]) -> Mapping[Table, Sequence[StoredRow]]:
    described = [_document_fields(one) for one in given]  # what is known of an appearance is known of its document
    rows: dict[Table, Sequence[StoredRow]] = {
        documents: _values(documents, described),
        appearances: _values(appearances, ({"document": one["id"]} | one for one in described)),
        readings: _values(readings, (one.known | {"document": one.id} for one in given)),
        sentences: [row for one in given for row in _sentence_rows(one)],
        entity_signs: [pair for one in given for pair in one.signs],
    }
    for place, table in enumerate(DERIVED):
        rows[table] = list(chain.from_iterable(one.derived[place] for one in given))
    return rows


def _values(table: Table, rows: Iterable[Fields]) -> list[StoredRow]:
    values = itemgetter(*PACKED[table])
    return [stored(values(row)) for row in rows]


def _document_fields(reading: ReadingRows) -> Fields:
    fixed: Fields = {"id": reading.id, "text": reading.document.text, "current": 1}
    return fixed | document_fields(reading.document)


def _sentence_rows(reading: ReadingRows) -> Iterable[StoredRow]:
    text = reading.document.text
    for span in dict.fromkeys(reading.sentences):
        yield reading.id, span.start, span.end, storable(span.of(text))
