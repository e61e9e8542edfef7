"""A case that is settled for the first time goes without indexes of claims, and is never left without."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from palanca.settlement import claims, identities, settle
from palanca.store import open_case
from palanca.store.late_indexes import CLAIM_INDEXES
from palanca.store.sqlite import SqliteCase
from tests.settlement.making import read_all, settled_rows
from tests.store.making import AT, document

_TEXTS = (
    "Ruth Wanjala met Juan Perez on the pier. Ruth Wanjala is president of Kenya.",
    "R. Wanjala met Rina Sato. Volta belongs to Kenya. Juan Perez met Ruth Wanjala on the pier.",
    "Peru has 40 ships. Peru passed the port law. Rina Sato said the long pier is safe.",
)


def make(path: Path) -> None:
    with open_case(path, create=True) as case:
        for text in _TEXTS:
            case.put(read_all(document(text, f"{text}.txt", published="2024-05-04")), at=AT)


def indexes(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")}


def settle_whole(path: Path) -> Any:
    make(path)
    with open_case(path) as case:
        settle(case)
    return settled_rows(path)


def test_settling_that_is_cut_off_leaves_a_case_that_opens_with_its_indexes_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = settle_whole(tmp_path / "whole.palanca")
    path = tmp_path / "cut.palanca"
    make(path)
    seen = []

    def killed(*_: object) -> bool:
        seen.append(indexes(path))
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, open_case(path) as case:
        patched.setattr(SqliteCase, "settle_lost", killed)
        with pytest.raises(KeyboardInterrupt):
            settle(case)
    assert seen[0].isdisjoint(CLAIM_INDEXES)
    with open_case(path) as case:
        assert indexes(path) >= CLAIM_INDEXES.keys()
        settle(case)
    assert settled_rows(path) == whole


def test_what_is_settled_some_at_a_time_is_what_is_settled_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = settle_whole(tmp_path / "whole.palanca")
    for module, name in ((identities, "_AT_ONCE"), (claims, "_AT_ONCE"), (claims, "_WRITTEN_AT_ONCE")):
        monkeypatch.setattr(module, name, 1)
    assert settle_whole(tmp_path / "parts.palanca") == whole
    assert indexes(tmp_path / "parts.palanca") >= CLAIM_INDEXES.keys()
