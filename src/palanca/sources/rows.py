"""What all tables share: rows of named cells, and the documents in them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from hashlib import sha256

from palanca.records import Document, Origin, Rejection
from palanca.sources.documents import Extract, compose
from palanca.sources.files import SourceFile
from palanca.sources.imprint import Imprint, imprint_from
from palanca.sources.options import COLUMNS, SourceOptions
from palanca.sources.text import normalise

_ALSO_CALLED = {"date": "published"}
_MAX_COLUMNS_NAMED = 20
_LEAST_NAMED = 2
_LEAST_WIDE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One data row. `number` tells the rows of a table apart, in order; `cells` has names and values as written.

    `problem` says why the row cannot be trusted, if so, and `doubts` what else there is to know of it. `merged` are the
    columns whose cell is merged with the one of a row above, of which it has the value. `line` is where a person finds
    it: the row that a spreadsheet shows, the line of JSON, the element of XML, from 1. `passed_over` says why it is no
    row to read, if so.
    """

    number: int
    line: int
    cells: Mapping[str, object]
    problem: str | None = None
    doubts: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    passed_over: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A stream of rows under named columns. `sheet` is set when a workbook has several.

    `counts_from_1904` tells that the numbers of its days count from 1904, as workbooks of old Macs do.
    """

    file: SourceFile
    media_type: str
    columns: tuple[str, ...]
    rows: Iterator[Row]
    sheet: str | None = None
    counts_from_1904: bool = False


def named_columns(names: Iterable[str]) -> tuple[str, ...]:
    """Names that differ for the columns of a table: a name that stands again is numbered, a blank one is its place."""
    columns: dict[str, None] = {}
    for place, name in enumerate(names, start=1):
        bare = name.strip() or f"column {place}"
        columns[bare if bare not in columns else f"{bare} ({place})"] = None
    return tuple(columns)


def known_columns(options: SourceOptions) -> frozenset[str]:
    """The folded names of columns that somebody looks for."""
    names = (*COLUMNS, "published", *options.columns.values(), *options.expected)
    return frozenset(map(_folded, names))


def header_place(rows: Sequence[Sequence[str]], known: Set[str]) -> int:
    """Which of the first rows names the columns: the first, unless it names none that is known and a later one does.

    Titles and notes stand above many published tables. One known word may be chance: two are asked for. Where no name
    is known, one cell alone above rows of three and more is a title.
    """
    named = [len({_folded(cell) for cell in row} & known) for row in rows]
    if not named or named[0]:
        return 0
    if max(named) >= _LEAST_NAMED:
        return named.index(max(named))
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    return filled.index(max(filled)) if filled[0] == 1 and max(filled) >= _LEAST_WIDE else 0


def found_below(place: int) -> tuple[str, ...]:
    """What there is to know of a table whose columns are named by a later row than the first."""
    return (f"the columns are named {place} rows below the first; what stands above is left out",) if place else ()


def read_table(table: Table, options: SourceOptions) -> Iterator[Document | Rejection]:
    """The document of each row, in order, one row in memory at a time.

    A table without a column of text is one rejection, as is a table without rows.
    """
    if not any(_folded(name) in _names_of("text", options) for name in table.columns):
        yield Rejection(origin=_origin(table, None), reason=_no_text_column(table.columns))
        return
    rows = 0
    for row in table.rows:
        rows += 1
        yield _document(table, row, options)
    if not rows:
        yield Rejection(origin=_origin(table, None), reason="the table has no rows: fill it in, or leave it out")


def _document(table: Table, row: Row, options: SourceOptions) -> Document | Rejection:
    origin = _origin(table, row)
    if row.problem:
        return Rejection(origin=origin, reason=row.problem)
    cells = {_folded(name): value for name, value in row.cells.items()}

    def value_of(column: str) -> object:
        named = (cells.get(name) for name in _names_of(column, options))
        return next((value for value in named if value not in (None, "")), None)

    text = value_of("text")
    if text is not None and not isinstance(text, str):
        return Rejection(origin=origin, reason=f"row {row.line} has something else than text in its column of text")
    said = imprint_from(value_of)
    sheet = f"{table.sheet}-" if table.sheet else ""
    name = said.name or f"{table.file.stem}-{sheet}{row.number}"
    known = table.file.index.get(name, Imprint()).otherwise(said)
    return compose(Extract(text=normalise(text or "")), origin, replace(known, name=name), options)


def _names_of(column: str, options: SourceOptions) -> tuple[str, ...]:
    """The folded names under which a column may stand, the user's own first."""
    names = (options.columns.get(column, ""), column, _ALSO_CALLED.get(column, ""))
    return tuple(_folded(name) for name in names if name)


def _folded(name: str) -> str:
    return " ".join(normalise(name).casefold().split())


def _origin(table: Table, row: Row | None) -> Origin:
    """The origin of a row carries the hash of the row, not of the file: a table may be too long to be read twice."""
    inner = (table.file.member, table.sheet)
    return Origin(
        path=table.file.path,
        member="!".join(filter(None, inner)) or None,
        media_type=table.media_type,
        row=row.line if row else None,
        bytes_sha256=_row_hash(row) if row else "",
    )


def _row_hash(row: Row) -> str:
    canonical = json.dumps(row.cells, sort_keys=True, ensure_ascii=False, default=str)
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _no_text_column(columns: tuple[str, ...]) -> str:
    named = ", ".join(name[:60] for name in columns[:_MAX_COLUMNS_NAMED]) or "none"
    more = " and others" if len(columns) > _MAX_COLUMNS_NAMED else ""
    return (
        f"the table has no column named text; its columns are: {named}{more}. "
        "Name the one with the text: --column text=NAME"
    )
