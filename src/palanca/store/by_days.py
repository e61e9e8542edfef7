"""Counting claims on the index by channel and days, where it holds all that is asked of them, or else on their table.

That index would be followed to the row of each claim, all over the table, for what it does not hold: of a million that
takes three seconds, and to look through the table in its own order a tenth of it.
"""

from typing import Any

from sqlalchemy import Column, ColumnElement, Select, and_, case, func, select
from sqlalchemy.sql.visitors import iterate

from palanca.store.days import AFTER_ALL, BEFORE_ALL, PLACES
from palanca.store.index_tables import COUNTED_BY_DAYS, indexed_claims
from palanca.store.querying import Condition, unindexed

_first, _last = indexed_claims.c.first, indexed_claims.c.last
IN_TIME = case((_first > BEFORE_ALL, _first), else_=_last) * PLACES + case((_last < AFTER_ALL, _last), else_=BEFORE_ALL)
"""The order of time of a claim by its days: `at`, which the index does not hold. See `days.time_numbers`."""

_HELD = frozenset({"key", "channel", "last", "first", "kind", "review", "confidence", "modality", "is_dated"})


def counted_by_days(columns: tuple[ColumnElement[Any], ...], passed: Condition) -> Select[*tuple[Any, ...]]:
    """How many claims of which a condition on `indexed_claims` holds are alike in these columns, behind the columns.

    Where they are columns of the index in its order, nothing is sorted.
    """
    counted = select(*columns, func.count())
    if _is_held(passed):
        return counted.where(COUNTED_BY_DAYS, passed).group_by(*columns)
    return counted.where(passed).group_by(*map(unindexed, columns))


def on_days(passed: Condition) -> Condition:
    """The same condition, of which the index tells the claims of a channel without their rows, where it can."""
    return and_(COUNTED_BY_DAYS, passed) if is_on_days(passed) else passed


def is_on_days(passed: Condition) -> bool:
    """Whether a condition asks for a channel, and for nothing that the index does not hold."""
    return _is_held(passed) and any(one is indexed_claims.c.channel for one in iterate(passed))


def _is_held(passed: Condition) -> bool:
    asked = (one for one in iterate(passed) if isinstance(one, Column) and one.table is indexed_claims)
    return all(one.name in _HELD for one in asked)
