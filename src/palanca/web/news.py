"""What happens to a case, told to every open page by server-sent events (WHATWG HTML, "Server-sent events")."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

_SECONDS_BETWEEN_BEATS = 15.0
_END = ""
_WAITING_MOST = 256  # events that a page may be behind; then it is told to look again


@dataclass(slots=True)
class News:
    """Tells subscribers. Any thread may `tell`."""

    _subscribers: dict[asyncio.Queue[str], asyncio.AbstractEventLoop] = field(default_factory=dict)

    def end(self) -> None:
        """End all streams, as a server does that stops: one that is cut off is an error to the page."""
        self._send(_END)

    def tell(self, event: str, **told: object) -> None:
        """Tell all who listen that something happened."""
        self._send(f"event: {event}\ndata: {json.dumps(told)}\n\n")

    def _send(self, message: str) -> None:
        for queue, loop in list(self._subscribers.items()):
            if not loop.is_closed():
                loop.call_soon_threadsafe(_put, queue, message)

    async def listen(self) -> AsyncIterator[str]:
        """The events from now on, as the lines of a stream, with a comment now and then that keeps it open."""
        queue: asyncio.Queue[str] = asyncio.Queue(maxsize=_WAITING_MOST)
        self._subscribers[queue] = asyncio.get_running_loop()
        try:
            yield ": open\n\n"
            while (message := await _next(queue)) != _END:
                yield message
        finally:
            del self._subscribers[queue]


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
        message = "event: behind\ndata: {}\n\n"
    queue.put_nowait(message)
