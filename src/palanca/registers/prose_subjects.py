"""Clipped prose with its subject put in: "Met with President Vizcarra" is what the person of the row did."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palanca.lexicon.titles import titles
from palanca.records import Filler, Span

_CLAUSE = re.compile(r"(?:^|(?<=[.;!?\])]))\s*(?=\S)")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:St|Dr|Mr|Mrs|Ms|Gen|Col|Lt|Sen|Rep|Gov|Jr|Sr|No|vs|approx))\.$")
_LEAD = (
    r"(?P<lead>(?:(?:In|At|On|While in|During) [^,;.]{2,50}, )?"
    r"(?:(?:also|afterwards?|later|then|subsequently|briefly|previously|jointly)\b,? ?){0,2})"
)
_IRREGULAR = (
    "met|held|spoke|took|gave|went|made|had|saw|left|paid|led|began|told|said|flew|laid|brought|sought|won|took part|"
    "thanked|swore|wrote|came|chose|drove|fell|felt|got|heard|kept|lost|ran|read|rode|sat|sent|set|slept|stood|thought"
)
_NO_VERBS = "united|armed|allied|red|advanced|combined|limited|unscheduled|mohammed|ahmed|scheduled|need|indeed|exceed"
_VERB = re.compile(
    rf"{_LEAD}(?P<verb>(?!(?:{_NO_VERBS})\b)(?:(?:co-|re)?[a-z]+(?:-[a-z]+)?ed|{_IRREGULAR})\b)"
    r"(?P<by> (?:by|in company)\b)?",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?P<lead>)(?P<noun>(?:(?:informal|summit|brief|private|bilateral|trilateral|working|luncheon|dinner|first|second|"
    r"further|official)\s+){0,2}(?:meetings?|audience|talks|conversations?|discussions?|consultations?|luncheon|lunch|"
    r"dinner|summit))\s+(?:with|between)\b",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"(?P<lead>)(?P<noun>(?:(?:informal|private|official|working|state|ceremonial|goodwill|brief|unofficial)\s+){1,3}visits?)"
    r"(?=\s+(?:afterwards?\s+)?(?:to|with)\b)",
    re.IGNORECASE,
)
_TITLE_CASE = re.compile(
    r"\b(?:(?:Informal|Private|Official|Unofficial|Working|State|Pastoral|Ceremonial|Goodwill)\s+)+Visits?\b"
)
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_SEMICOLON, _END = ";", "."
_SENTENCE_ENDS = ".!?\"”’')]"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the completed text: cut from the cell at `at`, or put in, for `person` if it names one."""

    start: int
    end: int
    at: int | None = None
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Completed:
    """A cell with its subject put in."""

    text: str
    pieces: tuple[_Piece, ...]

    def back(self, span: Span) -> Span | None:
        """Where the words at `span` stand in the cell, without those put in; None when all of them are."""
        ours = [
            (piece.at + max(span.start, piece.start) - piece.start, piece.at + min(span.end, piece.end) - piece.start)
            for piece in self.pieces
            if piece.at is not None and piece.start < span.end and span.start < piece.end
        ]
        return Span(ours[0][0], ours[-1][1]) if ours else None

    def person_at(self, span: Span) -> int | None:
        """Which person of the row the words at `span` were put in for; None when they are words of the cell."""
        if self.back(span):
            return None
        named = (piece.person for piece in self.pieces if piece.start < span.end and span.start < piece.end)
        return next((person for person in named if person is not None), None)


def complete(text: str, people: Sequence[Filler]) -> Completed:
    """The cell with the people of the row before each verb that has no subject. Without people it is as it was."""
    builder = _Builder(_TITLE_CASE.sub(lambda match: match[0].lower(), text))
    if people:
        for at, match in _clipped(text):
            builder.copy_until(at + len(match["lead"]))
            for number, person in enumerate(people):
                builder.put(", " if 0 < number < len(people) - 1 else " and " if number else "")
                builder.put(_plain(person.text), person=number)
            builder.put(_link(match))
            builder.lower_next()
    builder.copy_until(len(text))
    if text and text.rstrip()[-1] not in _SENTENCE_ENDS:
        builder.put(_END)  # a line without it reads like a headline
    return builder.completed


def _plain(name: str) -> str:
    """A name without what a reader would take for a title or an aside: Rusk for "David Dean Rusk"'s dean."""
    bare = _BRACKETED.sub("", name)
    words = [word for word in bare.split() if not titles().is_head(word.casefold())]
    return " ".join(words) or name


def _link(match: "re.Match[str]") -> str:
    if match.re is _VISIT:
        return " made " if match["noun"].endswith("s") else " made a "
    if match.re is _MEETING:
        return " held " if match["noun"].endswith("s") else " held a "
    return " was " if match["by"] else " "


def _clipped(text: str) -> Iterator[tuple[int, "re.Match[str]"]]:
    """The clauses that lack a subject, by where they begin."""
    for clause in _CLAUSE.finditer(text):
        at = clause.end()
        if _ABBREVIATED.search(text[: clause.start()]) and text[at : at + 1].islower():
            continue
        match = _VERB.match(text, at) or _MEETING.match(text, at) or _VISIT.match(text, at)
        if match:
            yield at, match


class _Builder:
    def __init__(self, text: str) -> None:
        self._source = text
        self._copied = 0
        self._length = 0
        self._texts: list[str] = []
        self._pieces: list[_Piece] = []
        self._lower = False

    def copy_until(self, end: int) -> None:
        """Copy the cell on up to `end`. A semicolon before a clause of its own becomes a full stop."""
        cut = self._source[self._copied : end]
        if not cut:
            return
        text = cut[:1].lower() + cut[1:] if self._lower else cut
        is_end = text.rstrip().endswith(_SEMICOLON) and end < len(self._source)
        text = text[: text.rindex(_SEMICOLON)] + "." + text[text.rindex(_SEMICOLON) + 1 :] if is_end else text
        self._add(text, at=self._copied)
        self._copied, self._lower = end, False

    def put(self, text: str, person: int | None = None) -> None:
        """Put words in that the cell does not have."""
        if text:
            self._add(text, person=person)

    def lower_next(self) -> None:
        """Write the next letter of the cell small, since it no longer begins its sentence."""
        self._lower = True

    @property
    def completed(self) -> Completed:
        return Completed("".join(self._texts), tuple(self._pieces))

    def _add(self, text: str, at: int | None = None, person: int | None = None) -> None:
        self._pieces.append(_Piece(self._length, self._length + len(text), at, person))
        self._texts.append(text)
        self._length += len(text)
