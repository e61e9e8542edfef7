"""Cases of `groups.yaml` as records, with what is true of them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from palanca.lexicon.countries import countries
from palanca.records import (
    Category,
    Detail,
    DisputeKind,
    Document,
    Entity,
    EventDetail,
    Filler,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    Origin,
    QuantityDetail,
    QuotationDetail,
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

CASES = Path(__file__).parent / "groups.yaml"
_SCHEMATA = {
    "people": Schema.PERSON, "countries": Schema.PLACE, "places": Schema.PLACE, "bodies": Schema.PUBLIC_BODY,
    "companies": Schema.COMPANY, "organizations": Schema.ORGANIZATION,
}  # fmt: skip
_BEARER = re.compile(r" \(.*\)$")

type Row = Mapping[str, Any]  # as YAML gives it: what it lacks or has too much of raises when it is read


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Who or what a case names. `key` is its caption, and in brackets what tells it from others so called."""

    key: str
    aliases: tuple[str, ...]
    schema: Schema
    country: str | None
    is_country: bool

    @property
    def caption(self) -> str:
        return bare(self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A thing as one dispatch names it."""

    thing: Thing
    entity: Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement and the label of the claim that it truly tells."""

    statement: Statement
    label: str

    @property
    def question(self) -> str:
        """The label without the side that it takes."""
        return self.label.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Dispatches as records, with the truth: voices and disputes by label."""

    name: str
    is_alike: bool
    documents: tuple[Document, ...]
    named: tuple[Named, ...]
    told: tuple[Told, ...]
    voices: Mapping[str, int]
    disputes: Mapping[str, frozenset[DisputeKind]]


@cache
def load() -> tuple[Case, ...]:
    """All cases, in the order of the file. Raises where a dispatch lacks the words that a statement names."""
    return tuple(_case(row) for row in yaml.safe_load(CASES.read_text(encoding="utf-8")))


def bare(name: str) -> str:
    """The name without what only tells its bearers apart."""
    return _BEARER.sub("", name)


def _case(row: Row) -> Case:
    things = list(_things(row["things"]))
    documents = tuple(_document(row["case"], dispatch) for dispatch in row["dispatches"])
    told: list[Told] = []
    named: dict[tuple[str, str], Named] = {}
    for dispatch, document in zip(row["dispatches"], documents, strict=True):
        page = _Page(document, things)
        told += (Told(statement=page.statement(tell), label=tell["claim"]) for tell in dispatch["tells"])
        named |= {(document.id, key): one for key, one in page.named.items()}
    truth: Mapping[str, Row] = row.get("claims", {})
    return Case(
        name=row["case"],
        is_alike=row.get("alike", False),
        documents=documents,
        named=tuple(named.values()),
        told=tuple(told),
        voices=_outlets(documents, told) | {k: v["voices"] for k, v in truth.items() if "voices" in v},
        disputes={one.label: _kinds(truth.get(one.label, {})) for one in told},
    )


def _things(row: Row) -> Iterator[Thing]:
    for sort, given in row.items():
        for key, about in given.items() if isinstance(given, dict) else ((key, []) for key in given):
            more = (
                about if isinstance(about, dict) else {"country": about} if isinstance(about, str) else {"names": about}
            )
            is_country = sort == "countries"
            yield Thing(
                key=key,
                aliases=tuple(more.get("names", ())),
                schema=_SCHEMATA[sort],
                country=_codes()[key] if is_country else more.get("country"),
                is_country=is_country,
            )


@cache
def _codes() -> Mapping[str, str]:
    return {name: country.alpha3 for country in countries() for name in country.names}


def _document(case: str, row: Row) -> Document:
    name = f"{case}, {row['name']}"
    return Document(
        name=name, text=row["text"], outlet=row["outlet"], published=Time.parse(str(row["published"])),
        language=row.get("language", "en"), origin=Origin(path=name, bytes_sha256="", media_type="text/plain"),
    )  # fmt: skip


def _outlets(documents: tuple[Document, ...], told: list[Told]) -> dict[str, int]:
    outlet = {document.id: document.outlet for document in documents}
    found: dict[str, set[str | None]] = defaultdict(set)
    for one in told:
        found[one.label].add(outlet[one.statement.document])
    return {label: len(outlets) for label, outlets in found.items()}


def _kinds(truth: Row) -> frozenset[DisputeKind]:
    return frozenset(DisputeKind(kind) for kind in truth.get("disputes", ()))


class _Page:
    """One dispatch, and what it names."""

    def __init__(self, document: Document, things: list[Thing]) -> None:
        self._document = document
        self._things = things
        self.named: dict[str, Named] = {}

    def statement(self, row: Row) -> Statement:
        kind, said = next((Kind(key), str(value)) for key, value in row.items() if key in set(Kind))
        roles = tuple(
            Role(name=RoleName(key), filler=self._filler(words))
            for key, value in row.items()
            if key in set(RoleName)
            for words in (value if isinstance(value, list) else [value])
        )
        return Statement(
            document=self._document.id, kind=kind, detail=_DETAILS[kind](said, row), roles=roles,
            span=self._span(row.get("words", self._document.text)), time=_time(row, "when"),
            place=self._filler(row["place"]) if "place" in row else None, modality=Modality(row.get("as", "asserted")),
            speaker=self._filler(row["speaker"]) if "speaker" in row else None, reader="editor", reader_version="1",
        )  # fmt: skip

    def _filler(self, words: str) -> Filler:
        thing = next(one for one in self._things if words in {one.key, *one.aliases})
        return Filler(text=bare(words), entity=self._entity(thing).id, span=self._span(bare(words)))

    def _entity(self, thing: Thing) -> Entity:
        if thing.key not in self.named:
            text = self._document.text
            forms = sorted((one for one in (thing.caption, *thing.aliases) if one in text), key=text.index)
            entity = Entity(
                id=entity_id(self._document.id, self._span(forms[0])), document=self._document.id,
                schema=thing.schema, caption=max(forms, key=len), names=tuple(forms), country=thing.country,
            )  # fmt: skip
            self.named[thing.key] = Named(thing=thing, entity=entity)
        return self.named[thing.key].entity

    def _span(self, words: str) -> Span:
        start = self._document.text.index(words)
        return Span(start, start + len(words))


def _time(row: Row, key: str) -> Time | None:
    return Time.parse(str(row[key])) if key in row else None


def _event(said: str, _row: Row) -> Detail:
    category, _, mode = said.partition(" ")
    return EventDetail(category=Category(category), mode=mode or None)


def _office(said: str, row: Row) -> Detail:
    status = OfficeStatus(row.get("status", "current"))
    return OfficeDetail(role=said, status=status, start=_time(row, "start"), end=_time(row, "end"))


def _instrument(said: str, row: Row) -> Detail:
    return InstrumentDetail(kind=InstrumentKind(said), title=row["title"], number=row.get("number"))


def _quantity(said: str, row: Row) -> Detail:
    value, _, unit = said.partition(" ")
    return QuantityDetail(value=float(value), unit=unit, of=row.get("of"))


def _tie(said: str, _row: Row) -> Detail:
    return TieDetail(kind=TieKind(said))


def _quotation(said: str, row: Row) -> Detail:
    return QuotationDetail(cue=said, direct=row["direct"])


_DETAILS = {
    Kind.EVENT: _event,
    Kind.OFFICE: _office,
    Kind.TIE: _tie,
    Kind.INSTRUMENT: _instrument,
    Kind.QUANTITY: _quantity,
    Kind.QUOTATION: _quotation,
}
