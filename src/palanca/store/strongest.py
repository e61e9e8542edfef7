"""The things that most claims join, counted on the table of ties: of a whole network only what is shown is read."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import batched

from sqlalchemy import ColumnElement, Connection, Text, column, func, select
from sqlalchemy.sql.expression import FromClause

from palanca.analysis.networks.joining import interval
from palanca.records import ClaimId, EntityId, Kind, Review
from palanca.records.query import Query
from palanca.store.bare_rows import rows_of
from palanca.store.codec import detail_from_json
from palanca.store.days import AFTER_ALL, BEFORE_ALL, day_of, number_of
from palanca.store.index_tables import indexed_claims, indexed_ties
from palanca.store.listing import listed_numbers
from palanca.store.pairs import Pairs
from palanca.store.schema import claims
from palanca.store.strong_ties import Pair, Strong, Strongest
from palanca.store.sure_pairs import SurePairs, is_all_sure
from palanca.store.tied_pairs import TiedPairs
from palanca.store.whole_network import telling, tied, whole

_BATCH = 900  # below the 999 values that old builds of SQLite bind


def strongest(connection: Connection, query: Query, most: int, most_pairs: int) -> Strongest:
    """So many things that are joined by most claims, with so many of the pairs among them that are."""
    asked = pairs_of(connection, query)
    things, number = asked.best(most)
    pairs = asked.among(things)
    shown = pairs[:most_pairs]
    return Strongest(
        things=asked.degrees(things),
        ties=ties_of(connection, tied(query), shown),
        left_out=len(pairs) - len(shown),
        whole=whole(connection, telling(query), (asked.count_things(), number)),
    )


def pairs_of(connection: Connection, query: Query) -> Pairs:
    """The pairs that the claims join which pass: of all that is sure they are counted already."""
    return SurePairs(connection) if is_all_sure(query) else TiedPairs(connection, tied(query))


type _Tie = tuple[str, str, str]
"""A pair and its channel."""
type _Rank = tuple[int, float, int]
type _Telling = tuple[str, str, str, int, int, float, int, int, bool]


@dataclass(slots=True)
class _Tied:
    """What joins two in one channel, as its claims come. `rank` sorts first by what is told better, see `DatedGraph`.

    `best` are the numbers of the claims of that rank. Days are numbers as in `days`.
    """

    rank: _Rank
    best: list[int] = field(default_factory=list)
    claims: int = 0
    first: int = AFTER_ALL
    last: int = BEFORE_ALL
    is_confirmed: bool = False


def ties_of(connection: Connection, passed: ColumnElement[bool], pairs: Sequence[Pair]) -> list[Strong]:
    """What joins each pair, by pair and channel."""
    found = _joined(connection, _told(connection, passed, pairs))
    ids = _ids(connection, sorted(key for tied in found.values() for key in tied.best))
    return [_strong(tie, found[tie], min([ids[key] for key in found[tie].best])) for tie in sorted(found)]


def _joined(connection: Connection, rows: Sequence[_Telling]) -> dict[_Tie, _Tied]:
    """By pair and channel. There are a hundred thousand rows: nothing is called for one."""
    offices = _offices(connection, [row[3] for row in rows if row[2] == Kind.OFFICE])
    found: dict[_Tie, _Tied] = {}
    for one, other, channel, claim, sources, confidence, first, last, is_confirmed in rows:
        if claim in offices:
            first, last = offices[claim]  # noqa: PLW2901  # its days alone do not tell when it was held
        rank = (-sources, -confidence, first if first > BEFORE_ALL else last)
        tied = found.get((one, other, channel))
        if tied is None:
            tied = found[one, other, channel] = _Tied(rank)
        tied.claims += 1
        if rank < tied.rank:
            tied.rank, tied.best = rank, [claim]
        elif rank == tied.rank:
            tied.best.append(claim)
        if BEFORE_ALL < first < tied.first:
            tied.first = first
        if AFTER_ALL > last > tied.last:
            tied.last = last
        if is_confirmed:
            tied.is_confirmed = True
    return found


def _ids(connection: Connection, keys: Sequence[int]) -> dict[int, ClaimId]:
    claim = indexed_claims.c
    return dict(rows_of(connection, select(claim.key, claim.id).where(claim.key.in_(listed_numbers(keys)))))


def _told(connection: Connection, passed: ColumnElement[bool], pairs: Sequence[Pair]) -> Sequence[_Telling]:
    """By one, other and channel: the number of a claim, its sources, confidence and days, and if it is confirmed."""
    tie = indexed_ties.c
    columns = (
        tie.one, tie.other, func.coalesce(tie.channel, tie.kind), tie.claim, tie.sources, tie.confidence, tie.first,
        tie.last, tie.review == Review.CONFIRMED,
    )  # fmt: skip
    return rows_of(connection, select(*columns).select_from(_among(pairs)).where(passed))


def _among(pairs: Sequence[Pair]) -> FromClause:
    """The rows of `indexed_ties` of these pairs."""
    wanted = func.json_each(json.dumps(pairs)).table_valued(column("value", Text))
    one, other = (func.json_extract(wanted.c.value, f"$[{at}]") for at in (0, 1))
    return wanted.join(indexed_ties, (indexed_ties.c.one == one) & (indexed_ties.c.other == other))


def _offices(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[int, int]]:
    """When each of these offices was held, which its days alone do not tell."""
    found: dict[int, tuple[int, int]] = {}
    index = indexed_claims.c
    for several in batched(sorted(keys), _BATCH):
        told = select(index.key, index.first, index.last, claims.c.detail).join(claims, claims.c.id == index.id)
        for key, first, last, detail in connection.execute(told.where(index.key.in_(several))):
            days = interval(detail_from_json(Kind.OFFICE, detail), (day_of(first), day_of(last))) or (None, None)
            found[key] = number_of(days[0], BEFORE_ALL), number_of(days[1], AFTER_ALL)
    return found


def _strong(tie: _Tie, told: _Tied, best: ClaimId) -> Strong:
    one, other, channel = tie
    return Strong(
        pair=(EntityId(one), EntityId(other)),
        channel=channel,
        claims=told.claims,
        best=best,
        sources=-told.rank[0],
        first=day_of(told.first),
        last=day_of(told.last),
        is_confirmed=told.is_confirmed,
    )
