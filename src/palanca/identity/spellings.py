"""How well two parts of names agree: initials, short names, transliterations, slips of one letter."""

import re
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from palanca.identity.person_words import person_words, spelled_as, standing_for

_REMEMBERED = 1 << 16
_LEAST_TYPO, _LEAST_VARIANT = 6, 5  # letters: shorter names differ by one letter too often
_PREFIX = 4  # letters that no slip touches
_MOST_EDITS = 3  # between transliterations
_RICH, _FEW_EDITS = 5, 2  # sounds of a skeleton that tell a name even where vowels differ, by so many edits


class NameMatch(IntEnum):
    """How well two names agree, the best last.

    `SURNAME`: one is a surname that the other has too. `INITIALS`: initials stand for given names. `SPELLING`: the same
    parts, some spelled otherwise. `PART`: one leaves out middle names, a mother's surname or a "Jr". `SAME`: the same
    parts, in any order in which such names are written.
    """

    DIFFERENT = 0
    SURNAME = 1
    INITIALS = 2
    SPELLING = 3
    PART = 4
    SAME = 5


def part_match(one: str, other: str, *, is_given: bool) -> NameMatch:
    """How well two parts agree: `SAME`, `SPELLING`, `INITIALS` or `DIFFERENT`."""
    return NameMatch.SAME if one == other else _unequal(one, other, is_given)


@lru_cache(maxsize=_REMEMBERED)
def _unequal(one: str, other: str, is_given: bool) -> NameMatch:
    if len(one) == 1 or len(other) == 1:
        initial, name = sorted((one, other), key=len)
        stands = initial in {name[0], standing_for(name)[0]}
        return NameMatch.INITIALS if stands else NameMatch.DIFFERENT
    if spelled_as(one) == spelled_as(other) or (is_given and standing_for(one) == standing_for(other)):
        return NameMatch.SPELLING
    return NameMatch.SPELLING if _is_variant(one, other, is_given) else NameMatch.DIFFERENT


def _is_variant(one: str, other: str, is_given: bool) -> bool:
    """Whether two parts are one name in two spellings: of another alphabet, or with one letter wrong."""
    shortest = min(len(one), len(other))
    distance = Levenshtein.distance(one, other, score_cutoff=_MOST_EDITS)
    if shortest < _LEAST_VARIANT or distance > _MOST_EDITS:
        return False
    if _digits(one) != _digits(other) or _are_both_known(one, other) or _differ_in_gender(one, other, is_given):
        return False
    ours, theirs = skeleton(one), skeleton(other)
    if ours == theirs and len(ours) > 2 and _sound(one) == _sound(other):
        return True
    if ours == theirs and len(ours) >= _RICH and distance <= _FEW_EDITS:
        return True
    is_slip = distance == 1 or OSA.distance(one, other, score_cutoff=1) == 1
    begins_alike = one[:_PREFIX] == other[:_PREFIX] or ours == theirs
    return is_slip and begins_alike and shortest >= _LEAST_TYPO


def _digits(part: str) -> str:
    """The digits of a part: a number is no slip, as among bodies."""
    return "".join(filter(str.isdigit, part))


def _are_both_known(one: str, other: str) -> bool:
    """Whether each is a name that many bear, so that neither is a slip for the other."""
    words = person_words()
    return all(part in words.frequent or part in words.unlike for part in (one, other))


def _differ_in_gender(one: str, other: str, is_given: bool) -> bool:
    """ "Daniel" and "Daniela", "Christian" and "Christina", "Ivanov" and "Ivanova": two people, never a slip."""
    ends = {one.rstrip("h")[-1:], other.rstrip("h")[-1:]}
    if len(ends) == 2 and ("a" in ends or (is_given and "e" in ends)):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return short[:-1] == long[:-1] and {short[-1], long[-1]} <= {"a", "o", "e"}
    return long[:-1] == short and long[-1] in "aoe"


@lru_cache(maxsize=_REMEMBERED)
def spellings_of(part: str) -> frozenset[str]:
    """What two spellings of a part share: the skeleton; of long ones also what no slip touches, start and digits."""
    found = frozenset((skeleton(part), skeleton(spelled_as(part))))
    return found | {f"{part[:_PREFIX]}-{_digits(part)}"} if len(part) >= _LEAST_TYPO else found


@lru_cache(maxsize=_REMEMBERED)
def skeleton(token: str) -> str:
    """What transliterations of one name have in common: its consonants by sound, and the sound of its first vowel."""
    heard = _sound(token)
    vowel = next((letter for letter in heard if letter in "aeu"), "")
    bare = "".join(letter for letter in heard if letter not in "aeu")
    return vowel + re.sub(r"(.)\1+", r"\1", bare)


def _sound(token: str) -> str:
    """The consonants by sound and between them one vowel each, the first of those that follow one another."""
    sounds = token
    for written, sound in _SOUNDS:
        sounds = sounds.replace(written, sound)
    return re.sub(r"([aeu])[aeu]*|(.)\2+", r"\1\2", sounds.translate(_VOWELS))


_SOUNDS = (
    ("sch", "s"), ("shch", "s"), ("tch", "c"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("sh", "s"), ("ch", "c"), ("zh", "j"), ("dj", "j"), ("ck", "k"), ("ts", "c"), ("tz", "c"), ("cz", "c"), ("q", "k"),
    ("x", "ks"), ("w", "v"), ("g", "k"), ("c", "k"), ("z", "s"), ("j", "i"), ("y", "i"), ("h", ""),
)  # fmt: skip
_VOWELS = str.maketrans({"a": "a", "e": "e", "i": "e", "o": "u", "u": "u"})
