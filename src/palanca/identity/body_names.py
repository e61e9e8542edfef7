"""How well two names of bodies agree: legal forms, word order, spellings, initials, countries within them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Annotated

from pydantic import BeforeValidator
from rapidfuzz.distance import OSA

from palanca.lexicon.countries import PhraseKind, country_named, country_of_demonym, country_phrases
from palanca.lexicon.loading import Entry, parse_yaml
from palanca.records.names import fold

_FILE = "body_names.yaml"
_REMEMBERED = 1 << 16
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_SLASHED = re.compile(r"\b([AaSs])/([SsAa])\b")  # "A/S", "S/A"
_POSSESSIVE = re.compile(r"['’](?=s\b)|(?<=s)['’](?!\w)")
_POSSESSOR = re.compile(r"['’]s?$")
_LEAST_TYPO = 7  # letters of a word in which one wrong letter is a slip
_LEAST_WORDS = 2  # of a name whose initials stand for it
_MOST_LETTERS, _MOST_MIXED = 8, 5  # of an acronym in capitals, and of one such as "MoD"


class BodyMatch(IntEnum):
    """How well two names agree, the best last.

    `ACRONYM`: one is the initials of the other. `SPELLING`: a letter differs in a long word. `ORDER`: the same words in
    another order or language. `FORM`: they differ in the legal form. `SAME`: the same words, however they are spelled
    in English ("Defence").
    """

    DIFFERENT = 0
    ACRONYM = 11  # the numbers differ from those of `NameMatch`, so that the two can key one table
    SPELLING = 12
    ORDER = 13
    FORM = 14
    SAME = 15


type _Folded = Annotated[frozenset[str], BeforeValidator(lambda text: frozenset(text.split()))]


class _Words(Entry):
    """The lists of the file; of each group of words that are one, the first stands for the others."""

    legal_forms: _Folded
    first_forms: _Folded
    articles: _Folded
    small: _Folded
    same_spelled: tuple[str, ...]
    same_word: tuple[str, ...]
    same_phrase: dict[str, str]
    beside_ministry: _Folded
    missions: _Folded
    spelled_out: dict[str, str]
    parting: _Folded

    @cached_property
    def spelled_as(self) -> dict[str, str]:
        """The first spelling of an English word."""
        return _first_of_group(self.same_spelled)

    @cached_property
    def read_as(self) -> dict[str, str]:
        """The English word for one of another language."""
        return _first_of_group((*self.same_spelled, *self.same_word))

    @cached_property
    def phrases(self) -> re.Pattern[str]:
        """Any of the phrases of which the words do not translate one by one, the longest first."""
        phrases = sorted(self.same_phrase, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


def _first_of_group(groups: tuple[str, ...]) -> dict[str, str]:
    return {word: group.split()[0] for group in reversed(groups) for word in group.split()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _BodyName:
    """A name taken apart: `whole` as spelled first, `form` without legal form, `words` that mean something, sorted.

    `core` is `form` as the name itself spells it. `initials` are those of the words in their order, without and with
    the small ones and the legal forms. `letters` is the name itself when it is written as an acronym is.
    """

    whole: str
    form: str
    core: str
    words: tuple[str, ...]
    initials: frozenset[str]
    letters: str
    country: str | None


@cache
def _lists() -> _Words:
    return parse_yaml(files("palanca.identity").joinpath(_FILE).read_text("utf-8"), _Words, place=_FILE)


def compare(one: str, other: str) -> BodyMatch:
    """How well two names agree; the order of the two does not matter."""
    ours, theirs = _parsed(one), _parsed(other)
    if ours.country and theirs.country and ours.country != theirs.country:
        return BodyMatch.DIFFERENT
    if ours.whole == theirs.whole:
        return BodyMatch.SAME
    if ours.form == theirs.form:
        return BodyMatch.FORM
    if ours.words == theirs.words:
        return BodyMatch.ORDER
    if len(ours.words) == len(theirs.words) and _is_slip(ours.words, theirs.words):
        return BodyMatch.SPELLING
    if ours.letters in theirs.initials or theirs.letters in ours.initials:
        return BodyMatch.ACRONYM
    return BodyMatch.DIFFERENT


def core(name: str) -> str:
    """The folded name without legal forms and leading article: "the Volta Grid Co., Ltd." becomes "volta grid"."""
    return _parsed(name).core


def country_in(name: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of the country that the name holds.

    Of an embassy or another mission the country that sends it, which is named first. None for no country, or several.
    """
    return _parsed(name).country


def is_acronym(name: str) -> bool:
    """Whether it is written as initials: "UN", "I.M.F.", "MoD"; "Minsa" is not."""
    return bool(_parsed(name).letters)


@lru_cache(maxsize=_REMEMBERED)
def blocks(name: str) -> tuple[str, ...]:
    """Keys of which two names that agree at all share at least one, sorted."""
    body = _parsed(name)
    letters = {*body.initials, *([body.letters] if body.letters else [])}
    return tuple(sorted({*word_blocks(name), *(f"a:{one}" for one in letters)}))


@lru_cache(maxsize=_REMEMBERED)
def word_blocks(name: str) -> tuple[str, ...]:
    """Keys of which two names that agree, neither of them an acronym, share at least one, sorted."""
    body = _parsed(name)
    found = {f"b:{'_'.join(body.words)}", f"b={body.form}"}
    found |= {f"t:{'_'.join(_without(body.words, i))}:{body.words[i][:2]}" for i in _long(body.words)}
    return tuple(sorted(found))


def _long(words: tuple[str, ...]) -> list[int]:
    return [i for i, word in enumerate(words) if len(word) >= _LEAST_TYPO - 1]


def _without(words: tuple[str, ...], i: int) -> tuple[str, ...]:
    return words[:i] + words[i + 1 :]


@lru_cache(maxsize=_REMEMBERED)
def _parsed(name: str) -> _BodyName:
    lists = _lists()
    written = _SLASHED.sub(r"\1\2", name.replace("&", " and "))
    written = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), written)
    tokens = _folded(written)
    bare = _bare(tokens)
    placed = list(_with_countries(written))
    countries = [code for _, code in placed if code]
    spelled = [lists.spelled_as.get(word, word) for word, _ in placed]
    return _BodyName(
        whole=" ".join(spelled),
        form=" ".join(_bare(spelled)),
        core=" ".join(_bare(fold(written).split())),
        words=_meaning(_bare([code or word for word, code in placed])) or tuple(sorted(bare)),
        initials=frozenset(_initials(tokens, bare)),
        letters=_letters(written, tokens),
        country=_country(countries, tokens),
    )


def _country(countries: list[str], tokens: list[str]) -> str | None:
    is_mission = not _lists().missions.isdisjoint(tokens)
    return countries[0].rstrip(":").upper() if countries and (is_mission or len(set(countries)) == 1) else None


def _folded(text: str) -> list[str]:
    """The folded words; what is said of one who has something stays one word ("Lloyds")."""
    return fold(_POSSESSIVE.sub("", text)).split()


def _with_countries(name: str) -> Iterator[tuple[str, str]]:
    """The folded words, each with the code ("per:") of the country it speaks of, or with an empty one.

    Of a country's own name the code stands for the word too, so that "US" is the same as "United States".
    """
    words = name.split()
    start = 0
    while start < len(words):
        for length in range(min(_longest_from(words[start]), len(words) - start), 0, -1):
            phrase = _POSSESSOR.sub("", " ".join(words[start : start + length]).strip(",.;()"))
            named, said = country_named(phrase), country_of_demonym(phrase)
            if country := named or said:
                code = f"{country.alpha3.lower()}:"  # the mark keeps codes apart from words such as "sdn"
                yield code if named else fold(phrase), code
                start += length
                break
        else:
            yield from ((word, "") for word in _folded(words[start]))
            start += 1


def _longest_from(word: str) -> int:
    """How many words the longest name of a country has that begins so; 0 if none does."""
    first = fold(word).split()
    return _lengths().get(first[0], 0) if first else 0


@cache
def _lengths() -> dict[str, int]:
    lengths: dict[str, int] = {}
    for phrase in country_phrases():
        if phrase.kind in {PhraseKind.NAME, PhraseKind.DEMONYM} and (words := fold(phrase.phrase).split()):
            lengths[words[0]] = max(lengths.get(words[0], 0), len(phrase.phrase.split()))
    return lengths


def _meaning(bare: list[str]) -> tuple[str, ...]:
    """The words that mean something, in English and the singular, sorted."""
    lists = _lists()
    translated = lists.phrases.sub(lambda found: lists.same_phrase[found[0]], " ".join(bare)).split()
    words = [lists.read_as.get(word, word) for word in translated if word not in lists.small]
    if "ministry" in words:
        words = [word for word in words if word not in lists.beside_ministry] or words
    return tuple(sorted(map(_singular, words)))


def _bare(tokens: list[str]) -> list[str]:
    lists = _lists()
    bare = tokens[1:] if len(tokens) > 1 and tokens[0] in lists.articles else list(tokens)
    if len(bare) > 1 and bare[0] in lists.first_forms:
        bare.pop(0)
    while len(bare) > 1 and bare[-1] in lists.legal_forms:
        bare.pop()
        while len(bare) > 1 and bare[-1] in lists.small:  # "S.A. de C.V.", "GmbH & Co."
            bare.pop()
    return bare


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _initials(tokens: list[str], bare: list[str]) -> Iterator[str]:
    """The initials of the name with all, some and none of its legal forms."""
    lists = _lists()
    begin = 1 if len(tokens) > 1 and tokens[0] in lists.articles else 0
    for end in range(len(bare), len(tokens) - begin + 1):
        spelled = [(word, lists.spelled_out.get(word, word)) for word in tokens[begin : begin + end]]
        full = [out for word, out in spelled if word not in lists.small]
        if len(full) >= _LEAST_WORDS:
            yield "".join(word[0] for out in full for word in out.split())
            yield "".join(word[0] for _, out in spelled for word in out.split())


def _letters(written: str, tokens: list[str]) -> str:
    """The letters of an acronym, folded; empty for any other name."""
    words = written.split()
    if len(tokens) == 2 and tokens[0] in _lists().articles:
        words, tokens = words[1:], tokens[1:]
    if len(tokens) != 1 or not 2 <= len(tokens[0]) <= _MOST_LETTERS:
        return ""
    word = words[-1]
    capitals = sum(map(str.isupper, word))
    is_mixed = len(tokens[0]) <= _MOST_MIXED and word[0].isupper() and capitals * 2 > len(tokens[0])
    return tokens[0] if word.isupper() or is_mixed else ""


def _is_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether all words but a long one are equal, and that one differs by one letter, not by a number or an ending."""
    if len(one) > 1 and set(one).isdisjoint(other):  # most pairs: the counting below takes ten times longer
        return False
    ours, theirs = Counter(one) - Counter(other), Counter(other) - Counter(one)
    if sum(ours.values()) != 1 or sum(theirs.values()) != 1:
        return False
    (a,), (b,) = ours, theirs
    lists = _lists()
    if a[:2] != b[:2] or min(len(a), len(b)) < _LEAST_TYPO - 1 or max(len(a), len(b)) < _LEAST_TYPO:
        return False
    if any(map(str.isdigit, a + b)) or {a, b} & lists.parting or _is_country_word(a, b):
        return False
    return not (a in lists.read_as and b in lists.read_as) and OSA.distance(a, b, score_cutoff=1) <= 1


def _is_country_word(*words: str) -> bool:
    return any(country_named(word.title()) or country_of_demonym(word.title()) for word in words)
