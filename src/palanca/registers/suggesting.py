"""A first mapping for a table, from its headers and values: a draft to correct, never a reading of its own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from palanca.records import Rejection
from palanca.records.names import fold
from palanca.registers.cells import country_of
from palanca.registers.dates import read_date
from palanca.registers.numbers import number_in
from palanca.registers.values import Order
from palanca.sources import SourceOptions, read_sources
from palanca.sources.rows import Row, Table

_ROWS_SEEN = 300
_MOST = 0.8  # of the values that are not empty
_LONG_TEXT = 60  # code points, on average
_HEAD = """\
# A draft from the headers and the first rows of {table}: read it through, name what is wrong or missing,
# and try it with `palanca read CASE {table} --mapping FILE --dry-run`. docs/mappings.md tells what can be said.
"""


class _Sense(StrEnum):
    ID = "id"
    DATE = "date"
    COUNTRY = "country"
    PERSON = "person"
    BODY = "body"
    ROLE = "role"
    PLACE = "place"
    PROSE = "prose"
    NUMBER = "number"
    OTHER = "other"


_HEADERS: tuple[tuple[_Sense, str], ...] = (
    (_Sense.ID, "id code codigo nro number key ref reference identifier uuid"),
    (_Sense.ROLE, "role title post position cargo puesto office rank function funcion"),
    (_Sense.PERSON, "person name nombre nombres visitor visitante traveller traveler official funcionario minister"),
    (_Sense.PERSON, "ministro host anfitrion lobbyist member deputy diputado holder speaker ambassador people persona"),
    (_Sense.BODY, "organisation organisations organization organizations company companies empresa entity entidad"),
    (_Sense.BODY, "institution institucion body ministry ministerio client clients supplier proveedor agency owner"),
    (_Sense.PLACE, "place location locale city ciudad lugar venue sede town"),
    (_Sense.PROSE, "remarks description descripcion reason motivo subject purpose notes summary asunto"),
)
"""Words in the headers of columns, in English and Spanish, without accents."""
_DATED = frozenset(["year", "ano", "date", "fecha", "day", "dia", "start", "started", "end", "ended", "since", "until"])
_ENDS = frozenset(["end", "ended", "until", "to", "exit", "salida", "fin", "hasta", "termino", "departure", "left"])


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    sense: _Sense
    values: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        return frozenset(re.split(r"[^a-z0-9]+", fold(self.name).casefold()))


def suggest_mapping(path: Path | str, options: SourceOptions = SourceOptions()) -> str | Rejection:  # noqa: B008
    """The YAML of a mapping that loads, drafted from a table; or why the table cannot be read."""
    found: list[tuple[tuple[str, ...], list[Row]]] = []

    def keep(table: Table, _: SourceOptions) -> "Iterable[Any]":
        found.append((table.columns, list(islice(table.rows, _ROWS_SEEN))))
        return iter(())

    for item in read_sources([Path(path)], options, keep):  # type: ignore[arg-type]
        if isinstance(item, Rejection):
            return item
        break
    columns, rows = found[0] if found else ((), [])
    senses = [_column(name, [str(row.cells.get(name) or "").strip() for row in rows]) for name in columns]
    draft = _draft(Path(path).stem, senses)
    return _HEAD.format(table=Path(path).name) + yaml.safe_dump(draft, sort_keys=False, allow_unicode=True, width=110)


def _column(name: str, cells: Sequence[str]) -> _Column:
    values = tuple(cell for cell in cells if cell)
    return _Column(name, _sense(name, values), values)


def _sense(name: str, values: Sequence[str]) -> _Sense:
    words = frozenset(re.split(r"[^a-z0-9]+", fold(name).casefold()))
    named = next((sense for sense, heads in _HEADERS if words.intersection(heads.split())), None)
    if values and named is not _Sense.ID:
        if _share(values, _is_date) >= _MOST and (words & _DATED or not all(map(_is_bare, values))):
            return _Sense.DATE
        if _share(values, lambda value: country_of(value) is not None) >= _MOST:
            return _Sense.COUNTRY
        if sum(map(len, values)) / len(values) > _LONG_TEXT:
            return _Sense.PROSE
        if named is None and _share(values, lambda value: number_in(value, ".") is not None) >= _MOST:
            return _Sense.NUMBER
    return named or _Sense.OTHER


def _share(values: Sequence[str], holds: Any) -> float:
    return sum(map(bool, map(holds, values))) / len(values)


def _is_bare(value: str) -> bool:
    """Whether it is a number alone, which may be anything."""
    return re.fullmatch(r"\d+(\.\d+)?", value) is not None


def _is_date(value: str) -> bool:
    if _is_bare(value) and len(value) != len("2024"):
        return False
    return any(read_date(value, order, (), ()).time for order in (None, Order.DAY, Order.MONTH))


def _draft(stem: str, columns: Sequence[_Column]) -> dict[str, Any]:
    """The mapping as plain values, in the order in which it is written."""
    by_sense: dict[_Sense, list[_Column]] = {sense: [] for sense in _Sense}
    for column in columns:
        by_sense[column.sense].append(column)
    name = re.sub(r"[^a-z0-9]+", "_", fold(stem).casefold()).strip("_") or "table"
    draft: dict[str, Any] = {"name": name if name[0].isalpha() else f"table_{name}", "title": stem}
    ids = [column for column in by_sense[_Sense.ID] if len(set(column.values)) == len(column.values) > 0]
    if ids:
        draft["key"] = [ids[0].name]
    if order := _order(by_sense[_Sense.DATE]):
        draft["dates"] = {"order": order.value}
    things = _things(by_sense, columns)
    draft["things"] = things
    draft["statements"] = _statements(by_sense, things)
    if by_sense[_Sense.PROSE]:
        draft["prose"] = [_prose(column, by_sense, things) for column in by_sense[_Sense.PROSE]]
    return draft


def _things(by_sense: Mapping[_Sense, Sequence[_Column]], columns: Sequence[_Column]) -> dict[str, Any]:
    things: dict[str, Any] = {}
    for sense, schema in ((_Sense.PERSON, "Person"), (_Sense.BODY, "Organization")):
        for column in by_sense[sense]:
            things[_key(column, things)] = {"schema": schema, "name": column.name}
    for column in by_sense[_Sense.COUNTRY]:
        things[_key(column, things)] = {"schema": "Place", "name": column.name, "country": "itself"}
    if not things and columns:
        first = next((column for column in columns if column.sense is _Sense.OTHER), columns[0])
        things[_key(first, things)] = {"schema": "Organization", "name": first.name}
    return things


def _key(column: _Column, taken: Iterable[str]) -> str:
    key = re.sub(r"[^a-z0-9]+", "_", fold(column.name).casefold()).strip("_")
    key = key if key[:1].isalpha() else f"thing_{key}".rstrip("_")
    return key if key not in taken else f"{key}_{len(list(taken))}"


def _order(dates: Sequence[_Column]) -> Order | None:
    """What comes first in dates of numbers alone, as those show that can be read in one way only."""
    for column in dates:
        for value in column.values:
            match = re.match(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{4}", value)
            if match and int(match[1]) > 12:
                return Order.DAY
            if match and int(match[2]) > 12:
                return Order.MONTH
    return None


def _statements(by_sense: Mapping[_Sense, Sequence[_Column]], things: Mapping[str, Any]) -> list[dict[str, Any]]:
    people = [key for key, thing in things.items() if thing["schema"] == "Person"]
    others = [key for key in things if key not in people]
    time = _time(by_sense[_Sense.DATE])
    if people and by_sense[_Sense.ROLE]:
        said: dict[str, Any] = {"kind": "office", "role": by_sense[_Sense.ROLE][0].name, "person": people[:1]}
        return [said | ({"body": others[:1]} if others else {}) | _term(time)]
    first, *rest = (*people, *others)
    said = {"kind": "event", "category": "CONSULT", "actor": [first]}
    said |= {"recipient": rest} if rest else {}
    said |= {"time": time} if time else {}
    return [said | ({"place": by_sense[_Sense.PLACE][0].name} if by_sense[_Sense.PLACE] else {})]


def _time(dates: Sequence[_Column]) -> Any:
    ends = [column for column in dates if column.words & _ENDS]
    starts = [column for column in dates if column not in ends]
    if starts and ends:
        return {"from": starts[0].name, "to": ends[0].name}
    return dates[0].name if dates else None


def _term(time: Any) -> dict[str, Any]:
    if isinstance(time, dict):
        return {"start": time["from"], "end": time["to"]}
    return {"start": time} if time else {}


def _prose(column: _Column, by_sense: Mapping[_Sense, Sequence[_Column]], things: Mapping[str, Any]) -> dict[str, Any]:
    time = _time(by_sense[_Sense.DATE])
    people = [key for key, thing in things.items() if thing["schema"] == "Person"]
    return {"column": column.name} | ({"time": time} if time else {}) | ({"people": people} if people else {})
