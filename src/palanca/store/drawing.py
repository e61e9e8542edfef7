"""Claims as a timeline draws them: from their rows alone, without the sentences that tell them."""

import json
from collections.abc import Iterator, Sequence
from itertools import batched, groupby
from operator import itemgetter

from sqlalchemy import Connection, select

from palanca.records import Category, ClaimId, Kind, Modality, Review, Schema
from palanca.records.query import Query
from palanca.store.finding import first_found, ordered
from palanca.store.index_tables import indexed_claims, indexed_parties
from palanca.store.pages import Page
from palanca.store.querying import passing
from palanca.store.questions import Drawn
from palanca.store.rows import AnyRow
from palanca.store.schema import claims, things
from palanca.store.statement_rows import PLACE

_BATCH = 900  # below the 999 values that old builds of SQLite bind


def drawn(connection: Connection, query: Query, page: Page) -> Iterator[Drawn]:
    """One page of the claims that pass."""
    passed = passing(query)
    passed, page = first_found(connection, passed, page)
    keys = connection.execute(ordered(indexed_claims.c.key, passed, page)).scalars()
    for several in batched(keys, _BATCH):
        rows = _rows(connection, several)
        parties = _parties(connection, several)
        yield from (_drawn(rows[key], parties.get(key, [])) for key in several)


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
