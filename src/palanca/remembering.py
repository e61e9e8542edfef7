"""Answers kept at hand: what takes seconds to work out is worked out once for all the pages that show it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import cast

_MOST = 16  # answers; one of a large case may take a hundred megabytes


@dataclass(slots=True)
class Remembered:
    """The answers asked for last. Any thread may `get`: those who ask for the same wait for one computation."""

    most: int = _MOST
    _answers: OrderedDict[Hashable, Future[object]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get[T](self, key: Hashable, make: Callable[[], T]) -> T:
        """The answer under a key, made if it is not at hand. What `make` raises is raised, and nothing is kept."""
        with self._lock:
            answer = self._answers.get(key)
            is_ours = answer is None
            if answer is None:
                answer = self._answers[key] = Future()
            self._answers.move_to_end(key)
            while len(self._answers) > self.most:
                self._answers.popitem(last=False)
        if is_ours:
            self._make(key, make, answer)
        return cast("T", answer.result())

    def _make(self, key: Hashable, make: Callable[[], object], answer: Future[object]) -> None:
        try:
            made = make()
        except BaseException as error:  # whoever waits is told the same
            with self._lock:
                if self._answers.get(key) is answer:
                    del self._answers[key]
            answer.set_exception(error)
        else:
            answer.set_result(made)
