"""From the claims of a case to the tables of the legs of a pattern: what passes, by party, as far as it can fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    Select,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    insert,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.sql.expression import FromClause
from sqlalchemy.sql.visitors import replacement_traverse

from palanca.analysis.patterns.pattern import Gap, Measured, Variable, Way
from palanca.records import Kind, Schema
from palanca.records.query import Query
from palanca.store.candidates import Candidates, is_of
from palanca.store.days import AFTER_ALL, BEFORE_ALL
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.querying import Condition, passing, unindexed
from palanca.store.schema import things
from palanca.store.statement_rows import PLACE
from palanca.store.told_legs import Day, ToldLeg, dated_columns, known_first, known_last, lasting_columns, table_of

# A claim is found before its parties: the other way round is dear.
_CLAIM_FIRST = unindexed(indexed_claims.c.key)
_FEW = 30_000  # rows looked up by a thing are as dear as all of a million claims seen in passing
_NEVER, _ALWAYS = false(), true()
_DAYS = "days"
_JULIAN = 1_721_424.5  # the Julian day on which the first day of `date.toordinal` begins, less one


def fill(candidates: Candidates, told: Sequence[tuple[Way, ToldLeg]], gaps: Sequence[Gap]) -> None:
    """Make and fill the table of each way of a leg.

    With claims that pass, once for each choice of different parties for the variables, of the `candidates`. Ways that
    ask the same of the same roles have them from one look at the claims: an official met a firm, or the body did.
    """
    alike: dict[object, list[tuple[Way, ToldLeg]]] = {}
    for way, leg in told:
        leg.rows.create(candidates.connection)
        alike.setdefault(_asked(way), []).append((way, leg))
    for several in alike.values():
        ways, legs = [way for way, _ in several], [leg for _, leg in several]
        if len(several) == 1:
            _fill(candidates, legs[0], ways, gaps)
        else:
            _fill_from_one(candidates, ways, legs, gaps)


def _asked(way: Way) -> object:
    """What a way asks of claims and their parties, whatever its variables are called."""
    places = {variable.name: at for at, variable in enumerate(way.variables)}
    asked = [(replace(one, name="", no_state_of=None), places.get(one.no_state_of or "")) for one in way.variables]
    return way.kind, way.query, tuple(asked)


def _fill_from_one(candidates: Candidates, ways: Sequence[Way], legs: Sequence[ToldLeg], gaps: Sequence[Gap]) -> None:
    """By way of a table of what can be told in any of these ways."""
    either = table_of(ways[0], f"{legs[0].rows.name}_or_so", gaps)
    either.rows.create(candidates.connection)
    _fill(candidates, either, ways, gaps)
    for way, leg in zip(ways, legs, strict=True):
        columns = zip(way.variables, either.parties.values(), strict=True)
        told = select(either.rows).where(*(one for column in columns for one in candidates.conditions(*column)))
        candidates.connection.execute(insert(leg.rows).from_select(leg.rows.c.keys(), told))
    either.rows.drop(candidates.connection)


def _fill(candidates: Candidates, leg: ToldLeg, ways: Sequence[Way], gaps: Iterable[Gap]) -> None:
    """With what can be told in any of these ways, which ask the same."""
    way = ways[0]
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
    known = [_can_stand(candidates, [one.variables[at] for one in ways], party) for at, party in enumerate(measured)]
    wanted: Select[*tuple[object, ...]] = (
        select(*_told_of_claim(leg, way, gaps), *measured)
        .select_from(joined)
        .where(
            _seen_in_passing(way.kind, way.query),
            *apart,
            *_foreign(way, parties),
            *known,
            *_found_by_few(candidates, ways),
        )
    )
    candidates.connection.execute(insert(leg.rows).from_select(leg.rows.c.keys(), wanted))


def _can_stand(candidates: Candidates, variables: Iterable[Variable], party: ColumnElement[str]) -> Condition:
    """That a party can stand for one of these variables."""
    each = {one.name: and_(_ALWAYS, *candidates.conditions(one, party)) for one in variables}
    return or_(_NEVER, *each.values())


def _found_by_few(candidates: Candidates, ways: Sequence[Way]) -> Iterator[Condition]:
    """That a claim names a candidate, where so few of its kind do that they are found by whom they name."""
    for variables in zip(*(way.variables for way in ways), strict=True):
        named = candidates.naming(variables[0], ways[0].kind)
        is_one = len({variable.name for variable in variables}) == 1
        if is_one and named is not None and candidates.at_most(_FEW, named):
            yield indexed_claims.c.key.in_(named)
            return


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
    yield from (claim[name] for name in dict.fromkeys((*dated_columns(leg.kind), *lasting_columns(leg.kind))))
    begins = [claim[name] for name in dated_columns(leg.kind)[:2]]
    yield from (known_first(*begins), known_last(*begins))
    for gap in gaps:
        yield from (_later(claim[name], gap) for name in dated_columns(way.kind)[2:])


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
    if variable.schemata and variable.by is Measured.COUNTRY:  # those of things are of the candidates
        yield is_of(party.c.thing, variable.schemata)


def _foreign(way: Way, parties: Sequence[FromClause]) -> Iterator[Condition]:
    """That a party is not the state to which another belongs then, nor an organ of it; where that is known."""
    by_name = {variable.name: party for variable, party in zip(way.variables, parties, strict=True)}
    is_organ = or_(things.c.is_country == 1, things.c.schema == Schema.PUBLIC_BODY)
    for variable in way.variables:
        if variable.no_state_of:
            party, other = by_name[variable.name], by_name[variable.no_state_of]
            is_own = and_(things.c.id == party.c.thing, things.c.country == other.c.country, is_organ)
            yield not_(exists().where(is_own))
