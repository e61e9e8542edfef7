"""From a pattern to what fits it: claims joined by who takes part in them. Every value is bound, none is in the SQL."""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    and_,
    case,
    column,
    exists,
    func,
    not_,
    null,
    or_,
    select,
    true,
    union_all,
)  # fmt: skip

from palanca.analysis.patterns.pattern import Gap, Link, Match, Pattern, Relation, Way
from palanca.records import ClaimId
from palanca.store.days import AFTER_ALL, BEFORE_ALL
from palanca.store.index_tables import indexed_claims
from palanca.store.legs import forget, tell
from palanca.store.querying import Condition, unindexed
from palanca.store.told_legs import Day, Told, ToldLeg, known_first

type _Fit = tuple[int, int, tuple[ClaimId, ...], tuple[str, ...], tuple[bool, ...], tuple[str | None, ...]]

_MOST_WEIGHED = 20_000  # fits of one combination of ways: around a hub a motif fits by the million


def matches(connection: Connection, pattern: Pattern, limit: int | None) -> Iterator[Match]:
    """What fits, where dates prove most first, then by the time of the last leg, then by ids."""
    told = tell(connection, pattern)
    rows = set(map(tuple, connection.execute(fitting(pattern, told))))
    forget(connection, told)
    legs = len(pattern.legs)
    ids = _ids(connection, {key for row in rows for key in row[:legs]})
    for _, _, claims, _, certain, named in sorted(_fits(rows, ids, pattern))[:limit]:
        yield Match(claims=claims, parties=named, certain=certain)


def _fits(rows: Iterable[tuple[Any, ...]], ids: Mapping[int, ClaimId], pattern: Pattern) -> Iterator[_Fit]:
    """Rows of `fitting` in the order of `matches`: a party that is not named stands for one of no name."""
    legs = len(pattern.legs)
    parties = legs + len(pattern.variables)
    proofs: dict[tuple[int, ...], tuple[bool, ...]] = {}  # there are few, and fits by the ten thousand
    for row in rows:
        named, proven = row[legs:parties], row[parties:-1]
        if (certain := proofs.get(proven)) is None:
            certain = proofs[proven] = tuple([one == 1 for one in proven])
        claims = tuple([ids[key] for key in row[:legs]])
        in_order = tuple([party or "" for party in named]) if None in named else named
        yield -sum(certain), row[-1], claims, in_order, certain, named


def _ids(connection: Connection, keys: Iterable[int]) -> dict[int, ClaimId]:
    """The ids of claims by their numbers."""
    known = func.json_each(json.dumps(list(keys))).table_valued(column("value", Integer))
    claim = indexed_claims.c
    rows = connection.execute(select(claim.key, claim.id).where(claim.key.in_(select(known))))
    return {key: ClaimId(identifier) for key, identifier in rows}


def fitting(pattern: Pattern, told: Told) -> CompoundSelect[*tuple[Any, ...]]:
    """Rows of numbers of claims by leg, parties by variable, whether each shown link is certain, and a day.

    The day is the first known one of the last leg. In no order, and one may come twice.
    """
    weighed = (_fitting(pattern, ways, told).limit(_MOST_WEIGHED).subquery() for ways in pattern.combinations)
    return union_all(*map(select, weighed))


def _fitting(pattern: Pattern, ways: tuple[Way, ...], told: Told) -> Select[*tuple[object, ...]]:
    legs = {leg.name: told[leg.name, way] for leg, way in zip(pattern.legs, ways, strict=True)}
    parties = _parties_of(legs.values())
    begins, begins_last, _, _ = list(legs.values())[-1].dated
    links = [(link, legs[link.first], legs[link.second]) for link in pattern.shown_links]
    return select(
        *(leg.rows.c.key.label(f"claim_{at}") for at, leg in enumerate(legs.values())),
        *(parties.get(one.name, null()).label(f"party_{at}") for at, one in enumerate(pattern.variables)),
        *(case((_certain(*link), 1), else_=0).label(f"certain_{at}") for at, link in enumerate(links)),
        _first_known(begins, begins_last).label("at"),
    ).where(
        *_joined(legs, {link.second for link in pattern.shown_links if link.gap}),
        *(parties[one] != parties[other] for one, other in pattern.differs),
        *(_possible(*link) for link in links),
        *(not_(_excluding(pattern, name, told[name, way], legs)) for name, way in _exclusions(pattern)),
    )


def _first_known(begins: Day, begins_last: Day) -> Day:
    """The first day on which it may begin, or else the last; what has none comes first."""
    return case((begins > BEFORE_ALL, begins), (begins_last < AFTER_ALL, begins_last), else_=BEFORE_ALL)


def _exclusions(pattern: Pattern) -> Iterator[tuple[str, Way]]:
    return ((leg.name, way) for leg in pattern.without for way in leg.ways)


def _parties_of(legs: Iterable[ToldLeg]) -> dict[str, ColumnElement[str]]:
    """The column of each variable where it first stands."""
    found: dict[str, ColumnElement[str]] = {}
    for leg in legs:
        for name, party in leg.parties.items():
            found.setdefault(name, party)
    return found


def _joined(legs: Mapping[str, ToldLeg], soon_after: Container[str]) -> Iterator[Condition]:
    """That each leg is a claim of its own, and that a variable is the same wherever it stands.

    What must come `soon_after` another leg is looked up from there: around a hub few of its claims lie so near.
    """
    before: list[ToldLeg] = []
    for name, leg in legs.items():
        yield from (leg.rows.c.key != other.rows.c.key for other in before if other.kind is leg.kind)
        known = _parties_of(before)
        for variable, party in leg.parties.items():
            if variable in known:
                yield party == (unindexed(known[variable]) if name in soon_after else known[variable])
        before.append(leg)


def _excluding(pattern: Pattern, name: str, excluded: ToldLeg, legs: Mapping[str, ToldLeg]) -> Condition:
    """That some other claim is told this way of those parties, at a time at which it can be meant."""
    known = _parties_of(legs.values())
    others = [leg.rows.c.key != excluded.rows.c.key for leg in legs.values() if leg.kind is excluded.kind]
    shared = [column == known[party] for party, column in excluded.parties.items() if party in known]
    all_legs = {**legs, name: excluded}
    links = (one for one in pattern.links if name in (one.first, one.second))
    times = [_possible(one, all_legs[one.first], all_legs[one.second]) for one in links]
    return exists(select(excluded.rows.c.key).where(*others, *shared, *times))


def _possible(link: Link, first: ToldLeg, second: ToldLeg) -> Condition:
    """That dates do not forbid it: an unknown end lies beyond every day, and so forbids nothing and proves nothing.

    `APART` is not counted on the mere lack of dates: it must be proven.
    """
    if link.relation is Relation.ORDER:
        return _may_follow(link.gap, first, second)
    begins, _, _, ends = first.lasting
    other_begins, _, _, other_ends = second.lasting
    if link.relation is Relation.OVERLAP:
        return and_(begins <= other_ends, other_begins <= ends)
    return or_(ends < other_begins, other_ends < begins)


def _may_follow(gap: Gap | None, first: ToldLeg, second: ToldLeg) -> Condition:
    """Without a gap dates must only allow it; a gap is held against known days, or all that is open would lie in it.

    What is known of one side alone ("until 28 October", "since May", a state shown on a day) stands at that day: it is
    the only one that can be told to lie in the gap. A date that is coarser than the gap ("last year", of thirty days)
    cannot be told to lie in it.
    """
    _, _, ends_first, ends_last = first.dated
    if gap is None:
        return second.dated[1] >= ends_first
    ended, latest = first.later(gap)
    begins, begins_last = second.begins
    since = known_first(ends_first, ends_last)
    length = case((ends_last < AFTER_ALL, latest - ends_last), else_=ended - ends_first)
    return and_(
        begins_last - begins <= length,
        begins_last >= since,
        begins >= since - second.longest,  # follows from the line before, and is found by an index
        begins <= case((ends_last < AFTER_ALL, latest), else_=ended),
    )


def _certain(link: Link, first: ToldLeg, second: ToldLeg) -> Condition:
    """That dates prove it."""
    if link.relation is Relation.APART:
        return true()
    if link.relation is Relation.OVERLAP:
        _, begins, ends, _ = first.lasting
        _, other_begins, other_ends, _ = second.lasting
        return and_(begins <= other_ends, other_begins <= ends)
    begins, begins_last, _, _ = second.dated
    after = begins > first.dated[3]
    return and_(after, begins_last <= first.later(link.gap)[0]) if link.gap else after
