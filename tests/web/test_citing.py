"""Documents are cited by their titles beside what people judged and what waits for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import palanca
from tests.web.serving import client_of

_NEWS = {
    "a1": "2025-03-03\n\nMinister of Togo receives envoy\n\nForeign Minister Kossi Mensah Adjavon of Togo met "
    "Ambassador Marta Lindqvist of Sweden in Lomé on Monday.",
    "a2": "2025-03-09\n\nSecond meeting in Lomé\n\nKossi Adjavon met Otto Berg in Lomé on Sunday.",
}  # fmt: skip


@pytest.fixture
def headed(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a case of two articles under headlines."""
    for name, text in _NEWS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    palanca.read(tmp_path / "lome.palanca", sorted(tmp_path.glob("*.txt")))
    with client_of(tmp_path / "lome.palanca") as client:
        yield client


def test_sentences_of_a_pair_are_cited_by_title(headed: TestClient) -> None:
    pairs = headed.get("/api/cases/lome/review", params={"queue": "merge"}).json()["items"]
    cited = {one["document"] for pair in pairs for side in ("one", "other") for one in pair[side]["sentences"]}
    assert cited == {"Minister of Togo receives envoy", "Second meeting in Lomé"}


def test_words_of_a_judgement_are_cited_by_title_and_by_name_once_their_document_is_gone(headed: TestClient) -> None:
    (claim, *_) = headed.get("/api/cases/lome/claims", params={"q": "kind:event who:Lindqvist"}).json()["items"]
    decided = {"verdict": "confirm", "on": [claim["id"]], "seen": [claim["tag"]], "who": "Ines"}
    assert headed.post("/api/cases/lome/judgements", json=decided).status_code == 201
    assert _cited(headed) == {"Minister of Togo receives envoy"}
    document = claim["passages"][0]["document"]["id"]
    assert headed.delete(f"/api/cases/lome/documents/{document}").status_code == 204
    assert _cited(headed) == {"a1"}


def _cited(client: TestClient) -> set[str]:
    items = client.get("/api/cases/lome/judgements").json()["items"]
    return {words["document"] for one in items for words in one["on"]}
