"""What waits to be settled: each change of readings or judgements tells it, in the transaction of the change.

Every change counts up. What is settled is worked out from a snapshot and written only while the count is still that of
the snapshot; else it is worked out again. What a step of settling leaves to the next is written with it, so that a
settling that is cut off goes on where it was.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select, text, update

from palanca.store.schema import progress, touched, waiting
from palanca.store.settling_interface import Pending, Waiting
from palanca.store.thing_rows import profile_of

_TOUCH = tuple(
    map(
        text,
        (
            "INSERT OR IGNORE INTO touched (entity, profile, document) SELECT entity, profile, document FROM profiles "
            "WHERE entity IN (SELECT id FROM entities WHERE document = :document)",
            f"INSERT OR IGNORE INTO waiting (sort, id) SELECT '{Waiting.STATEMENT}', id FROM statements "  # noqa: S608
            "WHERE document = :document",
            f"INSERT OR IGNORE INTO waiting (sort, id) VALUES ('{Waiting.DOCUMENT}', :document)",  # noqa: S608
        ),
    )
)
_WAIT = "INSERT OR IGNORE INTO waiting (sort, id) VALUES (?, ?)"


def touch(connection: Connection, *given: str) -> None:
    """Remember what documents show and tell as it is, unless all must be settled anyway."""
    if not waits_for_all(connection):
        for remembering in _TOUCH:
            connection.execute(remembering, [{"document": document} for document in given])


def wait(connection: Connection, sort: Waiting, ids: Iterable[str | None]) -> None:
    """Let these wait to be settled, unless all must be settled anyway."""
    rows = [(sort.value, one) for one in sorted({one for one in ids if one is not None})]
    if rows and not waits_for_all(connection):
        connection.exec_driver_sql(_WAIT, rows)


def waits_for_all(connection: Connection) -> bool:
    """Whether all must be settled anew."""
    return bool(connection.execute(select(progress.c.everything)).scalar())


def waiting_of(connection: Connection, sort: Waiting) -> frozenset[str]:
    """The ids of that sort which wait."""
    return frozenset(connection.execute(select(waiting.c.id).where(waiting.c.sort == sort)).scalars())


def count_change(connection: Connection, *, everything: bool = False) -> None:
    """Tell that a reading or a judgement has changed; `everything` makes all be settled anew."""
    values: dict[str, object] = {"changed": progress.c.changed + 1}
    connection.execute(update(progress).values(values | ({"everything": 1} if everything else {})))


def revision(connection: Connection) -> tuple[int, int]:
    """How many changes there have been, and how many of them are settled."""
    row = connection.execute(select(progress.c.changed, progress.c.settled)).one()
    return row.changed, row.settled


def pending(connection: Connection) -> Pending | None:
    """What waits, or None."""
    row = connection.execute(select(progress)).one()
    if row.changed == row.settled:
        return None
    if row.everything:
        return Pending(changed=row.changed, touched=None)
    rows = connection.execute(select(touched).order_by(touched.c.entity, touched.c.profile))
    return Pending(changed=row.changed, touched=tuple(map(profile_of, rows)))


def is_unchanged(connection: Connection, changed: int) -> bool:
    """Whether nothing has changed since."""
    return bool(connection.execute(select(progress.c.changed)).scalar_one() == changed)


def nothing_waits(connection: Connection, changed: int) -> None:
    """Tell that all is settled up to that change."""
    connection.execute(delete(touched))
    connection.execute(delete(waiting))
    connection.execute(update(progress).values(settled=changed, everything=0))
