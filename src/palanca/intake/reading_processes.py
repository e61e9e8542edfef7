"""Reading documents in this process, or in several, in order and few at a time.

What is read in new rows of registers comes packed, as `store.packing` makes it, since there may be millions of them;
what is read in all others comes as the rows that the case will keep, to be compared with what stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from enum import Enum
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

TEXTS_IN_BATCH = 16
ROWS_IN_BATCH = 512  # rows are short: what a batch costs beside them has to be shared by many
_MOST_OF_POOL = 800  # batches: a pipeline keeps every word that it meets, so that its process must not live for ever
_IN_FLIGHT = 2  # batches waiting for each process: enough to keep it busy, few enough to stay small


class Way(Enum):
    """How a document is read, and what comes of it."""

    WHOLE = "whole"  # with all its prose: the rows that the case will keep
    CELLS = "cells"  # a row of a register by its cells alone: the same
    NEW_CELLS = "new cells"  # the same of a row of which the case knows nothing: packed with others
    PROSE = "prose"  # a row whose cells stand: what its prose adds to them


class Unread(NamedTuple):
    """A document to read."""

    document: Document
    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What was read in new rows: an image for `Stage.add`, of so many `words`; none of those that broke a reader."""

    image: bytes
    documents: tuple[str, ...]
    words: int
    failures: tuple[Failure, ...]


type Result = "ReadingRows | Failure | Packed"


def read_unread(unread: Iterable[Unread], readers: Readers, processes: int) -> Iterator[Result]:
    """Read in this process, or in several beside it. Results come in order."""
    return read_in_processes(unread, readers, processes) if processes > 1 else read_here(unread, readers)


def read_here(unread: Iterable[Unread], readers: Readers) -> Iterator[Result]:
    """Read in this process."""
    for way, several in groupby(unread, key=lambda one: one.way):
        documents = (one.document for one in several)
        if way is Way.NEW_CELLS:
            yield from (_packed(batch, readers) for batch in batched(documents, ROWS_IN_BATCH))
        elif way is Way.PROSE:
            yield from chain.from_iterable(_prose(batch, readers) for batch in batched(documents, ROWS_IN_BATCH))
        else:
            yield from _as_rows(readers.read_all(documents, prose=way is Way.WHOLE))


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
    for (is_text, _), several in groupby(unread, key=lambda one: (one.document.register is None, one.way)):
        yield from batched(several, TEXTS_IN_BATCH if is_text else ROWS_IN_BATCH)


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

    results = list(readers.read_all(documents, prose=False))
    good = [one for one in results if isinstance(one, Reading)]
    return Packed(
        image=pack(good),
        documents=tuple(one.document.name for one in good),
        words=sum(len(one.document.text.split()) for one in good),
        failures=tuple(one for one in results if isinstance(one, Failure)),
    )


def _prose(documents: Sequence[Document], readers: Readers) -> "Iterator[ReadingRows | Failure]":
    """What the prose of rows adds to their cells, which are read once more for it: that is quick."""
    from palanca.store.growing import grown_rows

    both = zip(readers.read_all(documents, prose=False), readers.read_all(documents), strict=True)
    for cells, whole in both:
        if isinstance(whole, Failure):
            yield whole
        elif isinstance(cells, Failure):
            yield cells
        else:
            yield grown_rows(cells, whole)


def _as_rows(results: Iterable[Reading | Failure]) -> "Iterator[ReadingRows | Failure]":
    """Readings as the rows that the case will keep, which can be worked out where they were read."""
    from palanca.store.reading_rows import rows_of

    return (result if isinstance(result, Failure) else rows_of(result) for result in results)
