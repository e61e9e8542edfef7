"""Paths → documents and rejections: gives every file to the reader of its kind, and lets nothing stop the run."""

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from lzma import LZMAError
from pathlib import Path
from typing import NamedTuple

from palanca.records import Document, Origin, Rejection
from palanca.records.errors import UnreadableInput
from palanca.sources.archives import members
from palanca.sources.documents import Extract, compose_file
from palanca.sources.files import SourceFile
from palanca.sources.folders import files_of
from palanca.sources.kinds import FileKind, kind_of
from palanca.sources.options import Limits, SourceOptions
from palanca.sources.pages import read_page
from palanca.sources.pdf import read_pdf
from palanca.sources.plain import read_markdown, read_text
from palanca.sources.rows import Table, read_table
from palanca.sources.sheets import sheet_tables
from palanca.sources.tables import csv_table, jsonl_table
from palanca.sources.word import read_word
from palanca.sources.xml_table import xml_table

_EXTRACTORS: Mapping[FileKind, Callable[[bytes, Limits], Extract]] = {
    FileKind.TEXT: read_text,
    FileKind.MARKDOWN: read_markdown,
    FileKind.PAGE: read_page,
    FileKind.PDF: read_pdf,
    FileKind.WORD: read_word,
}
_TABLES: Mapping[FileKind, Callable[[SourceFile, SourceOptions], Iterator[Table]]] = {
    FileKind.CSV: csv_table,
    FileKind.SHEET: sheet_tables,
    FileKind.JSON_LINES: jsonl_table,
    FileKind.XML: xml_table,
}
_BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, NotImplementedError)

type Read = Document | Rejection
type TableReader[T] = Callable[[Table, SourceOptions], Iterator[T]]
type Expecting = Callable[[SourceFile, SourceOptions], SourceOptions]


def read_sources[T](
    paths: Iterable[Path],
    options: SourceOptions = SourceOptions(),  # noqa: B008
    tables: TableReader[T] | None = None,
    expecting: Expecting | None = None,
) -> Iterator[T | Read]:
    """Every document of these files and folders, and a rejection for all that cannot be read; folders in sorted order.

    `tables` makes documents of the rows of a table, and may give more of its own beside them; `expecting` says before
    it is opened what is known of its columns. Nothing is fetched, nothing is unpacked to disk, and no link out of a
    folder is followed.
    """
    yield from _read_all(files_of(paths), options, _Tables(tables or read_table, expecting or _as_they_come))


def count_files(paths: Iterable[Path]) -> int:
    """How many files there are to read; tables and archives count as one."""
    return sum(1 for _ in files_of(paths))


class _Tables[T](NamedTuple):
    """How tables are read."""

    reader: TableReader[T]
    expecting: Expecting


def _as_they_come(_: SourceFile, options: SourceOptions) -> SourceOptions:
    return options


def _read_all[T](
    files: Iterable[SourceFile | Rejection], options: SourceOptions, tables: _Tables[T | Read]
) -> Iterator[T | Read]:
    for file in files:
        if isinstance(file, Rejection):
            yield file
        else:
            yield from _read_file(file, options, tables)


def _read_file[T](file: SourceFile, options: SourceOptions, tables: _Tables[T | Read]) -> Iterator[T | Read]:
    """The documents of one file. Whatever goes wrong in it becomes a rejection of that file."""
    try:
        yield from _documents(file, options, tables)
    except UnreadableInput as problem:
        yield file.rejected(str(problem))
    except OSError as problem:
        yield file.rejected(f"the file cannot be opened ({problem.strerror or problem}): check that it may be read")
    except _BROKEN_ARCHIVE as problem:
        yield file.rejected(f"the file cannot be unpacked ({problem}): it is damaged; fetch it or pack it anew")
    except MemoryError:
        yield file.rejected("the file needs more memory than there is: split it")
    except Exception as problem:  # the run goes on past a broken file, whatever the library made of it
        yield file.rejected(f"the file could not be read ({type(problem).__name__}: {problem}): fetch it again")


def _documents[T](file: SourceFile, options: SourceOptions, tables: _Tables[T | Read]) -> Iterator[T | Read]:
    kind = kind_of(file, options.limits)
    if kind is FileKind.ARCHIVE:
        yield from _read_all(members(file, options.limits), options, tables)
    elif kind in _TABLES:
        known = tables.expecting(file, options)
        for table in _TABLES[kind](file, known):
            yield from tables.reader(table, known)
    else:
        yield from _whole(file, kind, options)


def _whole(file: SourceFile, kind: FileKind, options: SourceOptions) -> Iterator[Read]:
    content = file.read(options.limits.max_page_bytes if kind is FileKind.PAGE else options.limits.max_file_bytes)
    origin = Origin(path=file.path, member=file.member, media_type=kind.value, bytes_sha256=sha256(content).hexdigest())
    try:
        extract = _EXTRACTORS[kind](content, options.limits)
    except UnreadableInput as problem:
        yield Rejection(origin=origin, reason=str(problem))
        return
    yield compose_file(extract, file, origin, options)
    if extract.missing:
        yield Rejection(origin=origin, reason=extract.missing)
