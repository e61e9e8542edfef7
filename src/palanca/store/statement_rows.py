"""Statements as rows of their three tables, and back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from palanca.records import (
    DocumentId,
    EntityId,
    EventDetail,
    Filler,
    Kind,
    Modality,
    Role,
    RoleName,
    Statement,
    StatementId,
    Time,
)
from palanca.records.span import span_at
from palanca.store.codec import detail_from_json, detail_to_json, time_from_text, time_to_text
from palanca.store.rows import PLAIN, StoredRow, iso_day, padded
from palanca.store.schema import as_stored, maybe_storable, storable

_TIMES_AT_HAND = 4_096  # rows of a register tell of the same days

PLACE, SPEAKER = "place", "speaker"  # stand beside the role names in `statement_roles`
_ROLE_NAMES = {name.value: name for name in RoleName}


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
            PLAIN[statement.kind],
            PLAIN[detail.category] if isinstance(detail, EventDetail) else None,
            PLAIN[statement.modality],
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
    """Rows of `statement_roles`; `countries` says where the entities of the documents belong."""
    for identifier, statement in told:
        document = statement.document
        for role, ordinal, filler in _fillers(statement):
            text, entity, span = filler.text, filler.entity, filler.span
            start, end = (span.start, span.end) if span else (None, None)
            country = maybe_storable(countries.get(entity)) if entity else None
            yield (
                identifier, role, ordinal, storable(text), storable(padded(text)), entity, start, end, country, document
            )  # fmt: skip


def _fillers(statement: Statement) -> Sequence[tuple[str, int, Filler]]:
    found = [(PLAIN[role.name], ordinal, role.filler) for ordinal, role in enumerate(statement.roles)]
    if statement.place:
        found.append((PLACE, 0, statement.place))
    if statement.speaker:
        found.append((SPEAKER, 0, statement.speaker))
    return found


type Filled = tuple[str, Filler]
"""A role by its name in `statement_roles`, with who fills it."""


def statement_of(row: Sequence[Any], filled: Sequence[Filled]) -> Statement:
    """The statement of a row of `statements`, by its columns, and of what fills its roles, in order of `ordinal`."""
    identifier, document, kind_name, _, modality, detail, time, _, _, start, end, reader, version, confidence = row
    kind, named = Kind(kind_name), dict(filled)
    return Statement(
        document=DocumentId(document),
        kind=kind,
        detail=detail_from_json(kind, detail),
        span=span_at(start, end),
        reader=reader,
        reader_version=version,
        roles=tuple([Role(name=_ROLE_NAMES[role], filler=filler) for role, filler in filled if role in _ROLE_NAMES]),
        time=time_from_text(time),
        place=named.get(PLACE),
        modality=Modality(modality),
        speaker=named.get(SPEAKER),
        confidence=confidence,
    ).known_as(StatementId(identifier))


def filler_of(text: str, entity: str | None, start: int | None, end: int | None) -> Filler:
    """Who fills a role, of the values of its row in `statement_roles`."""
    span = None if start is None or end is None else span_at(start, end)
    return Filler(text=as_stored(text), entity=EntityId(entity) if entity else None, span=span)
