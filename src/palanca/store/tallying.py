"""Counting over the index of claims: which power did what towards whom, and how much was published when."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, and_, exists, func, literal_column, not_, or_, select
from sqlalchemy.sql.expression import FromClause

from palanca.analysis.matrix import Columns, Told
from palanca.claims.event_groups import JOURNEYS, MUTUAL
from palanca.records import Category, ClaimId, Kind, RoleName
from palanca.records.query import Query
from palanca.store.bare_rows import columns_of, rows_of
from palanca.store.days import certain_year
from palanca.store.index_tables import (
    indexed_claims,
    indexed_documents,
    indexed_evidence,
    indexed_parties,
)
from palanca.store.listing import listed_numbers
from palanca.store.locating import most_met
from palanca.store.querying import passing
from palanca.store.schema import documents

_CURRENT = documents.c.current == literal_column("1")  # a value that is bound would not let an index answer alone
_ENDS = (RoleName.ACTOR, RoleName.RECIPIENT)
_CATEGORIES = {str(one): one for one in Category}


def tally(connection: Connection, query: Query, host: str, columns: Columns) -> Iterator[Told]:
    """Each claim that passes in which another country does something to the host or with it, once a power and column.

    A power acts on the host, or both act together and on nobody else (in acts that are `MUTUAL`, whoever else is
    there), or they meet, the host being told first. What the host does to a power alone, such as a journey or a
    promise, is no act of the power; nor is what both do to a third.
    """
    actor, acted = indexed_parties.alias("actor"), indexed_parties.alias("acted")
    claim = indexed_claims.c
    shown = claim.channel if columns is Columns.CHANNEL else func.coalesce(acted.c.branch, "")
    told = (
        select(claim.key, claim.id, actor.c.country, shown.label("column"), claim.first, claim.last, claim.category)
        .select_from(acted)
        .join(actor, and_(actor.c.claim == acted.c.claim, actor.c.country != host, actor.c.role.in_(_ENDS)))
        .join(indexed_claims, claim.key == acted.c.claim)
        .where(_is_of(acted, host), passing(query), _deals_with(actor, acted))
        .order_by(actor.c.country, shown, claim.id)
    )
    rows = [row for row, _ in groupby(rows_of(connection, told))]  # several of a country may act together
    telling = _telling(connection, {row[0] for row in rows})
    for key, identifier, country, in_column, first, last, category in rows:
        documents, of_sources = telling[key]
        yield Told(
            ClaimId(identifier), country, in_column, certain_year(first, last), _CATEGORIES[category], documents,
            of_sources,
        )  # fmt: skip


def most_acted_on(connection: Connection, query: Query) -> str | None:
    """The country of which most claims that pass count as acts on a host, see `tally`; of equals the first by code.

    No country is acted on in more claims than those in which it meets another: who meets less than the best so far is
    acted on is not looked at.
    """
    best, found = 0, None
    for country, at_most in most_met(connection, query):
        if at_most < best:
            break
        number = _acted_on(connection, query, country)
        if number > best or (number == best and found and country < found):
            best, found = number, country
    return found


def _acted_on(connection: Connection, query: Query, host: str) -> int:
    actor, acted = indexed_parties.alias("actor"), indexed_parties.alias("acted")
    foreign = and_(actor.c.claim == acted.c.claim, actor.c.country != host, actor.c.role.in_(_ENDS))
    counted = (
        select(func.count(acted.c.claim.distinct()))
        .select_from(acted)
        .join(actor, foreign)
        .join(indexed_claims, indexed_claims.c.key == acted.c.claim)
        .where(_is_of(acted, host), passing(query), _deals_with(actor, acted))
    )
    return connection.execute(counted).scalar_one()


def _is_of(acted: FromClause, host: str) -> ColumnElement[bool]:
    """That who is acted on in an event is of the host."""
    return and_(acted.c.country == host, acted.c.role.in_(_ENDS), acted.c.kind == Kind.EVENT)


def _deals_with(actor: FromClause, acted: FromClause) -> ColumnElement[bool]:
    claim = indexed_claims.c
    target = indexed_parties.alias("target")
    has_target = exists().where(target.c.claim == acted.c.claim, target.c.role == RoleName.RECIPIENT)
    acts, is_acted_on = actor.c.role == RoleName.ACTOR, acted.c.role == RoleName.RECIPIENT
    both = and_(acts, acted.c.role == RoleName.ACTOR, or_(claim.category.in_(MUTUAL), not_(has_target)))
    is_journey = func.coalesce(claim.sort, "").in_(JOURNEYS)
    meets = and_(actor.c.role == RoleName.RECIPIENT, acted.c.role == RoleName.ACTOR, claim.category == Category.CONSULT)
    return or_(and_(acts, is_acted_on), both, and_(meets, not_(is_journey)))


type _Telling = tuple[frozenset[int], frozenset[int]]


def _telling(connection: Connection, keys: Collection[int]) -> dict[int, _Telling]:
    """The documents that tell each of these claims, and their sources; a document of no known one is its own."""
    evidence, document = indexed_evidence.c, indexed_documents.c
    known = (
        select(evidence.claim, document.key, func.coalesce(document.source, -document.key))
        .join(indexed_documents, document.key == evidence.document)
        .where(evidence.claim.in_(listed_numbers(keys)))
    )
    found: dict[int, _Telling] = {}
    alone: dict[int, frozenset[int]] = {}  # sources are few: one set for each
    for key, telling, source in zip(*columns_of(connection, known), strict=True):
        if source not in alone:
            alone[source] = frozenset((source,))
        documents, sources = frozenset((telling,)), alone[source]
        if key in found:
            documents, sources = found[key][0] | documents, found[key][1] | sources
        found[key] = documents, sources
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
