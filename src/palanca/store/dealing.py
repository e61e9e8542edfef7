"""Which countries deal with which in events, read from the narrow tables: of a country there are many."""

import json
from collections.abc import Collection, Iterator
from itertools import batched

from sqlalchemy import Connection, Select, case, select

from palanca.analysis.belongings import Belonging, belonging_at
from palanca.claims.telling import days_of
from palanca.lexicon.countries import country_named
from palanca.records import Category, EntityId, Kind, Modality, RoleName
from palanca.records.query import All, Field, Query, Words
from palanca.store.bare_rows import columns_of, rows_of
from palanca.store.codec import time_from_text
from palanca.store.days import certain_year
from palanca.store.dealings import Dealing
from palanca.store.index_tables import indexed_claims, indexed_parties, indexed_words
from palanca.store.listing import listed_numbers
from palanca.store.placing import belongings_of
from palanca.store.querying import passing
from palanca.store.schema import belongings, claims

_EVENTS = Words(field=Field.KIND, values=(Kind.EVENT,))
_ENDS = (RoleName.ACTOR, RoleName.RECIPIENT)
_BATCH = 900  # below the 999 values that old builds of SQLite bind
_CATEGORIES, _MODALITIES = {str(one): one for one in Category}, {str(one): one for one in Modality}
_NOBODY: frozenset[str] = frozenset()

type _ByClaim = dict[int, frozenset[str]]
type _Asked = tuple[int, int, str]
"""The number of a claim, the ordinal of a party of it, and its role."""


def dealings(connection: Connection, query: Query) -> list[Dealing]:
    """The events that pass, by time (unknown last), then by id."""
    claim = indexed_claims.c
    columns = (claim.key, claim.id, claim.category, claim.sort, claim.modality, claim.first, claim.last)
    passed = select(*columns).where(passing(All(parts=(_EVENTS, query))))
    rows = rows_of(connection, passed.order_by(claim.at, claim.id))
    actors, recipients = _countries(connection, [row[0] for row in rows])
    return [
        Dealing(
            identifier, _CATEGORIES[category], mode, _MODALITIES[modality], certain_year(first, last),
            actors.get(key, _NOBODY), recipients.get(key, _NOBODY),
        )
        for key, identifier, category, mode, modality, first, last in rows
    ]  # fmt: skip


def _countries(connection: Connection, keys: Collection[int]) -> tuple[_ByClaim, _ByClaim]:
    """By claim the countries of those who act, and of those whom it is done to."""
    found: dict[str, _ByClaim] = {role: {} for role in _ENDS}
    asked: list[tuple[_Asked, int | None]] = []
    alone = _Alone()
    for claim, role, country, ordinal, words in zip(*columns_of(connection, _ends(keys)), strict=True):
        if ordinal is not None:
            asked.append(((claim, ordinal, role), words))
        elif claim in (of_role := found[role]):
            of_role[claim] |= alone[country]
        else:
            of_role[claim] = alone[country]
    naming = _naming(connection, {words for _, words in asked if words})
    for claim, role, country in _worked_out(connection, [one for one, key in asked if key is None or key in naming]):
        found[role][claim] = found[role].get(claim, _NOBODY) | alone[country]
    return found[RoleName.ACTOR], found[RoleName.RECIPIENT]


def _ends(keys: Collection[int]) -> Select[int, str, str, int, int]:
    """Claim, role, country, ordinal and words of those who act in claims, or to whom it is done.

    The ordinal is told of those alone of whom the country does not tell it: it depends on the time, or on the words.
    """
    party = indexed_parties.c
    is_open = party.words.is_not(None) | party.thing.in_(_at_times())
    return select(party.claim, party.role, party.country, case((is_open, party.ordinal)), party.words).where(
        party.claim.in_(listed_numbers(keys)), party.role.in_(_ENDS), party.country.is_not(None) | is_open
    )


class _Alone(dict[str, frozenset[str]]):
    """One set for each country: most claims name one."""

    def __missing__(self, country: str) -> frozenset[str]:
        self[country] = frozenset((country,))
        return self[country]


def _at_times() -> Select[str]:
    """The things of which it depends on the time to which country they belong."""
    held = belongings.c
    return select(held.thing).where(held.first.is_not(None) | held.last.is_not(None))


def _naming(connection: Connection, keys: Collection[int]) -> frozenset[int]:
    """The numbers of those of these words that may name a country: whether they do, the letters of the text tell."""
    words = indexed_words.c
    rows = connection.execute(select(words.key, words.words).where(words.key.in_(listed_numbers(keys))))
    return frozenset(key for key, text in rows if country_named(text.title()) or country_named(text.strip().upper()))


def _worked_out(connection: Connection, asked: Collection[_Asked]) -> Iterator[tuple[int, str, str]]:
    """Claim, role and country of parties that the index does not tell: by the time of the claim, or by their texts."""
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
                yield key, role, country


def _country(held: Collection[Belonging], time: str | None) -> str | None:
    return belonging_at(held, days_of(time_from_text(time)))[0]


def _named(text: str) -> str | None:
    country = country_named(text)
    return country.alpha3 if country else None
