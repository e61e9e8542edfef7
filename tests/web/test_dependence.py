"""Dependence by the API."""

from fastapi.testclient import TestClient

SWEDEN = {"code": "SWE", "name": "Sweden", "name_es": "Suecia"}
JAPAN = {"code": "JPN", "name": "Japan", "name_es": "Japón"}


def test_shares_of_trade_open_at_their_rows(volta: TestClient) -> None:
    found = volta.get("/api/cases/volta/dependence", params={"host": "Togo", "of": "trade"}).json()
    exports = found["measures"][0]
    shares = [(one["power"], one["value"], one["share"], one["claims"]["number"]) for one in exports["shares"]]
    assert shares == [(SWEDEN, 300.0, 0.75, 1), (JAPAN, 100.0, 0.25, 1)]
    assert exports["concentration"] == {"index": 0.625, "normalised": 0.25, "parts": 2}
    assert exports["told_by"] == [{"source": "bilateral_trade", "documents": 2}]
    first = exports["shares"][0]
    shown = volta.get(f"/api/cases/volta/claims/{first['claims']['first'][0]}").json()["claim"]
    assert shown["passages"][0]["document"]["id"] == first["opens_in"]


def test_answer_tells_its_formula_what_it_lacks_and_its_scope(volta: TestClient) -> None:
    found = volta.get("/api/cases/volta/dependence", params={"host": "TGO", "by_year": True}).json()
    assert [(one["power"]["code"], one["year"], one["capacity"]) for one in found["capacities"]] == [
        ("SWE", 2023, 0.75),
        ("JPN", 2023, 100 / 300 * 0.25),
    ]
    assert found["formula"].startswith("capacity = bandwidth × dependence")
    assert "trade agreements" in [one["text"] for one in found["missing"]]
    untold = {"code": "untold", "values": {}, "text": "does not say what it covers"}
    assert found["registers"] == [{"register_name": "bilateral_trade", "covers": [untold]}]
    assert found["scope"] == {"claims": 2, "documents": 2, "sources": 1, "searched": 12, "unseen": []}


def test_unknown_country_is_told(volta: TestClient) -> None:
    answer = volta.get("/api/cases/volta/dependence", params={"host": "Atlantis"})
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_country")
