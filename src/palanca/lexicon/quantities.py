"""Words for numbers, money, measures and things counted: `quantities.yaml`."""

from collections.abc import Mapping
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class QuantityWords(Entry):
    """The lists of the file; numbers are full values, currencies ISO 4217 codes."""

    numbers: dict[str, int]
    scales: dict[str, int]
    linked_scales: frozenset[str]
    fractions: dict[str, float]
    symbols: dict[str, str]
    sign_names: dict[str, str]
    blocs: dict[str, str]
    words_like_codes: frozenset[str]
    currencies: dict[str, str]
    hundredths: frozenset[str]
    of_country: dict[str, dict[str, str]]
    measures: dict[str, str]
    compounds: tuple[str, ...]
    uncounted: tuple[str, ...]
    people_after_all: tuple[str, ...]
    vague: tuple[str, ...]
    approximate: tuple[str, ...]
    needed: frozenset[str]
    qualifying: frozenset[str]
    counted_when_many: frozenset[str]
    margins: frozenset[str]
    voting: frozenset[str]
    passing: frozenset[str]
    filed: frozenset[str]
    striking: frozenset[str]
    struck: frozenset[str]
    gatherings: frozenset[str]
    tolls: frozenset[str]
    levels: frozenset[str]
    speeds: dict[str, str]
    compound_counts: dict[str, str]


@cache
def quantity_words() -> QuantityWords:
    """The lists."""
    return load_yaml("quantities.yaml", QuantityWords)


@cache
def uncounted_nouns() -> frozenset[str]:
    """Nouns that are no things or people: with a number they make no quantity."""
    lists = quantity_words()
    return frozenset(lists.uncounted) - frozenset(lists.people_after_all)


@cache
def number_words() -> Mapping[str, int]:
    """Small numbers in words."""
    return quantity_words().numbers


@cache
def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes of all currencies of the lists."""
    words = quantity_words()
    shared = (code for codes in words.of_country.values() for code in codes.values())
    return frozenset({*words.symbols.values(), *words.currencies.values(), *shared})
