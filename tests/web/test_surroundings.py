"""What stands around one thing, by the API."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from palanca.store.sqlite import SqliteCase
from tests.web.serving import answer


def _thing(client: TestClient, name: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/cases/lome/things", params={"name": name}).json()["items"][0]
    return found


def test_ties_of_a_thing_open_at_their_strongest_sentence(client: TestClient) -> None:
    minister = _thing(client, "Adjavon")
    page = client.get(f"/api/cases/lome/things/{minister['id']}/ties").json()
    tie = next(one for one in page["items"] if one["caption"] == "Marta Lindqvist" and one["channel"] == "diplomatic")
    assert tie["sentence"][slice(*tie["words"])]
    assert client.get(f"/api/cases/lome/claims/{tie['strongest']}").status_code == 200
    assert page["total"] == len(page["items"])


def test_countries_alone_are_given_when_asked(volta: TestClient) -> None:
    every = answer(volta, "things", limit=200)["items"]
    found = answer(volta, "things", only_countries=True)
    assert found["items"] == [one for one in every if one["is_country"]] != every
    assert found["total"] == len(found["items"])


def test_ties_come_by_name_when_asked(client: TestClient) -> None:
    minister = _thing(client, "Adjavon")
    items = client.get(f"/api/cases/lome/things/{minister['id']}/ties", params={"by": "name"}).json()["items"]
    names = [one["caption"] for one in items]
    assert len(names) > 1
    assert names == sorted(names)


def test_the_first_ties_and_more_of_them_are_looked_for_once(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int | None] = []
    looked = SqliteCase.ties

    def ties(self: SqliteCase, *given: Any, limit: int | None = None, **more: Any) -> Any:
        looks.append(limit)
        return looked(self, *given, limit=limit, **more)

    monkeypatch.setattr(SqliteCase, "ties", ties)
    path = f"/api/cases/lome/things/{_thing(client, 'Adjavon')['id']}/ties"
    more, first = (client.get(path, params={"limit": most}).json() for most in (24, 1))
    assert len(looks) == 1
    assert (first["items"], first["total"], first["next"]) == (more["items"][:1], more["total"], "1")


def test_documents_that_name_a_thing_tell_what_they_call_it(client: TestClient) -> None:
    minister = _thing(client, "Adjavon")
    page = client.get(f"/api/cases/lome/things/{minister['id']}/documents").json()
    assert [(one["document"]["name"], one["called"]) for one in page["items"]] == [
        ("lome-01", "Kossi Adjavon"),
        ("lome-02", "Kossi Adjavon"),
    ]


def test_what_one_document_calls_so_by_mistake_is_parted_by_its_own_id(client: TestClient) -> None:
    minister = _thing(client, "Adjavon")
    named = client.get(f"/api/cases/lome/things/{minister['id']}/documents").json()["items"]
    new = {"verdict": "different", "on": [minister["id"], named[0]["entity"]], "who": "Ines"}
    answer = client.post("/api/cases/lome/judgements", json=new)
    assert answer.status_code == 201
    assert len({on["document"] for on in answer.json()["items"][0]["on"]}) == 2


def test_who_takes_part_with_both_of_two_things_is_told_with_how_many_claims(volta: TestClient) -> None:
    one, other = (
        volta.get("/api/cases/volta/things", params={"name": name}).json()["items"][0]["id"]
        for name in ("Togo", "Marta Lindqvist")
    )
    shared = volta.get(f"/api/cases/volta/things/{one}/shared", params={"other": other}).json()["items"]
    assert {both["caption"] for both in shared} == {"Kossi Adjavon", "Sweden"}
    assert all(both["with_one"] and both["with_other"] for both in shared)
