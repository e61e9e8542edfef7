"""From a pattern to one query: claims joined by who takes part in them. Every value is bound, none is in the SQL."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import combinations
from sqlite3 import Connection as SqliteConnection
from typing import Any, cast

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    case,
    exists,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    true,
    union,
)
from sqlalchemy.sql.expression import FromClause

from palanca.analysis.patterns.pattern import Gap, Link, Match, Measured, Pattern, Relation, Variable, Way
from palanca.analysis.patterns.periods import period_of
from palanca.records import ClaimId, Kind
from palanca.store.codec import detail_from_json, time_from_text
from palanca.store.querying import passing
from palanca.store.rows import iso_day
from palanca.store.schema import claim_parties, claims, things
from palanca.store.statement_rows import PLACE

type Condition = ColumnElement[bool]
type Day = ColumnElement[str]

_ENDS = ("begins_first", "begins_last", "ends_first", "ends_last")
_LASTING = {Kind.OFFICE, Kind.TIE}  # what goes on before and after the time at which it is shown
_REMEMBERED = 1 << 16
_MOST_WEIGHED = 20_000  # fits of one combination of ways: around a hub a motif fits by the million


def matches(connection: Connection, pattern: Pattern, limit: int | None) -> Iterator[Match]:
    """What fits, where dates prove most first, then by the time of the last leg, then by ids."""
    _teach(connection)
    legs, parties, links = len(pattern.legs), len(pattern.variables), len(pattern.shown_links)
    for row in connection.execute(fitting(pattern).limit(limit)):
        values: tuple[Any, ...] = tuple(row)
        yield Match(
            claims=tuple(map(ClaimId, values[:legs])),
            parties=values[legs : legs + parties],
            certain=tuple(map(bool, values[legs + parties : legs + parties + links])),
        )


def fitting(pattern: Pattern) -> Select[*tuple[object, ...]]:
    """Rows of claims by leg, parties by variable, and whether each shown link is certain.

    Each way of a leg is worked out once, as a table of its own: nothing else bounds the time where legs share but a
    country, of which there are few.
    """
    told = {
        (leg.name, way): _told(way, f"leg_{at}_{number}")
        for at, leg in enumerate((*pattern.legs, *pattern.without))
        for number, way in enumerate(leg.ways)
    }
    weighed = (_fitting(pattern, ways, told).limit(_MOST_WEIGHED).subquery() for ways in pattern.combinations)
    found = union(*map(select, weighed)).subquery()
    certain = [column for column in found.c if column.name.startswith("certain_")]
    proven = sum(certain[1:], start=certain[0]) if certain else literal(0)
    rest = [column for column in found.c if column.name != "at"]
    return select(found).order_by(proven.desc(), found.c.at, *rest)


type _Days = tuple[Day, Day, Day, Day]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A leg in one way, as a table of the query; its parties stand in columns by variable.

    `dated` are the days of `Period`, for an order; `lasting` too, for what overlaps or lies apart: of an instrument the
    first is its date, the second its validity.
    """

    kind: Kind
    rows: CTE
    parties: Mapping[str, ColumnElement[str]]

    @property
    def dated(self) -> _Days:
        return self._days("dated")

    @property
    def lasting(self) -> _Days:
        return self._days("lasting")

    def _days(self, which: str) -> _Days:
        first, last, ends_first, ends_last = (self.rows.c[f"{which}_{end}"] for end in _ENDS)
        return first, last, ends_first, ends_last


def _fitting(
    pattern: Pattern, ways: tuple[Way, ...], told: Mapping[tuple[str, Way], _Told]
) -> Select[*tuple[object, ...]]:
    legs = {leg.name: told[leg.name, way] for leg, way in zip(pattern.legs, ways, strict=True)}
    parties = _parties_of(legs.values())
    begins, begins_last, _, _ = list(legs.values())[-1].dated
    links = [(link, legs[link.first], legs[link.second]) for link in pattern.shown_links]
    return select(
        *(leg.rows.c.id.label(f"claim_{at}") for at, leg in enumerate(legs.values())),
        *(parties.get(one.name, null()).label(f"party_{at}") for at, one in enumerate(pattern.variables)),
        *(case((_certain(*link), 1), else_=0).label(f"certain_{at}") for at, link in enumerate(links)),
        func.coalesce(begins, begins_last, "").label("at"),
    ).where(
        *_joined(legs.values()),
        *(parties[one] != parties[other] for one, other in pattern.differs),
        *(_possible(*link) for link in links),
        *(not_(_excluding(pattern, name, told[name, way], legs)) for name, way in _exclusions(pattern)),
    )


def _exclusions(pattern: Pattern) -> Iterator[tuple[str, Way]]:
    return ((leg.name, way) for leg in pattern.without for way in leg.ways)


def _told(way: Way, name: str) -> _Told:
    """Rows of claims that pass, once for each choice of different parties for the variables."""
    parties = [claim_parties.alias() for _ in way.variables]
    measured = [_measured(variable, party) for variable, party in zip(way.variables, parties, strict=True)]
    joined: FromClause = claims
    for variable, party in zip(way.variables, parties, strict=True):
        joined = joined.join(party, and_(party.c.claim == claims.c.id, *_filling(variable, party)))
    apart = [
        measured[one] != measured[other]
        for one, other in combinations(range(len(measured)), 2)
        if way.variables[one].by is way.variables[other].by
    ]
    columns = (claims.c.id, *_day_columns(way.kind), *(column.label(f"v_{at}") for at, column in enumerate(measured)))
    wanted = select(*columns).select_from(joined).where(passing(way.query), *apart)
    rows = wanted.cte(name).prefix_with("MATERIALIZED")
    return _Told(
        kind=way.kind, rows=rows, parties={one.name: rows.c[f"v_{at}"] for at, one in enumerate(way.variables)}
    )


def _day_columns(kind: Kind) -> Iterator[Day]:
    """The columns of `_Told.dated` and `_Told.lasting`, out of the detail where it tells more than the time."""
    plain = (claims.c.earliest, claims.c.latest, claims.c.earliest, claims.c.latest)
    asked = (literal(kind.value), claims.c.detail, claims.c.time)
    told = [getattr(func, f"palanca_{end}")(*asked, type_=String) for end in _ENDS]
    dated = told if kind in _LASTING else plain
    lasting = told if kind in _LASTING or kind is Kind.INSTRUMENT else plain
    yield from (day.label(f"dated_{end}") for end, day in zip(_ENDS, dated, strict=True))
    yield from (day.label(f"lasting_{end}") for end, day in zip(_ENDS, lasting, strict=True))


def _measured(variable: Variable, party: FromClause) -> ColumnElement[str]:
    column: ColumnElement[str] = party.c.country if variable.by is Measured.COUNTRY else party.c.identity
    return column


def _filling(variable: Variable, party: FromClause) -> Iterator[Condition]:
    yield party.c.role.in_(variable.roles) if variable.roles else party.c.role != PLACE
    yield _measured(variable, party).is_not(None)
    if variable.branches:
        yield party.c.branch.in_(variable.branches)
    if variable.schemata:
        yield party.c.identity.in_(select(things.c.id).where(things.c.schema.in_(variable.schemata)))


def _parties_of(legs: Iterable[_Told]) -> dict[str, ColumnElement[str]]:
    """The column of each variable where it first stands."""
    found: dict[str, ColumnElement[str]] = {}
    for leg in legs:
        for name, column in leg.parties.items():
            found.setdefault(name, column)
    return found


def _joined(legs: Iterable[_Told]) -> Iterator[Condition]:
    """That each leg is a claim of its own, and that a variable is the same wherever it stands."""
    before: list[_Told] = []
    for leg in legs:
        yield from (leg.rows.c.id != other.rows.c.id for other in before if other.kind is leg.kind)
        known = _parties_of(before)
        yield from (column == known[name] for name, column in leg.parties.items() if name in known)
        before.append(leg)


def _excluding(pattern: Pattern, name: str, excluded: _Told, legs: Mapping[str, _Told]) -> Condition:
    """That some other claim is told this way of those parties, at a time at which it can be meant."""
    known = _parties_of(legs.values())
    others = [leg.rows.c.id != excluded.rows.c.id for leg in legs.values() if leg.kind is excluded.kind]
    shared = [column == known[party] for party, column in excluded.parties.items() if party in known]
    all_legs = {**legs, name: excluded}
    links = (one for one in pattern.links if name in (one.first, one.second))
    times = [_possible(one, all_legs[one.first], all_legs[one.second]) for one in links]
    return exists(select(excluded.rows.c.id).where(*others, *shared, *times))


def _possible(link: Link, first: _Told, second: _Told) -> Condition:
    """That dates do not forbid it. `APART` is not counted on the mere lack of dates: it must be proven."""
    if link.relation is Relation.ORDER:
        return _may_follow(link.gap, first, second)
    begins, _, _, ends = first.lasting
    other_begins, _, _, other_ends = second.lasting
    if link.relation is Relation.OVERLAP:
        return and_(_unless_known(begins <= other_ends), _unless_known(other_begins <= ends))
    return or_(ends < other_begins, other_ends < begins)


def _may_follow(gap: Gap | None, first: _Told, second: _Told) -> Condition:
    """A gap is only held against claims of which some date is known, or all that is undated would lie in it."""
    _, _, ends_first, ends_last = first.dated
    begins_first, begins_last, _, _ = second.dated
    follows = _unless_known(begins_last >= ends_first)
    if gap is None:
        return follows
    dated = and_(or_(ends_first.is_not(None), ends_last.is_not(None)), func.coalesce(begins_first, begins_last) != "")
    return and_(follows, dated, _unless_known(begins_first <= _later(ends_last, gap)))


def _certain(link: Link, first: _Told, second: _Told) -> Condition:
    """That dates prove it; null where one is unknown."""
    if link.relation is Relation.APART:
        return true()
    if link.relation is Relation.OVERLAP:
        _, begins, ends, _ = first.lasting
        _, other_begins, other_ends, _ = second.lasting
        return and_(begins <= other_ends, other_begins <= ends)
    _, _, ends, ends_last = first.dated
    begins, begins_last, _, _ = second.dated
    after = begins > ends_last
    return and_(after, begins_last <= _later(ends, link.gap)) if link.gap else after


def _unless_known(holds: Condition) -> Condition:
    """That it holds, or that a date for it is unknown."""
    return func.coalesce(holds, 1) == 1


def _later(day: Day, gap: Gap) -> Day:
    return func.date(day, f"+{gap}", type_=String)


def _teach(connection: Connection) -> None:
    """Give this connection the functions that tell how long a claim lasts."""
    driver = cast("SqliteConnection", connection.connection.driver_connection)
    for end in _ENDS:
        driver.create_function(f"palanca_{end}", 3, partial(_day_of, end), deterministic=True)


@lru_cache(maxsize=_REMEMBERED)
def _day_of(end: str, kind: str, detail: str, time: str | None) -> str | None:
    period = period_of(detail_from_json(Kind(kind), detail), time_from_text(time))
    return iso_day(getattr(period, end))
