"""What goes from one to another, and what is measured of one alone: of quantities only what can tell it is read."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from palanca.records import Claim, Detail, Kind, RoleName, Time
from palanca.store.bare_rows import rows_of
from palanca.store.codec import detail_from_json, time_from_text
from palanca.store.finding import find_claims
from palanca.store.index_tables import indexed_claims, indexed_evidence, indexed_parties
from palanca.store.pages import Page
from palanca.store.querying import Condition
from palanca.store.schema import as_stored, claims


def flows(connection: Connection, passed: Condition) -> Iterator[Claim]:
    """See `Questions.flows`. Statements of one claim may name others than it does: it is read if there are several."""
    evidence = indexed_evidence.c
    is_told_again = exists().where(evidence.claim == indexed_claims.c.key, evidence.ordinal == 1)
    yield from find_claims(
        connection, passed & or_(_names(RoleName.SOURCE) & _names(RoleName.TARGET), is_told_again), Page()
    )


def measured(connection: Connection, passed: Condition) -> Iterator[tuple[Detail, Time | None]]:
    """See `Questions.measured`."""
    index, claim = indexed_claims.c, claims.c
    told = (
        select(claim.detail, claim.time)
        .select_from(indexed_claims)
        .join(claims, claim.id == index.id)
        .where(passed, index.kind == Kind.QUANTITY, ~_names(RoleName.SOURCE), ~_names(RoleName.TARGET))
        .order_by(index.at, index.id)
    )
    for detail, time in rows_of(connection, told):
        yield detail_from_json(Kind.QUANTITY, as_stored(detail)), time_from_text(time)


def _names(role: RoleName) -> ColumnElement[bool]:
    """That somebody fills a role of a claim."""
    party = indexed_parties.c
    return exists().where(party.claim == indexed_claims.c.key, party.role == role)
