"""Small cases for FollowTheMoney: dispatches with what was read in them, settled, and the entities that go out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from palanca.exchange.ftm import entities
from palanca.exchange.outgoing import Outgoing
from palanca.records import (
    Detail,
    Document,
    Entity,
    EventDetail,
    Filler,
    Filter,
    Form,
    InstrumentDetail,
    Kind,
    Mention,
    Modality,
    OfficeDetail,
    Origin,
    QuantityDetail,
    Reading,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    TieDetail,
    Time,
)
from palanca.records.entity import entity_id
from palanca.settlement import settle
from palanca.store import Case, open_case

AT = datetime(2024, 5, 1, 12, tzinfo=UTC)
_KINDS: dict[type[Detail], Kind] = {
    EventDetail: Kind.EVENT,
    OfficeDetail: Kind.OFFICE,
    TieDetail: Kind.TIE,
    InstrumentDetail: Kind.INSTRUMENT,
    QuantityDetail: Kind.QUANTITY,
}
_THINGS: Mapping[str, tuple[Schema, str | None]] = {
    "Ama Owusu": (Schema.PERSON, None),
    "Bruno Keller": (Schema.PERSON, None),
    "Ghana": (Schema.PLACE, "GHA"),
    "Chile": (Schema.PLACE, "CHL"),
    "Kumasi": (Schema.PLACE, "GHA"),
    "Volta Grid": (Schema.COMPANY, None),
    "Andes Cable": (Schema.COMPANY, None),
    "Harbour Authority": (Schema.PUBLIC_BODY, None),
    "Dockers Union": (Schema.ORGANIZATION, None),
    "Green Corridor": (Schema.PROJECT, None),
}


@dataclass(frozen=True, kw_only=True)
class Said:
    """A statement of the sentence that holds its words: roles filled by names, or by words that name nothing."""

    detail: Detail
    roles: tuple[tuple[RoleName, str], ...]
    time: str | None = None
    place: str | None = None
    modality: Modality = Modality.ASSERTED
    confidence: float = 0.9


@dataclass(frozen=True, kw_only=True)
class Dispatch:
    """A text of one sentence with all that it says."""

    text: str
    told: tuple[Said, ...] = ()
    name: str = "port"
    outlet: str | None = "Harbour Gazette"
    published: str | None = "2024-05-03"
    more: Mapping[str, str] = field(default_factory=dict)

    def reading(self) -> Reading:
        document = Document(
            name=self.name, text=self.text, outlet=self.outlet, language="en",
            origin=Origin(path=f"{self.name}.txt", bytes_sha256="", media_type="text/plain"),
            published=Time.parse(self.published) if self.published else None, **self.more,  # type: ignore[arg-type]
        )  # fmt: skip
        spans = {name: _span(self.text, name) for name in _THINGS if name in self.text}
        return Reading(
            document=document,
            version="toy 1",
            entities=tuple(_entity(document, name, span) for name, span in spans.items()),
            mentions=tuple(
                Mention(document=document.id, span=span, text=name, form=Form.NAME, entity=entity_id(document.id, span))
                for name, span in sorted(spans.items(), key=lambda pair: pair[1])
            ),
            sentences=(Span(0, len(self.text)),),
            statements=tuple(_statement(document, said) for said in self.told),
        )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _entity(document: Document, name: str, span: Span) -> Entity:
    schema, country = _THINGS[name]
    return Entity(
        id=entity_id(document.id, span), document=document.id, schema=schema, caption=name, country=country
    )  # fmt: skip


def _filler(document: Document, words: str) -> Filler:
    if words not in _THINGS:
        return Filler(text=words)
    span = _span(document.text, words)
    return Filler(text=words, entity=entity_id(document.id, span), span=span)


def _statement(document: Document, said: Said) -> Statement:
    return Statement(
        document=document.id, kind=_KINDS[type(said.detail)], detail=said.detail, span=Span(0, len(document.text)),
        reader="toy", reader_version="1", modality=said.modality, confidence=said.confidence,
        roles=tuple(Role(name=role, filler=_filler(document, words)) for role, words in said.roles),
        time=Time.parse(said.time) if said.time else None,
        place=_filler(document, said.place) if said.place else None,
    )  # fmt: skip


def case_of(folder: Path, *dispatches: Dispatch) -> Case:
    """A settled case of these dispatches."""
    case = open_case(folder / "c.palanca", create=True)
    case.put_all([dispatch.reading() for dispatch in dispatches], at=AT)
    settle(case)
    return case


def outgoing(folder: Path, *dispatches: Dispatch) -> Outgoing:
    """The export of a case of these dispatches, without what readers doubt."""
    return Outgoing(case=case_of(folder, *dispatches), wanted=Filter(least_confidence=0.5))


type Properties = dict[str, list[str]]

_ABOUT_SOURCES = {"proof", "recordId", "summary", "publisher", "sourceUrl"}


def properties(going: Outgoing, schema: str, *, sources: bool = False) -> list[Properties]:
    """The properties of all entities of a schema, ids of others as what those are called; sources are left away."""
    found = list(entities(going))
    called = {entity.id: entity.caption for entity in found}
    return [
        {
            prop.name: [
                called.get(value, value) if prop.name not in _ABOUT_SOURCES else value for value in entity.get(prop)
            ]
            for prop in entity.iterprops()
            if sources or prop.name not in _ABOUT_SOURCES
        }
        for entity in found
        if entity.schema.name == schema
    ]


def one(text: str, detail: Detail, roles: Iterable[tuple[RoleName, str]], **more: object) -> Dispatch:
    """A dispatch that says one thing."""
    return Dispatch(text=text, told=(Said(detail=detail, roles=tuple(roles), **more),))  # type: ignore[arg-type]
