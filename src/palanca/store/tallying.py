"""Counting over the index of claims: which power did what towards whom, and how much was published when."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, literal_column, not_, or_, select, text
from sqlalchemy.sql.expression import FromClause

from palanca.analysis.matrix import Columns, Tally, Told
from palanca.claims.event_groups import JOURNEYS, MUTUAL
from palanca.records import Category, ClaimId, Kind, RoleName
from palanca.records.query import Query
from palanca.remembering import Remembered
from palanca.store.bare_rows import columns_of, rows_of
from palanca.store.counting import count_of_keys
from palanca.store.days import certain_year, day_of
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

_STATE = text("SELECT changed, settled FROM progress")
_CURRENT = documents.c.current == literal_column("1")  # a value that is bound would not let an index answer alone
_ENDS = (RoleName.ACTOR, RoleName.RECIPIENT)
_CATEGORIES = {str(one): one for one in Category}
_day_of = lru_cache(maxsize=1 << 14)(day_of)  # acts on one host are mostly of the same days


type Act = tuple[int, str, str, str, int, int, str]
"""A claim by number and id, the power, the column, the days between which it lies, and its category."""


@dataclass(frozen=True, slots=True)
class Acting:
    """The acts on one host of a case, found once for all that is asked within a moment: a page asks which host it is
    to begin with, which is told by their number, and then for its matrix. Any thread may ask.
    """

    _found: Remembered = field(default_factory=lambda: Remembered(1))  # those of a million claims are ten megabytes

    def acts(self, connection: Connection, query: Query, host: str, columns: Columns) -> list[Act]:
        """The claims that pass in which another country acts on the host, see `tally`: by power, column and id."""
        changed, settled = connection.execute(_STATE).one()
        if changed != settled:  # of a case that is being settled one state has many answers
            return _acts(connection, query, host, columns)
        asked = changed, query, host, columns
        return self._found.get(asked, lambda: _acts(connection, query, host, columns))


def tally(connection: Connection, rows: Sequence[Act], most: int | None) -> Tally:
    """The claims that pass in which another country does something to the host or with it, once a power and column.

    A power acts on the host, or both act together and on nobody else (in acts that are `MUTUAL`, whoever else is
    there), or they meet, the host being told first. What the host does to a power alone, such as a journey or a
    promise, is no act of the power; nor is what both do to a third. `rows` are these acts, see `Acting`, and `most` is
    how many powers they are told of.
    """
    powers, there = _ranked(rows), frozenset(row[3] for row in rows)
    found = count_of_keys(connection, sorted({row[0] for row in rows}))
    if most is not None and len(powers) > most:
        first = set(powers[:most])
        rows = [row for row in rows if row[2] in first]
    return Tally(
        told=_told(connection, rows), powers=powers, columns=there, claims=found.claims, documents=found.documents,
        sources=found.sources,
    )  # fmt: skip


def _acts(connection: Connection, query: Query, host: str, columns: Columns) -> list[Act]:
    """By power, column and id, each once: several of a country may act together."""
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
    rows: Sequence[Any] = rows_of(connection, told)
    return [row for row, _ in groupby(rows)]


def _ranked(rows: Sequence[Act]) -> tuple[str, ...]:
    """The powers, those of most claims first, then by code."""
    claims = {power: len({act[0] for act in acts}) for power, acts in groupby(rows, key=itemgetter(2))}
    return tuple(sorted(claims, key=lambda power: (-claims[power], power)))


def _told(connection: Connection, rows: Sequence[Act]) -> list[Told]:
    telling = _telling(connection, {row[0] for row in rows})
    return [
        Told(
            ClaimId(identifier), power, column, certain_year(first, last), _day_of(first), _day_of(last),
            _CATEGORIES[category], *telling[key],
        )
        for key, identifier, power, column, first, last, category in rows
    ]  # fmt: skip


def most_acted_on(connection: Connection, query: Query, acting: Acting) -> str | None:
    """The country of which most claims that pass count as acts on a host, see `tally`; of equals the first by code.

    No country is acted on in more claims than those in which it meets another: who meets less than the best so far is
    acted on is not looked at. It is mostly the one that meets others most: its acts are found at once, to be asked for.
    """
    best, found = 0, None
    for country, at_most in most_met(connection, query):
        if at_most < best:
            break
        if found is None:
            number = len({act[0] for act in acting.acts(connection, query, country, Columns.CHANNEL)})
        else:
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
