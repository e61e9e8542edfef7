"""Quotation marks: which stretches of a text stand between them, in all styles, nested ones too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"[\"“”„«»‘’']|\n\s*\n\s*|(?<=[.!?…:\"”’»)\]])[^\S\n]*\n\s*")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_DOUBLE_OPENERS = '“„«"'
_BEFORE_OPENING = " \t\n\u00a0\u202f([{—–-/“‘\"'«„"
_SINGLE_END = re.compile(r"(?<=\S)['’](?!\w)")
_CLOSING_PUNCTUATION = ".,!?…;:)]-—–"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Code points from an opening mark to behind its closing one; `first` and `last` bound the words between.

    `depth` counts the marks around it. `goes_on` tells that no mark closes it because the next paragraph reopens it.
    """

    start: int
    end: int
    first: int
    last: int
    depth: int
    goes_on: bool = False


def find_quoted(text: str) -> list[Quoted]:
    """All stretches between quotation marks, in order; marks without a partner in their paragraph are left out."""
    found: list[Quoted] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark[-1].isspace():
            found.extend(_at_paragraph_end(text, match, open_marks))
            open_marks.clear()
            continue
        opener = _closes(text, at, mark, open_marks)
        if opener is not None:
            del open_marks[opener + 1 :]
            _, start = open_marks.pop()
            found.append(Quoted(start, at + 1, start + 1, at, opener))
        elif _opens(text, at, mark, open_marks):
            open_marks.append((mark, at))
    return sorted((q for q in found if q.first < q.last), key=lambda q: (q.start, -q.end))


def _at_paragraph_end(text: str, gap: re.Match[str], open_marks: list[tuple[str, int]]) -> Iterator[Quoted]:
    """A quotation of several paragraphs, each of which reopens the mark; only the last closes it."""
    follows = text[gap.end() : gap.end() + 1]
    if len(open_marks) == 1 and open_marks[0][0] == follows:
        start = open_marks[0][1]
        end = gap.start()
        yield Quoted(start, end, start + 1, end, 0, goes_on=True)


def _closes(text: str, at: int, mark: str, open_marks: list[tuple[str, int]]) -> int | None:
    """The place in the stack of the mark that this one closes; None if it closes none."""
    for i in range(len(open_marks) - 1, -1, -1):
        if mark in _PAIRS[open_marks[i][0]]:
            return i if _can_close(text, at, mark) else None
    return None


def _can_close(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2]
    if mark in "'’":
        return not before.isspace() and not after.isalnum() and not _is_possessive(text, at)
    if mark == '"':
        return not before.isspace() or not after or after.isspace()
    return mark != "“" or not before.isspace()


def _is_possessive(text: str, at: int) -> bool:
    """An apostrophe behind a plural ("the ministers' plan"), where a better end follows in the paragraph."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    if before not in "sS" or not after.isspace():
        return False
    end = text.find("\n", at)
    rest = text[at + 1 : end if end >= 0 else len(text)]
    return any(m.start() and rest[m.start() - 1] in _CLOSING_PUNCTUATION for m in _SINGLE_END.finditer(rest))


def _opens(text: str, at: int, mark: str, open_marks: list[tuple[str, int]]) -> bool:
    if mark not in _PAIRS:
        return False
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not after or after.isspace():
        return False
    if mark in "'‘":
        return _opens_single(text, at, before, after)
    if mark == '"':
        return not before or before in _BEFORE_OPENING
    return len([m for m, _ in open_marks if m in _DOUBLE_OPENERS]) < 3  # deeper is a slip of the pen


def _opens_single(text: str, at: int, before: str, after: str) -> bool:
    """A single mark opens before a word that an end follows in the paragraph; "'90s" is an apostrophe."""
    if (before and before not in _BEFORE_OPENING) or after.isdigit():
        return False
    end = text.find("\n\n", at)
    return _SINGLE_END.search(text, at + 2, end if end >= 0 else len(text)) is not None
