"""Joins the rooms: sources → reading → store → settlement. Read this first.

A document is written with all that was read in it in one transaction, so that stopping at any moment, by any means,
leaves a case that opens and goes on. What a case knows already is not read again. What the documents tell together is
settled at the end of a run; after one that was cut off, whoever asks settles it first.
"""

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import batched
from multiprocessing import get_context
from pathlib import Path

from palanca.reading.document import DocumentReader, Failure
from palanca.reading.language import Languages
from palanca.records import Document, Reading, Rejection
from palanca.settlement import settle
from palanca.sources import SourceOptions, read_sources
from palanca.store import Case, Outcome, open_case

_ALLOCATIONS_BETWEEN_COLLECTIONS = 70_000
_BATCH = 16
_IN_FLIGHT = 2  # batches waiting for each process: enough to keep it busy, few enough to stay small


@dataclass(slots=True, kw_only=True)
class Summary:
    """What became of the inputs of one run."""

    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    rejections: list[Rejection] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    words: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read. `progress` is called with each document's or rejection's name once it is dealt with."""

    sources: SourceOptions = field(default_factory=SourceOptions)
    languages: Languages = field(default_factory=Languages)
    processes: int = 1
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    progress: Callable[[str], None] = lambda _name: None


def read(case: Path | str, paths: Iterable[Path | str], options: ReadOptions | None = None) -> Summary:
    """Read files and folders into a case, which is made if there is none.

    Without paths, the documents of the case that were read by older readers are read again. Inputs that cannot be
    read are kept as rejections and the run goes on.
    """
    options = options or ReadOptions()
    summary, started = Summary(), time.monotonic()
    where = [Path(path) for path in paths]
    with _collecting_seldom(), open_case(case, create=bool(where)) as opened:
        inputs = read_sources(where, options.sources) if where else iter(list(opened.documents()))
        for result in _read_new(opened, inputs, options, summary):
            _keep(opened, result, options, summary)
        settle(opened)
    summary.seconds = time.monotonic() - started
    return summary


def rebuild(case: Path | str, options: ReadOptions | None = None) -> Summary:
    """Drop all that was read and settled, and work it out anew: documents and judgements are all that a case is.

    When it is cut off, `read` without paths goes on where it stopped.
    """
    with open_case(case) as opened:
        opened.drop_readings()
    return read(case, (), options)


def remove(case: Case, name_or_id: str) -> Document:
    """Take a document out of an open case and settle what is left. Raises UnknownDocument."""
    gone = case.remove(name_or_id)
    settle(case)
    return gone


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Let Python look for dead cycles a hundred times less often: parses make many objects and no cycles."""
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS_BETWEEN_COLLECTIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _read_new(
    case: Case, inputs: Iterator[Document | Rejection], options: ReadOptions, summary: Summary
) -> Iterator[Reading | Failure]:
    reader = DocumentReader(languages=options.languages)

    def unknown() -> Iterator[Document]:
        for item in inputs:
            if isinstance(item, Rejection):
                _refuse(case, item, options, summary)
            elif case.knows(item, reader.version):
                summary.outcomes[Outcome.UNCHANGED] += 1
                options.progress(item.name)
            else:
                yield case.completed(item)

    if options.processes > 1:
        yield from _in_parallel(unknown(), options)
    else:
        yield from reader.read_all(unknown())


def _keep(case: Case, result: Reading | Failure, options: ReadOptions, summary: Summary) -> None:
    document = result.document
    if isinstance(result, Failure):
        reason = f"a reader broke on it ({result.reason}): please report this with the text"
        _refuse(case, Rejection(origin=document.origin, reason=reason), options, summary)
        return
    summary.outcomes[case.put(result, at=options.clock())] += 1
    summary.words += len(document.text.split())
    if result.skipped:
        summary.skipped.append((document.name, result.skipped))
    options.progress(document.name)


def _refuse(case: Case, rejection: Rejection, options: ReadOptions, summary: Summary) -> None:
    case.reject(rejection, at=options.clock())
    summary.rejections.append(rejection)
    options.progress(rejection.origin.place)


def _in_parallel(documents: Iterator[Document], options: ReadOptions) -> Iterator[Reading | Failure]:
    """Read batches in processes of their own, few in flight, and give them back in order."""
    with ProcessPoolExecutor(options.processes, mp_context=get_context("spawn")) as pool:
        waiting: list[Future[list[Reading | Failure]]] = []
        for batch in batched(documents, _BATCH):
            waiting.append(pool.submit(_read_batch, batch, dict(options.languages.pipelines)))
            if len(waiting) > _IN_FLIGHT * options.processes:
                yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()


def _read_batch(batch: Sequence[Document], pipelines: dict[str, str]) -> list[Reading | Failure]:
    with _collecting_seldom():
        return list(_reader_of_process(tuple(sorted(pipelines.items()))).read_all(batch))


_readers: dict[tuple[tuple[str, str], ...], DocumentReader] = {}


def _reader_of_process(pipelines: tuple[tuple[str, str], ...]) -> DocumentReader:
    """One reader a process: loading a pipeline takes longer than reading many documents."""
    if pipelines not in _readers:
        _readers[pipelines] = DocumentReader(languages=Languages(pipelines=dict(pipelines)))
    return _readers[pipelines]
