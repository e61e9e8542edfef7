"""When two forms are one name: the same words in another order, with the country said otherwise, or run together.

"Parliament of Kenya" is the "Kenyan Parliament", the "Treaty of Lomé" the "Lomé Treaty", the "U.S. Constitution" that
of the United States, and "Africom" the "Africa Command". People are left out: their names do not turn round.
"""

from functools import lru_cache

from palanca.lexicon.countries import Country, country_meant, country_named, country_of_demonym
from palanca.lexicon.particles import particles

_LONGEST_COUNTRY = 4
_LEAST_OF_BLEND, _LEAST_PART = 5, 3
_ABBREVIATIONS = frozenset({"us", "usa", "uk", "uae"})
_VOWELS = frozenset("aeiouy")
_LINKS = frozenset({"of", "for", "on"})


def same_words(one: str, other: str) -> bool:
    """Whether two folded names hold the same words, whatever their order, number and form of the country.

    One of them may leave the country out, where two words are left.
    """
    words, others = bag(one), bag(other)
    if words == others:
        return len(words) > 1
    rest, remaining = (tuple(w for w in found if not w.isupper()) for found in (words, others))
    return len(rest) > 1 and rest == remaining and (rest == words or remaining == others)


@lru_cache(maxsize=4096)
def bag(name: str) -> tuple[str, ...]:
    """The words of a folded name in alphabetical order: small ones left out, plurals cut, a country as its code."""
    words, found, i = name.replace("-", " ").replace("’", "'").split(), [], 0
    while i < len(words):
        length, code = _country_at(words, i)
        if code:
            found.append(code)
            i += length
            continue
        if words[i] not in particles().small | _LINKS:
            found.append(stem(words[i].removesuffix("'s")))
        i += 1
    return tuple(sorted(found))


def _country_at(words: list[str], i: int) -> tuple[int, str | None]:
    """How many words from `i` name a country or its people, and its code; the longest run counts."""
    for length in range(min(_LONGEST_COUNTRY, len(words) - i), 0, -1):
        phrase = " ".join(words[i : i + length])
        written = phrase.title()
        known = country_named(written) or country_of_demonym(written) or _abbreviated(phrase)
        if known is not None:
            return length, known.alpha3
    return 1, None


def _abbreviated(phrase: str) -> Country | None:
    """The country that folding hid: "us", or "u s", of "U.S. Constitution" is no pronoun there."""
    letters = phrase.replace(".", "").replace(" ", "")
    return country_meant(letters.upper()) if letters in _ABBREVIATIONS else None


def is_blend(short: str, long: str) -> bool:
    """Whether one word is made of the beginnings of the words of the other name: "southcom" of "southern command".

    A country or another word before them may be left out; every part has at least three letters.
    """
    if " " in short or len(short) < _LEAST_OF_BLEND:
        return False
    words = [w for w in long.replace("-", " ").split() if w not in particles().small | _LINKS]
    return any(_is_run_together(short, words[i:]) for i in range(len(words) - 1))


def _is_run_together(short: str, words: list[str]) -> bool:
    """Whether the whole word is cut into beginnings of these words, each of them used, in order."""
    if not words:
        return not short
    most = min(len(short), len(words[0]))
    return any(
        short[:length] == words[0][:length] and _is_run_together(short[length:], words[1:])
        for length in range(_LEAST_PART, most + 1)
    )


def is_turned_round(odd: str, usual: str) -> bool:
    """Whether two neighbouring letters alone have changed places, behind the first: "preu" of "peru"."""
    if len(odd) != len(usual) or odd == usual or odd[0] != usual[0]:
        return False
    i = next(at for at in range(len(odd)) if odd[at] != usual[at])
    return odd == usual[:i] + usual[i + 1 : i + 2] + usual[i] + usual[i + 2 :]


def is_respelled(words: list[str], others: list[str]) -> bool:
    """Whether two names differ in one vowel of a word behind the first: "hamza bin ladin", "hamza bin laden"."""
    odd = [(a, b) for a, b in zip(words, others, strict=False) if a != b]
    if len(words) != len(others) or len(odd) != 1 or words[0] != others[0] or len(words) == 1:
        return False
    (a, b), *_ = odd
    letters = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) >= _LEAST_OF_BLEND and len(letters) == 1 and set(letters[0]) <= _VOWELS and a[-1] == b[-1]


def stem(word: str) -> str:
    """A word without the mark of its plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
