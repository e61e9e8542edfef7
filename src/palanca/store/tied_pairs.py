"""The pairs that the claims of any question join, counted on the table of ties: see `pairs`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import cast, override

from sqlalchemy import Column, ColumnElement, Connection, Select, func, literal_column, or_, select, union, union_all
from sqlalchemy.sql.visitors import iterate

from palanca.records import EntityId
from palanca.store.bare_rows import rows_of
from palanca.store.index_tables import indexed_ties
from palanca.store.listing import listed
from palanca.store.pairs import Pairs, filled
from palanca.store.schema import things as all_things
from palanca.store.strong_ties import Pair

_LOOKED_AT = 20  # pairs for each thing that is wanted, at first: the best pairs share their things
_ONE: ColumnElement[int] = literal_column("1")  # and not the row: an index answers alone
_ENDS = ((indexed_ties.c.one, indexed_ties.c.other), (indexed_ties.c.other, indexed_ties.c.one))


@dataclass(frozen=True, slots=True)
class TiedPairs(Pairs):
    """`passed` is a condition on a row of `indexed_ties`."""

    connection: Connection
    passed: ColumnElement[bool]

    @override
    def best(self, most: int) -> tuple[list[EntityId], int]:
        """Most pairs are joined by one claim: those of several, which come first, are put in order without them."""
        tie, number = indexed_ties.c, func.count().label("number")
        counted = select(tie.one, tie.other, number).where(self.passed).group_by(tie.one, tie.other)
        several = counted.having(number > 1).cte("several").prefix_with("MATERIALIZED")
        surplus = select(func.sum(several.c.number - 1)).scalar_subquery()
        rows = self.connection.execute(
            select(several.c.one, several.c.other, surplus)
            .order_by(several.c.number.desc(), several.c.one, several.c.other)
            .limit(_LOOKED_AT * most)
        ).all()
        ties = select(func.count()).select_from(indexed_ties).where(self.passed)
        pairs = self.connection.execute(ties).scalar_one() - (rows[0][2] if rows else 0)
        things, is_full = filled([(EntityId(one), EntityId(other)) for one, other, _ in rows], most)
        if is_full:
            return things, pairs
        ranked = counted.with_only_columns(tie.one, tie.other).order_by(number.desc(), tie.one, tie.other)
        return self._best_of_all(ranked, most), pairs

    def _best_of_all(self, ranked: Select[str, str], most: int) -> list[EntityId]:
        looked_at = _LOOKED_AT * most
        while True:
            rows = cast("Sequence[Pair]", rows_of(self.connection, ranked.limit(looked_at)))
            things, is_full = filled(rows, most)
            if is_full or len(rows) < looked_at:
                return things
            looked_at *= _LOOKED_AT

    @override
    def among(self, things: Collection[EntityId]) -> Sequence[Pair]:
        tie = indexed_ties.c
        among = tie.one.in_(listed(things)), tie.other.in_(listed(things)), self.passed
        ranked = select(tie.one, tie.other).where(*among).group_by(tie.one, tie.other)
        in_order = ranked.order_by(func.count().desc(), tie.one, tie.other)
        return cast("Sequence[Pair]", rows_of(self.connection, in_order))

    @override
    def degrees(self, things: Collection[EntityId]) -> dict[EntityId, tuple[int, int]]:
        found = dict.fromkeys(things, (0, 0))
        for end, far in _ENDS:
            counted = select(end, func.count(far.distinct()), func.count()).where(end.in_(listed(things)), self.passed)
            for thing, others, number in self.connection.execute(counted.group_by(end)):
                before = found[EntityId(thing)]
                found[EntityId(thing)] = before[0] + others, before[1] + number
        return found

    @override
    def beside(self, things: Collection[EntityId]) -> list[EntityId]:
        told = union_all(
            *(select(far.label("far")).where(near.in_(listed(things)), self.passed) for near, far in _ENDS)
        ).subquery()
        ranked = select(told.c.far).group_by(told.c.far).order_by(func.count().desc(), told.c.far)
        return list(map(EntityId, self.connection.execute(ranked).scalars()))

    @override
    def reached(self, things: Collection[EntityId]) -> int:
        return len({*things, *self.beside(things)})

    @override
    def count_things(self) -> int:
        """Each thing is looked up, but for what the index of its ties does not hold: then all that pass are seen."""
        if any(isinstance(one, Column) and one.name == indexed_ties.c.sources.name for one in iterate(self.passed)):
            seen = union(*(select(end).where(self.passed) for end, _ in _ENDS)).subquery()
            return self.connection.execute(select(func.count()).select_from(seen)).scalar_one()
        ends = or_(*(select(_ONE).where(end == all_things.c.id, self.passed).exists() for end, _ in _ENDS))
        counted = select(func.count()).select_from(all_things).where(ends)
        return self.connection.execute(counted).scalar_one()
