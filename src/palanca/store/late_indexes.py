"""Indexes that a long table goes without on its way into a small case, and that are made behind it.

Each is by another key than its table is written: row by row it would be one more place all over the file to be read and
written again with every merge. They go in the transaction of the first merge. That they are missing is all that tells
of it: when the program is killed, whoever opens the case next makes them.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

INDEXES: Mapping[str, str] = {
    "documents_name": "documents (name)",
    "documents_published": "documents (published_day) WHERE current = 1",
    "documents_outlet": "documents (outlet, published_day, name) WHERE current = 1",
    "entities_document": "entities (document)",
    "statements_document": "statements (document, start)",
    "statements_kind": "statements (kind, category)",
    "statement_roles_entity": "statement_roles (entity)",
}
"""What each is on, as the steps of `migrations` made them."""

# How rows are spread in a large case goes with the index, see `migrations`.
_SPREAD: Mapping[str, tuple[str, str]] = {"statement_roles_entity": ("statement_roles", "2500000 10")}
_NAMED = f"SELECT name FROM sqlite_schema WHERE name IN ({', '.join('?' * len(INDEXES))})"  # noqa: S608  # question marks
_SORTING_KIB = 64 * 1024


def leave_out(connection: sqlite3.Connection) -> None:
    """Drop them, in the transaction of `connection`."""
    for name in INDEXES:
        connection.execute(f"DROP INDEX IF EXISTS {name}")


def make_missing(path: Path, *, wait_s: float) -> None:
    """Make those that are missing, one after another. Raises sqlite3.OperationalError while another program writes."""
    with closing(sqlite3.connect(path, timeout=wait_s, isolation_level=None)) as connection:
        there = {name for (name,) in connection.execute(_NAMED, tuple(INDEXES))}
        if len(there) == len(INDEXES):
            return
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_SORTING_KIB}")
        for name in INDEXES:
            if name not in there:
                _make(connection, name)


def make_unless_written(path: Path) -> None:
    """Make those that are missing, unless another program writes: that one makes them, or whoever opens next."""
    try:
        make_missing(path, wait_s=0)
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise


def _make(connection: sqlite3.Connection, name: str) -> None:
    """Make one, unless another program has made it meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchone():
            connection.execute(f"CREATE INDEX {name} ON {INDEXES[name]}")
            if name in _SPREAD:
                table, spread = _SPREAD[name]
                connection.execute("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", (table, name, spread))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
