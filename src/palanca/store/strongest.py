"""The things that most claims join, counted on the table of ties: of a whole network only what is shown is read."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import batched

from sqlalchemy import ColumnElement, Connection, Integer, Text, case, column, func, select
from sqlalchemy.sql.expression import FromClause

from palanca.analysis.networks.joining import Interval, interval
from palanca.records import ClaimId, EntityId, Kind, Review
from palanca.records.query import Query
from palanca.store.codec import detail_from_json
from palanca.store.days import AFTER_ALL, BEFORE_ALL, day_of
from palanca.store.index_tables import indexed_claims, indexed_ties
from palanca.store.rows import AnyRow
from palanca.store.schema import claims
from palanca.store.strong_ties import Pair, Strong, Strongest
from palanca.store.whole_network import tied, whole

_LOOKED_AT = 20  # pairs for each thing that is wanted, at first: the best pairs share their things
_BATCH = 900  # below the 999 values that old builds of SQLite bind
_ID_LENGTH = 24
_RANK, _MOST_SOURCES = "%010d %.16f %07d %s", 10**10 - 1

type _Dated = tuple[AnyRow, Interval | None]


def strongest(connection: Connection, query: Query, most: int, most_pairs: int) -> Strongest:
    """So many things that are joined by most claims, with so many of the pairs among them that are."""
    passed = tied(query)
    things = _best(connection, passed, most)
    pairs = pairs_among(connection, passed, things)
    shown = pairs[:most_pairs]
    return Strongest(
        things=degrees_of(connection, passed, things),
        ties=ties_of(connection, passed, shown),
        left_out=len(pairs) - len(shown),
        whole=whole(connection, query),
    )


def _best(connection: Connection, passed: ColumnElement[bool], most: int) -> list[EntityId]:
    """The things of the pairs that most claims join, until there are so many."""
    tie, looked_at = indexed_ties.c, _LOOKED_AT * most
    number = func.count().label("number")
    ranked = select(tie.one, tie.other).where(passed).group_by(tie.one, tie.other)
    ranked = ranked.order_by(number.desc(), tie.one, tie.other)
    while True:
        rows = connection.execute(ranked.limit(looked_at)).all()
        kept: set[str] = set()
        for one, other in rows:
            if len(kept | {one, other}) > most:
                return sorted(map(EntityId, kept))
            kept |= {one, other}
        if len(rows) < looked_at:
            return sorted(map(EntityId, kept))
        looked_at *= _LOOKED_AT


def pairs_among(connection: Connection, passed: ColumnElement[bool], things: Sequence[EntityId]) -> list[Pair]:
    """The pairs of these things that claims join, those of most claims first, then by id."""
    tie = indexed_ties.c
    among = select(tie.one, tie.other).where(tie.one.in_(listed(things)), tie.other.in_(listed(things)), passed)
    ranked = among.group_by(tie.one, tie.other).order_by(func.count().desc(), tie.one, tie.other)
    return [(EntityId(one), EntityId(other)) for one, other in connection.execute(ranked)]


def degrees_of(
    connection: Connection, passed: ColumnElement[bool], things: Sequence[EntityId]
) -> dict[EntityId, tuple[int, int]]:
    """Of each thing how many it is joined with in all, and in how many claims, each once for each of those."""
    found = dict.fromkeys(things, (0, 0))
    for end, far in ((indexed_ties.c.one, indexed_ties.c.other), (indexed_ties.c.other, indexed_ties.c.one)):
        counted = select(end, func.count(far.distinct()), func.count()).where(end.in_(listed(things)), passed)
        for thing, others, number in connection.execute(counted.group_by(end)):
            before = found[EntityId(thing)]
            found[EntityId(thing)] = before[0] + others, before[1] + number
    return found


def listed(things: Iterable[str]) -> ColumnElement[str]:
    """These ids as one bound value."""
    return select(func.json_each(json.dumps(sorted(things))).table_valued(column("value", Text)).c.value)  # type: ignore[return-value]


def ties_of(connection: Connection, passed: ColumnElement[bool], pairs: Sequence[Pair]) -> list[Strong]:
    """What joins each pair, by pair and channel."""
    found = [*_by_time(connection, passed, pairs), *_by_offices(connection, passed, pairs)]
    return sorted(found, key=lambda one: (*one.pair, one.channel))


def _by_time(connection: Connection, passed: ColumnElement[bool], pairs: Sequence[Pair]) -> Iterator[Strong]:
    """By all but offices, which hold at the time of their claims: many claims join a pair, and none is read.

    `rank` sorts first by what is told better, see `DatedGraph`, and ends on the id of the claim.
    """
    tie, claim = indexed_ties.c, indexed_claims.c
    channel = func.coalesce(tie.channel, tie.kind)
    day = case((tie.first > BEFORE_ALL, tie.first), (tie.last < AFTER_ALL, tie.last), else_=date.max.toordinal())
    rank = func.printf(_RANK, _MOST_SOURCES - tie.sources, 1 - tie.confidence, day, claim.id)
    told = (
        select(
            tie.one, tie.other, channel, func.count(), func.min(rank), func.max(tie.sources),
            func.min(case((tie.first > BEFORE_ALL, tie.first))), func.max(case((tie.last < AFTER_ALL, tie.last))),
            func.max(tie.review == Review.CONFIRMED),
        )
        .select_from(_among(pairs).join(indexed_claims, claim.key == tie.claim))
        .where(passed, tie.kind != Kind.OFFICE)
        .group_by(tie.one, tie.other, channel)
    )  # fmt: skip
    for one, other, in_channel, number, best, sources, first, last, is_confirmed in connection.execute(told):
        yield Strong(
            pair=(EntityId(one), EntityId(other)), channel=in_channel, claims=number,
            best=ClaimId(best[-_ID_LENGTH:]), sources=sources, first=date.fromordinal(first) if first else None,
            last=date.fromordinal(last) if last else None, is_confirmed=bool(is_confirmed),
        )  # fmt: skip


def _by_offices(connection: Connection, passed: ColumnElement[bool], pairs: Sequence[Pair]) -> Iterator[Strong]:
    """By offices, of which only their details tell when they were held."""
    rows = _told(connection, passed & (indexed_ties.c.kind == Kind.OFFICE), pairs)
    offices = _offices(connection, [row.claim for row in rows])
    by_pair: dict[tuple[str, str], list[_Dated]] = {}
    for row in rows:
        by_pair.setdefault((row.one, row.other), []).append((row, offices[row.claim]))
    best = {pair: _best_told(told) for pair, told in by_pair.items()}
    ids = _ids(connection, [key for equals in best.values() for key in equals])
    for (one, other), told in by_pair.items():
        yield _strong((one, other, Kind.OFFICE), told, min(ids[key] for key in best[one, other]))


def _best_told(told: Sequence[_Dated]) -> list[int]:
    """The numbers of the claims of which no other is told better, see `DatedGraph`."""
    ranks = [
        (-row.sources, -row.confidence, (days and (days[0] or days[1])) or date.max) for row, days in told
    ]  # fmt: skip
    best = min(ranks)
    return [row.claim for (row, _), rank in zip(told, ranks, strict=True) if rank == best]


def _ids(connection: Connection, keys: Sequence[int]) -> dict[int, ClaimId]:
    known = func.json_each(json.dumps(keys)).table_valued(column("value", Integer))
    claim = indexed_claims.c
    rows = connection.execute(select(claim.key, claim.id).where(claim.key.in_(select(known))))
    return {key: ClaimId(identifier) for key, identifier in rows}


def _told(connection: Connection, passed: ColumnElement[bool], pairs: Sequence[Pair]) -> Sequence[AnyRow]:
    tie = indexed_ties.c
    columns = (tie.one, tie.other, tie.claim, tie.sources, tie.review, tie.confidence)
    return connection.execute(select(*columns).select_from(_among(pairs)).where(passed)).all()


def _among(pairs: Sequence[Pair]) -> FromClause:
    """The rows of `indexed_ties` of these pairs."""
    wanted = func.json_each(json.dumps(pairs)).table_valued(column("value", Text))
    one, other = (func.json_extract(wanted.c.value, f"$[{at}]") for at in (0, 1))
    return wanted.join(indexed_ties, (indexed_ties.c.one == one) & (indexed_ties.c.other == other))


def _offices(connection: Connection, keys: Sequence[int]) -> dict[int, Interval | None]:
    """When each of these offices was held, which its days alone do not tell."""
    found: dict[int, Interval | None] = {}
    index = indexed_claims.c
    for several in batched(keys, _BATCH):
        told = select(index.key, index.first, index.last, claims.c.detail).join(claims, claims.c.id == index.id)
        for row in connection.execute(told.where(index.key.in_(several))):
            days = day_of(row.first), day_of(row.last)
            found[row.key] = interval(detail_from_json(Kind.OFFICE, row.detail), days)
    return found


def _strong(tie: tuple[str, str, str], told: Sequence[_Dated], best: ClaimId) -> Strong:
    one, other, channel = tie
    known = [days for _, days in told if days]
    return Strong(
        pair=(EntityId(one), EntityId(other)),
        channel=channel,
        claims=len(told),
        best=best,
        sources=max(row.sources for row, _ in told),
        first=min((first for first, _ in known if first), default=None),
        last=max((last for _, last in known if last), default=None),
        is_confirmed=any(row.review == Review.CONFIRMED for row, _ in told),
    )
