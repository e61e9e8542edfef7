"""Titles of instruments as they are compared."""

from functools import lru_cache

from palanca.claims.word_lists import word_lists
from palanca.identity import is_generic
from palanca.lexicon.countries import country_named, country_of_demonym
from palanca.lexicon.instruments import instrument_nouns
from palanca.records import InstrumentDetail, InstrumentKind
from palanca.records.names import fold

_LONGEST_COUNTRY = 4  # words
_TITLES_AT_HAND = 4_096  # of one resolution every vote tells
_VERSUS = frozenset({"v", "v.", "vs", "vs."})


@lru_cache(maxsize=_TITLES_AT_HAND)
def title_key(detail: InstrumentDetail) -> str | None:
    """The title as it is compared, without order and small words, a country as its code; None if it fits many.

    A name has words of its own, with capitals: "Paris Agreement", not "agreement" or "government decree". A noun in
    small letters names one instrument only among agreements: "Maryland law" is any, "the Oslo accord" is one. A lawsuit
    is named by who is against whom. A state has one constitution.
    """
    code, words = _country_apart(detail.title.split())
    kept = [word for word in words if fold(word) not in word_lists().small]
    if not kept:
        return None
    is_constitution = code is not None and any(fold(word) in word_lists().constitutions for word in kept)
    if not is_constitution and not _is_name(kept, detail.kind):
        return None
    return " ".join(sorted({*fold(" ".join(kept)).split(), *([code] if code else [])}))


def _is_name(words: list[str], kind: InstrumentKind) -> bool:
    own = [
        word for word in words if word[0].isupper() and not is_generic(word) and fold(word) not in instrument_nouns()
    ]
    if kind is InstrumentKind.LAWSUIT:
        return bool(own) and not _VERSUS.isdisjoint(words)
    return bool(own) and (words[-1][0].isupper() or words[-1].isdigit() or kind is InstrumentKind.AGREEMENT)


def _country_apart(words: list[str]) -> tuple[str | None, list[str]]:
    """The code of the country at the head of a title, or at its end after "of", and the other words."""
    if words and fold(words[0]) == "the":
        words = words[1:]
    for size in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
        head, tail = " ".join(words[:size]), " ".join(words[-size:])
        named = country_named(head) or country_of_demonym(head)
        if named:
            return named.alpha3, words[size:]
        named = country_named(tail) if {"of", "de"} & set(words[:-size][-2:]) else None
        if named:
            return named.alpha3, words[:-size]
    return None, words
