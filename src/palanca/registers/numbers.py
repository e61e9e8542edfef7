"""Numbers as tables write them: read whole or not at all."""

import math
import re
from functools import lru_cache

_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "\u2019": "'"})
_NUMBER = re.compile(r"(?P<before>[^\d]*?)(?P<digits>[.,]?\d[\d\s.,']*(?:[eE][-+]?\d{1,4})?)(?P<after>[^\d]*)")
_MINUS_BEFORE = re.compile(r"(?:^|[^\w])-\s*[^\w\s]?$")  # -5 and -$5; the dash of "A-5" is none
# "5 million" is another number than 5; what a million is depends on the language.
_SCALE = re.compile(r"^(?:k|m|mn|bn|tn|mio|mrd|mil|mill\w*|thousand\w*|billion\w*|trillion\w*)\b", re.IGNORECASE)
_MANY = 65_536


@lru_cache(_MANY)
def number_in(text: str, decimal: str) -> float | None:
    """The number that a cell writes, with `decimal` before its fraction; None when it is none, or more than one.

    The other mark, spaces and apostrophes group digits by three, or by two as in India: "1,5" is no number where the
    comma groups. A sign of money or of percent may stand about it. Less than nothing is told by a minus before or
    behind, or by brackets, as accountants write.
    """
    match = _NUMBER.fullmatch(text.translate(_SIGNS).strip())
    if not match:
        return None
    before, after = match["before"].strip(), match["after"].strip()
    if _SCALE.search(after):
        return None
    value = _value(match["digits"].strip(), decimal)
    if value is None or not math.isfinite(value):
        return None
    is_negative = bool(_MINUS_BEFORE.search(before)) or after == "-" or (before[:1] == "(" and after[-1:] == ")")
    return -value if is_negative else value


def _value(digits: str, decimal: str) -> float | None:
    written, _, power = digits.casefold().partition("e")
    whole, _, fraction = written.partition(decimal)
    groups = re.split(r"[,\s']" if decimal == "." else r"[.\s']", whole)
    if not _are_groups(groups) or not (fraction.isdigit() or not fraction):
        return None
    return float(f"{''.join(groups) or '0'}.{fraction or '0'}e{power or '0'}")


def _are_groups(groups: list[str]) -> bool:
    """Whether digits are grouped as numbers are: three in the last group, two or three in those between."""
    first, *others = groups
    if not others:
        return first.isdigit() or not first
    return 1 <= len(first) <= 3 and len(others[-1]) == 3 and all(2 <= len(one) <= 3 for one in others[:-1])
