"""The part of a case in one SQLite file that settling asks and writes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import override

from sqlalchemy import Connection

from palanca.analysis.belongings import Belonging
from palanca.claims import Reached, Settled, Telling
from palanca.identity import Profile
from palanca.identity.stating import StatedFacts
from palanca.records import (
    ClaimId,
    DocumentId,
    EntityId,
    Identity,
    JudgementState,
    Statement,
    StatementId,
)
from palanca.store import blocking, copying, knowing, placing, rivalry, settling, settling_claims, stating, waiting
from palanca.store.faults import told_as_case_errors
from palanca.store.late_indexes import make_missing
from palanca.store.opening import BUSY_TIMEOUT_S
from palanca.store.settling_interface import Pending, Ruling, SettledIdentity, Settling, Waiting


class SqliteSettling(Settling):
    """What `SqliteCase` settles with. It gives the transactions."""

    path: Path
    _reading: Callable[[], AbstractContextManager[Connection]]
    _writing: Callable[[], AbstractContextManager[Connection]]

    @override
    def profiles(self, entities: Collection[EntityId] | None = None) -> Iterator[Profile]:
        with self._reading() as connection:
            yield from knowing.profiles_of(connection, entities)

    @override
    def bare_profiles(self) -> Iterator[tuple[int, Profile]]:
        with self._reading() as connection:
            yield from knowing.bare_profiles(connection)

    @override
    def profiles_at(self, places: Sequence[int]) -> Iterator[Profile]:
        with self._reading() as connection:
            yield from knowing.profiles_at(connection, places)

    @override
    def meeting_signs(self, beginning: str) -> Iterator[list[str]]:
        with self._reading() as connection:
            yield from blocking.meeting_signs(connection, beginning)

    @override
    def signatures(self) -> dict[DocumentId, str]:
        with self._reading() as connection:
            return knowing.all_signatures(connection)

    @override
    def revision(self) -> tuple[int, int]:
        with self._reading() as connection:
            return waiting.revision(connection)

    @override
    def pending(self) -> Pending | None:
        with self._reading() as connection:
            return waiting.pending(connection)

    @override
    def waiting(self, sort: Waiting) -> frozenset[str]:
        with self._reading() as connection:
            return waiting.waiting_of(connection, sort)

    @override
    def in_blocks(self, blocks: Iterable[str]) -> Iterator[tuple[EntityId, str]]:
        with self._reading() as connection:
            yield from settling.in_blocks(connection, blocks)

    @override
    def rulings(self) -> frozenset[Ruling]:
        with self._reading() as connection:
            return knowing.all_rulings(connection)

    @override
    def standing(self, statements: Iterable[StatementId]) -> dict[StatementId, Statement]:
        with self._reading() as connection:
            return settling_claims.standing(connection, statements)

    @override
    def tellings(self, documents: Iterable[DocumentId]) -> dict[DocumentId, Telling]:
        with self._reading() as connection:
            return copying.tellings(connection, documents)

    @override
    def known(self, entities: Iterable[EntityId]) -> dict[EntityId, Identity]:
        with self._reading() as connection:
            return knowing.things_of(connection, entities)

    @override
    def bare_things(self) -> Iterator[Identity]:
        with self._reading() as connection:
            yield from knowing.bare_things(connection)

    @override
    def copies(self) -> dict[DocumentId, DocumentId]:
        with self._reading() as connection:
            return copying.all_copies(connection)

    @override
    def told_under(self, statements: Iterable[StatementId]) -> frozenset[ClaimId]:
        with self._reading() as connection:
            return settling_claims.told_under(connection, statements)

    @override
    def reached(self, reaches: Iterable[Reached]) -> frozenset[ClaimId]:
        with self._reading() as connection:
            return settling_claims.reached_by(connection, reaches)

    @override
    def statements_under(self, claims: Iterable[ClaimId]) -> dict[StatementId, ClaimId]:
        with self._reading() as connection:
            return settling_claims.statements_under(connection, claims)

    @override
    def ruled_belongings(self) -> frozenset[EntityId]:
        with self._reading() as connection:
            return placing.ruled_things(connection)

    @override
    def settle_documents(self, changed: int, copies: dict[DocumentId, DocumentId] | None) -> bool:
        with self._if_unchanged(changed) as connection:
            if connection:
                copying.write_copies(connection, copies)
                copying.write_sources(connection)
            return connection is not None

    @override
    def settle_stated(self, changed: int, stated: Mapping[DocumentId, StatedFacts]) -> bool:
        with self._if_unchanged(changed) as connection:
            return connection is not None and not stating.write_stated(connection, stated)

    @override
    def settle_blocks(self, changed: int) -> bool:
        with self._if_unchanged(changed) as connection:
            if connection:
                blocking.block_all(connection)
            return connection is not None

    @override
    def settle_identity(self, changed: int, settled: SettledIdentity) -> bool:
        with self._if_unchanged(changed) as connection:
            if connection:
                settling.write_identity(connection, settled)
            return connection is not None

    @override
    def settle_corrections(self, changed: int, corrected: Iterable[tuple[StatementId, Statement]]) -> bool:
        with self._if_unchanged(changed) as connection:
            if connection:
                settling.write_corrections(connection, corrected)
            return connection is not None

    @override
    def leave_out_indexes(self, changed: int) -> bool:
        with self._if_unchanged(changed) as connection:
            if connection:
                settling_claims.leave_out_indexes(connection)
            return connection is not None

    @override
    def index_claims(self) -> None:
        with told_as_case_errors(self.path):
            make_missing(self.path, wait_s=BUSY_TIMEOUT_S)

    @override
    def settle_claims(self, changed: int, found: Sequence[Settled], gone: Collection[ClaimId] = ()) -> bool:
        with self._if_unchanged(changed) as connection:
            if connection:
                settling_claims.write_claims(connection, found, gone)
            return connection is not None

    @override
    def settle_lost(self, changed: int) -> bool:
        with self._if_unchanged(changed) as connection:
            if connection:
                settling_claims.drop_lost(connection)
            return connection is not None

    @override
    def settle_holders(self, changed: int) -> bool:
        with self._if_unchanged(changed) as connection:
            if connection:
                rivalry.write_holders(connection)
            return connection is not None

    @override
    def settle_belongings(
        self, changed: int, found: Iterable[Belonging], things: frozenset[EntityId] | None = None
    ) -> bool:
        with self._if_unchanged(changed) as connection:
            if connection:
                placing.write_belongings(connection, found, things)
                placing.place_parties(connection)
            return connection is not None

    @override
    def settle(self, changed: int, states: Iterable[JudgementState]) -> bool:
        with self._if_unchanged(changed) as connection:
            if connection:
                settling.finish(connection, changed, states)
            return connection is not None

    @contextmanager
    def _if_unchanged(self, changed: int) -> Iterator[Connection | None]:
        """The right to write, if nothing has changed since; else None."""
        with self._writing() as connection:
            yield connection if waiting.is_unchanged(connection, changed) else None
