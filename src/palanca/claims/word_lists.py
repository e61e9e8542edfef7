"""The words by which claims are compared: `words.yaml`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from palanca.lexicon.loading import Entry, parse_yaml
from palanca.records.errors import LexiconError
from palanca.records.names import fold

_FILE = "words.yaml"


class _Lists(Entry):
    small: str
    governing: str
    hedges: str
    role_small: str
    role_like: dict[str, str]
    constitutions: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """Folded words. `role_like` gives the words by which a word of a title is compared."""

    small: frozenset[str]
    governing: frozenset[str]
    hedges: frozenset[str]
    role_small: frozenset[str]
    role_like: dict[str, tuple[str, ...]]
    constitutions: frozenset[str]


@cache
def word_lists() -> WordLists:
    """The lists, read once. Raises LexiconError when the file breaks its shape or holds a word that is not folded."""
    lists = parse_yaml(files("palanca.claims").joinpath(_FILE).read_text("utf-8"), _Lists, place=_FILE)
    return WordLists(
        small=_words(lists.small),
        governing=_words(lists.governing),
        hedges=_words(lists.hedges),
        role_small=_words(lists.role_small),
        role_like={word: tuple(sorted(_words(like))) for word, like in lists.role_like.items()},
        constitutions=_words(lists.constitutions),
    )


def _words(text: str) -> frozenset[str]:
    if fold(text) != " ".join(text.split()):
        raise LexiconError(f"{_FILE}: write {text!r} folded, as {fold(text)!r}")
    return frozenset(text.split())
