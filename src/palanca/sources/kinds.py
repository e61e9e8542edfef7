"""What kind of file it is: by its content, checked against its name."""

import re
import zipfile
from collections.abc import Mapping
from enum import StrEnum

from palanca.records.errors import UnreadableInput
from palanca.sources.files import SourceFile
from palanca.sources.options import Limits

HEAD_BYTES = 1024


class FileKind(StrEnum):
    """The kinds of file that Palanca reads, by media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    PAGE = "text/html"
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    CSV = "text/csv"
    SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    JSON_LINES = "application/jsonl"
    XML = "application/xml"
    ARCHIVE = "application/zip"


BY_SUFFIX: Mapping[str, FileKind] = {
    ".txt": FileKind.TEXT,
    ".md": FileKind.MARKDOWN,
    ".html": FileKind.PAGE,
    ".htm": FileKind.PAGE,
    ".pdf": FileKind.PDF,
    ".docx": FileKind.WORD,
    ".csv": FileKind.CSV,
    ".tsv": FileKind.CSV,
    ".xlsx": FileKind.SHEET,
    ".jsonl": FileKind.JSON_LINES,
    ".ijson": FileKind.JSON_LINES,
    ".json-lines": FileKind.JSON_LINES,
    ".json": FileKind.JSON_LINES,
    ".xml": FileKind.XML,
    ".zip": FileKind.ARCHIVE,
}
TABLE_SUFFIXES = frozenset(
    suffix
    for suffix, kind in BY_SUFFIX.items()
    if kind in {FileKind.CSV, FileKind.SHEET, FileKind.JSON_LINES, FileKind.XML}
)
_TITLES: Mapping[FileKind, str] = {
    FileKind.TEXT: "plain text",
    FileKind.MARKDOWN: "Markdown text",
    FileKind.PAGE: "a web page",
    FileKind.PDF: "a PDF",
    FileKind.WORD: "a Word document",
    FileKind.CSV: "a table in CSV",
    FileKind.SHEET: "an Excel workbook",
    FileKind.JSON_LINES: "JSON lines",
    FileKind.XML: "XML",
    FileKind.ARCHIVE: "a ZIP archive",
}
_WRITTEN_AS_TEXT = frozenset(
    {FileKind.TEXT, FileKind.MARKDOWN, FileKind.PAGE, FileKind.CSV, FileKind.JSON_LINES, FileKind.XML}
)
_OFFICE_MEMBERS = {"word/document.xml": FileKind.WORD, "xl/workbook.xml": FileKind.SHEET}
_ENTITY = re.compile(rb'^\s*\{.*"(?:schema|properties)"\s*:', re.MULTILINE)  # the first line of one, whole or not
_MAPPING_SUFFIXES = frozenset({".yaml", ".yml"})
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an Office file that is old or locked with a password: save it as .docx or .xlsx, unlocked"),
    (b"{\\rtf", "rich text (RTF): save it as .docx"),
    (b"%!PS", "PostScript: convert it to PDF"),
    (b"\x89PNG", "a picture: read its text with OCR first"),
    (b"\xff\xd8\xff", "a picture: read its text with OCR first"),
    (b"GIF8", "a picture: read its text with OCR first"),
    (b"II*\x00", "a picture: read its text with OCR first"),
    (b"MM\x00*", "a picture: read its text with OCR first"),
    (b"\x1f\x8b", "a gzip archive: unpack it, or pack it as .zip"),
    (b"BZh9", "a bzip2 archive: unpack it, or pack it as .zip"),
    (b"\xfd7zXZ", "an xz archive: unpack it, or pack it as .zip"),
    (b"7z\xbc\xaf", "a 7-Zip archive: unpack it, or pack it as .zip"),
    (b"Rar!", "a RAR archive: unpack it, or pack it as .zip"),
    (b"SQLite format 3", "a database: export a table as .csv"),
    (b"\x7fELF", "a program: leave it out"),
)


def kind_of(file: SourceFile, limits: Limits) -> FileKind:
    """The kind of a file. Raises UnreadableInput for kinds that Palanca does not read and names that mislead."""
    named = BY_SUFFIX.get(file.suffix)
    if named is None:
        raise UnreadableInput(_unknown(file.suffix))
    file.check_size(_size_limit(named, limits))
    head = file.head(HEAD_BYTES)
    if file.suffix == ".json" and not _ENTITY.search(head):
        raise UnreadableInput(
            "a .json file is read where it holds FollowTheMoney's entities, one a line: of other JSON, write an object "
            "a line and name the file .jsonl"
        )
    if foreign := next((what for start, what in _FOREIGN if head.startswith(start)), None):
        raise UnreadableInput(f"this file is named {file.suffix} but holds {foreign}")
    held = _held(file, head, named, limits)
    if held == named:
        return named
    raise UnreadableInput(_mismatch(file.suffix, named, held))


def _size_limit(kind: FileKind, limits: Limits) -> int:
    match kind:
        case FileKind.CSV | FileKind.JSON_LINES | FileKind.XML:
            return limits.max_table_bytes
        case FileKind.ARCHIVE:
            return limits.max_archive_bytes
        case FileKind.PAGE:
            return limits.max_page_bytes
        case _:
            return limits.max_file_bytes


def _held(file: SourceFile, head: bytes, named: FileKind, limits: Limits) -> FileKind | None:
    if head.startswith(b"%PDF-") or (named == FileKind.PDF and b"%PDF-" in head):
        return FileKind.PDF
    if head.startswith(_ZIP_STARTS):
        return _packed_kind(file, limits)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        return FileKind.PAGE
    return named if named in _WRITTEN_AS_TEXT else None


def _packed_kind(file: SourceFile, limits: Limits) -> FileKind:
    try:
        with file.open_seekable(limits.max_archive_bytes) as stream, zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as problem:
        raise UnreadableInput(f"the file is damaged or cut short ({problem}): fetch it again") from problem
    return next((kind for member, kind in _OFFICE_MEMBERS.items() if member in names), FileKind.ARCHIVE)


def _unknown(suffix: str) -> str:
    if suffix in _MAPPING_SUFFIXES:
        return (
            f"{suffix} is not read by itself: a mapping is named after its table, "
            "as visits.mapping.yaml beside visits.csv"
        )
    ending = f"{suffix} " if suffix else "a file without an ending "
    return f"{ending}is not a kind of file that Palanca reads: it reads {', '.join(BY_SUFFIX)}"


def _mismatch(suffix: str, named: FileKind, held: FileKind | None) -> str:
    if held is None:
        return f"this file is named {suffix} but does not hold {_TITLES[named]}: it may be damaged; fetch it again"
    right = next(ending for ending, kind in BY_SUFFIX.items() if kind == held)
    return f"this file is named {suffix} but holds {_TITLES[held]}: rename it to {right}"
