"""The legs of a pattern as tables of their own for one question: what can fit, by variable, with its days as numbers.

Temporary tables and not parts of one query, so that they have indexes and known sizes: around those who are named most
an order of joining that is guessed takes minutes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Integer, MetaData, Table, Text, case, func, select

from palanca.analysis.patterns.pattern import Gap, Way
from palanca.records import Kind
from palanca.store.days import AFTER_ALL, BEFORE_ALL

type Day = ColumnElement[int]
type Days = tuple[Day, Day, Day, Day]
type Told = Mapping[tuple[str, Way], ToldLeg]

_ENDS = ("begins_first", "begins_last", "ends_first", "ends_last")
_TIME = ("first", "last", "first", "last")
_LASTING = {Kind.OFFICE, Kind.TIE}  # what goes on before and after the time at which it is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLeg:
    """A leg in one way, as a table of the numbers of claims; its parties stand in columns by variable.

    `dated` are the days of `Period`, for an order; `lasting` too, for what overlaps or lies apart: of an instrument the
    first is its date, the second its validity.
    """

    kind: Kind
    rows: Table
    parties: Mapping[str, ColumnElement[str]]

    @property
    def dated(self) -> Days:
        """Between which days it begins and ends, to be put in order."""
        return self._days(dated_columns(self.kind))

    @property
    def begins(self) -> tuple[Day, Day]:
        """The first and the last known day of its beginning, see `known_first`."""
        return self.rows.c.known_first, self.rows.c.known_last

    @property
    def longest(self) -> Day:
        """How many days lie between these at most."""
        return select(func.max(self.rows.c.known_last - self.rows.c.known_first)).scalar_subquery()

    @property
    def lasting(self) -> Days:
        """Between which days it begins and ends, as long as it holds."""
        return self._days(lasting_columns(self.kind))

    def later(self, gap: Gap) -> tuple[Day, Day]:
        """The last two of `dated`, so much later."""
        return self.rows.c[f"first_{name_of(gap)}"], self.rows.c[f"last_{name_of(gap)}"]

    def _days(self, names: tuple[str, ...]) -> Days:
        first, last, ends_first, ends_last = (self.rows.c[name] for name in names)
        return first, last, ends_first, ends_last


def name_of(gap: Gap) -> str:
    """The end of the name of a column of days so much later."""
    return f"{gap.number}_{gap.unit}"


def table_of(way: Way, name: str, gaps: Iterable[Gap]) -> ToldLeg:
    """A table of that name for a leg told in this way, not made yet."""
    days = dict.fromkeys((*dated_columns(way.kind), *lasting_columns(way.kind)))
    later = [f"{end}_{name_of(gap)}" for gap in gaps for end in ("first", "last")]
    columns = [Column(one, Integer) for one in ("key", *days, "known_first", "known_last", *later)]
    parties = [Column(f"v_{at}", Text) for at in range(len(way.variables))]
    rows = Table(name, MetaData(), *columns, *parties, prefixes=["TEMPORARY"])
    return ToldLeg(
        kind=way.kind, rows=rows, parties={one.name: rows.c[f"v_{at}"] for at, one in enumerate(way.variables)}
    )


def known_first(first: Day, last: Day) -> Day:
    """The first of two days, or the other where it is open; past every day where both are."""
    return case((first > BEFORE_ALL, first), else_=last)


def known_last(first: Day, last: Day) -> Day:
    """The last of two days, or the other where it is open; before every day where both are."""
    return case((last < AFTER_ALL, last), else_=first)


def dated_columns(kind: Kind) -> tuple[str, ...]:
    """The columns of `indexed_claims` that are the days of `ToldLeg.dated`."""
    return _ENDS if kind in _LASTING else _TIME


def lasting_columns(kind: Kind) -> tuple[str, ...]:
    """Those of `ToldLeg.lasting`."""
    return _ENDS if kind in _LASTING or kind is Kind.INSTRUMENT else _TIME
