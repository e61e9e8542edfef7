"""Answers that took long, kept in the case until it changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from palanca.settlement import settle
from palanca.store import Case, open_case
from tests.store.making import AT, document, read


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as opened:
        opened.put(read(document("Ada Musa met Lars Vik.", "news.txt", published="2024-05-01")), at=AT)
        settle(opened)
        yield opened


def changes(case: Case) -> int:
    changed, _ = case.revision()
    return changed


def test_answer_is_kept_under_its_key(case: Case) -> None:
    case.keep_answer("map", b"an answer", changed=changes(case))
    assert (case.kept_answer("map"), case.kept_answer("network")) == (b"an answer", None)


def test_answer_of_an_older_state_is_not_kept(case: Case) -> None:
    case.keep_answer("map", b"an answer", changed=changes(case) - 1)
    assert case.kept_answer("map") is None


def test_answer_is_not_kept_while_something_waits_to_be_settled(case: Case) -> None:
    case.put(read(document("Ana Paz met Kim Rao.", "later.txt", published="2024-06-01")), at=AT)
    case.keep_answer("map", b"an answer", changed=changes(case))
    assert case.kept_answer("map") is None


def test_answers_of_an_older_state_go_with_the_first_of_a_new_one(case: Case) -> None:
    case.keep_answer("map", b"an answer", changed=changes(case))
    case.put(read(document("Ana Paz met Kim Rao.", "later.txt", published="2024-06-01")), at=AT)
    settle(case)
    case.keep_answer("network", b"another", changed=changes(case))
    assert (case.kept_answer("map"), case.kept_answer("network")) == (None, b"another")
