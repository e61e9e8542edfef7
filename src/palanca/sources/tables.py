"""Tables and JSON lines of articles: one document a row, streamed."""

import csv
import io
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import BinaryIO

from palanca.records import Document, Origin, Rejection
from palanca.records.errors import UnreadableInput
from palanca.sources.documents import Extract, compose
from palanca.sources.encoding import encoding_of
from palanca.sources.files import SourceFile
from palanca.sources.imprint import Imprint, imprint_from, one_line
from palanca.sources.kinds import Kind
from palanca.sources.options import COLUMNS, SourceOptions
from palanca.sources.packages import check_package
from palanca.sources.text import normalise

_SNIFFED_BYTES = 1 << 16
_MAX_CELL_CHARS = 4 << 20
_DELIMITERS = ",;\t|"

type Row = Mapping[str, object]


def read_table(file: SourceFile, kind: Kind, options: SourceOptions) -> Iterator[Document | Rejection]:
    """The documents of a table, row by row; a row that cannot be read is a rejection and the rest goes on.

    `Origin.bytes_sha256` is the hash of the row, not of the file, which need not be read whole for the first row.
    Raises UnreadableInput when the table as a whole cannot be read, or has no column of text.
    """
    readers = {Kind.CSV: _csv_rows, Kind.SHEET: _sheet_rows, Kind.JSON_LINES: _json_rows}
    asked_for = False
    for number, row in readers[kind](file, options):
        if isinstance(row, str):
            yield Rejection(origin=_origin(file, kind, number, row), reason=row)
            continue
        if not asked_for and kind is not Kind.JSON_LINES:
            _require_text_column(list(row), options)
            asked_for = True
        yield _document(file, kind, number, row, options)


def _document(file: SourceFile, kind: Kind, number: int, row: Row, options: SourceOptions) -> Document | Rejection:
    cells = {ours: row.get(_column(ours, row, options)) for ours in COLUMNS}
    origin = _origin(file, kind, number, json.dumps(row, sort_keys=True, default=str, ensure_ascii=False))
    if kind is Kind.JSON_LINES and cells["text"] is None:
        return Rejection(origin=origin, reason=_no_text_column(list(row), options))
    text = cells["text"]
    known = imprint_from(cells.get)
    name = known.name or f"{file.stem}-{number}"
    extract = Extract(text=normalise(text if isinstance(text, str) else one_line(text) or ""))
    return compose(extract, origin, Imprint(name=name).otherwise(known), options)


def _column(ours: str, row: Row, options: SourceOptions) -> str:
    """The table's name for one of our columns: as told, else the same word in any case."""
    told = options.columns.get(ours)
    if told is not None:
        return told
    return next((name for name in row if isinstance(name, str) and name.strip().lower() == ours), ours)


def _require_text_column(columns: Sequence[str], options: SourceOptions) -> None:
    wanted = options.columns.get("text", "text")
    if not any(c == wanted or ("text" not in options.columns and c.strip().lower() == "text") for c in columns):
        raise UnreadableInput(_no_text_column(columns, options))


def _no_text_column(columns: Sequence[str], options: SourceOptions) -> str:
    wanted = options.columns.get("text", "text")
    found = ", ".join(map(str, columns)) or "none"
    return f"there is no column {wanted!r} (columns: {found}): name the one with the text by --column text=NAME"


def _origin(file: SourceFile, kind: Kind, number: int, content: str) -> Origin:
    digest = sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    return Origin(path=file.path, member=file.member, media_type=kind.value, bytes_sha256=digest, row=number)


def _csv_rows(file: SourceFile, _options: SourceOptions) -> Iterator[tuple[int, Row | str]]:
    head = file.head(_SNIFFED_BYTES)
    encoding, errors = encoding_of(head)
    with file.open() as stream, io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="") as lines:
        csv.field_size_limit(_MAX_CELL_CHARS)
        rows = csv.reader(lines, delimiter=_delimiter(head.decode(encoding, "replace")))
        header = next(rows, None)
        if not header:
            raise UnreadableInput("the table has no header row: name its columns in the first row")
        names = [name.lstrip("\ufeff").strip() for name in header]
        for number in itertools.count():
            try:
                cells = next(rows, None)
            except csv.Error as problem:
                yield number, f"row {number} is not readable ({problem}): mend its quotation marks"
                continue
            if cells is None:
                return
            yield number, dict(zip(names, cells, strict=False))


def _delimiter(head: str) -> str:
    """Quoting is always RFC 4180's; what parts the cells is told by the header row."""
    try:
        return csv.Sniffer().sniff(head.split("\n", 1)[0], delimiters=_DELIMITERS).delimiter
    except csv.Error:
        return ","


def _sheet_rows(file: SourceFile, options: SourceOptions) -> Iterator[tuple[int, Row | str]]:
    import openpyxl

    with file.open_seekable(options.limits.max_file_bytes) as stream:
        check_package(stream, options.limits, options.limits.max_archive_bytes)
        try:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        except Exception as problem:  # openpyxl raises many kinds for damaged parts
            raise UnreadableInput(f"the workbook is damaged ({problem}): save it anew as .xlsx") from problem
        numbers = itertools.count()
        try:
            for sheet in book.worksheets:
                rows = sheet.iter_rows(values_only=True)
                names = [one_line(cell) or "" for cell in next(rows, ())]
                for cells in rows:
                    if any(cell is not None for cell in cells):
                        yield next(numbers), dict(zip(names, cells, strict=False))
        finally:
            book.close()


def _json_rows(file: SourceFile, _options: SourceOptions) -> Iterator[tuple[int, Row | str]]:
    encoding, errors = encoding_of(file.head(_SNIFFED_BYTES))
    with file.open() as stream, io.TextIOWrapper(stream, encoding=encoding, errors=errors) as lines:
        number = -1
        for line in lines:
            if not line.strip():
                continue
            number += 1
            yield number, _json_row(line.lstrip("\ufeff"), number)


def _json_row(line: str, number: int) -> Row | str:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return f"row {number} is not JSON ({problem}): mend the line or leave it out"
    return row if isinstance(row, dict) else f"row {number} is no JSON object: write one {{…}} a line"


def read_index(stream: BinaryIO) -> dict[str, Imprint]:
    """What an `index.jsonl` says of the documents beside it, by name; lines that say nothing are left out."""
    found: dict[str, Imprint] = {}
    for line in io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace"):
        row = _json_row(line, 0) if line.strip() else ""
        if isinstance(row, str) or not (name := one_line(row.get("doc") or row.get("id"))):
            continue
        values = {**row, "id": None, "date": row.get("published", row.get("date"))}
        found[name] = imprint_from(values.get)
    return found
