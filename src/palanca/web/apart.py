"""Answers worked out in a process of their own: it takes nothing from those who ask meanwhile, and can be ended.

Threads of one process take turns, so that a long answer would hold up every short one; and a thread cannot be stopped.
"""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from palanca.garbage import rarely_collecting
from palanca.records.errors import CaseError

if TYPE_CHECKING:
    from fastapi import FastAPI

APART = "palanca.apart"
"""In the scope of a request: it is one of this process, to be answered without a look at what is kept."""
_HOST = "apart"
_NICE = 10  # whoever asks anything else goes before
_BETWEEN_TELLING_S = 0.5
_LOG = logging.getLogger(__name__)

_DIED = "the process that works answers out has ended, perhaps for lack of memory: close programs, and ask again"

type Steps = Mapping[str, tuple[int, int]]
type Main = Callable[[Path, Connection], None]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, of the case after so many changes, and the seconds that it took."""

    status: int
    media_type: str
    body: bytes
    changed: int
    seconds: float


def serve_apart(case: Path, told: Connection) -> None:
    """Answer what is asked of a case through the pipe, one address after another, until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl C is for the server, which ends this process
    if hasattr(os, "nice"):
        os.nice(_NICE)
    with rarely_collecting(), suppress(EOFError, OSError):
        asyncio.run(_serving(case, told))
    os._exit(0)  # nothing here is to be kept, and an answer that nobody waits for would hold the end up


@dataclass(slots=True)
class Apart:
    """The process of one case, started when it is first asked. One thread asks; any may end it."""

    case: Path
    main: Main = serve_apart
    _process: BaseProcess | None = None
    _ended: BaseProcess | None = None
    _pipe: Connection | None = field(default=None)
    _starting: threading.Lock = field(default_factory=threading.Lock)  # what has half begun cannot be ended

    @property
    def is_there(self) -> bool:
        """Whether the process is running."""
        return self._process is not None and self._process.is_alive()

    def answer(
        self, address: str, tell: Callable[[Steps], None], is_given_up: Callable[[], bool] = lambda: False
    ) -> Reply | None:
        """The reply to an address of the API; None where `end` was called meanwhile.

        Before the process is started there is none to be ended: `is_given_up` tells then that it is not to be.
        Raises CaseError when the process ended by itself.
        """
        try:
            with self._starting:
                if is_given_up():
                    return None
                pipe = self._started()
            pipe.send(address)
            while not isinstance(heard := pipe.recv(), Reply):
                tell(heard)
        except (EOFError, OSError) as error:
            if self._ended is not None and self._process is None:
                self._ended.join()  # or the system would remember it
                return None
            raise CaseError(_DIED) from error
        return heard

    def end(self) -> None:
        """End the process; who waits for an answer of it has None."""
        with self._starting:
            process, self._process = self._process, None
            if process is not None:
                self._ended = process
                process.terminate()

    def _started(self) -> Connection:
        if self._pipe is not None and self.is_there:
            return self._pipe
        if self._pipe is not None:
            self._pipe.close()
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=self.main, args=(self.case, theirs), daemon=True)
        self._process.start()
        theirs.close()
        return self._pipe


async def _serving(case: Path, told: Connection) -> None:
    from palanca.store import open_case
    from palanca.web.access import Access
    from palanca.web.app import create_app
    from palanca.web.desk import Desk
    from palanca.web.shelf import Shelf

    desk = Desk(name=case.stem, path=case, case=open_case(case, settled_elsewhere=True))
    app = create_app(
        Shelf(paths={case.stem: case}, home=case.parent, opened={case.stem: desk}), Access(hosts=frozenset({_HOST}))
    )
    while True:
        address = await asyncio.to_thread(told.recv)
        (changed, _), begun = desk.case.revision(), monotonic()
        answering = asyncio.ensure_future(_asked(app, address))
        while not (await asyncio.wait({answering}, timeout=_BETWEEN_TELLING_S))[0]:
            told.send(dict(desk.progress))
        told.send(_replied(answering, changed, monotonic() - begun))


def _replied(answering: "asyncio.Future[tuple[int, str, bytes]]", changed: int, seconds: float) -> Reply:
    if (error := answering.exception()) is not None:
        _LOG.error("an answer could not be worked out", exc_info=error)
        return Reply(500, "text/plain", b"Internal Server Error", changed=changed, seconds=seconds)
    return Reply(*answering.result(), changed=changed, seconds=seconds)


async def _asked(app: "FastAPI", address: str) -> tuple[int, str, bytes]:
    """The status, the media type and the body of what the application answers to GET."""
    path, _, query = address.partition("?")
    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": unquote(path), "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", _HOST.encode())], "client": None, "server": None, APART: True,
    }  # fmt: skip
    status, media_type, body = 500, "", bytearray()

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal status, media_type
        if message["type"] == "http.response.start":
            status, media_type = message["status"], dict(message["headers"]).get(b"content-type", b"").decode()
        body.extend(message.get("body", b""))

    await app(scope, receive, send)
    return status, media_type, bytes(body)
