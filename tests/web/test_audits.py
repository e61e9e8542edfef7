"""The audit by the API."""

from fastapi.testclient import TestClient

from tests.web.serving import answer


def test_finding_stands_at_its_sentence(volta: TestClient) -> None:
    page = answer(volta, "audit")
    (found,) = page["items"]
    assert (found["kind"], found["severity"], found["says"]["text"], found["sentences"]) == (
        "impossible time", "medium", "2025-03-02 was a Sunday, not a Monday.", 1,
    )  # fmt: skip
    assert [one["sentence"] for one in found["passages"]] == ["Japan condemned Togo on Monday, 2 March 2025."]
    shown = volta.get(f"/api/cases/volta/claims/{found['claims'][0]}").json()["claim"]
    assert shown["passages"] == found["passages"]
    assert {one["kind"]: (one["number"], one["by_severity"]) for one in page["counts"] if one["number"]} == {
        "impossible time": (1, {"high": 0, "medium": 1, "low": 0})
    }
    assert (page["total"], page["next"], page["searched"]) == (1, None, 12)


def test_kinds_narrow_the_list(volta: TestClient) -> None:
    assert answer(volta, "audit", kind=["sum", "contradiction"])["items"] == []
    assert answer(volta, "audit", kind=["sum", "impossible time"])["total"] == 1
    assert answer(volta, "audit", kind=["gossip"])["code"] == "invalid_request"


def test_severity_narrows_the_list(volta: TestClient) -> None:
    assert answer(volta, "audit", severity=["high", "low"])["items"] == []
    assert answer(volta, "audit", severity=["medium"], kind=["impossible time"])["total"] == 1
