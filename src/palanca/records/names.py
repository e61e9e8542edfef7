"""Names as they are compared: without case, accents or punctuation."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_PLAIN_ASCII = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 ")
_SPACED_ASCII = {code: " " for code in range(128) if chr(code) not in _PLAIN_ASCII}
_CACHED_NAMES = 65_536
_ALIKE = 50  # of 100, as rapidfuzz counts

# Letters with a stroke or a ligature, which Unicode does not decompose into a letter and an accent.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŀ": "l"}
)


@lru_cache(maxsize=_CACHED_NAMES)
def fold(text: str) -> str:
    """Fold a name for comparison: `"N'Djaména–Sud"` becomes `"n djamena sud"`.

    Accents are dropped, case is folded, all that is neither letter, digit nor vowel sign becomes one space.
    Folding twice changes nothing. The result is empty when the text holds no letter or digit.
    """
    lowered = text.lower()
    if _PLAIN_ASCII.issuperset(lowered):
        return " ".join(lowered.split())
    if lowered.isascii():
        return " ".join(lowered.translate(_SPACED_ASCII).split())
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_UNDECOMPOSED)
    bare = (character for character in decomposed if not unicodedata.combining(character))
    return " ".join("".join(character if _is_kept(character) else " " for character in bare).split())


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"


def nearest_names(name: str, names: Iterable[str], most: int) -> list[str]:
    """Those that are spelled most like a name, the nearest first: a hint for who mistyped it. Case does not count."""
    from rapidfuzz import fuzz, process

    found = process.extract(name, sorted(names), scorer=fuzz.ratio, processor=str.casefold, limit=most,
                            score_cutoff=_ALIKE)  # fmt: skip
    return [one for one, _, _ in found]
