"""Words that tell something of a person by themselves: `people.yaml`."""

from dataclasses import dataclass
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class _People(Entry):
    men: tuple[str, ...]
    women: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GenderedWords:
    """Lower-case titles and nouns said of men alone, and of women alone."""

    men: frozenset[str]
    women: frozenset[str]


@cache
def gendered_words() -> GenderedWords:
    """The lists as sets."""
    lists = load_yaml("people.yaml", _People)
    return GenderedWords(men=frozenset(lists.men), women=frozenset(lists.women))
