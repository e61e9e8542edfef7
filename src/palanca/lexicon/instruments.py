"""Nouns of law and contract, and the verbs that make and end instruments: `instruments.yaml`."""

from collections.abc import Mapping
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import InstrumentKind


class _Instruments(Entry):
    kinds: dict[InstrumentKind, tuple[str, ...]]
    weak: tuple[str, ...]
    makes: tuple[str, ...]
    ends: tuple[str, ...]


@cache
def instrument_nouns() -> Mapping[str, InstrumentKind]:
    """Noun, lower case → what it names."""
    kinds = load_yaml("instruments.yaml", _Instruments).kinds
    return {noun: kind for kind, nouns in kinds.items() for noun in nouns}


@cache
def weak_instrument_nouns() -> frozenset[str]:
    """Nouns that count only with a name, a number, or a verb that makes instruments."""
    return frozenset(load_yaml("instruments.yaml", _Instruments).weak)


@cache
def making_verbs() -> frozenset[str]:
    """Lemmas of verbs that bring an instrument about."""
    return frozenset(load_yaml("instruments.yaml", _Instruments).makes)


@cache
def handling_verbs() -> frozenset[str]:
    """Lemmas of verbs that change, use or end an instrument."""
    return frozenset(load_yaml("instruments.yaml", _Instruments).ends)
