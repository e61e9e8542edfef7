"""Who held which office, by the API."""

from typing import Any

from fastapi.testclient import TestClient


def _holders(page: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    return [(one["standing"], one["person"]["text"], one["office"], one["body"]) for one in page["items"]]


def test_offices_of_a_country_include_envoys_sent_to_it(volta: TestClient) -> None:
    page = volta.get("/api/cases/volta/offices", params={"at": "2025-03-04", "body": "Togo"}).json()
    assert sorted(_holders(page)) == [
        ("certain", "Kossi Adjavon", "foreign minister", "Togo"),
        ("certain", "Marta Lindqvist", "ambassador to Togo", "Sweden"),
    ]
    assert (page["total"], page["next"], page["searched"]) == (2, None, 12)


def test_role_narrows_it_and_the_holder_opens_at_a_sentence(volta: TestClient) -> None:
    asked = {"at": "2025-03-04", "body": "TGO", "role": "minister of foreign affairs"}
    (holder,) = volta.get("/api/cases/volta/offices", params=asked).json()["items"]
    assert holder["person"]["text"] == "Kossi Adjavon"
    assert holder["claim"]["passages"][0]["sentence"].startswith("Togo's foreign minister, Kossi Adjavon, met")


def test_office_in_words_is_found_of_a_country(volta: TestClient) -> None:
    asked = {"office": "ambassador to Togo", "at": "2025-03"}
    expected = [("certain", "Marta Lindqvist", "ambassador to Togo", "Sweden")]
    assert _holders(volta.get("/api/cases/volta/who", params=asked | {"of": "SWE"}).json()) == expected
    assert _holders(volta.get("/api/cases/volta/who", params=asked | {"of": "Japan"}).json()) == []


def test_wrong_time_and_country_are_told(volta: TestClient) -> None:
    assert volta.get("/api/cases/volta/offices", params={"at": "soon"}).json()["code"] == "invalid_time"
    asked = {"office": "foreign minister", "at": "2025", "of": "Atlantis"}
    assert volta.get("/api/cases/volta/who", params=asked).json()["code"] == "unknown_country"
