"""Exports by the API."""

import io
import json
import tempfile
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from palanca.exchange.formats import FORMATS
from palanca.exporting import Exported, export
from palanca.web.keeping import KEPT_FROM_S
from palanca.web.patience import PATIENCE_S
from palanca.web.routes import exports


def test_formats_tell_their_endings_and_what_they_hold(volta: TestClient) -> None:
    items = volta.get("/api/cases/volta/formats").json()["items"]
    assert [one["name"] for one in items] == [one.name for one in FORMATS]
    assert items[0] == {
        "name": "csv", "endings": [".zip"], "says": "every list as a CSV file, in a folder or an archive",
        "kinds": ["event", "office", "tie", "instrument", "quantity", "quotation", "anomaly"],
    }  # fmt: skip


def test_case_is_sent_whole_to_keep_and_nothing_stays_behind(
    volta: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    answer = volta.get("/api/cases/volta/export", params={"format": "csv"})
    assert answer.headers["content-disposition"] == 'attachment; filename="volta.zip"'
    assert "events.csv" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["xlsx", "ftm"])
def test_file_is_waited_for_however_long_it_takes(
    volta: TestClient, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    def slow(*told: Any, **asked: Any) -> Exported:
        time.sleep(max(PATIENCE_S, KEPT_FROM_S) + 0.1)
        return export(*told, **asked)

    monkeypatch.setattr(exports, "export", slow)
    answer = volta.get("/api/cases/volta/export", params={"format": form}, headers={"Prefer": ""})
    assert (answer.status_code, "attachment" in answer.headers["content-disposition"]) == (200, True)


def test_each_who_asks_at_once_has_a_file_of_its_own(volta: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    both = threading.Barrier(2, timeout=60)

    def together(*told: Any, **asked: Any) -> Exported:
        both.wait()
        return export(*told, **asked)

    monkeypatch.setattr(exports, "export", together)
    with ThreadPoolExecutor(2) as asking:
        asked = [asking.submit(volta.get, "/api/cases/volta/export", params={"format": "csv"}) for _ in range(2)]
    answers = [one.result() for one in asked]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].content == answers[1].content


def test_query_narrows_what_goes_out(volta: TestClient) -> None:
    asked = {"format": "timelinejs", "q": 'who:"Lucia Montero"'}
    slides = json.loads(volta.get("/api/cases/volta/export", params=asked).text)["events"]
    assert [slide["start_date"]["day"] for slide in slides] == [3, 8]


def test_what_a_format_cannot_hold_is_told(volta: TestClient) -> None:
    answer = volta.get("/api/cases/volta/export", params={"format": "geojson", "q": "with:Montero"})
    assert json.loads(answer.headers["palanca-left-out"]) == {"events without a place": 1}


def test_unknown_format_and_unreadable_query_are_told(volta: TestClient) -> None:
    path = "/api/cases/volta/export"
    assert volta.get(path, params={"format": "doc"}).json()["code"] == "unknown_format"
    assert volta.get(path, params={"format": "csv", "q": "who:"}).json()["code"] == "unreadable_query"
