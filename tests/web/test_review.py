"""The queues of review by the API."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import palanca
from palanca.records import JudgementId
from palanca.web.shelf import Shelf
from tests.waiting import wait_until
from tests.web.serving import client_of


def _ids(client: TestClient, **asked: str | int) -> list[str]:
    return [one["id"] for one in client.get("/api/cases/lome/review", params=asked).json()["items"]]


def test_claims_that_nobody_has_looked_at_wait_page_by_page(client: TestClient) -> None:
    whole = client.get("/api/cases/lome/review", params={"queue": "claims", "limit": 200}).json()
    assert whole["waiting"]["claims"] == len(whole["items"])
    first = client.get("/api/cases/lome/review", params={"queue": "claims", "limit": 2}).json()
    second = _ids(client, queue="claims", limit=2, cursor=first["next"])
    assert [one["id"] for one in first["items"]] + second == [one["id"] for one in whole["items"]][:4]


def test_only_claims_that_pass_the_filter_wait(client: TestClient) -> None:
    asked = {"queue": "claims", "q": "kind:office"}
    found = client.get("/api/cases/lome/review", params=asked).json()
    assert {item["claim"]["kind"] for item in found["items"]} == {"office"}
    assert found["waiting"]["claims"] == len(found["items"])
    assert client.get("/api/cases/lome/review", params={"queue": "claims"}).json()["waiting"]["claims"] > len(
        found["items"]
    )


def test_what_readers_are_least_sure_of_comes_first(client: TestClient) -> None:
    items = client.get("/api/cases/lome/review", params={"queue": "claims"}).json()["items"]
    agreed = [one["claim"]["confidence"] for one in items if not one["claim"]["disputes"]]
    assert agreed == sorted(agreed)


def test_what_was_judged_waits_no_longer_and_waits_again_once_undone(client: TestClient) -> None:
    (first, *_) = client.get("/api/cases/lome/review", params={"queue": "claims"}).json()["items"]
    seen = {"on": [first["id"]], "seen": [first["claim"]["tag"]], "who": "Ines"}
    made = client.post("/api/cases/lome/judgements", json=seen | {"verdict": "confirm"}).json()["items"]
    assert first["id"] not in _ids(client, queue="claims", limit=200)
    undo = {"verdict": "undo", "on": [made[0]["id"]], "who": "Ines"}
    assert client.post("/api/cases/lome/judgements", json=undo).status_code == 201
    wait_until(lambda: first["id"] in _ids(client, queue="claims", limit=200), "the claim is back in its queue")


def test_only_undated_and_coarsely_dated_claims_wait_for_dates(tmp_path: Path) -> None:
    for name, text in (("none", "Ghana condemned Togo."), ("year", "In 2021, Peru condemned Chile."),
                       ("day", "On 4 March 2025, Kenya condemned Japan.")):  # fmt: skip
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    palanca.read(tmp_path / "lome.palanca", [tmp_path])
    with client_of(tmp_path / "lome.palanca") as client:
        items = client.get("/api/cases/lome/review", params={"queue": "dates"}).json()["items"]
        events = client.get("/api/cases/lome/claims", params={"q": "kind:event"}).json()["items"]
    assert {one["claim"]["time"] for one in items} == {None, "2021"}
    assert {one["time"] for one in events} == {None, "2021", "2025-03-04"}


def test_queue_is_not_read_again_before_a_judgement_is_settled(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf: Shelf = client.app.state.shelf  # type: ignore[attr-defined]  # an application has more than ASGI says
    first, *others = _ids(client, queue="claims")
    monkeypatch.setattr("palanca.web.routes.review.waiting", None)
    monkeypatch.setattr("palanca.web.routes.review.count_waiting", None)
    shelf.desk("lome").judged[first] = JudgementId("kept and not settled")
    assert _ids(client, queue="claims") == others
