"""The English words of the lists that Spanish words stand for: `spanish.yaml`.

Readers are written once and every word list is English. A Spanish word is looked up here, by its part of speech, and
is known by what it gives; the words of the text stay what is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.lexicon.spanish_verbs import infinitives
from palanca.lexicon.titles import titles
from palanca.records.errors import LexiconError


class _Irregular(Entry):
    past: dict[str, str]
    participle: dict[str, str]
    plural: dict[str, str]


class _Words(Entry):
    forms: dict[str, str]
    numbers: dict[str, str]
    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    adverbs: dict[str, str]
    phrases: dict[str, str]
    singular_in_s: frozenset[str]
    shortened: tuple[str, ...]
    irregular: _Irregular


_PLURALS = (("ces", "z"), ("iones", "ión"), ("ones", "ón"), ("es", ""), ("s", ""))
_PARTICIPLES = ("ado", "ada", "ido", "ida", "ído", "ída", "to", "ta", "cho", "cha")
_ENDINGS = (  # of a form, and what may stand in their place in the form that is listed
    ("ces", "z"),
    ("iones", "ión"),
    ("ones", "ón"),
    ("anes", "án"),
    ("eses", "és"),
    ("oras", "or"),
    ("ora", "or"),
    ("esas", "és"),
    ("as", "o"),
    ("es", ""),
    ("s", ""),
    ("a", "o"),
)


class Spanish:
    """Every word is asked for in lower case; None where the dictionary has none."""

    def __init__(self, words: _Words) -> None:
        self._words = words
        self._infinitives = frozenset(verb.removesuffix("se") for verb in words.verbs)
        self._fixed = words.forms | words.numbers
        self._lemmas = dict(self._inflected())
        self._phrases = dict(_phrases(words.phrases))
        self._longest = max(map(len, self._phrases), default=0)
        self._leads = frozenset(phrase[0] for phrase in self._phrases)

    @property
    def shortened(self) -> tuple[str, ...]:
        """Words whose stop ends no sentence, as written: "Abg.", "N°"."""
        return self._words.shortened

    def form(self, lower: str) -> str | None:
        """Of a word that stands under one English word in whatever part of speech: "de"."""
        return self._fixed.get(lower)

    def verb(self, infinitive: str, *, reflexive: bool = False) -> str | None:
        """Of an infinitive, where it has another sense with "se" than without, in that sense."""
        plain = infinitive.removesuffix("se")
        own = self._words.verbs.get(f"{plain}se") if reflexive else None
        return own or self._words.verbs.get(plain)

    def infinitive(self, form: str, guess: str) -> str:
        """Of a form of a verb, where the dictionary knows whose it is, else what a pipeline guesses."""
        found = infinitives(form, self._infinitives)
        return guess if not found or guess in found else found[0]

    def noun(self, *words: str) -> str | None:
        """Of the first of these that is known, or of which the singular or the masculine is."""
        return _first(self._words.nouns, words)

    def adjective(self, *words: str) -> str | None:
        """As `noun`."""
        return _first(self._words.adjectives, words)

    def participle_of(self, *words: str) -> str | None:
        """The English verb of the first of these that is a Spanish participle of a known verb: "detenidas"."""
        verbs = (verb for word in words for verb in infinitives(word, self._infinitives) if _is_participle(word))
        return next((found for verb in verbs if (found := self.verb(verb))), None)

    def adverb(self, lower: str) -> str | None:
        """Of an adverb."""
        return self._words.adverbs.get(lower)

    def phrase_at(self, words: Sequence[str], i: int) -> tuple[str, ...] | None:
        """The English words, as many, of the longest phrase that starts at word `i`."""
        if words[i] not in self._leads:
            return None
        lengths = range(min(self._longest, len(words) - i), 1, -1)
        return next((found for n in lengths if (found := self._phrases.get(tuple(words[i : i + n])))), None)

    def lemma(self, english: str) -> str:
        """Of a form of an English word of the dictionary."""
        return self._lemmas.get(english, english)

    def past(self, verb: str) -> str:
        """The past of an English verb of the dictionary."""
        return self._words.irregular.past.get(verb) or _with_ed(verb)

    def participle(self, verb: str) -> str:
        """The past participle."""
        return self._words.irregular.participle.get(verb) or self.past(verb)

    def plural(self, noun: str) -> str:
        """The plural of an English noun of the dictionary."""
        return self._words.irregular.plural.get(noun) or _with_s(noun)

    def is_singular(self, lower: str) -> bool:
        """Whether a Spanish noun in -s names one: "crisis", "martes"."""
        return lower in self._words.singular_in_s

    def singular(self, lower: str) -> str:
        """Of a Spanish plural noun, of its own gender: "cancilleres" is of "canciller", "ministras" of "ministra"."""
        for ending, listed in _PLURALS:
            one = lower.removesuffix(ending) + listed
            if lower.endswith(ending) and (not ending.startswith("e") or one in self._words.nouns):
                return one
        return lower

    def third(self, verb: str) -> str:
        """The present of one: "signs"."""
        return {"be": "is", "have": "has", "can": "can", "must": "must"}.get(verb) or _with_s(verb)

    def _inflected(self) -> Iterator[tuple[str, str]]:
        for noun in self._words.nouns.values():
            yield self.plural(noun), noun
        for verb in (*self._words.verbs.values(), *self._words.irregular.past):
            yield from ((form, verb) for form in (self.past(verb), self.participle(verb)))


@cache
def spanish() -> Spanish:
    """The dictionary, read once. Raises LexiconError where a phrase has not as many words in both languages."""
    return Spanish(load_yaml("spanish.yaml", _Words))


def _phrases(listed: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for phrase, english in listed.items():
        one, other = tuple(phrase.split()), tuple(english.split())
        if len(one) != len(other):
            raise LexiconError(f"spanish.yaml, phrase {phrase!r}: {english!r} has not as many words: write as many")
        yield one, other


def _first(words: Mapping[str, str], wanted: Sequence[str]) -> str | None:
    return next((found for word in wanted for form in _listed_forms(word) if (found := words.get(form))), None)


def _listed_forms(word: str) -> Iterator[str]:
    yield word
    for ending, listed in _ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + listed


def _is_participle(word: str) -> bool:
    return word.rstrip("s").endswith(_PARTICIPLES)


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh", "z", "o")):
        return word + "es"
    return f"{word[:-3]}men" if word.endswith("man") else word + "s"


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith(("pel", "mit")):  # "expelled", "submitted"
        return f"{verb}{verb[-1]}ed"
    return f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou") else verb + "ed"


@cache
def title_in_english(title: str) -> str:
    """The title of an office as word lists know it: "ministra de defensa" is a "minister of defence".

    A title that begins with no Spanish noun or phrase is what it is, and so is one that begins as English ones do: a
    "mayor" is no major.
    """
    words, given = spanish(), title.lower().split()
    opening = (words.phrase_at(given, 0) or words.noun(given[0])) if given else None
    if opening is None or titles().is_title_word(given[0]):
        return title
    found: list[str] = []
    while len(found) < len(given):
        here = given[len(found)]
        phrase = words.phrase_at(given, len(found))
        found += phrase or [words.form(here) or words.noun(here) or words.adjective(here) or here]
    return " ".join(found)
