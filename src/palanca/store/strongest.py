"""The things that most claims join, counted on the table of ties: of a whole network only what is shown is read."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import batched

from sqlalchemy import ColumnElement, Connection, Integer, Text, column, func, select

from palanca.analysis.networks.joining import Interval, interval
from palanca.records import ClaimId, EntityId, Kind, Review
from palanca.records.query import Query
from palanca.store.codec import detail_from_json
from palanca.store.days import day_of
from palanca.store.index_tables import indexed_claims, indexed_ties
from palanca.store.rows import AnyRow
from palanca.store.schema import claims
from palanca.store.strong_ties import Pair, Strong, Strongest
from palanca.store.whole_network import tied, whole

_LOOKED_AT = 20  # pairs for each thing that is wanted, at first: the best pairs share their things
_BATCH = 900  # below the 999 values that old builds of SQLite bind

type _Dated = tuple[AnyRow, Interval | None]


def strongest(connection: Connection, query: Query, most: int, most_pairs: int) -> Strongest:
    """So many things that are joined by most claims, with so many of the pairs among them that are."""
    passed = tied(query)
    things = _best(connection, passed, most)
    pairs = _pairs_among(connection, passed, things)
    shown = pairs[:most_pairs]
    return Strongest(
        things=_degrees(connection, passed, things),
        ties=tuple(_ties(connection, passed, shown)),
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


def _pairs_among(connection: Connection, passed: ColumnElement[bool], things: Sequence[EntityId]) -> list[Pair]:
    """The pairs of these things that claims join, those of most claims first, then by id."""
    tie = indexed_ties.c
    among = select(tie.one, tie.other).where(tie.one.in_(_listed(things)), tie.other.in_(_listed(things)), passed)
    ranked = among.group_by(tie.one, tie.other).order_by(func.count().desc(), tie.one, tie.other)
    return [(EntityId(one), EntityId(other)) for one, other in connection.execute(ranked)]


def _degrees(
    connection: Connection, passed: ColumnElement[bool], things: Sequence[EntityId]
) -> dict[EntityId, tuple[int, int]]:
    """Of each thing how many it is joined with in all, and in how many claims, each once for each of those."""
    found = dict.fromkeys(things, (0, 0))
    for end, far in ((indexed_ties.c.one, indexed_ties.c.other), (indexed_ties.c.other, indexed_ties.c.one)):
        counted = select(end, func.count(far.distinct()), func.count()).where(end.in_(_listed(things)), passed)
        for thing, others, number in connection.execute(counted.group_by(end)):
            before = found[EntityId(thing)]
            found[EntityId(thing)] = before[0] + others, before[1] + number
    return found


def _listed(things: Iterable[str]) -> ColumnElement[str]:
    return select(func.json_each(json.dumps(sorted(things))).table_valued(column("value", Text)).c.value)  # type: ignore[return-value]


def _ties(connection: Connection, passed: ColumnElement[bool], pairs: Sequence[Pair]) -> Iterator[Strong]:
    """What joins each pair, by pair and channel."""
    rows = _told(connection, passed, pairs)
    offices = _offices(connection, [row.claim for row in rows if row.kind == Kind.OFFICE])
    by_tie: dict[tuple[str, str, str], list[_Dated]] = {}
    for row in rows:
        days = offices[row.claim] if row.kind == Kind.OFFICE else _interval(row)
        by_tie.setdefault((row.one, row.other, row.channel or row.kind), []).append((row, days))
    best = {tie: _best_told(told) for tie, told in by_tie.items()}
    ids = _ids(connection, [key for equals in best.values() for key in equals])
    for tie in sorted(by_tie):
        yield _strong(tie, by_tie[tie], min(ids[key] for key in best[tie]))


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
    wanted = func.json_each(json.dumps(pairs)).table_valued(column("value", Text))
    one, other = (func.json_extract(wanted.c.value, f"$[{at}]") for at in (0, 1))
    return connection.execute(
        select(
            tie.one, tie.other, tie.claim, tie.sources, tie.kind, tie.channel, tie.review, tie.confidence, tie.first,
            tie.last,
        )
        .select_from(wanted.join(indexed_ties, (tie.one == one) & (tie.other == other)))
        .where(passed)
        .order_by(tie.one, tie.other)
    ).all()  # fmt: skip


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


def _interval(row: AnyRow) -> Interval | None:
    first, last = day_of(row.first), day_of(row.last)
    return (first, last) if first or last else None
