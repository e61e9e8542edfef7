"""Claims by the API."""

import pytest
from fastapi.testclient import TestClient

from tests.web.serving import answer


def test_claims_of_a_filter_open_at_their_words(client: TestClient) -> None:
    page = client.get("/api/cases/lome/claims", params={"q": "kind:event category:CONSULT"}).json()
    (claim,) = page["items"]
    assert [(party["role"], party["text"]) for party in claim["parties"] if party["role"]] == [
        ("actor", "Kossi Adjavon"),
        ("actor", "Marta Lindqvist"),
    ]
    (passage,) = claim["passages"]
    start, end = passage["words"]
    assert "met Ambassador Marta Lindqvist" in passage["sentence"][start:end]
    assert passage["document"]["name"] == "lome-01"


def test_pages_of_claims_follow_each_other_and_end(client: TestClient) -> None:
    whole = client.get("/api/cases/lome/claims", params={"limit": 200}).json()
    found, cursor = [], None
    while True:
        page = client.get("/api/cases/lome/claims", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        found += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    assert found == whole["items"]
    assert whole["scope"]["claims"] == len(found)


def test_latest_claims_come_first_when_asked_and_those_without_a_time_not_at_all(volta: TestClient) -> None:
    whole = answer(volta, "claims", limit=200)["items"]
    dated = [one for one in whole if one["time"]]
    assert 1 < len(dated) < len(whole)
    assert answer(volta, "claims", limit=200, latest=True)["items"] == dated[::-1]
    assert answer(volta, "claims", limit=2, latest=True)["items"] == dated[:-3:-1]


def test_query_that_cannot_be_read_tells_the_character(client: TestClient) -> None:
    told = client.get("/api/cases/lome/claims", params={"q": "kind:event who:"})
    assert (told.status_code, told.json()["code"], told.json()["position"]) == (422, "unreadable_query", 15)


@pytest.mark.parametrize(
    ("line", "code", "values"),
    [
        ("kind:evnt", "query_near_value", {"value": "'evnt'", "field": "kind", "near": "event"}),
        ("whom:Owusu", "query_near", {"field": "whom", "near": "who"}),
        ("(kind:event", "query_open", {}),
        ('said:"port', "query_quotation", {}),
        ("sources:9..2", "query_numbers", {"range": "9..2"}),
        ("time:2022-13", "no_month", {"date": "2022-13"}),
        ("time:2023..2022", "query_dates", {"range": "2023..2022"}),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_query_is_told_for_a_page_to_word(
    client: TestClient, line: str, code: str, values: dict[str, str]
) -> None:
    says = client.get("/api/cases/lome/claims", params={"q": line}).json()["says"]
    assert (says["code"], says["values"]) == (code, values)


def test_unknown_claim_and_case_are_told_by_code(client: TestClient) -> None:
    assert client.get("/api/cases/lome/claims/none").json()["code"] == "unknown_claim"
    assert client.get("/api/cases/kampala/claims").json()["code"] == "unknown_case"


def test_answer_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/cases/lome/claims")
    again = client.get("/api/cases/lome/claims", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/api/cases/lome/claims?limit=1", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_facets_count_the_claims_of_a_filter_by_kind_channel_and_year(client: TestClient) -> None:
    facets = client.get("/api/cases/lome/facets", params={"q": "kind:event time:2025-03-03"}).json()
    events = client.get("/api/cases/lome/claims", params={"q": "kind:event time:2025-03-03"}).json()["scope"]["claims"]
    assert facets["kinds"] == [{"value": "event", "claims": events}]
    assert facets["claims"] == events == sum(one["claims"] for one in facets["channels"])
    assert [one["value"] for one in facets["years"]] == ["2025"]


def test_sources_of_what_a_histogram_counts_are_told_to_who_asks(volta: TestClient) -> None:
    found = answer(volta, "histogram", q="kind:event", with_sources=True)
    behind = answer(volta, "claims", q="kind:event")["scope"]
    assert sum(one["claims"] for one in found["items"]) + found["undated"] == behind["claims"]
    assert found["sources"] == behind["sources"]
    assert answer(volta, "histogram", q="kind:event")["sources"] is None


def test_id_of_a_thing_finds_its_claims_and_none_of_a_namesake(client: TestClient) -> None:
    (thing,) = client.get("/api/cases/lome/things", params={"name": "Marta Lindqvist"}).json()["items"]
    found = client.get("/api/cases/lome/claims", params={"q": f"who:{thing['id']}"}).json()["items"]
    assert found
    assert all(thing["id"] in {party["thing"] for party in claim["parties"]} for claim in found)
    shown = client.get(f"/api/cases/lome/things/{thing['id']}").json()
    assert sum(shown["claims"].values()) == len(found)


def test_name_that_is_none_for_a_file_is_refused(client: TestClient) -> None:
    told = client.post("/api/cases", json={"name": "../elsewhere"})
    assert (told.status_code, told.json()["code"]) == (422, "invalid_name")


def test_of_several_claims_those_that_have_gone_are_left_out(volta: TestClient) -> None:
    (claim, *_) = volta.get("/api/cases/volta/claims").json()["items"]
    path = "/api/cases/volta/claims-by-id"
    assert [one["id"] for one in volta.get(path, params={"id": ["gone", claim["id"]]}).json()] == [claim["id"]]
    assert volta.get(path, params={"id": ["gone"]}).status_code == 404
