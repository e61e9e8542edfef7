"""Answers that took long, kept in the case until the same is asked of a later state."""

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


def change(case: Case, text: str) -> int:
    """Read one document more and settle; how many changes there are then."""
    case.put(read(document(text, f"{len(text)}.txt", published="2024-06-01")), at=AT)
    settle(case)
    return changes(case)


def test_answer_is_kept_to_its_question_and_state(case: Case) -> None:
    case.keep_answer("map", "now", b"an answer", changed=changes(case))
    found = [case.kept_answer(*one) for one in (("map", "now"), ("map", "then"), ("network", "now"))]
    assert found == [b"an answer", None, None]


def test_answer_of_an_older_state_is_not_kept(case: Case) -> None:
    case.keep_answer("map", "then", b"an answer", changed=changes(case) - 1)
    assert case.last_answer("map") is None


def test_answer_is_not_kept_while_something_waits_to_be_settled(case: Case) -> None:
    case.put(read(document("Ana Paz met Kim Rao.", "later.txt", published="2024-06-01")), at=AT)
    case.keep_answer("map", "now", b"an answer", changed=changes(case))
    assert case.last_answer("map") is None


def test_last_answer_tells_of_which_state_it_is(case: Case) -> None:
    first = changes(case)
    case.keep_answer("map", "then", b"of before", changed=first)
    change(case, "Ana Paz met Kim Rao.")
    assert (case.last_answer("map"), case.last_answer("ma")) == (("then", first, b"of before"), None)


def test_answer_of_a_newer_state_takes_the_place_of_the_older(case: Case) -> None:
    case.keep_answer("map", "then", b"of before", changed=changes(case))
    case.keep_answer("network", "then", b"a network", changed=changes(case))
    now = change(case, "Ana Paz met Kim Rao.")
    case.keep_answer("map", "now", b"of now", changed=now)
    kept = case.kept_answer("map", "then"), case.last_answer("map"), case.kept_answer("network", "then")
    assert kept == (None, ("now", now, b"of now"), b"a network")


def test_where_there_is_no_room_answers_of_the_oldest_state_go(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("palanca.store.kept_answers._MOST_BYTES", 250)
    monkeypatch.setattr("palanca.store.kept_answers.zlib.compress", lambda answer, _: answer)
    monkeypatch.setattr("palanca.store.kept_answers.zlib.decompress", lambda answer: answer)
    for name in ("map", "network"):
        case.keep_answer(name, "then", b"." * 100, changed=changes(case))
        change(case, f"Ana Paz met Kim Rao in the {name}.")
    case.keep_answer("narratives", "now", b"." * 100, changed=changes(case))
    case.keep_answer("audit", "now", b"." * 251, changed=changes(case))
    kept = [name for name in ("map", "network", "narratives", "audit") if case.last_answer(name)]
    assert kept == ["network", "narratives"]
