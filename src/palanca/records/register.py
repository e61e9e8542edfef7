"""Registers: tables of rows that a body publishes, each row a document whose cells are its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from palanca.records.document import Document
from palanca.records.span import Span, span_at
from palanca.records.statement import Category, Kind
from palanca.records.time import Time

_BETWEEN = ": "
_COLUMNS_AT_HAND = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a register sets out to hold whole: outside of it, nothing is missing from the register.

    All that is given must hold; what is left empty sets no bound. `countries` are ISO 3166-1 alpha-3 codes, one of
    which must be a party's or the place's; `roles` are titles of office, lower-cased, as `OfficeDetail.role` is;
    `time` spans the days covered.
    """

    kind: Kind
    category: Category | None = None
    mode: str | None = None
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    time: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register as a case knows it: an original, like a document. `mapping` is the YAML that tells how to read rows.

    `name` is the mapping's own; `publisher` who keeps the register and `country` that body's, ISO 3166-1 alpha-3.
    """

    name: str
    title: str
    mapping: str
    publisher: str | None = None
    country: str | None = None
    coverage: tuple[Coverage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a row. `span` is where its value stands in the text of the row's document."""

    column: str
    span: Span


def row_text(register: str, cells: Iterable[tuple[str, str]]) -> str:
    """The text of the document of a row: the register's name, then `column: value` for each cell that is not empty.

    A break within a value becomes a space, so that a line is a cell.
    """
    lines = [f"{column_name(column)}{_BETWEEN}{one_line(value)}" for column, value in cells if value.strip()]
    return "\n".join((register, *lines))


def cells_of(document: Document) -> tuple[Cell, ...]:
    """The cells of a row, in the order of its columns; none when the document is no row of a register."""
    if document.register is None:
        return ()
    return tuple(Cell(column=column, span=span) for column, _, span in written_cells(document.text))


def written_cells(text: str) -> list[tuple[str, str, Span]]:
    """The column, value and place of each cell that the text of a row holds, in order."""
    found = []
    end = text.find("\n")
    for line in text.split("\n")[1:]:
        column, _, value = line.partition(_BETWEEN)
        end += 1 + len(line)
        if value:
            found.append((column, value, span_at(end - len(value), end)))
    return found


@lru_cache(maxsize=_COLUMNS_AT_HAND)
def column_name(name: str) -> str:
    """The name of a column as a row's text writes it: one line without the colon that ends it there."""
    return " ".join(name.replace(":", " ").split()) or "column"


def one_line(value: str) -> str:
    """A value with each break made a space and none at its ends."""
    bare = value.strip()
    return bare if bare.isprintable() else " ".join(bare.splitlines())
