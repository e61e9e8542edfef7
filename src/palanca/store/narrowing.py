"""The claims that pass a query and a part of it, looked for once and then asked several questions."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import override

from sqlalchemy import Column, Connection, Integer, MetaData, Table, and_, column, func, insert, select

from palanca.records import Claim
from palanca.records.query import Query
from palanca.store import counting, finding
from palanca.store.index_tables import indexed_claims
from palanca.store.pages import Page
from palanca.store.querying import Condition, condition_of, passing
from palanca.store.questions import Found, Narrowed

_narrowed = Table("narrowed", MetaData(), Column("key", Integer, primary_key=True), prefixes=["TEMPORARY"])


class SqliteNarrowed(Narrowed):
    """The numbers of the claims stand in a table of their own until they were asked about."""

    def __init__(self, connection: Connection, beside: list[int]) -> None:
        self._connection, self._beside = connection, beside

    @property
    @override
    def beside(self) -> list[int]:
        return self._beside

    @override
    def found(self, part: Query, *, limit: int | None = None) -> list[Claim]:
        return list(finding.find_claims(self._connection, _passing(part), Page(limit=limit)))

    @override
    def count_found(self, part: Query) -> Found:
        return counting.count_found(self._connection, _passing(part))


def _passing(part: Query) -> Condition:
    return and_(indexed_claims.c.key.in_(select(_narrowed.c.key)), condition_of(part))


@contextmanager
def narrowed(connection: Connection, query: Query, part: Query, beside: Sequence[Query]) -> Iterator[Narrowed]:
    """Look once through the claims that pass: count those `beside`, and keep the numbers of those of the part.

    They come as one text, since a table can be filled in the look or counted, and not both.
    """
    keys = func.json_group_array(indexed_claims.c.key).filter(condition_of(part))
    looked = select(keys, *map(finding.counting, beside)).where(passing(query))
    kept, *counted = connection.execute(looked).one()
    _narrowed.create(connection)
    try:
        listed = select(column("value", Integer)).select_from(func.json_each(kept))
        connection.execute(insert(_narrowed).from_select(["key"], listed))
        yield SqliteNarrowed(connection, counted)
    finally:
        _narrowed.drop(connection)
