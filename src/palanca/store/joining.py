"""What makes the edges of a network, streamed from the index: a million claims are never in memory at once."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import batched, groupby
from operator import itemgetter

from sqlalchemy import Connection, Select, Text, column, func, select

from palanca.analysis.networks.joining import Bond, Joining, interval
from palanca.records import (
    Category,
    ClaimId,
    Detail,
    DocumentId,
    EntityId,
    EventDetail,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Modality,
    Review,
    TieDetail,
    TieKind,
)
from palanca.store.codec import detail_from_json
from palanca.store.days import day_of
from palanca.store.index_tables import indexed_claims, indexed_documents, indexed_evidence, indexed_parties
from palanca.store.rows import AnyRow
from palanca.store.schema import claims
from palanca.store.statement_rows import PLACE

_BATCH = 900  # below the 999 values that old builds of SQLite bind

COLUMNS = tuple(
    indexed_claims.c[name]
    for name in ("key", "id", "kind", "category", "channel", "sort", "modality", "review", "first", "last", "sources",
                 "confidence")
)  # fmt: skip
"""What is read of a claim."""

type _ByClaim[Value] = Mapping[int, tuple[Value, ...]]


def joinings(connection: Connection, wanted: Select[str]) -> Iterator[Joining]:
    """As much of the claims of a query over `indexed_claims` as makes edges, in the order of their numbers.

    Of the detail only what an edge shows is told, but for offices, which have theirs whole.
    """
    rows = connection.execute(wanted.with_only_columns(*COLUMNS).order_by(None).order_by(indexed_claims.c.key))
    for batch in batched(rows, _BATCH):
        keys = [row.key for row in batch]
        bonds, documents = _bonds(connection, keys), _documents(connection, keys)
        for row, detail in _detailed(connection, batch):
            yield _joining(row, detail, bonds.get(row.key, ()), documents.get(row.key, ()))


def bare_joinings(connection: Connection, rows: Iterable[AnyRow]) -> Iterator[tuple[AnyRow, Joining]]:
    """The same of rows that hold `COLUMNS` among others, in their order, without who takes part and who tells it."""
    for batch in batched(rows, _BATCH):
        for row, detail in _detailed(connection, batch):
            yield row, _joining(row, detail, (), ())


def _detailed(connection: Connection, rows: Sequence[AnyRow]) -> Iterator[tuple[AnyRow, Detail]]:
    offices = _offices(connection, [row.id for row in rows if row.kind == Kind.OFFICE])
    for row in rows:
        yield row, offices[row.id] if row.kind == Kind.OFFICE else _detail(row.kind, row.category or row.sort)


def about(wanted: Select[str], things: Collection[EntityId], least: int) -> Select[str]:
    """Those of a query over `indexed_claims` in which so many of these things fill a role."""
    party = indexed_parties.c
    listed = select(func.json_each(json.dumps(sorted(things))).table_valued(column("value", Text)).c.value)
    filling = select(party.claim).where(party.thing.in_(listed), party.role != PLACE)
    if least > 1:
        filling = filling.group_by(party.claim).having(func.count(party.thing.distinct()) >= least)
    return wanted.where(indexed_claims.c.key.in_(filling))


def _joining(row: AnyRow, detail: Detail, bonds: tuple[Bond, ...], documents: tuple[DocumentId, ...]) -> Joining:
    return Joining(
        id=ClaimId(row.id),
        kind=Kind(row.kind),
        detail=detail,
        channel=row.channel,
        modality=Modality(row.modality),
        review=Review(row.review),
        interval=interval(detail, (day_of(row.first), day_of(row.last))),
        sources=row.sources,
        confidence=row.confidence,
        bonds=bonds,
        documents=documents,
    )


def _bonds(connection: Connection, keys: Sequence[int]) -> _ByClaim[Bond]:
    party = indexed_parties.c
    wanted = select(party.claim, party.role, party.thing).where(party.claim.in_(keys))
    rows = connection.execute(wanted.order_by(party.claim, party.ordinal))
    return {
        key: tuple(Bond(role, EntityId(thing) if thing else None) for _, role, thing in told)
        for key, told in groupby(rows, key=itemgetter(0))
    }


def _documents(connection: Connection, keys: Sequence[int]) -> _ByClaim[DocumentId]:
    evidence, document = indexed_evidence.c, indexed_documents.c
    wanted = select(evidence.claim, document.id).join(indexed_documents, document.key == evidence.document)
    rows = connection.execute(wanted.where(evidence.claim.in_(keys)).order_by(evidence.claim))
    return {key: tuple(DocumentId(document) for _, document in told) for key, told in groupby(rows, key=itemgetter(0))}


def _offices(connection: Connection, ids: Sequence[str]) -> Mapping[str, Detail]:
    if not ids:
        return {}
    rows = connection.execute(select(claims.c.id, claims.c.detail).where(claims.c.id.in_(ids)))
    return {row.id: detail_from_json(Kind.OFFICE, row.detail) for row in rows}


@cache
def _detail(kind: str, way: str) -> Detail:
    """That of a claim that is no office, by its category or what it is within its kind."""
    match Kind(kind):
        case Kind.EVENT:
            return EventDetail(category=Category(way))
        case Kind.TIE:
            return TieDetail(kind=TieKind(way))
        case Kind.INSTRUMENT:
            return InstrumentDetail(kind=InstrumentKind(way), title="")
        case other:
            raise ValueError(f"a claim of kind {other} joins nobody")
