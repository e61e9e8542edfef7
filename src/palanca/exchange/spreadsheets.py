"""Cells as spreadsheets may hold them: text of documents is never read as a formula.

The rule is OWASP's (https://owasp.org/www-community/attacks/CSV_Injection): a cell that begins with = + - @, their wide
forms, a tab or an end of line gets an apostrophe before it. A number is none, whatever its sign. Control characters
that XML 1.0, and so XLSX, cannot hold are dropped, and so are halves of UTF-16 pairs.
"""

import re

type Cell = str | int | float | None

_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def harmless(cell: Cell) -> Cell:
    """The cell as it may stand in a spreadsheet; numbers and None stay as they are."""
    return harmless_text(cell) if isinstance(cell, str) else cell


def harmless_text(text: str) -> str:
    """Text as it may stand in a spreadsheet."""
    kept = without_forbidden(text)
    return f"'{kept}" if kept.startswith(_STARTS) and not _NUMBER.fullmatch(kept) else kept


def without_forbidden(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets)."""
    return _FORBIDDEN.sub("", text)
