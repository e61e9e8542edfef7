"""Around one thing: what else takes part where it does, and the documents that name it."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select
from sqlalchemy.sql.expression import FromClause

from palanca.records import ClaimId, EntityId, Kind, Modality, Review, Schema
from palanca.store.days import AFTER_ALL, BEFORE_ALL, day_of
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.rows import AnyRow, document_of, iso_day
from palanca.store.schema import documents, entities, identities, things
from palanca.store.statement_rows import PLACE
from palanca.store.surroundings import Naming, Tied, TieOrder

_JOINING = (Kind.EVENT, Kind.TIE, Kind.OFFICE)
_REAL = (Modality.ASSERTED, Modality.REPORTED)
_SURE = 0.5  # what readers doubt more joins nobody, as in the network
_ID_LENGTH = 24


def met(connection: Connection, thing: EntityId) -> Iterator[tuple[EntityId, ClaimId]]:
    """What else takes part in its claims, once for each, by claim."""
    own, other, claim = indexed_parties.alias("own"), indexed_parties.alias("other"), indexed_claims.c
    wanted = (
        select(other.c.thing, claim.id)
        .select_from(own)
        .join(other, _beside(own, other))
        .join(indexed_claims, claim.key == own.c.claim)
        .where(own.c.thing == thing, own.c.role != PLACE, claim.review != Review.REJECTED)
        .distinct()
        .order_by(claim.id, other.c.thing)
    )
    for identity, claim in connection.execute(wanted):
        yield EntityId(identity), ClaimId(claim)


def ties(
    connection: Connection, thing: EntityId, order: TieOrder, offset: int, limit: int | None
) -> tuple[list[Tied], int]:
    """In this order, then by the other thing's name, its id, and the channel; with how many there are in all."""
    tied = _tied(thing).subquery()
    first = {
        TieOrder.CLAIMS: (tied.c.claims.desc(),),
        TieOrder.NAME: (),
        TieOrder.CHANNEL: (tied.c.channel,),
        TieOrder.FIRST: (tied.c.first,),
        TieOrder.LAST: (tied.c.last.desc(),),
    }[order]
    joined = select(tied, things.c.caption, things.c.schema).join(things, things.c.id == tied.c.other)
    counted = joined.add_columns(func.count().over().label("of"))
    in_order = counted.order_by(*first, things.c.caption, tied.c.other, tied.c.channel)
    rows = connection.execute(in_order.offset(offset).limit(limit)).all()
    if not rows and offset:
        return [], ties(connection, thing, order, 0, 1)[1]
    return list(map(_shown, rows)), rows[0].of if rows else 0


def _shown(row: AnyRow) -> Tied:
    return Tied(
        other=EntityId(row.other), caption=row.caption, schema=Schema(row.schema), channel=row.channel,
        claims=row.claims, first=iso_day(day_of(row.first)), last=iso_day(day_of(row.last)),
        strongest=ClaimId(row.strength[-_ID_LENGTH:]),
    )  # fmt: skip


def _tied(thing: EntityId) -> Select[*tuple[object, ...]]:
    """A row for each other thing and channel; `strength` tells its sources, then its sureness, and ends on its id.

    `first` and `last` are days as numbers; a day that is not known is not the first, nor the last, where another is.
    """
    own, other, claim = indexed_parties.alias("own"), indexed_parties.alias("other"), indexed_claims.c
    channel = func.coalesce(claim.channel, claim.kind).label("channel")
    strength = func.printf("%08d %.6f %s", claim.sources, claim.confidence, claim.id)
    told = and_(
        claim.review != Review.REJECTED, claim.kind.in_(_JOINING), claim.modality.in_(_REAL), claim.confidence >= _SURE
    )
    return (
        select(
            other.c.thing.label("other"),
            channel,
            func.count(claim.key.distinct()).label("claims"),
            func.min(case((claim.first > BEFORE_ALL, claim.first), else_=AFTER_ALL)).label("first"),
            func.max(case((claim.last < AFTER_ALL, claim.last), else_=BEFORE_ALL)).label("last"),
            func.max(strength).label("strength"),
        )
        .select_from(own)
        .join(other, _beside(own, other))
        .join(indexed_claims, claim.key == own.c.claim)
        .where(own.c.thing == thing, own.c.role != PLACE, told)
        .group_by(other.c.thing, channel)
    )


def _beside(own: FromClause, other: FromClause) -> ColumnElement[bool]:
    """That another thing takes part in the same claim."""
    return and_(other.c.claim == own.c.claim, other.c.thing != own.c.thing, other.c.role != PLACE)


def naming(connection: Connection, thing: EntityId, offset: int, limit: int | None) -> Iterator[Naming]:
    """By publication (unknown last), then name, then as the document names its entities."""
    wanted = (
        select(documents, entities.c.id.label("entity"), entities.c.caption)
        .join(entities, entities.c.document == documents.c.id)
        .join(identities, identities.c.entity == entities.c.id)
        .where(documents.c.current == 1, identities.c.identity == thing)
        .order_by(documents.c.published_day.is_(None), documents.c.published_day, documents.c.name, entities.c.ordinal)
    )
    for row in connection.execute(wanted.offset(offset).limit(limit)):
        yield Naming(document=document_of(row, row.text), entity=EntityId(row.entity), caption=row.caption)
