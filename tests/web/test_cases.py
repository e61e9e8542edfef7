"""The cases of a server by the API."""

from pathlib import Path

import pytest

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
