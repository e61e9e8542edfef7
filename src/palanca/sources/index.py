"""`index.jsonl`: what a folder or an archive says about the documents in it, a line each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from palanca.records import Origin, Rejection
from palanca.records.errors import UnreadableInput
from palanca.sources.files import SourceFile
from palanca.sources.imprint import Imprint, imprint_from, one_line
from palanca.sources.kinds import FileKind
from palanca.sources.rows import Row
from palanca.sources.tables import json_rows, open_text

INDEX_NAME = "index.jsonl"
_MAX_LINE_CHARS = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What is said of documents, by their name; and a rejection for each line that says nothing."""

    entries: Mapping[str, Imprint] = field(default_factory=dict)
    rejections: tuple[Rejection, ...] = ()


def read_index(file: SourceFile) -> Index:
    """Read an `index.jsonl`: lines of `{"doc", "title", "published", "outlet", "url", "language", "author"}`.

    Only `doc`, the document's name, has to be there; of two lines for one document the last holds.
    """
    try:
        rows = list(_rows(file))
    except (UnreadableInput, OSError) as problem:
        return Index(rejections=(file.rejected(f"the index could not be read: {problem}"),))
    named = [(row, one_line(row.cells.get("doc") or row.cells.get("id"))) for row in rows]
    return Index(
        entries={name: _imprint(row) for row, name in named if name},
        rejections=tuple(_rejection(file, row) for row, name in named if not name),
    )


def _rows(file: SourceFile) -> Iterator[Row]:
    with open_text(file) as stream:
        yield from json_rows(stream, _MAX_LINE_CHARS)


def _imprint(row: Row) -> Imprint:
    values = {**row.cells, "date": row.cells.get("published") or row.cells.get("date")}
    return replace(imprint_from(values.get), name=None)


def _rejection(file: SourceFile, row: Row) -> Rejection:
    origin = Origin(
        path=file.path, member=file.member, row=row.line, media_type=FileKind.JSON_LINES.value, bytes_sha256=""
    )
    reason = row.problem or f'line {row.line} of the index names no document: give its name as "doc"'
    return Rejection(origin=origin, reason=reason)
