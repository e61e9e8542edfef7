"""How well two names of people agree: parts and their order, initials, surnames of both parents, transliterations."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from palanca.identity.person_parts import PersonName, parsed, surnames_of, with_given
from palanca.identity.person_words import is_given, is_iberian, person_words, standing_for
from palanca.identity.spellings import NameMatch, part_match, skeleton, spellings_of

__all__ = [
    "NameMatch", "PersonName", "begins_with_initial", "blocks", "compare", "given_spellings_of", "initial_blocks",
    "initials_of", "is_common", "may_be_surname", "parsed", "skeleton", "spelling_blocks", "surname_blocks",
]  # fmt: skip

_REMEMBERED = 1 << 16
_MANY_PARTS = 4  # so many names together are rare, however common each is


def compare(one: str, other: str) -> NameMatch:
    """How well two names agree; the order of the two does not matter."""
    ours, theirs = parsed(one), parsed(other)
    if not ours.ends & theirs.ends:
        return NameMatch.DIFFERENT
    return _compared(ours, theirs) if _order(ours) <= _order(theirs) else _compared(theirs, ours)


def is_common(name: str) -> bool:
    """Whether many people bear it: all its parts are frequent ones, or initials, and there are not many."""
    tokens, frequent = parsed(name).tokens, person_words().frequent
    return len(tokens) < _MANY_PARTS and all(len(token) == 1 or token in frequent for token in tokens)


def blocks(name: str) -> set[str]:
    """Keys of which two names that agree share at least one: those of initials, spellings and surnames.

    Worked out at once, since a register names a million people.
    """
    parts = parsed(name)
    pairs = tuple(with_given(parts))
    return _by_initial(pairs) | _by_spelling(parts, pairs) | _by_surname(parts)


@lru_cache(maxsize=_REMEMBERED)
def spelling_blocks(name: str) -> tuple[str, ...]:
    """Keys of which two names that agree share at least one when neither begins with an initial, sorted."""
    parts = parsed(name)
    return tuple(sorted(_by_spelling(parts, tuple(with_given(parts)))))


def _by_spelling(parts: PersonName, pairs: Iterable[tuple[str, str]]) -> set[str]:
    """Of pairs of a surname and a given name."""
    if len(parts.tokens) < 2:
        return {f"p:{parts.tokens[0]}"} if parts.tokens else set()
    return {
        f"p:{last}:{first}"
        for surname, given in pairs
        for last in spellings_of(surname)
        for first in given_spellings_of(given)
    }


@lru_cache(maxsize=_REMEMBERED)
def given_spellings_of(given: str) -> frozenset[str]:
    """What two spellings of a given name share, and a short name with the one that it stands for."""
    return spellings_of(given) | {skeleton(standing_for(given))}


@lru_cache(maxsize=_REMEMBERED)
def initial_blocks(name: str) -> tuple[str, ...]:
    """Keys of which two names that agree share at least one when one of them begins with an initial, sorted."""
    return tuple(sorted(_by_initial(with_given(parsed(name)))))


def _by_initial(pairs: Iterable[tuple[str, str]]) -> set[str]:
    """Of pairs of a surname and a given name."""
    return {
        f"i:{last}:{first}"
        for surname, given in pairs
        for last in spellings_of(surname)
        for first in initials_of(given)
    }


@lru_cache(maxsize=_REMEMBERED)
def initials_of(given: str) -> frozenset[str]:
    """The letters that may stand for a given name."""
    return frozenset((given[0], standing_for(given)[0]))


def begins_with_initial(name: str) -> bool:
    """Whether the first given name is one letter."""
    return any(len(given) == 1 for _, given in with_given(parsed(name)))


def surname_blocks(name: str) -> tuple[str, ...]:
    """Keys of which a surname and a name that has it share at least one, sorted."""
    return tuple(sorted(_by_surname(parsed(name))))


def _by_surname(parts: PersonName) -> set[str]:
    tokens, found = parts.tokens, {f"n:{surname}" for surname in parts.surnames}
    if tokens and _may_be_surname(tokens):
        found.add(f"n:{tokens[0]}")
    return found


def may_be_surname(name: str) -> bool:
    """Whether it may be a surname alone: one part, or two of which the first is one of Iberia ("García Márquez")."""
    return _may_be_surname(parsed(name).tokens)


def _may_be_surname(tokens: tuple[str, ...]) -> bool:
    return len(tokens) == 1 or (len(tokens) == 2 and is_iberian(tokens[0]))


def _order(name: PersonName) -> tuple[int, tuple[str, ...], str]:
    return len(name.tokens), name.tokens, name.suffix


def _compared(one: PersonName, other: PersonName) -> NameMatch:
    """Of names whose first has no more parts than the second."""
    if not one.tokens or (one.suffix and other.suffix and one.suffix != other.suffix):
        return NameMatch.DIFFERENT
    match = _tokens_compared(one.tokens, other.tokens)
    if match is NameMatch.DIFFERENT and (one.joined or other.joined):
        match = max(_join_compared(one, other.tokens), _join_compared(other, one.tokens))
    if match is NameMatch.SAME and one.suffix != other.suffix:
        return NameMatch.PART
    return match


def _join_compared(name: PersonName, tokens: tuple[str, ...]) -> NameMatch:
    """The other name must write the joined parts as one too: a slip in them would be another name."""
    if len(tokens) < 2 or set(name.joined).isdisjoint(set(tokens) - set(name.tokens)):
        return NameMatch.DIFFERENT
    return _tokens_compared(*sorted((name.joined, tokens), key=lambda parts: (len(parts), parts)))


def _tokens_compared(one: tuple[str, ...], other: tuple[str, ...]) -> NameMatch:
    if one == other:
        return NameMatch.SAME
    if len(one) == 1:
        return NameMatch.SURNAME if len(other) > 1 and one[0] in surnames_of(other) else NameMatch.DIFFERENT
    best = max(_aligned(a, b) for a in _orders(one) for b in _orders(other))
    if best is NameMatch.DIFFERENT and len(one) == 2 and other[-2:] == one and is_iberian(one[0]):
        return NameMatch.SURNAME
    return best


def _orders(tokens: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """As written, and with a family name that comes first put last."""
    yield tokens
    if tokens[0] in person_words().family_first:
        yield (*tokens[1:], tokens[0])


def _aligned(one: tuple[str, ...], other: tuple[str, ...]) -> NameMatch:
    """Whether the parts of the shorter stand in the longer in their order, first name to first, surname to surname."""
    given = part_match(one[0], other[0], is_given=True)
    if given is NameMatch.DIFFERENT or (given is NameMatch.SPELLING and not _may_vary(one, other)):
        return NameMatch.DIFFERENT
    for last in _ends(one, other):
        surname = part_match(one[-1], other[last], is_given=False)
        if surname in {NameMatch.DIFFERENT, NameMatch.INITIALS}:
            continue
        if surname is NameMatch.SPELLING and one[0] in person_words().family_first:  # "Xi Jinping", "Xi Jianping"
            continue
        middle = _middle(one[1:-1], other[1:last])
        if middle is not NameMatch.DIFFERENT:
            return _worst(given, surname, middle, one, other)
    return NameMatch.DIFFERENT


def _may_vary(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the given names may be spellings of one: beside an East Asian surname each syllable is another name."""
    return one[-1] not in person_words().family_first or standing_for(one[0]) == standing_for(other[0])


def _ends(one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[int]:
    """Where the surname of the shorter may stand in the longer: last, or before the mother's surname."""
    yield len(other) - 1
    words = person_words()
    has_given = is_given(one[-1]) and one[-1] not in words.common_surnames
    has_two = other[0] in words.two_surnames or other[-2] in words.iberian_surnames
    if other[-1] in words.family_first:  # no mother's surname: the family name, put last
        return
    if len(other) > max(2, len(one)) and has_two and not has_given:
        yield len(other) - 2


def _middle(one: tuple[str, ...], other: tuple[str, ...]) -> NameMatch:
    """Whether the middle parts agree from the first on, or stand there in full: never "H." of "H. W."."""
    if len(one) < len(other) and all(len(part) > 1 for part in one) and _stand_in(one, other):
        return NameMatch.PART
    found = [part_match(a, b, is_given=True) for a, b in zip(one, other, strict=False)]
    worst = min(found, default=NameMatch.SAME)
    return NameMatch.PART if worst is NameMatch.SAME and len(one) != len(other) else worst


def _stand_in(parts: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether all stand among the others, in their order."""
    rest = iter(others)
    return all(part in rest for part in parts)


def _worst(
    given: NameMatch, surname: NameMatch, middle: NameMatch, one: tuple[str, ...], other: tuple[str, ...]
) -> NameMatch:
    """The least of what the parts say; an initial in the middle only leaves something out."""
    is_whole = given is surname is middle is NameMatch.SAME and len(one) == len(other)
    if given is NameMatch.INITIALS or (len(one[0]) == 1 and not is_whole):
        return NameMatch.INITIALS
    if NameMatch.SPELLING in {given, surname, middle}:
        return NameMatch.SPELLING
    return NameMatch.SAME if is_whole else NameMatch.PART
