"""What Spanish prepositions are in English behind certain words: `spanish_prepositions.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml

OBJECT = "object"  # the complement is an object, and the preposition says nothing


class _Lists(Entry):
    behind: dict[str, dict[str, str]]
    addressed: tuple[str, ...]
    directed: tuple[str, ...]
    naming: tuple[str, ...]
    watched: tuple[str, ...]
    senses: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Government:
    """What stands behind English lemmas; see the file."""

    behind: Mapping[str, Mapping[str, str]]
    addressed: frozenset[str]
    directed: frozenset[str]
    naming: frozenset[str]
    watched: frozenset[str]
    senses: Mapping[str, Mapping[str, str]]

    def preposition(self, lemma: str, preposition: str) -> str | None:
        """What the preposition is behind the word; OBJECT; None where it is what it is by itself."""
        return self.behind.get(lemma, {}).get(preposition)


@cache
def government() -> Government:
    """The lists, read once."""
    lists = load_yaml("spanish_prepositions.yaml", _Lists)
    return Government(
        behind=lists.behind,
        addressed=frozenset(lists.addressed),
        directed=frozenset(lists.directed),
        naming=frozenset(lists.naming),
        watched=frozenset(lists.watched),
        senses=lists.senses,
    )
