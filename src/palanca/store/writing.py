"""Inserting many rows, past SQLAlchemy: looking at the type of each value again takes longer than writing it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import batched
from operator import itemgetter
from typing import Literal

from sqlalchemy import Connection, Table

from palanca.store.reading_rows import columns_of, stored
from palanca.store.rows import StoredRow, Value

type Verb = Literal["INSERT", "INSERT OR IGNORE", "INSERT OR REPLACE"]

_ROWS_AT_ONCE = 4_096
_FIRST = itemgetter(0)


def insert_fields(connection: Connection, table: Table, rows: Iterable[Mapping[str, Value]]) -> None:
    """Insert rows by column, some thousands in memory at a time."""
    values = itemgetter(*columns_of(table))
    for batch in batched(rows, _ROWS_AT_ONCE):
        insert_stored(connection, table, [stored(values(row)) for row in batch])


def insert_stored(connection: Connection, table: Table, rows: Sequence[StoredRow], verb: Verb = "INSERT") -> None:
    """Insert rows as the database holds them."""
    if rows:
        connection.exec_driver_sql(_insertion(table, verb), rows)


def insert_sorted(connection: Connection, table: Table, rows: Iterable[StoredRow]) -> None:
    """Rows of which one has the key of an earlier one are left out, as they are where documents are put one by one.

    They go in order of their ids, which are hashes: so each page of a large index is looked up once, and not at random.
    """
    insert_stored(connection, table, sorted(rows, key=_FIRST), "INSERT OR IGNORE")


@cache
def _insertion(table: Table, verb: Verb) -> str:
    names = ", ".join(f'"{name}"' for name in columns_of(table))
    return f"{verb} INTO {table.name} ({names}) VALUES ({', '.join('?' * len(table.columns))})"
