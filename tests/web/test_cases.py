"""The cases of a server by the API."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.serving import client_of, small_case


@pytest.mark.slow
def test_example_case_is_made_once_and_read_as_a_job(tmp_path: Path) -> None:
    with client_of(small_case(tmp_path)) as client:
        made = client.post("/api/cases/example")
        (job,) = client.get("/api/cases/example/jobs").json()["items"]
        client.post("/api/cases/example/jobs/1/cancel")
        again = client.post("/api/cases/example")
        jobs = client.get("/api/cases/example/jobs").json()["items"]
    assert (made.status_code, made.json()["name"], job["files"], again.json()["name"]) == (
        202,
        "example",
        27,
        "example",
    )
    assert len(jobs) == 1


def test_what_goes_wrong_with_a_case_names_it_without_its_folder(tmp_path: Path) -> None:
    path = small_case(tmp_path)
    with client_of(path) as client:
        client.get("/api/cases/lome")
        path.write_bytes(b"no case any more")
        answer = client.get("/api/cases/lome/documents")
    assert answer.status_code == 503
    assert "lome.palanca" in answer.json()["detail"]
    assert str(tmp_path) not in answer.text


@pytest.mark.parametrize("name", ["../up", "a/b", ".x", "x.", "a\r\nb", "\U00010400" * 64, ""])
def test_name_that_no_file_can_have_is_refused(client: TestClient, name: str) -> None:
    answer = client.post("/api/cases", json={"name": name})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_name")


@pytest.mark.parametrize("cursor", ["-1", "x", "9" * 19])
def test_cursor_that_no_page_gave_is_refused(client: TestClient, cursor: str) -> None:
    for asked in ("documents", "claims"):
        answer = client.get(f"/api/cases/lome/{asked}", params={"cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_cursor")
