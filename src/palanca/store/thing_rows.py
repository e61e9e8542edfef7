"""Profiles, identities and proposals as rows of their tables, and back."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import orjson

from palanca.identity import OfficeShown, Profile, blocks_of_sign, is_of_names, signs
from palanca.records import DocumentId, EntityId, Identity, Proposal, Schema
from palanca.records.names import fold
from palanca.store.codec import texts_from_json, texts_to_json
from palanca.store.rows import AnyRow, Fields, StoredRow
from palanca.store.schema import as_stored, storable

_OFFICES_AT_HAND = 16_384
_NAMES_AT_HAND = 32_768  # of profiles that are held together

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def profile_rows(profiles: Iterable[Profile]) -> Iterator[StoredRow]:
    """Rows of `profiles`."""
    for profile in profiles:
        offices = [[o.role, o.body, o.country, o.first_year, o.last_year] for o in profile.offices]
        told = [
            profile.schema, profile.names, profile.country, offices, sorted(profile.companions), profile.identifiers,
            profile.lister,
        ]  # fmt: skip
        yield profile.entity, profile.document, storable(_written(told))


def _written(told: Sequence[object]) -> str:
    """As `json` writes it without spaces. `orjson` writes the same in a tenth of the time, but no half UTF-16 pairs."""
    try:
        return orjson.dumps(told).decode()
    except TypeError:
        return _encode(told)


def profile_of(row: AnyRow) -> Profile:
    """The profile of a row of `profiles`."""
    return whole_profile(row.entity, row.document, row.profile)


def whole_profile(entity: str, document: str, profile: str) -> Profile:
    """The same of the values of such a row. Equal names are mostly one string: many profiles are held at once."""
    schema, names, country, offices, companions, identifiers, lister = _read(as_stored(profile))
    return Profile(
        entity=EntityId(entity),
        document=DocumentId(document),
        schema=Schema(schema),
        names=tuple(map(_one, names)),
        country=country,
        offices=tuple([_office(*told) for told in offices]),
        companions=frozenset(map(_one, companions)),
        identifiers=tuple(identifiers),
        lister=lister,
    )


def bare_profile(entity: str, document: str, profile: str) -> Profile:
    """The same without offices and companions, of the values of such a row as the database holds them."""
    schema, names, country, _, _, identifiers, lister = _read(as_stored(profile))
    return Profile(
        entity=EntityId(entity),
        document=DocumentId(document),
        schema=Schema(schema),
        names=tuple(names),
        country=country,
        identifiers=tuple(identifiers),
        lister=lister,
    )


def _read(told: str) -> Any:
    """The inverse of `_written`."""
    try:
        return orjson.loads(told)
    except orjson.JSONDecodeError:
        return json.loads(told)


@lru_cache(maxsize=_NAMES_AT_HAND)
def _one(name: str) -> str:
    """An equal name that is at hand. Python itself keeps for good what `sys.intern` is asked for."""
    return name


@lru_cache(maxsize=_OFFICES_AT_HAND)
def _office(role: str, body: str, country: str | None, first: int | None, last: int | None) -> OfficeShown:
    return OfficeShown(role=_one(role), body=_one(body), country=country, first_year=first, last_year=last)


def sign_pairs(profiles: Iterable[Profile]) -> Iterator[tuple[str, str]]:
    """Rows of `entity_signs`: a sign, and an entity that has it."""
    for profile in profiles:
        for sign in signs(profile):
            yield storable(sign), profile.entity


def sign_block_rows(given: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Rows of `sign_blocks`, of signs as the database holds them: a block, and a sign of names that stands in it."""
    for sign in given:
        if is_of_names(sign):
            for block in blocks_of_sign(as_stored(sign)):
                yield storable(block), sign


def thing_fields(identity: Identity) -> Fields:
    """A row of `things`."""
    return {
        "id": identity.id,
        "schema": identity.schema,
        "caption": identity.caption,
        "names": texts_to_json(identity.names),
        "documents": identity.documents,
        "country": identity.country,
        "is_country": int(identity.is_country),
        "identifiers": texts_to_json(identity.identifiers),
    }


def folded_names(identity: Identity) -> str:
    """All names of a thing as they are searched: folded, each once, on a line of its own between spaces."""
    return "\n".join(f" {name} " for name in dict.fromkeys(map(fold, (identity.caption, *identity.names))) if name)


def identity_of(row: AnyRow, members: Sequence[str]) -> Identity:
    """The identity of a row of `things` joined with the `part_of` of its country, and the ids of its members."""
    return Identity(
        id=EntityId(row.id),
        schema=Schema(row.schema),
        caption=row.caption,
        names=texts_from_json(row.names),
        members=tuple(EntityId(member) for member in sorted(members)),
        documents=row.documents,
        country=row.country,
        is_country=bool(row.is_country),
        part_of=EntityId(row.part_of) if row.part_of else None,
        identifiers=texts_from_json(row.identifiers),
    )


def bare_identity(identifier: str, schema: str, caption: str, *told: Any) -> Identity:
    """The same without members, of the values of such a row as the database holds them."""
    names, documents, country, is_country, identifiers, part_of = told
    return Identity(
        id=EntityId(identifier),
        schema=Schema(schema),
        caption=as_stored(caption),
        names=texts_from_json(as_stored(names)),
        members=(),
        documents=documents,
        country=as_stored(country) if country else country,
        is_country=bool(is_country),
        part_of=EntityId(part_of) if part_of else None,
        identifiers=texts_from_json(as_stored(identifiers)),
    )


def proposal_fields(proposal: Proposal) -> Fields:
    """A row of `proposals`."""
    return {
        "one": proposal.one,
        "other": proposal.other,
        "points": proposal.points,
        "reasons_for": texts_to_json(proposal.reasons_for),
        "reasons_against": texts_to_json(proposal.reasons_against),
    }


def proposal_of(row: AnyRow) -> Proposal:
    """The proposal of a row of `proposals`."""
    return Proposal(
        one=EntityId(row.one),
        other=EntityId(row.other),
        points=row.points,
        reasons_for=texts_from_json(row.reasons_for),
        reasons_against=texts_from_json(row.reasons_against),
    )
