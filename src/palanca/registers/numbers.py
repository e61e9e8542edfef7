"""Numbers as tables write them."""

import re
from functools import lru_cache

_NUMBER = re.compile(r"\(?[-+]?\d[\d\s.,'’]*\)?")
_SPACES = re.compile(r"[\s'’]")
_MANY = 65_536


@lru_cache(_MANY)
def number_in(text: str, decimal: str) -> float | None:
    """The number that a cell writes, with `decimal` before its fraction; None when it is none.

    The other mark, spaces and apostrophes group digits. A sign of money or of percent may stand about it, and brackets
    mean less than nothing, as accountants write.
    """
    match = _NUMBER.search(text.strip())
    if not match:
        return None
    written = _SPACES.sub("", match.group().strip("()"))
    other = "." if decimal == "," else ","
    try:
        value = float(written.replace(other, "").replace(decimal, "."))
    except ValueError:
        return None
    return -value if match.group().startswith("(") and match.group().endswith(")") else value
