"""From a pattern to what fits it: claims joined by who takes part in them. Every value is bound, none is in the SQL."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    exists,
    literal,
    not_,
    null,
    or_,
    select,
    true,
    union,
)  # fmt: skip

from palanca.analysis.patterns.pattern import Gap, Link, Match, Pattern, Relation, Way
from palanca.records import ClaimId
from palanca.store.days import AFTER_ALL, BEFORE_ALL
from palanca.store.legs import Condition, Day, Told, ToldLeg, forget, tell

_MOST_WEIGHED = 20_000  # fits of one combination of ways: around a hub a motif fits by the million


def matches(connection: Connection, pattern: Pattern, limit: int | None) -> Iterator[Match]:
    """What fits, where dates prove most first, then by the time of the last leg, then by ids."""
    told = tell(connection, pattern)
    rows = connection.execute(fitting(pattern, told).limit(limit)).all()
    forget(connection, told)
    legs, parties, links = len(pattern.legs), len(pattern.variables), len(pattern.shown_links)
    for row in rows:
        values: tuple[Any, ...] = tuple(row)
        yield Match(
            claims=tuple(map(ClaimId, values[:legs])),
            parties=values[legs : legs + parties],
            certain=tuple(map(bool, values[legs + parties : legs + parties + links])),
        )


def fitting(pattern: Pattern, told: Told) -> Select[*tuple[object, ...]]:
    """Rows of claims by leg, parties by variable, and whether each shown link is certain."""
    weighed = (_fitting(pattern, ways, told).limit(_MOST_WEIGHED).subquery() for ways in pattern.combinations)
    found = union(*map(select, weighed)).subquery()
    certain = [column for column in found.c if column.name.startswith("certain_")]
    proven = sum(certain[1:], start=certain[0]) if certain else literal(0)
    rest = [column for column in found.c if column.name != "at"]
    return select(found).order_by(proven.desc(), found.c.at, *rest)


def _fitting(pattern: Pattern, ways: tuple[Way, ...], told: Told) -> Select[*tuple[object, ...]]:
    legs = {leg.name: told[leg.name, way] for leg, way in zip(pattern.legs, ways, strict=True)}
    parties = _parties_of(legs.values())
    begins, begins_last, _, _ = list(legs.values())[-1].dated
    links = [(link, legs[link.first], legs[link.second]) for link in pattern.shown_links]
    return select(
        *(leg.rows.c.id.label(f"claim_{at}") for at, leg in enumerate(legs.values())),
        *(parties.get(one.name, null()).label(f"party_{at}") for at, one in enumerate(pattern.variables)),
        *(case((_certain(*link), 1), else_=0).label(f"certain_{at}") for at, link in enumerate(links)),
        _first_known(begins, begins_last).label("at"),
    ).where(
        *_joined(legs.values()),
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
        for name, column in leg.parties.items():
            found.setdefault(name, column)
    return found


def _joined(legs: Iterable[ToldLeg]) -> Iterator[Condition]:
    """That each leg is a claim of its own, and that a variable is the same wherever it stands."""
    before: list[ToldLeg] = []
    for leg in legs:
        yield from (leg.rows.c.id != other.rows.c.id for other in before if other.kind is leg.kind)
        known = _parties_of(before)
        yield from (column == known[name] for name, column in leg.parties.items() if name in known)
        before.append(leg)


def _excluding(pattern: Pattern, name: str, excluded: ToldLeg, legs: Mapping[str, ToldLeg]) -> Condition:
    """That some other claim is told this way of those parties, at a time at which it can be meant."""
    known = _parties_of(legs.values())
    others = [leg.rows.c.id != excluded.rows.c.id for leg in legs.values() if leg.kind is excluded.kind]
    shared = [column == known[party] for party, column in excluded.parties.items() if party in known]
    all_legs = {**legs, name: excluded}
    links = (one for one in pattern.links if name in (one.first, one.second))
    times = [_possible(one, all_legs[one.first], all_legs[one.second]) for one in links]
    return exists(select(excluded.rows.c.id).where(*others, *shared, *times))


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
    the only one that can be told to lie in the gap.
    """
    _, _, ends_first, ends_last = first.dated
    begins_first, begins_last, _, _ = second.dated
    if gap is None:
        return begins_last >= ends_first
    ended, latest = first.later(gap)
    return and_(
        _known_last(begins_first, begins_last) >= _known_first(ends_first, ends_last),
        _known_first(begins_first, begins_last) <= case((ends_last < AFTER_ALL, latest), else_=ended),
    )


def _known_first(first: Day, last: Day) -> Day:
    """The first of two days, or the other where it is open; past every day where both are."""
    return case((first > BEFORE_ALL, first), else_=last)


def _known_last(first: Day, last: Day) -> Day:
    """The last of two days, or the other where it is open; before every day where both are."""
    return case((last < AFTER_ALL, last), else_=first)


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
