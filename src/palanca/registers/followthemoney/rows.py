"""From an entity to the row of a register: its properties as cells, and what it refers to by name.

`owner: NK-1` becomes `owner/id`, `owner/schema`, `owner/name` and `owner/country`, the second owner `owner[2]/id`… A
keyword written `word:value` is the cell `keywords/word`. Countries are named, not coded. Whoever takes part in an
event, contract or lawsuit by a link of its own stands in its row too.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palanca.registers.followthemoney.index import Index, Referred
from palanca.registers.followthemoney.schemata import (
    becomes,
    common_schema,
    country_names,
    naming,
    unknown_property,
)
from palanca.registers.followthemoney.shapes import PARTIES, STATED_BY_KEYWORD, is_known_link, stated
from palanca.registers.followthemoney.sides import MOST_SIDES
from palanca.registers.followthemoney.told import ToldEntity
from palanca.sources.rows import Row

if TYPE_CHECKING:
    from followthemoney.property import Property
    from followthemoney.schema import Schema as Schemata

_KEYWORD = re.compile(r"(?P<word>[A-Za-z]+):(?!//)\s*(?P<value>\S.*)")
_WHOLES = {"CourtCaseParty": "case", "ContractAward": "contract"}
_SHOWN = 60  # code points of a value in a message


@dataclass(slots=True, kw_only=True)
class _Cells:
    """The cells of a row so far, and what is to be said of them."""

    place: str
    index: Index
    cells: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    _times: Counter[str] = field(default_factory=Counter)

    def column(self, name: str) -> str:
        """The column of the next value of a list: `owner`, `owner[2]`…"""
        self._times[name] += 1
        return name if self._times[name] == 1 else f"{name}[{self._times[name]}]"

    def add(self, name: str, value: str) -> None:
        """One more value of a column."""
        self.cells[self.column(name)] = value

    def note(self, what: str) -> None:
        """Something that is left out, and why."""
        self.notes.append(f"{self.place}, {what}")

    def refer(self, name: str, identifier: str) -> None:
        """One more thing that the row refers to, if the file has it."""
        thing = self.index.thing(identifier)
        if thing is None:
            self.note(f"property {name}: it refers to {identifier[:_SHOWN]!r}, which the file does not have")
            self.cells[f"{self.column(name)}/id"] = identifier
            return
        column = self.column(name)
        self._name(column, thing)
        if thing.schema == "Position":
            self._post(column, thing)

    def _name(self, column: str, thing: Referred) -> None:
        told = {"name": thing.name, "schema": thing.schema, "country": _country(thing.country), "id": thing.id}
        self.cells.update({f"{column}/{key}": value for key, value in told.items() if value})

    def _post(self, column: str, post: Referred) -> None:
        """Whose post it is, and its title without that: `Mayor` of "Mayor, Nakuru"."""
        known = next(filter(None, map(self.index.thing, post.whose)), None)
        country = _country(post.country)
        if known:
            self._name(f"{column}/body", known)
        elif country:
            self._name(f"{column}/body", Referred(schema="PublicBody", name=country, country=post.country))
        body = self.cells.get(f"{column}/body/name", "")
        self.cells[f"{column}/title"] = post.name.removesuffix(f", {body}") if body else post.name


def row_of(told: ToldEntity, index: Index) -> Row:
    """The row of an entity; one with a problem where it cannot be used, or with the reason why it is passed over."""
    schema = common_schema(told.schemata) if told.problem is None else told.problem
    if isinstance(schema, str):
        problem = told.problem or f"{told.place}: {schema}"
        return Row(number=told.line, line=told.line, cells={}, problem=problem)
    made = _Cells(place=told.place, index=index)
    made.add("schema", schema.name)
    made.add("id", told.id)
    caption = _caption(made, told, schema)
    for name, values in told.properties.items():
        for value in _in_order(made, schema, name, values):
            if (name, value) != caption:
                _add(made, schema, name, value)
    if schema.name == "UnknownLink":
        _note_unknown(made)
    for role, party in index.links(told.id):
        made.refer(role, party)
    passed_over = _passed_over(schema, made.cells)
    is_usable = passed_over or _names_anything(made.cells)
    return Row(
        number=told.line,
        line=told.line,
        cells=made.cells,
        doubts=tuple(dict.fromkeys(made.notes)),
        passed_over=passed_over,
        problem=None if is_usable else f"{told.place} names nobody: it has no name, nor what it has",
    )


def _in_order(made: _Cells, schema: "Schemata", name: str, values: Sequence[str]) -> Sequence[str]:
    """Dates by time, those that only tell less of another last; all else as it comes."""
    prop = schema.properties.get(name)
    if prop is None or prop.type.name != "date" or len(values) == 1:
        return values
    if len(values) > MOST_SIDES:
        made.note(f"property {name}: of {len(values)} dates the first {MOST_SIDES} are read, the finest first")
    return sorted(values, key=lambda day: (any(one != day and one.startswith(day) for one in values), day))


def _note_unknown(made: _Cells) -> None:
    role, status = made.cells.get("role", ""), made.cells.get("status", "")
    if role not in PARTIES and not is_known_link(role, status):
        made.note(f"property role: {role[:_SHOWN]!r} is no tie that the ledger has; only the two things are entered")


def _caption(made: _Cells, told: ToldEntity, schema: "Schemata") -> tuple[str, str] | None:
    """Put the name of a thing in its row; the property and value that it was taken from."""
    if not schema.is_a("Thing"):
        return None
    for prop in naming(schema):
        for value in told.properties.get(prop.name, ()):
            if cleaned := prop.type.clean(value):
                made.add("name", cleaned)
                return prop.name, value
    return None


def _add(made: _Cells, schema: "Schemata", name: str, value: str) -> None:
    prop = schema.properties.get(name)
    if prop is None or prop.stub:
        made.note(unknown_property(schema, name))
    elif prop.type.name == "entity":
        made.refer(name, value)
    elif (cleaned := _cleaned(prop, value)) is None:
        made.note(f"property {name}: {value[:_SHOWN]!r} is no {prop.type.label.lower()} that FollowTheMoney reads")
    elif name == "keywords" and (match := _KEYWORD.fullmatch(cleaned)):
        made.add(f"keywords/{match['word'].lower()}", match["value"])
    else:
        made.add("alias" if name == "name" and schema.is_a("Thing") else name, cleaned)


def _cleaned(prop: "Property", value: str) -> str | None:
    """The value as FollowTheMoney writes it, countries by name. Telephone numbers depend on the country, and stay."""
    if prop.type.name == "phone":
        return value
    cleaned = prop.type.clean(value)
    return _country(cleaned) if cleaned and prop.type.name == "country" else cleaned


def _country(told: str) -> str:
    """The name of a country that is told by code or name, as the lexicon has it; nothing where it is none."""
    from followthemoney.types import registry

    code = registry.country.clean(told) if told else None
    return (country_names().get(code) or registry.country.caption(code) or code) if code else ""


def _names_anything(cells: dict[str, str]) -> bool:
    return any(column == "name" or column.endswith("/name") for column in cells)


def _passed_over(schema: "Schemata", cells: dict[str, str]) -> str | None:
    """Why an entity is no row of its own; None where it is."""
    if f"{_WHOLES.get(schema.name)}/name" in cells:
        return "it stands in the row of what it links to"
    if schema.name == "UnknownLink" and cells.get("role") in PARTIES:
        return "it stands in the row of what it links to"
    if schema.name == "Position":
        return "a Position stands in the row of whoever holds it"
    is_stated = schema.name in stated() or any(f"keywords/{word}" in cells for word in STATED_BY_KEYWORD)
    if is_stated or becomes(schema):
        return None
    return f"the ledger has no place for {'an' if schema.name[0] in 'AEIOU' else 'a'} {schema.name}"
