"""Dossiers by the API."""

import pytest
from fastapi.testclient import TestClient

from palanca.exchange.dossier import pdf

ADJAVON = {"name": "Kossi Adjavon"}


def test_lines_of_a_dossier_stand_over_footnotes_at_their_words(volta: TestClient) -> None:
    found = volta.get("/api/cases/volta/portrait", params=ADJAVON).json()
    assert found["title"] == "Kossi Adjavon (person)"
    (office,) = found["sections"][0]["entries"]
    assert office["text"] == "Kossi Adjavon: foreign minister, Togo (in office at the time)"
    numbers = {one["number"]: one for one in found["footnotes"]}
    cited = numbers[office["footnotes"][0]]
    start, end = cited["words"]
    assert "Togo's foreign minister, Kossi Adjavon" in cited["sentence"][start:end]
    assert cited["document"]["outlet"] == "Gulf Courier"
    opened = volta.get(f"/api/cases/volta/claims/{office['claims'][0]}").json()["claim"]
    assert opened["passages"][0]["sentence"] == cited["sentence"]


def test_nothing_of_a_withheld_outlet_is_told(volta: TestClient) -> None:
    answer = volta.get("/api/cases/volta/portrait", params=ADJAVON | {"withhold": ["Lagoon Post"]})
    withheld = [one for one in answer.json()["footnotes"] if one["is_withheld"]]
    assert [(one["sentence"], one["words"], one["document"], one["place"]) for one in withheld] == [
        ("", [0, 0], None, "source withheld")
    ] * 2
    assert "Lagoon" not in answer.text
    assert "people who saw" not in answer.text
    assert {tuple(entry["claims"]) for section in answer.json()["sections"] for entry in section["entries"]} == {()}


def test_page_and_file_are_in_the_language_that_is_asked_for(volta: TestClient) -> None:
    asked = {"name": "TGO", "language": "es"}
    found = volta.get("/api/cases/volta/portrait", params=asked).json()
    assert (found["title"], found["language"], found["footnotes_title"]) == ("Togo (país)", "es", "Notas")
    file = volta.get("/api/cases/volta/portrait/file", params=asked | {"format": "md"})
    assert file.text.startswith("# Togo (país)")
    assert volta.get("/api/cases/volta/portrait", params=asked | {"language": "eo"}).json()["code"] == "invalid_request"


@pytest.mark.parametrize(("form", "begins"), [("html", "<!DOCTYPE html>"), ("md", "# Togo (country)")])
def test_file_is_sent_to_keep(volta: TestClient, form: str, begins: str) -> None:
    answer = volta.get("/api/cases/volta/portrait/file", params={"name": "TGO", "format": form})
    assert answer.headers["content-disposition"] == f"attachment; filename*=utf-8''Togo%20%28country%29.{form}"
    assert answer.text.startswith(begins)


def test_pdf_without_a_browser_says_what_to_do(volta: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "BROWSERS", ("no-such-browser",))
    answer = volta.get("/api/cases/volta/portrait/file", params={"name": "TGO", "format": "pdf"})
    assert (answer.status_code, answer.json()["code"]) == (422, "unwritable_output")
    assert "install Chromium" in answer.json()["detail"]


def test_unknown_name_form_and_source_are_told(volta: TestClient) -> None:
    path = "/api/cases/volta/portrait"
    assert volta.get(path, params={"name": "Nobody at all"}).json()["code"] == "unknown_entity"
    assert volta.get(path, params=ADJAVON | {"withhold": ["Moon Mail"]}).json()["code"] == "unknown_document"
    assert volta.get(f"{path}/file", params=ADJAVON | {"format": "docx"}).json()["code"] == "invalid_request"
