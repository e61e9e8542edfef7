"""Answers that are not there in time."""

import gc
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from fastapi.testclient import TestClient

from palanca.records.errors import Outdated
from palanca.web.patience import PATIENCE_S, patience_of
from palanca.web.shapes.claims import Claim, shown_claims
from tests.collecting import collecting_often
from tests.web.serving import answer, case_of, client_of


def test_server_looks_for_garbage_rarely_until_it_ends(case_path: Path) -> None:
    with collecting_often() as often:
        with client_of(case_path):
            within = gc.get_threshold()[0]
        assert (within > often, gc.get_threshold()[0]) == (True, often)


def test_answer_that_takes_long_is_told_and_comes_on_asking_again(
    volta: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_let_go, case = Event(), case_of(volta)
    counted = case.count_documents()

    def slow() -> int:
        assert is_let_go.wait(300)
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


def test_answer_waits_while_claims_are_settled_under_it(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = iter([Outdated("a statement has gone")])

    def shown(*told: Any) -> list[Claim]:
        for error in gone:
            raise error
        return shown_claims(*told)

    monkeypatch.setattr("palanca.web.routes.claims.shown_claims", shown)
    answer = client.get("/api/cases/lome/claims")
    assert (answer.status_code, len(answer.json()["items"]) > 0) == (200, True)


def test_who_waits_too_long_for_claims_is_told_to_look_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown(*_: Any) -> list[Claim]:
        raise Outdated("a statement has gone")

    monkeypatch.setattr("palanca.web.routes.claims.shown_claims", shown)
    monkeypatch.setattr("palanca.web.tagging._BETWEEN_TRIES_S", 0)
    answer = client.get("/api/cases/lome/claims")
    assert (answer.status_code, answer.json()["code"]) == (409, "changed_meanwhile")
