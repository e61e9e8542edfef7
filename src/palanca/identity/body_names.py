"""How well two names of bodies agree: legal forms, word order, spellings, initials, countries within them."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from palanca.lexicon.countries import country_named, country_of_demonym
from palanca.lexicon.loading import Entry, parse_yaml
from palanca.records.names import fold

_FILE = "body_names.yaml"
_REMEMBERED = 1 << 16
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_LEAST_TYPO = 7  # letters of a word in which one wrong letter is a slip
_LEAST_WORDS = 2  # of a name whose initials stand for it
_MOST_LETTERS = 8  # of an acronym
_MOST_WORDS = 3  # of a country's name


class BodyMatch(IntEnum):
    """How well two names agree, the best last.

    `ACRONYM`: one is the initials of the other. `SPELLING`: a letter differs in a long word. `ORDER`: the same words in
    another order or language. `FORM`: they differ in the legal form. `SAME`: the same words.
    """

    DIFFERENT = 0
    ACRONYM = 11  # the numbers differ from those of `NameMatch`, so that the two can key one table
    SPELLING = 12
    ORDER = 13
    FORM = 14
    SAME = 15


class _Lists(Entry):
    legal_forms: str
    small: str
    same_word: tuple[str, ...]
    parting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    legal_forms: frozenset[str]
    small: frozenset[str]
    read_as: dict[str, str]
    parting: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _BodyName:
    """A name taken apart: `folded` as written, `core` without legal form, `words` that mean something, sorted.

    `initials` are those of the words in their order, without and with the small ones. `letters` is the name itself
    when it is written in capitals as an acronym is.
    """

    folded: str
    core: str
    words: tuple[str, ...]
    initials: frozenset[str]
    letters: str
    country: str | None


@cache
def _lists() -> _Words:
    lists = parse_yaml(files("palanca.identity").joinpath(_FILE).read_text("utf-8"), _Lists, place=_FILE)
    groups = [group.split() for group in lists.same_word]
    return _Words(
        legal_forms=frozenset(lists.legal_forms.split()),
        small=frozenset(lists.small.split()),
        read_as={word: group[0] for group in groups for word in group},
        parting=frozenset(lists.parting.split()),
    )


def compare(one: str, other: str) -> BodyMatch:
    """How well two names agree; the order of the two does not matter."""
    return _compared(*sorted((_parsed(one), _parsed(other)), key=lambda name: (name.folded, name.letters)))


def core(name: str) -> str:
    """The folded name without legal forms and leading article: "the Volta Grid Co., Ltd." becomes "volta grid"."""
    return _parsed(name).core


def country_in(name: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of the one country that the name holds; None for none or several."""
    return _parsed(name).country


def is_acronym(name: str) -> bool:
    """Whether it is written as initials: "UN", "I.M.F.", "Minsa" is not."""
    return bool(_parsed(name).letters)


@lru_cache(maxsize=_REMEMBERED)
def blocks(name: str) -> tuple[str, ...]:
    """Keys of which two names that agree at all share at least one, sorted."""
    body = _parsed(name)
    found = {f"b:{'_'.join(body.words)}", f"b={body.core}"}
    found |= {f"a:{letters}" for letters in body.initials}
    if body.letters:
        found.add(f"a:{body.letters}")
    if any(len(word) >= _LEAST_TYPO for word in body.words):
        found |= {f"t:{'_'.join(_without(body.words, i))}:{body.words[i][:2]}" for i in _long(body.words)}
    return tuple(sorted(found))


def _long(words: tuple[str, ...]) -> list[int]:
    return [i for i, word in enumerate(words) if len(word) >= _LEAST_TYPO - 1]


def _without(words: tuple[str, ...], i: int) -> tuple[str, ...]:
    return words[:i] + words[i + 1 :]


@lru_cache(maxsize=_REMEMBERED)
def _parsed(name: str) -> _BodyName:
    written = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), name.replace("&", " and "))
    tokens = fold(written).split()
    bare = _bare(tokens)
    lists = _lists()
    placed, countries = _with_countries(written)
    meaning = [lists.read_as.get(word, word) for word in _bare(placed) if word not in lists.small] or bare
    return _BodyName(
        folded=" ".join(tokens),
        core=" ".join(bare),
        words=tuple(sorted(map(_singular, meaning))),
        initials=_initials(bare, lists.small),
        letters=_letters(written, tokens),
        country=next(iter(countries)) if len(countries) == 1 else None,
    )


def _with_countries(name: str) -> tuple[list[str], set[str]]:
    """The folded words with codes in the place of countries and of what is said of them, and the codes found."""
    words, found = name.split(), set[str]()
    told: list[str] = []
    while words:
        taken = 1
        for length in range(min(_MOST_WORDS, len(words)), 0, -1):
            phrase = " ".join(words[:length]).strip(",.;()'’")
            country = country_named(phrase) or country_of_demonym(phrase)
            if country:
                found.add(country.alpha3)
                told.append(f"{country.alpha3.lower()}:")
                taken = length
                break
        else:
            told += fold(words[0]).split()
        words = words[taken:]
    return told, found


def _bare(tokens: list[str]) -> list[str]:
    forms = _lists().legal_forms
    bare = tokens[1:] if len(tokens) > 1 and tokens[0] in {"the", "el", "la", "los", "las"} else list(tokens)
    while len(bare) > 1 and bare[-1] in forms:
        bare.pop()
    return bare


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _initials(tokens: list[str], small: frozenset[str]) -> frozenset[str]:
    full = [word for word in tokens if word not in small]
    if len(full) < _LEAST_WORDS:
        return frozenset()
    return frozenset({"".join(word[0] for word in full), "".join(word[0] for word in tokens)})


def _letters(written: str, tokens: list[str]) -> str:
    """The letters of an acronym, folded; empty for any other name."""
    word = written.strip()
    is_short = len(tokens) == 1 and 2 <= len(tokens[0]) <= _MOST_LETTERS
    return tokens[0] if is_short and word.isupper() else ""


@lru_cache(maxsize=_REMEMBERED)
def _compared(one: _BodyName, other: _BodyName) -> BodyMatch:
    if one.country and other.country and one.country != other.country:
        return BodyMatch.DIFFERENT
    if one.folded == other.folded:
        return BodyMatch.SAME
    if one.core == other.core:
        return BodyMatch.FORM
    if one.words == other.words:
        return BodyMatch.ORDER
    if _is_slip(one.words, other.words):
        return BodyMatch.SPELLING
    if (one.letters and one.letters in other.initials) or (other.letters and other.letters in one.initials):
        return BodyMatch.ACRONYM
    return BodyMatch.DIFFERENT


def _is_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether all words but a long one are equal, and that one differs by one letter, not by a number or an ending."""
    ours, theirs = Counter(one) - Counter(other), Counter(other) - Counter(one)
    if sum(ours.values()) != 1 or sum(theirs.values()) != 1:
        return False
    (a,), (b,) = ours, theirs
    if any(map(str.isdigit, a + b)) or {a, b} & _lists().parting or a[:2] != b[:2] or _is_country_word(a, b):
        return False
    return (
        min(len(a), len(b)) >= _LEAST_TYPO - 1
        and max(len(a), len(b)) >= _LEAST_TYPO
        and (Levenshtein.distance(a, b, score_cutoff=1) <= 1)
    )


def _is_country_word(*words: str) -> bool:
    return any(country_named(word.title()) or country_of_demonym(word.title()) for word in words)
