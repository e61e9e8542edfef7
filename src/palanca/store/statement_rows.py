"""Statements as rows of their three tables, and back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
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
    Time,
)
from palanca.store.codec import detail_from_json, detail_to_json, time_from_text, time_to_text
from palanca.store.rows import AnyRow, StoredRow, iso_day, padded
from palanca.store.schema import maybe_storable, storable

_TIMES_AT_HAND = 4_096  # rows of a register tell of the same days

PLACE, SPEAKER = "place", "speaker"  # stand beside the role names in `statement_roles`


class Identified(NamedTuple):
    """A statement with its id, which is a hash of all that it says: worked out once for all rows."""

    id: StatementId
    statement: Statement


def statement_rows(told: Iterable[Identified]) -> Iterator[StoredRow]:
    """Rows of `statements`."""
    for identifier, statement in told:
        detail = statement.detail
        yield (
            identifier,
            statement.document,
            statement.kind.value,
            detail.category.value if isinstance(detail, EventDetail) else None,
            statement.modality.value,
            storable(detail_to_json(detail)),
            *_days(statement.time),
            statement.span.start,
            statement.span.end,
            storable(statement.reader),
            storable(statement.reader_version),
            statement.confidence,
        )


@lru_cache(maxsize=_TIMES_AT_HAND)
def _days(time: Time | None) -> tuple[str | None, str | None, str | None]:
    """A time, and its first and last day."""
    return time_to_text(time), iso_day(time.first_day if time else None), iso_day(time.last_day if time else None)


def context_rows(told: Iterable[Identified]) -> Iterator[StoredRow]:
    """Rows of `statement_contexts`."""
    for identifier, statement in told:
        if isinstance(statement.detail, EventDetail):
            for context in dict.fromkeys(statement.detail.contexts):
                yield identifier, context.value, statement.document


def role_rows(told: Iterable[Identified], countries: Mapping[EntityId, str | None]) -> Iterator[StoredRow]:
    """Rows of `statement_roles`; `countries` says where the entities of the document belong."""
    for identifier, statement in told:
        for role, ordinal, filler in _fillers(statement):
            entity, span = filler.entity, filler.span
            yield (
                identifier,
                role,
                ordinal,
                storable(filler.text),
                storable(padded(filler.text)),
                entity,
                span.start if span else None,
                span.end if span else None,
                maybe_storable(countries.get(entity)) if entity else None,
                statement.document,
            )


def _fillers(statement: Statement) -> Iterator[tuple[str, int, Filler]]:
    for ordinal, role in enumerate(statement.roles):
        yield role.name.value, ordinal, role.filler
    if statement.place:
        yield PLACE, 0, statement.place
    if statement.speaker:
        yield SPEAKER, 0, statement.speaker


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
