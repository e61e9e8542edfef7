"""Rows as the driver gives them: of the millions that settling reads, to wrap each takes longer than to read it.

Texts are as the database holds them: see `schema.as_stored`.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select


def bare_rows(connection: Connection, query: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, in the transaction of a connection."""
    return bare_connection(connection).execute(query, values)


def bare_connection(connection: Connection) -> sqlite3.Connection:
    """The connection of the driver."""
    bare = connection.connection.driver_connection
    assert isinstance(bare, sqlite3.Connection)  # noqa: S101  # a case is a file of SQLite
    return bare


def rows_of(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> Sequence[tuple[Any, ...]]:
    """All rows of a query."""
    cursor = connection.execute(wanted).cursor
    assert cursor is not None  # noqa: S101  # what is selected has rows
    return cursor.fetchall()


def columns_of(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> list[list[Any]]:
    """The values of each column of a query: narrow rows come so in half the time. No number among them has a point."""
    told = wanted.subquery()
    row = connection.execute(select(*map(func.json_group_array, told.c))).one()
    return list(map(json.loads, row))
