"""What happens to a case, told to every open page by server-sent events (WHATWG HTML, "Server-sent events")."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic

_SECONDS_BETWEEN_BEATS = 15.0
_END = ""
_WAITING_MOST = 256  # events that a page may be behind; then it is told to look again


@dataclass(slots=True)
class News:
    """Tells subscribers. Any thread may `tell`; `clock` gives seconds that only ever grow."""

    clock: Callable[[], float] = monotonic
    _subscribers: dict[asyncio.Queue[str], asyncio.AbstractEventLoop] = field(default_factory=dict)
    _told: float | None = None
    _trouble: str = ""

    def end(self) -> None:
        """End all streams, as a server does that stops: one that is cut off is an error to the page."""
        self._send(_END)

    def tell(self, event: str, **told: object) -> None:
        """Tell all who listen that something happened; of a `trouble`, those too who come before it is `settled`."""
        self._told, message = self.clock(), _message(event, told)
        if event in {"trouble", "settled"}:
            self._trouble = message if event == "trouble" else ""
        self._send(message)

    def _send(self, message: str) -> None:
        for queue, loop in list(self._subscribers.items()):
            with suppress(RuntimeError):  # the loop was closed: nobody is there to hear
                loop.call_soon_threadsafe(_put, queue, message)

    async def listen(self) -> AsyncIterator[str]:
        """The events from this moment on, as the lines of a stream, with a comment now and then that keeps it open.

        It begins with `begun`, which tells for how many seconds nothing had been told, null where nothing ever was:
        who began to look before that has missed something.
        """
        stream = self._stream()
        begun = await anext(stream)  # subscribed before an answer begins, and taken out again even if none ever does
        return _with_first(begun, stream)

    async def _stream(self) -> AsyncIterator[str]:
        queue: asyncio.Queue[str] = asyncio.Queue(maxsize=_WAITING_MOST)
        self._subscribers[queue] = asyncio.get_running_loop()
        told = self._told
        if self._trouble:
            queue.put_nowait(self._trouble)
        try:
            yield _message("begun", {"quiet_s": None if told is None else self.clock() - told})
            while (message := await _next(queue)) != _END:
                yield message
        finally:
            del self._subscribers[queue]


async def _with_first(first: str, rest: AsyncIterator[str]) -> AsyncIterator[str]:
    yield first
    async for message in rest:
        yield message


def _message(event: str, told: Mapping[str, object]) -> str:
    return f"event: {event}\ndata: {json.dumps(told)}\n\n"


async def _next(queue: asyncio.Queue[str]) -> str:
    """The next message, or after a while without any a comment."""
    try:
        return await asyncio.wait_for(queue.get(), _SECONDS_BETWEEN_BEATS)
    except TimeoutError:
        return ": still here\n\n"


def _put(queue: asyncio.Queue[str], message: str) -> None:
    if queue.full():
        while not queue.empty():
            queue.get_nowait()
        message = message if message == _END else _message("behind", {})
    queue.put_nowait(message)
