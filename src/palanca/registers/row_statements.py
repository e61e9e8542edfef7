"""The statements that a row makes, by its mapping."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from palanca.records import (
    Category,
    Context,
    Detail,
    Document,
    EventDetail,
    Filler,
    InstrumentDetail,
    InstrumentKind,
    Kind,
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
from palanca.registers.cells import RowCells, country_of
from palanca.registers.dates import DateRead, between
from palanca.registers.mapping import (
    EventSaid,
    InstrumentSaid,
    OfficeSaid,
    QuantitySaid,
    RegisterMapping,
    Said,
    TieSaid,
)
from palanca.registers.numbers import number_in
from palanca.registers.row_things import RowReading, fillers, hull
from palanca.registers.values import Value

if TYPE_CHECKING:
    from palanca.registers.prose import Prose
    from palanca.registers.prose_claims import RowCountry

READER = "registers"
READER_VERSION = "1"
_DETAILS_AT_HAND = 4_096


def read_row(document: Document, mapping: RegisterMapping) -> RowReading:
    """Everything but the prose of a row, which is left in `prose` to be read."""
    row = RowReading(document=document, id=document.id, cells=RowCells.of(document))
    for name, thing in mapping.things.items():
        row.fillers[name] = tuple(fillers(row, name, thing))
    for said in mapping.statements:
        if statement := _statement(row, said, mapping):
            row.statements.append(statement)
    if row.offices:
        row.statements.extend(_titled_offices(row, mapping))
    if mapping.prose:
        row.prose.extend(_prose(row, mapping))
    row.sentences.extend(_sentences(row))
    return row


def _statement(row: RowReading, said: Said, mapping: RegisterMapping) -> Statement | None:
    """The statement that a row makes, if it has all that it takes."""
    if not _has_required(row, said) or not row.cells.holds(said.when):
        return None
    detail = _detail(row, said, mapping)
    modality = _word(row, said.modality, Modality)
    if detail is None or modality is None:
        return None
    roles = tuple([
        Role(name=role, filler=filler)
        for role, things in said.parties
        for thing in things
        for filler in row.fillers[thing]
    ])  # fmt: skip
    time = row.cells.time(said.time, mapping.dates).time if said.time else _term(detail)
    place = _place(row, said)
    span = hull([role.filler.span for role in roles if role.filler.span], _cells_used(row, said))
    if span is None:
        return None
    return Statement(
        document=row.id,
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


def _has_required(row: RowReading, said: Said) -> bool:
    return all(any(map(row.fillers.get, things)) for things in said.needed_things)


def _detail(row: RowReading, said: Said, mapping: RegisterMapping) -> Detail | None:
    """What kind of thing is said; None when a row lacks a word of it."""
    text = row.cells.text
    match said:
        case EventSaid():
            category = _word(row, said.category, Category)
            return _event(category, text(said.mode), _contexts(row, said)) if category else None
        case OfficeSaid():
            return _office(row, said, mapping)
        case TieSaid():
            tie = _word(row, said.tie, TieKind)
            return _tie(tie) if tie else None
        case InstrumentSaid():
            kind, title = _word(row, said.instrument, InstrumentKind), text(said.title)
            if kind is None or title is None:
                return None
            return InstrumentDetail(
                kind=kind,
                title=title,
                number=text(said.number),
                valid=row.cells.time(said.valid, mapping.dates).time,
                effect=text(said.effect),
            )
        case QuantitySaid():
            value, unit = number_in(text(said.value) or "", mapping.decimal), text(said.unit)
            return QuantityDetail(value=value, unit=unit, of=text(said.of)) if value is not None and unit else None


def _contexts(row: RowReading, said: EventSaid) -> tuple[Context, ...]:
    if isinstance(said.contexts, tuple):
        return said.contexts
    told = dict.fromkeys(found.text for found in row.cells.values(said.contexts))
    return tuple(Context(word) for word in told if word in Context)


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
    return _holding(full, status, start, end)


# Rows say much the same: what they say alike is one record, made once.


@lru_cache(maxsize=_DETAILS_AT_HAND)
def _event(category: Category, mode: str | None, contexts: tuple[Context, ...]) -> EventDetail:
    return EventDetail(category=category, mode=mode, contexts=contexts)


@lru_cache(maxsize=_DETAILS_AT_HAND)
def _tie(kind: TieKind) -> TieDetail:
    return TieDetail(kind=kind)


@lru_cache(maxsize=_DETAILS_AT_HAND)
def _holding(role: str, status: OfficeStatus, start: Time | None, end: Time | None) -> OfficeDetail:
    return OfficeDetail(role=role.casefold(), status=status, start=start, end=end)


def _term(detail: Detail) -> Time | None:
    """An office of which beginning and end are told was held from the one to the other."""
    if not isinstance(detail, OfficeDetail):
        return None
    return between(DateRead(detail.start), DateRead(detail.end)).time


def _word[W: (Category, Modality, OfficeStatus, TieKind, InstrumentKind)](
    row: RowReading, value: Value, words: type[W]
) -> W | None:
    found = row.cells.text(value)
    return _words_of(words).get(found) if found is not None else None


@cache
def _words_of[W: StrEnum](words: type[W]) -> Mapping[str, W]:
    return {word.value: word for word in words}


def _place(row: RowReading, said: Said) -> Filler | None:
    found = row.cells.first(said.place) if isinstance(said, EventSaid) and said.place else None
    if found is None:
        return None
    for several in row.fillers.values():
        for filler in several:
            if filler.text == found.text and _is_place(row, filler):
                return filler
    return row.place(found)


def _is_place(row: RowReading, filler: Filler) -> bool:
    """Whether the row enters it as a place, with its country."""
    return filler.entity is not None and row.entities[filler.entity].schema is Schema.PLACE


def _cells_used(row: RowReading, said: Said) -> Iterable[Span]:
    used = row.cells.spans(said.taken)
    if isinstance(said, OfficeSaid):
        used += [filler.span for thing in said.to for filler in row.fillers[thing] if filler.span]
    return used


def _titled_offices(row: RowReading, mapping: RegisterMapping) -> Iterator[Statement]:
    """An office for each title before a name, shown held at the time of what the row tells of that person."""
    for name, offices in row.offices.items():
        wanted = next((said.time for said in mapping.statements if said.time and _names(said, name)), None)
        time = row.cells.time(wanted, mapping.dates).time
        for office in offices:
            roles = [Role(name=RoleName.PERSON, filler=office.person)]
            roles += [Role(name=RoleName.BODY, filler=office.body)] if office.body else []
            yield Statement(
                document=row.id,
                kind=Kind.OFFICE,
                detail=OfficeDetail(role=office.role, status=office.status),
                span=hull([office.span], row.cells.spans(wanted.values if wanted else ())) or office.span,
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


def _country(row: RowReading, value: Value | None) -> "RowCountry | None":
    from palanca.registers.prose_claims import RowCountry

    found = row.cells.first(value) if value else None
    known = country_of(found.text) if found else None
    return RowCountry(row.place(found), known.alpha3) if found and known else None


def _sentences(row: RowReading) -> Iterator[Span]:
    """The cells between those of prose with the names of their columns, as many as stand together."""
    prose = {one.span for one in row.prose}
    if not prose:
        whole = hull([found.span for found in row.cells.cells.values() if found.span])
        if whole:
            yield Span(row.document.text.rfind("\n", 0, whole.start) + 1, whole.end)
        return
    run: list[Span] = []
    for found in row.cells.cells.values():
        if found.span in prose:
            yield from filter(None, [hull(run)])
            run = []
        elif found.span:
            line = row.document.text.rfind("\n", 0, found.span.start) + 1
            run.append(Span(line, found.span.end))
    yield from filter(None, [hull(run)])
