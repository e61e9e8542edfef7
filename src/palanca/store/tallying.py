"""Counting over the index of claims: which power did what towards whom, and how much was published when."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import batched, groupby
from operator import itemgetter

from sqlalchemy import Connection, and_, func, literal_column, or_, select

from palanca.analysis.matrix import Columns, Told
from palanca.claims.event_groups import MUTUAL
from palanca.records import Category, ClaimId, RoleName
from palanca.records.query import Query
from palanca.store.days import certain_year
from palanca.store.index_tables import (
    indexed_claims,
    indexed_documents,
    indexed_evidence,
    indexed_parties,
    indexed_sources,
)
from palanca.store.querying import passing
from palanca.store.schema import documents
from palanca.store.statement_rows import PLACE

_CURRENT = documents.c.current == literal_column("1")  # a value that is bound would not let an index answer alone
_BATCH = 500  # below the 999 values that old builds of SQLite bind


def tally(connection: Connection, query: Query, host: str, columns: Columns) -> Iterator[Told]:
    """Each claim that passes in which another country acts and the host takes part, once a power and column.

    Where it does not matter who is told as acting (`MUTUAL`), either may be.
    """
    actor, acted = indexed_parties.alias("actor"), indexed_parties.alias("acted")
    claim = indexed_claims.c
    column = claim.channel if columns is Columns.CHANNEL else func.coalesce(acted.c.branch, "")
    told = (
        select(claim.key, claim.id, actor.c.country, column.label("column"), claim.first, claim.last, claim.category)
        .select_from(acted)
        .join(actor, and_(actor.c.claim == acted.c.claim, actor.c.country != host, actor.c.role != PLACE))
        .join(indexed_claims, claim.key == acted.c.claim)
        .where(acted.c.country == host, acted.c.role != PLACE, passing(query))
        .where(or_(actor.c.role == RoleName.ACTOR, claim.category.in_(MUTUAL)))
        .distinct()
    )
    rows = connection.execute(told.order_by(actor.c.country, column, claim.id)).all()
    telling = _telling(connection, sorted({row.key for row in rows}))
    for row in rows:
        documents, of_sources = telling[row.key]
        yield Told(
            claim=ClaimId(row.id),
            power=row.country,
            column=row.column,
            year=certain_year(row.first, row.last),
            category=Category(row.category),
            documents=documents,
            sources=of_sources,
        )


type _Telling = tuple[frozenset[str], frozenset[str]]


def _telling(connection: Connection, keys: Sequence[int]) -> dict[int, _Telling]:
    """The documents that tell each of these claims, and their sources; a document of no known one is its own."""
    evidence, document = indexed_evidence.c, indexed_documents.c
    source = func.coalesce(indexed_sources.c.name, document.id)
    known = (
        select(evidence.claim, document.id, source)
        .join(indexed_documents, document.key == evidence.document)
        .join(indexed_sources, indexed_sources.c.key == document.source, isouter=True)
    )
    found: dict[int, _Telling] = {}
    for several in batched(keys, _BATCH):
        rows = connection.execute(known.where(evidence.claim.in_(several)).order_by(evidence.claim))
        for key, told in groupby(rows, key=itemgetter(0)):
            documents, of_sources = zip(*((row[1], row[2]) for row in told), strict=True)
            found[key] = frozenset(documents), frozenset(of_sources)
    return found


def count_documents(connection: Connection) -> int:
    """How many current documents there are."""
    current = select(func.count()).select_from(documents).where(_CURRENT)
    return connection.execute(current).scalar_one()


def count_published(connection: Connection, first: date, last: date) -> int:
    """How many current documents were published between two days, both included, as far as that is told.

    What tells only a month or a year counts on its first day.
    """
    day = documents.c.published_day
    within = and_(day >= first.isoformat(), day <= last.isoformat())
    return connection.execute(select(func.count()).select_from(documents).where(_CURRENT, within)).scalar_one()
