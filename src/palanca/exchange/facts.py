"""Facts as they were read, in the shape in which annotated documents have them: what `palanca facts` writes.

Each is one JSON object, a line, with `layer`, `doc`, `confidence` and its place: `mentions` for an entity, `span` and
`quote` for the rest.
"""

from collections.abc import Iterator, Mapping, Sequence

from palanca.records import (
    AnomalyDetail,
    Entity,
    EntityId,
    EventDetail,
    Filler,
    Form,
    InstrumentDetail,
    Mention,
    OfficeDetail,
    QuantityDetail,
    QuotationDetail,
    Reading,
    RoleName,
    Statement,
    TieDetail,
    Time,
)

type Json = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None
type Fact = dict[str, Json]


def facts_of(reading: Reading) -> Iterator[Fact]:
    """Every entity and statement of one reading, in order of appearance, entities first."""
    places: dict[EntityId, list[Mention]] = {}
    for mention in reading.mentions:
        places.setdefault(mention.entity, []).append(mention)
    for entity in reading.entities:
        named = [mention for mention in places.get(entity.id, []) if mention.form is Form.NAME]
        if named:  # a country that only a demonym points to is not named
            yield entity_fact(reading.document.name, entity, named)
    for statement in reading.statements:
        yield statement_fact(reading.document.name, reading.document.text, statement)


def entity_fact(name: str, entity: Entity, mentions: Sequence[Mention]) -> Fact:
    """One entity with every place that names it."""
    return {
        "layer": "entity",
        "doc": name,
        "name": entity.caption,
        "aliases": list(entity.names),
        "schema": str(entity.schema),
        "country": entity.country,
        "mentions": [[m.span.start, m.span.end] for m in mentions],
        "confidence": round(entity.confidence, 3),
    }


def statement_fact(name: str, text: str, statement: Statement) -> Fact:
    """One statement with its words."""
    head: Fact = {"layer": str(statement.kind), "doc": name}
    foot: Fact = {
        "span": [statement.span.start, statement.span.end],
        "quote": statement.span.of(text),
        "confidence": round(statement.confidence, 3),
    }
    body = _fields(statement)
    if isinstance(statement.detail, QuotationDetail):
        foot["content"] = foot.pop("quote")
    return {**head, **body, **foot}


def _fields(statement: Statement) -> Fact:
    """What only statements of its kind tell."""
    match statement.detail:
        case EventDetail() as detail:
            return _event(statement, detail)
        case OfficeDetail() as detail:
            return _office(statement, detail)
        case TieDetail() as detail:
            return _tie(statement, detail)
        case InstrumentDetail() as detail:
            return _instrument(statement, detail)
        case QuantityDetail() as detail:
            return _quantity(statement, detail)
        case QuotationDetail() as detail:
            return _quotation(statement, detail)
        case AnomalyDetail() as detail:
            return _anomaly(detail)


def _event(statement: Statement, detail: EventDetail) -> Fact:
    return {
        "category": str(detail.category),
        "mode": detail.mode,
        "contexts": [str(c) for c in detail.contexts],
        "actors": _names(statement, RoleName.ACTOR),
        "recipients": _names(statement, RoleName.RECIPIENT),
        "time": _time(statement.time),
        "place": _text(statement.place),
        "status": str(statement.modality),
        "speaker": _text(statement.speaker),
    }


def _office(statement: Statement, detail: OfficeDetail) -> Fact:
    return {
        "person": _name(statement, RoleName.PERSON),
        "role": detail.role,
        "body": _name(statement, RoleName.BODY),
        "status": str(detail.status),
        "start": _time(detail.start),
        "end": _time(detail.end),
        "as_of": _time(statement.time),
    }


def _tie(statement: Statement, detail: TieDetail) -> Fact:
    return {
        "kind": str(detail.kind),
        "source": _name(statement, RoleName.SOURCE),
        "target": _name(statement, RoleName.TARGET),
        "time": _time(statement.time),
        "status": str(statement.modality),
    }


def _instrument(statement: Statement, detail: InstrumentDetail) -> Fact:
    return {
        "kind": str(detail.kind),
        "title": detail.title,
        "number": detail.number,
        "issuer": _name(statement, RoleName.ISSUER),
        "parties": _names(statement, RoleName.PARTY),
        "date": _time(statement.time),
        "valid": _time(detail.valid),
        "effect": detail.effect,
    }


def _quantity(statement: Statement, detail: QuantityDetail) -> Fact:
    fact: Fact = {"value": number(detail.value)}
    if detail.value_max is not None:
        fact["value_max"] = number(detail.value_max)
    return fact | {
        "unit": detail.unit,
        "of": detail.of,
        "subject": _name(statement, RoleName.SUBJECT),
        "time": _time(statement.time),
    }


def _quotation(statement: Statement, detail: QuotationDetail) -> Fact:
    return {
        "speaker": _text(statement.speaker),
        "cue": detail.cue,
        "direct": detail.direct,
        "time": _time(statement.time),
    }


def _anomaly(detail: AnomalyDetail) -> Fact:
    return {"kind": str(detail.kind), "detail": detail.detail}


def _names(statement: Statement, role: RoleName) -> list[str]:
    return [filler.text for filler in statement.fillers(role)]


def _name(statement: Statement, role: RoleName) -> str | None:
    return next(iter(_names(statement, role)), None)


def _text(filler: Filler | None) -> str | None:
    return filler.text if filler else None


def _time(time: Time | None) -> str | None:
    return str(time) if time else None


def number(value: float) -> float | int:
    """The number, without a point where it is whole."""
    return int(value) if value == int(value) else value
