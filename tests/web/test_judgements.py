"""Deciding by the API."""

from collections.abc import Callable
from time import monotonic, sleep
from typing import Any

from fastapi.testclient import TestClient

_MEETING = {"q": "kind:event category:CONSULT"}


def _meeting(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/cases/lome/claims", params=_MEETING).json()["items"][0]
    return found


def _until(is_so: Callable[[], bool]) -> None:
    deadline = monotonic() + 60
    while not is_so():
        assert monotonic() < deadline, "it was never settled"
        sleep(0.05)


def test_confirmed_claim_is_confirmed_once_settled_and_open_again_once_undone(client: TestClient) -> None:
    claim = _meeting(client)
    new = {"verdict": "confirm", "on": [claim["id"]], "seen": [claim["tag"]], "who": "Ines"}
    answer = client.post("/api/cases/lome/judgements", json=new)
    assert answer.status_code == 201
    _until(lambda: bool(client.get("/api/cases/lome").json()["is_settled"]))
    assert _meeting(client)["review"] == "confirmed"
    history = client.get(f"/api/cases/lome/claims/{claim['id']}").json()["judgements"]
    assert [(one["verdict"], one["who"], one["standing"]) for one in history] == [("confirm", "Ines", "holds")]
    undo = {"verdict": "undo", "on": [answer.json()["items"][0]["id"]], "who": "Ines"}
    assert client.post("/api/cases/lome/judgements", json=undo).status_code == 201
    _until(lambda: _meeting(client)["review"] == "open")


def test_second_window_does_not_overwrite_what_the_first_decided(client: TestClient) -> None:
    claim = _meeting(client)
    seen = {"on": [claim["id"]], "seen": [claim["tag"]]}
    assert client.post("/api/cases/lome/judgements", json=seen | {"verdict": "reject", "who": "Ines"}).is_success
    second = client.post("/api/cases/lome/judgements", json=seen | {"verdict": "confirm", "who": "Paul"})
    assert (second.status_code, second.json()["code"]) == (409, "changed_meanwhile")
    _until(lambda: client.get("/api/cases/lome").json()["is_settled"])
    third = client.post("/api/cases/lome/judgements", json=seen | {"verdict": "confirm", "who": "Paul"})
    assert third.status_code == 409
    log = client.get("/api/cases/lome/judgements").json()
    assert [(one["verdict"], one["who"]) for one in log["items"]] == [("reject", "Ines")]


def test_correction_of_a_wrong_value_is_refused(client: TestClient) -> None:
    claim = _meeting(client)
    new = {"verdict": "correct", "on": [claim["id"]], "field": "time", "value": "next moon", "who": "Ines"}
    answer = client.post("/api/cases/lome/judgements", json=new)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_judgement")


def test_renamed_thing_is_called_so(client: TestClient) -> None:
    things = client.get("/api/cases/lome/things", params={"name": "Adjavon"}).json()["items"]
    new = {"verdict": "rename", "on": [things[0]["id"]], "value": "Kossi A. Adjavon", "who": "Ines"}
    assert client.post("/api/cases/lome/judgements", json=new).status_code == 201
    path = f"/api/cases/lome/things/{things[0]['id']}"
    _until(lambda: bool(client.get(path).json()["thing"]["caption"] == "Kossi A. Adjavon"))
