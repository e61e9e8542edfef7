"""Paths → documents and rejections: walks folders, opens archives, and gives every file to the reader of its kind."""

import io
import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from palanca.records import Document, Origin, Rejection
from palanca.records.errors import UnreadableInput
from palanca.sources.documents import Extract, compose_file
from palanca.sources.files import SourceFile
from palanca.sources.imprint import Imprint, imprint_from, one_line
from palanca.sources.kinds import Kind, kind_of
from palanca.sources.options import Limits, SourceOptions
from palanca.sources.packages import RATIO_FLOOR_BYTES
from palanca.sources.pages import read_page
from palanca.sources.pdf import read_pdf
from palanca.sources.plain import read_markdown, read_text
from palanca.sources.rows import Table, read_table
from palanca.sources.sheets import sheet_tables
from palanca.sources.tables import csv_table, json_rows, jsonl_table
from palanca.sources.word import read_word

_INDEX = "index.jsonl"
_LITTER = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
_EXTRACTORS: Mapping[Kind, Callable[[bytes, Limits], Extract]] = {
    Kind.TEXT: read_text,
    Kind.MARKDOWN: read_markdown,
    Kind.PAGE: read_page,
    Kind.PDF: read_pdf,
    Kind.WORD: read_word,
}
_TABLES: Mapping[Kind, Callable[[SourceFile, SourceOptions], Iterator[Table]]] = {
    Kind.CSV: csv_table,
    Kind.SHEET: sheet_tables,
    Kind.JSON_LINES: jsonl_table,
}
_MAX_INDEX_LINE_CHARS = 1 << 16
_ENCRYPTED = 0x1

type Read = Document | Rejection


def read_sources(paths: Iterable[Path], options: SourceOptions = SourceOptions()) -> Iterator[Read]:  # noqa: B008
    """Every document of these files and folders, and a rejection for all that cannot be read; folders in sorted order.

    Nothing is fetched, nothing is unpacked to disk, and no link out of a folder is followed.
    """
    for path in paths:
        for file in _files(path):
            yield from [file] if isinstance(file, Rejection) else read_file(file, options)


def read_file(file: SourceFile, options: SourceOptions) -> Iterator[Read]:
    """The documents of one file. Whatever goes wrong in it becomes a rejection of that file."""
    try:
        kind = kind_of(file, options.limits)
        if kind is Kind.ARCHIVE:
            yield from _members(file, options)
        elif kind in _TABLES:
            for table in _TABLES[kind](file, options):
                yield from read_table(table, options)
        else:
            yield from _whole(file, kind, options)
    except UnreadableInput as problem:
        yield file.rejected(str(problem))
    except OSError as problem:
        yield file.rejected(f"the file cannot be opened ({problem.strerror or problem}): check that it may be read")
    except MemoryError:
        yield file.rejected("the file needs more memory than there is: split it")
    except Exception as problem:  # the run goes on past a broken file, whatever the library made of it
        yield file.rejected(f"the file could not be read ({type(problem).__name__}: {problem}): fetch it again")


def count_files(paths: Iterable[Path]) -> int:
    """How many files there are to read; tables and archives count as one."""
    return sum(1 for path in paths for _ in _files(path))


def _whole(file: SourceFile, kind: Kind, options: SourceOptions) -> Iterator[Read]:
    content = file.read(options.limits.max_page_bytes if kind is Kind.PAGE else options.limits.max_file_bytes)
    origin = Origin(path=file.path, member=file.member, media_type=kind.value, bytes_sha256=sha256(content).hexdigest())
    try:
        extract = _EXTRACTORS[kind](content, options.limits)
    except UnreadableInput as problem:
        yield Rejection(origin=origin, reason=str(problem))
        return
    yield compose_file(extract, file, origin, options)
    if extract.missing:
        yield Rejection(origin=origin, reason=f"read in part; {extract.missing}: run OCR on them and read it again")


def _files(path: Path) -> Iterator[SourceFile | Rejection]:
    if path.is_dir():
        yield from _folder(path, path.as_posix())
        return
    index = _index(path.parent / _INDEX) if path.name != _INDEX else {}
    yield _on_disk(path, path.as_posix(), index)


def _on_disk(location: Path, named: str, index: Mapping[str, Imprint]) -> SourceFile | Rejection:
    origin = Origin(path=named, bytes_sha256="", media_type="application/octet-stream")
    try:
        if not stat.S_ISREG(location.stat().st_mode):
            return Rejection(origin=origin, reason="this is no file: give files or folders")
        return SourceFile.on_disk(location, named, index)
    except FileNotFoundError:
        return Rejection(origin=origin, reason="there is no such file: check the path")
    except OSError as problem:
        return Rejection(origin=origin, reason=f"it cannot be opened ({problem.strerror}): check that it may be read")


def _folder(folder: Path, named: str) -> Iterator[SourceFile | Rejection]:
    """The files below a folder in sorted order, hidden ones, litter and links that lead out of it left out."""
    root = folder.resolve()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _LITTER)
        here = Path(parent)
        index = _index(here / _INDEX)
        for name in sorted(names):
            location = here / name
            if name.startswith(".") or name in _LITTER or name == _INDEX:
                continue
            if location.is_symlink() and not location.resolve().is_relative_to(root):
                continue
            yield _on_disk(location, f"{named}/{location.relative_to(folder).as_posix()}", index)


def _index(path: Path) -> Mapping[str, Imprint]:
    try:
        with path.open("rb") as stream:
            return _read_index(stream)
    except OSError:
        return {}


def _read_index(stream: BinaryIO) -> dict[str, Imprint]:
    """What an `index.jsonl` says of the documents beside it, by name; lines that say nothing are left out."""
    found: dict[str, Imprint] = {}
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace")
    for row in json_rows(lines, _MAX_INDEX_LINE_CHARS):
        name = one_line(row.cells.get("doc") or row.cells.get("id"))
        if name and not row.problem:
            values = {**row.cells, "id": None, "date": row.cells.get("published", row.cells.get("date"))}
            found[name] = imprint_from(values.get)
    return found


def _members(file: SourceFile, options: SourceOptions) -> Iterator[Read]:
    """The documents inside an archive. Sizes are checked while unpacking, whatever the archive claims of itself."""
    limits = options.limits
    if file.depth >= limits.max_depth:
        raise UnreadableInput(f"archives are nested more than {limits.max_depth} deep: unpack the inner ones")
    with file.open_seekable(limits.max_archive_bytes) as stream, zipfile.ZipFile(stream) as archive:
        members = [m for m in archive.infolist() if not m.is_dir()]
        if len(members) > limits.max_archive_members:
            raise UnreadableInput(f"the archive holds {len(members):,} files, more than {limits.max_archive_members:,}")
        index = _member_index(archive, members)
        budget = limits.max_archive_bytes
        for member in sorted(members, key=lambda m: m.filename):
            name = PurePosixPath(member.filename)
            if name.name == _INDEX or any(
                part in _LITTER or part.startswith(".") for part in name.parts[:1] if part != ".."
            ):
                continue
            inner = _inner(file, archive, member, index)
            if reason := _danger(member, budget, limits):
                yield inner.rejected(reason)
                continue
            budget -= member.file_size
            yield from read_file(inner, options)


def _member_index(archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo]) -> Mapping[str, Imprint]:
    found: dict[str, Imprint] = {}
    for member in members:
        if PurePosixPath(member.filename).name == _INDEX and member.file_size < RATIO_FLOOR_BYTES:
            with archive.open(member) as stream:
                found |= _read_index(io.BytesIO(stream.read(RATIO_FLOOR_BYTES)))
    return found


def _inner(
    file: SourceFile, archive: zipfile.ZipFile, member: zipfile.ZipInfo, index: Mapping[str, Imprint]
) -> SourceFile:
    path = f"{file.member}!{member.filename}" if file.member else member.filename
    return SourceFile(
        path=file.path,
        member=path,
        size=member.file_size,
        open=lambda: io.BytesIO(_unpacked(archive, member)),
        depth=file.depth + 1,
        index=index,
    )


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a member. `zipfile` stops at the size that the directory claims, which `_danger` has checked."""
    try:
        with archive.open(member) as stream:
            return stream.read(member.file_size + 1)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as problem:
        raise UnreadableInput(f"it cannot be unpacked ({problem}): pack it anew") from problem


def _danger(member: zipfile.ZipInfo, budget: int, limits: Limits) -> str | None:
    """Why a member is left packed; None if it may be read."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or path.parts[0].endswith(":"):
        return "its path leads out of the archive: pack it anew with plain paths"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "it is a link and no file: pack the file itself"
    if member.flag_bits & _ENCRYPTED:
        return "it is locked with a password: pack it anew without one"
    if member.file_size > min(budget, limits.max_file_bytes):
        return f"it unpacks to {member.file_size:,} bytes, more than Palanca takes from an archive: unpack it yourself"
    packed = max(1, member.compress_size)
    if member.file_size > RATIO_FLOOR_BYTES and member.file_size / packed > limits.max_ratio:
        return f"it unpacks to {member.file_size // packed:,} times its size, as archive bombs do: unpack it yourself"
    return None
