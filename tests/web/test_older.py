"""The answer of before, given to who takes it while the present one is worked out."""

from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from time import sleep

import pytest
from fastapi.testclient import TestClient

from palanca.web.analyses import OLDER_HEADER, may_be_older, opened_on
from palanca.web.desk import Desk
from palanca.web.shelf import Shelf
from tests.waiting import wait_until

_MAP, _REVIEW = "/api/cases/lome/map", "/api/cases/lome/review?queue=claims"
_TAKES_OLDER = {"Prefer": "older"}


def _desk(client: TestClient) -> Desk:
    shelf: Shelf = client.app.state.shelf  # type: ignore[attr-defined]  # an application has more than ASGI says
    return shelf.desk("lome")


def _keep(desk: Desk) -> None:
    """Wait until what is to be kept is."""
    desk.keeper._behind.submit(int).result(300)


@pytest.fixture
def kept(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A client of a case that keeps whatever it answers, with a map and a queue kept, and does not wait for quiet."""
    monkeypatch.setattr("palanca.web.tagging.KEPT_FROM_S", 0)
    client.get(_MAP)
    client.get(_REVIEW)
    _desk(client).behind.quiet_s = 0
    _keep(_desk(client))
    return client


def _judge(client: TestClient, at: int = 0, verdict: str = "reject") -> None:
    claims = client.get("/api/cases/lome/claims?limit=9").json()["items"]
    body = {"verdict": verdict, "on": [claims[at % len(claims)]["id"]], "who": "ana"}
    answer = client.post("/api/cases/lome/judgements", json=body)
    assert answer.status_code == 201


def _settle(client: TestClient) -> None:
    wait_until(lambda: client.get("/api/cases/lome").json()["is_settled"], "the case is settled")


def test_answer_of_before_is_given_at_once_and_marked(kept: TestClient) -> None:
    before = kept.get(_MAP)
    _judge(kept)
    older = kept.get(_MAP, headers=_TAKES_OLDER)
    assert (older.content, older.headers[OLDER_HEADER]) == (before.content, "1")
    assert (older.headers["cache-control"], older.headers["etag"] == before.headers["etag"]) == ("no-store", False)


def test_present_answer_follows_and_is_not_marked(kept: TestClient) -> None:
    older_tags = {kept.get(_MAP).headers["etag"]}
    _judge(kept)
    older_tags.add(kept.get(_MAP, headers=_TAKES_OLDER).headers["etag"])
    _settle(kept)
    now = kept.get(_MAP)
    assert (now.status_code, OLDER_HEADER in now.headers, now.headers["etag"] in older_tags) == (200, False, False)
    _keep(_desk(kept))
    again = kept.get(_MAP, headers=_TAKES_OLDER)
    assert (again.content, again.headers["etag"], OLDER_HEADER in again.headers) == (
        now.content, now.headers["etag"], False,
    )  # fmt: skip


def test_who_does_not_take_an_older_answer_has_none(kept: TestClient) -> None:
    _judge(kept)
    early = kept.get(_MAP, headers={"Prefer": "wait=0"})
    assert (early.status_code, OLDER_HEADER in early.headers) == (202, False)


def test_who_has_the_older_answer_is_not_sent_it_again(kept: TestClient) -> None:
    before = kept.get(_MAP).headers["etag"]
    _judge(kept)
    marked = kept.get(_MAP, headers=_TAKES_OLDER).headers["etag"]
    for tag in (before, marked):
        again = kept.get(_MAP, headers=_TAKES_OLDER | {"If-None-Match": tag})
        assert (again.status_code, again.headers[OLDER_HEADER], again.headers["etag"]) == (304, "1", marked)


def test_tag_of_before_never_stands_for_the_present_answer(kept: TestClient) -> None:
    before = kept.get(_MAP).headers["etag"]
    _judge(kept)
    _settle(kept)
    assert kept.get(_MAP, headers={"If-None-Match": before}).status_code == 200


def test_queue_of_review_is_always_that_of_now(kept: TestClient) -> None:
    _judge(kept)
    answer = kept.get(_REVIEW, headers={"Prefer": "older, wait=300"})
    assert (answer.status_code, OLDER_HEADER in answer.headers) == (200, False)


@pytest.mark.parametrize(
    "path", ["review", "judgements", "claims", "claims/{claim}", "things", "things/{thing}", "documents", "histogram"]
)
def test_what_a_judgement_edits_is_never_older(path: str) -> None:
    assert not may_be_older(f"/api/cases/{{case}}/{path}")


def test_every_analysis_that_may_be_older_is_a_route_and_tells_so(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    answers = {path: told["get"]["responses"].get("200", {}) for path, told in paths.items() if "get" in told}
    telling = {path for path, answer in answers.items() if OLDER_HEADER in answer.get("headers", {})}
    assert telling == {path for path in paths if may_be_older(path)}
    assert len(telling) == 18
    assert {one.partition("?")[0].replace("/lome/", "/{case}/") for one in opened_on("lome")} <= telling


def test_answers_asked_for_while_the_case_changes_are_marked_or_right(kept: TestClient) -> None:
    """Some judge while others ask: nothing of before is given as of now, and in the end all is of now."""
    desk, seen = _desk(kept), []

    def ask(_: int) -> None:
        for _ in range(12):
            seen.append(kept.get(_MAP, headers={"Prefer": "older, wait=1"}))
            sleep(0.05)

    with ThreadPoolExecutor(4) as people:
        asking = [people.submit(ask, number) for number in range(3)]
        for at in range(5):
            _judge(kept, at, "confirm")
            sleep(0.1)
        for one in asking:
            one.result(120)
    _settle(kept)
    marked = {one.headers["etag"] for one in seen if OLDER_HEADER in one.headers}
    plain = {one.headers["etag"] for one in seen if one.status_code == 200 and OLDER_HEADER not in one.headers}
    assert {one.status_code for one in seen} <= {200, 202}
    assert (len(marked) > 0, marked & plain) == (True, set())
    now = kept.get(_MAP)
    reply = desk.behind.ask(f"{_MAP}?q=").result(120)
    assert reply is not None
    assert (OLDER_HEADER in now.headers, now.content) == (False, reply.body)


def test_large_case_is_worked_out_ahead_where_nothing_is_kept(
    kept: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, ahead = _desk(kept), list[str]()
    monkeypatch.setattr("palanca.web.analyses.LARGE_CLAIMS", 1)
    monkeypatch.setattr(type(desk.behind), "work_ahead", lambda _, addresses: ahead.extend(addresses))
    desk.work_ahead()
    assert ahead == [one for one in opened_on("lome") if not one.endswith("/map")]


def test_small_case_is_not_worked_out_ahead(kept: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, ahead = _desk(kept), list[str]()
    monkeypatch.setattr(type(desk.behind), "work_ahead", lambda _, addresses: ahead.extend(addresses))
    desk.work_ahead()
    assert ahead == []


def test_what_is_worked_out_ahead_is_there_when_it_is_asked_for(
    kept: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = _desk(kept)
    monkeypatch.setattr("palanca.web.analyses.LARGE_CLAIMS", 1)
    desk.work_ahead()
    address = next(one for one in opened_on("lome") if "patterns" in one)
    wait_until(lambda: desk.keeper.kept(desk._asked_at(address)) is not None, f"{address} is worked out")
    monkeypatch.setattr("palanca.web.routes.questions.patterns", None)
    assert kept.get(address).status_code == 200


def test_what_looks_at_all_of_a_large_case_is_worked_out_apart(
    kept: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("palanca.web.analyses.LARGE_CLAIMS", 1)
    monkeypatch.setattr("palanca.web.routes.questions.patterns", None)
    assert kept.get("/api/cases/lome/patterns").json()["findings"] == []


def test_only_what_is_soon_there_and_was_never_kept_is_taken_from_what_works_ahead(
    kept: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = list[bool]()
    monkeypatch.setattr(type(_desk(kept).behind), "make_way", lambda _, _address, *, is_soon: taken.append(is_soon))
    kept.get("/api/cases/lome/marks")
    kept.get("/api/cases/lome/patterns")
    _judge(kept)
    _settle(kept)
    kept.get(_MAP, headers=_TAKES_OLDER)
    assert taken == [True, False, False]


def test_case_that_is_opened_later_is_worked_out_ahead_too(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf: Shelf = client.app.state.shelf  # type: ignore[attr-defined]  # an application has more than ASGI says
    ahead = Queue[str]()
    monkeypatch.setattr(Desk, "work_ahead", lambda desk: ahead.put(desk.name))
    shelf.work_ahead()
    assert ahead.get(timeout=300) == "lome"
    shelf.opened.pop("lome").close()
    client.get("/api/cases/lome")
    assert ahead.get(timeout=300) == "lome"
