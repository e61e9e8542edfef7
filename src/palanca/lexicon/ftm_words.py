"""Words that decide which schema of FollowTheMoney a claim is written in: `ftm_words.yaml`."""

from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records.names import fold


class _Lists(Entry):
    directing: tuple[str, ...]
    paying: tuple[str, ...]


def directs(role: str) -> bool:
    """Whether who holds that office in a company directs it."""
    return _holds(role, _lists("directing"))


def pays(of: str) -> bool:
    """Whether an amount "of" that from one to another is money that the one pays."""
    return _holds(of, _lists("paying"))


def _holds(text: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(fold(text).split())


@cache
def _lists(name: str) -> frozenset[str]:
    lists = load_yaml("ftm_words.yaml", _Lists)
    return frozenset(word for entry in getattr(lists, name) for word in fold(entry).split())
