"""How well two names of people agree: parts and their order, initials, surnames of both parents, transliterations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from palanca.lexicon.loading import Entry, parse_yaml
from palanca.records.names import fold

_FILE = "person_names.yaml"
_REMEMBERED = 1 << 16
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`](?=\w)")
_JOINED_PARTICLE = re.compile(r"\b(?:al|el|ul|ud|ur|as|ad|ash|ez)[-‐‑–](?=\w)", re.IGNORECASE)
_LEAST_TYPO, _LEAST_VARIANT = 6, 5  # letters: shorter names differ by one letter too often
_MANY_PARTS = 4  # so many names together are rare, however common each is
_PREFIX = 4  # letters that no slip touches
_MOST_EDITS = 3  # between transliterations


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


class _Lists(Entry):
    titles: str
    suffixes: str
    particles: str
    same_name: tuple[str, ...]
    family_first: str
    two_surnames: str
    iberian_surnames: str
    common_given: str
    common_surnames: str
    latin: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name taken apart. `tokens` are its folded parts, given names first, without titles, particles and suffix."""

    tokens: tuple[str, ...]
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    titles: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    stands_for: dict[str, str]
    family_first: frozenset[str]
    two_surnames: frozenset[str]
    iberian_surnames: frozenset[str]
    common_given: frozenset[str]
    common_surnames: frozenset[str]
    frequent: frozenset[str]
    latin: dict[int, str]


@cache
def _words() -> _Words:
    lists = parse_yaml(files("palanca.identity").joinpath(_FILE).read_text("utf-8"), _Lists, place=_FILE)
    groups = [group.split() for group in lists.same_name]
    return _Words(
        titles=frozenset(lists.titles.split()),
        suffixes=frozenset(lists.suffixes.split()),
        particles=frozenset(lists.particles.split()),
        stands_for={name: group[0] for group in reversed(groups) for name in group},
        family_first=frozenset(lists.family_first.split()),
        two_surnames=frozenset(lists.two_surnames.split()),
        iberian_surnames=frozenset(lists.iberian_surnames.split()),
        common_given=frozenset(lists.common_given.split()),
        common_surnames=frozenset(lists.common_surnames.split()),
        frequent=frozenset((lists.common_given + " " + lists.common_surnames).split()),
        latin=str.maketrans(lists.latin),
    )


@lru_cache(maxsize=_REMEMBERED)
def parsed(name: str) -> PersonName:
    """Take a name apart. One that is nothing but titles and particles keeps them as its parts."""
    last, comma, first = name.partition(",")
    words = _split(first) if comma else []
    if comma and words and words[0] not in _words().suffixes:
        return _named([*words, *_split(last)])
    return _named(_split(last) + words)


def compare(one: str, other: str) -> NameMatch:
    """How well two names agree; the order of the two does not matter."""
    ours, theirs = parsed(one), parsed(other)
    return _compared(ours, theirs) if _order(ours) <= _order(theirs) else _compared(theirs, ours)


def is_common(name: str) -> bool:
    """Whether many people bear it: all its parts are frequent ones, or initials, and there are not many."""
    tokens, frequent = parsed(name).tokens, _words().frequent
    return len(tokens) < _MANY_PARTS and all(len(token) == 1 or token in frequent for token in tokens)


def blocks(name: str) -> tuple[str, ...]:
    """Keys of which two names that agree by more than a surname share at least one, sorted."""
    return tuple(sorted({*initial_blocks(name), *spelling_blocks(name)}))


@lru_cache(maxsize=_REMEMBERED)
def spelling_blocks(name: str) -> tuple[str, ...]:
    """Keys of which two names that agree share at least one when neither begins with an initial, sorted."""
    tokens = parsed(name).tokens
    if len(tokens) < 2:
        return (f"p:{tokens[0]}",) if tokens else ()
    found = {
        f"p:{last}:{first}"
        for surname, given in _with_given(tokens)
        for last in _spellings(surname)
        for first in _spellings(given) | {skeleton(_standing_for(given))}
    }
    return tuple(sorted(found))


@lru_cache(maxsize=_REMEMBERED)
def initial_blocks(name: str) -> tuple[str, ...]:
    """Keys of which two names that agree share at least one when one of them begins with an initial, sorted."""
    tokens = parsed(name).tokens
    if len(tokens) < 2:
        return ()
    return tuple(
        sorted({f"i:{last}:{given[0]}" for surname, given in _with_given(tokens) for last in _spellings(surname)})
    )


def begins_with_initial(name: str) -> bool:
    """Whether the first given name is one letter."""
    tokens = parsed(name).tokens
    return len(tokens) > 1 and any(len(given) == 1 for _, given in _with_given(tokens))


def surname_blocks(name: str) -> tuple[str, ...]:
    """Keys of which a surname and a name that has it share at least one, sorted."""
    tokens = parsed(name).tokens
    found = {f"n:{surname}" for surname in _surnames(tokens)}
    if may_be_surname(name) and tokens:
        found.add(f"n:{tokens[0]}")
    return tuple(sorted(found))


def may_be_surname(name: str) -> bool:
    """Whether it may be a surname alone: one part, or two of which the first is one of Iberia ("García Márquez")."""
    tokens = parsed(name).tokens
    return len(tokens) == 1 or (len(tokens) == 2 and _is_iberian(tokens[0]))


def _spellings(part: str) -> set[str]:
    """What two spellings of a part share: the skeleton; of long ones also the beginning, which no slip touches."""
    return {skeleton(part), f"{part[:_PREFIX]}-"} if len(part) >= _LEAST_TYPO else {skeleton(part)}


def _with_given(tokens: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each part that may be a surname, with the first given name beside it."""
    for surname in _surnames(tokens):
        yield surname, tokens[0]
        if tokens[0] == surname and len(tokens) > 1:
            yield surname, tokens[1]


@lru_cache(maxsize=_REMEMBERED)
def skeleton(token: str) -> str:
    """What transliterations of one name have in common: its consonants by sound, and the sound of its first vowel."""
    sounds = token
    for written, sound in _SOUNDS:
        sounds = sounds.replace(written, sound)
    vowel = next((_VOWELS[letter] for letter in sounds if letter in _VOWELS), "")
    bare = "".join(letter for letter in sounds if letter not in _VOWELS)
    return vowel + re.sub(r"(.)\1+", r"\1", bare)


_SOUNDS = (
    ("sch", "s"), ("shch", "s"), ("tch", "c"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("sh", "s"), ("ch", "c"), ("zh", "j"), ("dj", "j"), ("ck", "k"), ("ts", "c"), ("tz", "c"), ("cz", "c"), ("q", "k"),
    ("x", "ks"), ("w", "v"), ("g", "k"), ("c", "k"), ("z", "s"), ("j", "i"), ("y", "i"), ("h", ""),
)  # fmt: skip
_VOWELS = {"a": "a", "e": "e", "i": "e", "o": "u", "u": "u"}


def _order(name: PersonName) -> tuple[int, tuple[str, ...], str]:
    return len(name.tokens), name.tokens, name.suffix


def _split(text: str) -> list[str]:
    whole = _JOINED_PARTICLE.sub("", _APOSTROPHE.sub("", text))
    return fold(whole if whole.isascii() else whole.lower().translate(_words().latin)).split()


def _named(words: list[str]) -> PersonName:
    lists = _words()
    bare = list(words)
    while len(bare) > 1 and bare[0] in lists.titles:
        bare.pop(0)
    suffix = bare.pop() if len(bare) > 2 and bare[-1] in lists.suffixes else ""
    tokens = [
        word
        for i, word in enumerate(bare)
        if word not in lists.particles or (i == 0 and len(bare) > 1) or len(bare) == 1
    ]
    if (
        len(tokens) == 2
        and tokens[0] in lists.particles
        and len(bare) > 1
        and bare[0] in {"el", "al", "de", "von", "van"}
    ):
        tokens = tokens[1:]
    return PersonName(tokens=tuple(tokens or words), suffix={"junior": "jr", "senior": "sr"}.get(suffix, suffix))


def _compared(one: PersonName, other: PersonName) -> NameMatch:
    """Of names whose first has no more parts than the second."""
    if not one.tokens or (one.suffix and other.suffix and one.suffix != other.suffix):
        return NameMatch.DIFFERENT
    match = _tokens_compared(one.tokens, other.tokens)
    if match is NameMatch.SAME and one.suffix != other.suffix:
        return NameMatch.PART
    return match


def _tokens_compared(one: tuple[str, ...], other: tuple[str, ...]) -> NameMatch:
    if one == other:
        return NameMatch.SAME
    if len(one) == 1:
        return NameMatch.SURNAME if len(other) > 1 and one[0] in _surnames(other) else NameMatch.DIFFERENT
    best = max(_aligned(a, b) for a in _orders(one) for b in _orders(other))
    if best is NameMatch.DIFFERENT and len(one) == 2 and other[-2:] == one and _is_iberian(one[0]):
        return NameMatch.SURNAME
    return best


def _orders(tokens: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """As written, and with a family name that comes first put last."""
    yield tokens
    if tokens[0] in _words().family_first:
        yield (*tokens[1:], tokens[0])


def _aligned(one: tuple[str, ...], other: tuple[str, ...]) -> NameMatch:
    """Whether the parts of the shorter stand in the longer in their order, first name to first, surname to surname."""
    given = _part(one[0], other[0], is_given=True)
    if given is NameMatch.DIFFERENT:
        return NameMatch.DIFFERENT
    for last in _ends(one, other):
        surname = _part(one[-1], other[last], is_given=False)
        if surname in {NameMatch.DIFFERENT, NameMatch.INITIALS}:
            continue
        middle = _middle(one[1:-1], other[1:last])
        if middle is not NameMatch.DIFFERENT:
            return _worst(given, surname, middle, left_out=len(other) > len(one))
    return NameMatch.DIFFERENT


def _ends(one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[int]:
    """Where the surname of the shorter may stand in the longer: last, or before the mother's surname."""
    yield len(other) - 1
    words = _words()
    is_given = _is_given(one[-1]) and one[-1] not in words.common_surnames
    has_two = other[0] in words.two_surnames or other[-2] in words.iberian_surnames
    if len(other) > max(2, len(one)) and has_two and not is_given:
        yield len(other) - 2


def _middle(one: tuple[str, ...], other: tuple[str, ...]) -> NameMatch:
    """Whether the middle parts agree from the first on: the last ones are left out, never "H." of "H. W."."""
    found = [_part(a, b, is_given=True) for a, b in zip(one, other, strict=False)]
    worst = min(found, default=NameMatch.SAME)
    return NameMatch.PART if worst is NameMatch.SAME and len(one) != len(other) else worst


def _worst(given: NameMatch, surname: NameMatch, middle: NameMatch, *, left_out: bool) -> NameMatch:
    """The least of what the parts say; an initial in the middle only leaves something out."""
    if NameMatch.INITIALS is given:
        return NameMatch.INITIALS
    if NameMatch.SPELLING in {given, surname, middle}:
        return NameMatch.SPELLING
    return NameMatch.PART if left_out or middle is not NameMatch.SAME else NameMatch.SAME


def _part(one: str, other: str, *, is_given: bool) -> NameMatch:
    return NameMatch.SAME if one == other else _unequal(one, other, is_given)


@lru_cache(maxsize=_REMEMBERED)
def _unequal(one: str, other: str, is_given: bool) -> NameMatch:
    if len(one) == 1 or len(other) == 1:
        return NameMatch.INITIALS if one[0] == other[0] else NameMatch.DIFFERENT
    if is_given and _standing_for(one) == _standing_for(other):
        return NameMatch.SPELLING
    return NameMatch.SPELLING if _is_variant(one, other) else NameMatch.DIFFERENT


def _is_variant(one: str, other: str) -> bool:
    """Whether two parts are one name in two spellings: of another alphabet, or with one letter wrong."""
    if min(len(one), len(other)) < _LEAST_VARIANT:
        return False
    distance = Levenshtein.distance(one, other, score_cutoff=_MOST_EDITS)
    if distance > _MOST_EDITS or _are_both_known(one, other) or _differ_in_gender(one, other):
        return False
    if skeleton(one) == skeleton(other) and len(skeleton(one)) > 2:
        return True
    return distance == 1 and one[:_PREFIX] == other[:_PREFIX] and min(len(one), len(other)) >= _LEAST_TYPO


def _are_both_known(one: str, other: str) -> bool:
    known = _words().frequent
    return one in known and other in known


def _differ_in_gender(one: str, other: str) -> bool:
    """ "Daniel" and "Daniela", "Mario" and "Maria", "Ivanov" and "Ivanova": two people, never a slip."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return short[:-1] == long[:-1] and {short[-1], long[-1]} <= {"a", "o", "e"}
    return long[:-1] == short and long[-1] in "aoe"


@lru_cache(maxsize=_REMEMBERED)
def _standing_for(token: str) -> str:
    return _words().stands_for.get(token, token)


def _is_iberian(token: str) -> bool:
    return token in _words().iberian_surnames or (len(token) > 4 and token.endswith("ez"))


def _is_given(token: str) -> bool:
    return token in _words().common_given or token in _words().stands_for


def _surnames(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The parts that may be a surname: the last; the last but one of three or more; a family name that comes first."""
    found = [tokens[-1]] if tokens else []
    if len(tokens) > 2:
        found.append(tokens[-2])
    if len(tokens) > 1 and tokens[0] in _words().family_first:
        found.append(tokens[0])
    return tuple(dict.fromkeys(found))
