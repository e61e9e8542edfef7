"""Words of the topics by which one country depends on others: `dependence.yaml`."""

from dataclasses import dataclass
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class _Lists(Entry):
    exports: tuple[str, ...]
    imports: tuple[str, ...]
    arms: tuple[str, ...]
    credit: tuple[str, ...]
    shares: tuple[str, ...]
    gdp: tuple[str, ...]
    ports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DependenceWords:
    """The lists of the file, folded."""

    exports: frozenset[str]
    imports: frozenset[str]
    arms: frozenset[str]
    credit: frozenset[str]
    shares: frozenset[str]
    gdp: frozenset[str]
    ports: frozenset[str]


@cache
def dependence_words() -> DependenceWords:
    """The lists as sets."""
    lists = load_yaml("dependence.yaml", _Lists)
    return DependenceWords(
        exports=frozenset(lists.exports),
        imports=frozenset(lists.imports),
        arms=frozenset(lists.arms),
        credit=frozenset(lists.credit),
        shares=frozenset(lists.shares),
        gdp=frozenset(lists.gdp),
        ports=frozenset(lists.ports),
    )
