"""The cells of a row, and the values that a mapping takes from them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from palanca.lexicon.countries import Country, country, country_named
from palanca.records import Document, Span
from palanca.records.errors import LexiconError
from palanca.records.register import written_cells
from palanca.records.span import span_at
from palanca.registers.dates import NO_DATE, DateRead, between, date_in, lasting
from palanca.registers.values import Condition, Dates, Stretch, Value, folded

_MANY_COUNTRIES = 4_096
_MANY_LAYOUTS = 256
_ALPHA3 = re.compile(r"[A-Z]{3}")
_PLACE = re.compile(r"(?P<list>[^\[]+)\[(?P<number>[2-9]|[1-9]\d{1,5})\](?P<rest>(/.*)?)")

type Spans = set[Span]


class Found(NamedTuple):
    """A value of a row, and where it stands in the text of the row's document; constants stand nowhere.

    One that is joined of several cells has these as its `parts`, and the span from the first to the last.
    """

    text: str
    span: Span | None = None
    parts: tuple["Found", ...] = ()

    @property
    def written(self) -> tuple["Found", ...]:
        """The pieces that stand in the row as they are."""
        return self.parts or (self,)


@dataclass(frozen=True, slots=True)
class RowCells:
    """The cells of one row that are not empty, by the folded name of their column.

    A list has its first value in the column of its name, the second in `name[2]`, and so on; of a list of objects,
    `name[2]/key` belongs to the second. `lists` has, for each such column, the others in which its values stand.
    """

    cells: Mapping[str, Found] = field(default_factory=dict)
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _taken: dict[int, Sequence[Found]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, document: Document) -> "RowCells":
        """The cells that a row's document holds."""
        if document.register is None:
            return cls()
        return cls.holding({folded(column): Found(text, span) for column, text, span in written_cells(document.text)})

    @classmethod
    def holding(cls, cells: Mapping[str, Found]) -> "RowCells":
        """A row of these cells, by the folded names of their columns."""
        return cls(cells, _lists_in(tuple(cells)))

    def at(self, column: str) -> Found | None:
        """The cell of this column; None where it is empty."""
        return self.cells.get(folded(column))

    def first(self, value: Value) -> Found | None:
        """The first value that there is, or None."""
        found = self.values(value)
        return found[0] if found else None

    def text(self, value: Value | None) -> str | None:
        """The words of the first value that there is, or None."""
        found = self.values(value) if value is not None else ()
        return found[0].text if found else None

    def may_have(self, value: Value) -> bool:
        """Whether the row has anything from which this value is taken; quick, since most rows lack most of it."""
        if value.constant is not None or value.default is not None:
            return True
        return not (self.cells.keys().isdisjoint(value.folded) and self.lists.keys().isdisjoint(value.folded))

    def values(self, value: Value) -> Sequence[Found]:
        """Every value that the row has for this, in order. Several parts of a mapping ask for the same."""
        place = id(value)  # not the value itself: to hash one takes longer than to take it
        found = self._taken.get(place)
        if found is None:
            constant = value.constant
            found = self._taken[place] = self._values(value) if constant is None else _constant(constant)
        return found

    def _values(self, value: Value) -> Sequence[Found]:
        cells = self._first_of(value.folded) if value.join is None else self._joined(value.folded, value.join)
        if value.is_plain and cells:
            return [_stripped(cell) for cell in cells]
        several = [part for cell in cells for part in _parts(cell, value)]
        if value.map:
            several = _translated(several, value)
        if not several and value.default is not None:
            return [Found(value.default, cells[0].span if cells else None)]
        return several

    def objects(self, columns: Iterable[str]) -> Iterator["RowCells"]:
        """The row once for each object of the list in which these columns are; itself where they are in none."""
        if not self.lists:
            yield self
            return
        within = {place.list for column in columns for one in self.lists.get(folded(column), ())
                  if (place := place_in_list(one))}  # fmt: skip
        if not within:
            yield self
            return
        places = (place for column in self.cells if (place := place_in_list(column)) and place.list in within)
        for number in sorted({1} | {place.number for place in places}):
            yield self._object(within, number)

    def _object(self, within: Set[str], number: int) -> "RowCells":
        kept = dict[str, Found]()
        for column, found in self.cells.items():
            place = place_in_list(column)
            if place and place.list in within:
                if place.number == number:
                    kept[place.column] = found
            elif number == 1 or not any(column == one or column.startswith(f"{one}/") for one in within):
                kept[column] = found
        return RowCells.holding(kept)

    def holds(self, conditions: Iterable[Condition]) -> bool:
        """Whether all of these hold of the row."""
        for one in conditions:
            cells = self._first_of(one.folded)
            if not _holds(cells[0] if cells else None, one):
                return False
        return True

    def _first_of(self, columns: Iterable[str]) -> Sequence[Found]:
        """The cells of the first column, by folded name, that is not empty: several, where it is a list."""
        if self.lists:
            return next(filter(None, map(self._all_of, columns)), ())
        cells = self.cells
        for column in columns:
            if column in cells:
                return (cells[column],)
        return ()

    def _all_of(self, name: str) -> Sequence[Found]:
        first = self.cells.get(name)
        return [*((first,) if first else ()), *(self.cells[one] for one in self.lists.get(name, ()))]

    def _joined(self, columns: Iterable[str], between: str) -> Sequence[Found]:
        """One value of all these columns; none where all are empty."""
        parts = tuple(cell for column in columns for cell in self._all_of(column)[:1])
        if len(parts) < 2:
            return parts
        spans = [part.span for part in parts if part.span]
        hull = Span(min(one.start for one in spans), max(one.end for one in spans)) if spans else None
        return (Found(between.join(part.text for part in parts), hull, parts),)

    def date(self, value: Value, dates: Dates) -> DateRead:
        """The time that the row gives for this value."""
        text = self.text(value)
        return date_in(text, dates) if text else NO_DATE

    def time(self, wanted: Stretch | None, dates: Dates) -> DateRead:
        """The moment or stretch of time that the row gives."""
        if wanted is None:
            return NO_DATE
        if wanted.at:
            return self.date(wanted.at, dates)
        start = self.date(wanted.start, dates) if wanted.start else NO_DATE
        end = self.date(wanted.end, dates) if wanted.end else NO_DATE
        found = between(start, end)
        return lasting(found) if wanted.lasting and not end.time else found

    def spans(self, values: Iterable[Value]) -> list[Span]:
        """Where these values stand."""
        return [found.span for value in values if value.column for found in self.values(value) if found.span]


@lru_cache(maxsize=_MANY_LAYOUTS)
def _lists_in(columns: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """The lists of a row with these columns, see `RowCells`: most rows of a table have the same."""
    lists: dict[str, list[str]] = {}
    for column in columns:
        if place := place_in_list(column):
            lists.setdefault(place.column, []).append(column)
    return lists


@cache
def _constant(text: str) -> tuple[Found, ...]:
    return (Found(text),)


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The place of a value in a list: `owners[2]/name` is the second `owners/name` of the list `owners`."""

    list: str
    number: int
    column: str


@lru_cache(maxsize=_MANY_COUNTRIES)
def place_in_list(column: str) -> ListPlace | None:
    """Where in a list the values of a column stand; None for one that is in no list, or holds its first values."""
    match = _PLACE.fullmatch(column)
    return ListPlace(match["list"], int(match["number"]), match["list"] + match["rest"]) if match else None


@lru_cache(maxsize=_MANY_COUNTRIES)
def country_of(text: str) -> Country | None:
    """The country that a cell names or codes; None when it is none that is known.

    Beside plain names, tables write codes (PER), slugs (el-salvador), names turned about a comma ("Korea, Republic of")
    and names with a part or another name in brackets ("Denmark (Greenland)", "Ceylon (Sri Lanka)").
    """
    written = text.strip()
    if _ALPHA3.fullmatch(written):
        try:
            return country(written)
        except LexiconError:
            pass
    bare, _, bracketed = written.partition("(")
    forms = (written, _capitalised(written), _turned(written), bare.strip(), bracketed.rstrip(") "))
    return next((found for form in forms if form and (found := country_named(form))), None)


def _turned(name: str) -> str:
    head, comma, rest = name.partition(", ")
    return f"{rest} {head}" if comma else ""


def _capitalised(slug: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in slug.replace("-", " ").replace("_", " ").split())


def _parts(cell: Found, value: Value) -> Iterator[Found]:
    """The cell, cut by the value's pattern and split."""
    if cell.parts:
        yield cell
        return
    if value.pattern:
        match = _regex(value.pattern).search(cell.text)
        if not match:
            return
        group: str | int = "value" if "value" in match.re.groupindex else min(1, match.re.groups)
        cell = _slice(cell, *match.span(group)) if match[group] else Found("")
    pieces = _split(cell, value.split) if value.split else (cell,)
    yield from (piece for piece in map(_stripped, pieces) if piece.text)


def _split(cell: Found, delimiters: Sequence[str]) -> Iterator[Found]:
    start = 0
    for match in _delimiter(tuple(delimiters)).finditer(cell.text):
        yield _slice(cell, start, match.start())
        start = match.end()
    yield _slice(cell, start, len(cell.text))


def _stripped(cell: Found) -> Found:
    text = cell.text
    if text == text.strip():
        return cell
    start = len(text) - len(text.lstrip())
    return _slice(cell, start, max(start, len(text.rstrip())))


def _slice(cell: Found, start: int, end: int) -> Found:
    if start == end or not cell.span:
        return Found(cell.text[start:end])
    return Found(cell.text[start:end], span_at(cell.span.start + start, cell.span.start + end))


def _translated(found: Iterable[Found], value: Value) -> list[Found]:
    """The values in the words of the map; one that it does not know is kept, unless a default is for it, too."""
    keeps = value.keeps_unknown or value.default is None
    words = ((one, value.words.get(one.text.casefold(), one.text if keeps else value.default)) for one in found)
    return [Found(word, one.span) for one, word in words if word]


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _delimiter(delimiters: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(delimiters, key=len, reverse=True))))


def _holds(cell: Found | None, condition: Condition) -> bool:
    text = cell.text.casefold() if cell else ""
    if condition.wanted is not None and text not in condition.wanted:
        return False
    if text in condition.unwanted:
        return False
    if condition.matches is not None and not _regex(condition.matches).search(cell.text if cell else ""):
        return False
    return condition.empty is None or condition.empty == (cell is None)
