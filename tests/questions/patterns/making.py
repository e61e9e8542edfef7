"""A case made of told facts, for patterns: each dispatch is one document whose sentences name who takes part."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import palanca
from palanca.records import (
    Category,
    Detail,
    Document,
    Entity,
    EventDetail,
    Filler,
    Form,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Mention,
    Modality,
    OfficeDetail,
    OfficeStatus,
    Origin,
    Reading,
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
from palanca.store import open_case

AT = datetime(2025, 1, 1, tzinfo=UTC)
_KIND_OF = {EventDetail: Kind.EVENT, OfficeDetail: Kind.OFFICE, TieDetail: Kind.TIE, InstrumentDetail: Kind.INSTRUMENT}
_MARKS = {"Ministry": Schema.PUBLIC_BODY, "Authority": Schema.PUBLIC_BODY, "Congress": Schema.PUBLIC_BODY}
_MARKS |= {"Army": Schema.PUBLIC_BODY, "Ltd": Schema.COMPANY, "Lines": Schema.COMPANY, "Port": Schema.PLACE}
_MARKS |= {"Peru": Schema.PLACE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    detail: Detail
    roles: Mapping[RoleName, str | tuple[str, ...]]
    time: str | None = None
    place: str | None = None
    modality: Modality = Modality.ASSERTED
    confidence: float = 1.0

    @property
    def named(self) -> list[tuple[RoleName, str]]:
        return [
            (role, name)
            for role, names in self.roles.items()
            for name in ([names] if isinstance(names, str) else names)
        ]


def office(
    person: str, body: str, *, start: str | None = None, end: str | None = None, time: str | None = None
) -> Told:
    status = OfficeStatus.FORMER if end else OfficeStatus.CURRENT
    began, ended = (Time.parse(day) if day else None for day in (start, end))
    detail = OfficeDetail(role="director", status=status, start=began, end=ended)
    return Told(detail=detail, roles={RoleName.PERSON: person, RoleName.BODY: body}, time=time)


def tie(source: str, kind: TieKind, target: str, *, time: str | None = None) -> Told:
    return Told(detail=TieDetail(kind=kind), roles={RoleName.SOURCE: source, RoleName.TARGET: target}, time=time)


def event(
    actor: str, category: Category, recipient: str | None, time: str | None, *, mode: str | None = None,
    place: str | None = None, modality: Modality = Modality.ASSERTED,
) -> Told:  # fmt: skip
    roles = {RoleName.ACTOR: actor} | ({RoleName.RECIPIENT: recipient} if recipient else {})
    detail = EventDetail(category=category, mode=mode)
    return Told(detail=detail, roles=roles, time=time, place=place, modality=modality)


def instrument(
    kind: InstrumentKind, title: str, time: str | None, *, issuer: str | None = None, parties: tuple[str, ...] = (),
    valid: str | None = None,
) -> Told:  # fmt: skip
    roles: dict[RoleName, str | tuple[str, ...]] = {RoleName.ISSUER: issuer} if issuer else {}
    detail = InstrumentDetail(kind=kind, title=title, valid=Time.parse(valid) if valid else None)
    return Told(detail=detail, roles=roles | ({RoleName.PARTY: parties} if parties else {}), time=time)


@dataclass(slots=True)
class Page:
    """The text of a dispatch as it grows, with where each name stands first."""

    countries: Mapping[str, str]
    text: str = ""
    first: dict[str, Span] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    def write(self, told: Told) -> None:
        start = len(self.text)
        for name in [name for _, name in told.named] + ([told.place] if told.place else []):
            self.first.setdefault(name, Span(len(self.text), len(self.text) + len(name)))
            self.text += f"{name}, "
        self.text = f"{self.text[:-2]}: {told.detail.__class__.__name__} told on line {len(self.spans)}.\n"
        self.spans.append(Span(start, len(self.text) - 1))

    def entities(self, document: Document) -> Iterator[Entity]:
        for name, span in self.first.items():
            schema = next((found for mark, found in _MARKS.items() if mark in name), Schema.PERSON)
            identifier = entity_id(document.id, span)
            yield Entity(
                id=identifier, document=document.id, schema=schema, caption=name, country=self.countries.get(name)
            )  # fmt: skip


def reading(name: str, *told: Told, countries: Mapping[str, str]) -> Reading:
    page = Page(countries)
    for one in told:
        page.write(one)
    origin = Origin(path=f"{name}.txt", bytes_sha256="00" * 32, media_type="text/plain")
    document = Document(name=name, text=page.text, origin=origin)
    entities = tuple(page.entities(document))
    ids = {entity.caption: entity.id for entity in entities}
    statements = tuple(
        Statement(
            document=document.id,
            kind=_KIND_OF[type(one.detail)],
            detail=one.detail,
            span=span,
            reader="told",
            reader_version="1",
            roles=tuple(Role(name=role, filler=Filler(text=filler, entity=ids[filler])) for role, filler in one.named),
            time=Time.parse(one.time) if one.time else None,
            place=Filler(text=one.place, entity=ids[one.place]) if one.place else None,
            modality=one.modality,
            confidence=one.confidence,
        )
        for one, span in zip(told, page.spans, strict=True)
    )
    mentions = tuple(
        Mention(document=document.id, span=span, text=caption, form=Form.NAME, entity=ids[caption])
        for caption, span in page.first.items()
    )
    return Reading(
        document=document, version="told 1", entities=entities, mentions=mentions, sentences=tuple(page.spans),
        statements=statements,
    )  # fmt: skip


@contextmanager
def case_of(folder: Path, *told: Told, countries: Mapping[str, str] | None = None) -> Iterator["palanca.Case"]:
    with open_case(folder / "told.palanca", create=True) as case:
        case.put(reading("dispatch", *told, countries=countries or {}), at=AT)
        yield case
