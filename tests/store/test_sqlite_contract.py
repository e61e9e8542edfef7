from collections.abc import Iterator
from pathlib import Path

import pytest

from palanca.store import Case
from palanca.store.derived import drop_all_derived
from palanca.store.opening import writing
from palanca.store.schema import TABLES
from palanca.store.sqlite import SqliteCase
from tests.store.asking_contract import AskingContract
from tests.store.bulk_contract import BulkContract
from tests.store.news import CHANNELS
from tests.store.putting_contract import PuttingContract
from tests.store.register_contract import RegisterContract
from tests.store.settled_contract import SettledContract


class TestSqliteCase(PuttingContract, AskingContract):
    @pytest.fixture
    def case(self, tmp_path: Path) -> Iterator[Case]:
        with SqliteCase(tmp_path / "news.palanca", create=True, channels=lambda: CHANNELS) as case:
            yield case

    @staticmethod
    def emptied(case: Case) -> Case:
        return _emptied(case)


class TestSettledSqliteCase(SettledContract):
    @pytest.fixture
    def case(self, tmp_path: Path) -> Iterator[Case]:
        with SqliteCase(tmp_path / "news.palanca", create=True) as case:
            yield case


class TestRegistersOfSqliteCase(RegisterContract):
    @pytest.fixture
    def case(self, tmp_path: Path) -> Iterator[Case]:
        with SqliteCase(tmp_path / "news.palanca", create=True) as case:
            yield case


class TestBulkOfSqliteCase(BulkContract):
    @pytest.fixture
    def case(self, tmp_path: Path) -> Iterator[Case]:
        with SqliteCase(tmp_path / "news.palanca", create=True, channels=lambda: CHANNELS) as case:
            yield case

    @staticmethod
    def emptied(case: Case) -> Case:
        return _emptied(case)


def _emptied(case: Case) -> Case:
    assert isinstance(case, SqliteCase)
    with writing(case._engine) as connection:
        drop_all_derived(connection)
        for table in reversed(TABLES):
            connection.execute(table.delete())
    return case
