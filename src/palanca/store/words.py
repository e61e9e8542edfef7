"""What a person types, as a query that the full-text index of SQLite always understands."""

import re

from palanca.records.names import fold
from palanca.store.schema import storable

_PARTS = re.compile(r'"([^"]*)"|([^\s"]+)')


def full_text_query(words: str) -> str | None:
    """All the words, and each part between quotation marks as one run of words; None when there is no word at all.

    Every part is quoted, so that no sign or word of the user is taken for an operator.
    """
    parts = (quoted or bare for quoted, bare in _PARTS.findall(words.replace("\x00", " ")))
    return " AND ".join(f'"{storable(part)}"' for part in parts if fold(part)) or None


def begun_words(name: str) -> tuple[str, str] | None:
    """A query and a LIKE pattern that find the words of a name in a row, the last at least begun; None of no word."""
    folded = fold(name)
    return (f'"{storable(folded)}" *', f"% {folded}%") if folded else None


def whole_words(name: str) -> str | None:
    """A LIKE pattern that finds the folded name in a padded folded text; None when there is no word in it.

    Folded text has no wildcards, so the pattern needs no escape.
    """
    folded = fold(name)
    return f"% {folded} %" if folded else None
