"""New rows wait together, and what they went without while they came is there when all are merged."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest

from palanca.intake import waiting_rows
from palanca.intake.waiting_rows import WaitingRows
from palanca.records import Document
from palanca.store import Case, open_case
from palanca.store.late_indexes import INDEXES
from palanca.store.packing import pack
from palanca.store.staging import Stage
from tests.store.making import AT, document, read

TEXTS = ("Ada Musa met Volta Grid in Accra.", "Lars Vik met Otto Lund.", "Ana Paz met Kim Rao.")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        yield opened


@pytest.fixture
def rows(case: Case) -> Iterator[WaitingRows]:
    with WaitingRows(case, lambda: AT) as waiting:
        yield waiting


def row(text: str) -> Document:
    return document(text, f"{text}.txt")


def add(rows: WaitingRows, *texts: str) -> None:
    for text in texts:
        rows.add(pack([read(row(text))]), 1)


def indexes_of(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")}


def test_rows_are_in_the_case_once_they_are_merged(case: Case, rows: WaitingRows) -> None:
    add(rows, *TEXTS)
    assert rows.merge() == []
    assert {one.text for one in case.documents()} == set(TEXTS)


def test_rows_that_are_never_merged_are_dropped(case: Case) -> None:
    with WaitingRows(case, lambda: AT) as waiting:
        add(waiting, *TEXTS)
    assert list(case.documents()) == []


def test_text_and_name_of_a_row_are_claimed_once(rows: WaitingRows) -> None:
    assert rows.claim(row(TEXTS[0]))
    assert not rows.claim(document("Another text.", f"{TEXTS[0]}.txt"))
    assert not rows.claim(document(TEXTS[0], "another name.txt"))
    assert rows.claim(row(TEXTS[1]))


def test_row_that_another_program_put_meanwhile_is_given_back(case: Case, rows: WaitingRows) -> None:
    add(rows, *TEXTS)
    case.put(read(row(TEXTS[1])), at=AT)
    assert rows.merge() == [row(TEXTS[1])]


def test_long_table_goes_without_some_indexes_until_all_is_merged(
    rows: WaitingRows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_rows, "_FIRST_MERGE", 2)
    path = tmp_path / "c.palanca"
    add(rows, *TEXTS[:2])
    rows.pause()
    assert indexes_of(path).isdisjoint(INDEXES)
    add(rows, *TEXTS[2:])
    rows.merge()
    assert indexes_of(path) >= INDEXES.keys()


def test_rows_go_on_coming_while_others_are_merged(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, begins, may_end, merge = list[int](), Event(), Event(), waiting_rows._merge

    def merge_slowly(stage: Stage, at: datetime, *, more_follow: bool) -> list[Document]:
        begun.append(len(begun))
        begins.set()
        assert may_end.wait(300)
        return merge(stage, at, more_follow=more_follow)

    monkeypatch.setattr(waiting_rows, "_MOST_WAITING", 2)
    monkeypatch.setattr(waiting_rows, "_merge", merge_slowly)
    with WaitingRows(case, lambda: AT) as waiting:
        add(waiting, *TEXTS, "Rina Sato met Ada Musa.")
        assert begins.wait(300)
        assert begun == [0]
        may_end.set()
        waiting.merge()
    assert begun == [0, 1]
    assert len(list(case.documents())) == 4
