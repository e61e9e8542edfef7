"""Names that many bodies, places and laws of the world carry."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from palanca.records.errors import LexiconError
from palanca.records.names import fold

_FILE = "generic_words.yaml"
_POSSESSIVE = re.compile(r"['’]s?\b")
_LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericWords:
    """Folded words: `words` name sorts of things in any language; `number_markers` announce a number."""

    words: frozenset[str]
    number_markers: frozenset[str]


@cache
def generic_words() -> GenericWords:
    """The list, read once. Raises LexiconError when the file breaks its shape."""
    lists = yaml.safe_load(files("palanca.identity").joinpath(_FILE).read_text("utf-8"))
    words = {word for language in _LANGUAGES for group in lists[language] for word in _words(lists, language, group)}
    return GenericWords(words=frozenset(words), number_markers=frozenset(_words(lists, "laws", "number_markers")))


def _words(lists: dict[str, dict[str, str]], section: str, group: str) -> list[str]:
    words = lists[section][group].split()
    for word in words:
        if fold(word) != word:
            raise LexiconError(f"{_FILE}, {section}.{group}: write {word!r} folded, as {fold(word)!r}")
    return words


def is_generic(name: str) -> bool:
    """Whether every word of `name` names a sort of thing, so that the name fits one in every country."""
    words = generic_words().words
    return all(word in words for word in fold(_POSSESSIVE.sub("", name)).split())
