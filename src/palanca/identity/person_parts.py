"""Taking names of people apart: titles, particles and suffixes off, given names first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from string import ascii_letters, digits

from palanca.identity.person_words import is_given, person_words, spelled_as
from palanca.identity.spellings import skeleton
from palanca.records.names import fold

_REMEMBERED = 1 << 16
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`](?=\w)")
# "Al Gore" bears a given name: the article is written small, or with a hyphen.
_JOINED_PARTICLE = re.compile(r"\b(?:(?:al|el|ul|ud|ur|as|ad|ash|ez)[-‐‑–]|(?-i:al ))(?=\w)", re.IGNORECASE)
# "Ortega Y Gasset": between two surnames in the case of the name; "Ana E. Paz" and "Ana E Paz" have an initial.
_LINKING = re.compile(r"\s[yei]\s", re.IGNORECASE)
_LINKING_SMALL = re.compile(r"\s[yei](?=\s)")
_PLAIN = frozenset(f"{ascii_letters}{digits} .,")
_HYPHEN = re.compile(r"(?<=\w)[-‐‑](?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name taken apart. `tokens` are its folded parts, given names first, without titles, particles and suffix.

    `joined` are the parts with two that a hyphen or a custom joins written as one ("jongun"); empty if there are none.
    `surnames` are those of `tokens`, see `surnames_of`.
    `ends` has a bit for each letter or sound with which a surname of it may begin: names without a common bit differ.
    """

    tokens: tuple[str, ...]
    suffix: str = ""
    joined: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    ends: int = 0


@lru_cache(maxsize=_REMEMBERED)
def parsed(name: str) -> PersonName:
    """Take a name apart. One that is nothing but titles and particles keeps them as its parts."""
    last, comma, first = name.partition(",")
    words = _split(first) if comma else []
    if comma and words and words[0] not in person_words().suffixes:
        written, words = f"{first} {last}", [*words, *_split(last)]
    else:
        written, words = name, _split(last) + words
    tokens, suffix = _parts(words)
    joined = _joined(tokens, written)
    surnames = surnames_of(tokens)
    ends = _bits((*surnames, *surnames_of(joined)) if joined else surnames)
    return PersonName(tokens=tokens, suffix=suffix, joined=joined, surnames=surnames, ends=ends)


def surnames_of(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The parts that may be a surname: the last; the last but one of three or more; a family name that comes first.

    An initial is none: "Juan A. RUIZ".
    """
    found = [tokens[-1]] if tokens else []
    if len(tokens) > 2 and len(tokens[-2]) > 1:
        found.append(tokens[-2])
    if len(tokens) > 1 and tokens[0] in person_words().family_first:
        found.append(tokens[0])
    return tuple(dict.fromkeys(found))


def with_given(name: PersonName) -> Iterator[tuple[str, str]]:
    """Each part that may be a surname, with the first given name beside it; nothing of a single part."""
    for tokens in filter(None, (name.tokens, name.joined)):
        surnames = name.surnames if tokens is name.tokens else surnames_of(tokens)
        for surname in surnames if len(tokens) > 1 else ():
            if surname in tokens[max(1, len(tokens) - 2) :]:
                yield surname, tokens[0]
            if tokens[0] == surname:
                yield surname, tokens[1]


def with_middle(name: PersonName) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each part that may be a surname, with the parts between it and the first given name; a single part has none."""
    for tokens in filter(None, (name.tokens, name.joined)):
        yield tokens[-1], tokens[1:-1]
        if len(tokens) > 2:
            yield tokens[-2], tokens[1:-2]
        if len(tokens) > 1 and tokens[0] in person_words().family_first:
            yield tokens[0], tokens[2:]


def _split(text: str) -> list[str]:
    if _LINKING.search(text):
        text = (_LINKING if text.isupper() else _LINKING_SMALL).sub(" ", text)
    if text.isascii() and _PLAIN.issuperset(text) and "al " not in text:  # most names: nothing joins their parts
        return fold(text).split()
    whole = _JOINED_PARTICLE.sub("", _APOSTROPHE.sub("", text))
    if whole.isascii():
        return fold(whole).split()
    letters = person_words().letters
    return fold(fold(whole.lower().translate(letters)).translate(letters)).split()  # again: now without accents


def _parts(words: list[str]) -> tuple[tuple[str, ...], str]:
    """The parts without titles and particles, and the suffix."""
    lists = person_words()
    bare = list(words)
    while len(bare) > 1 and bare[0] in lists.titles:
        bare.pop(0)
        while len(bare) > 1 and bare[0] in {"of", "the", "for", "and"}:  # "Secretary of State"
            bare.pop(0)
    if len(bare) > 2 and bare[0] in lists.titles_or_names:
        bare.pop(0)
    suffix = bare.pop() if len(bare) > 2 and bare[-1] in lists.suffixes else ""
    if len(bare) > 1 and _are_two_initials(bare[0]):
        bare[:1] = bare[0]
    tokens = [word for i, word in enumerate(bare) if i == 0 or word not in lists.particles]
    if len(tokens) == 2 and tokens[0] in lists.first_particles:
        tokens = tokens[1:]
    return tuple(tokens or words), {"junior": "jr", "senior": "sr"}.get(suffix, suffix)


def _are_two_initials(word: str) -> bool:
    """Whether it is "JD" or "GW": nobody is called so."""
    return len(word) == 2 and word.isascii() and not set(word) & set("aeiouy") and not is_given(word) and word != "ng"


def _joined(tokens: tuple[str, ...], written: str) -> tuple[str, ...]:
    """The parts with those between which a hyphen stands as one, and both syllables after a family name."""
    if len(tokens) < 3 or not all(tokens):
        return ()
    pairs = {tuple(_split(before + " " + after)) for before, after in _hyphened(written)}
    if len(tokens) == 3 and tokens[0] in person_words().family_first:
        pairs.add(tokens[1:])
    if not pairs:
        return ()
    for i in range(len(tokens) - 1):
        if tokens[i : i + 2] in pairs and min(map(len, tokens[i : i + 2])) > 1:
            return (*tokens[:i], tokens[i] + tokens[i + 1], *tokens[i + 2 :])
    return ()


def _hyphened(written: str) -> Iterator[tuple[str, str]]:
    """The words before and after each hyphen."""
    if not _HYPHEN.search(written):
        return
    for word in written.split():
        yield from pairwise(_HYPHEN.split(word))


def _bits(surnames: tuple[str, ...]) -> int:
    """A bit for the first letter and one for the first consonant by sound, of which spellings share at least one."""
    bits = 0
    for surname in surnames:
        bits |= _bits_of(surname)
    return bits


@lru_cache(maxsize=_REMEMBERED)
def _bits_of(surname: str) -> int:
    bits = 0
    for spelling in {surname, spelled_as(surname)}:
        consonant = skeleton(spelling).lstrip("aeu")[:1]
        bits |= 1 << ord(spelling[0]) % 31 | 1 << 31 + ord(consonant or spelling[0]) % 31
    return bits
