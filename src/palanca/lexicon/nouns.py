"""Common nouns that say what a named thing is, by FollowTheMoney schema: `nouns.yaml`."""

from collections.abc import Mapping
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import Schema


class _Nouns(Entry):
    classes: dict[Schema, tuple[str, ...]]
    closing: dict[Schema, tuple[str, ...]]
    government: tuple[str, ...]
    whole_state: tuple[str, ...]
    of_firms: tuple[str, ...]
    dealt_in: tuple[str, ...]
    of_groups: tuple[str, ...]
    of_people_or_firms: tuple[str, ...]
    contracts: tuple[str, ...]
    never_acting: tuple[str, ...]
    writings: tuple[str, ...]


@cache
def classes_of_nouns() -> Mapping[str, tuple[Schema, ...]]:
    """Singular noun, lower case → the schemata of what it can mean, likelier first."""
    found: dict[str, tuple[Schema, ...]] = {}
    for schema, nouns in _nouns().classes.items():
        for noun in dict.fromkeys(nouns):
            found[noun] = (*found.get(noun, ()), schema)
    return found


@cache
def closing_nouns() -> Mapping[tuple[str, ...], Schema]:
    """Words, lower case, that end a name although they are written small → the schema of that name."""
    return {tuple(noun.split()): schema for schema, nouns in _nouns().closing.items() for noun in nouns}


@cache
def government_nouns() -> frozenset[str]:
    """Nouns that, with a country, stand for its state."""
    return frozenset(_nouns().government)


@cache
def whole_states() -> frozenset[str]:
    """Adjectives between a country and its government that leave it the country's: "federal"."""
    return frozenset(_nouns().whole_state)


@cache
def belongings_of_firms() -> frozenset[str]:
    """Nouns for what only a firm or body has."""
    return frozenset(_nouns().of_firms)


@cache
def people_or_firms() -> frozenset[str]:
    """Nouns for a calling that firms have as well as people."""
    return frozenset(_nouns().of_people_or_firms)


@cache
def people_of_groups() -> frozenset[str]:
    """Nouns for people who are of a firm, a band or a team, and never of one person."""
    return frozenset(_nouns().of_groups)


@cache
def contracts_of_firms() -> frozenset[str]:
    """Nouns for what firms win or get."""
    return frozenset(_nouns().contracts)


@cache
def dealing_verbs() -> frozenset[str]:
    """Verbs whose object is a firm where it is a name at all."""
    return frozenset(_nouns().dealt_in)


@cache
def what_never_acts() -> frozenset[str]:
    """Nouns for what a country or a body has, and never acts by."""
    return frozenset(_nouns().never_acting)


def _nouns() -> _Nouns:
    return load_yaml("nouns.yaml", _Nouns)


@cache
def writings() -> frozenset[str]:
    """Nouns for what has a title of its own, and the words that stand before such a title."""
    return frozenset(_nouns().writings)
