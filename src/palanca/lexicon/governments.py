"""Nouns by which a text speaks of those who rule a state without its name: `governments.yaml`."""

from dataclasses import dataclass
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class _Lists(Entry):
    nouns: tuple[str, ...]
    plural_only: tuple[str, ...]
    behind_a_name: tuple[str, ...]
    organs: tuple[str, ...]
    sorts: tuple[str, ...]
    central_banks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernmentWords:
    """Lemmas; see the file. `nouns` has those of the plural too, `behind_a_name` all that are `nouns`."""

    nouns: frozenset[str]
    plural_only: frozenset[str]
    behind_a_name: frozenset[str]
    organs: frozenset[str]
    sorts: frozenset[str]
    central_banks: frozenset[str]


@cache
def government_words() -> GovernmentWords:
    """The lists as sets. Raises LexiconError where the file breaks its model."""
    lists = load_yaml("governments.yaml", _Lists)
    nouns = frozenset((*lists.nouns, *lists.plural_only))
    return GovernmentWords(
        nouns=nouns, plural_only=frozenset(lists.plural_only), behind_a_name=nouns.union(lists.behind_a_name),
        organs=frozenset(lists.organs), sorts=frozenset(lists.sorts), central_banks=frozenset(lists.central_banks),
    )  # fmt: skip
