"""The date of the document: what relative times are counted from."""

import re
from collections.abc import Iterator

from palanca.reading.time_meanings import Clock, Dated, Yearless, resolve
from palanca.reading.time_phrases import Phrase, find_phrases
from palanca.records import Document, Moment, Precision, Time

_HEAD_CHARACTERS = 600
_HEAD_LINES = 8
# "LIMA, May 5 (Agency) —": capitals, then the date, then a dash or a bracket
_DATELINE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .,'/-]+(?:[A-Z][a-z]+)?,?\s*$")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)]*\)\s*)?[-–—:(]")
_STAMP = re.compile(
    r"(?:published|posted|updated|last|modified|on|date|dated|at|gmt|utc|est|edt|pst|cet|by|am|pm)\b|\d|\W",
    re.IGNORECASE,
)


def anchor_of(document: Document) -> tuple[Moment | None, int]:
    """The document's day, and the offset at which its head (title and date line) ends.

    A date line in the first lines goes before the metadata; a dateline without a year ("LIMA, May 5 (Agency) —") takes
    its year from them.
    """
    known = _moment(document.published)
    for start, line in _first_lines(document.text):
        for phrase in find_phrases(line):
            if found := _moment(_date_line(line, phrase, known)):
                return found, start + phrase.end
    return known, 0


def _first_lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text[:_HEAD_CHARACTERS].split("\n")[:_HEAD_LINES]:
        if line.strip():
            yield start, line
        start += len(line) + 1


def _date_line(line: str, phrase: Phrase, known: Moment | None) -> Time | None:
    before, behind = line[: phrase.start], line[phrase.end :]
    is_dateline = bool(_DATELINE.match(before)) and bool(_AFTER_DATELINE.match(behind))
    is_alone = not _STAMP.sub("", before + behind).strip()
    if phrase.edge or not (is_alone or is_dateline) or not isinstance(phrase.meaning, Dated | Yearless):
        return None
    time = resolve(phrase.meaning, Clock(published=known))
    return time if time and time.precision is Precision.DAY else None


def _moment(time: Time | None) -> Moment | None:
    """The one day, month or year of a time; of an interval the start."""
    if time is None:
        return None
    return time.start if isinstance(time.start, Moment) else time.end if isinstance(time.end, Moment) else None
