"""Answers that took long, kept in the case as they were given: until the same is asked of a later state and kept again.

They are no part of what a case tells: nothing is worked out from them. A key is a question and the state of the case,
the program and the day that the answer is of, so that one of before is found by its question alone.
"""

import zlib

from sqlalchemy import Column, Connection, Integer, LargeBinary, MetaData, Table, Text, delete, func, insert, select
from sqlalchemy.sql.elements import ColumnElement

from palanca.store.schema import progress

_MOST_BYTES = 64 * 2**20  # packed; what is asked for is mostly asked again soon
_BETWEEN, _BEHIND = ".", "/"  # stands between question and state, and what follows it among the letters

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


def kept(connection: Connection, question: str, state: str) -> bytes | None:
    """The answer to a question in a state, if it was kept."""
    wanted = kept_answers.c.key == _key(question, state)
    found = connection.execute(select(kept_answers.c.answer).where(wanted)).scalar()
    return None if found is None else zlib.decompress(found)


def kept_last(connection: Connection, question: str) -> tuple[str, int, bytes] | None:
    """The last answer kept to a question: the state that it is of, after how many changes, and itself."""
    latest = select(kept_answers).where(_of(question)).order_by(kept_answers.c.changed.desc()).limit(1)
    found = connection.execute(latest).one_or_none()
    if found is None:
        return None
    return found.key.partition(_BETWEEN)[2], found.changed, zlib.decompress(found.answer)


def pack(answer: bytes) -> bytes:
    """An answer as it is kept: packed before the case is held for writing."""
    return zlib.compress(answer, 1)


def keep(connection: Connection, question: str, state: str, packed: bytes, changed: int) -> None:
    """Keep an answer of the case as it stood after so many changes, unless it has changed again.

    It takes the place of any other to the same question. Where there is no room, those of the oldest states go first.
    """
    now = connection.execute(select(progress.c.changed).where(progress.c.changed == progress.c.settled)).scalar()
    if now != changed or len(packed) > _MOST_BYTES:
        return
    connection.execute(delete(kept_answers).where(_of(question)))
    _make_way(connection, len(packed))
    row = {"key": _key(question, state), "changed": changed, "answer": packed}
    connection.execute(insert(kept_answers).values(row))


def _make_way(connection: Connection, wanted: int) -> None:
    """Drop the oldest until so many bytes more have room."""
    length = func.length(kept_answers.c.answer)
    rows = connection.execute(select(kept_answers.c.key, length.label("bytes")).order_by(kept_answers.c.changed)).all()
    over = sum(row.bytes for row in rows) + wanted - _MOST_BYTES
    for row in rows:
        if over <= 0:
            return
        connection.execute(delete(kept_answers).where(kept_answers.c.key == row.key))
        over -= row.bytes


def _key(question: str, state: str) -> str:
    return f"{question}{_BETWEEN}{state}"


def _of(question: str) -> ColumnElement[bool]:
    """All keys of a question, found on the index."""
    key = kept_answers.c.key
    return (key >= question + _BETWEEN) & (key < question + _BEHIND)
