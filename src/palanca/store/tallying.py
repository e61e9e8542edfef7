"""Counting over the index of claims: which power did what towards whom, and how much was published when."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, and_, case, func, or_, select

from palanca.analysis.matrix import Columns, Told
from palanca.claims.event_groups import MUTUAL
from palanca.records import Category, ClaimId, RoleName
from palanca.records.query import Query
from palanca.store.querying import passing
from palanca.store.schema import claim_evidence, claim_parties, claims, documents, sources
from palanca.store.statement_rows import PLACE

_BETWEEN = "\x1f"  # between values that are gathered: it stands in no id, and in no name that is read


def tally(connection: Connection, query: Query, host: str, columns: Columns) -> Iterator[Told]:
    """Each claim that passes in which another country acts and the host takes part, once a power and column.

    Where it does not matter who is told as acting (`MUTUAL`), either may be.
    """
    actor, acted = claim_parties.alias("actor"), claim_parties.alias("acted")
    column = claims.c.channel if columns is Columns.CHANNEL else func.coalesce(acted.c.branch, "")
    year = func.substr(claims.c.earliest, 1, 4)
    certain = case((year == func.substr(claims.c.latest, 1, 4), year))
    pairs = (
        select(claims.c.id, actor.c.country, column.label("column"), certain.label("year"), claims.c.category)
        .select_from(acted)
        .join(actor, and_(actor.c.claim == acted.c.claim, actor.c.country != host, actor.c.role != PLACE))
        .join(claims, claims.c.id == acted.c.claim)
        .where(acted.c.country == host, acted.c.role != PLACE, passing(query))
        .where(or_(actor.c.role == RoleName.ACTOR, claims.c.category.in_(MUTUAL)))
        .distinct()
        .subquery()
    )
    told = (
        select(
            pairs,
            func.group_concat(claim_evidence.c.document, _BETWEEN).label("documents"),
            func.group_concat(func.coalesce(sources.c.source, claim_evidence.c.document), _BETWEEN).label("sources"),
        )
        .join(claim_evidence, claim_evidence.c.claim == pairs.c.id)
        .join(sources, sources.c.document == claim_evidence.c.document, isouter=True)
        .group_by(pairs.c.id, pairs.c.country, pairs.c.column)
        .order_by(pairs.c.country, pairs.c.column, pairs.c.id)
    )
    for row in connection.execute(told):
        yield Told(
            claim=ClaimId(row.id),
            power=row.country,
            column=row.column,
            year=int(row.year) if row.year else None,
            category=Category(row.category),
            documents=frozenset(row.documents.split(_BETWEEN)),
            sources=frozenset(row.sources.split(_BETWEEN)),
        )


def count_documents(connection: Connection) -> int:
    """How many current documents there are."""
    current = select(func.count()).select_from(documents).where(documents.c.current == 1)
    return connection.execute(current).scalar_one()


def count_published(connection: Connection, first: date, last: date) -> int:
    """How many current documents were published between two days, both included, as far as that is told.

    What tells only a month or a year counts on its first day.
    """
    day = documents.c.published_day
    within = and_(day >= first.isoformat(), day <= last.isoformat())
    return connection.execute(
        select(func.count()).select_from(documents).where(documents.c.current == 1, within)
    ).scalar_one()
