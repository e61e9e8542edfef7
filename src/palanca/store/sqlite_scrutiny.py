"""What an audit asks of a case in one SQLite file."""

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import override

from sqlalchemy import Connection

from palanca.records import Claim, DocumentId, EntityId
from palanca.records.query import Query
from palanca.store import scrutinizing
from palanca.store.scrutiny import Scrutiny


class SqliteScrutiny(Scrutiny):
    """Each question in a transaction of its own, which `SqliteCase` gives."""

    _reading: Callable[[], AbstractContextManager[Connection]]

    @override
    def news(self, query: Query, *, days: int) -> Iterator[Claim]:
        with self._reading() as connection:
            yield from scrutinizing.news(connection, query, days)

    @override
    def naming_any(self, things: Collection[EntityId]) -> Iterator[Claim]:
        with self._reading() as connection:
            yield from scrutinizing.naming_any(connection, things)

    @override
    def told_together(
        self, pairs: Collection[tuple[EntityId, EntityId]]
    ) -> dict[tuple[EntityId, EntityId], set[DocumentId]]:
        with self._reading() as connection:
            return scrutinizing.told_together(connection, pairs)

    @override
    def newest_told(self) -> date | None:
        with self._reading() as connection:
            return scrutinizing.newest_told(connection)
