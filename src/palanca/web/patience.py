"""Answers that take long: who asks is told at once how far they are, and has them on asking again."""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Coroutine
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Literal

from fastapi.responses import JSONResponse
from starlette.responses import Response

from palanca.web.analyses import OLDER_PREFERENCE
from palanca.web.shapes.shape import Shape

PATIENCE_S = 0.7
"""How long an answer is waited for: a page is to have something to show within a second."""
_MOST_PATIENCE_S = 600.0
_MOST_KEPT = 16
_WAIT = re.compile(r"\bwait=(\d{1,3})\b")


class StillWorking(Shape):
    """That an answer is not there yet, `seconds` after it was first asked for.

    `done` of `of` steps, both 0 where they are not counted.
    """

    code: Literal["still_working"] = "still_working"
    detail: str = "this takes longer: ask again for the answer"
    seconds: float
    done: int
    of: int


@dataclass(slots=True)
class _Work:
    task: asyncio.Task[Response | None]
    begun: float


@dataclass(slots=True)
class Works:
    """What is being answered, by the tag of the question. Only the loop of the server may use it."""

    _works: OrderedDict[str, _Work] = field(default_factory=OrderedDict)

    async def wait(self, tag: str, answer: Coroutine[Any, Any, Response | None], patience_s: float) -> Response | float:
        """The answer, or for how many seconds it is being worked out already, or was until it was given up.

        One that is not fetched is kept until many others are. Raises what working it out raised.
        """
        work = self._works.get(tag)
        if work is None:
            work = self._works[tag] = _Work(asyncio.ensure_future(answer), monotonic())
            self._drop_oldest()
        else:
            answer.close()
        await asyncio.wait({work.task}, timeout=patience_s)
        if not work.task.done():
            return monotonic() - work.begun
        if self._works.get(tag) is work:
            del self._works[tag]
        result = work.task.result()
        return monotonic() - work.begun if result is None else result

    def _drop_oldest(self) -> None:
        """Forget answers that nobody fetches; what is being worked out goes on."""
        done = [tag for tag, work in self._works.items() if work.task.done()]
        for tag in done[: max(0, len(done) - _MOST_KEPT)]:
            self._works.pop(tag).task.exception()  # looked at, or asyncio would log that nobody did


def patience_of(prefer: str) -> float:
    """The seconds that a request waits, by its header Prefer (RFC 7240, 4.3)."""
    asked = _WAIT.search(prefer)
    return min(float(asked[1]), _MOST_PATIENCE_S) if asked else PATIENCE_S


def takes_older(prefer: str) -> bool:
    """Whether who asks, by its header Prefer, takes the answer of before until the present one is there."""
    return OLDER_PREFERENCE in {one.strip() for one in re.split("[,;]", prefer)}


def still_working(seconds: float, progress: tuple[int, int] | None) -> JSONResponse:
    """That an answer is not there yet, as what it is asked for is told (RFC 9110, 15.3.3)."""
    done, of = progress or (0, 0)
    told = StillWorking(seconds=round(seconds, 1), done=done, of=of)
    return JSONResponse(told.model_dump(), status_code=202, headers={"Retry-After": "1", "Cache-Control": "no-store"})
