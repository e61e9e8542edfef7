"""A condition on claims, asked of a narrow table that holds the same of each row's claim."""

from typing import Any

from sqlalchemy import Column, ColumnElement, Table
from sqlalchemy.sql.expression import UnaryExpression
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.visitors import iterate, replacement_traverse

from palanca.store.index_tables import indexed_claims

_NAMES = {"key": "claim"}  # in the tables that hold more rows of a claim than one


def of_any_table(key: ColumnElement[int]) -> ColumnElement[int]:
    """The number of a claim in a condition that most claims fulfil: it is asked of narrow tables too."""
    return UnaryExpression(key, operator=custom_op("+"), type_=key.type)


def asked_of(table: Table, passed: ColumnElement[bool]) -> ColumnElement[bool] | None:
    """The condition on a row of the table, None where it asks for more than the table holds of a claim."""
    elements: list[Any] = list(iterate(passed))
    columns = [one for one in elements if isinstance(one, Column)]
    signed = [one.element.name for one in elements if _is_signed(one)]
    if not all(one.table is indexed_claims and _NAMES.get(one.name, one.name) in table.c for one in columns):
        return None
    if [one.name for one in columns].count("key") > signed.count("key"):
        return None

    def of_table(element: Any, **_: object) -> Any:
        if _is_signed(element):
            element = element.element  # what is too common to be looked up among claims begins an index here
        return table.c[_NAMES.get(element.name, element.name)] if isinstance(element, Column) else None

    return replacement_traverse(passed, {}, of_table)


def _is_signed(element: Any) -> bool:
    return isinstance(element, UnaryExpression) and isinstance(element.operator, custom_op)
