"""Rows as the driver gives them: of the millions that settling reads, to wrap each takes longer than to read it.

Texts are as the database holds them: see `schema.as_stored`.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection


def bare_rows(connection: Connection, query: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, in the transaction of a connection."""
    return bare_connection(connection).execute(query, values)


def bare_connection(connection: Connection) -> sqlite3.Connection:
    """The connection of the driver."""
    bare = connection.connection.driver_connection
    assert isinstance(bare, sqlite3.Connection)  # noqa: S101  # a case is a file of SQLite
    return bare
