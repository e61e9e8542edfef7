"""The pairs that all claims join which are sure, as they are counted ahead: see `pairs` and `indexing_pairs`."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import cast, override

from sqlalchemy import Connection

from palanca.analysis.networks.edges import JOINING
from palanca.records import EntityId
from palanca.records.query import Field, Query, Words
from palanca.store.bare_rows import bare_rows
from palanca.store.pairs import Pairs, filled
from palanca.store.strong_ties import Pair
from palanca.store.sure_sorts import SURE, parts_of

_LOOKED_AT = 20  # pairs for each thing that is wanted, at first: the best pairs share their things

# Pairs of as many claims as the last that is looked at are looked at too: which is first tell the ids.
_BEST = """
  WITH most AS MATERIALIZED (
    SELECT one, other, number FROM indexed_pairs WHERE number > 1 AND number >= ifnull((
      SELECT number FROM indexed_pairs WHERE number > 1 ORDER BY number DESC LIMIT 1 OFFSET ?), 0))
  SELECT one.id, other.id FROM most
  CROSS JOIN indexed_things AS one ON one."key" = most.one
  CROSS JOIN indexed_things AS other ON other."key" = most.other
  ORDER BY number DESC, one.id, other.id LIMIT ?"""
_SINGLE = """
  SELECT one.id, other.id FROM indexed_things AS one
  CROSS JOIN indexed_pairs AS pair ON pair.one = one."key"
  CROSS JOIN indexed_things AS other ON other."key" = pair.other
  WHERE number = 1 ORDER BY one.id, other.id LIMIT ?"""
_AMONG = """
  WITH asked AS MATERIALIZED (SELECT "key", id FROM indexed_things WHERE id IN (SELECT value FROM json_each(?)))
  SELECT one.id, other.id FROM asked AS one
  CROSS JOIN indexed_pairs AS pair ON pair.one = one."key"
  CROSS JOIN asked AS other ON other."key" = pair.other
  ORDER BY number DESC, one.id, other.id"""
_DEGREES = """
  WITH asked AS MATERIALIZED (SELECT "key", id FROM indexed_things WHERE id IN (SELECT value FROM json_each(?)))
  SELECT id, sum(others), sum(claims) FROM (
    SELECT id, count(*) AS others, sum(number) AS claims FROM asked
    CROSS JOIN indexed_pairs AS pair ON pair.one = asked."key" GROUP BY asked."key"
    UNION ALL
    SELECT id, count(*), sum(number) FROM asked
    CROSS JOIN indexed_pairs AS pair ON pair.other = asked."key" GROUP BY asked."key") GROUP BY id"""
_FAR = """
  WITH asked AS MATERIALIZED (SELECT "key" FROM indexed_things WHERE id IN (SELECT value FROM json_each(?))),
  far AS (
    SELECT other AS "key", number FROM asked CROSS JOIN indexed_pairs AS pair ON pair.one = asked."key"
    UNION ALL
    SELECT one, number FROM asked CROSS JOIN indexed_pairs AS pair ON pair.other = asked."key")"""
_BESIDE = f"""{_FAR}
  SELECT thing.id FROM (SELECT "key", sum(number) AS claims FROM far GROUP BY "key") AS told
  CROSS JOIN indexed_things AS thing ON thing."key" = told."key" ORDER BY claims DESC, thing.id"""  # noqa: S608  # names, as below
# What nothing joins has no number, and is one of these all the same.
_REACHED = f"""{_FAR}
  SELECT (SELECT count(*) FROM (SELECT "key" FROM far UNION SELECT "key" FROM asked)) - (SELECT count(*) FROM asked)"""  # noqa: S608
_THINGS = """
  SELECT count(*) FROM indexed_things AS thing
  WHERE EXISTS (SELECT 1 FROM indexed_pairs WHERE one = thing."key")
     OR EXISTS (SELECT 1 FROM indexed_pairs WHERE other = thing."key")"""


def is_all_sure(query: Query) -> bool:
    """Whether a query asks for all claims that are sure, of every kind or of those that join two, and for no others."""
    parts = list(parts_of(query))
    return SURE in parts and all(one == SURE or asks_joining(one) for one in parts)


def asks_joining(query: Query) -> bool:
    """Whether a query asks for claims of all kinds that join two, and perhaps of others."""
    return isinstance(query, Words) and query.field is Field.KIND and set(query.values) >= set(JOINING)


@dataclass(frozen=True, slots=True)
class SurePairs(Pairs):
    """Of the case of a connection."""

    connection: Connection

    @override
    def best(self, most: int) -> tuple[list[EntityId], int]:
        looked_at = _LOOKED_AT * most
        while True:
            rows = self._ranked(looked_at)
            things, is_full = filled(rows, most)
            if is_full or len(rows) < looked_at:
                return things, self._number("SELECT count(*) FROM indexed_pairs")
            looked_at *= _LOOKED_AT

    def _ranked(self, number: int) -> list[Pair]:
        several = self._pairs(_BEST, number - 1, number)
        return [*several, *self._pairs(_SINGLE, number - len(several))] if len(several) < number else several

    @override
    def among(self, things: Collection[EntityId]) -> Sequence[Pair]:
        return self._pairs(_AMONG, _list(things))

    @override
    def degrees(self, things: Collection[EntityId]) -> dict[EntityId, tuple[int, int]]:
        rows = bare_rows(self.connection, _DEGREES, (_list(things),))
        return dict.fromkeys(things, (0, 0)) | {EntityId(one): (others, claims) for one, others, claims in rows}

    @override
    def beside(self, things: Collection[EntityId]) -> list[EntityId]:
        return [EntityId(one) for (one,) in bare_rows(self.connection, _BESIDE, (_list(things),))]

    @override
    def reached(self, things: Collection[EntityId]) -> int:
        return len(set(things)) + self._number(_REACHED, _list(things))

    @override
    def count_things(self) -> int:
        return self._number(_THINGS)

    def _pairs(self, wanted: str, *values: object) -> list[Pair]:
        return cast("list[Pair]", list(bare_rows(self.connection, wanted, values)))

    def _number(self, wanted: str, *values: object) -> int:
        (found,) = next(bare_rows(self.connection, wanted, values))
        return int(found)


def _list(things: Collection[EntityId]) -> str:
    return json.dumps(sorted(things))
