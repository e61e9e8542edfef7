"""New rows of registers on their way into a case: they wait together, and are merged while others are read."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from palanca.records import Document
from palanca.store import Case

if TYPE_CHECKING:
    from palanca.store.staging import Stage

_FIRST_MERGE = 16_384  # rows: a small case is merged into at once, so that little is lost when the run is cut off
_MOST_WAITING = 131_072  # each merge comes to all pages of a large case once: the more rows the better, while they fit


@dataclass(slots=True)
class WaitingRows:
    """The rows that wait for a case, a context manager. Those that were not merged when it ends are dropped.

    Rows are merged in a thread of their own. Nothing else may be written meanwhile: `pause` and `merge` wait for it.
    """

    case: Case
    clock: Callable[[], datetime]
    _waiting: "Stage | None" = None
    _count: int = 0
    _merged: int = 0
    _merging: Future[list[Document]] | None = None
    _known_meanwhile: list[Document] = field(default_factory=list)
    _names: set[int] = field(default_factory=set)
    _names_merging: set[int] = field(default_factory=set)
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    _open: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown()
        self._open.close()

    def claim(self, document: Document) -> bool:
        """Whether no document on its way has its name or text; from now on this one has.

        Hashes stand for both: at the worst a row is found not to be new, and is compared with what stands.
        """
        claims = {hash(document.name), hash(document.id)}
        is_free = self._names.isdisjoint(claims) and self._names_merging.isdisjoint(claims)
        self._names |= claims
        return is_free

    def add(self, image: bytes, rows: int) -> None:
        """Let rows wait, packed in an image; start to merge when there are many.

        While others are still merged, half as many again may come: the readers would have to stand idle.
        """
        if self._waiting is None:
            self._waiting = self._open.enter_context(self.case.stage())
        self._waiting.add(image)
        self._count += rows
        many = min(max(_FIRST_MERGE, self._merged), _MOST_WAITING)
        if self._count >= (many + many // 2 if self._merging and not self._merging.done() else many):
            self._start(more_follow=True)

    def pause(self) -> None:
        """Wait for the merge that goes on, if one does."""
        if self._merging:
            self._known_meanwhile += self._merging.result()
            self._merging = None
        self._names_merging = set()

    def merge(self) -> list[Document]:
        """Have all rows in the case that were added; those that the case has come to know in another way.

        The indexes that it went without meanwhile are made.
        """
        self._start(more_follow=False)
        self.pause()
        if self._merged:
            with self.case.stage() as stage:
                stage.index()
        self._names.clear()
        known, self._known_meanwhile = self._known_meanwhile, []
        return known

    def _start(self, *, more_follow: bool) -> None:
        self.pause()
        stage, self._waiting = self._waiting, None
        if stage:
            self._merging = self._thread.submit(_merge, stage, self.clock(), more_follow=more_follow)
            self._merged, self._count = self._merged + self._count, 0
            self._names, self._names_merging = set(), self._names


def _merge(stage: "Stage", at: datetime, *, more_follow: bool) -> list[Document]:
    with stage:
        return stage.merge(at=at, more_follow=more_follow)
