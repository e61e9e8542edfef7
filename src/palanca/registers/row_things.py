"""The things that a row names, by its mapping: who and what, under which names and identifiers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat
from pathlib import PurePath
from typing import TYPE_CHECKING

from palanca.lexicon.bodies import schema_of_name
from palanca.lexicon.countries import country_named
from palanca.lexicon.people import is_given_name
from palanca.records import (
    Document,
    DocumentId,
    Entity,
    EntityId,
    Filler,
    Form,
    Mention,
    OfficeStatus,
    Schema,
    Span,
    Statement,
)
from palanca.records.entity import BODIES, entity_id
from palanca.records.ids import content_hash
from palanca.records.names import fold
from palanca.records.span import span_at
from palanca.registers.cells import Found, RowCells, country_of
from palanca.registers.mapping import LEGAL_ENTITY, WORDS, Thing
from palanca.registers.titled import Titled, titled
from palanca.registers.values import Identifier

if TYPE_CHECKING:
    from palanca.registers.prose import Parts, Prose

_SCHEMATA: dict[str, Schema | None] = {schema.value: schema for schema in Schema} | {LEGAL_ENTITY: None}
_WORD = re.compile(r"\w+")
_MOST_NAMES = 5  # of a person


@dataclass(frozen=True, slots=True)
class OfficeTold:
    """An office told by the title before a name."""

    person: Filler
    role: str
    status: OfficeStatus
    body: Filler | None
    span: Span


@dataclass(slots=True, kw_only=True)
class RowReading:
    """What has been read in one row so far."""

    document: Document
    id: DocumentId
    cells: RowCells
    entities: dict[EntityId, Entity] = field(default_factory=dict)
    mentions: dict[Span, Mention] = field(default_factory=dict)
    sentences: list[Span] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    prose: list["Prose"] = field(default_factory=list)
    prose_unread: bool = False
    fillers: dict[str, tuple[Filler, ...]] = field(default_factory=dict)
    offices: dict[str, list[OfficeTold]] = field(default_factory=dict)

    def add(self, parts: "Parts") -> None:
        """Take in what was read in a cell of prose. What the row itself says of a thing stands."""
        for entity in parts.entities:
            self.entities.setdefault(entity.id, entity)
        for mention in parts.mentions:
            self.mentions.setdefault(mention.span, mention)
        self.sentences.extend(parts.sentences)
        self.statements.extend(parts.statements)

    def enter(self, found: Found, schema: Schema, caption: str, country: str | None) -> Filler:
        """The filler of a thing that these words name, which becomes an entity of the row."""
        identifier = entity_id(self.id, found.span) if found.span else self._unwritten(found.text)
        if identifier not in self.entities:
            self.entities[identifier] = Entity(
                id=identifier,
                document=self.id,
                schema=schema,
                caption=caption,
                names=(found.text,) if found.text != caption else (),
                country=country,
            )
        self._mention(found, identifier)
        return Filler(text=found.text, entity=identifier, span=found.span)

    def also_called(self, identifier: EntityId, found: Found) -> None:
        """Give an entity one more name, at its words."""
        entity = self.entities[identifier]
        if found.text not in (entity.caption, *entity.names):
            self.entities[identifier] = replace(entity, names=(*entity.names, found.text))
        self._mention(found, identifier)

    def identify(self, identifier: EntityId, known: Iterable[str]) -> None:
        """Give an entity identifiers, `scheme:value` each."""
        entity = self.entities[identifier]
        self.entities[identifier] = replace(entity, identifiers=tuple(dict.fromkeys((*entity.identifiers, *known))))

    @property
    def table(self) -> str:
        """The register and the table of the row, as one name: of a later copy of the table it is the same."""
        origin = self.document.origin
        return f"{self.document.register}: {PurePath(origin.member or origin.path).name}"

    def list_by(self, identifier: EntityId, register: str) -> None:
        """Tell that a register lists an entity, by the one name that it has there."""
        self.entities[identifier] = replace(self.entities[identifier], lister=register)

    def place(self, found: Found) -> Filler:
        """The filler of a place: a country by its usual name where the words are one."""
        country = country_of(found.text)
        if country:
            found = found if found.span else Found(country.name)
            return self.enter(found, Schema.PLACE, country.name, country.alpha3)
        return self.enter(found, Schema.PLACE, found.text, None)

    def _mention(self, found: Found, identifier: EntityId) -> None:
        for part in found.written:
            span = part.span
            if span and span not in self.mentions:
                self.mentions[span] = Mention(
                    document=self.id, span=span, text=part.text, form=Form.NAME, entity=identifier
                )

    def _unwritten(self, text: str) -> EntityId:
        """The id of a thing that stands in the mapping and not in the row."""
        return EntityId(content_hash("entity", self.id, "constant", text))


def fillers(row: RowReading, name: str, thing: Thing) -> Iterator[Filler]:
    """One filler for each name that the row gives for a thing, object by object where it stands in a list of them."""
    if not row.cells.may_have(thing.name):
        return
    for cells in row.cells.objects(thing.name.column) if row.cells.lists else (row.cells,):
        if cells.holds(thing.when):
            yield from _of_object(row, name, thing, cells)


def _of_object(row: RowReading, name: str, thing: Thing, cells: RowCells) -> Iterator[Filler]:
    several = cells.values(thing.name)
    told = cells.text(thing.schema_) if several else None
    if told == WORDS:
        yield from (Filler(text=found.text, span=found.span) for found in several)
    if told not in _SCHEMATA:
        return
    country = cells.first(thing.country) if thing.country else None
    identifiers = _identifiers(thing, cells, [found.text for found in several]) if thing.id else repeat(())
    for found, known in zip(several, identifiers, strict=False):
        split = titled(found) if thing.name.titled else None
        filler = _entered(row, thing, split.name if split else found, _SCHEMATA[told], country)
        if filler.entity and known:
            row.identify(filler.entity, known)
        if filler.entity and thing.one_name and row.document.register:
            row.list_by(filler.entity, row.table if thing.one_name == "table" else row.document.register)
        if thing.names and len(several) == 1 and filler.entity and not thing.itself:
            _name_also(row, filler.entity, thing, cells)
        if split and split.offices:
            row.offices.setdefault(name, []).extend(_titles(row, filler, split, found, country))
        yield filler


def _entered(row: RowReading, thing: Thing, called: Found, schema: Schema | None, country: Found | None) -> Filler:
    """The filler of a thing; the name tells what it is where no schema does.

    A public body that is called by a name of its country is that country, so called.
    """
    if schema is None:
        if country_named(called.text):
            return row.place(called)
        schema = _schema_by_name(called.text)
    if country is None and not thing.itself:
        return row.enter(called, schema, called.text, None)
    known = country_of(country.text) if country else None
    is_country = schema is Schema.PUBLIC_BODY and known is not None and known == country_of(called.text)
    if is_country and known == country_named(called.text):
        return row.enter(called, Schema.PLACE, called.text, known.alpha3 if known else None)
    if thing.itself or is_country:
        return row.place(called)
    return row.enter(called, schema, called.text, known.alpha3 if known else None)


def _schema_by_name(name: str) -> Schema:
    """What a party may be of which a register tells the name alone: a body by its head, a person by the first name."""
    body = schema_of_name(name)
    if body and body in BODIES:
        return body
    surnames, comma, given = name.partition(",")
    words = (given if comma else surnames).split()
    is_person = bool(words) and is_given_name(words[0]) and 1 < len(name.split()) <= _MOST_NAMES
    return Schema.PERSON if is_person else Schema.ORGANIZATION


def _titles(
    row: RowReading, filler: Filler, split: Titled, found: Found, country: Found | None
) -> Iterator[OfficeTold]:
    body = row.place(country) if country else None
    span = hull([one for one in (found.span, body.span if body else None) if one])
    if span:
        yield from (OfficeTold(filler, role, status, body, span) for role, status in split.offices)


def _name_also(row: RowReading, identifier: EntityId, thing: Thing, cells: RowCells) -> None:
    for value in thing.names:
        for found in cells.values(value):
            row.also_called(identifier, found)


def _identifiers(thing: Thing, cells: RowCells, names: Sequence[str]) -> list[tuple[str, ...]]:
    """The identifiers of each name: all of a single one; else one each, where there are as many as names."""
    found: list[tuple[str, ...]] = [()] * len(names)
    for wanted in thing.id:
        values = [one.text for one in cells.values(wanted)]
        if len(names) == 1:
            values_of = [values]
        elif len(values) == len(names):
            values_of = [[value] for value in values]
        else:
            continue
        for i, (name, several) in enumerate(zip(names, values_of, strict=True)):
            told = (_identifier(wanted, value, name, cells) for value in several)
            found[i] += tuple(filter(None, told))
    return found


def _identifier(wanted: Identifier, value: str, name: str, cells: RowCells) -> str | None:
    """`scheme:value`, or `scheme:KEN/value` where each country gives its own; None then without the country."""
    if wanted.with_name:
        value = f"{value}/{' '.join(sorted(_WORD.findall(fold(name))))}"
    if wanted.country is None:
        return f"{wanted.scheme}:{value}"
    named = cells.text(wanted.country)
    known = country_of(named) if named else None
    return f"{wanted.scheme}:{known.alpha3}/{value}" if known else None


def hull(*groups: Iterable[Span]) -> Span | None:
    """The span from the first to the last of these; None of none."""
    spans = [span for group in groups for span in group]
    if len(spans) < 2:
        return spans[0] if spans else None
    return span_at(min([span.start for span in spans]), max([span.end for span in spans]))
