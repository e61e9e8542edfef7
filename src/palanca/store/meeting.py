"""Around one thing: what else takes part where it does, and the documents that name it."""

from collections.abc import Iterator

from sqlalchemy import Connection, Select, and_, case, func, select

from palanca.records import TOLD_AS_SO, ClaimId, EntityId, Kind, Review, Schema
from palanca.records.filter import LEAST_CONFIDENCE
from palanca.store.days import AFTER_ALL, BEFORE_ALL, day_of
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.querying import unindexed
from palanca.store.rows import AnyRow, document_of, iso_day
from palanca.store.schema import documents, entities, identities, things
from palanca.store.statement_rows import PLACE
from palanca.store.surroundings import Naming, Tied, TieOrder

_JOINING = (Kind.EVENT, Kind.TIE, Kind.OFFICE)
_ID_LENGTH = 24


def met(connection: Connection, thing: EntityId) -> Iterator[tuple[EntityId, ClaimId]]:
    """What else takes part in its claims, once for each, by claim."""
    other, claim = indexed_parties.alias("other"), indexed_claims.c
    wanted = (
        select(other.c.thing, claim.id)
        .select_from(indexed_claims)
        .join(other, other.c.claim == claim.key)
        .where(
            claim.key.in_(_claims_of(thing)), other.c.thing != thing, other.c.role != PLACE,
            claim.review != Review.REJECTED,
        )
        .distinct()
        .order_by(claim.id, other.c.thing)
    )  # fmt: skip
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
    other, claim = indexed_parties.alias("other"), indexed_claims.c
    channel = func.coalesce(claim.channel, claim.kind).label("channel")
    strength = func.printf("%08d %.6f %s", claim.sources, claim.confidence, claim.id)
    told = and_(
        claim.review != Review.REJECTED, unindexed(claim.kind).in_(_JOINING), claim.modality.in_(sorted(TOLD_AS_SO)),
        claim.confidence >= LEAST_CONFIDENCE,
    )  # fmt: skip
    return (
        select(
            other.c.thing.label("other"),
            channel,
            func.count(claim.key.distinct()).label("claims"),
            func.min(case((claim.first > BEFORE_ALL, claim.first), else_=AFTER_ALL)).label("first"),
            func.max(case((claim.last < AFTER_ALL, claim.last), else_=BEFORE_ALL)).label("last"),
            func.max(strength).label("strength"),
        )
        .select_from(indexed_claims)
        .join(other, other.c.claim == claim.key)
        .where(claim.key.in_(_claims_of(thing)), other.c.thing != thing, other.c.role != PLACE, told)
        .group_by(other.c.thing, channel)
    )


def _claims_of(thing: EntityId) -> Select[int]:
    """The numbers of the claims in which a thing takes part: asked for as a set, they are looked up in their order.

    In the order of time, as the index of parties has them, each claim was on another page: three times as long.
    """
    own = indexed_parties.alias("own").c
    return select(own.claim).where(own.thing == thing, own.role != PLACE)


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
