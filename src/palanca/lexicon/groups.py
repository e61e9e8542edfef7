"""The nouns by which a text speaks again of several named before: `groups.yaml`."""

from dataclasses import dataclass
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import Schema


class _Lists(Entry):
    nouns: dict[Schema, tuple[str, ...]]
    any: tuple[str, ...]
    of_states: tuple[str, ...]
    numbers: dict[str, int]
    plain: tuple[str, ...]
    joining: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWords:
    """Lower-case words; `schemata` of a singular noun is what its members can be, empty for a noun of no group."""

    schemata: dict[str, frozenset[Schema]]
    of_states: frozenset[str]
    numbers: dict[str, int]
    plain: frozenset[str]
    joining: frozenset[str]


@cache
def group_words() -> GroupWords:
    """The lists, inverted."""
    lists = load_yaml("groups.yaml", _Lists)
    schemata = {noun: frozenset(lists.nouns) for noun in lists.any}
    for schema, nouns in lists.nouns.items():
        for noun in nouns:
            schemata[noun] = schemata.get(noun, frozenset()) | {schema}
    return GroupWords(
        schemata=schemata,
        of_states=frozenset(lists.of_states),
        numbers=lists.numbers,
        plain=frozenset(lists.plain),
        joining=frozenset(lists.joining),
    )
