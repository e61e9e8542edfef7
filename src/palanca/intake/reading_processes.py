"""Reading documents in this process, or in several, in order and few at a time.

What is read in new rows of registers comes packed, as `store.packing` makes it, since there may be millions of them;
what is read in all others comes as the rows that the case will keep, to be compared with what stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import batched, chain, groupby, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

from palanca.garbage import rarely_collecting
from palanca.reading.language import Languages
from palanca.reading.late import LateReader
from palanca.records import Document, Failure, Reading, Register
from palanca.registers.readers import Readers

if TYPE_CHECKING:
    from palanca.store.reading_rows import ReadingRows

_BATCH = 16
ROWS_IN_BATCH = 512  # rows are short: what a batch costs beside them has to be shared by many
_MOST_OF_POOL = 800  # batches: a pipeline keeps every word that it meets, so that its process must not live for ever
_IN_FLIGHT = 2  # batches waiting for each process: enough to keep it busy, few enough to stay small


class Unread(NamedTuple):
    """A document to read. `is_new_row` tells that it is a row of a register, of which the case knows nothing."""

    document: Document
    is_new_row: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What was read in new rows: an image for `Stage.add`, of so many `words`; none of those that broke a reader."""

    image: bytes
    documents: tuple[str, ...]
    words: int
    failures: tuple[Failure, ...]


type Result = "ReadingRows | Failure | Packed"


def read_here(unread: Iterable[Unread], readers: Readers) -> Iterator[Result]:
    """Read in this process."""
    for is_new_row, several in groupby(unread, key=lambda one: one.is_new_row):
        documents = (one.document for one in several)
        if is_new_row:
            yield from (_packed(batch, readers) for batch in batched(documents, ROWS_IN_BATCH))
        else:
            yield from _as_rows(readers.read_all(documents))


def read_in_processes(unread: Iterable[Unread], readers: Readers, processes: int) -> Iterator[Result]:
    """Read in so many processes. Results come in order; the registers are those that `readers` has by then."""
    batches = _batches(unread)
    for first in batches:
        yield from _read_in_pool(chain((first,), islice(batches, _MOST_OF_POOL - 1)), readers, processes)


def _read_in_pool(batches: Iterable[Sequence[Unread]], readers: Readers, processes: int) -> Iterator[Result]:
    pipelines = dict(readers.reader.languages.pipelines)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        waiting: list[Future[list[Result]]] = []
        for batch in batches:
            waiting.append(pool.submit(_read_batch, batch, pipelines, tuple(readers.registers.values())))
            if len(waiting) > _IN_FLIGHT * processes:
                yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()


def _batches(unread: Iterable[Unread]) -> Iterator[tuple[Unread, ...]]:
    for (is_text, _), several in groupby(unread, key=lambda one: (one.document.register is None, one.is_new_row)):
        yield from batched(several, _BATCH if is_text else ROWS_IN_BATCH)


def _read_batch(batch: Sequence[Unread], pipelines: dict[str, str], registers: tuple[Register, ...]) -> list[Result]:
    with rarely_collecting():
        readers = _readers_of_process(tuple(sorted(pipelines.items())))
        for register in registers:
            readers.enter(register)
        return list(read_here(batch, readers))


@cache
def _readers_of_process(pipelines: tuple[tuple[str, str], ...]) -> Readers:
    """One set of readers a process: loading a pipeline takes longer than reading many documents."""
    return Readers(LateReader(languages=Languages(pipelines=dict(pipelines))), ())


def _packed(documents: Sequence[Document], readers: Readers) -> Packed:
    from palanca.store.packing import pack

    results = list(readers.read_all(documents))
    good = [one for one in results if isinstance(one, Reading)]
    return Packed(
        image=pack(good),
        documents=tuple(one.document.name for one in good),
        words=sum(len(one.document.text.split()) for one in good),
        failures=tuple(one for one in results if isinstance(one, Failure)),
    )


def _as_rows(results: Iterable[Reading | Failure]) -> "Iterator[ReadingRows | Failure]":
    """Readings as the rows that the case will keep, which can be worked out where they were read."""
    from palanca.store.reading_rows import rows_of

    return (result if isinstance(result, Failure) else rows_of(result) for result in results)
