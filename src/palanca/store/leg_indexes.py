"""The indexes of the legs of a pattern, and how the planner is told which of them finds few rows."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Index, Table, func, select


def index_leg(connection: Connection, rows: Table, parties: Sequence[ColumnElement[str]]) -> None:
    """Each party that joins legs first in an index of its own, by the day from which it may begin.

    Once all rows stand: an index is dear to fill row by row.
    """
    indexes = {f"{rows.name}_by_{at}": [*parties[at:], *parties[:at]] for at in range(len(parties))}
    for name, columns in indexes.items():
        Index(name, *columns, rows.c.known_first).create(connection)
    connection.exec_driver_sql(f"ANALYZE temp.{rows.name}")
    for name, columns in indexes.items():
        _tell_spread(connection, name, rows, columns)


def _tell_spread(connection: Connection, index: str, rows: Table, columns: Sequence[ColumnElement[str]]) -> None:
    """Tell the planner how many rows a row meets that is looked up by the first of these columns, by two, and so on.

    It guesses that all values are as common; a body in every tenth claim is met by as many rows that look for it.
    """
    number = connection.execute(select(func.count()).select_from(rows)).scalar_one()
    if not number:
        return
    met = []
    for width in range(1, len(columns) + 1):
        each = select(func.count().label("of")).select_from(rows).group_by(*columns[:width]).subquery().c.of
        met.append(connection.execute(select(func.sum(each * each))).scalar_one() // number)
    stat = " ".join(map(str, [number, *(max(1, one) for one in met), 1]))
    connection.exec_driver_sql("UPDATE temp.sqlite_stat1 SET stat = ? WHERE idx = ?", (stat, index))


def heed(connection: Connection) -> None:
    """Have the planner read what it was told; nothing is counted."""
    connection.exec_driver_sql("ANALYZE temp.sqlite_master")
