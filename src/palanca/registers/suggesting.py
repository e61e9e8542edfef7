"""A first mapping for a table, from its headers and values: a draft to correct, never a reading of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from palanca.records import Rejection
from palanca.records.names import fold
from palanca.registers.column_senses import Column, Sense, column_of
from palanca.registers.mapping_loading import load_mapping, shipped
from palanca.registers.numbers import number_in
from palanca.registers.rows import cell_text, flat
from palanca.registers.values import Order, folded
from palanca.sources import SourceOptions, read_sources
from palanca.sources.rows import Row, Table

_ROWS_SEEN = 300
_HEAD = """\
# A draft from the headers and the first rows of {table}: read it through, name what is wrong or missing,
# and try it with `palanca read CASE {table} --mapping FILE --dry-run`. docs/mappings.md tells what can be said.
"""
_CURRENCIES = {"€": "EUR", "eur": "EUR", "euro": "EUR", "$": "USD", "usd": "USD", "£": "GBP", "gbp": "GBP"}
_OWNERS = frozenset(["owner", "owners", "shareholder", "propietario", "accionista", "eigentumer"])
_UNKNOWN_UNIT = "units"

type _BySense = Mapping[Sense, Sequence[Column]]


def suggest_mapping(path: Path | str, options: SourceOptions = SourceOptions()) -> str | Rejection:  # noqa: B008
    """The YAML of a mapping that loads, drafted from a table; or why the table cannot be read.

    Comments tell what was guessed, which columns are not used, and which mapping that comes with Palanca would do.
    """
    found: list[tuple[Table, list[Row]]] = []

    def keep(table: Table, _: SourceOptions) -> "Iterable[Any]":
        found.append((table, list(islice(table.rows, _ROWS_SEEN))))
        return iter(())

    for item in read_sources([Path(path)], options, keep):  # type: ignore[arg-type]
        if isinstance(item, Rejection):
            return item
    columns = _columns(found[0][1], found[0][0].columns) if found else []
    draft = _draft(Path(path).stem, columns)
    sheets = [table.sheet for table, _ in found if table.sheet]
    if sheets:
        draft = {"name": draft.pop("name"), "title": draft.pop("title"), "sheets": sheets[:1], **draft}
    if options.rows:
        draft = {"name": draft.pop("name"), "title": draft.pop("title"), "rows": options.rows, **draft}
    comments = "".join(f"# {line}\n" for line in _comments(draft, columns, sheets))
    written = yaml.safe_dump(draft, sort_keys=False, allow_unicode=True, width=110)
    return _HEAD.format(table=Path(path).name) + comments + written


def _columns(rows: Sequence[Row], names: Sequence[str]) -> list[Column]:
    """The columns as a mapping would name them: what is within a cell is a column of its own."""
    cells: dict[str, list[str]] = {} if any(isinstance(v, dict) for row in rows for v in row.cells.values()) else {
        name: [] for name in names
    }  # fmt: skip
    for row in rows:
        for name, value in row.cells.items():
            for column, inner in flat(name, value):
                cells.setdefault(column, []).append(cell_text(inner))
    return [column_of(name, values) for name, values in cells.items()]


def _draft(stem: str, columns: Sequence[Column]) -> dict[str, Any]:
    """The mapping as plain values, in the order in which it is written."""
    by_sense: dict[Sense, list[Column]] = {sense: [] for sense in Sense}
    for column in columns:
        by_sense[column.sense].append(column)
    name = re.sub(r"[^a-z0-9]+", "_", fold(stem).casefold()).strip("_") or "table"
    draft: dict[str, Any] = {"name": name if name[0].isalpha() else f"table_{name}", "title": stem}
    ids = [column for column in by_sense[Sense.ID] if len(set(column.values)) == len(column.values) > 0]
    if ids:
        draft["key"] = [ids[0].name]
    if order := _order(by_sense[Sense.DATE]):
        draft["dates"] = {"order": order.value}
    if _has_comma(by_sense[Sense.NUMBER]):
        draft["decimal"] = ","
    things = _things(by_sense, columns)
    draft["things"] = things
    draft["statements"] = list(_statements(by_sense, things, columns))
    if by_sense[Sense.PROSE]:
        draft["prose"] = [_prose(column, by_sense, things) for column in by_sense[Sense.PROSE]]
    return draft


def _things(by_sense: _BySense, columns: Sequence[Column]) -> dict[str, Any]:
    things: dict[str, Any] = {}
    for sense, schema in ((Sense.PERSON, "Person"), (Sense.BODY, "Organization")):
        for column in by_sense[sense]:
            things[_key(column, things)] = {"schema": schema, "name": column.name}
    for column in by_sense[Sense.COUNTRY]:
        things[_key(column, things)] = {"schema": "Place", "name": column.name, "country": "itself"}
    if not things and columns:
        first = next((column for column in columns if column.sense is Sense.OTHER), columns[0])
        things[_key(first, things)] = {"schema": "Organization", "name": first.name}
    return things


def _key(column: Column, taken: Iterable[str]) -> str:
    key = re.sub(r"[^a-z0-9]+", "_", fold(column.name).casefold()).strip("_")
    key = key if key[:1].isalpha() else f"thing_{key}".rstrip("_")
    return key if key not in taken else f"{key}_{len(list(taken))}"


def _order(dates: Sequence[Column]) -> Order | None:
    """What comes first in dates of numbers alone, as those show that can be read in one way only."""
    for column in dates:
        for value in column.values:
            match = re.match(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{4}", value)
            if match and int(match[1]) > 12:
                return Order.DAY
            if match and int(match[2]) > 12:
                return Order.MONTH
    return None


def _has_comma(numbers: Sequence[Column]) -> bool:
    """Whether a number can be read only with a comma before its fraction."""
    values = [value for column in numbers for value in column.values]
    return any(number_in(value, ".") is None and number_in(value, ",") is not None for value in values)


def _statements(by_sense: _BySense, things: Mapping[str, Any], columns: Sequence[Column]) -> Iterator[dict[str, Any]]:
    people = [key for key, thing in things.items() if thing["schema"] == "Person"]
    others = [key for key in things if key not in people]
    time = _time(by_sense[Sense.DATE])
    parties = _in_order([*people, *others], things, columns)
    if by_sense[Sense.ROLE] and people:
        role = by_sense[Sense.ROLE][0]
        said: dict[str, Any] = {"kind": "office", "role": role.name, "person": [_beside(role, people, things, columns)]}
        is_list = len(people) == 1
        yield said | ({"body": others[:1]} if others and is_list else {}) | (_term(time) if is_list else _at(time))
        if is_list:
            return
    if len(parties) > 1 and not _OWNERS.isdisjoint(header for c in columns for header in c.words):
        yield {"kind": "tie", "tie": "owns", "source": parties[:1], "target": parties[1:2]} | _at(time)
    elif len(parties) > 1 and by_sense[Sense.NUMBER]:
        value = by_sense[Sense.NUMBER][0]
        ends = {"source": parties[:1], "target": parties[1:2]}
        yield {"kind": "quantity", **ends, "value": value.name, "unit": {"constant": _unit(value)}} | _at(time)
    else:
        first, *rest = (*people, *others)
        said = {"kind": "event", "category": "CONSULT", "actor": [first]}
        said |= ({"recipient": rest} if rest else {}) | _at(time)
        yield said | ({"place": by_sense[Sense.PLACE][0].name} if by_sense[Sense.PLACE] else {})


def _in_order(parties: Sequence[str], things: Mapping[str, Any], columns: Sequence[Column]) -> list[str]:
    """The parties as their columns stand: who gives stands before who takes in nearly every table."""
    places = {column.name: place for place, column in enumerate(columns)}
    return sorted(parties, key=lambda key: places[things[key]["name"]])


def _beside(role: Column, people: Sequence[str], things: Mapping[str, Any], columns: Sequence[Column]) -> str:
    """The person whose column stands nearest to the one of the role, of equals the one before it."""
    places = {column.name: place for place, column in enumerate(columns)}
    there = places[role.name]
    return min(people, key=lambda key: (abs(places[things[key]["name"]] - there), places[things[key]["name"]]))


def _unit(column: Column) -> str:
    written = [column.name, *column.values[:1]]
    signs = re.findall(r"[€$£%]|[a-z]+", " ".join(written).casefold())
    if {"%", "percent", "prozent", "porcentaje"} & set(signs):
        return "percent"
    return next((_CURRENCIES[sign] for sign in signs if sign in _CURRENCIES), _UNKNOWN_UNIT)


def _time(dates: Sequence[Column]) -> Any:
    ends = [column for column in dates if column.is_end]
    starts = [column for column in dates if column not in ends]
    if starts and ends:
        return {"from": starts[0].name, "to": ends[0].name}
    return dates[0].name if dates else None


def _at(time: Any) -> dict[str, Any]:
    return {"time": time} if time else {}


def _term(time: Any) -> dict[str, Any]:
    if isinstance(time, dict):
        return {"start": time["from"], "end": time["to"]}
    return {"start": time} if time else {}


def _prose(column: Column, by_sense: _BySense, things: Mapping[str, Any]) -> dict[str, Any]:
    people = [key for key, thing in things.items() if thing["schema"] == "Person"]
    return {"column": column.name} | _at(_time(by_sense[Sense.DATE])) | ({"people": people} if people else {})


def _comments(draft: Mapping[str, Any], columns: Sequence[Column], sheets: Sequence[str]) -> Iterator[str]:
    """What the table alone does not say, each in a line."""
    yield "The table does not say who publishes it, of what country it is, and what it aims to list in full."
    yield from _guesses(draft["statements"])
    yield from _on_dates(draft, [column for column in columns if column.sense is Sense.DATE])
    used = yaml.safe_dump(dict(draft), allow_unicode=True, width=10_000)
    if unused := [column.name for column in columns if column.name not in used]:
        yield f"Not used: {', '.join(' '.join(name.split()) for name in unused)}."
    if len(sheets) > 1:
        yield f"Only the first sheet is read; the others are {', '.join(sheets[1:])}."
    for name in _fitting(columns):
        yield f"The mapping {name}, which comes with Palanca, finds all its columns in this table: try it first."


def _guesses(statements: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for said in statements:
        if said["kind"] == "event":
            yield f"A guess: each row is an event of category {said['category']}, and who acts on whom in it."
        if said["kind"] == "office" and "body" in said:
            yield f"A guess: the office belongs to {said['body'][0]}."
        if said["kind"] in ("quantity", "tie"):
            yield "A guess: the first is the source and the second the target."
        if said["kind"] == "quantity" and said["unit"]["constant"] == _UNKNOWN_UNIT:
            yield f"Not known: the unit of {said['value']}; write it in place of {_UNKNOWN_UNIT!r}."


def _on_dates(draft: Mapping[str, Any], dates: Sequence[Column]) -> Iterator[str]:
    numbers = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}")
    if not dates:
        yield "No column of dates was found."
    elif "dates" not in draft and any(numbers.match(value) for column in dates for value in column.values):
        yield "Not known: whether the day or the month comes first in its dates; say so under dates.order."


def _fitting(columns: Sequence[Column]) -> Iterator[str]:
    """The mappings that come with Palanca and find their columns in the table."""
    there = {folded(column.name) for column in columns}
    for name in shipped():
        mapping = load_mapping(name)
        wanted = [group for group in mapping.alternatives if not set(mapping.optional).issuperset(group)]
        if len(wanted) > 1 and all(any(folded(one) in there for one in group) for group in wanted):
            yield name
