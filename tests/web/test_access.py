"""Who may ask the server."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from palanca.web.access import Access, access_of
from tests.web.serving import HOST, client_of


def test_loopback_needs_no_token_and_another_address_does() -> None:
    assert access_of("127.0.0.1", 8321) == Access(
        hosts=frozenset({"127.0.0.1:8321", "localhost:8321", "[::1]:8321"}), token=None
    )
    assert access_of("192.0.2.7", 8321).token


def test_port_of_http_is_not_told_in_the_name_of_the_host() -> None:
    assert access_of("localhost", 80).hosts == {"127.0.0.1", "localhost", "[::1]"}


def test_another_name_for_this_machine_is_refused(client: TestClient) -> None:
    answer = client.get("/api/cases", headers={"Host": "rebound.example:8321"})
    assert (answer.status_code, answer.json()["code"]) == (421, "wrong_host")


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://other.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["origin", "no origin", "fetch metadata"],
)
def test_page_of_another_site_cannot_decide(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/api/cases", json={"name": "planted"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "wrong_origin")
    assert [one["name"] for one in client.get("/api/cases").json()["items"]] == ["lome"]


def test_own_page_may_decide(client: TestClient) -> None:
    own = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/api/cases", json={"name": "second"}, headers=own).status_code == 201


def test_link_from_another_site_opens_a_page(client: TestClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert client.get("/api/cases", headers=headers).status_code == 200


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for path in ("/api/cases", "/api/nothing"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy


_JSON = {"Content-Type": "application/json"}
_SMALL = Access(hosts=frozenset({HOST}), most_bytes=2_000, most_held_bytes=100)


@pytest.mark.parametrize("size", [100, 101])
@pytest.mark.parametrize("tells_its_length", [True, False])
def test_large_body_is_refused(case_path: Path, size: int, tells_its_length: bool) -> None:
    body = b'{"name": "%s"}' % (b"x" * (size - 12))
    with client_of(case_path, _SMALL) as client:
        answer = client.post(
            "/api/cases", content=body if tells_its_length else iter([body[:60], body[60:]]), headers=_JSON
        )
    assert (answer.status_code, answer.json()["code"]) == ((422, "invalid_name") if size == 100 else (413, "too_large"))


@pytest.mark.parametrize("tells_its_length", [True, False])
def test_files_may_be_larger_and_not_endless(case_path: Path, tells_its_length: bool) -> None:
    def sent(client: TestClient, size: int) -> tuple[int, str]:
        request = client.build_request("POST", "/api/cases/lome/judgements/file", files={"file": b" " * size})
        content = request.read()
        headers = {"Content-Type": request.headers["content-type"]}
        answer = client.post(
            request.url, content=content if tells_its_length else iter([content[:500], content[500:]]), headers=headers
        )
        return answer.status_code, answer.json().get("code", "")

    with client_of(case_path, _SMALL) as client:
        assert [sent(client, 1_000), sent(client, 2_000)] == [(201, ""), (413, "too_large")]


def test_token_opens_the_server_once_and_a_cookie_then(case_path: Path) -> None:
    with client_of(case_path, Access(hosts=frozenset({HOST}), token="t0ken")) as client:  # noqa: S106
        assert client.get("/api/cases").json()["code"] == "no_token"
        assert client.get("/api/cases?token=wrong").status_code == 401
        answer = client.get("/api/cases?token=t0ken", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/api/cases")
        assert {"httponly", "samesite=strict"} <= set(answer.headers["set-cookie"].lower().split("; "))
        assert client.get("/api/cases").status_code == 200
