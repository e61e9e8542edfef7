"""The words that rules look for: `words.yaml`."""

import re
from functools import cache
from importlib.resources import files

from palanca.lexicon.loading import Entry, parse_yaml

_FILE = "words.yaml"


class Words(Entry):
    """Words by what they do in a sentence; the file says what each list is."""

    dying: tuple[str, ...]
    killing: tuple[str, ...]
    passive: tuple[str, ...]
    leaving: tuple[str, ...]
    returning: tuple[str, ...]
    applying: tuple[str, ...]
    consisting: tuple[str, ...]
    including: tuple[str, ...]
    totalling: tuple[str, ...]
    vague: tuple[str, ...]
    wholes: tuple[str, ...]
    comparing: tuple[str, ...]
    rising: tuple[str, ...]
    falling: tuple[str, ...]
    accepted_spellings: tuple[tuple[str, str], ...]
    legal_forms: tuple[str, ...]


@cache
def words() -> Words:
    """The lists, read once. Raises LexiconError if the file breaks its model."""
    return parse_yaml(files("palanca.analysis.audit").joinpath(_FILE).read_text("utf-8"), Words, place=_FILE)


def any_of(*phrases: str) -> str:
    """A pattern for any of these phrases as whole words, the longest first; spaces match any white space."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return rf"(?<!\w)(?:{'|'.join(_phrase(phrase) for phrase in longest_first)})(?!\w)"


def _phrase(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())
