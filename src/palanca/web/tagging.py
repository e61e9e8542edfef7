"""ETags (RFC 9110, 8.8.3): an answer about a case that has not changed is not worked out again."""

from collections.abc import Callable, Coroutine
from typing import Any, override

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from palanca.records.ids import content_hash
from palanca.web.desk import Desk
from palanca.web.shelf import Shelf


class TaggedRoute(APIRoute):
    """A route about one case. Reading it gives a weak ETag of the case's state and the question asked."""

    @override
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            if request.method != "GET" or "case" not in request.path_params:
                return await handle(request)
            tag = await run_in_threadpool(_tag, request)  # the first question to a case opens it
            if tag in request.headers.get("if-none-match", "").split(", "):
                return Response(status_code=304, headers={"ETag": tag})
            answer = await handle(request)
            if "ETag" not in answer.headers and answer.status_code == 200:
                answer.headers["ETag"] = tag
                answer.headers["Cache-Control"] = "no-cache"
            return answer

        return tagged


def _tag(request: Request) -> str:
    shelf: Shelf = request.app.state.shelf
    desk: Desk = shelf.desk(request.path_params["case"])
    judged = sorted(desk.judged.values())
    version = request.app.version
    return f'W/"{content_hash(version, desk.case.revision(), judged, request.url.path, request.url.query)}"'
