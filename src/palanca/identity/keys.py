"""The key that entities of different documents share when they are the same thing by exact evidence."""

from palanca.identity.generic import generic_words, is_generic
from palanca.lexicon.countries import country_named
from palanca.records.entity import Entity, Schema
from palanca.records.names import fold

# A reader may call the same body company, organisation or public body: the sort is not part of its identity.
_GROUPS = {
    Schema.PERSON: "person",
    Schema.PUBLIC_BODY: "body",
    Schema.COMPANY: "body",
    Schema.ORGANIZATION: "body",
    Schema.PLACE: "place",
    Schema.VEHICLE: "vehicle",
    Schema.EVENT: "event",
    Schema.PROJECT: "project",
    Schema.LAW: "law",
}
_LEAST_NAMES = 2  # a surname alone fits many people


def identity_key(entity: Entity) -> str:
    """The identity of an entity; entities with equal keys are the same thing.

    - A place whose caption is a name of its own country: `country:PRY`.
    - A person with two full names or more (initials do not count): `person:<folded caption>`. Others stay in their
      document.
    - A name of generic words only ("Ministry of Health"): `body:<folded caption>:PRY`; without a country it stays in
      its document.
    - A place with a country: `place:<folded caption>:PRY`, since towns of different countries share names.
    - A law: its words folded, its numbers exactly as written, and its country where known. A law that is only a sort
      and a number ("Law 512") stays in its document when no country is known.
    - All else: `<group>:<folded caption>`, where companies, organisations and public bodies are one group.

    A key of one document only is `entity:<entity id>`.
    """
    if _is_country(entity):
        return f"country:{entity.country}"
    if entity.schema is Schema.PERSON:
        return _person_key(entity)
    if entity.schema is Schema.LAW:
        return _law_key(entity)
    return _named_key(entity, fold(entity.caption), generic=is_generic(entity.caption))


def _is_country(entity: Entity) -> bool:
    if entity.schema is not Schema.PLACE or entity.country is None:
        return False
    country = country_named(entity.caption)
    return country is not None and country.alpha3 == entity.country


def _person_key(entity: Entity) -> str:
    folded = fold(entity.caption)
    full_names = [word for word in folded.split() if len(word) > 1]
    return f"person:{folded}" if len(full_names) >= _LEAST_NAMES else _own_key(entity)


def _law_key(entity: Entity) -> str:
    tokens = [_law_token(token) for token in entity.caption.split()]
    tokens = [token for token in tokens if token and token not in generic_words().number_markers]
    words = " ".join(token for token in tokens if not _is_number(token))
    return _named_key(entity, " ".join(tokens), generic=is_generic(words), by_country=True)


def _law_token(token: str) -> str:
    """A number keeps what stands inside it, since 12-3, 12/3 and 123 are three laws."""
    return token.strip(".,;:()[]'\"“”‘’«»").casefold() if _is_number(token) else fold(token)


def _is_number(token: str) -> bool:
    return any(character.isdigit() for character in token)


def _named_key(entity: Entity, name: str, *, generic: bool, by_country: bool = False) -> str:
    if not name or (generic and entity.country is None):
        return _own_key(entity)
    told_by_country = generic or by_country or entity.schema is Schema.PLACE
    suffix = f":{entity.country}" if told_by_country and entity.country else ""
    return f"{_GROUPS[entity.schema]}:{name}{suffix}"


def _own_key(entity: Entity) -> str:
    return f"entity:{entity.id}"
