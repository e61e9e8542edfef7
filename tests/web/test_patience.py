"""Answers that are not there in time."""

from threading import Event

import pytest
from fastapi.testclient import TestClient

from palanca.web.patience import PATIENCE_S, patience_of
from tests.web.serving import answer, case_of


def test_answer_that_takes_long_is_told_and_comes_on_asking_again(
    volta: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_let_go, case = Event(), case_of(volta)
    counted = case.count_documents()

    def slow() -> int:
        assert is_let_go.wait(60)
        return counted

    monkeypatch.setattr(case, "count_documents", slow)
    address = "/api/cases/volta/claims?limit=3"
    early = volta.get(address, headers={"Prefer": "wait=0"})
    is_let_go.set()
    late = volta.get(address)
    assert (early.status_code, early.json()["code"], "etag" in early.headers) == (202, "still_working", False)
    assert (late.status_code, len(late.json()["items"]), "etag" in late.headers) == (200, 3, True)


def test_error_of_an_answer_that_takes_long_is_told(volta: TestClient) -> None:
    volta.get("/api/cases/volta/claims/nothing", headers={"Prefer": "wait=0"})
    assert answer(volta, "claims/nothing")["code"] == "unknown_claim"


@pytest.mark.parametrize(("prefer", "seconds"), [("", PATIENCE_S), ("wait=20", 20), ("respond-async, wait=0", 0)])
def test_who_asks_says_how_long_to_wait(prefer: str, seconds: float) -> None:
    assert patience_of(prefer) == seconds
