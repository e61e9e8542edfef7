"""Letting the signs of merged rows stand in their blocks, each sign once, however many entities have it.

Blocks are asked for only when some of a case is settled anew. Where all waits to be settled anyway they are left out
of each merge, and worked out together then: most of the people of a long table have a name of their own with a dozen
blocks, and in each merge these would go all over their table.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import batched, chain

import orjson
from sqlalchemy import Connection

from palanca.store.bare_rows import bare_connection
from palanca.store.schema import as_stored
from palanca.store.settling_interface import Waiting
from palanca.store.thing_rows import sign_block_rows

FOUND = "CREATE TABLE temp.found_blocks (block TEXT, sign TEXT)"
"""Where blocks wait to be put in their order: made by whoever has a connection for merges."""

_KEEP = "INSERT INTO temp.found_blocks (block, sign) VALUES"
_KEPT_AT_ONCE = 400  # rows of a statement: after each, the thread waits for the one that reads tables
_NEW_SIGNS = """
  SELECT DISTINCT sign FROM temp.entity_signs AS staged
  WHERE NOT EXISTS (SELECT 1 FROM main.entity_signs AS there WHERE there.sign = staged.sign)"""
_ALL_SIGNS = "SELECT DISTINCT sign FROM main.entity_signs"
_BLOCK = """
  INSERT OR IGNORE INTO main.sign_blocks (block, sign) SELECT block, sign FROM temp.found_blocks ORDER BY block, sign"""
_MEETING = """
  SELECT json_group_array(sign) FROM main.sign_blocks
  WHERE block >= ? AND block < ? GROUP BY block HAVING count(*) > 1"""
_WAITS_FOR_ALL = "SELECT EXISTS (SELECT 1 FROM main.progress WHERE everything)"
_LEAVE = f"INSERT OR IGNORE INTO main.waiting (sort, id) VALUES ('{Waiting.BLOCKS}', '')"  # noqa: S608
_TAKE_UP = f"DELETE FROM main.waiting WHERE sort = '{Waiting.BLOCKS}'"  # noqa: S608


def block_merged(connection: sqlite3.Connection) -> None:
    """Let the signs of `temp.entity_signs` that nothing has so far stand in their blocks, or leave it to settling."""
    if connection.execute(_WAITS_FOR_ALL).fetchone()[0]:
        connection.execute(_LEAVE)
        return
    new = connection.cursor().execute(_NEW_SIGNS)
    _find(connection, (sign for (sign,) in new))
    connection.execute(_BLOCK)


def leave_blocks(connection: Connection) -> None:
    """Leave the blocks of all signs to settling."""
    connection.exec_driver_sql(_LEAVE)


def block_all(connection: Connection) -> None:
    """Let all signs stand in their blocks, if merges left it."""
    if not connection.exec_driver_sql(_TAKE_UP).rowcount:
        return
    bare = bare_connection(connection)
    bare.execute(FOUND)
    _find(bare, (sign for (sign,) in bare.cursor().execute(_ALL_SIGNS)))
    bare.execute(_BLOCK)
    bare.execute("DROP TABLE temp.found_blocks")


def meeting_signs(connection: Connection, beginning: str) -> Iterator[list[str]]:
    """The signs that stand in each block that begins so and holds several."""
    after = beginning[:-1] + chr(ord(beginning[-1]) + 1)
    for (signs,) in connection.exec_driver_sql(_MEETING, (beginning, after)):
        yield [as_stored(sign) for sign in orjson.loads(signs)]


def _find(connection: sqlite3.Connection, signs: Iterable[str]) -> None:
    for several in batched(sign_block_rows(signs), _KEPT_AT_ONCE):
        keep = f"{_KEEP} {', '.join(['(?, ?)'] * len(several))}"
        connection.execute(keep, tuple(chain.from_iterable(several)))
