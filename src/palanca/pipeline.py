"""Joins the rooms: sources → reading → store → settlement. Read this first.

A document is written with all that was read in it in one transaction, so that stopping at any moment, by any means,
leaves a case that opens and goes on. What a case knows already is not read again. Rows of tables go in by their cells,
and behind all of them their prose is read. What the documents tell together is settled at the end of a run; after one
that was cut off, whoever asks settles it first.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from palanca.garbage import rarely_collecting
from palanca.intake import ReadOptions, Summary, read_prose, take_in
from palanca.reading.late import LateReader
from palanca.reading.time_anchor import dated
from palanca.records import Document, Failure, Reading, Register, Rejection
from palanca.records.errors import InvalidMapping
from palanca.registers.mapping_loading import Loaded, load_mappings
from palanca.registers.readers import Readers
from palanca.registers.rows import Remark, RowRead, TableEnd
from palanca.registers.table_reading import expecting, expecting_beside, notes, read_mapped, read_unmapped
from palanca.settlement import settle
from palanca.sources import read_sources
from palanca.store import Case, open_case

__all__ = ["Preview", "ReadOptions", "Summary", "preview", "read", "rebuild", "remove"]

_PREVIEWED = 20  # rows
_SHOWN_BEFORE_PROSE = 50_000  # rows: their prose takes minutes or hours, in which what their cells tell can be seen

type Preview = Reading | Failure | Rejection | Remark


def read(case: Path | str, paths: Iterable[Path | str], options: ReadOptions | None = None) -> Summary:
    """Read files and folders into a case, which is made if there is none.

    Without paths, the documents of the case that were read by older readers are read again. Rows of tables go in by
    their cells first; then the prose of all rows of the case is read that is still unread, unless the options say
    otherwise. Inputs that cannot be read are kept as rejections and the run goes on. What is told together is settled
    at the end. Raises CaseError for a case that cannot be opened, or that is not there where no paths are given, and
    InvalidMapping.
    """
    options = options or ReadOptions()
    started = time.monotonic()
    where = [Path(path) for path in paths]
    loaded = load_mappings(options.mapping) if options.mapping else ()
    with rarely_collecting(), open_case(case, create=bool(where)) as opened:
        for one in loaded:
            opened.enter(one.mapping.register, at=options.clock())
        summary = take_in(opened, _inputs(opened, where, loaded, options), options)
        if options.prose:
            if summary.prose_unread > _SHOWN_BEFORE_PROSE:
                settle(opened)
            read_prose(opened, options, summary)
        settle(opened)
    summary.seconds = time.monotonic() - started
    return summary


def preview(paths: Iterable[Path | str], options: ReadOptions) -> Iterator[Preview]:
    """What a mapping makes of the first twenty rows, with what is to be said of them; nothing is written.

    Files of FollowTheMoney need no mapping. Raises InvalidMapping when the options name none that can be used.
    """
    loaded = load_mappings(options.mapping) if options.mapping else ()
    readers = Readers(LateReader(languages=options.languages), [one.mapping.register for one in loaded])
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
        if shown == _PREVIEWED:
            return


def _previewed(where: list[Path], loaded: Sequence[Loaded], options: ReadOptions) -> Iterator[RowRead]:
    """The rows of tables. Raises InvalidMapping without a mapping, but for files that bring theirs."""
    if loaded:
        yield from _tables(where, loaded, options)
        return
    items = _unmapped(where, options)
    first = next(items, None)
    if not isinstance(first, Register):
        raise InvalidMapping("a dry run shows what a mapping makes of a table: name one with --mapping")
    yield from chain((first,), items)


def rebuild(case: Path | str, options: ReadOptions | None = None) -> Summary:
    """Drop all that was read and settled, and work it out anew: documents and judgements are all that a case is.

    The same answers come of it, byte for byte. When it is cut off, `read` without paths goes on where it stopped.
    Raises CaseError when there is no case.
    """
    with open_case(case) as opened:
        opened.drop_readings()
    return read(case, (), options)


def remove(case: Case, name_or_id: str) -> Document:
    """Take a document, by its name or id, out of an open case, and settle what is left; it is given back.

    Judgements on it stay, and hold again when it returns. Raises UnknownDocument with the nearest names.
    """
    gone = case.remove(name_or_id)
    settle(case)
    return gone


def _inputs(case: Case, where: list[Path], loaded: Sequence[Loaded], options: ReadOptions) -> Iterator[RowRead]:
    """What there is to read, articles with the day of their date line where nothing else tells when they appeared."""
    for item in _found(case, where, loaded, options):
        yield dated(item) if isinstance(item, Document) else item


def _found(case: Case, where: list[Path], loaded: Sequence[Loaded], options: ReadOptions) -> Iterator[RowRead]:
    """The sources, or else what the case holds, rows of one register together."""
    if not where:
        yield from sorted(case.documents(), key=lambda document: document.register or "")
    elif loaded:
        yield from _tables(where, loaded, options)
    else:
        yield from _unmapped(where, options)


def _tables(where: list[Path], loaded: Sequence[Loaded], options: ReadOptions) -> Iterator[RowRead]:
    yield from notes(loaded, str(options.mapping))
    known = expecting(options.sources, loaded)
    yield from read_sources(where, known, lambda table, given: read_mapped(table, given, loaded))


def _unmapped(where: list[Path], options: ReadOptions) -> Iterator[RowRead]:
    """Files of all kinds; tables by the mappings that lie beside them, or by their columns."""
    yield from read_sources(where, options.sources, read_unmapped, expecting_beside)
