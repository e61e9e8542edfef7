"""Titles of offices as they are compared."""

from functools import cache

from palanca.claims.word_lists import word_lists
from palanca.lexicon.sole_offices import sole_offices
from palanca.lexicon.spanish import title_in_english
from palanca.records.names import fold


@cache
def role_key(role: str) -> str:
    """A role without order, gender and small words: "minister of foreign affairs" and "foreign minister" are one."""
    lists = word_lists()
    kept = (word for word in fold(title_in_english(role)).split() if word not in lists.role_small)
    return " ".join(sorted({like for word in kept for like in lists.role_like.get(word, (word,))}))


@cache
def sole_roles() -> frozenset[str]:
    """The keys of the offices that one person of a body holds at a time."""
    return frozenset(map(role_key, sole_offices()))
