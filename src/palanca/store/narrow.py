"""A condition on claims, asked of a narrow table that holds the same of each row's claim."""

from typing import Any

from sqlalchemy import Column, ColumnElement, Table
from sqlalchemy.sql.expression import UnaryExpression
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.visitors import iterate, replacement_traverse

from palanca.store.index_tables import indexed_claims


def asked_of(table: Table, passed: ColumnElement[bool]) -> ColumnElement[bool] | None:
    """The condition on a row of the table, None where it asks for more than the table holds of a claim."""
    columns = [one for one in iterate(passed) if isinstance(one, Column)]
    if not all(one.table is indexed_claims and one.name != "key" and one.name in table.c for one in columns):
        return None

    def of_table(element: Any, **_: object) -> Any:
        if isinstance(element, UnaryExpression) and isinstance(element.operator, custom_op):
            element = element.element  # what is too common to be looked up among claims begins an index here
        return table.c[element.name] if isinstance(element, Column) else None

    return replacement_traverse(passed, {}, of_table)
