"""Statements as rows of their three tables, and back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from palanca.records import (
    DocumentId,
    EntityId,
    EventDetail,
    Filler,
    Kind,
    Modality,
    Role,
    RoleName,
    Span,
    Statement,
    StatementId,
)
from palanca.store.codec import detail_from_json, detail_to_json, time_from_text, time_to_text
from palanca.store.rows import AnyRow, Fields, iso_day, padded

PLACE, SPEAKER = "place", "speaker"  # stand beside the role names in `statement_roles`


class Identified(NamedTuple):
    """A statement with its id, which is a hash of all that it says: worked out once for all rows."""

    id: StatementId
    statement: Statement


def statement_rows(told: Iterable[Identified]) -> Iterator[Fields]:
    """Rows of `statements`."""
    for identifier, statement in told:
        time = statement.time
        yield {
            "id": identifier,
            "document": statement.document,
            "kind": statement.kind,
            "category": statement.detail.category if isinstance(statement.detail, EventDetail) else None,
            "modality": statement.modality,
            "detail": detail_to_json(statement.detail),
            "time": time_to_text(time),
            "earliest": iso_day(time.first_day if time else None),
            "latest": iso_day(time.last_day if time else None),
            "start": statement.span.start,
            "end": statement.span.end,
            "reader": statement.reader,
            "reader_version": statement.reader_version,
            "confidence": statement.confidence,
        }


def context_rows(told: Iterable[Identified]) -> Iterator[Fields]:
    """Rows of `statement_contexts`."""
    for identifier, statement in told:
        if isinstance(statement.detail, EventDetail):
            for context in dict.fromkeys(statement.detail.contexts):
                yield {"statement": identifier, "context": context, "document": statement.document}


def role_rows(told: Iterable[Identified], countries: Mapping[EntityId, str | None]) -> Iterator[Fields]:
    """Rows of `statement_roles`; `countries` says where the entities of the document belong."""
    for identifier, statement in told:
        fixed = {"statement": identifier, "document": statement.document}
        for role, ordinal, filler in _fillers(statement):
            country = countries.get(filler.entity) if filler.entity else None
            yield fixed | _filler_fields(filler) | {"role": role, "ordinal": ordinal, "country": country}


def _fillers(statement: Statement) -> Iterator[tuple[str, int, Filler]]:
    for ordinal, role in enumerate(statement.roles):
        yield role.name, ordinal, role.filler
    if statement.place:
        yield PLACE, 0, statement.place
    if statement.speaker:
        yield SPEAKER, 0, statement.speaker


def _filler_fields(filler: Filler) -> Fields:
    return {
        "text": filler.text,
        "folded": padded(filler.text),
        "entity": filler.entity,
        "start": filler.span.start if filler.span else None,
        "end": filler.span.end if filler.span else None,
    }


def statement_of(row: AnyRow, filled: Sequence[AnyRow]) -> Statement:
    """The statement of a row of `statements` and its rows of `statement_roles`, in order of `ordinal`."""
    kind = Kind(row.kind)
    named = {part.role: _filler_of(part) for part in filled if part.role in (PLACE, SPEAKER)}
    roles = tuple(_role_of(part) for part in filled if part.role not in (PLACE, SPEAKER))
    return Statement(
        document=DocumentId(row.document),
        kind=kind,
        detail=detail_from_json(kind, row.detail),
        span=Span(row.start, row.end),
        reader=row.reader,
        reader_version=row.reader_version,
        roles=roles,
        time=time_from_text(row.time),
        place=named.get(PLACE),
        modality=Modality(row.modality),
        speaker=named.get(SPEAKER),
        confidence=row.confidence,
    )


def _filler_of(row: AnyRow) -> Filler:
    span = None if row.start is None else Span(row.start, row.end)
    return Filler(text=row.text, entity=EntityId(row.entity) if row.entity else None, span=span)


def _role_of(row: AnyRow) -> Role:
    return Role(name=RoleName(row.role), filler=_filler_of(row))
