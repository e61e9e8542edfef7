"""Rows of registers that stand in the case by their cells alone: their prose waits to be read.

`readings.unread_prose` names the register of such a row, and an index has them and no others.
"""

from sqlalchemy import Connection, func, select, tuple_

from palanca.records import Document, DocumentId
from palanca.store.rows import document_of
from palanca.store.schema import documents, readings

_MARK = (
    "ALTER TABLE readings ADD COLUMN unread_prose TEXT",
    "CREATE INDEX readings_unread_prose ON readings (unread_prose, document) WHERE unread_prose IS NOT NULL",
)
_WAITS = readings.c.unread_prose.is_not(None)
_PLACE = tuple_(readings.c.unread_prose, readings.c.document)


def mark_unread_prose(connection: Connection) -> None:
    """The step to version 19: rows are marked whose prose is unread. Those of before were read whole."""
    for statement in _MARK:
        connection.exec_driver_sql(statement)


def count_unread_prose(connection: Connection) -> dict[str, int]:
    """How many rows of each register wait, by its name; registers of which none does are left out."""
    counted = select(readings.c.unread_prose, func.count()).where(_WAITS).group_by(readings.c.unread_prose)
    return {str(register): count for register, count in connection.execute(counted)}


def rows_of_unread_prose(connection: Connection, after: tuple[str, str], limit: int) -> list[Document]:
    """The first rows that wait, by register, then id, behind the register and id of `after`."""
    wanted = select(documents).join(readings, readings.c.document == documents.c.id).where(_WAITS, after < _PLACE)
    rows = connection.execute(wanted.order_by(readings.c.unread_prose, readings.c.document).limit(limit))
    return [document_of(row, row.text) for row in rows]


def is_prose_unread(connection: Connection, document: DocumentId) -> bool:
    """Whether the document is a row that waits."""
    found = select(readings.c.document).where(readings.c.document == document, _WAITS)
    return connection.execute(found).first() is not None


def is_read_whole(connection: Connection, document: DocumentId) -> bool:
    """Whether a reading of the document stands that leaves no prose to be read."""
    found = select(readings.c.document).where(readings.c.document == document, ~_WAITS)
    return connection.execute(found).first() is not None
