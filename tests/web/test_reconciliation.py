"""Registers against press by the API."""

from fastapi.testclient import TestClient

from tests.web.serving import answer


def test_conflict_shows_the_row_and_the_article(volta: TestClient) -> None:
    page = answer(volta, "reconcile")
    conflict, alone = page["items"]
    assert (conflict["register_name"], conflict["verdict"], conflict["difference"]) == (
        "visits", "conflict", "other day: off by 5 days (2024-05-03 or 2024-05-08)",
    )  # fmt: skip
    assert conflict["row"]["passages"][0]["document"]["register_name"] == "visits"
    assert conflict["press"]["passages"][0]["sentence"] == "Lucia Montero visited Togo on 8 May 2024."
    assert (alone["verdict"], alone["row"]["parties"][0]["text"], alone["press"]) == (
        "register only", "Omar Said", None,
    )  # fmt: skip
    assert page["counts"] == [
        {"register_name": "visits", "verdict": "conflict", "number": 1},
        {"register_name": "visits", "verdict": "register only", "number": 1},
    ]
    assert (page["total"], page["next"], page["searched"]) == (2, None, 12)


def test_verdict_narrows_the_list_and_not_the_counts(volta: TestClient) -> None:
    page = answer(volta, "reconcile", register="visits", verdict="register only")
    assert [one["verdict"] for one in page["items"]] == ["register only"]
    assert (page["total"], len(page["counts"])) == (1, 2)


def test_pages_follow_each_other(volta: TestClient) -> None:
    first = answer(volta, "reconcile", limit=1)
    second = answer(volta, "reconcile", limit=1, cursor=first["next"])
    assert first["items"] + second["items"] == answer(volta, "reconcile")["items"]


def test_unknown_register_and_verdict_are_told(volta: TestClient) -> None:
    assert answer(volta, "reconcile", register="voyages")["code"] == "unknown_register"
    assert answer(volta, "reconcile", verdict="maybe")["code"] == "invalid_request"
