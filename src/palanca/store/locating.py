"""Where the claims that pass took place, and between which countries: counted on the index.

What filters ask most is answered by the narrow tables of places and meetings, without the claims.
"""

import json
from collections import Counter
from collections.abc import Iterable
from itertools import batched

from sqlalchemy import ColumnElement, Connection, Table, case, func, select

from palanca.records import EntityId
from palanca.records.query import Query
from palanca.store.bare_rows import rows_of
from palanca.store.by_days import counted_by_days
from palanca.store.index_tables import indexed_claims, indexed_meetings, indexed_places
from palanca.store.narrow import asked_of
from palanca.store.querying import passing
from palanca.store.questions import Meeting, Placing
from palanca.store.schema import claims

_BATCH = 500  # below the 999 values that old builds of SQLite bind

type _Counted = tuple[str | None, int | None, str | None, int, str | None]


def places(connection: Connection, query: Query) -> list[Placing]:
    """Where the claims that pass took place, each claim once: most claims first, then by thing and text.

    What is no known thing is called as a claim that is placed there calls it.
    """
    rows = _placed(connection, query)
    called = _called(connection, (example for *_, example in rows if example is not None))
    found = [
        Placing(
            thing=EntityId(thing) if thing else None, text=None if example is None else called[example],
            channel=channel, claims=number,
        )
        for thing, _, channel, number, example in rows
    ]  # fmt: skip
    found += _without(connection, query, rows)
    return sorted(found, key=lambda one: (-one.claims, one.thing or "", one.text or "", one.channel or ""))


def _placed(connection: Connection, query: Query) -> list[_Counted]:
    """Thing, number of words, channel, how many claims, and one of them where the place is no thing."""
    place = indexed_places.c
    identifier = select(indexed_claims.c.id).where(indexed_claims.c.key == place.claim).correlate(indexed_places)
    example = func.min(case((place.thing.is_(None), identifier.scalar_subquery())))
    counted = select(place.thing, place.words, place.channel, func.count(), example).where(
        _passing(indexed_places, query)
    )
    rows = connection.execute(counted.group_by(place.thing, place.words, place.channel))
    return [(thing, words, channel, number, example) for thing, words, channel, number, example in rows]


def _without(connection: Connection, query: Query, placed: Iterable[_Counted]) -> list[Placing]:
    """The claims of each channel that have no place."""
    channel = indexed_claims.c.channel
    left = Counter[str | None](dict(rows_of(connection, counted_by_days((channel,), passing(query)))))
    for _, _, of_channel, number, _ in placed:
        left[of_channel] -= number
    return [Placing(thing=None, text=None, channel=one, claims=number) for one, number in left.items() if number]


def _called(connection: Connection, examples: Iterable[str]) -> dict[str, str]:
    """By claim what it calls its place."""
    found: dict[str, str] = {}
    for several in batched(examples, _BATCH):
        for row in connection.execute(select(claims.c.id, claims.c.parties).where(claims.c.id.in_(several))):
            found[row.id] = next(text for role, text, _ in json.loads(row.parties) if role is None)
    return found


def meetings(connection: Connection, query: Query, most: int | None) -> list[Meeting]:
    """Between which countries the claims that pass are, a claim once for each two; `most` pairs with most claims."""
    of = indexed_meetings.c
    by = (of.one, of.other, of.channel)
    counted = select(*by, func.count().label("number")).where(_passing(indexed_meetings, query)).group_by(*by)
    told = counted.cte("counted").prefix_with("MATERIALIZED").c
    ranked = select(told.one, told.other).group_by(told.one, told.other)
    first = ranked.order_by(func.sum(told.number).desc(), told.one, told.other).limit(most).subquery("first")
    wanted = select(told.one, told.other, told.channel, told.number)
    shown = wanted.where(told.one == first.c.one, told.other == first.c.other)
    return [
        Meeting(one=mine, other=theirs, channel=channel, claims=number)
        for mine, theirs, channel, number in connection.execute(shown.order_by(told.one, told.other, told.channel))
    ]


def most_met(connection: Connection, query: Query) -> list[tuple[str, int]]:
    """Each country with a number that its claims with another that pass do not exceed, the greatest first."""
    of = indexed_meetings.c
    counted = select(of.one, of.other, func.count()).where(_passing(indexed_meetings, query)).group_by(of.one, of.other)
    found: Counter[str] = Counter()
    for one, other, number in connection.execute(counted):
        found[one] += number
        found[other] += number
    return found.most_common()


def _passing(table: Table, query: Query) -> ColumnElement[bool]:
    """That the claim of a row of one of the narrow tables passes."""
    passed = passing(query)
    narrow = asked_of(table, passed)
    return table.c.claim.in_(select(indexed_claims.c.key).where(passed)) if narrow is None else narrow
