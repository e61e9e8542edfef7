"""The legs of a pattern as tables of their own for one question: what can fit, by variable, with its days as numbers.

Temporary tables and not parts of one query, so that they have indexes and known sizes: around those who are named most
an order of joining that is guessed takes minutes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import (
    CTE,
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Index,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    and_,
    case,
    cast,
    delete,
    exists,
    func,
    insert,
    not_,
    or_,
    select,
    union_all,
)
from sqlalchemy.sql.expression import FromClause, UnaryExpression
from sqlalchemy.sql.operators import custom_op

from palanca.analysis.patterns.pattern import Gap, Leg, Measured, Pattern, Variable, Way
from palanca.records import Kind, Schema
from palanca.store.days import AFTER_ALL, BEFORE_ALL
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.querying import passing
from palanca.store.schema import things
from palanca.store.statement_rows import PLACE

type Condition = ColumnElement[bool]
type Day = ColumnElement[int]
type Days = tuple[Day, Day, Day, Day]
type Told = Mapping[tuple[str, Way], ToldLeg]
type Parties = Select[str] | CompoundSelect[str]

_ENDS = ("begins_first", "begins_last", "ends_first", "ends_last")
_LASTING = {Kind.OFFICE, Kind.TIE}  # what goes on before and after the time at which it is shown
_JULIAN = 1_721_424.5  # the Julian day on which the first day of `date.toordinal` begins, less one


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLeg:
    """A leg in one way, as a table; its parties stand in columns by variable.

    `dated` are the days of `Period`, for an order; `lasting` too, for what overlaps or lies apart: of an instrument the
    first is its date, the second its validity.
    """

    kind: Kind
    rows: Table
    parties: Mapping[str, ColumnElement[str]]

    @property
    def dated(self) -> Days:
        """Between which days it begins and ends, to be put in order."""
        return self._days("dated")

    @property
    def lasting(self) -> Days:
        """Between which days it begins and ends, as long as it holds."""
        return self._days("lasting")

    def later(self, gap: Gap) -> tuple[Day, Day]:
        """The last two of `dated`, so much later."""
        return self.rows.c[f"first_{_name(gap)}"], self.rows.c[f"last_{_name(gap)}"]

    def _days(self, which: str) -> Days:
        first, last, ends_first, ends_last = (self.rows.c[f"{which}_{end}"] for end in _ENDS)
        return first, last, ends_first, ends_last


def tell(connection: Connection, pattern: Pattern) -> Told:
    """Fill the table of each way of each leg, leaving out what shares a variable with no row of another leg."""
    legs = (*pattern.legs, *pattern.without)
    told = {
        (leg.name, way): _table_of(way, f"leg_{at}_{number}", _gaps(pattern, leg))
        for at, leg in enumerate(legs)
        for number, way in enumerate(leg.ways)
    }
    for at, leg in enumerate(legs):
        before = pattern.legs[:at]
        for way in leg.ways:
            _fill(connection, told[leg.name, way], way, _gaps(pattern, leg), _named_in(before, told))
    _thin_out(connection, pattern, told)
    shared = Counter(name for leg in legs for name in {one.name for way in leg.ways for one in way.variables})
    for one in told.values():
        _index(connection, one.rows, [column for name, column in one.parties.items() if shared[name] > 1])
    return told


def forget(connection: Connection, told: Told) -> None:
    """Drop the tables."""
    for leg in told.values():
        leg.rows.drop(connection)


def _gaps(pattern: Pattern, leg: Leg) -> tuple[Gap, ...]:
    return tuple(dict.fromkeys(link.gap for link in pattern.links if link.gap and link.first == leg.name))


def _name(gap: Gap) -> str:
    return f"{gap.number}_{gap.unit}"


def _table_of(way: Way, name: str, gaps: Iterable[Gap]) -> ToldLeg:
    numbers = [f"{which}_{end}" for which in ("dated", "lasting") for end in _ENDS]
    numbers += [f"{end}_{_name(gap)}" for gap in gaps for end in ("first", "last")]
    columns = [Column(one, Integer) for one in numbers]
    parties = [Column(f"v_{at}", Text) for at in range(len(way.variables))]
    rows = Table(name, MetaData(), Column("id", Text), *columns, *parties, prefixes=["TEMPORARY"])
    return ToldLeg(
        kind=way.kind, rows=rows, parties={one.name: rows.c[f"v_{at}"] for at, one in enumerate(way.variables)}
    )


def _index(connection: Connection, rows: Table, parties: Sequence[ColumnElement[str]]) -> None:
    """Each party that joins legs first in an index of its own.

    Once all rows stand: an index is dear to fill row by row.
    """
    for at in range(len(parties)):
        Index(f"{rows.name}_by_{at}", *parties[at:], *parties[:at]).create(connection)
    connection.exec_driver_sql(f"ANALYZE temp.{rows.name}")


def _fill(connection: Connection, leg: ToldLeg, way: Way, gaps: Iterable[Gap], named: Mapping[str, Parties]) -> None:
    """With claims that pass, once for each choice of different parties for the variables, of those `named` so far."""
    told = _claims_of(way, gaps)
    parties = [indexed_parties.alias() for _ in way.variables]
    measured = [_measured(variable, party) for variable, party in zip(way.variables, parties, strict=True)]
    joined: FromClause = told
    for variable, party in zip(way.variables, parties, strict=True):
        joined = joined.join(party, and_(party.c.claim == told.c.key, *_filling(variable, party)))
    apart = [
        measured[one] != measured[other]
        for one, other in combinations(range(len(measured)), 2)
        if way.variables[one].by is way.variables[other].by
    ]
    known = [
        _plain(column).in_(named[variable.name])
        for variable, column in zip(way.variables, measured, strict=True)
        if variable.name in named
    ]
    columns = (*(column for column in told.c if column.name != "key"), *measured)
    wanted: Select[*tuple[object, ...]] = (
        select(*columns).select_from(joined).where(*apart, *_foreign(way, parties), *known)
    )
    leg.rows.create(connection)
    connection.execute(insert(leg.rows).from_select([column.name for column in leg.rows.c], wanted))


def _claims_of(way: Way, gaps: Iterable[Gap]) -> CTE:
    """The claims that pass with their days, found before their parties: the other way round is dear."""
    days = (day.label(f"day_{at}") for at, day in enumerate(_day_columns(way.kind, gaps)))
    passed = select(indexed_claims.c.key, indexed_claims.c.id, *days).where(passing(way.query))
    return passed.cte().prefix_with("MATERIALIZED")


def _day_columns(kind: Kind, gaps: Iterable[Gap]) -> Iterator[Day]:
    """The columns of `ToldLeg.dated`, `ToldLeg.lasting` and `ToldLeg.later`."""
    claim = indexed_claims.c
    plain = (claim.first, claim.last, claim.first, claim.last)
    told = tuple(claim[end] for end in _ENDS)
    dated = told if kind in _LASTING else plain
    yield from dated
    yield from told if kind in _LASTING or kind is Kind.INSTRUMENT else plain
    for gap in gaps:
        yield from (_later(day, gap) for day in dated[2:])


def _later(day: Day, gap: Gap) -> Day:
    """So much later; what is open or unknown stays so, and what would lie past the calendar is open."""
    moved = func.julianday(day + _JULIAN, f"+{gap}") - _JULIAN
    return case((day.in_((BEFORE_ALL, AFTER_ALL)), day), else_=func.coalesce(cast(moved, Integer), AFTER_ALL))


def _measured(variable: Variable, party: FromClause) -> ColumnElement[str]:
    column: ColumnElement[str] = party.c.country if variable.by is Measured.COUNTRY else party.c.thing
    return column


def _filling(variable: Variable, party: FromClause) -> Iterator[Condition]:
    yield party.c.role.in_(variable.roles) if variable.roles else party.c.role != PLACE
    yield _plain(_measured(variable, party)).is_not(None)
    if variable.branches:
        yield _plain(party.c.branch).in_(variable.branches)
    if variable.schemata:
        yield _plain(party.c.thing).in_(select(things.c.id).where(things.c.schema.in_(variable.schemata)))


def _foreign(way: Way, parties: Sequence[FromClause]) -> Iterator[Condition]:
    """That a party is not the state to which another belongs then, nor an organ of it; where that is known."""
    by_name = {variable.name: party for variable, party in zip(way.variables, parties, strict=True)}
    is_organ = or_(things.c.is_country == 1, things.c.schema == Schema.PUBLIC_BODY)
    for variable in way.variables:
        if variable.no_state_of:
            party, other = by_name[variable.name], by_name[variable.no_state_of]
            is_own = and_(things.c.id == party.c.thing, things.c.country == other.c.country, is_organ)
            yield not_(exists().where(is_own))


def _plain(column: ColumnElement[str]) -> ColumnElement[str]:
    """The column, not to be looked up by an index: claims of a kind are fewer than those of so many parties."""
    return UnaryExpression(column, operator=custom_op("+"), type_=Text())


def _thin_out(connection: Connection, pattern: Pattern, told: Told) -> None:
    """Take out the rows of a leg of which a party stands in no row of another leg that must name it too."""
    for at, leg in reversed(list(enumerate(pattern.legs))):
        named = _named_in((*pattern.legs[:at], *pattern.legs[at + 1 :]), told)
        for one in (told[leg.name, way] for way in leg.ways):
            lost = [one.parties[name].not_in(named[name]) for name in named if name in one.parties]
            if lost:
                connection.execute(delete(one.rows).where(or_(*lost)))


def _named_in(legs: Iterable[Leg], told: Told) -> dict[str, Parties]:
    """By variable whom rows of every leg name that has the variable in each of its ways."""
    found: dict[str, list[Select[str]]] = {}
    for leg in legs:
        for variable in set.intersection(*({one.name for one in way.variables} for way in leg.ways)):
            columns = (told[leg.name, way].parties[variable] for way in leg.ways)
            found.setdefault(variable, []).append(select(union_all(*map(select, columns)).subquery().c[0]))
    return {
        variable: several[0].intersect(*several[1:]) if several[1:] else several[0]
        for variable, several in found.items()
    }
