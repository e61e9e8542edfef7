"""Words of courts, and whether they strike down or uphold: `rulings.yaml`."""

from dataclasses import dataclass
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class _Lists(Entry):
    judges: tuple[str, ...]
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    against: tuple[str, ...]
    in_favour: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """Lemmas; see the file."""

    judges: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    against: frozenset[str]
    in_favour: frozenset[str]


@cache
def rulings() -> Rulings:
    """The lists as sets. Raises LexiconError where the file breaks its model."""
    lists = load_yaml("rulings.yaml", _Lists)
    return Rulings(
        judges=frozenset(lists.judges), verbs=frozenset(lists.verbs), nouns=frozenset(lists.nouns),
        against=frozenset(lists.against), in_favour=frozenset(lists.in_favour),
    )  # fmt: skip
