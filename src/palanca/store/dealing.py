"""Which countries deal with which in events, read from the narrow tables: of a country there are many."""

import json
from collections.abc import Collection, Iterator, Mapping
from itertools import batched

from sqlalchemy import Connection, Integer, Select, column, func, select

from palanca.analysis.belongings import Belonging, belonging_at
from palanca.claims.telling import days_of
from palanca.lexicon.countries import country_named
from palanca.records import Category, ClaimId, EntityId, Kind, Modality, RoleName
from palanca.records.query import Query
from palanca.store.codec import time_from_text
from palanca.store.days import certain_year
from palanca.store.dealings import Dealing
from palanca.store.index_tables import indexed_claims, indexed_parties, indexed_words
from palanca.store.placing import belongings_of
from palanca.store.querying import passing
from palanca.store.schema import belongings, claims

_ENDS = (RoleName.ACTOR, RoleName.RECIPIENT)
_BATCH = 900  # below the 999 values that old builds of SQLite bind
_NOBODY: frozenset[str] = frozenset()

type _End = tuple[int, str]
"""The number of a claim, and a role."""


def dealings(connection: Connection, query: Query) -> Iterator[Dealing]:
    """The events that pass, by time (unknown last), then by id."""
    claim = indexed_claims.c
    passed = (claim.kind == Kind.EVENT, passing(query))
    found = _countries(connection, select(claim.key).where(*passed))
    columns = (claim.key, claim.id, claim.category, claim.sort, claim.modality, claim.first, claim.last)
    for key, identifier, category, mode, modality, first, last in connection.execute(
        select(*columns).where(*passed).order_by(claim.at, claim.id)
    ):
        yield Dealing(
            ClaimId(identifier),
            Category(category),
            mode,
            Modality(modality),
            certain_year(first, last),
            found.get((key, RoleName.ACTOR), _NOBODY),
            found.get((key, RoleName.RECIPIENT), _NOBODY),
        )


def _countries(connection: Connection, keys: Select[int]) -> Mapping[_End, frozenset[str]]:
    """The countries of those who fill each role of these claims."""
    party = indexed_parties.c
    told = select(party.claim, party.ordinal, party.role, party.thing, party.words, party.country)
    rows = connection.execute(told.where(party.claim.in_(keys), party.role.in_(_ENDS))).all()
    at_times, naming = _at_times(connection), _naming(connection, {row[4] for row in rows if row[4]})
    found: dict[_End, frozenset[str]] = {}
    asked: list[tuple[int, int, str]] = []
    for claim, ordinal, role, thing, words, country in rows:
        if thing in at_times or words in naming:
            asked.append((claim, ordinal, role))
        elif country:
            found[claim, role] = found.get((claim, role), _NOBODY) | {country}
    for end, country in _worked_out(connection, asked):
        found[end] = found.get(end, _NOBODY) | {country}
    return found


def _at_times(connection: Connection) -> frozenset[str]:
    """The things of which it depends on the time to which country they belong."""
    held = belongings.c
    return frozenset(
        connection.execute(select(held.thing).where(held.first.is_not(None) | held.last.is_not(None))).scalars()
    )


def _naming(connection: Connection, keys: Collection[int]) -> frozenset[int]:
    """The numbers of those of these words that may name a country: whether they do, the letters of the text tell."""
    words = indexed_words.c
    listed = func.json_each(json.dumps(sorted(keys))).table_valued(column("value", Integer))
    rows = connection.execute(select(words.key, words.words).where(words.key.in_(select(listed.c.value))))
    return frozenset(key for key, text in rows if country_named(text.title()) or country_named(text.strip().upper()))


def _worked_out(connection: Connection, asked: Collection[tuple[int, int, str]]) -> Iterator[tuple[_End, str]]:
    """The countries of parties that what is indexed does not tell: by the time of their claims, or by their texts."""
    claim = indexed_claims.c
    for several in batched(sorted(asked), _BATCH):
        told = select(claim.key, claims.c.time, claims.c.parties).join(claims, claims.c.id == claim.id)
        rows = connection.execute(told.where(claim.key.in_({key for key, _, _ in several})))
        known = {key: (time, json.loads(parties)) for key, time, parties in rows}
        parties = [(key, role, known[key][0], *known[key][1][ordinal][1:]) for key, ordinal, role in several]
        held = belongings_of(connection, {EntityId(thing) for *_, thing in parties if thing})
        for key, role, time, text, thing in parties:
            country = _country(held.get(thing, ()), time) if thing else _named(text)
            if country:
                yield (key, role), country


def _country(held: Collection[Belonging], time: str | None) -> str | None:
    return belonging_at(held, days_of(time_from_text(time)))[0]


def _named(text: str) -> str | None:
    country = country_named(text)
    return country.alpha3 if country else None
