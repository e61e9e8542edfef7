"""The things that a row names and the statements that it makes, by its mapping."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from palanca.records import (
    Category,
    Detail,
    Document,
    Entity,
    EntityId,
    EventDetail,
    Filler,
    Form,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Mention,
    MentionId,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    TieDetail,
    TieKind,
    Time,
)
from palanca.records.entity import entity_id
from palanca.records.ids import content_hash
from palanca.registers.cells import Found, RowCells, country_of
from palanca.registers.dates import DateRead, between
from palanca.registers.mapping import (
    EventSaid,
    InstrumentSaid,
    OfficeSaid,
    QuantitySaid,
    RegisterMapping,
    Said,
    Thing,
    TieSaid,
    Value,
)
from palanca.registers.numbers import number_in
from palanca.registers.titled import titled

if TYPE_CHECKING:
    from palanca.registers.prose import Parts, Prose
    from palanca.registers.prose_claims import Country

READER = "registers"
READER_VERSION = "1"


@dataclass(frozen=True, slots=True)
class _Office:
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
    cells: RowCells
    entities: dict[EntityId, Entity] = field(default_factory=dict)
    mentions: dict[MentionId, Mention] = field(default_factory=dict)
    sentences: list[Span] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    prose: list["Prose"] = field(default_factory=list)
    fillers: dict[str, tuple[Filler, ...]] = field(default_factory=dict)
    offices: dict[str, list[_Office]] = field(default_factory=dict)

    def add(self, parts: "Parts") -> None:
        """Take in what was read in a cell of prose. What the row itself says of a thing stands."""
        for entity in parts.entities:
            self.entities.setdefault(entity.id, entity)
        for mention in parts.mentions:
            self.mentions.setdefault(mention.id, mention)
        self.sentences.extend(parts.sentences)
        self.statements.extend(parts.statements)

    def enter(self, found: Found, schema: Schema, caption: str, country: str | None) -> Filler:
        """The filler of a thing that these words name, which becomes an entity of the row."""
        identifier = entity_id(self.document.id, found.span) if found.span else self._unwritten(found.text)
        self.entities.setdefault(
            identifier,
            Entity(
                id=identifier,
                document=self.document.id,
                schema=schema,
                caption=caption,
                names=(found.text,) if found.text != caption else (),
                country=country,
            ),
        )
        if found.span:
            mention = Mention(
                document=self.document.id, span=found.span, text=found.text, form=Form.NAME, entity=identifier
            )
            self.mentions.setdefault(mention.id, mention)
        return Filler(text=found.text, entity=identifier, span=found.span)

    def also_called(self, identifier: EntityId, found: Found) -> None:
        """Give an entity one more name, at its words."""
        entity = self.entities[identifier]
        if found.text not in (entity.caption, *entity.names):
            self.entities[identifier] = replace(entity, names=(*entity.names, found.text))
        if found.span:
            mention = Mention(
                document=self.document.id, span=found.span, text=found.text, form=Form.NAME, entity=identifier
            )
            self.mentions.setdefault(mention.id, mention)

    def place(self, found: Found) -> Filler:
        """The filler of a place: a country by its usual name where the words are one."""
        country = country_of(found.text)
        if country:
            found = found if found.span else Found(country.name)
            return self.enter(found, Schema.PLACE, country.name, country.alpha3)
        return self.enter(found, Schema.PLACE, found.text, None)

    def _unwritten(self, text: str) -> EntityId:
        """The id of a thing that stands in the mapping and not in the row."""
        return EntityId(content_hash("entity", self.document.id, "constant", text))


def read_row(document: Document, mapping: RegisterMapping) -> RowReading:
    """Everything but the prose of a row, which is left in `prose` to be read."""
    row = RowReading(document=document, cells=RowCells.of(document))
    for name, thing in mapping.things.items():
        row.fillers[name] = tuple(_fillers(row, name, thing))
    for said in mapping.statements:
        row.statements.extend(_statements(row, said, mapping))
    row.statements.extend(_titled_offices(row, mapping))
    if mapping.prose:
        row.prose.extend(_prose(row, mapping))
    row.sentences.extend(_sentences(row))
    return row


def _fillers(row: RowReading, name: str, thing: Thing) -> Iterator[Filler]:
    """One filler for each name that the row gives for a thing."""
    if not row.cells.holds(thing.when):
        return
    country = row.cells.first(thing.country) if thing.country else None
    known = country_of(country.text) if country else None
    several = list(row.cells.values(thing.name))
    for found in several:
        if thing.itself:
            yield row.place(found)
            continue
        split = titled(found) if thing.name.titled else None
        called = split.name if split else found
        filler = row.enter(called, thing.schema_, called.text, known.alpha3 if known else None)
        if len(several) == 1 and filler.entity:
            _name_also(row, filler.entity, thing)
        if split and split.offices:
            body = row.place(country) if country else None
            span = _hull([one for one in (found.span, body.span if body else None) if one])
            row.offices.setdefault(name, []).extend(
                _Office(filler, role, status, body, span) for role, status in split.offices if span
            )
        yield filler


def _name_also(row: RowReading, identifier: EntityId, thing: Thing) -> None:
    for value in thing.names:
        for found in row.cells.values(value):
            row.also_called(identifier, found)


def _statements(row: RowReading, said: Said, mapping: RegisterMapping) -> Iterator[Statement]:
    """The statement that a row makes, if it has all that it takes."""
    if not row.cells.holds(said.when):
        return
    roles = tuple(
        Role(name=role, filler=filler)
        for role, things in said.parties
        for thing in things
        for filler in row.fillers[thing]
    )
    if not all(any(role.name is wanted for role in roles) for wanted in said.required):
        return
    detail = _detail(row, said, mapping)
    modality = _word(row, said.modality, Modality)
    if detail is None or modality is None:
        return
    time = row.cells.time(said.time, mapping.dates).time if said.time else _term(detail)
    place = _place(row, said)
    span = _hull([role.filler.span for role in roles if role.filler.span], _cells_used(row, said))
    if span is None:
        return
    yield Statement(
        document=row.document.id,
        kind=said.kind,
        detail=detail,
        span=span,
        reader=READER,
        reader_version=READER_VERSION,
        roles=roles,
        time=time,
        place=place,
        modality=modality,
        confidence=said.confidence,
    )


def _detail(row: RowReading, said: Said, mapping: RegisterMapping) -> Detail | None:
    """What kind of thing is said; None when a row lacks a word of it."""
    text = row.cells.text
    match said:
        case EventSaid():
            category = _word(row, said.category, Category)
            return EventDetail(category=category, mode=text(said.mode), contexts=said.contexts) if category else None
        case OfficeSaid():
            return _office(row, said, mapping)
        case TieSaid():
            tie = _word(row, said.tie, TieKind)
            return TieDetail(kind=tie) if tie else None
        case InstrumentSaid():
            kind, title = _word(row, said.instrument, InstrumentKind), text(said.title)
            if kind is None or title is None:
                return None
            return InstrumentDetail(kind=kind, title=title, number=text(said.number), effect=text(said.effect))
        case QuantitySaid():
            value, unit = number_in(text(said.value) or "", mapping.decimal), text(said.unit)
            return QuantityDetail(value=value, unit=unit, of=text(said.of)) if value is not None and unit else None


def _office(row: RowReading, said: OfficeSaid, mapping: RegisterMapping) -> OfficeDetail | None:
    role, status = row.cells.text(said.role), _word(row, said.status, OfficeStatus)
    if role is None or status is None:
        return None
    start = row.cells.time(said.start, mapping.dates).time
    end = row.cells.time(said.end, mapping.dates).time
    if start and end and start.first_day and end.last_day and start.first_day > end.last_day:
        end = None
    sent = [row.entities[filler.entity].caption for thing in said.to for filler in row.fillers[thing] if filler.entity]
    full = f"{role} to {' and '.join(sent)}" if sent else role
    return OfficeDetail(role=full.casefold(), status=status, start=start, end=end)


def _term(detail: Detail) -> Time | None:
    """An office of which beginning and end are told was held from the one to the other."""
    if not isinstance(detail, OfficeDetail):
        return None
    return between(DateRead(detail.start), DateRead(detail.end)).time


def _word[W: (Category, Modality, OfficeStatus, TieKind, InstrumentKind)](
    row: RowReading, value: Value, words: type[W]
) -> W | None:
    found = row.cells.text(value)
    return words(found) if found in set(words) else None


def _place(row: RowReading, said: Said) -> Filler | None:
    found = row.cells.first(said.place) if isinstance(said, EventSaid) and said.place else None
    return row.place(found) if found else None


def _cells_used(row: RowReading, said: Said) -> Iterator[Span]:
    yield from row.cells.spans(value for _, value in said.values)
    for thing in said.to if isinstance(said, OfficeSaid) else ():
        yield from (filler.span for filler in row.fillers[thing] if filler.span)
    for _, wanted in said.times:
        yield from row.cells.spans(wanted.values)


def _titled_offices(row: RowReading, mapping: RegisterMapping) -> Iterator[Statement]:
    """An office for each title before a name, shown held at the time of what the row tells of that person."""
    for name, offices in row.offices.items():
        wanted = next((said.time for said in mapping.statements if said.time and _names(said, name)), None)
        time = row.cells.time(wanted, mapping.dates).time
        for office in offices:
            roles = [Role(name=RoleName.PERSON, filler=office.person)]
            roles += [Role(name=RoleName.BODY, filler=office.body)] if office.body else []
            yield Statement(
                document=row.document.id,
                kind=Kind.OFFICE,
                detail=OfficeDetail(role=office.role, status=office.status),
                span=_hull([office.span], row.cells.spans(wanted.values if wanted else ())) or office.span,
                reader=READER,
                reader_version=READER_VERSION,
                roles=tuple(roles),
                time=time,
            )


def _names(said: Said, thing: str) -> bool:
    return any(thing in things for _, things in said.parties)


def _prose(row: RowReading, mapping: RegisterMapping) -> Iterator["Prose"]:
    from palanca.registers.prose import Prose

    for wanted in mapping.prose:
        cell = row.cells.at(wanted.column)
        if cell is None or cell.span is None or not row.cells.holds(wanted.when):
            continue
        place = row.cells.first(wanted.place) if wanted.place else None
        yield Prose(
            document=row.document,
            span=cell.span,
            language=row.document.language,
            time=row.cells.time(wanted.time, mapping.dates).time,
            place=row.place(place) if place else None,
            country=_country(row, wanted.country),
            home=_country(row, next((mapping.things[thing].country for thing in wanted.people), None)),
            people=tuple(filler for thing in wanted.people for filler in row.fillers[thing]),
        )


def _country(row: RowReading, value: Value | None) -> "Country | None":
    from palanca.registers.prose_claims import Country

    found = row.cells.first(value) if value else None
    known = country_of(found.text) if found else None
    return Country(row.place(found), known.alpha3) if found and known else None


def _sentences(row: RowReading) -> Iterator[Span]:
    """The cells between those of prose with the names of their columns, as many as stand together."""
    prose = {one.span for one in row.prose}
    run: list[Span] = []
    for found in row.cells.cells.values():
        if found.span in prose:
            yield from filter(None, [_hull(run)])
            run = []
        elif found.span:
            line = row.document.text.rfind("\n", 0, found.span.start) + 1
            run.append(Span(line, found.span.end))
    yield from filter(None, [_hull(run)])


def _hull(*groups: Iterable[Span]) -> Span | None:
    spans: Sequence[Span] = [span for group in groups for span in group]
    return Span(min(one.start for one in spans), max(one.end for one in spans)) if spans else None
