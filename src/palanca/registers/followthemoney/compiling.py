"""From queries of FollowTheMoney's mapping files to things and statements.

What a relation becomes is said once, in `shapes`, of the rows of entities: here its columns are replaced by those from
which the query takes the property, and its things by the entities of the query.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from palanca.registers.followthemoney.names import slug
from palanca.registers.followthemoney.properties import Mapped
from palanca.registers.followthemoney.schemata import COUNTRIES, becomes, naming
from palanca.registers.followthemoney.shapes import (
    IDENTIFIERS,
    IDENTIFIERS_OF_COUNTRY,
    OTHER_NAMES,
    PARTIES,
    as_yaml,
    in_words,
    statements,
    thing_name,
)
from palanca.registers.mapping import WORDS

if TYPE_CHECKING:
    from followthemoney.schema import Schema as Schemata

type Keys = dict[str, Any]
type Path = tuple[str | int, ...]

_NAME_PARTS = ("firstName", "secondName", "middleName", "lastName")
_FILLED = (*PARTIES, "source", "target", "person", "body", "subject")  # keys whose values are names of things
_REQUIRED = {"tie": ("tie", "source", "target"), "office": ("person", "role"), "event": ("category",),
             "instrument": ("instrument", "title"), "quantity": ("value", "unit")}  # fmt: skip
_TIMES = ("time", "start", "end", "valid")
_LINKS = {"ContractAward": ("contract", "supplier"), "CourtCaseParty": ("case", "party")}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMapping:
    """An entity of a query, checked. It has keys or an id column."""

    name: str
    path: Path
    schema: "Schemata"
    keys: tuple[str, ...]
    id_column: str | None
    key_literal: str | None
    properties: Mapping[str, Mapped]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileQuery:
    """The entities that each row of a table gives, where the row meets the conditions `when`."""

    path: Path
    entities: Mapping[str, EntityMapping]
    when: tuple[Keys, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Compiler:
    """Compiles the queries of one table. `notes` are what the ledger cannot hold, with the path in the file."""

    dataset: str
    notes: list[tuple[Path, str]] = field(default_factory=list)
    _things: dict[str, Keys] = field(default_factory=dict)
    _formats: list[str] = field(default_factory=list)
    _names: dict[Path, str] = field(default_factory=dict)

    def mapping_text(self, name: str, title: str, queries: Sequence[FileQuery]) -> str:
        """The mapping of these queries, as YAML."""
        for query in queries:
            self.notes += [((*query.path, key), f"{key}: a query has no such key") for key in query.unknown]
            for entity in query.entities.values():
                self._enter(query, entity)
        told = [one for query in queries for entity in query.entities.values() for one in self._told(query, entity)]
        keys: Keys = {"name": name, "title": title, "things": self._things, "statements": told}
        if self._formats:
            keys["dates"] = {"formats": list(dict.fromkeys(self._formats))}
        return as_yaml(keys)

    def _enter(self, query: FileQuery, entity: EntityMapping) -> None:
        """Make a thing of an entity, if it is one."""
        for name, mapped in entity.properties.items():
            where = (*entity.path, "properties", name)
            self.notes += [((*where, lost.partition(":")[0]), lost) for lost in mapped.lost]
            if mapped.format:
                self._formats.append(mapped.format)
        ours, names = becomes(entity.schema), _name(entity)
        if ours is None or _keyword(entity.properties.get("keywords", Mapped()), "plover"):  # what is coded is told
            return
        if names is None:
            self.notes.append((entity.path, f"{entity.name}: it has no name, so that the ledger cannot enter it"))
            return
        thing: Keys = {"schema": str(ours), "name": names[0], "names": [*names[1:], *_other_names(entity)]}
        thing |= {"id": list(self._identifiers(entity)), "when": list(_conditions(query, entity))}
        country = _country(entity)
        key = self._free(entity.name)
        self._names[entity.path] = key
        self._things[key] = thing | ({"country": country} if country else {})

    def _free(self, name: str) -> str:
        wanted = slug(name) or "thing"
        number = 2
        found = wanted
        while found in self._things:
            found, number = f"{wanted}_{number}", number + 1
        return found

    def _identifiers(self, entity: EntityMapping) -> Iterator[Keys]:
        if entity.id_column:
            yield {"scheme": "ftm", "column": [entity.id_column]}
        else:
            scheme = f"{self.dataset}_{slug(entity.key_literal)}" if entity.key_literal else self.dataset
            joined = {"join": "/"} if len(entity.keys) > 1 else {}
            yield {"scheme": scheme, "column": list(entity.keys)} | joined
        for prop, scheme in (IDENTIFIERS | IDENTIFIERS_OF_COUNTRY).items():
            mapped = entity.properties.get(prop)
            country = _country(entity) if prop in IDENTIFIERS_OF_COUNTRY else {}
            if mapped and mapped.columns and country is not None:
                yield {"scheme": scheme} | mapped.value() | ({"country": country} if country else {})

    def _told(self, query: FileQuery, entity: EntityMapping) -> Iterator[Keys]:
        """The statements that an entity makes; a note where it makes none and is nothing, or has more to tell."""
        used = {*_NAME_PARTS, *OTHER_NAMES, *COUNTRIES, *IDENTIFIERS, *IDENTIFIERS_OF_COUNTRY}
        used |= {prop.name for prop in naming(entity.schema)}
        shape = _Shape(query=query, entity=entity, names=self._names, things=self._things, used=used)
        told = [one for one in map(shape.filled, statements()) if one]
        yield from told
        is_used = bool(told) or entity.path in self._names or entity.schema.name in {"Position", *_LINKS}
        if not is_used and becomes(entity.schema) is None:
            self.notes.append((entity.path, f"{entity.name}: the ledger cannot hold this {entity.schema.name}"))
        for name in entity.properties if is_used and entity.schema.name not in {"Position", *_LINKS} else ():
            if name not in used:
                note = f"{entity.name}.{name}: it stays in the row, since the ledger has no place for it"
                self.notes.append(((*entity.path, "properties", name), note))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """Fills shapes of statements with the properties of one entity; what it takes from goes into `used`."""

    query: FileQuery
    entity: EntityMapping
    names: Mapping[Path, str]
    things: dict[str, Keys]
    used: set[str]

    def filled(self, shape: Keys) -> Keys | None:
        """The statement; None where it is not of this schema, or lacks what it takes."""
        conditions = list(_conditions(self.query, self.entity))
        for condition in shape.get("when", []):
            holds = self._condition(condition)
            if holds is False:
                return None
            conditions += [holds] if isinstance(holds, dict) else []
        told: Keys = {"kind": shape["kind"]}
        for key, value in shape.items():
            found = self._part(key, value)
            if found:
                told[key] = found
        if any(not told.get(key) for key in _required(shape)):
            return None
        return told | {"when": conditions}

    def _part(self, key: str, value: Any) -> Any:
        if key in {"kind", "when"}:
            return None if key == "when" else value
        if key in _FILLED:
            return [name for one in value for name in self._party(one)]
        if key in _TIMES:
            return self._time(value)
        return self._value(value, chosen=key in {"tie", "instrument", "category", "status"})

    def _condition(self, condition: Keys) -> Keys | bool:
        column = condition["column"]
        if column == "schema":
            return self.entity.schema.name in condition["is"]
        found = list(filter(None, map(self._source, [column] if isinstance(column, str) else column)))
        literals = [literal for one in found for literal in one.literals]
        if literals or not found:
            return _holds(condition, literals[0] if literals else "")
        return condition | {"column": [taken for one in found for taken in one.columns]}

    def _value(self, value: Any, *, chosen: bool = False) -> Any:
        if isinstance(value, str) and chosen:
            return value
        keys: Keys = {"column": [value]} if isinstance(value, str) else dict(value)
        if "constant" in keys:
            return keys
        for column in [keys["column"]] if isinstance(keys["column"], str) else keys["column"]:
            found = self._source(column)
            if found and found.literals:
                word = _translated(found.literals[0], keys)
                return {"constant": word} if word else None
            if found and found.columns:
                return keys | found.value()
        return {"constant": keys["default"]} if "default" in keys else None

    def _time(self, value: Any) -> Any:
        if not isinstance(value, dict) or not value.keys() & {"from", "to"}:
            return self._value(value)
        ends = {key: found for key in ("from", "to") if (found := self._value(value[key]))}
        lasting = {"lasting": value["lasting"]} if "lasting" in value and "from" in ends else {}
        return ends | lasting if ends else None

    def _source(self, column: str) -> Mapped | None:
        """Where a column of a shape comes from: a property of the entity, or of one that it leads to."""
        prop, _, rest = column.partition("/")
        mapped = self.entity.properties.get(prop.partition("[")[0]) if "[" not in prop else None
        if mapped is None:
            return None
        if prop == "keywords":
            told = _keyword(mapped, rest)
            self.used.update({prop} if told else ())
            return told
        self.used.add(prop)
        if not rest:
            return mapped if mapped.columns or mapped.literals else None
        other = self.query.entities.get(mapped.entity or "")
        if other is None:
            return None
        if rest == "schema":
            return Mapped(literals=(other.schema.name,))
        return other.properties.get("name") if rest in {"name", "title"} else None

    def _party(self, thing: str) -> Iterator[str]:
        """The things of the query that stand where a shape has one of its own."""
        if thing in {"itself", "post_body"} or thing.startswith("named_"):
            yield from self._special(thing)
            return
        for role in PARTIES:
            if thing == in_words(role) and (found := self._source(f"keywords/{role}")):
                yield self._new({"schema": WORDS, "name": found.value()})
        for name, mapped in self.entity.properties.items():
            if thing_name(name) == thing and mapped.entity:
                self.used.add(name)
                yield from self._known(self.query.entities[mapped.entity])
        for link in self.query.entities.values():
            whole, party = _LINKS.get(link.schema.name, ("", ""))
            ends = [link.properties.get(end, Mapped()).entity for end in (whole, party)]
            if thing == "party" and ends[0] == self.entity.name and ends[1]:
                yield from self._known(self.query.entities[ends[1]])

    def _special(self, thing: str) -> Iterator[str]:
        if thing == "itself":
            yield from self._known(self.entity)
        elif thing == "post_body":
            yield from self._post_body()
        elif (mapped := self.entity.properties.get(thing.removeprefix("named_"))) and not mapped.entity:
            self.used.add(thing.removeprefix("named_"))
            yield self._new({"schema": "PublicBody", "name": mapped.value()})

    def _post_body(self) -> Iterator[str]:
        """Whose post it is: the organization of the Position, or else its country."""
        post = self.query.entities.get(self.entity.properties.get("post", Mapped()).entity or "")
        if post is None:
            return
        body = self.query.entities.get(post.properties.get("organization", Mapped()).entity or "")
        if body:
            yield from self._known(body)
        elif country := _country(post):
            yield self._new({"schema": "PublicBody", "name": country, "country": "itself"})

    def _known(self, entity: EntityMapping) -> Iterator[str]:
        if entity.path in self.names:
            yield self.names[entity.path]

    def _new(self, thing: Keys) -> str:
        """The name of a thing that no entity of the query is."""
        name = next((name for name, one in self.things.items() if one == thing), f"body_{len(self.things)}")
        self.things[name] = thing
        return name


def _translated(literal: str, keys: Keys) -> str | None:
    """A word that is the same in every row, by the map of a value where it has one; None where that lacks it."""
    words: dict[str, str] | None = keys.get("map")
    return literal if words is None else words.get(literal.casefold(), keys.get("default"))


def _required(shape: Keys) -> Iterator[str]:
    """What a statement of this shape cannot do without: of an event who acts, or whom it befalls if nobody does."""
    yield from _REQUIRED[shape["kind"]]
    if shape["kind"] == "event":
        yield "actor" if "actor" in shape else "recipient"


def _name(entity: EntityMapping) -> list[Keys] | None:
    """The values that name an entity, the first its name; a person's parts where there is no whole."""
    for prop in naming(entity.schema):
        mapped = entity.properties.get(prop.name)
        if mapped and (mapped.columns or mapped.literals) and prop.name not in _NAME_PARTS:
            return mapped.values()
    parts = [entity.properties[name].columns[0] for name in _NAME_PARTS
             if name in entity.properties and entity.properties[name].columns]  # fmt: skip
    return [{"column": parts} | ({"join": " "} if len(parts) > 1 else {})] if parts else None


def _other_names(entity: EntityMapping) -> list[Keys]:
    return [value for name in OTHER_NAMES if name in entity.properties for value in entity.properties[name].values()]


def _country(entity: EntityMapping) -> Keys | None:
    found = (entity.properties[name] for name in COUNTRIES if name in entity.properties)
    return next((one.value(countries=True) for one in found if one.columns or one.literals), None)


def _conditions(query: FileQuery, entity: EntityMapping) -> Iterator[Keys]:
    """When a row gives an entity: the filters of the query, a key, and what is required."""
    yield from query.when
    yield {"column": [entity.id_column] if entity.id_column else list(entity.keys), "empty": "false"}
    for mapped in entity.properties.values():
        if mapped.required and mapped.columns:
            yield {"column": list(mapped.columns), "empty": "false"}


def _holds(condition: Keys, text: str) -> bool:
    """Whether a condition holds of words that are the same in every row."""
    if "is" in condition:
        return text in condition["is"]
    if "not" in condition:
        return text not in condition["not"]
    return bool(condition["empty"] == "true") is not bool(text)


def _keyword(mapped: Mapped, word: str) -> Mapped | None:
    """What the keywords of an entity say after `word:`."""
    told = [one.partition(":") for one in mapped.literals]
    values = tuple(value for head, _, value in told if head.casefold() == word)
    return Mapped(literals=values) if values else None
