"""Adding documents by the API."""

import shutil
from errno import EACCES, ENOSPC
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.waiting import wait_until
from tests.web.serving import client_of

pytestmark = pytest.mark.slow

_TEXT = (
    "Accra, 7 May 2025. Defence Minister Abena Ofori of Ghana met General Luis Prado of Spain in Accra on Wednesday."
)


def _ended(client: TestClient, number: int) -> dict[str, Any]:
    def job() -> dict[str, Any]:
        shown: dict[str, Any] = client.get(f"/api/cases/lome/jobs/{number}").json()
        return shown

    wait_until(lambda: job()["state"] not in {"waiting", "reading"}, "the job ends")
    wait_until(lambda: client.get("/api/cases/lome").json()["is_settled"], "the case is settled")
    return job()


def test_file_and_pasted_text_are_read_and_a_bad_file_is_told_with_its_reason(client: TestClient) -> None:
    files = [("files", ("news/accra-01.txt", _TEXT.encode())), ("files", ("news/scan.pdf", b"no PDF at all"))]
    assert client.post("/api/cases/lome/jobs", files=files, data={"outlet": "Volta Post"}).status_code == 202
    pasted = {"text": "Dakar, 9 May 2025. Senegal signed a treaty with Ghana.", "title": "Treaty signed"}
    assert client.post("/api/cases/lome/jobs", data=pasted).json()["state"] == "waiting"
    first, second = _ended(client, 1), _ended(client, 2)
    assert (first["state"], first["outcomes"]["added"], second["outcomes"]["added"]) == ("done", 1, 1)
    assert [one["outlet"] for one in first["documents"]] == ["Volta Post"]
    ((place, reason),) = [(one["place"], one["reason"]["text"]) for one in first["rejections"]]
    assert place == "news/scan.pdf"
    assert "PDF" in reason
    lines = client.get("/api/cases/lome/documents").json()["items"]
    by_outlet = {one["document"]["outlet"]: one["document"] for one in lines}
    assert by_outlet["Volta Post"]["name"].endswith("accra-01")
    assert "Treaty signed" in {one["document"]["title"] for one in lines}


def test_job_tells_of_how_many_rows_the_prose_was_read(client: TestClient) -> None:
    table = (
        "id,role,traveller,start_date,end_date,country,locale,remarks\n"
        "7,president,Martin Harlan,1951-07-02,1951-07-04,Peru,Lima,Met with President Olmedo.\n"
    )
    files = [("files", ("travels.csv", table.encode()))]
    client.post("/api/cases/lome/jobs", files=files, data={"mapping": "us_travels_abroad"})
    job = _ended(client, 1)
    assert (job["prose_read"], job["prose_rows"]) == (1, 1)
    (register,) = client.get("/api/cases/lome").json()["registers"]
    assert (register["name"], register["unread_prose"]) == ("us_travels_abroad", 0)


def test_names_of_files_do_not_leave_their_folder(client: TestClient) -> None:
    files = [("files", ("../../../escape.txt", _TEXT.encode()))]
    assert client.post("/api/cases/lome/jobs", files=files).status_code == 202
    assert _ended(client, 1)["outcomes"]["added"] == 1
    documents = client.get("/api/cases/lome/documents").json()["items"]
    shown = client.get(f"/api/cases/lome/documents/{documents[0]['document']['id']}").json()
    assert shown["origin"] == "escape.txt"


@pytest.mark.parametrize("name", ["😀" * 118 + ".txt", "a." + "b" * 300, "x" * 400 + ".txt"])
def test_file_of_a_long_name_is_kept_under_a_shorter_one(client: TestClient, name: str) -> None:
    answer = client.post("/api/cases/lome/jobs", files=[("files", (name, _TEXT.encode()))])
    assert answer.status_code == 202
    client.post("/api/cases/lome/jobs/1/cancel")


def test_files_of_one_name_and_a_folder_of_it_are_all_kept(client: TestClient) -> None:
    names = ("news", "news/accra-01.txt", "news/accra-01.txt", "news/accra-01.txt")
    files = [("files", (name, f"{number}. {_TEXT}".encode())) for number, name in enumerate(names)]
    assert client.post("/api/cases/lome/jobs", files=files).status_code == 202
    job = client.post("/api/cases/lome/jobs/1/cancel").json()
    assert job["unread"] == ["news", "news-2/accra-01-2.txt", "news-2/accra-01-3.txt", "news-2/accra-01.txt"]


def test_files_for_which_there_is_no_room_are_told_with_what_to_do(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    def forbidden(*_: object) -> None:
        raise OSError(EACCES, "Permission denied")

    places: tuple[tuple[type, str], ...] = ((SpooledTemporaryFile, "write"), (Path, "open"))
    for kind, method in places:
        with monkeypatch.context() as patched:
            patched.setattr(kind, method, full)
            answer = client.post("/api/cases/lome/jobs", files=[("files", ("accra-01.txt", _TEXT.encode()))])
        assert (answer.status_code, answer.json()["code"]) == (507, "no_room")
        assert "No space left on device): free some space" in answer.json()["detail"]
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", forbidden)
        answer = client.post("/api/cases/lome/jobs", files=[("files", ("accra-01.txt", _TEXT.encode()))])
    assert "Permission denied): check that its folder may be written" in answer.json()["detail"]
    assert client.get("/api/cases/lome/jobs").json()["items"] == []


def test_nothing_to_read_is_told(client: TestClient) -> None:
    answer = client.post("/api/cases/lome/jobs", data={"title": "empty"})
    assert (answer.status_code, answer.json()["code"]) == (422, "nothing_to_read")


def test_cancelled_job_goes_on_where_it_stopped(client: TestClient) -> None:
    client.post("/api/cases/lome/jobs", files=[("files", ("accra-01.txt", _TEXT.encode()))])
    assert client.post("/api/cases/lome/jobs/1/cancel").json()["state"] == "cancelled"
    assert client.post("/api/cases/lome/jobs/1/resume").json()["state"] in {"waiting", "reading"}
    assert _ended(client, 1)["state"] == "done"
    assert client.get("/api/cases/lome").json()["documents"] == 3


def test_job_that_a_server_left_undone_is_resumed_by_the_next_or_left(case_path: Path, tmp_path: Path) -> None:
    own = tmp_path / case_path.name
    shutil.copy(case_path, own)
    files = [("files", ("accra-01.txt", _TEXT.encode())), ("files", ("scan.pdf", b"no PDF at all"))]
    with client_of(own) as client:
        for _ in range(2):
            client.post("/api/cases/lome/jobs", files=files, data={"outlet": "Volta Post"})
        client.post("/api/cases/lome/jobs/2/cancel")
    with client_of(own) as client:
        second, first = client.get("/api/cases/lome/jobs").json()["items"]
        assert [(one["number"], one["state"]) for one in (first, second)] == [(1, "interrupted"), (2, "cancelled")]
        assert (first["done"], first["left"], first["unread"]) == (0, 2, ["accra-01.txt", "scan.pdf"])
        assert client.delete("/api/cases/lome/jobs/2").status_code == 204
        assert client.get("/api/cases/lome/jobs/2").status_code == 404
        client.post("/api/cases/lome/jobs/1/resume")
        done = _ended(client, 1)
        assert (done["outcomes"]["added"], done["left"], len(done["rejections"])) == (1, 0, 1)
        assert done["documents"][0]["outlet"] == "Volta Post"
    assert [one.name for one in tmp_path.iterdir()] == [own.name]


def test_stopped_job_tells_which_of_its_files_the_case_does_not_know(client: TestClient) -> None:
    client.post("/api/cases/lome/jobs", files=[("files", ("accra-01.txt", _TEXT.encode()))])
    _ended(client, 1)
    files = [
        ("files", (name, text.encode())) for name, text in (("again.txt", _TEXT), ("new.txt", "Oslo, 8 May 2025."))
    ]
    client.post("/api/cases/lome/jobs", files=files)
    assert client.post("/api/cases/lome/jobs/2/cancel").json()["unread"] == ["new.txt"]
