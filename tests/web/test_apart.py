"""Answers worked out in a process of their own."""

import gc
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Event, Thread

import pytest
from fastapi.testclient import TestClient

from palanca.records.errors import CaseError
from palanca.web import apart as apart_module
from palanca.web.apart import Apart, Reply, Steps
from tests.collecting import collecting_often
from tests.web.processes import dying, never, telling


def _ignore(_steps: Steps) -> None:
    """Nobody follows."""


@pytest.fixture
def apart(case_path: Path) -> Iterator[Apart]:
    one = Apart(case_path)
    yield one
    one.end()


def test_process_answers_as_the_server_does(apart: Apart, client: TestClient) -> None:
    for address in ("/api/cases/lome/map", "/api/cases/lome/claims/nothing"):
        reply, answer = apart.answer(address, _ignore), client.get(address)
        assert reply is not None
        assert (reply.status, reply.body) == (answer.status_code, answer.content)


def test_process_looks_for_garbage_rarely(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found: list[int] = []

    async def serving(_case: Path, _told: Connection) -> None:
        found.append(gc.get_threshold()[0])

    monkeypatch.setattr(apart_module, "_serving", serving)
    for name in ("_exit", "nice"):
        monkeypatch.setattr(os, name, lambda _: None)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    ours, _ = Pipe()
    with collecting_often() as often:
        served = Thread(target=apart_module.serve_apart, args=(tmp_path, ours))  # this one may have a loop already
        served.start()
        served.join()
    assert found[0] > often


def test_process_tells_how_far_it_is(tmp_path: Path) -> None:
    one, told = Apart(tmp_path, main=telling), list[Steps]()
    reply = one.answer("/map", told.append)
    one.end()
    assert (told, reply) == ([{"map": (1, 2)}], Reply(200, "application/json", b"/map", changed=1, seconds=2.0))


def test_process_that_is_ended_answers_nothing_and_another_takes_its_place(tmp_path: Path) -> None:
    one, has_begun = Apart(tmp_path, main=never), Event()
    with ThreadPoolExecutor(1) as waiting:
        reply = waiting.submit(one.answer, "/map", lambda _: has_begun.set())
        assert has_begun.wait(300)
        one.end()
        assert reply.result(300) is None
    assert not one.is_there
    one.main = telling
    assert one.answer("/map", _ignore) is not None
    one.end()


def test_answer_that_is_given_up_before_its_process_has_started_starts_none(tmp_path: Path) -> None:
    one = Apart(tmp_path, main=telling)
    assert (one.answer("/map", _ignore, lambda: True), one.is_there) == (None, False)


def test_process_that_is_ended_while_it_starts_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    one, starts, may_start = Apart(tmp_path, main=never), Event(), Event()
    start = SpawnProcess.start

    def slowly(process: SpawnProcess) -> None:
        starts.set()
        assert may_start.wait(300)
        start(process)

    monkeypatch.setattr(SpawnProcess, "start", slowly)
    with ThreadPoolExecutor(2) as threads:
        reply = threads.submit(one.answer, "/map", _ignore)
        assert starts.wait(300)
        ended = threads.submit(one.end)
        wait({ended}, timeout=0.5)  # time for it to come too early
        may_start.set()
        ended.result(300)
        assert reply.result(300) is None


def test_process_that_dies_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="has ended"):
        Apart(tmp_path, main=dying).answer("/map", _ignore)
