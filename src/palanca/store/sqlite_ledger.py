"""The ledger of a case in its SQLite file, and how the file is opened, read and written."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, override

from sqlalchemy import Connection

from palanca.records import Judgement, JudgementId, JudgementState, Proposal
from palanca.records.errors import CaseError
from palanca.store import judging, settling
from palanca.store.faults import told_as_case_errors
from palanca.store.ledger import Ledger
from palanca.store.opening import open_engine, writing


class SqliteLedger(Ledger):
    """Reading and writing in transactions, and the judgements of a case."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self._engine = open_engine(path, create=create)
        self._is_open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """See `Case`."""
        self._is_open = False
        self._engine.dispose()

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
    def judgement_states(self, judgements: Collection[JudgementId] | None = None) -> dict[JudgementId, JudgementState]:
        with self._reading() as connection:
            return judging.states_of(connection, judgements)

    @override
    def proposals(self, *, offset: int = 0, limit: int | None = None) -> Iterator[Proposal]:
        with self._reading() as connection:
            yield from judging.proposals_of(connection, offset, limit)

    @override
    def count_proposals(self) -> int:
        with self._reading() as connection:
            return judging.count_proposals(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._check_open()
        with told_as_case_errors(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._check_open()
        with told_as_case_errors(self.path), writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _if_unchanged(self, changed: int) -> Iterator[Connection | None]:
        """The right to write, if nothing has changed since; else None."""
        with self._writing() as connection:
            yield connection if settling.is_unchanged(connection, changed) else None

    def _check_open(self) -> None:
        if not self._is_open:
            raise CaseError(f"case {self.path} is closed: open it again")
