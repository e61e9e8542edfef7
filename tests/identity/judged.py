"""Short readings made by hand, and judgements on them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from palanca.identity.anchors import anchor_of_words
from palanca.identity.stated_text import stated_to_text
from palanca.records import (
    Anchor,
    Category,
    Document,
    Entity,
    EntityId,
    EventDetail,
    Field,
    Filler,
    Form,
    Judgement,
    Kind,
    Mention,
    OfficeDetail,
    OfficeStatus,
    Origin,
    Reading,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    Verdict,
)
from palanca.records.entity import entity_id
from palanca.records.stated import Part, Stated, StatedPart

FIRST_DAY = datetime(2024, 5, 1, 9, tzinfo=UTC)


def document(text: str, name: str = "report.txt") -> Document:
    return Document(name=name, text=text, origin=Origin(path=name, bytes_sha256="", media_type="text/plain"))


def span_of(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def reading(text: str, *things: str, name: str = "report.txt") -> Reading:
    """Each thing is its caption, or `caption=words=words` where other words name it too; every occurrence is a name."""
    of = document(text, name)
    entities, mentions = [], []
    for thing in things:
        forms = thing.split("=")
        places = sorted(
            (Span(*match.span()), form) for form in forms for match in re.finditer(rf"\b{re.escape(form)}\b", text)
        )
        identifier = entity_id(of.id, places[0][0])
        entities.append(
            Entity(id=identifier, document=of.id, schema=Schema.PERSON, caption=forms[0], names=tuple(forms[1:]))
        )
        mentions += [
            Mention(document=of.id, span=span, text=form, form=Form.NAME, entity=identifier) for span, form in places
        ]
    return Reading(
        document=of,
        version="1",
        entities=tuple(entities),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        sentences=tuple(Span(*match.span()) for match in re.finditer(r"\S[^.!?]*[.!?]?", text)),
    )


def entity(of: Reading, caption: str) -> EntityId:
    return next(one.id for one in of.entities if one.caption == caption)


def told(of: Reading, *statements: Statement) -> Reading:
    return replace(of, statements=statements)


def event(of: Reading, words: str, category: Category, actor: str, recipient: str | None = None) -> Statement:
    roles = [(RoleName.ACTOR, actor)] + ([(RoleName.RECIPIENT, recipient)] if recipient else [])
    return Statement(
        document=of.document.id,
        kind=Kind.EVENT,
        detail=EventDetail(category=category),
        span=span_of(of.document.text, words),
        reader="toy",
        reader_version="1",
        roles=tuple(Role(name=role, filler=Filler(text=text)) for role, text in roles),
    )


def meeting(of: Reading) -> Statement:
    return event(of, "Vera Lund met Omar Diallo.", Category.CONSULT, "Vera Lund", "Omar Diallo")


def office(of: Reading, words: str, title: str, person: str) -> Statement:
    return Statement(
        document=of.document.id,
        kind=Kind.OFFICE,
        detail=OfficeDetail(role=title, status=OfficeStatus.CURRENT),
        span=span_of(of.document.text, words),
        reader="toy",
        reader_version="1",
        roles=(Role(name=RoleName.PERSON, filler=Filler(text=person)),),
    )


def judged(
    verdict: Verdict,
    *anchors: Anchor,
    who: str = "ana",
    day: int = 0,
    value: str | None = None,
    field: Field | None = None,
    note: str | None = None,
) -> Judgement:
    return Judgement(
        verdict=verdict,
        who=who,
        at=FIRST_DAY + timedelta(days=day),
        anchors=anchors,
        value=value,
        field=field,
        note=note,
    )


def stated(
    of: Reading,
    words: str,
    parts: Mapping[str, tuple[str, str | None]],
    *,
    who: str = "ana",
    category: Category = Category.CONSULT,
) -> Judgement:
    """That words tell an event; each part with the words that fill it, and what sort of thing they name."""
    text = of.document.text
    spans = [span_of(text, words), *(span_of(text, filling) for filling, _ in parts.values())]
    filled = tuple(
        StatedPart(part=Part(part), schema=Schema(schema) if schema else None) for part, (_, schema) in parts.items()
    )
    event = Stated(kind=Kind.EVENT, detail=EventDetail(category=category), parts=filled)
    return judged(
        Verdict.STATE, *(anchor_of_words(of, span) for span in spans), who=who, value=stated_to_text(event)
    )  # fmt: skip


def undo(judgement: Judgement, *, who: str = "ana", day: int = 100) -> Judgement:
    return Judgement(verdict=Verdict.UNDO, who=who, at=FIRST_DAY + timedelta(days=day), undoes=judgement.id)


def held(*readings: Reading) -> Callable[[Anchor], Reading | None]:
    """The reading of an anchor's document: of its id, else of its name."""

    def find(anchor: Anchor) -> Reading | None:
        by_id = (one for one in readings if one.document.id == anchor.document)
        return next(by_id, None) or next((one for one in readings if one.document.name == anchor.name), None)

    return find


def without(of: Reading, *captions: str) -> Reading:
    """The same document where these things are not read as names."""
    gone = {one.id for one in of.entities if one.caption in captions}
    return replace(
        of,
        entities=tuple(one for one in of.entities if one.id not in gone),
        mentions=tuple(one for one in of.mentions if one.entity not in gone),
    )


def ids(statements: Iterable[Statement]) -> frozenset[str]:
    return frozenset(statement.id for statement in statements)
