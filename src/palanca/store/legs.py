"""The legs of a pattern as tables of their own for one question: what can fit, by variable, with its days as numbers.

Temporary tables and not parts of one query, so that they have indexes and known sizes: around those who are named most
an order of joining that is guessed takes minutes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
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
from sqlalchemy.sql.expression import FromClause
from sqlalchemy.sql.visitors import replacement_traverse

from palanca.analysis.patterns.pattern import Gap, Leg, Measured, Pattern, Variable, Way
from palanca.records import Kind, Schema
from palanca.records.query import Query
from palanca.store.days import AFTER_ALL, BEFORE_ALL
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.leg_indexes import heed, index_leg
from palanca.store.querying import passing, unindexed
from palanca.store.schema import things
from palanca.store.statement_rows import PLACE

type Condition = ColumnElement[bool]
type Day = ColumnElement[int]
type Days = tuple[Day, Day, Day, Day]
type Told = Mapping[tuple[str, Way], ToldLeg]
type Parties = Select[str] | CompoundSelect[str]

_ENDS = ("begins_first", "begins_last", "ends_first", "ends_last")
_TIME = ("first", "last", "first", "last")
_LASTING = {Kind.OFFICE, Kind.TIE}  # what goes on before and after the time at which it is shown
# A claim is found before its parties: the other way round is dear.
_CLAIM_FIRST = unindexed(indexed_claims.c.key)
_BY_NUMBER = (Kind.TIE, Kind.INSTRUMENT, Kind.OFFICE)  # and all other kinds after these
_DAYS = "days"
_JULIAN = 1_721_424.5  # the Julian day on which the first day of `date.toordinal` begins, less one


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
        return self._days(_dated(self.kind))

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
        return self._days(_lasting(self.kind))

    def later(self, gap: Gap) -> tuple[Day, Day]:
        """The last two of `dated`, so much later."""
        return self.rows.c[f"first_{_name(gap)}"], self.rows.c[f"last_{_name(gap)}"]

    def _days(self, names: tuple[str, ...]) -> Days:
        first, last, ends_first, ends_last = (self.rows.c[name] for name in names)
        return first, last, ends_first, ends_last


def tell(connection: Connection, pattern: Pattern) -> Told:
    """Fill the table of each way of each leg, leaving out what shares a variable with no row of another leg."""
    legs = (*pattern.legs, *pattern.without)
    told = {
        (leg.name, way): _table_of(way, f"leg_{at}_{number}", _gaps(pattern, leg))
        for at, leg in enumerate(legs)
        for number, way in enumerate(leg.ways)
    }
    before: list[Leg] = []
    for leg in (*sorted(pattern.legs, key=_most_claims), *pattern.without):
        named = _named_in(before, told)
        for way in leg.ways:
            _fill(connection, told[leg.name, way], way, _gaps(pattern, leg), named)
        before += [leg] if leg in pattern.legs else []
    _thin_out(connection, pattern, told)
    shared = Counter(name for leg in legs for name in {one.name for way in leg.ways for one in way.variables})
    for one in told.values():
        index_leg(connection, one.rows, [column for name, column in one.parties.items() if shared[name] > 1])
    heed(connection)
    return told


def forget(connection: Connection, told: Told) -> None:
    """Drop the tables."""
    for leg in told.values():
        leg.rows.drop(connection)


def _most_claims(leg: Leg) -> int:
    """Where a leg stands among others by the number of its claims: few ties and instruments are of one sort."""
    return max(_BY_NUMBER.index(way.kind) if way.kind in _BY_NUMBER else len(_BY_NUMBER) for way in leg.ways)


def _gaps(pattern: Pattern, leg: Leg) -> tuple[Gap, ...]:
    return tuple(dict.fromkeys(link.gap for link in pattern.links if link.gap and link.first == leg.name))


def _name(gap: Gap) -> str:
    return f"{gap.number}_{gap.unit}"


def _table_of(way: Way, name: str, gaps: Iterable[Gap]) -> ToldLeg:
    days = dict.fromkeys((*_dated(way.kind), *_lasting(way.kind)))
    later = [f"{end}_{_name(gap)}" for gap in gaps for end in ("first", "last")]
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


def _dated(kind: Kind) -> tuple[str, ...]:
    """The columns of `indexed_claims` that are the days of `ToldLeg.dated`."""
    return _ENDS if kind in _LASTING else _TIME


def _lasting(kind: Kind) -> tuple[str, ...]:
    """Those of `ToldLeg.lasting`."""
    return _ENDS if kind in _LASTING or kind is Kind.INSTRUMENT else _TIME


def _fill(connection: Connection, leg: ToldLeg, way: Way, gaps: Iterable[Gap], named: Mapping[str, Parties]) -> None:
    """With claims that pass, once for each choice of different parties for the variables, of those `named` so far."""
    parties = [indexed_parties.alias() for _ in way.variables]
    measured = [_measured(variable, party) for variable, party in zip(way.variables, parties, strict=True)]
    joined: FromClause = indexed_claims
    for variable, party in zip(way.variables, parties, strict=True):
        joined = joined.join(party, and_(party.c.claim == _CLAIM_FIRST, *_filling(variable, party)))
    apart = [
        measured[one] != measured[other]
        for one, other in combinations(range(len(measured)), 2)
        if way.variables[one].by is way.variables[other].by
    ]
    known = [
        unindexed(column).in_(named[variable.name])
        for variable, column in zip(way.variables, measured, strict=True)
        if variable.name in named
    ]
    wanted: Select[*tuple[object, ...]] = (
        select(*_told_of_claim(leg, way, gaps), *measured)
        .select_from(joined)
        .where(_seen_in_passing(way.kind, way.query), *apart, *_foreign(way, parties), *known)
    )
    leg.rows.create(connection)
    connection.execute(insert(leg.rows).from_select([column.name for column in leg.rows.c], wanted))


def _seen_in_passing(kind: Kind, query: Query) -> Condition:
    """That a claim passes, as claims come by their numbers, and not by an index of what is asked of them.

    Who takes part in them stands in the order of these numbers, and of events and offices much is asked that is true of
    many. Of ties and instruments few are of one sort.
    """
    if kind not in (Kind.EVENT, Kind.OFFICE):
        return passing(query)

    def plain(element: object, **_: object) -> ColumnElement[Any] | None:
        if isinstance(element, Column) and element.table is indexed_claims and element.name not in ("key", "id"):
            return unindexed(element)
        return None

    return replacement_traverse(passing(query), {}, plain)


def _told_of_claim(leg: ToldLeg, way: Way, gaps: Iterable[Gap]) -> Iterator[ColumnElement[int]]:
    """The columns of a leg that are no parties: number and days of a claim, and those so much later."""
    claim = indexed_claims.c
    yield claim.key
    yield from (claim[name] for name in dict.fromkeys((*_dated(leg.kind), *_lasting(leg.kind))))
    begins = [claim[name] for name in _dated(leg.kind)[:2]]
    yield from (known_first(*begins), known_last(*begins))
    for gap in gaps:
        yield from (_later(claim[name], gap) for name in _dated(way.kind)[2:])


def _later(day: Day, gap: Gap) -> Day:
    """So much later; what is open or unknown stays so, and what would lie past the calendar is open."""
    later: Day
    if gap.unit == _DAYS:
        later = case((day + gap.number > date.max.toordinal(), AFTER_ALL), else_=day + gap.number)
    else:
        moved = func.julianday(day + _JULIAN, f"+{gap}") - _JULIAN
        later = func.coalesce(cast(moved, Integer), AFTER_ALL)
    return case((day.in_((BEFORE_ALL, AFTER_ALL)), day), else_=later)


def _measured(variable: Variable, party: FromClause) -> ColumnElement[str]:
    column: ColumnElement[str] = party.c.country if variable.by is Measured.COUNTRY else party.c.thing
    return column


def _filling(variable: Variable, party: FromClause) -> Iterator[Condition]:
    yield party.c.role.in_(variable.roles) if variable.roles else party.c.role != PLACE
    yield unindexed(_measured(variable, party)).is_not(None)
    if variable.branches:
        yield unindexed(party.c.branch).in_(variable.branches)
    if variable.schemata:
        yield unindexed(party.c.thing).in_(select(things.c.id).where(things.c.schema.in_(variable.schemata)))


def _foreign(way: Way, parties: Sequence[FromClause]) -> Iterator[Condition]:
    """That a party is not the state to which another belongs then, nor an organ of it; where that is known."""
    by_name = {variable.name: party for variable, party in zip(way.variables, parties, strict=True)}
    is_organ = or_(things.c.is_country == 1, things.c.schema == Schema.PUBLIC_BODY)
    for variable in way.variables:
        if variable.no_state_of:
            party, other = by_name[variable.name], by_name[variable.no_state_of]
            is_own = and_(things.c.id == party.c.thing, things.c.country == other.c.country, is_organ)
            yield not_(exists().where(is_own))


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
