"""The cells of a row, and the values that a mapping takes from them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from palanca.lexicon.countries import Country, country, country_named
from palanca.records import Document, Span
from palanca.records.errors import LexiconError
from palanca.records.register import cells_of, column_name
from palanca.registers.dates import DateRead, between, date_in
from palanca.registers.mapping import Condition, Dates, Stretch, Value

_MANY_COUNTRIES = 4_096
_ALPHA3 = re.compile(r"[A-Z]{3}")

type Spans = set[Span]


@dataclass(frozen=True, slots=True)
class Found:
    """A value of a row, and where it stands in the text of the row's document; constants stand nowhere."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class RowCells:
    """The cells of one row that are not empty, by the folded name of their column."""

    cells: Mapping[str, Found] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> "RowCells":
        """The cells that a row's document holds."""
        text = document.text
        return cls({folded(cell.column): Found(cell.span.of(text), cell.span) for cell in cells_of(document)})

    def at(self, column: str) -> Found | None:
        """The cell of this column; None where it is empty."""
        return self.cells.get(folded(column))

    def first(self, value: Value) -> Found | None:
        """The first value that there is, or None."""
        return next(self.values(value), None)

    def text(self, value: Value | None) -> str | None:
        """The words of the first value that there is, or None."""
        found = self.first(value) if value else None
        return found.text if found else None

    def values(self, value: Value) -> Iterator[Found]:
        """Every value that the row has for this, in order."""
        if value.constant is not None:
            yield Found(value.constant)
            return
        cell = self._first_of(value.column)
        if cell and value.is_plain:
            yield _stripped(cell)
            return
        several = list(_translated(_parts(cell, value), value)) if cell else []
        if not several and value.default is not None:
            several = [Found(value.default, cell.span if cell else None)]
        yield from several

    def holds(self, conditions: Iterable[Condition]) -> bool:
        """Whether all of these hold of the row."""
        return all(_holds(self._first_of(one.column), one) for one in conditions)

    def _first_of(self, columns: Iterable[str]) -> Found | None:
        for column in columns:
            if found := self.cells.get(folded(column)):
                return found
        return None

    def date(self, value: Value, dates: Dates) -> DateRead:
        """The time that the row gives for this value."""
        text = self.text(value)
        return date_in(text, dates) if text else DateRead()

    def time(self, wanted: Stretch | None, dates: Dates) -> DateRead:
        """The moment or stretch of time that the row gives."""
        if wanted is None:
            return DateRead()
        if wanted.at:
            return self.date(wanted.at, dates)
        start = self.date(wanted.start, dates) if wanted.start else DateRead()
        end = self.date(wanted.end, dates) if wanted.end else DateRead()
        return between(start, end)

    def spans(self, values: Iterable[Value]) -> Iterator[Span]:
        """Where these values stand."""
        for value in values:
            for found in self.values(value):
                if found.span:
                    yield found.span


@lru_cache(maxsize=_MANY_COUNTRIES)
def folded(column: str) -> str:
    """The name of a column as names are compared: as a row's text writes it, without case."""
    return column_name(column).casefold()


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
    start = len(text) - len(text.lstrip())
    return cell if text == text.strip() else _slice(cell, start, max(start, len(text.rstrip())))


def _slice(cell: Found, start: int, end: int) -> Found:
    if start == end or not cell.span:
        return Found(cell.text[start:end])
    return Found(cell.text[start:end], Span(cell.span.start + start, cell.span.start + end))


def _translated(found: Iterable[Found], value: Value) -> Iterator[Found]:
    """The values in the words of the map; one that it does not know is kept, unless there is a default for it."""
    if not value.map:
        yield from found
        return
    words = {key.casefold(): word for key, word in value.map.items()}
    for one in found:
        word = words.get(one.text.casefold(), one.text if value.default is None else value.default)
        if word:
            yield Found(word, one.span)


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _delimiter(delimiters: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(delimiters, key=len, reverse=True))))


def _holds(cell: Found | None, condition: Condition) -> bool:
    text = cell.text.casefold() if cell else ""
    if condition.is_ is not None and text not in {one.casefold() for one in condition.is_}:
        return False
    if condition.not_ is not None and text in {one.casefold() for one in condition.not_}:
        return False
    if condition.matches is not None and not _regex(condition.matches).search(cell.text if cell else ""):
        return False
    return condition.empty is None or condition.empty == (cell is None)
