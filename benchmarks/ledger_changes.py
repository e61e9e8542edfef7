"""What a change of a large case costs who goes on working: a judgement, and each answer until it is right again.

A claim is confirmed; at once, as a page would, the queue of review is asked for. Then each answer is asked for as a
page does: until something is shown, if only the answer of before, and until that of now is there. All by the clock,
what the server spends beside it in processor seconds.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

ROUNDS = 6
_QUEUE = "/review?queue=claims&limit=20"
_BETWEEN_LOOKS_S = 0.25


class Server(Protocol):
    """A server of one case."""

    def seconds(self) -> float:
        """What it has spent of a processor."""
        ...

    def given(self, path: str, body: object = None, **headers: str) -> tuple[int, dict[str, str], Any]:
        """The status, the headers by small letters, and the answer."""
        ...


@dataclass(slots=True)
class Cost:
    """Seconds by the clock, and of a processor."""

    clock: float = 0.0
    processor: float = 0.0

    def __str__(self) -> str:
        return f"{self.clock:7.3f} ({self.processor:.2f})"


@contextmanager
def _counted(server: Server) -> Iterator[Cost]:
    cost, begun, before = Cost(), time.perf_counter(), server.seconds()
    yield cost
    cost.clock, cost.processor = time.perf_counter() - begun, server.seconds() - before


def review_actions(server: Server, base: str) -> None:
    """Confirm claims and take every second back, and print what each costs until the queue is there again."""
    print("review: kept, the queue asked for at once, all settled, the queue of then: s by the clock (of a processor)")
    waiting = [one["claim"] for one in _queue(server, base) if one["item"] == "claim"]
    for at, claim in enumerate(waiting[:ROUNDS]):
        made = _action(server, base, "confirm", claim["id"], claim["tag"])
        if at % 2:
            _action(server, base, "undo", made)


def after_a_change(server: Server, base: str, paths: Iterable[str]) -> Iterator[tuple[str, float, float]]:
    """Confirm a claim; then by path the seconds until something is shown, and until that is of now."""
    claim = next(one["claim"] for one in _queue(server, base) if one["item"] == "claim")
    _judge(server, base, "confirm", claim["id"])
    for path in paths:
        begun = time.perf_counter()
        shown, prefer = 0.0, {"prefer": "older"}
        while True:
            status, headers, _ = server.given(path, **prefer)
            shown = shown or (time.perf_counter() - begun if status != 202 else 0.0)
            if status != 202 and "palanca-changes-since" not in headers:
                break
            prefer = {} if shown else prefer
            time.sleep(_BETWEEN_LOOKS_S)
        yield path, shown, time.perf_counter() - begun


def _action(server: Server, base: str, verdict: str, on: str, tag: str | None = None) -> str:
    with _counted(server) as whole:
        with _counted(server) as kept:
            judgement = _judge(server, base, verdict, on, tag)
        with _counted(server) as beside:
            _queue(server, base)
        while not server.given(base, prefer="wait=600")[2]["is_settled"]:
            time.sleep(0.02)
    with _counted(server) as then:
        _queue(server, base)
    print(f"  {verdict:8} {kept} {beside} {whole} {then}", flush=True)
    return judgement


def _judge(server: Server, base: str, verdict: str, on: str, tag: str | None = None) -> str:
    body = {"verdict": verdict, "on": [on], "seen": [tag] if tag else [], "who": "benchmark"}
    _, _, made = server.given(f"{base}/judgements", body)
    identifier: str = made["items"][0]["id"]
    return identifier


def _queue(server: Server, base: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = server.given(base + _QUEUE, prefer="wait=600")[2]["items"]
    return items
