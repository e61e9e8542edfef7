"""Names behind a title: "Prime Minister Keiko Mori" is a prime minister, and Keiko Mori."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from palanca.lexicon.titles import titles
from palanca.records import OfficeStatus, Span
from palanca.registers.cells import Found

_WORD = re.compile(r"[^\s-]+|-")
_PUNCTUATION = ",;:."
_JOINING = frozenset({"and", "&", "y", "-", "/"})


@dataclass(frozen=True, slots=True)
class Titled:
    """A cell that names a person: the name, and the titles before it with their status, in order."""

    name: Found
    offices: tuple[tuple[str, OfficeStatus], ...] = ()


def titled(cell: Found) -> Titled:
    """Split titles, ranks and honorifics off the name behind them.

    A cell that is nothing but a title keeps it as its name.
    """
    words = [match.group() for match in _WORD.finditer(cell.text)]
    starts = [match.start() for match in _WORD.finditer(cell.text)]
    lower = [word.casefold().strip(_PUNCTUATION) for word in words]
    at, offices = 0, list[tuple[str, OfficeStatus]]()
    while at < len(words):
        end, office = _office_at(cell.text, lower, starts, at)
        if end == at:
            break
        at, offices = end, [*offices, office] if office else offices
        if at < len(words) and lower[at] in _JOINING:
            at += 1
    if not 0 < at < len(words):
        return Titled(cell)
    return Titled(_from(cell, starts[at]), tuple(offices))


def _office_at(
    text: str, lower: Sequence[str], starts: Sequence[int], at: int
) -> tuple[int, tuple[str, OfficeStatus] | None]:
    """Where the title, rank or honorific ends that starts at this word, and the office if it is a title."""
    known = titles()
    begin, status = known.status_at(lower, at) or (at, OfficeStatus.CURRENT)
    title = known.title_at(lower, begin) if begin < len(lower) else None
    title = title or known.title_at(lower, at)  # "president-elect" is a word of status by itself
    if title is None:
        return (at + 1 if lower[at] in known.honorifics else known.rank_at(lower, at) or at), None
    end = starts[title.end] if title.end < len(starts) else len(text)
    role = text[starts[title.start] : end].rstrip(" -,").casefold()
    found = known.suffix_at(lower, title.end) if title.end < len(lower) else None
    end_word, status = found or (title.end, status)
    return end_word, (role, status)


def _from(cell: Found, start: int) -> Found:
    span = Span(cell.span.start + start, cell.span.end) if cell.span else None
    return Found(cell.text[start:], span)
