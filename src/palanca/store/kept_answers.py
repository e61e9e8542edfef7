"""Answers that took long, kept in the case as they were given until anything in it changes.

They are no part of what a case tells: nothing is worked out from them, and another state of the case knows none.
"""

import zlib

from sqlalchemy import Column, Connection, Integer, LargeBinary, MetaData, Table, Text, delete, func, insert, select

from palanca.store.schema import progress

_MOST_BYTES = 64 * 2**20  # packed; what is asked for is mostly asked again soon

kept_answers = Table(
    "kept_answers",
    MetaData(),
    Column("key", Text, primary_key=True),
    Column("changed", Integer, nullable=False),  # `progress.changed` when it was worked out
    Column("answer", LargeBinary, nullable=False),
)


def make_room(connection: Connection) -> None:
    """The step that makes the table. A step, once released, is never edited."""
    connection.exec_driver_sql(
        "CREATE TABLE kept_answers (key TEXT PRIMARY KEY NOT NULL, changed INTEGER NOT NULL, answer BLOB NOT NULL)"
    )


def kept(connection: Connection, key: str) -> bytes | None:
    """What was kept under a key."""
    found = connection.execute(select(kept_answers.c.answer).where(kept_answers.c.key == key)).scalar()
    return None if found is None else zlib.decompress(found)


def keep(connection: Connection, key: str, answer: bytes, changed: int) -> None:
    """Keep an answer of the case as it stood after so many changes, unless it has changed again; older ones go."""
    now = connection.execute(select(progress.c.changed).where(progress.c.changed == progress.c.settled)).scalar()
    if now != changed:
        return
    connection.execute(delete(kept_answers).where((kept_answers.c.changed != now) | (kept_answers.c.key == key)))
    packed = zlib.compress(answer, 1)
    held = select(func.coalesce(func.sum(func.length(kept_answers.c.answer)), 0))
    if connection.execute(held).scalar_one() + len(packed) <= _MOST_BYTES:
        connection.execute(insert(kept_answers).values(key=key, changed=changed, answer=packed))
