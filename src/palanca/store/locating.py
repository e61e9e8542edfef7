"""Where the claims that pass took place, and between which countries: counted on the index."""

import json
from collections.abc import Iterable
from itertools import batched

from sqlalchemy import Connection, and_, func, select

from palanca.records import EntityId
from palanca.records.query import Query
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.querying import passing
from palanca.store.questions import Meeting, Placing
from palanca.store.schema import claims
from palanca.store.statement_rows import PLACE

_BATCH = 500  # below the 999 values that old builds of SQLite bind


def places(connection: Connection, query: Query) -> list[Placing]:
    """Where the claims that pass took place, each claim once: most claims first, then by thing and text.

    What is no known thing is called as a claim that is placed there calls it.
    """
    claim, party = indexed_claims.c, indexed_parties.c
    any_place = indexed_parties.alias("any_place")
    at_all = select(func.min(any_place.c.ordinal)).where(any_place.c.claim == claim.key, any_place.c.role == PLACE)
    first = at_all.correlate(indexed_claims).scalar_subquery()
    placed = indexed_claims.outerjoin(
        indexed_parties,
        and_(party.claim == claim.key, party.ordinal == first),
    )
    counted = select(party.thing, party.words, claim.channel, func.count(), func.min(claim.id)).select_from(placed)
    grouped = counted.where(passing(query)).group_by(party.thing, party.words, claim.channel)
    rows = connection.execute(grouped).all()
    called = _called(connection, (example for _, words, _, _, example in rows if words is not None))
    found = [
        Placing(
            thing=EntityId(thing) if thing else None, text=None if words is None else called[example],
            channel=channel, claims=number,
        )
        for thing, words, channel, number, example in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.claims, one.thing or "", one.text or "", one.channel or ""))


def _called(connection: Connection, examples: Iterable[str]) -> dict[str, str]:
    """By claim what it calls its place."""
    found: dict[str, str] = {}
    for several in batched(examples, _BATCH):
        for row in connection.execute(select(claims.c.id, claims.c.parties).where(claims.c.id.in_(several))):
            found[row.id] = next(text for role, text, _ in json.loads(row.parties) if role is None)
    return found


def meetings(connection: Connection, query: Query) -> list[Meeting]:
    """Between which countries the claims that pass are, a claim once for each two."""
    claim = indexed_claims.c
    told = select(claim.key, claim.channel).where(passing(query)).cte("told").prefix_with("MATERIALIZED")
    one, other = indexed_parties.alias("one"), indexed_parties.alias("other")
    pairs = (
        told.join(one, and_(one.c.claim == told.c.key, one.c.role != PLACE))
        .join(other, and_(other.c.claim == told.c.key, other.c.role != PLACE, other.c.country > one.c.country))
    )  # fmt: skip
    by = (one.c.country, other.c.country, told.c.channel)
    counted = select(*by, func.count(told.c.key.distinct())).select_from(pairs).group_by(*by).order_by(*by)
    return [
        Meeting(one=mine, other=theirs, channel=channel, claims=number)
        for mine, theirs, channel, number in connection.execute(counted)
    ]
