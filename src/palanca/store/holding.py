"""Claims to offices by their titles and bodies."""

import json
from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Select, Text, column, func, literal_column, or_, select, union_all

from palanca.records import Claim, Kind, Review
from palanca.store.finding import claims_in_order
from palanca.store.index_tables import indexed_claims
from palanca.store.querying import unindexed
from palanca.store.questions import OfficesAsked
from palanca.store.rows import padded
from palanca.store.schema import claim_parties, things
from palanca.store.words import whole_words

# Written out and not bound: only so does the index of bodies answer.
_IS_BODY = claim_parties.c.role == literal_column("'body'")


def office_titles(connection: Connection) -> list[str]:
    """The titles of offices that claims tell of, in order."""
    claim = indexed_claims.c
    told = select(claim.sort).where(claim.kind == Kind.OFFICE).distinct().order_by(claim.sort)
    return list(connection.execute(told).scalars())


def offices(connection: Connection, asked: OfficesAsked) -> Iterator[Claim]:
    """The claims to the offices asked for, by time, then by id."""
    claim = indexed_claims.c
    kind = claim.kind if asked.is_of_any_body else unindexed(claim.kind)
    wanted = select(claim.id).where(kind == Kind.OFFICE, claim.review != Review.REJECTED)
    if asked.titles is not None:
        wanted = wanted.where(claim.sort.in_(_listed(asked.titles)))
    if not asked.is_of_any_body:
        sent = select(claim.id).where(claim.kind == Kind.OFFICE, claim.sort.in_(_listed(asked.sent)))
        wanted = wanted.where(claim.id.in_(union_all(sent, _of_body(asked))))
    yield from claims_in_order(connection, wanted.order_by(unindexed(claim.at), claim.id))


def _of_body(asked: OfficesAsked) -> Select[str]:
    """The claims of which a body is as asked."""
    party = claim_parties.c
    pattern = whole_words(asked.words) if asked.words else None
    is_asked: list[ColumnElement[bool]] = [party.folded.in_(map(padded, asked.called))]
    if asked.country:
        is_asked.append(party.identity.in_(select(things.c.id).where(things.c.country == asked.country)))
    if pattern:
        is_asked.append(party.folded.like(pattern))
    return select(party.claim).where(_IS_BODY, or_(*is_asked))


def _listed(titles: tuple[str, ...]) -> Select[str]:
    """Titles as one bound value: there may be more than a query can bind one by one."""
    return select(func.json_each(json.dumps(titles)).table_valued(column("value", Text)).c.value)
