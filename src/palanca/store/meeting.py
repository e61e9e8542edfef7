"""Around one thing: what else takes part where it does, and the documents that name it."""

from collections.abc import Iterator

from sqlalchemy import Connection, Select, and_, func, select

from palanca.records import ClaimId, EntityId, Kind, Modality, Review, Schema
from palanca.store.rows import document_of
from palanca.store.schema import claim_parties, claims, documents, entities, identities, things
from palanca.store.statement_rows import PLACE
from palanca.store.surroundings import Naming, Tied, TieOrder

_JOINING = (Kind.EVENT, Kind.TIE, Kind.OFFICE)
_REAL = (Modality.ASSERTED, Modality.REPORTED)
_SURE = 0.5  # what readers doubt more joins nobody, as in the network
_ID_LENGTH = 24


def met(connection: Connection, thing: EntityId) -> Iterator[tuple[EntityId, ClaimId]]:
    """What else takes part in its claims, once for each, by claim."""
    own, other = claim_parties.alias("own"), claim_parties.alias("other")
    beside = and_(other.c.claim == own.c.claim, other.c.identity != own.c.identity, other.c.role != PLACE)
    wanted = (
        select(other.c.identity, own.c.claim)
        .select_from(own)
        .join(other, beside)
        .join(claims, claims.c.id == own.c.claim)
        .where(own.c.identity == thing, own.c.role != PLACE, claims.c.review != Review.REJECTED)
        .distinct()
        .order_by(own.c.claim, other.c.identity)
    )
    for identity, claim in connection.execute(wanted):
        yield EntityId(identity), ClaimId(claim)


def ties(connection: Connection, thing: EntityId, order: TieOrder, offset: int, limit: int | None) -> Iterator[Tied]:
    """In this order, then by the other thing's name, its id, and the channel."""
    tied = _tied(thing).subquery()
    first = {
        TieOrder.CLAIMS: (tied.c.claims.desc(),),
        TieOrder.NAME: (),
        TieOrder.CHANNEL: (tied.c.channel,),
        TieOrder.FIRST: (tied.c.first.is_(None), tied.c.first),
        TieOrder.LAST: (tied.c.last.is_(None), tied.c.last.desc()),
    }[order]
    wanted = (
        select(tied, things.c.caption, things.c.schema)
        .join(things, things.c.id == tied.c.other)
        .order_by(*first, things.c.caption, tied.c.other, tied.c.channel)
    )
    for row in connection.execute(wanted.offset(offset).limit(limit)):
        yield Tied(
            other=EntityId(row.other), caption=row.caption, schema=Schema(row.schema), channel=row.channel,
            claims=row.claims, first=row.first,
            last=row.last, strongest=ClaimId(row.strength[-_ID_LENGTH:]),
        )  # fmt: skip


def count_ties(connection: Connection, thing: EntityId) -> int:
    """How many there are."""
    return connection.execute(select(func.count()).select_from(_tied(thing).subquery())).scalar_one()


def _tied(thing: EntityId) -> Select[*tuple[object, ...]]:
    """A row for each other thing and channel; `strength` tells its sources, then its sureness, and ends on its id."""
    own, other = claim_parties.alias("own"), claim_parties.alias("other")
    channel = func.coalesce(claims.c.channel, claims.c.kind).label("channel")
    strength = func.printf("%08d %.6f %s", claims.c.sources, claims.c.confidence, claims.c.id)
    told = and_(
        claims.c.review != Review.REJECTED, claims.c.kind.in_(_JOINING), claims.c.modality.in_(_REAL),
        claims.c.confidence >= _SURE,
    )  # fmt: skip
    return (
        select(
            other.c.identity.label("other"),
            channel,
            func.count(claims.c.id.distinct()).label("claims"),
            func.min(claims.c.earliest).label("first"),
            func.max(claims.c.latest).label("last"),
            func.max(strength).label("strength"),
        )
        .select_from(own)
        .join(other, and_(other.c.claim == own.c.claim, other.c.identity != own.c.identity, other.c.role != PLACE))
        .join(claims, claims.c.id == own.c.claim)
        .where(own.c.identity == thing, own.c.role != PLACE, told)
        .group_by(other.c.identity, channel)
    )


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
