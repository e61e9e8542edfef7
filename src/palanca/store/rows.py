"""Documents, rejections, entities and mentions as rows of their tables, and back."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from sqlalchemy import Row

from palanca.records import (
    Category,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Form,
    Kind,
    Mention,
    Modality,
    Origin,
    Rejection,
    RoleName,
    Schema,
    Span,
    Time,
)
from palanca.records.ids import content_hash
from palanca.records.names import fold
from palanca.store.codec import (
    numbers_from_json,
    numbers_to_json,
    texts_from_json,
    texts_to_json,
    time_from_text,
    time_to_text,
)
from palanca.store.schema import maybe_storable, storable

_HASHED = ("title", "published", "outlet", "author", "url", "language", "page_starts")  # in this order
_ALIKE_AT_HAND = 1_024  # the same is known of most rows of a register

PLAIN: Mapping[str, str] = {
    word: word.value for words in (Schema, Form, Kind, Modality, Category, RoleName) for word in words
}
"""Words of closed choices as plain strings, found faster than the value that each has."""

type Value = str | int | float | None
type AnyRow = Row[*tuple[object, ...]]
type Fields = dict[str, Value]
type StoredRow = tuple[Value, ...]
"""The values of a row in the order of its table's columns, as the database holds them: see `schema.storable`."""


def origin_fields(origin: Origin) -> Fields:
    """The columns that `documents`, `appearances` and `rejections` share."""
    return {
        "origin_path": origin.path,
        "origin_sha256": origin.bytes_sha256,
        "origin_media_type": origin.media_type,
        "origin_member": origin.member,
        "origin_row": origin.row,
    }


def _metadata_fields(document: Document) -> Fields:
    return {
        "title": document.title,
        "published": time_to_text(document.published),
        "outlet": document.outlet,
        "author": document.author,
        "url": document.url,
        "language": document.language,
        "page_starts": numbers_to_json(document.page_starts),
    }


def metadata_hash(document: Document) -> str:
    """A hash of what is known about a text, which a reading depends on. Name and origin are left out."""
    known = _metadata_fields(document)
    return _hash_of(tuple([known[name] for name in _HASHED]), document.register)


@lru_cache(maxsize=_ALIKE_AT_HAND)
def _hash_of(metadata: tuple[Value, ...], register: str | None) -> str:
    return content_hash("metadata", *metadata, *((register,) if register else ()))


def description_fields(document: Document) -> Fields:
    """The columns that `documents` and `appearances` share."""
    return _metadata_fields(document) | origin_fields(document.origin) | {"register": document.register}


def document_fields(document: Document) -> Fields:
    """A row of `documents`, except id, text, `current` and `added_at`."""
    description = description_fields(document)
    hashed = _hash_of(tuple([description[name] for name in _HASHED]), document.register)
    day = _first_known_day(document.published)
    return {"name": document.name, "published_day": day, "metadata_hash": hashed} | description


def _first_known_day(time: Time | None) -> str | None:
    day = time and (time.first_day or time.last_day)
    return iso_day(day or None)


def iso_day(day: date | None) -> str | None:
    """`2024-05-01`, which sorts as days do; None stays None."""
    return day.isoformat() if day else None


def document_of(row: AnyRow, text: str) -> Document:
    """The document of a row of `documents` or `appearances`."""
    return Document(
        name=row.name,
        text=text,
        origin=_origin_of(row),
        title=row.title,
        published=time_from_text(row.published),
        outlet=row.outlet,
        author=row.author,
        url=row.url,
        language=row.language,
        page_starts=numbers_from_json(row.page_starts),
        register=row.register,
    )


def _origin_of(row: AnyRow) -> Origin:
    return Origin(
        path=row.origin_path,
        bytes_sha256=row.origin_sha256,
        media_type=row.origin_media_type,
        member=row.origin_member,
        row=row.origin_row,
    )


def rejection_of(row: AnyRow) -> Rejection:
    """The rejection of a row of `rejections`."""
    return Rejection(origin=_origin_of(row), reason=row.reason)


def entity_rows(entities: Iterable[Entity], first: int = 0) -> Iterator[StoredRow]:
    """Rows of `entities`, in order of appearance, numbered from `first`."""
    for ordinal, entity in enumerate(entities, first):
        yield (
            entity.id,
            entity.document,
            ordinal,
            PLAIN[entity.schema],
            storable(entity.caption),
            storable(texts_to_json(entity.names)) if entity.names else "[]",
            maybe_storable(entity.country),
            entity.confidence,
            storable(texts_to_json(entity.identifiers)) if entity.identifiers else "[]",
            maybe_storable(entity.lister),
        )


def entity_name_rows(entities: Iterable[Entity]) -> Iterator[StoredRow]:
    """Rows of `entity_names`: every form of every name once."""
    for entity in entities:
        if not entity.names:  # as most
            yield entity.id, storable(padded(entity.caption)), entity.document
            continue
        for name in dict.fromkeys(map(padded, (entity.caption, *entity.names))):
            yield entity.id, storable(name), entity.document


def entity_of(row: AnyRow) -> Entity:
    """The entity of a row of `entities`."""
    return Entity(
        id=EntityId(row.id),
        document=DocumentId(row.document),
        schema=Schema(row.schema),
        caption=row.caption,
        names=texts_from_json(row.names),
        country=row.country,
        confidence=row.confidence,
        identifiers=texts_from_json(row.identifiers),
        lister=row.lister,
    )


def mention_rows(mentions: Iterable[Mention]) -> Iterator[StoredRow]:
    """Rows of `mentions`."""
    for mention in mentions:
        span, words = mention.span, storable(mention.text)
        yield mention.document, span.start, span.end, words, PLAIN[mention.form], mention.entity


def mention_of(row: AnyRow) -> Mention:
    """The mention of a row of `mentions`."""
    return Mention(
        document=DocumentId(row.document),
        span=Span(row.start, row.end),
        text=row.text,
        form=Form(row.form),
        entity=EntityId(row.entity),
    )


def padded(name: str) -> str:
    """The folded name between spaces, so that whole words of it are found by one LIKE."""
    return f" {fold(name)} "
