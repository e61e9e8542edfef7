"""The legs of a pattern as tables of their own for one question: what can fit, by variable, with its days as numbers.

Temporary tables and not parts of one query, so that they have indexes and known sizes: around those who are named most
an order of joining that is guessed takes minutes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import (
    Column,
    ColumnElement,
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
    func,
    insert,
    select,
    union,
)
from sqlalchemy.sql.expression import FromClause

from palanca.analysis.patterns.pattern import Gap, Leg, Measured, Pattern, Variable, Way
from palanca.records import Kind
from palanca.store.days import AFTER_ALL, BEFORE_ALL
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.querying import passing
from palanca.store.schema import things
from palanca.store.statement_rows import PLACE

type Condition = ColumnElement[bool]
type Day = ColumnElement[int]
type Days = tuple[Day, Day, Day, Day]
type Told = Mapping[tuple[str, Way], ToldLeg]

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
    """Fill the table of each way of each leg; what shares a variable with nothing is taken out again."""
    told = {
        (leg.name, way): _table_of(way, f"leg_{at}_{number}", _gaps(pattern, leg))
        for at, leg in enumerate((*pattern.legs, *pattern.without))
        for number, way in enumerate(leg.ways)
    }
    for (name, way), leg in told.items():
        _fill(connection, leg, way, _gaps(pattern, _named(pattern, name)))
    _thin_out(connection, pattern, told)
    for leg in told.values():
        connection.exec_driver_sql(f"ANALYZE temp.{leg.rows.name}")
    return told


def forget(connection: Connection, told: Told) -> None:
    """Drop the tables."""
    for leg in told.values():
        leg.rows.drop(connection)


def _named(pattern: Pattern, name: str) -> Leg:
    return next(leg for leg in (*pattern.legs, *pattern.without) if leg.name == name)


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
    for at in range(len(parties)):
        Index(f"{name}_v_{at}", *parties[at:], *parties[:at])
    return ToldLeg(
        kind=way.kind, rows=rows, parties={one.name: rows.c[f"v_{at}"] for at, one in enumerate(way.variables)}
    )


def _fill(connection: Connection, leg: ToldLeg, way: Way, gaps: Iterable[Gap]) -> None:
    """With claims that pass, once for each choice of different parties for the variables."""
    parties = [indexed_parties.alias() for _ in way.variables]
    measured = [_measured(variable, party) for variable, party in zip(way.variables, parties, strict=True)]
    joined: FromClause = indexed_claims
    for variable, party in zip(way.variables, parties, strict=True):
        joined = joined.join(party, and_(party.c.claim == indexed_claims.c.key, *_filling(variable, party)))
    apart = [
        measured[one] != measured[other]
        for one, other in combinations(range(len(measured)), 2)
        if way.variables[one].by is way.variables[other].by
    ]
    columns = (indexed_claims.c.id, *_day_columns(way.kind, gaps), *measured)
    wanted: Select[*tuple[object, ...]] = select(*columns).select_from(joined).where(passing(way.query), *apart)
    leg.rows.create(connection)
    connection.execute(insert(leg.rows).from_select([column.name for column in leg.rows.c], wanted))


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
    yield _measured(variable, party).is_not(None)
    if variable.branches:
        yield party.c.branch.in_(variable.branches)
    if variable.schemata:
        yield party.c.thing.in_(select(things.c.id).where(things.c.schema.in_(variable.schemata)))


def _thin_out(connection: Connection, pattern: Pattern, told: Told) -> None:
    """Take out the rows of a leg of which a party stands in no row of another leg that must name it too."""
    for _ in range(2):  # what one pass takes out may leave others alone
        for leg, other in ((one, two) for one in pattern.legs for two in pattern.legs if one is not two):
            for variable in pattern.variables:
                columns = [told[other.name, way].parties.get(variable.name) for way in other.ways]
                named = [select(column) for column in columns if column is not None]
                if len(named) == len(columns):
                    _keep(connection, [told[leg.name, way] for way in leg.ways], variable.name, named)


def _keep(connection: Connection, legs: Iterable[ToldLeg], variable: str, named: list[Select[str]]) -> None:
    for leg in legs:
        if variable in leg.parties:
            connection.execute(delete(leg.rows).where(leg.parties[variable].not_in(union(*named))))
