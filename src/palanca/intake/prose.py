"""Reading the prose of rows that went in by their cells alone."""

from collections.abc import Iterator
from itertools import batched

from palanca.intake.reading_processes import Packed, Result, Unread, Way, read_unread
from palanca.intake.taking_in import ReadOptions, Summary, broken
from palanca.reading.late import LateReader
from palanca.records import Failure
from palanca.registers.readers import Readers
from palanca.store import Case

_ROWS_AT_ONCE = 1_024  # taken from the case
_ROWS_IN_PART = 2_048  # written together: so many are read again at most when a run is cut off


def read_prose(case: Case, options: ReadOptions, summary: Summary) -> None:
    """Read the prose of all rows of an open case that wait for it, write it part by part, and tell it in `summary`.

    A row that breaks a reader stays as it is. What all tell together is left to be settled.
    """
    total = sum(case.unread_prose().values())
    if not total:
        return
    readers = Readers(LateReader(languages=options.languages), case.registers())
    options.prose_progress(0, total)
    for done, part in _parts(read_unread(_rows(case), readers, options.processes)):
        _write(case, part, options, summary)
        options.prose_progress(done, total)
    summary.prose_unread = sum(case.unread_prose().values())


def _rows(case: Case) -> Iterator[Unread]:
    """The rows that wait, once each, whatever of them is written meanwhile."""
    rows = case.rows_of_unread_prose(limit=_ROWS_AT_ONCE)
    while rows:
        yield from (Unread(row, Way.PROSE) for row in rows)
        rows = case.rows_of_unread_prose(after=rows[-1], limit=_ROWS_AT_ONCE)


def _parts(results: Iterator[Result]) -> Iterator[tuple[int, tuple[Result, ...]]]:
    """The results part by part, and how many there were by the end of each."""
    done = 0
    for part in batched(results, _ROWS_IN_PART):
        done += len(part)
        yield done, part


def _write(case: Case, part: tuple[Result, ...], options: ReadOptions, summary: Summary) -> None:
    read = [result for result in part if not isinstance(result, Failure | Packed)]
    case.put_all(read, at=options.clock())
    summary.prose_read += len(read)
    for failure in part:
        if isinstance(failure, Failure):
            rejection = broken(failure)
            case.reject(rejection, at=options.clock())
            summary.rejections.append(rejection)
            summary.tallies.add(rejection)
