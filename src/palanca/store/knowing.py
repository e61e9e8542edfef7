"""Reading what was settled: things, proposals, claims, judgements, in the transaction of a connection."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from sqlalchemy import Connection, Select, func, literal_column, select

from palanca.identity import Profile
from palanca.records import (
    Claim,
    ClaimId,
    DocumentId,
    EntityId,
    Identity,
    Schema,
    Statement,
    StatementId,
)
from palanca.records.claim import claim_id
from palanca.records.errors import UnknownClaim, UnknownEntity
from palanca.store.asking import find_entity, statements_of
from palanca.store.bare_rows import bare_rows
from palanca.store.claim_rows import TOLD, claim_from
from palanca.store.listing import listed
from palanca.store.pages import Page
from palanca.store.querying import things_bearing, things_beginning
from palanca.store.rows import AnyRow
from palanca.store.schema import (
    claim_evidence,
    corrections,
    documents,
    identities,
    profiles,
    readings,
    rulings,
    statements,
    things,
)
from palanca.store.settling import STATED
from palanca.store.settling_interface import Ruling
from palanca.store.statement_rows import statement_of
from palanca.store.thing_rows import bare_identity, bare_profile, identity_of, profile_of, whole_profile

_BY_DOCUMENTS = (things.c.documents.desc(), things.c.caption, things.c.id)
_BATCH = 500  # below the 999 values that old builds of SQLite bind
_ENTITIES_AT_ONCE = 10_000
_BARE_THINGS = """
    SELECT id, schema, caption, names, documents, country, is_country, identifiers,
      CASE WHEN is_country = 0 AND country IS NOT NULL THEN
        (SELECT min(land.id) FROM things AS land WHERE land.is_country = 1 AND land.country = t.country) END
    FROM things AS t
"""
_OF_IDS = "WHERE id IN (SELECT value FROM json_each(?))"
_ALL_PROFILES = "SELECT rowid, entity, document, profile FROM profiles ORDER BY rowid"
_PROFILES_AT = """
    SELECT entity, document, profile FROM profiles
    WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY +entity
"""
_CLAIMS = f"SELECT id, {', '.join(TOLD)} FROM claims {_OF_IDS}"  # noqa: S608  # fixed names
_EVIDENCE = (
    "SELECT claim, statement, document, stance, voice FROM claim_evidence "
    "WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, ordinal"
)
_IDENTITIES = "SELECT entity, identity FROM identities WHERE entity IN (SELECT value FROM json_each(?))"

_IS_COUNTRY = things.c.is_country == literal_column("1")  # as the index of countries has it

_land = things.alias("land")
_PART_OF = (
    select(func.min(_land.c.id))
    .where(_land.c.is_country == 1, _land.c.country == things.c.country, things.c.is_country == 0)
    .scalar_subquery()
    .label("part_of")
)


def identity_id(connection: Connection, entity: EntityId) -> EntityId:
    """The thing of an entity, itself if it is not settled. Raises UnknownEntity."""
    found = connection.execute(select(identities.c.identity).where(identities.c.entity == entity)).scalar()
    return EntityId(found) if found else find_entity(connection, entity).id


def find_thing(connection: Connection, entity: EntityId) -> Identity:
    """Raises UnknownEntity."""
    row = connection.execute(_things().where(things.c.id == identity_id(connection, entity))).one_or_none()
    if row is None:
        raise UnknownEntity(f"entity {entity!r} is not settled yet: settle the case first")
    return next(_identities(connection, [row]))


def all_things(connection: Connection) -> Iterator[Identity]:
    """Those in most documents first, then by caption and id."""
    for batch in connection.execute(_things().order_by(*_BY_DOCUMENTS)).partitions(_BATCH):
        yield from _identities(connection, batch)


def things_on(connection: Connection, page: Page, begun: str, *, only_countries: bool) -> Iterator[Identity]:
    """One page of `all_things`, or of those of which a name holds these words in a row, the last at least begun."""
    ids = (
        _begun(select(things.c.id), begun, only_countries=only_countries)
        .order_by(*_BY_DOCUMENTS)
        .limit(page.limit)
        .offset(page.skipped)
    )
    rows = connection.execute(_things().where(things.c.id.in_(ids)).order_by(*_BY_DOCUMENTS)).all()
    for batch in batched(rows, _BATCH):
        yield from _identities(connection, batch)


def count_things(connection: Connection, begun: str, *, only_countries: bool) -> int:
    """How many there are, or of which a name holds these words."""
    counted = _begun(select(func.count()).select_from(things), begun, only_countries=only_countries)
    return connection.execute(counted).scalar_one()


def _begun[*Columns](wanted: Select[*Columns], name: str, *, only_countries: bool) -> Select[*Columns]:
    """A query of things, of those alone that bear the words or have them for an id; of all, where there are none."""
    if only_countries:
        wanted = wanted.where(_IS_COUNTRY)
    if not name.strip():
        return wanted
    own = select(identities.c.identity).where(identities.c.entity == name.strip())
    return wanted.where(things.c.id.in_(things_beginning(name)) | things.c.id.in_(own))


def countries(connection: Connection) -> list[Identity]:
    """The things that are countries, without their members, by id."""
    rows = connection.execute(_things().where(_IS_COUNTRY).order_by(things.c.id))
    return [identity_of(row, ()) for row in rows]


def _things() -> Select[*tuple[object, ...]]:
    return select(things, _PART_OF)


def _identities(connection: Connection, rows: Collection[AnyRow]) -> Iterator[Identity]:
    wanted = select(identities).where(identities.c.identity.in_([row.id for row in rows]))
    members: dict[str, list[str]] = {}
    for row in connection.execute(wanted):
        members.setdefault(row.identity, []).append(row.entity)
    yield from (identity_of(row, members.get(row.id, ())) for row in rows)


def things_of(connection: Connection, entities: Iterable[EntityId]) -> dict[EntityId, Identity]:
    """The things that these entities are, each without its members; of entities that are not settled, none."""
    found: dict[EntityId, Identity] = {}
    known: dict[str, Identity] = {}
    for batch in batched(sorted(set(entities)), _ENTITIES_AT_ONCE):
        told = list(bare_rows(connection, _IDENTITIES, (json.dumps(batch),)))
        new = sorted({identity for _, identity in told} - known.keys())
        rows = bare_rows(connection, _BARE_THINGS + _OF_IDS, (json.dumps(new),))
        known |= {row[0]: bare_identity(*row) for row in rows}
        found |= {EntityId(entity): known[identity] for entity, identity in told if identity in known}
    return found


def bare_things(connection: Connection) -> Iterator[Identity]:
    """All things, each without its members, by id."""
    return (bare_identity(*row) for row in bare_rows(connection, f"{_BARE_THINGS} ORDER BY id"))


def all_places(connection: Connection) -> dict[EntityId, bool]:
    """Countries and other places, and whether each is a country."""
    is_place = (things.c.is_country == 1) | (things.c.schema == Schema.PLACE)
    rows = connection.execute(select(things.c.id, things.c.is_country).where(is_place))
    return {EntityId(thing): bool(is_country) for thing, is_country in rows}


def things_named(connection: Connection, name: str) -> Iterator[Identity]:
    """Those of which a name holds the words of this one in a row, or of which an entity has it for an id, by id."""
    ids = set(connection.execute(select(identities.c.identity).where(identities.c.entity == name)).scalars())
    ids |= set(connection.execute(things_bearing(name)).scalars())
    for batch in batched(sorted(ids), _BATCH):
        rows = connection.execute(_things().where(things.c.id.in_(batch)).order_by(things.c.id)).all()
        yield from _identities(connection, rows)


def claims_of(connection: Connection, ids: Sequence[str]) -> dict[ClaimId, Claim]:
    """The claims of these ids, those that there are.

    Put to the driver as they are, and values taken by place: a question may read thousands.
    """
    wanted = json.dumps(ids)
    evidence: dict[str, list[Sequence[Any]]] = {}
    for claim, *told in bare_rows(connection, _EVIDENCE, (wanted,)):
        evidence.setdefault(claim, []).append(told)
    rows = bare_rows(connection, _CLAIMS, (wanted,))
    return {ClaimId(claim): claim_from(told, evidence.get(claim, ())) for claim, *told in rows}


def find_claim(connection: Connection, claim: ClaimId) -> Claim:
    """Raises UnknownClaim."""
    found = claims_of(connection, [claim]).get(claim) or _corrected_since(connection, claim)
    if found is None:
        raise UnknownClaim(f"no claim of the case has id {claim!r}: list the claims to see their ids")
    return found


def _corrected_since(connection: Connection, claim: ClaimId) -> Claim | None:
    """The claim that tells now what had this id before a person corrected it; None if no correction did that."""
    pairs = connection.execute(select(corrections.c.original, corrections.c.statement))
    statement = next((now for original, now in pairs if claim_id(original) == claim), None)
    if statement is None:
        return None
    ids = (
        connection.execute(select(claim_evidence.c.claim).where(claim_evidence.c.statement == statement))
        .scalars()
        .all()
    )
    return next(iter(claims_of(connection, ids).values()), None)


def claims_by_id(connection: Connection, ids: Iterable[ClaimId]) -> dict[ClaimId, Claim]:
    """Those that the case holds."""
    found: dict[ClaimId, Claim] = {}
    for batch in batched(dict.fromkeys(ids), _BATCH):
        found |= claims_of(connection, batch)
    return found


def statements_by_id(connection: Connection, ids: Iterable[StatementId]) -> dict[StatementId, Statement]:
    """Those that the case holds."""
    found: dict[StatementId, Statement] = {}
    for batch in batched(dict.fromkeys(ids), _BATCH):
        rows = statements_of(connection, select(statements).where(statements.c.id.in_(listed(batch))))
        found |= {statement.id: statement for statement in rows}
    return found


def bare_statements(connection: Connection, ids: Iterable[StatementId]) -> dict[StatementId, Statement]:
    """Those that the case holds, without who fills their roles, who speaks and where."""
    found: dict[StatementId, Statement] = {}
    for batch in batched(dict.fromkeys(ids), _BATCH):
        rows = connection.execute(select(statements).where(statements.c.id.in_(listed(batch))))
        found |= {StatementId(row[0]): statement_of(row, ()) for row in rows}
    return found


def profiles_of(connection: Connection, entities: Collection[EntityId] | None) -> Iterator[Profile]:
    """By id."""
    if entities is None:
        yield from map(profile_of, connection.execute(select(profiles).order_by(profiles.c.entity)))
        return
    for batch in batched(sorted(entities), _BATCH):
        rows = connection.execute(select(profiles).where(profiles.c.entity.in_(batch)).order_by(profiles.c.entity))
        yield from map(profile_of, rows)


def bare_profiles(connection: Connection) -> Iterator[tuple[int, Profile]]:
    """All without offices and companions, each with the number of its row, in that order."""
    for place, *row in bare_rows(connection, _ALL_PROFILES):
        yield place, bare_profile(*row)


def profiles_at(connection: Connection, places: Sequence[int]) -> Iterator[Profile]:
    """Those of rows of these numbers, by id."""
    listed = ",".join(",".join(map(str, some)) for some in batched(places, _ENTITIES_AT_ONCE))
    rows = bare_rows(connection, _PROFILES_AT, (f"[{listed}]",))
    yield from (whole_profile(*row) for row in rows)


def all_signatures(connection: Connection) -> dict[DocumentId, str]:
    """Of current documents that have one."""
    joined = select(readings.c.document, readings.c.signature).join(documents, documents.c.id == readings.c.document)
    rows = connection.execute(joined.where(documents.c.current == 1, readings.c.signature.is_not(None)))
    return {DocumentId(row.document): row.signature for row in rows}


def all_rulings(connection: Connection) -> frozenset[Ruling]:
    """As last applied."""
    rows = connection.execute(select(rulings).where(rulings.c.verdict != STATED))
    return frozenset((EntityId(row.one), EntityId(row.other), row.verdict) for row in rows)
