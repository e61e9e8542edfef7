"""From the rows of a table to the documents of a register: each row its own, with its cells as its words."""

import json
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from itertools import chain, count

from palanca.records import Document, Origin, Register, Rejection
from palanca.records.document import ENTITY, file_name
from palanca.records.register import row_text
from palanca.registers.cells import Found, RowCells
from palanca.registers.dates import DateRead, day_since_1904
from palanca.registers.mapping import QuantitySaid, RegisterMapping
from palanca.registers.numbers import number_in
from palanca.registers.row_names import FirstRows, RowNames, hash_of
from palanca.registers.values import Stretch, Value, folded
from palanca.sources.kinds import FileKind
from palanca.sources.options import SourceOptions
from palanca.sources.rows import Row, Table
from palanca.sources.text import normalise

_MAX_COLUMNS_NAMED = 30
_NAMES_SHOWN = 6
_BETWEEN_VALUES = "; "
_SUMS = frozenset({"total", "totals", "totales", "grand total", "subtotal", "sub total", "sum", "suma", "total general",
                   "gesamt", "summe", "insgesamt", "somme", "totaux", "totale", "soma"})  # fmt: skip
_MEASURE = re.compile(r"[^\w]*\d[\d\s.,'’%()-]*[^\d\w]*")
_SPARSE = frozenset({FileKind.JSON_LINES.value, FileKind.XML.value, ENTITY})

_canonical = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=str).encode


class RemarkKind(StrEnum):
    """What became of a row that was not simply taken in."""

    WARNED = "warned"  # it was taken in, without what is wrong in it
    SKIPPED = "skipped"  # it tells nothing of its own, or the mapping says to pass over it
    REPEATED = "repeated"  # it stands in the table again, word for word


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to know about a row that is no reason to refuse it. `place` names file, sheet and row."""

    kind: RemarkKind
    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEnd:
    """A table was read to its end: `names` are the documents that it holds now. `file` is its name without folders."""

    file: str
    member: str | None
    names: Container[str]


type RowRead = Document | Rejection | Remark | TableEnd | Register


@dataclass(frozen=True, kw_only=True)
class RowMaker:
    """Makes the documents of a register."""

    mapping: RegisterMapping

    def read(self, table: Table, options: SourceOptions) -> Iterator[RowRead]:
        """What each row of the table becomes, in order, one in memory at a time; at the end of a good table its end.

        A table that lacks columns is one rejection that names those wanted and those found.
        """
        if self.mapping.sheets and table.sheet is not None and table.sheet not in self.mapping.sheets:
            return
        if missing := self.missing(table):
            reason = _no_columns(missing, table.columns)
            yield Rejection(origin=_origin(table, None), reason=reason)
            return
        names, keys = RowNames(), _Keys(_place_name(self.mapping.name, table))
        rows, broken = 0, False
        for row in table.rows:
            rows += 1
            for item in self._row(table, row, keys, options):
                if isinstance(item, Document):
                    names.add(item.name)
                broken = broken or (isinstance(item, Rejection) and not row.cells)
                yield item
        if not rows:
            yield Rejection(origin=_origin(table, None), reason="the table has no rows: fill it in, or leave it out")
        elif not broken:
            yield TableEnd(file=file_name(table.file.path), member=_member(table), names=names)

    def missing(self, table: Table) -> tuple[tuple[str, ...], ...]:
        """The columns that are wanted and not there, with those that would do in their place.

        JSON lines, entities and XML leave out what is empty: there, one column that is there is enough.
        """
        there = {folded(normalise(column)) for column in table.columns}
        optional = set(self.mapping.optional)
        groups = tuple(group for group in self.mapping.alternatives if not optional.issuperset(group))
        absent = tuple(group for group in groups if not any(folded(column) in there for column in group))
        is_sparse = table.media_type in _SPARSE
        return absent if not is_sparse or len(absent) == len(groups) else ()

    def _row(self, table: Table, row: Row, keys: "_Keys", options: SourceOptions) -> Iterator[RowRead]:
        origin = _origin(table, row)
        if row.problem:
            yield Rejection(origin=origin, reason=row.problem)
            return
        if row.passed_over:
            yield Remark(kind=RemarkKind.SKIPPED, place=origin.place, reason=row.passed_over)
            return
        texts = [(column, cell_text(value)) for column, value in self._values(table, row)]
        cells = RowCells.holding({folded(name): Found(text) for name, text in texts if text})
        if self.mapping.skip and any(cells.holds((one,)) for one in self.mapping.skip):
            yield Remark(kind=RemarkKind.SKIPPED, place=origin.place, reason="the mapping says to skip it")
            return
        if reason := self._refusal(cells, options):
            yield Rejection(origin=origin, reason=reason)
            return
        content = row_text(self.mapping.name, texts)
        name, double = self._name(keys, row, cells), None
        if self.mapping.key:
            own, double = keys.name_of(name, content, row.line)
            if own is None:
                again = "it stands in the table before, word for word"
                yield Remark(kind=RemarkKind.REPEATED, place=origin.place, reason=again)
                return
            name = own
        if double is not None:
            key = ", ".join(self.mapping.key)
            reason = f"column {key}: the same as in row {double}, which says other things; both are kept"
            yield Remark(kind=RemarkKind.WARNED, place=origin.place, reason=reason)
        for reason in self._warnings(table, row, cells):
            yield Remark(kind=RemarkKind.WARNED, place=origin.place, reason=reason)
        yield self._document(name, content, origin, cells, options)

    def _values(self, table: Table, row: Row) -> Iterator[tuple[str, object]]:
        """Each cell with its column. In a workbook that counts days from 1904 the numbers of days become days."""
        for name, cell in row.cells.items():
            if isinstance(cell, str):
                yield name, cell
            elif table.counts_from_1904 and isinstance(cell, int | float) and folded(name) in self._dated:
                yield name, day_since_1904(cell) or cell
            else:
                yield from flat(name, cell)

    @cached_property
    def _names(self) -> tuple[Value, ...]:
        """The names that are taken from cells."""
        return tuple(thing.name for thing in self.mapping.things.values() if thing.name.column)

    @cached_property
    def _measured(self) -> tuple[QuantitySaid, ...]:
        """The statements that need numbers."""
        return tuple(said for said in self.mapping.statements if isinstance(said, QuantitySaid))

    @cached_property
    def _dated(self) -> frozenset[str]:
        """The columns that hold times."""
        values = [value for wanted in self.mapping.times for value in wanted.values]
        values += [self.mapping.published] if self.mapping.published else []
        return frozenset(folded(column) for value in values for column in value.column)

    @cached_property
    def _nobody(self) -> str:
        """Why a row cannot be used that has none of the columns of names; of a mapping with many, the first."""
        named = list(dict.fromkeys(column for name in self._names for column in name.column))
        shown = [*named[:_NAMES_SHOWN], "…"] if len(named) > _NAMES_SHOWN else named
        return f"it names nobody: all of {', '.join(shown)} are empty"

    def _refusal(self, cells: RowCells, options: SourceOptions) -> str | None:
        """Why the row cannot be used at all; None when it can."""
        for column in self.mapping.key:
            if cells.at(column) is None:
                return f"column {column}: empty, although it is the key of the row: fill it in"
        if not any(cells.values(name) for name in self._names):
            return self._nobody
        if reason := _sum_line(cells):
            return reason
        size = sum([len(cell.text) for cell in cells.cells.values()])
        if size > options.limits.max_text_chars:
            return f"it holds {size:,} characters, more than {options.limits.max_text_chars:,}: split it"
        return None

    def _name(self, keys: "_Keys", row: Row, cells: RowCells) -> str:
        if self.mapping.key:
            key = "-".join(found.text for column in self.mapping.key if (found := cells.at(column)))
            return f"{self.mapping.name}-{' '.join(key.split())}"
        return f"{keys.place}{row.number}"

    def _warnings(self, table: Table, row: Row, cells: RowCells) -> Iterator[str]:
        if table.media_type == FileKind.CSV.value and len(row.cells) < len(table.columns):
            first = table.columns[len(row.cells)]
            yield f"it ends before column {first}, which is taken as empty with those after it"
        yield from row.doubts
        for column in row.merged:
            yield f"column {column}: the cell is merged with another, of which it takes the value"
        told = {
            f"column {_columns_of(wanted, cells)}: {problem}": None
            for wanted in self.mapping.times
            if (problem := cells.time(wanted, self.mapping.dates).problem)
        }
        yield from told
        if self._measured:
            yield from self._unread_numbers(cells)

    def _unread_numbers(self, cells: RowCells) -> Iterator[str]:
        """Of the numbers that the row's statements need, those that cannot be read: what they measure is left out."""
        for said in self._measured:
            if not cells.holds(said.when):
                continue
            written = cells.text(said.value)
            if written and number_in(written, self.mapping.decimal) is None:
                columns = " or ".join(said.value.column)
                yield (
                    f"column {columns}: {written[:40]!r} is no number that can be read, with {self.mapping.decimal!r} "
                    "before its fraction: mend it, or say under decimal which mark that is"
                )

    def _document(self, name: str, content: str, origin: Origin, cells: RowCells, options: SourceOptions) -> Document:
        mapping = self.mapping
        told = cells.date(mapping.published, mapping.dates) if mapping.published else DateRead()
        return Document(
            name=name,
            text=content,
            origin=origin,
            title=mapping.title,
            published=told.time or options.published,
            outlet=mapping.publisher or options.outlet,
            url=cells.text(mapping.url) or options.url,
            language=mapping.language or options.language,
            register=mapping.name,
        )


@dataclass(slots=True)
class _Keys:
    """The keys of a table so far. Hashes stand for keys and contents, since a table may have millions of rows.

    `place` is how rows without a key are called, before their number.
    """

    place: str
    _seen: FirstRows = field(default_factory=FirstRows)

    def name_of(self, name: str, content: str, number: int) -> tuple[str | None, int | None]:
        """A name that no other row has, and the row that has its key too; no name for a row that is there already."""
        body, double = hash_of(content), None
        for own in chain((name,), (f"{name} ({copy})" for copy in count(2))):
            first = self._seen.first_of(hash_of(own), body, number)
            if first == (body, number):
                return own, double
            if first[0] == body:
                return None, first[1]
            double = first[1] if double is None else double
        raise AssertionError("names without end have come to an end")


def _sum_line(cells: RowCells) -> str | None:
    """What to say of a row that says "Total" and has nothing beside it but numbers; None for any other row.

    A company of that name has a date, a place or another party beside it.
    """
    said = {name: cell.text for name, cell in cells.cells.items() if cell.text.casefold().rstrip(" :.") in _SUMS}
    if len(said) != 1 or not all(name in said or _MEASURE.fullmatch(cell.text) for name, cell in cells.cells.items()):
        return None
    ((column, word),) = said.items()
    return f"column {column}: {word!r} beside numbers alone is the sum of a table, and no name"


def _columns_of(wanted: Stretch, cells: RowCells) -> str:
    """The columns from which the time was taken: of each value, the first that is not empty."""
    first = (next((column for column in value.column if cells.at(column)), None) for value in wanted.values)
    return " and ".join(dict.fromkeys(filter(None, first)))


def flat(name: str, value: object) -> Iterator[tuple[str, object]]:
    """The columns of a cell: an object's keys are columns of their own, named `host/name`.

    Of a list of objects the second has the columns `host[2]/name`.
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(f"{name}/{key}", inner)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for number, one in enumerate(value, start=1):
            yield from flat(f"{name}[{number}]" if number > 1 else name, one)
    else:
        yield name, value


def cell_text(value: object) -> str:
    """A cell as words: lists joined, and numbers without a needless fraction."""
    match value:
        case None:
            return ""
        case str():
            return value.strip() if value.isascii() and value.isprintable() else normalise(value).strip()
        case bool():
            return "true" if value else "false"
        case float():
            return str(int(value)) if value.is_integer() else str(value)
        case datetime() | date():
            return value.isoformat(*([" "] if isinstance(value, datetime) else []))
        case list() | tuple():
            return _BETWEEN_VALUES.join(filter(None, map(cell_text, value)))
        case _:
            return normalise(str(value)).strip()


def _place_name(register: str, table: Table) -> str:
    sheet = f"{table.sheet}-" if table.sheet else ""
    return f"{register}-{table.file.stem}-{sheet}"


def _member(table: Table) -> str | None:
    return "!".join(filter(None, (table.file.member, table.sheet))) or None


def _origin(table: Table, row: Row | None) -> Origin:
    canonical = _canonical(row.cells) if row else ""
    return Origin(
        path=table.file.path,
        member=_member(table),
        media_type=table.media_type,
        row=row.line if row else None,
        bytes_sha256=sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest() if row else "",
    )


def _no_columns(missing: Iterable[Sequence[str]], columns: Sequence[str]) -> str:
    wanted = ", ".join(" or ".join(group) for group in missing)
    found = ", ".join(column[:60] for column in columns[:_MAX_COLUMNS_NAMED]) or "none"
    more = " and others" if len(columns) > _MAX_COLUMNS_NAMED else ""
    return (
        f"the table lacks what the mapping reads: {wanted}; its columns are: {found}{more}. "
        "Check the delimiter and the first row, or give these columns under other names in the mapping"
    )
