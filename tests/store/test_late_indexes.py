"""A long table comes into a small case without some of the indexes, and no case is left without."""

import sqlite3
from pathlib import Path

import pytest

from palanca.store import Case, open_case
from palanca.store.late_indexes import INDEXES
from palanca.store.packing import pack
from tests.store.making import AT, document, read

_TEXTS = ("Ada Musa met Volta Grid in Accra.", "Lars Vik met Otto Lund.", "Ana Paz met Kim Rao.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "c.palanca"


def schema_of(path: Path) -> set[tuple[str, ...]]:
    """The indexes of a file, and how its rows are said to be spread."""
    with sqlite3.connect(path) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
        return {*made, *connection.execute("SELECT idx, stat FROM sqlite_stat1")}


def left_out(path: Path) -> set[str]:
    return set(INDEXES) - {name for name, _ in schema_of(path)}


def merge(case: Case, *texts: str, more_follow: bool = True) -> None:
    with case.stage() as stage:
        stage.add(pack([read(document(text, f"{text}.txt")) for text in texts]))
        stage.merge(at=AT, more_follow=more_follow)


def test_small_case_goes_without_while_more_follow_and_has_them_again_behind(path: Path) -> None:
    with open_case(path, create=True) as case:
        whole = schema_of(path)
        merge(case, *_TEXTS)
        assert left_out(path) == set(INDEXES)
        with case.stage() as stage:
            stage.index()
    assert schema_of(path) == whole


def test_killed_run_has_them_again_when_the_case_is_opened(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with open_case(path, create=True) as case:
        whole = schema_of(path)
        merge(case, *_TEXTS)
    assert caplog.messages == []
    for _ in range(2):
        with open_case(path) as case:
            assert [one.text for one in case.documents()] == sorted(_TEXTS)
    assert schema_of(path) == whole
    assert caplog.messages == [f"{path}: a run was cut off: first its indexes are made, 7 of them, this once"]


def test_what_nothing_follows_is_merged_with_its_indexes(path: Path) -> None:
    with open_case(path, create=True) as case:
        merge(case, *_TEXTS, more_follow=False)
    assert left_out(path) == set()


def test_case_that_holds_more_than_what_waits_keeps_them(path: Path) -> None:
    with open_case(path, create=True) as case:
        merge(case, *_TEXTS[:2], more_follow=False)
        merge(case, *_TEXTS[2:])
        assert left_out(path) == set()


def test_case_opens_without_them_while_another_program_writes(path: Path) -> None:
    with open_case(path, create=True) as case:
        merge(case, *_TEXTS)
    with sqlite3.connect(path, isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with open_case(path) as case:
            assert case.counts().documents == len(_TEXTS)
        writer.execute("ROLLBACK")
    assert left_out(path) == set(INDEXES)
