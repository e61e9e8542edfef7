"""Deciding by the API."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event
from typing import Any

import pytest
from fastapi.testclient import TestClient

from palanca.records import Judgement
from palanca.store import Case
from palanca.web.deciding import decide
from palanca.web.routes import judgements as judgements_module
from palanca.web.shapes.judgements import NewJudgement
from tests.waiting import wait_until

_MEETING = {"q": "kind:event category:CONSULT"}


def _meeting(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/cases/lome/claims", params=_MEETING).json()["items"][0]
    return found


def test_confirmed_claim_is_confirmed_once_settled_and_open_again_once_undone(client: TestClient) -> None:
    claim = _meeting(client)
    new = {"verdict": "confirm", "on": [claim["id"]], "seen": [claim["tag"]], "who": "Ines"}
    answer = client.post("/api/cases/lome/judgements", json=new)
    assert answer.status_code == 201
    wait_until(lambda: client.get("/api/cases/lome").json()["is_settled"], "the case is settled")
    assert _meeting(client)["review"] == "confirmed"
    history = client.get(f"/api/cases/lome/claims/{claim['id']}").json()["judgements"]
    assert [(one["verdict"], one["who"], one["standing"]) for one in history] == [("confirm", "Ines", "holds")]
    undo = {"verdict": "undo", "on": [answer.json()["items"][0]["id"]], "who": "Ines"}
    assert client.post("/api/cases/lome/judgements", json=undo).status_code == 201
    wait_until(lambda: _meeting(client)["review"] == "open", "the meeting is open again")


def test_corrected_claim_tells_who_corrected_it_until_that_is_undone(client: TestClient) -> None:
    claim = _meeting(client)
    assert (claim["review"], claim["judged"]) == ("open", None)
    new = {"verdict": "correct", "field": "time", "value": "2021-05", "on": [claim["id"]], "who": "Ines"}
    answer = client.post("/api/cases/lome/judgements", json=new)
    wait_until(lambda: _meeting(client)["review"] == "corrected", "the meeting is corrected")
    assert _meeting(client)["judged"] == {"who": "Ines", "at": answer.json()["items"][0]["at"]}
    undo = {"verdict": "undo", "on": [one["id"] for one in answer.json()["items"]][:1], "who": "Paul"}
    assert client.post("/api/cases/lome/judgements", json=undo).status_code == 201
    wait_until(lambda: _meeting(client)["review"] == "open", "the meeting is open again")
    assert _meeting(client)["judged"] is None


def test_second_window_does_not_overwrite_what_the_first_decided(client: TestClient) -> None:
    claim = _meeting(client)
    seen = {"on": [claim["id"]], "seen": [claim["tag"]]}
    assert client.post("/api/cases/lome/judgements", json=seen | {"verdict": "reject", "who": "Ines"}).is_success
    second = client.post("/api/cases/lome/judgements", json=seen | {"verdict": "confirm", "who": "Paul"})
    assert (second.status_code, second.json()["code"]) == (409, "changed_meanwhile")
    wait_until(lambda: client.get("/api/cases/lome").json()["is_settled"], "the case is settled")
    third = client.post("/api/cases/lome/judgements", json=seen | {"verdict": "confirm", "who": "Paul"})
    assert third.status_code == 409
    log = client.get("/api/cases/lome/judgements").json()
    assert [(one["verdict"], one["who"]) for one in log["items"]] == [("reject", "Ines")]


def test_of_two_who_decide_at_once_the_second_is_told_of_the_first(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = _meeting(client)
    seen = {"on": [claim["id"]], "seen": [claim["tag"]]}
    first_decides, may_go_on = Event(), Event()

    def slowly(case: Case, new: NewJudgement) -> list[Judgement]:
        first_decides.set()
        assert may_go_on.wait(300)
        return decide(case, new)

    monkeypatch.setattr(judgements_module, "decide", slowly)
    with ThreadPoolExecutor(2) as windows:
        new = {"verdict": "reject", "who": "Ines"}
        first = windows.submit(client.post, "/api/cases/lome/judgements", json=seen | new)
        assert first_decides.wait(300)
        first_decides.clear()
        second = windows.submit(client.post, "/api/cases/lome/judgements", json=seen | new | {"who": "Paul"})
        assert not first_decides.wait(1)
        may_go_on.set()
        assert (first.result(300).status_code, second.result(300).status_code) == (201, 409)


@pytest.mark.parametrize("verdict", ["reject", "undo", "correct"])
def test_judgement_that_is_sent_again_since_its_answer_was_lost_is_kept_once(client: TestClient, verdict: str) -> None:
    claim = _meeting(client)
    told = {"on": [claim["id"]], "seen": [claim["tag"]], "verdict": verdict, "who": "Ines"}
    told |= {"at": "2025-03-14T09:26:53.589Z"}
    if verdict == "correct":
        told |= {"field": "time", "value": "2025-03-02"}
    if verdict == "undo":
        first = client.post("/api/cases/lome/judgements", json=told | {"verdict": "reject"}).json()["items"]
        told |= {"on": [first[0]["id"]], "seen": []}
    answers = [client.post("/api/cases/lome/judgements", json=told) for _ in range(2)]
    assert [one.status_code for one in answers] == [201, 201]
    ids = [[one["id"] for one in answer.json()["items"]] for answer in answers]
    assert ids[0] == ids[1] != []
    log = client.get("/api/cases/lome/judgements").json()["items"]
    assert {one["id"] for one in log if one["verdict"] == verdict} == set(ids[0])


def test_moment_that_is_still_to_come_is_now(client: TestClient) -> None:
    claim = _meeting(client)
    new = {"verdict": "confirm", "on": [claim["id"]], "who": "Ines", "at": "2999-01-01T00:00:00Z"}
    (made,) = client.post("/api/cases/lome/judgements", json=new).json()["items"]
    assert datetime.fromisoformat(made["at"]) <= datetime.now(UTC)


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
    wait_until(lambda: client.get(path).json()["thing"]["caption"] == "Kossi A. Adjavon", "he is renamed")


def test_country_is_asked_for_as_the_case_calls_it(client: TestClient) -> None:
    things = client.get("/api/cases/lome/things?limit=200").json()["items"]
    togo = next(one["id"] for one in things if one["is_country"] and one["country"] == "TGO")
    new = {"verdict": "rename", "on": [togo], "value": "Land of the Ewe", "who": "Ines"}
    assert client.post("/api/cases/lome/judgements", json=new).status_code == 201
    path = f"/api/cases/lome/things/{togo}"
    wait_until(lambda: client.get(path).json()["thing"]["caption"] == "Land of the Ewe", "it is renamed")
    for question in ("matrix", "standing", "dependence"):
        asked = {
            host: client.get(f"/api/cases/lome/{question}", params={"host": host})
            for host in ("Togo", "land of the ewe")
        }
        assert [one.json()["host"]["code"] for one in asked.values()] == ["TGO", "TGO"]
        assert client.get(f"/api/cases/lome/{question}?host=Atlantis").json()["code"] == "unknown_country"


def _sent(client: TestClient, document: dict[str, Any]) -> dict[str, Any]:
    """That somebody gave aid, in the first sentence of a document: by words that no reader takes for a name."""
    start, end = document["sentences"][0]
    text = document["text"]
    word = next(at for at in range(start, end) if text[at : at + 4].islower() and text[at : at + 4].isalpha())
    actor = {"part": "actor", "span": [word, word + 4], "schema_name": "Organization"}
    told = {"kind": "event", "span": [start, end], "category": "AID", "contexts": ["aid"], "time": "2025-03-09"}
    shown = document["document"]["id"]
    new = {"verdict": "state", "on": [shown], "seen": [shown], "who": "Ines", "statement": told | {"parts": [actor]}}
    answer: dict[str, Any] = client.post("/api/cases/lome/judgements", json=new).json()
    return answer


@pytest.mark.parametrize(
    ("told", "facts"),
    [
        (
            {"kind": "instrument", "instrument": "agreement", "title": "Port  Accord", "number": "7", "parts": []},
            {"kind": "agreement", "title": "Port Accord", "number": "7"},
        ),
        ({"kind": "quantity", "amount": "3..5 berths", "of": "the old harbour", "parts": []},
         {"value": "3–5", "unit": "berths", "of": "the old harbour"}),
    ],
)  # fmt: skip
def test_instruments_and_numbers_are_stated_without_a_part(
    client: TestClient, told: dict[str, Any], facts: dict[str, str]
) -> None:
    document = _first_document(client)
    shown, asked = document["document"]["id"], {"q": f"kind:{told['kind']}"}
    new = {"verdict": "state", "on": [shown], "who": "Ines", "statement": told | {"span": document["sentences"][1]}}
    assert client.post("/api/cases/lome/judgements", json=new).status_code == 201
    stated: list[dict[str, Any]] = []

    def is_there() -> bool:
        claims = client.get("/api/cases/lome/claims", params=asked).json()["items"]
        stated[:] = [one for one in claims if one["passages"][0]["stated_by"] == "Ines"]
        return bool(stated)

    wait_until(is_there, "what was stated is there")
    (claim,) = stated
    assert facts.items() <= {one["name"]: one["value"] for one in claim["facts"]}.items()


def test_words_are_stated_as_said_by_whom_the_text_names(client: TestClient) -> None:
    document = _first_document(client)
    shown, (start, end) = document["document"]["id"], document["sentences"][-1]
    speaker = document["mentions"][0]["span"]
    told = {"kind": "quotation", "cue": "said", "span": [start, end], "parts": [{"part": "speaker", "span": speaker}]}
    new = {"verdict": "state", "on": [shown], "who": "Ines", "statement": told}
    assert client.post("/api/cases/lome/judgements", json=new).status_code == 201
    path = f"/api/cases/lome/documents/{shown}"
    spoken = {"kind": "quotation", "span": [start, end]}
    wait_until(lambda: any(spoken.items() <= one.items() for one in client.get(path).json()["told"]), "it is told")


def _first_document(client: TestClient) -> dict[str, Any]:
    name = client.get("/api/cases/lome/documents").json()["items"][0]["document"]["id"]
    found: dict[str, Any] = client.get(f"/api/cases/lome/documents/{name}").json()
    return found


def test_what_a_person_states_is_a_claim_that_says_so_until_it_is_undone(client: TestClient) -> None:
    document = _first_document(client)
    made = _sent(client, document)["items"][0]
    path = f"/api/cases/lome/documents/{document['document']['id']}"
    wait_until(lambda: len(client.get(path).json()["told"]) > len(document["told"]), "it is told")
    asked = {"q": "kind:event category:AID time:2025-03-09"}
    (claim,) = client.get("/api/cases/lome/claims", params=asked).json()["items"]
    passage = claim["passages"][0]
    assert (claim["review"], claim["channel"], passage["stated_by"]) == ("confirmed", "science-and-aid", "Ines")
    marked = [one["text"] for one in client.get(path).json()["mentions"] if one["form"] == "marked"]
    assert marked == [claim["parties"][0]["text"]]
    history = client.get(f"/api/cases/lome/claims/{claim['id']}").json()["judgements"]
    assert [(one["verdict"], one["id"], one["standing"]) for one in history] == [("state", made["id"], "holds")]
    undo = {"verdict": "undo", "on": [made["id"]], "who": "Ines"}
    assert client.post("/api/cases/lome/judgements", json=undo).status_code == 201
    wait_until(lambda: len(client.get(path).json()["told"]) == len(document["told"]), "it is taken back")
    assert client.get("/api/cases/lome/claims", params=asked).json()["items"] == []


def test_two_things_are_stated_in_a_document_one_right_after_the_other(client: TestClient) -> None:
    document = _first_document(client)
    assert len(_sent(client, document)["items"]) == len(_sent(client, document)["items"]) == 1


def test_nothing_is_stated_in_a_document_that_is_gone(client: TestClient) -> None:
    document = _first_document(client)
    assert client.delete(f"/api/cases/lome/documents/{document['document']['id']}").status_code == 204
    assert _sent(client, document)["code"] == "changed_meanwhile"


def test_what_is_stated_without_its_category_is_refused(client: TestClient) -> None:
    shown = _first_document(client)["document"]["id"]
    told = {"kind": "event", "span": [0, 5], "parts": [{"part": "actor", "span": [0, 5]}]}
    for statement in (None, told, told | {"category": "AID"}, told | {"category": "AID", "span": [5, 5]}):
        new = {"verdict": "state", "on": [shown], "who": "Ines", "statement": statement}
        answer = client.post("/api/cases/lome/judgements", json=new)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_judgement")
