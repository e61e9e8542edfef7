"""ETags (RFC 9110, 8.8.3): an answer about a case that has not changed is not worked out again.

One that takes long is worked out behind, see `patience`, and kept in the case, see `keeping`.
"""

import asyncio
from collections.abc import Callable, Collection, Coroutine
from time import monotonic
from typing import Any, Final, override

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from palanca.records.errors import Outdated
from palanca.records.ids import content_hash
from palanca.web.desk import Desk
from palanca.web.keeping import KEPT_FROM_S
from palanca.web.patience import StillWorking, patience_of, still_working
from palanca.web.shelf import Shelf

_TRIES = 120
_BETWEEN_TRIES_S = 0.25
_LATER: Final = {"model": StillWorking, "description": "Still being worked out: ask again"}

type Handle = Callable[[Request], Coroutine[Any, Any, Response]]


class TaggedRoute(APIRoute):
    """A route about one case. Reading it gives a weak ETag of the case's state and the question asked.

    An answer that is not there in time is 202, and comes on asking again.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **told: Any) -> None:
        if _is_patient(path, told.get("methods") or ()):
            told["responses"] = {202: _LATER, **(told.get("responses") or {})}
        super().__init__(path, endpoint, **told)

    @override
    def get_route_handler(self) -> Handle:
        handle = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            if not _is_patient(self.path, (request.method,)):
                return await handle(request)
            tag = await run_in_threadpool(_tag, request)  # the first question to a case opens it
            if tag in request.headers.get("if-none-match", "").split(", "):
                return Response(status_code=304, headers={"ETag": tag})
            desk = _desk(request)
            if (kept := await run_in_threadpool(desk.keeper.kept, tag)) is not None:
                return Response(kept, media_type="application/json", headers=_headers(tag))
            patience = patience_of(request.headers.get("prefer", ""))
            answer = await desk.works.wait(tag, _kept(handle, request, desk, tag), patience)
            if isinstance(answer, float):
                return still_working(answer, desk.progress.get(request.url.path.rpartition("/")[2]))
            if "ETag" not in answer.headers and answer.status_code == 200:
                answer.headers.update(_headers(tag))
            return answer

        return tagged


def _is_patient(path: str, methods: Collection[str]) -> bool:
    """Whether a route is one of reading a case."""
    return "GET" in methods and "{case}" in path


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "no-cache"}


async def _kept(handle: Handle, request: Request, desk: Desk, tag: str) -> Response:
    """The answer, kept in the case where it takes long."""
    (changed, _), begun = desk.case.revision(), monotonic()
    answer = await _settled(handle, request)
    if monotonic() - begun >= KEPT_FROM_S:
        desk.keeper.keep_soon(tag, answer, changed)
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


def _tag(request: Request) -> str:
    desk = _desk(request)
    judged = sorted(desk.judged.values())
    version = request.app.version
    return f'W/"{content_hash(version, desk.case.revision(), judged, request.url.path, request.url.query)}"'
