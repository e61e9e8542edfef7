"""The step to version 13: blocks are kept of names and not of all who bear them.

A step, once released, is never edited.
"""

from collections.abc import Iterable
from itertools import batched

from sqlalchemy import Connection

from palanca.store.thing_rows import profile_of, sign_block_rows, sign_pairs

_TABLES = (
    "DROP TABLE entity_blocks",
    "CREATE TABLE entity_signs (sign TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (sign, entity)) WITHOUT ROWID",
    "CREATE TABLE sign_blocks (block TEXT NOT NULL, sign TEXT NOT NULL, PRIMARY KEY (block, sign)) WITHOUT ROWID",
)
_SIGN = "INSERT OR IGNORE INTO entity_signs (sign, entity) VALUES (?, ?)"
_BLOCK = "INSERT OR IGNORE INTO sign_blocks (block, sign) VALUES (?, ?)"
_AT_ONCE = 65_536  # rows: ids are hashes, and sorted come to fewer pages


def sign_entities(connection: Connection) -> None:
    """Work the signs of entities out of their profiles, and the blocks out of these."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    shown = connection.exec_driver_sql("SELECT entity, document, profile FROM profiles")
    _insert(connection, _SIGN, sign_pairs(map(profile_of, shown)))
    signs = connection.exec_driver_sql("SELECT DISTINCT sign FROM entity_signs")
    _insert(connection, _BLOCK, sign_block_rows(signs.scalars()))


def _insert(connection: Connection, insertion: str, rows: Iterable[tuple[str, str]]) -> None:
    for several in batched(rows, _AT_ONCE):
        connection.exec_driver_sql(insertion, sorted(several))
