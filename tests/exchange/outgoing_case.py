"""Cases of hand-made dispatches, so that a test says what was read and no reader has to."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import palanca
from palanca.exchange.outgoing import Outgoing
from palanca.records import (
    Category,
    Context,
    Detail,
    Document,
    Entity,
    EventDetail,
    Filler,
    Form,
    Kind,
    Mention,
    Modality,
    OfficeDetail,
    OfficeStatus,
    Origin,
    QuantityDetail,
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
from palanca.records.statement import DETAIL_OF_KIND
from palanca.settlement import settle

AT = datetime(2025, 6, 1, tzinfo=UTC)
KINDS = {detail: kind for kind, detail in DETAIL_OF_KIND.items()}
THINGS = {
    "Ama Owusu": (Schema.PERSON, "GHA"),
    "Rajiv Menon": (Schema.PERSON, "IND"),
    "Ghana": (Schema.PLACE, "GHA"),
    "Togo": (Schema.PLACE, "TGO"),
    "Accra": (Schema.PLACE, "GHA"),
    "Kofi Mensah": (Schema.PERSON, None),
    "=cmd|'/C calc'!A0": (Schema.COMPANY, None),
}
COUNTRIES = {"Ghana", "Togo"}


@dataclass(frozen=True, kw_only=True)
class Said:
    """One sentence, and what it says; `roles` are names of THINGS, or words for who is not named."""

    text: str
    detail: Detail
    roles: dict[RoleName, tuple[str, ...]] = field(default_factory=dict)
    time: str | None = None
    place: str | None = None
    modality: Modality = Modality.ASSERTED


MEETING = Said(
    text="The minister of transport of Ghana, Ama Owusu, met Rajiv Menon in Accra on 4 March 2025.",
    detail=EventDetail(category=Category.CONSULT, mode="meet", contexts=(Context.DIPLOMATIC,)),
    roles={RoleName.ACTOR: ("Ama Owusu", "Rajiv Menon")},
    time="2025-03-04",
    place="Accra",
)
OFFICE = Said(
    text="Ama Owusu has been minister of transport of Ghana since 2 January 2025.",
    detail=OfficeDetail(role="minister of transport", status=OfficeStatus.CURRENT, start=Time.parse("2025-01-02")),
    roles={RoleName.PERSON: ("Ama Owusu",), RoleName.BODY: ("Ghana",)},
    time="2025-03-04",
)
REFUSED = Said(
    text="Ghana did not lend Togo any ships in May 2025.",
    detail=EventDetail(category=Category.AID, contexts=(Context.ECONOMIC,)),
    roles={RoleName.ACTOR: ("Ghana",), RoleName.RECIPIENT: ("Togo",)},
    time="2025-05",
    place="Togo",
    modality=Modality.DENIED,
)
UNDATED = Said(
    text="Dockers blocked Ghana.",
    detail=EventDetail(category=Category.PROTEST),
    roles={RoleName.ACTOR: ("dockers",), RoleName.RECIPIENT: ("Ghana",)},
)
MARRIAGE = Said(
    text="Ama Owusu is married to Kofi Mensah.",
    detail=TieDetail(kind=TieKind.SPOUSE),
    roles={RoleName.SOURCE: ("Ama Owusu",), RoleName.TARGET: ("Kofi Mensah",)},
)
LOSS = Said(text="Ghana lost 5 percent.", detail=QuantityDetail(value=-5.0, unit="percent"),
            roles={RoleName.SUBJECT: ("Ghana",)})  # fmt: skip
HOSTILE = Said(
    text="=cmd|'/C calc'!A0 <script>alert(1)</script> & \u202eowns\u202c\x07\x00 \"Kofi Mensah\".",
    detail=TieDetail(kind=TieKind.OWNS),
    roles={RoleName.SOURCE: ("=cmd|'/C calc'!A0",), RoleName.TARGET: ("Kofi Mensah",)},
    time="1999/..",
)


@dataclass(frozen=True, kw_only=True)
class _Text:
    """A document with where each of THINGS that it names stands first."""

    document: Document
    places: dict[str, Span]

    def filler(self, words: str) -> Filler:
        span = self.places.get(words)
        return Filler(text=words, entity=entity_id(self.document.id, span) if span else None, span=span)

    def entity(self, thing: str) -> Entity:
        schema, country = THINGS[thing]
        known = entity_id(self.document.id, self.places[thing])
        return Entity(id=known, document=self.document.id, schema=schema, caption=thing, country=country)

    def mention(self, thing: str) -> Mention:
        span = self.places[thing]
        known = entity_id(self.document.id, span)
        return Mention(document=self.document.id, span=span, text=thing, form=Form.NAME, entity=known)

    def statement(self, said: Said, span: Span) -> Statement:
        roles = [(role, words) for role, several in said.roles.items() for words in several]
        return Statement(
            document=self.document.id, kind=KINDS[type(said.detail)], detail=said.detail, span=span, reader="toy",
            reader_version="1", modality=said.modality, confidence=0.9,
            roles=tuple(Role(name=role, filler=self.filler(words)) for role, words in roles),
            time=Time.parse(said.time) if said.time else None, place=self.filler(said.place) if said.place else None,
        )  # fmt: skip


def reading_of(name: str, *said: Said) -> Reading:
    """A document of these sentences, one a line, with all that they say."""
    whole = "\n".join(one.text for one in said)
    document = Document(
        name=name, text=whole, origin=Origin(path=f"{name}.txt", bytes_sha256="", media_type="text/plain"),
        url=f"https://example.org/{name}", published=Time.parse("2025-06-01"),
    )  # fmt: skip
    text = _Text(document=document, places={
        thing: Span(whole.index(thing), whole.index(thing) + len(thing)) for thing in THINGS if thing in whole
    })  # fmt: skip
    spans = [Span(whole.index(one.text), whole.index(one.text) + len(one.text)) for one in said]
    return Reading(
        document=document,
        version="toy 1",
        entities=tuple(map(text.entity, text.places)),
        mentions=tuple(map(text.mention, text.places)),
        sentences=tuple(spans),
        statements=tuple(map(text.statement, said, spans)),
    )


@contextmanager
def outgoing_of(folder: Path, *readings: Reading) -> Iterator[Outgoing]:
    """An export of a settled case with these readings."""
    with palanca.open_case(folder / "c.palanca", create=True) as case:
        for reading in readings:
            case.put(reading, at=AT)
        settle(case)
        yield Outgoing(case=case)


def claim_of(outgoing: Outgoing, kind: Kind, sentence: str) -> str:
    """The id of the claim that a sentence leads."""
    (found,) = [row.claim.id for row in outgoing.rows(kind) if row.sentence == sentence]
    return found


def things_of(outgoing: Outgoing) -> dict[str, str]:
    """The id of each thing by its name."""
    return {thing.caption: thing.id for thing in outgoing.things()}


def parsed(pieces: Iterator[str]) -> Any:
    """A text of JSON."""
    return json.loads("".join(pieces))
