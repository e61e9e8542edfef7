"""Sectors of agents and codes of bodies between states, as PLOVER writes them: `sectors.yaml`."""

from collections.abc import Mapping
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records.errors import LexiconError


class _Sectors(Entry):
    sectors: dict[str, tuple[str, ...]]
    organizations: dict[str, tuple[str, ...]]


@cache
def sectors_of_nouns() -> Mapping[str, str]:
    """Noun phrase, singular, lower case → the code of its sector. A noun of two sectors is of the first."""
    found: dict[str, str] = {}
    for code, nouns in _sectors().sectors.items():
        for noun in nouns:
            found.setdefault(noun, code)
    return found


@cache
def codes_of_organizations() -> Mapping[str, str]:
    """Name as written → the code that stands for a country. Raises LexiconError if two codes claim a name."""
    found: dict[str, str] = {}
    for code, names in _sectors().organizations.items():
        for name in names:
            if name in found:
                raise LexiconError(f"sectors.yaml: {found[name]} and {code} both claim {name!r}: drop one")
            found[name] = code
    return found


def _sectors() -> _Sectors:
    return load_yaml("sectors.yaml", _Sectors)
