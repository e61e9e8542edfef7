"""What is worked out behind: one answer at a time, the one asked for last first, and none of a state that is gone."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from time import monotonic

from palanca.records.errors import CaseError
from palanca.web.apart import Apart, Reply, Steps

_QUIET_S = 2.0  # who judges one after the other would have each answer begun only to be given up
_MOST_WAITING = 16
_LOOK_S = 0.5
_IDLE_S = 300.0  # it may hold hundreds of megabytes, of use to the next page of the same list


@dataclass(slots=True)
class Behind:
    """Works out answers of one case while nothing changes it. Any thread may ask.

    `is_settled` tells whether answers would hold, `done` takes each reply with its address, `tell` how far it is.
    """

    apart: Apart
    is_settled: Callable[[], bool]
    done: Callable[[str, Reply], None]
    tell: Callable[[Steps], None]
    quiet_s: float = _QUIET_S
    _asked: OrderedDict[str, Future[Reply | None]] = field(default_factory=OrderedDict)
    _ahead: list[str] = field(default_factory=list)
    _running: str | None = None
    _is_ahead: bool = False
    _is_given_up: bool = False
    _at_hand: set[str] = field(default_factory=set)
    _not_before: float = 0.0
    _not_ahead_before: float = 0.0
    _is_open: bool = True
    _thread: threading.Thread | None = None
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def ask(self, address: str) -> Future[Reply | None]:
        """The reply to an address, once it is there; None for one that was given up or could not be worked out."""
        with self._changed:
            future = self._asked.setdefault(address, _promised())
            self._asked.move_to_end(address)
            if self._running == address:
                self._is_ahead = False
            self._make_way()
            while len(self._asked) > _MOST_WAITING:
                oldest = next(one for one in self._asked if one != self._running)
                self._asked.pop(oldest).set_result(None)
            self._wake()
            return future

    def make_way(self, address: str, *, is_soon: bool = False) -> None:
        """Give up what is worked out ahead, for a while: an answer is asked for that may take long, and is another.

        What is asked for here does not wait so: a page that asks again and again would put off its own answer. One that
        `is_soon` there is worked out by who asks, and no more ahead: a process of low priority that has just begun with
        it would take longer.
        """
        with self._changed:
            if self._running != address or (is_soon and self._is_ahead):
                self._not_ahead_before = monotonic() + self.quiet_s
                self._make_way()
            if is_soon and address in self._ahead:
                self._ahead.remove(address)

    def work_ahead(self, addresses: Iterable[str]) -> None:
        """Have answers worked out that nobody has asked for, in this order, when there is nothing else to do."""
        with self._changed:
            self._ahead = list(addresses)
            self._wake()

    def is_at_hand(self, address: str) -> bool:
        """Whether an answer is best asked for here: it is being worked out, or another at its path was in this state.

        What the process has in mind of a list serves every page of it. It must not wait for something else.
        """
        path = _path(address)
        with self._changed:
            is_free = self._running is None or (not self._is_ahead and _path(self._running) == path)
            is_running = self._running == address and not self._is_given_up
            return is_running or (path in self._at_hand and is_free and self.apart.is_there)

    def give_up(self) -> None:
        """Drop all that is or waits to be worked out: the case has changed."""
        with self._changed:
            self._not_before = monotonic() + self.quiet_s
            self._ahead.clear()
            self._at_hand.clear()
            for address in [one for one in self._asked if one != self._running]:
                self._asked.pop(address).set_result(None)
            if self._running is not None:
                self._end()

    def close(self) -> None:
        """Drop everything and end the process."""
        self.give_up()
        with self._changed:
            self._is_open = False
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()
        self.apart.end()

    def _make_way(self) -> None:
        if self._running is not None and self._is_ahead:
            self._ahead.insert(0, self._running)
            self._is_ahead = False
            self._end()

    def _end(self) -> None:
        """End the process, and with it what it has in mind."""
        self._at_hand.clear()
        self._is_given_up = True
        self.apart.end()

    def _wake(self) -> None:
        if self._thread is None and self._is_open:
            self._thread = threading.Thread(target=self._work, name="working out behind", daemon=True)
            self._thread.start()
        self._changed.notify()

    def _work(self) -> None:
        while self._is_open:
            if not self._take():
                self._rest()
                continue
            address = self._running or ""
            try:
                self._finish(address, self.apart.answer(address, self.tell, lambda: self._is_given_up))
            except CaseError as error:
                self._finish(address, None, error)

    def _rest(self) -> None:
        """Wait until there may be something to do; a process that had nothing to do for long is ended."""
        with self._changed:
            if self._asked or self._ahead:
                self._changed.wait(_LOOK_S)
            elif not self._changed.wait_for(lambda: self._asked or self._ahead or not self._is_open, _IDLE_S):
                self._end()

    def _take(self) -> bool:
        """Begin with the next, if there is one and it may be begun."""
        may = self._is_due() and self.is_settled()
        with self._changed:
            if not may or not self._is_due():
                return False
            self._is_ahead, self._is_given_up = not self._asked, False
            self._running = self._ahead.pop(0) if self._is_ahead else next(reversed(self._asked))
            return True

    def _is_due(self) -> bool:
        """Whether something waits for which it is time."""
        now = monotonic()
        return now >= self._not_before and bool(self._asked or (self._ahead and now >= self._not_ahead_before))

    def _finish(self, address: str, reply: Reply | None, error: CaseError | None = None) -> None:
        if reply is not None:
            self.done(address, reply)
        with self._changed:
            if reply is not None:
                self._at_hand.add(_path(address))
            self._running, self._is_ahead = None, False
            future = self._asked.pop(address, None)
        if future is not None and error is not None:
            future.set_exception(error)
        elif future is not None:
            future.set_result(reply)


def _promised() -> Future[Reply | None]:
    """A future that who waits for it cannot cancel: others may wait for it too."""
    future: Future[Reply | None] = Future()
    future.set_running_or_notify_cancel()
    return future


def _path(address: str) -> str:
    return address.partition("?")[0]
