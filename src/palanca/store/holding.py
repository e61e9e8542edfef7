"""Claims to offices by their titles and bodies."""

import json

from sqlalchemy import ColumnElement, Connection, Select, Text, column, func, literal_column, or_, select, union_all

from palanca.analysis.incumbents import Incumbents
from palanca.claims.telling import Days
from palanca.records import Kind
from palanca.store import tenure_rows
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


def incumbents(connection: Connection, asked: OfficesAsked, days: Days) -> Incumbents:
    """Who may have held the offices asked for on these days."""
    numbers = days[0].toordinal(), days[1].toordinal()
    return tenure_rows.incumbents(connection, _claims_of(asked), numbers)


def _claims_of(asked: OfficesAsked) -> Select[str] | None:
    """The claims to the offices asked for; None for all that there are."""
    if asked.titles is None and asked.is_of_any_body:
        return None
    claim = indexed_claims.c
    kind = claim.kind if asked.is_of_any_body else unindexed(claim.kind)
    wanted = select(claim.id).where(kind == Kind.OFFICE)
    if asked.titles is not None:
        wanted = wanted.where(claim.sort.in_(_listed(asked.titles)))
    if not asked.is_of_any_body:
        sent = select(claim.id).where(claim.kind == Kind.OFFICE, claim.sort.in_(_listed(asked.sent)))
        wanted = wanted.where(claim.id.in_(union_all(sent, _of_body(asked))))
    return wanted


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
