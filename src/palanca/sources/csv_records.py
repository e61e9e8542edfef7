"""CSV, record by record: one that cannot be read is told of, and reading goes on at the line below its first."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_MOST_LINES = 1_000  # of one record: past them a quotation mark was left open


@dataclass(slots=True)
class _Lines:
    """Lines of which those of the record in hand can be given back. `is_cut` tells that they ended within it."""

    lines: Iterator[str]
    taken: list[str] = field(default_factory=list)
    waiting: deque[str] = field(default_factory=deque)
    is_cut: bool = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _MOST_LINES:
            raise csv.Error(f"it goes on for {_MOST_LINES:,} lines")
        line = self.waiting.popleft() if self.waiting else next(self.lines, None)
        if line is None:
            self.is_cut = bool(self.taken)
            raise StopIteration
        self.taken.append(line)
        return line

    def give_back(self) -> None:
        """Let the lines after the first be read again."""
        self.waiting.extendleft(reversed(self.taken[1:]))
        self.start()

    def start(self) -> None:
        """Begin a record."""
        self.taken.clear()
        self.is_cut = False


def csv_records(lines: Iterable[str], delimiter: str) -> Iterator[list[str] | str]:
    """The cells of each record, or why there are none. Lines keep their ends.

    A quotation mark that is never closed takes in all lines that follow: such a record is refused alone.
    """
    given = _Lines(iter(lines))
    reader = csv.reader(given, delimiter=delimiter)
    while True:
        given.start()
        try:
            cells = next(reader, None)
        except csv.Error as problem:
            given.give_back()
            yield str(problem)
            continue
        if cells is None:
            return
        if open_quotation := _open_quotation(given, delimiter):
            given.give_back()
            yield open_quotation
        else:
            yield cells


def _open_quotation(given: _Lines, delimiter: str) -> str | None:
    """What is wrong with a record that took in other lines because of a quotation mark.

    A strict reader minds its end within the marks, and words right behind a mark that seems to close it. Records of one
    line are read as forgivingly as ever.
    """
    if len(given.taken) == 1 and not given.is_cut:
        return None
    try:
        next(csv.reader(given.taken, delimiter=delimiter, strict=True))
    except csv.Error as problem:
        return f"a text in quotation marks goes on over {len(given.taken)} lines: {problem}"
    return None
