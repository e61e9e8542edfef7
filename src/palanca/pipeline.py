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
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from itertools import batched, chain, groupby
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from palanca.reading.document import DocumentReader, Failure
from palanca.reading.language import Languages
from palanca.records import Document, Reading, Register, Rejection
from palanca.records.errors import InvalidMapping
from palanca.registers.choosing import read_mapped
from palanca.registers.followthemoney.recognising import read_unmapped
from palanca.registers.mapping_loading import Loaded, load_mappings
from palanca.registers.readers import Readers
from palanca.registers.rows import Remark, RemarkKind, RowRead, TableEnd
from palanca.registers.tallies import Tallies
from palanca.settlement import settle
from palanca.sources import SourceOptions, read_sources
from palanca.store import Case, Outcome, open_case

if TYPE_CHECKING:
    from palanca.store.reading_rows import ReadingRows

_ALLOCATIONS_BETWEEN_COLLECTIONS = 70_000
_BATCH = 16
_ROWS_IN_BATCH = 512  # rows are short: what a batch costs beside them has to be shared by many
_ROWS_IN_TRANSACTION = 16_384  # each writes again the pages of all indexes that it touches: the more rows the fewer
_WARNINGS_KEPT = 1_000
_IN_FLIGHT = 2  # batches waiting for each process: enough to keep it busy, few enough to stay small


type Preview = Reading | Failure | Rejection | Remark


@dataclass(slots=True, kw_only=True)
class Summary:
    """What became of the inputs of one run.

    `remarks` counts the rows of tables about which there is something to know; the first of the warnings are kept in
    `warnings`. `tallies` counts rejections and warnings by what is wrong. `dropped` are the rows that their table no
    longer has.
    """

    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    rejections: list[Rejection] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    remarks: dict[RemarkKind, int] = field(default_factory=lambda: dict.fromkeys(RemarkKind, 0))
    warnings: list[Remark] = field(default_factory=list)
    tallies: Tallies = field(default_factory=Tallies)
    dropped: int = 0
    words: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read. `progress` is called with each document's or rejection's name once it is dealt with.

    `mapping` is the name of a mapping that comes with Palanca, or the path of one: tables are read by it.
    """

    sources: SourceOptions = field(default_factory=SourceOptions)
    mapping: Path | str | None = None
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
    started = time.monotonic()
    where = [Path(path) for path in paths]
    loaded = load_mappings(options.mapping) if options.mapping else ()
    with _collecting_seldom(), open_case(case, create=bool(where)) as opened:
        for one in loaded:
            opened.enter(one.mapping.register, at=options.clock())
        run = _Run(case=opened, options=options)
        run.read(_inputs(opened, where, loaded, options))
        settle(opened)
    run.summary.seconds = time.monotonic() - started
    return run.summary


def preview(paths: Iterable[Path | str], options: ReadOptions, limit: int = 20) -> Iterator[Preview]:
    """What a mapping makes of the first rows, with what is to be said of them; nothing is written.

    Files of FollowTheMoney need no mapping. Raises InvalidMapping when the options name none that can be used.
    """
    loaded = load_mappings(options.mapping) if options.mapping else ()
    readers = Readers(DocumentReader(languages=options.languages), [one.mapping.register for one in loaded])
    shown = 0
    for item in _previewed([Path(path) for path in paths], loaded, options):
        if isinstance(item, Register):
            readers.enter(item)
            continue
        if isinstance(item, Document):
            yield from readers.read_all([item])
            shown += 1
        elif not isinstance(item, TableEnd):
            yield item
        if shown >= limit:
            return


def _previewed(where: list[Path], loaded: Sequence[Loaded], options: ReadOptions) -> Iterator[RowRead]:
    """The rows of tables. Raises InvalidMapping without a mapping, but for files that bring theirs."""
    if loaded:
        yield from _tables(where, loaded, options)
        return
    items = read_sources(where, options.sources, read_unmapped)
    first = next(items, None)
    if not isinstance(first, Register):
        raise InvalidMapping("a dry run shows what a mapping makes of a table: name one with --mapping")
    yield from chain((first,), items)


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


def _inputs(case: Case, where: list[Path], loaded: Sequence[Loaded], options: ReadOptions) -> Iterator[RowRead]:
    """What there is to read: the sources, or else what the case holds, rows of one register together."""
    if not where:
        yield from sorted(case.documents(), key=lambda document: document.register or "")
    elif loaded:
        yield from _tables(where, loaded, options)
    else:
        yield from read_sources(where, options.sources, read_unmapped)


def _tables(where: list[Path], loaded: Sequence[Loaded], options: ReadOptions) -> Iterator[RowRead]:
    for one in loaded:
        for line, note in one.notes:
            yield Remark(kind=RemarkKind.WARNED, place=f"{options.mapping}, line {line}", reason=note)
    columns = dict.fromkeys(column for one in loaded for column in one.mapping.columns)
    known = replace(options.sources, expected=tuple(columns), rows=loaded[0].mapping.rows)
    yield from read_sources(where, known, lambda table, given: read_mapped(table, given, loaded))


@dataclass(slots=True, kw_only=True)
class _Run:
    """One run of reading: takes inputs in and keeps what is read, rows of registers many at a time."""

    case: Case
    options: ReadOptions
    summary: Summary = field(default_factory=Summary)
    _rows: "list[ReadingRows]" = field(default_factory=list)
    _ended: list[tuple[str, TableEnd]] = field(default_factory=list)

    def read(self, inputs: Iterator[RowRead]) -> None:
        """Read all inputs into the case."""
        readers = Readers(DocumentReader(languages=self.options.languages), self.case.registers())
        unknown = self._unknown(inputs, readers)
        parallel = self.options.processes > 1
        results = _in_parallel(unknown, readers, self.options) if parallel else _as_rows(readers.read_all(unknown))
        for result in results:
            self._keep(result)
        self._flush()
        for register, end in self._ended:
            self.summary.dropped += self.case.drop_rows(register, file=end.file, member=end.member, kept=end.names)

    def _unknown(self, inputs: Iterator[RowRead], readers: Readers) -> Iterator[Document]:
        """The documents that have to be read; all else is dealt with at once."""
        register, waiting = "", list[Document]()
        for item in inputs:
            match item:
                case Rejection():
                    self._refuse(item)
                case Remark():
                    self._tell(item)
                case TableEnd():
                    self._ended.append((register, item))
                case Register():
                    register = item.name
                    self.case.enter(item, at=self.options.clock())
                    readers.enter(item)
                case Document():
                    register = item.register or register
                    waiting.append(item)
                    if item.register is None or len(waiting) >= _ROWS_IN_BATCH:
                        yield from self._to_read(waiting, readers)
                        waiting.clear()
        yield from self._to_read(waiting, readers)

    def _to_read(self, documents: Sequence[Document], readers: Readers) -> Iterator[Document]:
        new = self.case.new_among(documents)
        for document in documents:
            if document.name in new:
                yield document
            elif self.case.knows(document, readers.version_of(document)):
                self.summary.outcomes[Outcome.UNCHANGED] += 1
                self.options.progress(document.name)
            else:
                yield self.case.completed(document)

    def _keep(self, result: "ReadingRows | Failure") -> None:
        document = result.document
        if isinstance(result, Failure):
            reason = f"a reader broke on it ({result.reason}): please report this with the text"
            self._refuse(Rejection(origin=document.origin, reason=reason))
            return
        self._rows.append(result)
        if document.register is None or len(self._rows) >= _ROWS_IN_TRANSACTION:
            self._flush()
        self.summary.words += len(document.text.split())
        if result.skipped:
            self.summary.skipped.append((document.name, result.skipped))
        self.options.progress(document.name)

    def _flush(self) -> None:
        for outcome in self.case.put_all(self._rows, at=self.options.clock()) if self._rows else ():
            self.summary.outcomes[outcome] += 1
        self._rows.clear()

    def _refuse(self, rejection: Rejection) -> None:
        self.case.reject(rejection, at=self.options.clock())
        self.summary.rejections.append(rejection)
        self.summary.tallies.add(rejection)
        self.options.progress(rejection.origin.place)

    def _tell(self, remark: Remark) -> None:
        self.summary.remarks[remark.kind] += 1
        if remark.kind is RemarkKind.WARNED:
            self.summary.tallies.add(remark)
            if len(self.summary.warnings) < _WARNINGS_KEPT:
                self.summary.warnings.append(remark)


def _as_rows(results: Iterable[Reading | Failure]) -> "Iterator[ReadingRows | Failure]":
    """Readings as the rows that the case will keep, which can be worked out where they were read."""
    from palanca.store.reading_rows import rows_of

    return (result if isinstance(result, Failure) else rows_of(result) for result in results)


def _in_parallel(
    documents: Iterator[Document], readers: Readers, options: ReadOptions
) -> "Iterator[ReadingRows | Failure]":
    """Read batches in processes of their own, few in flight, and give them back in order."""
    with ProcessPoolExecutor(options.processes, mp_context=get_context("spawn")) as pool:
        waiting: list[Future[list[ReadingRows | Failure]]] = []
        for is_text, several in groupby(documents, key=lambda document: document.register is None):
            for batch in batched(several, _BATCH if is_text else _ROWS_IN_BATCH):
                registers = tuple(readers.registers.values())
                waiting.append(pool.submit(_read_batch, batch, dict(options.languages.pipelines), registers))
                if len(waiting) > _IN_FLIGHT * options.processes:
                    yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()


def _read_batch(
    batch: Sequence[Document], pipelines: dict[str, str], registers: tuple[Register, ...]
) -> "list[ReadingRows | Failure]":
    with _collecting_seldom():
        readers = _readers_of_process(tuple(sorted(pipelines.items())))
        for register in registers:
            readers.enter(register)
        return list(_as_rows(readers.read_all(batch)))


@cache
def _readers_of_process(pipelines: tuple[tuple[str, str], ...]) -> Readers:
    """One set of readers a process: loading a pipeline takes longer than reading many documents."""
    return Readers(DocumentReader(languages=Languages(pipelines=dict(pipelines))), ())
