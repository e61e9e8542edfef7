"""Walking a network: of each thing that is come to, what joins it with others, looked up by index.

Of all that is sure the pairs are counted ahead; of anything else they are looked up among the ties, see `tied_pairs`.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast, override

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    and_,
    case,
    column,
    func,
    insert,
    or_,
    select,
)

from palanca.analysis.networks.edges import JOINING, edges_between
from palanca.analysis.networks.graph import Edge, Strength, in_order
from palanca.analysis.networks.walkable import Pair, pair_of
from palanca.records import EntityId, Filter, Kind, RoleName
from palanca.records.query import All, Field, Words, surely
from palanca.store.bare_rows import bare_rows, rows_of
from palanca.store.days import AFTER_ALL, BEFORE_ALL
from palanca.store.index_tables import indexed_claims, indexed_parties, indexed_ties
from palanca.store.joining import COLUMNS, bare_joinings
from palanca.store.listing import listed
from palanca.store.narrow import asked_of
from palanca.store.pairs import Pairs
from palanca.store.querying import Condition
from palanca.store.schema import claims
from palanca.store.strong_ties import Whole
from palanca.store.sure_pairs import SurePairs
from palanca.store.tied_pairs import TiedPairs
from palanca.store.walks import Places, Walk
from palanca.store.whole_network import ENDS_OF_ANY, Telling, telling, whole

_walked = Table("walked", MetaData(), Column("key", Integer, primary_key=True), prefixes=["TEMPORARY"])
_tie = indexed_ties.c
_ENDS = ((_tie.one, _tie.other), (_tie.other, _tie.one))
_TOGETHER = (Kind.EVENT, Kind.INSTRUMENT)  # kinds of which two may stand on one side

# Numbers of things within, and their ids outside: a pair is two numbers.
_BESIDE = """
  WITH asked AS MATERIALIZED (SELECT "key", id FROM indexed_things WHERE id IN (SELECT value FROM json_each(?)))
  SELECT asked.id, thing.id FROM asked CROSS JOIN indexed_pairs AS pair ON pair.one = asked."key"
  CROSS JOIN indexed_things AS thing ON thing."key" = pair.other
  UNION ALL
  SELECT asked.id, thing.id FROM asked CROSS JOIN indexed_pairs AS pair ON pair.other = asked."key"
  CROSS JOIN indexed_things AS thing ON thing."key" = pair.one"""


@contextmanager
def walk(
    connection: Connection, wanted: Filter, passing: Callable[[Filter], Condition], places: Places
) -> Iterator[Walk]:
    """The network of the claims that pass a filter. `passing` is the condition of one on a row of `indexed_claims`."""
    wanted = replace(wanted, kinds=())
    if wanted == Filter(least_confidence=wanted.least_confidence):
        yield SqliteWalk(connection, _telling_of_all(wanted.least_confidence), places)
        return
    passed = passing(wanted)
    narrow = asked_of(indexed_ties, passed)
    if narrow is not None:
        told = Telling(passed=and_(passed, indexed_claims.c.kind.in_(JOINING)), on_ties=narrow)
        yield SqliteWalk(connection, told, places)
        return
    with _looked_up(connection, passed) as told:
        yield SqliteWalk(connection, told, places)


def _telling_of_all(least: float) -> Telling:
    return telling(All(parts=(surely(least), Words(field=Field.KIND, values=JOINING))))


@contextmanager
def _looked_up(connection: Connection, passed: Condition) -> Iterator[Telling]:
    """Of a condition that asks for more than the ties tell, the claims are looked up once and kept by number."""
    _walked.create(connection)
    try:
        kept = select(indexed_claims.c.key).where(passed, indexed_claims.c.kind.in_(JOINING))
        connection.execute(insert(_walked).from_select(["key"], kept))
        keys = select(_walked.c.key)
        yield Telling(passed=indexed_claims.c.key.in_(keys), on_ties=_tie.claim.in_(keys))
    finally:
        _walked.drop(connection)


@dataclass(frozen=True, slots=True)
class SqliteWalk(Walk):
    """Of the case of a connection."""

    connection: Connection
    told: Telling
    places: Places

    @override
    def neighbours(self, things: Collection[EntityId]) -> Mapping[EntityId, Collection[EntityId]]:
        found = defaultdict[EntityId, list[EntityId]](list)
        rows, special = self._beside(things), self.places.grounds | self.places.left
        if special:
            rows = list(rows)
            parted = self._parted({pair_of(*row) for row in rows if not special.isdisjoint(row)})
            rows = (row for row in rows if pair_of(*row) not in parted)
        for one, other in rows:
            found[one].append(other)
        return found

    def _beside(self, things: Collection[EntityId]) -> Iterable[Pair]:
        if self.told.is_all_sure:
            return cast("Iterator[Pair]", bare_rows(self.connection, _BESIDE, (json.dumps(sorted(things)),)))
        every = (
            select(near, far).where(near.in_(listed(things)), self.told.happened).distinct() for near, far in _ENDS
        )
        return [cast("Pair", row) for wanted in every for row in rows_of(self.connection, wanted)]

    def _parted(self, pairs: Collection[Pair]) -> set[Pair]:
        """Those of these pairs that are none of the network: one is left out, or no claim joins them but as places."""
        kept = [pair for pair in pairs if self.places.left.isdisjoint(pair)]
        apart = {pair for pair in kept if not self.places.grounds.isdisjoint(pair)}
        return set(pairs).difference(kept) | apart.difference(self.strengths(apart))

    @override
    def degrees(self, things: Collection[EntityId]) -> Mapping[EntityId, int]:
        if self.places.grounds or self.places.left:
            beside = self.neighbours(things)
            return {one: len(beside.get(one, ())) for one in things}
        asked: Pairs = (
            SurePairs(self.connection) if self.told.is_all_sure else TiedPairs(self.connection, self.told.happened)
        )
        return {one: others for one, (others, _) in asked.degrees(things).items()}

    @override
    def strengths(self, pairs: Collection[Pair]) -> Mapping[Pair, Strength]:
        measured = func.max(_tie.sources), func.max(_tie.confidence), func.count()
        found: dict[Pair, Strength] = {}
        for asked, joins in self._by_place(pairs):
            wanted = self._of_pairs(asked, _tie.one, _tie.other, *measured).where(joins).group_by(_tie.one, _tie.other)
            found |= {
                (EntityId(one), EntityId(other)): (sources, confidence, claims)
                for one, other, sources, confidence, claims in rows_of(self.connection, wanted)
            }
        return found

    @override
    def edges(self, pairs: Collection[Pair]) -> Mapping[Pair, tuple[Edge, ...]]:
        found = defaultdict[Pair, list[Edge]](list)
        for asked, joins in self._by_place(pairs):
            wanted = self._of_pairs(asked, _tie.one, _tie.other, *COLUMNS).where(joins)
            rows = self.connection.execute(wanted.where(indexed_claims.c.key == _tie.claim))
            for row, claim in bare_joinings(self.connection, rows):
                pair = EntityId(str(row[0])), EntityId(str(row[1]))
                found[pair].extend(edges_between(claim, [pair]))
        return {pair: in_order(edges) for pair, edges in found.items()}

    def _by_place(self, pairs: Collection[Pair]) -> Iterator[tuple[list[Pair], Condition]]:
        """The pairs, with what holds of a tie that joins them: a place may only stand on one side with the other."""
        grounds = self.places.grounds
        plain = [pair for pair in pairs if grounds.isdisjoint(pair)]
        others = [pair for pair in pairs if not grounds.isdisjoint(pair)]
        if plain:
            yield plain, self.told.happened
        if others:
            yield others, self.told.happened & _across()

    def _of_pairs(self, pairs: Sequence[Pair], *columns: ColumnElement[Any]) -> Any:
        """These columns of the ties of these pairs, which are given as one value."""
        asked = func.json_each(json.dumps(pairs)).table_valued(column("value", Text)).alias("asked")
        end = (func.json_extract(asked.c.value, place) for place in ("$[0]", "$[1]"))
        return select(*columns).select_from(asked).where(_tie.one == next(end), _tie.other == next(end))

    @override
    def whole(self) -> Whole:
        return whole(self.connection, self.told, (0, 0), self._apart())

    def _apart(self) -> Mapping[Kind, Collection[int]]:
        """By kind the numbers of the claims that join nobody, as those whom they name are on one side with a place."""
        found = defaultdict[Kind, list[int]](list)
        if not self.places.grounds:
            return found
        grounds = listed(self.places.grounds)
        with_place = or_(*(end.in_(grounds) for end, _ in _ENDS))
        asked = (
            select(_tie.claim).where(end.in_(grounds), self.told.happened, _tie.kind.in_(_TOGETHER)) for end, _ in _ENDS
        )
        joins = select(_tie.claim).where(_tie.claim == indexed_claims.c.key, or_(~with_place, _across()))
        wanted = select(indexed_claims.c.kind, indexed_claims.c.key).where(
            or_(*(indexed_claims.c.key.in_(keys) for keys in asked)), ~joins.exists()
        )
        for kind, key in rows_of(self.connection, wanted):
            found[Kind(kind)].append(key)
        return found

    @override
    def count_left(self) -> int:
        within = SqliteWalk(self.connection, self.told, Places(grounds=self.places.grounds))
        return sum(number > 0 for number in within.degrees(self.places.left).values())

    @override
    def count_undated(self) -> int:
        claim = indexed_claims.c
        held = or_(*(func.json_extract(claims.c.detail, end).is_not(None) for end in ("$.start", "$.end")))
        is_held = select(claims.c.id).where(claims.c.id == claim.id, claim.kind == Kind.OFFICE, held).exists()
        first, last = (
            case((is_held, told), else_=otherwise)
            for told, otherwise in ((claim.begins_first, claim.first), (claim.ends_last, claim.last))
        )
        return self._count((first > last) | ((first == BEFORE_ALL) & (last == AFTER_ALL)))

    @override
    def count_astride(self, before: date, after: date) -> int:
        first, last = indexed_claims.c.first, indexed_claims.c.last
        begun, ended = before.toordinal(), after.toordinal()
        is_dated = (first > BEFORE_ALL) | (last < AFTER_ALL)
        may_be = (first < begun) | (last >= ended)
        is_event = indexed_claims.c.kind == Kind.EVENT
        return self._count(is_event & is_dated & (first <= last) & (last >= begun) & (first < ended) & may_be)

    def _count(self, held: Condition) -> int:
        """The claims of the network of which something holds."""
        grounds, left = self.places.grounds, self.places.left
        joining = select(_tie.claim).where(self.told.happened)
        if left:
            joining = joining.where(*(end.not_in(listed(left)) for end, _ in _ENDS))
        if grounds:
            joining = joining.where(or_(_across(), and_(*(end.not_in(listed(grounds)) for end, _ in _ENDS))))
        counted = select(func.count()).where(indexed_claims.c.key.in_(joining), held)
        return self.connection.execute(counted).scalar_one()


def _across() -> Condition:
    """That the claim of a tie joins the two otherwise than by naming them side by side: see `Tally`.

    Of events and instruments those do that act on one another, and in what only actors do together all of them.
    """
    one, other, acted_on = (indexed_parties.alias(name).c for name in ("one_end", "other_end", "acted_on"))
    ends = one.role.in_(ENDS_OF_ANY), other.role.in_(ENDS_OF_ANY), one.role != other.role
    of_both = one.claim == _tie.claim, other.claim == _tie.claim, one.thing == _tie.one, other.thing == _tie.other
    none_acted_on = ~select(acted_on.claim).where(
        acted_on.claim == _tie.claim, acted_on.role == RoleName.RECIPIENT
    ).exists()  # fmt: skip
    return or_(
        _tie.kind.not_in(_TOGETHER),
        select(one.claim).where(*of_both, *ends).exists(),
        (_tie.kind == Kind.EVENT) & none_acted_on,
    )
