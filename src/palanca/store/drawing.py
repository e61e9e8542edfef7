"""Claims as a timeline draws them: from their rows alone, without the sentences that tell them."""

import json
from collections.abc import Iterator, Sequence
from itertools import batched, groupby
from operator import itemgetter

from sqlalchemy import Connection, select

from palanca.records import Category, ClaimId, Kind, Modality, Review, Schema
from palanca.records.query import Query
from palanca.store.finding import is_of_few, ordered
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.listing import listed_numbers
from palanca.store.pages import Order, Page
from palanca.store.querying import Condition, passing, unindexed
from palanca.store.questions import Drawn
from palanca.store.rows import AnyRow
from palanca.store.schema import claims, things
from palanca.store.statement_rows import PLACE

_BATCH = 900  # below the 999 values that old builds of SQLite bind


def drawn(connection: Connection, query: Query, page: Page) -> Iterator[Drawn]:
    """One page of the claims that pass."""
    passed = passing(query)
    if is_of_few(page) and page.limit is not None and page.order in (Order.TIME, Order.LATEST):
        passed = _at_first(connection, passed, page, page.limit + page.skipped)
    keys = connection.execute(ordered(indexed_claims.c.key, passed, page)).scalars()
    for several in batched(keys, _BATCH):
        rows = _rows(connection, several)
        parties = _parties(connection, several)
        yield from (_drawn(rows[key], parties.get(key, [])) for key in several)


def _at_first(connection: Connection, passed: Condition, page: Page, number: int) -> Condition:
    """That a claim passes and is none of those after so many: by its time alone, which an index tells, and so all of
    the last time. Of a period there are a hundred thousand: ids, by which these are sorted, are looked up for few.
    """
    claim = indexed_claims.c
    at = unindexed(claim.at) if page.order is Order.TIME else unindexed(claim.at).desc()
    first = connection.execute(select(claim.at, claim.key).where(passed).order_by(at).limit(number)).all()
    if len(first) < number:
        return claim.key.in_(listed_numbers(key for _, key in first))
    edge = first[-1].at
    others = connection.execute(select(claim.key).where(claim.at == edge, passed)).scalars()
    return claim.key.in_(listed_numbers([*(key for when, key in first if when != edge), *others]))


def _rows(connection: Connection, keys: Sequence[int]) -> dict[int, AnyRow]:
    index, claim = indexed_claims.c, claims.c
    columns = (
        index.key, claim.id, claim.kind, claim.category, claim.channel, claim.time, claim.earliest, claim.latest,
        claim.modality, claim.review, claim.sources, claim.parties, index.is_disputed,
    )  # fmt: skip
    told = select(*columns).join(claims, claim.id == index.id).where(index.key.in_(keys))
    return {row.key: row for row in connection.execute(told)}


def _parties(connection: Connection, keys: Sequence[int]) -> dict[int, list[AnyRow]]:
    """By claim the things that take part, in the order of its parties."""
    party, thing = indexed_parties.c, things.c
    told = (
        select(party.claim, thing.schema, thing.caption, thing.country)
        .join(things, thing.id == party.thing)
        .where(party.claim.in_(keys), party.role != PLACE)
        .order_by(party.claim, party.ordinal)
    )
    return {key: list(rows) for key, rows in groupby(connection.execute(told), key=itemgetter(0))}


def _drawn(row: AnyRow, parties: Sequence[AnyRow]) -> Drawn:
    return Drawn(
        id=ClaimId(row.id),
        kind=Kind(row.kind),
        category=Category(row.category) if row.category else None,
        channel=row.channel,
        time=row.time,
        first=row.earliest,
        last=row.latest,
        modality=Modality(row.modality),
        review=Review(row.review),
        is_disputed=bool(row.is_disputed),
        sources=row.sources,
        named=tuple([text for role, text, _ in json.loads(row.parties) if role]),
        countries=tuple(dict.fromkeys([one.country for one in parties if one.country])),
        people=tuple(dict.fromkeys([one.caption for one in parties if one.schema == Schema.PERSON])),
    )
