"""Putting in order what does not fit into memory: sorted some at a time, kept in a file without a name, and merged."""

import heapq
import pickle  # of values that this process itself put into a file that no other can open
from collections.abc import Callable, Iterable, Iterator
from itertools import batched
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any, Self

_IN_A_LOT = 10_000
_AT_ONCE = 64  # values of each lot in memory while lots are merged


class Spool[Value]:
    """Values in the order of a key, added in lots of any order. A context manager: the file is gone behind it.

    One lot alone stays in memory. Values of one key come in any order. It can be gone through again and again.
    """

    def __init__(self, key: Callable[[Value], Any]) -> None:
        self._key = key
        self._lot: list[Value] = []
        self._file: IO[bytes] | None = None
        self._lots: list[list[int]] = []  # where the pieces of each begin

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file:
            self._file.close()

    def add(self, lot: Iterable[Value]) -> None:
        """Add some values, which fit into memory together."""
        if self._lot:
            self._put_away(self._lot)
        self._lot = sorted(lot, key=self._key)

    def add_all(self, values: Iterable[Value]) -> None:
        """Add any number of values, which need not fit into memory."""
        for lot in batched(values, _IN_A_LOT):
            self.add(lot)

    def __iter__(self) -> Iterator[Value]:
        """All values, in order."""
        return heapq.merge(self._lot, *map(self._read, self._lots), key=self._key)

    def _put_away(self, lot: list[Value]) -> None:
        self._file = self._file or TemporaryFile()  # noqa: SIM115  # closed on exit
        begins = []
        for piece in batched(lot, _AT_ONCE):
            begins.append(self._file.seek(0, 2))
            pickle.dump(piece, self._file, pickle.HIGHEST_PROTOCOL)
        self._lots.append(begins)

    def _read(self, begins: list[int]) -> Iterator[Value]:
        for begin in begins:
            assert self._file  # noqa: S101  # whatever was put away is in it
            self._file.seek(begin)
            yield from pickle.load(self._file)  # noqa: S301  # see above
