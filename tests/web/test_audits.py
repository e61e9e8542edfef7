"""The audit by the API."""

from typing import Any

from fastapi.testclient import TestClient


def _asked(client: TestClient, **asked: object) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/cases/volta/audit", params=asked).json()
    return found


def test_finding_stands_at_its_sentence(volta: TestClient) -> None:
    page = _asked(volta)
    (found,) = page["items"]
    assert (found["kind"], found["severity"], found["text"], found["statements"]) == (
        "impossible time", "medium", "2025-03-02 was a Sunday, not a Monday.", 1,
    )  # fmt: skip
    assert [one["sentence"] for one in found["passages"]] == ["Japan condemned Togo on Monday, 2 March 2025."]
    shown = volta.get(f"/api/cases/volta/claims/{found['claims'][0]}").json()["claim"]
    assert shown["passages"] == found["passages"]
    assert {one["kind"]: one["number"] for one in page["counts"] if one["number"]} == {"impossible time": 1}
    assert (page["total"], page["next"], page["searched"]) == (1, None, 12)


def test_kinds_narrow_the_list(volta: TestClient) -> None:
    assert _asked(volta, kind=["sum", "contradiction"])["items"] == []
    assert _asked(volta, kind=["sum", "impossible time"])["total"] == 1
    assert _asked(volta, kind=["gossip"])["code"] == "invalid_request"
