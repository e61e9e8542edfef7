"""How alike the words of two statements are."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from palanca.claims.word_lists import word_lists
from palanca.identity import is_generic
from palanca.lexicon.contexts import contexts_of_words
from palanca.lexicon.instruments import instrument_nouns
from palanca.records import Context, InstrumentKind

_SAME_PASSAGE = 90  # of 100
_LEAST_PASSAGE = 8  # words: shorter ones are alike by chance
_STEM = 6  # letters: joins "agreed" with "agreement", and keeps "signed" from "signal"
_LEAST_STEMS = 3  # of which less is too little to say much
_RUN = 3  # words


def stems(words: str) -> frozenset[str]:
    """The beginnings of the words that say something, of folded words."""
    small = word_lists().small
    return frozenset(word[:_STEM] for word in words.split() if word not in small)


def matters_agreed(words: str) -> frozenset[str]:
    """On what an agreement is, of folded words: "defence" in "signed a defence pact"."""
    cut = words.split()
    pairs = pairwise(cut)
    return frozenset(matter for matter, noun in pairs if noun.removesuffix("s") in _pacts() and _is_matter(matter))


@cache
def _pacts() -> frozenset[str]:
    kinds = (InstrumentKind.AGREEMENT, InstrumentKind.CONTRACT)
    return frozenset(noun for noun, kind in instrument_nouns().items() if kind in kinds)


def _is_matter(word: str) -> bool:
    contexts = contexts_of_words().get(word.removesuffix("s"), contexts_of_words().get(word, ()))
    return word not in word_lists().small and Context.DIPLOMATIC not in contexts and bool(contexts or is_generic(word))


def likeness[Stem: (str, int)](one: frozenset[Stem], other: frozenset[Stem]) -> float:
    """How much of what the shorter says the longer says too, from 0 to 1. Very short ones are never quite alike."""
    return len(one & other) / max(_LEAST_STEMS, min(len(one), len(other)))


def is_one_passage(one: str, other: str) -> bool:
    """Whether two folded texts are one passage but for a word or a letter."""
    return min(len(one.split()), len(other.split())) >= _LEAST_PASSAGE and ratio(one, other) >= _SAME_PASSAGE


def runs(words: str) -> Iterator[str]:
    """Every run of three words; all the words when they are fewer."""
    cut = words.split()
    for i in range(max(1, len(cut) - _RUN + 1)):
        yield " ".join(cut[i : i + _RUN])
