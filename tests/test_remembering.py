"""Answers that are kept at hand."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from palanca.remembering import Remembered


def _telling(made: list[str], answer: str) -> Callable[[], str]:
    def make() -> str:
        made.append(answer)
        return answer

    return make


def test_answer_is_made_once() -> None:
    remembered, made = Remembered(), list[str]()
    assert [remembered.get("key", _telling(made, "answer")) for _ in range(3)] == ["answer"] * 3
    assert made == ["answer"]


def test_two_who_ask_at_once_wait_for_one_answer() -> None:
    remembered, made = Remembered(), list[str]()
    begun, is_let_go = Event(), Event()

    def slow() -> str:
        begun.set()
        assert is_let_go.wait(300)
        return _telling(made, "first")()

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(remembered.get, "key", slow)
        assert begun.wait(300)
        second = threads.submit(remembered.get, "key", _telling(made, "second"))
        is_let_go.set()
        assert (first.result(300), second.result(300), made) == ("first", "first", ["first"])


def test_answer_not_asked_for_longest_is_forgotten() -> None:
    remembered, made = Remembered(most=2), list[str]()
    for key in ("a", "b", "a", "c", "a", "b"):
        remembered.get(key, _telling(made, key))
    assert made == ["a", "b", "c", "b"]


def test_error_is_raised_and_not_kept() -> None:
    remembered = Remembered()

    def fail() -> str:
        raise LookupError("no such country")

    with pytest.raises(LookupError, match="no such country"):
        remembered.get("key", fail)
    assert remembered.get("key", lambda: "answer") == "answer"
