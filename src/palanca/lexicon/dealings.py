"""Verbs and nouns by which a capital is known to stand for its government: `dealings.yaml`."""

from dataclasses import dataclass
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class _Lists(Entry):
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    prepositions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealings:
    """Lemmas; see the file."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    prepositions: frozenset[str]


@cache
def dealings() -> Dealings:
    """The lists as sets."""
    lists = load_yaml("dealings.yaml", _Lists)
    return Dealings(
        verbs=frozenset(lists.verbs), nouns=frozenset(lists.nouns), prepositions=frozenset(lists.prepositions)
    )
