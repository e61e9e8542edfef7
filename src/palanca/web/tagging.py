"""ETags (RFC 9110, 8.8.3): an answer about a case that has not changed is not worked out again.

One that takes long is worked out behind, see `patience`, and kept in the case, see `keeping`. While the answer of the
present state is worked out anew, the one of before is given to who takes it, and marked, see `analyses`. A file is
none of that: it is made for each who asks, and removed when it is sent.
"""

import asyncio
from collections.abc import Callable, Collection, Coroutine
from time import monotonic
from typing import Any, Final, override
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import FileResponse
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from palanca.records.errors import Outdated
from palanca.web.analyses import OLDER_HEADER, looks_at_all, may_be_older
from palanca.web.apart import APART, Reply
from palanca.web.desk import Desk
from palanca.web.keeping import KEPT_FROM_S, Asked, Last
from palanca.web.patience import StillWorking, patience_of, still_working, takes_older
from palanca.web.shelf import Shelf

_TRIES = 120
_BETWEEN_TRIES_S = 0.25
_BETWEEN_LOOKS_S = 0.05
_LATER: Final = {"model": StillWorking, "description": "Still being worked out: ask again"}
_MAY_BE_OLDER: Final = {
    "headers": {
        OLDER_HEADER: {
            "description": "Only with an answer of before, to who prefers one: how many changes of the case ago it was "
            "right; 0 where only the day is another.",
            "schema": {"type": "integer", "minimum": 0},
        }
    },
}

type Handle = Callable[[Request], Coroutine[Any, Any, Response]]


class TaggedRoute(APIRoute):
    """A route about one case. Reading it gives a weak ETag of the case's state and the question asked.

    An answer that is not there in time is 202, or that of before, and comes on asking again. A file is waited for as
    long as it takes: a link to it cannot ask again, and would keep the 202 in its place.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **told: Any) -> None:
        self._sends_a_file = told.get("response_class") is FileResponse
        if _is_patient(path, told.get("methods") or ()) and not self._sends_a_file:
            responses = {202: _LATER, **({200: _MAY_BE_OLDER} if may_be_older(path) else {})}
            told["responses"] = responses | (told.get("responses") or {})
        super().__init__(path, endpoint, **told)

    @override
    def get_route_handler(self) -> Handle:
        handle = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            if not _is_patient(self.path, (request.method,)):
                return await handle(request)
            if APART in request.scope or self._sends_a_file:
                return await _settled(handle, request)
            asked = await run_in_threadpool(_asked, request)  # the first question to a case opens it
            if asked.tag in _tags(request):
                return Response(status_code=304, headers={"ETag": asked.tag})
            desk = _desk(request)
            if (kept := await run_in_threadpool(desk.keeper.kept, asked)) is not None:
                return Response(kept, media_type="application/json", headers=_headers(asked))
            last = None
            if may_be_older(self.path):
                last = await run_in_threadpool(desk.keeper.last, asked)
                desk.behind.make_way(_address(request), is_soon=last is None and not looks_at_all(self.path))
            is_apart = last is not None or await run_in_threadpool(_is_best_apart, desk, self.path, _address(request))
            work = None if is_apart else _kept(handle, request, asked)
            return await _answered(request, asked, last, work)

        return tagged


def _is_best_apart(desk: Desk, path: str, address: str) -> bool:
    """Whether an answer that was never kept is asked of the process apart: it has begun with it, or it takes long."""
    return desk.behind.is_at_hand(address) or (looks_at_all(path) and desk.is_settled and desk.is_large())


async def _answered(
    request: Request, asked: Asked, last: Last | None, work: Coroutine[Any, Any, Response] | None
) -> Response:
    """The answer, the one of before, or that it is not there yet.

    `work` works it out here; without it that is done apart, and not before all is settled.
    """
    desk, prefer = _desk(request), request.headers.get("prefer", "")
    is_older_taken = last is not None and takes_older(prefer)
    patience = 0.0 if is_older_taken else patience_of(prefer)
    answer = await (desk.works.wait(asked.tag, work, patience) if work else _anew(request, patience))
    if isinstance(answer, Response):
        return answer
    if is_older_taken and last is not None:
        return _given(last, request)
    return still_working(answer, desk.progress.get(request.url.path.rpartition("/")[2]))


async def _anew(request: Request, patience_s: float) -> Response | float:
    """The answer worked out apart, or for how many seconds it is."""
    desk = _desk(request)
    left = await _until_settled(desk, patience_s)
    if left is None:
        return patience_s
    now = await run_in_threadpool(_asked, request)
    return await desk.works.wait(now.tag, _from_behind(request), left)


def _is_patient(path: str, methods: Collection[str]) -> bool:
    """Whether a route is one of reading a case."""
    return "GET" in methods and "{case}" in path


def _headers(asked: Asked) -> dict[str, str]:
    return {"ETag": asked.tag, "Cache-Control": "no-cache"}


def _given(last: Last, request: Request) -> Response:
    """The answer of before, marked as such: it never passes as that of the present state."""
    marks = {"ETag": last.tag, "Cache-Control": "no-store", OLDER_HEADER: str(last.changes), "Retry-After": "1"}
    if last.is_among(_tags(request)):
        return Response(status_code=304, headers=marks)
    return Response(last.answer, media_type="application/json", headers=marks)


async def _until_settled(desk: Desk, patience_s: float) -> float | None:
    """What is left of the patience once all is settled; None if it was not enough."""
    until = monotonic() + patience_s
    while not desk.is_settled:
        if monotonic() >= until:
            return None
        await asyncio.sleep(_BETWEEN_LOOKS_S)
    return max(0.0, until - monotonic())


async def _from_behind(request: Request) -> Response | None:
    """The answer that is worked out apart; None if that was given up, as the case has changed."""
    desk = _desk(request)
    reply: Reply | None = await asyncio.wrap_future(desk.behind.ask(_address(request)))
    if reply is None:
        return None
    answer = Response(reply.body, status_code=reply.status, media_type=reply.media_type)
    if reply.status == 200:
        now = await run_in_threadpool(_asked, request)
        if desk.case.revision() != (reply.changed, reply.changed):
            return None  # another program has changed the case: it would pass as an answer of now
        answer.headers.update(_headers(now))
    return answer


async def _kept(handle: Handle, request: Request, asked: Asked) -> Response:
    """The answer worked out here, kept in the case where it takes long."""
    desk = _desk(request)
    (changed, _), begun = desk.case.revision(), monotonic()
    answer = await _settled(handle, request)
    is_json = answer.status_code == 200 and answer.headers.get("content-type") == "application/json"
    if is_json and monotonic() - begun >= KEPT_FROM_S:
        desk.keeper.keep_soon(asked, bytes(answer.body), changed)
    if "ETag" not in answer.headers and answer.status_code == 200:
        answer.headers.update(_headers(asked))
    return answer


async def _settled(handle: Handle, request: Request) -> Response:
    """The answer; asked again a while where claims were being settled under it."""
    for _ in range(_TRIES):
        try:
            return await handle(request)
        except Outdated:
            await asyncio.sleep(_BETWEEN_TRIES_S)
    return await handle(request)


def _desk(request: Request) -> Desk:
    shelf: Shelf = request.app.state.shelf
    return shelf.desk(request.path_params["case"])


def _asked(request: Request) -> Asked:
    return _desk(request).asked(request.scope["path"], request.url.query)


def _address(request: Request) -> str:
    query = f"?{request.url.query}" if request.url.query else ""
    return quote(request.scope["path"]) + query


def _tags(request: Request) -> list[str]:
    return request.headers.get("if-none-match", "").split(", ")
