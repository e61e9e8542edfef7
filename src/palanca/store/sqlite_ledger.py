"""The part of a case in one SQLite file that keeps judgements, and what stands around one thing."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import override

from sqlalchemy import Connection

from palanca.records import ClaimId, EntityId, Judgement, JudgementId, JudgementState, Proposal
from palanca.store import judging, meeting
from palanca.store.ledger import Ledger
from palanca.store.surroundings import Naming, Surroundings, Tied, TieOrder


class SqliteLedger(Ledger, Surroundings):
    """What `SqliteCase` keeps of what people decide. It gives the transactions."""

    _reading: Callable[[], AbstractContextManager[Connection]]
    _writing: Callable[[], AbstractContextManager[Connection]]

    @override
    def judge(self, judgements: Iterable[Judgement]) -> int:
        with self._writing() as connection:
            return judging.keep_judgements(connection, judgements)

    @override
    def judgements(self) -> Iterator[Judgement]:
        with self._reading() as connection:
            yield from judging.all_judgements(connection)

    @override
    def judgement_log(
        self, *, naming: Collection[str] = (), offset: int = 0, limit: int | None = None
    ) -> Iterator[Judgement]:
        with self._reading() as connection:
            yield from judging.judgement_log(connection, naming, offset, limit)

    @override
    def count_judgements(self) -> int:
        with self._reading() as connection:
            return judging.count_judgements(connection)

    @override
    def judgement_states(self, judgements: Collection[JudgementId] | None = None) -> dict[JudgementId, JudgementState]:
        with self._reading() as connection:
            return judging.states_of(connection, judgements)

    @override
    def proposals(self, called: str = "", *, offset: int = 0, limit: int | None = None) -> Iterator[Proposal]:
        with self._reading() as connection:
            yield from judging.proposals_of(connection, called, offset, limit)

    @override
    def count_proposals(self, called: str = "") -> int:
        with self._reading() as connection:
            return judging.count_proposals(connection, called)

    @override
    def met(self, thing: EntityId) -> Iterator[tuple[EntityId, ClaimId]]:
        with self._reading() as connection:
            yield from meeting.met(connection, thing)

    @override
    def ties(
        self, thing: EntityId, order: TieOrder = TieOrder.CLAIMS, *, offset: int = 0, limit: int | None = None
    ) -> tuple[list[Tied], int]:
        with self._reading() as connection:
            return meeting.ties(connection, thing, order, offset, limit)

    @override
    def naming(self, thing: EntityId, *, offset: int = 0, limit: int | None = None) -> Iterator[Naming]:
        with self._reading() as connection:
            yield from meeting.naming(connection, thing, offset, limit)
