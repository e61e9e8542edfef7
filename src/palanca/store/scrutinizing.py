"""What an audit asks, in the transaction of a connection: found on the index, and only what is needed read whole."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import batched, combinations, groupby
from operator import itemgetter

from sqlalchemy import Connection, and_, exists, func, or_, select

from palanca.records import Claim, DocumentId, EntityId, Review
from palanca.records.query import Query
from palanca.store.codec import time_from_text
from palanca.store.finding import claims_in_order
from palanca.store.index_tables import indexed_claims, indexed_documents, indexed_evidence, indexed_parties
from palanca.store.listing import listed
from palanca.store.querying import passing
from palanca.store.schema import claim_evidence, documents, identities, statement_roles
from palanca.store.statement_rows import PLACE

_BATCH = 900  # below the 999 values that old builds of SQLite bind
_JULIAN = 1_721_424.5  # the Julian day on which the first day of `date.toordinal` begins, less one

type _Pair = tuple[EntityId, EntityId]


def news(connection: Connection, query: Query, days: int) -> Iterator[Claim]:
    """In the order of their numbers."""
    claim, evidence = indexed_claims.c, indexed_evidence.c
    day = func.julianday(documents.c.published_day) - _JULIAN
    begins = (claim.first, claim.begins_first, claim.ends_first)
    telling = (
        exists()
        .where(evidence.claim == claim.key, indexed_documents.c.key == evidence.document)
        .where(documents.c.id == indexed_documents.c.id, or_(*(and_(one >= day - days, one <= day) for one in begins)))
    )
    yield from claims_in_order(connection, select(claim.id).where(passing(query), telling).order_by(claim.key))


def naming_any(connection: Connection, things: Collection[EntityId]) -> Iterator[Claim]:
    """By id."""
    members = select(identities.c.entity).where(identities.c.identity.in_(listed(things)))
    naming = select(statement_roles.c.statement).where(statement_roles.c.entity.in_(members))
    told = select(claim_evidence.c.claim).where(claim_evidence.c.statement.in_(naming))
    claim = indexed_claims.c
    wanted = select(claim.id).where(claim.id.in_(told), claim.review != Review.REJECTED)
    yield from claims_in_order(connection, wanted.order_by(claim.id))


def told_together(connection: Connection, pairs: Collection[_Pair]) -> dict[_Pair, set[DocumentId]]:
    """The parties are looked through once for all pairs: one that is named in every tenth claim is in many pairs."""
    wanted, party = set(pairs), indexed_parties.c
    things = {end for pair in wanted for end in pair}
    named = select(party.claim, party.thing).where(party.thing.in_(listed(things)), party.role != PLACE)
    of_claim: dict[int, list[_Pair]] = {}
    for claim, rows in groupby(connection.execute(named.order_by(party.claim)), key=itemgetter(0)):
        both = combinations(sorted({EntityId(thing) for _, thing in rows}), 2)
        if found := [pair for pair in both if pair in wanted]:
            of_claim[claim] = found
    telling: dict[_Pair, set[DocumentId]] = {}
    for claim, document in _told(connection, of_claim):
        for pair in of_claim[claim]:
            telling.setdefault(pair, set()).add(document)
    return telling


def _told(connection: Connection, claims: Collection[int]) -> Iterator[tuple[int, DocumentId]]:
    """The documents that tell these claims, of those that nobody rejected."""
    evidence, document, claim = indexed_evidence.c, indexed_documents.c, indexed_claims.c
    told = select(evidence.claim, document.id).where(
        document.key == evidence.document, claim.key == evidence.claim, claim.review != Review.REJECTED
    )
    for several in batched(claims, _BATCH):
        for key, identifier in connection.execute(told.where(evidence.claim.in_(several))):
            yield key, DocumentId(identifier)


def newest_told(connection: Connection) -> date | None:
    """Of all that is told of publication, each wording looked at once."""
    claim, evidence = indexed_claims.c, indexed_evidence.c
    tells = exists().where(
        indexed_documents.c.id == documents.c.id,
        evidence.document == indexed_documents.c.key,
        claim.key == evidence.claim,
        claim.review != Review.REJECTED,
    )
    told = select(documents.c.published).where(documents.c.published.is_not(None), tells).distinct()
    times = (time_from_text(text) for text in connection.execute(told).scalars())
    return max((time.last_day for time in times if time and time.last_day), default=None)
