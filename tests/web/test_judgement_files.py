"""Judgements as files by the API: out of one case, into another."""

import pytest
from fastapi.testclient import TestClient

from palanca.web.routes import judgement_files
from tests.waiting import wait_until

_FILE = "/api/cases/lome/judgements/file"


def _reject_the_meeting(client: TestClient) -> str:
    """Reject it; the file of judgements."""
    claim = client.get("/api/cases/lome/claims", params={"q": "kind:event category:CONSULT"}).json()["items"][0]
    new = {"verdict": "reject", "on": [claim["id"]], "who": "Ines"}
    assert client.post("/api/cases/lome/judgements", json=new).is_success
    return client.get(_FILE).text


def _taken(client: TestClient, content: bytes) -> tuple[int, dict[str, object]]:
    answer = client.post(_FILE, files={"file": ("judgements.jsonl", content)})
    return answer.status_code, answer.json()


@pytest.fixture
def lines(client: TestClient) -> bytes:
    """What a colleague decided on the same documents."""
    words = _reject_the_meeting(client).encode().replace(b'"Ines"', b'"Paul"')
    return words.replace(words[words.index(b'"id"') : words.index(b'"note"')], b"")


def test_file_of_a_case_is_known_to_it(client: TestClient) -> None:
    written = _reject_the_meeting(client)
    assert _taken(client, written.encode()) == (201, {"new": 0, "known": 1})


def test_what_a_colleague_decided_is_taken_in_and_settled(client: TestClient, lines: bytes) -> None:
    assert _taken(client, lines) == (201, {"new": 1, "known": 0})
    wait_until(lambda: client.get("/api/cases/lome").json()["is_settled"], "the case is settled")
    log = client.get("/api/cases/lome/judgements").json()["items"]
    assert sorted((one["who"], one["verdict"], one["standing"]) for one in log) == [
        ("Ines", "reject", "holds"), ("Paul", "reject", "holds"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("spoiled", "told"),
    [
        (b"<<<<<<< ours", "line 2 is no line of JSON"),
        (b"[" * 100_000, "line 2 is no line of JSON"),
        (b"1" * 5_000, "line 2 is no line of JSON"),
        (b"{}", "line 2: verdict: add it"),
        (b"\xff\xfe", "no text in UTF-8"),
    ],
    ids=["mark of a merge", "brackets", "number", "empty", "another encoding"],
)
def test_nothing_is_taken_of_a_file_with_a_spoiled_line(
    client: TestClient, lines: bytes, spoiled: bytes, told: str
) -> None:
    status, problem = _taken(client, lines.rstrip() + b"\n" + spoiled)
    assert (status, problem["code"]) == (422, "invalid_judgement")
    assert told in str(problem["detail"])
    assert client.get("/api/cases/lome/judgements").json()["total"] == 1


def test_file_past_the_limit_is_refused(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judgement_files, "MOST_BYTES", 10)
    status, problem = _taken(client, b" " * 11)
    assert (status, problem["code"]) == (413, "too_large")
