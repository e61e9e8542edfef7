"""What words tell of a person: sexed nouns and titles (`people.yaml`), given names (`given_names.yaml`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records.names import fold


class _People(Entry):
    men: tuple[str, ...]
    women: tuple[str, ...]


class _Words(_People):
    also: dict[str, tuple[str, ...]]
    family_first: frozenset[str]


class _GivenNames(_People):
    either: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GenderedWords:
    """Lower-case words said of men alone, and of women alone."""

    men: frozenset[str]
    women: frozenset[str]


@cache
def gendered_words() -> GenderedWords:
    """Titles and nouns."""
    lists = load_yaml("people.yaml", _Words)
    return GenderedWords(men=frozenset(lists.men), women=frozenset(lists.women))


@cache
def also_called() -> Mapping[str, frozenset[str]]:
    """Noun → the titles and trades of those whom it may mean."""
    return {noun: frozenset(others) for noun, others in load_yaml("people.yaml", _Words).also.items()}


@cache
def gendered_names() -> GenderedWords:
    """Given names, folded, that only one sex bears."""
    lists = load_yaml("given_names.yaml", _GivenNames)
    men, women = frozenset(map(fold, lists.men)), frozenset(map(fold, lists.women))
    both = (men & women) | frozenset(map(fold, lists.either))
    return GenderedWords(men=men - both, women=women - both)


def is_family_first(word: str) -> bool:
    """Whether the word is a family name of those whose given name follows it with a hyphen: "KIM Min-ho"."""
    return word.istitle() and word.casefold() in load_yaml("people.yaml", _Words).family_first


def is_given_name(word: str) -> bool:
    """Whether the word, case and accents aside, is a common given name somewhere."""
    return fold(word) in _given_names()


@cache
def _given_names() -> frozenset[str]:
    lists = load_yaml("given_names.yaml", _GivenNames)
    return frozenset(map(fold, (*lists.men, *lists.women, *lists.either)))
