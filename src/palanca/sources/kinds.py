"""What kind of file it is: by its content, checked against its name."""

import re
import zipfile
from collections.abc import Mapping
from enum import StrEnum

from palanca.records.errors import UnreadableInput
from palanca.sources.files import SourceFile
from palanca.sources.options import Limits

HEAD_BYTES = 1024


class Kind(StrEnum):
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


BY_SUFFIX: Mapping[str, Kind] = {
    ".txt": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".pdf": Kind.PDF,
    ".docx": Kind.WORD,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".xlsx": Kind.SHEET,
    ".jsonl": Kind.JSON_LINES,
    ".ijson": Kind.JSON_LINES,
    ".json-lines": Kind.JSON_LINES,
    ".json": Kind.JSON_LINES,
    ".xml": Kind.XML,
    ".zip": Kind.ARCHIVE,
}
_TITLES: Mapping[Kind, str] = {
    Kind.TEXT: "plain text",
    Kind.MARKDOWN: "Markdown text",
    Kind.PAGE: "a web page",
    Kind.PDF: "a PDF",
    Kind.WORD: "a Word document",
    Kind.CSV: "a table in CSV",
    Kind.SHEET: "an Excel workbook",
    Kind.JSON_LINES: "JSON lines",
    Kind.XML: "XML",
    Kind.ARCHIVE: "a ZIP archive",
}
_WRITTEN_AS_TEXT = frozenset({Kind.TEXT, Kind.MARKDOWN, Kind.PAGE, Kind.CSV, Kind.JSON_LINES, Kind.XML})
_OFFICE_MEMBERS = {"word/document.xml": Kind.WORD, "xl/workbook.xml": Kind.SHEET}
_ENTITY = re.compile(rb'^\s*\{.*"(?:schema|properties)"\s*:', re.MULTILINE)  # the first line of one, whole or not
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


def kind_of(file: SourceFile, limits: Limits) -> Kind:
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


def _size_limit(kind: Kind, limits: Limits) -> int:
    match kind:
        case Kind.CSV | Kind.JSON_LINES | Kind.XML:
            return limits.max_table_bytes
        case Kind.ARCHIVE:
            return limits.max_archive_bytes
        case Kind.PAGE:
            return limits.max_page_bytes
        case _:
            return limits.max_file_bytes


def _held(file: SourceFile, head: bytes, named: Kind, limits: Limits) -> Kind | None:
    if head.startswith(b"%PDF-") or (named == Kind.PDF and b"%PDF-" in head):
        return Kind.PDF
    if head.startswith(_ZIP_STARTS):
        return _packed_kind(file, limits)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        return Kind.PAGE
    return named if named in _WRITTEN_AS_TEXT else None


def _packed_kind(file: SourceFile, limits: Limits) -> Kind:
    try:
        with file.open_seekable(limits.max_archive_bytes) as stream, zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as problem:
        raise UnreadableInput(f"the file is damaged or cut short ({problem}): fetch it again") from problem
    return next((kind for member, kind in _OFFICE_MEMBERS.items() if member in names), Kind.ARCHIVE)


def _unknown(suffix: str) -> str:
    ending = f"{suffix} " if suffix else "a file without an ending "
    return f"{ending}is not a kind of file that Palanca reads: it reads {', '.join(BY_SUFFIX)}"


def _mismatch(suffix: str, named: Kind, held: Kind | None) -> str:
    if held is None:
        return f"this file is named {suffix} but does not hold {_TITLES[named]}: it may be damaged; fetch it again"
    right = next(ending for ending, kind in BY_SUFFIX.items() if kind == held)
    return f"this file is named {suffix} but holds {_TITLES[held]}: rename it to {right}"
