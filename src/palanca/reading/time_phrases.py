"""Time phrases in a text: where they stand, what they mean, and what the words before them make of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from palanca.reading.time_matches import FIGURE
from palanca.reading.time_meanings import Dated, Edge, Meaning, Yearless
from palanca.reading.time_wordings import Wording, wording
from palanca.records import Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words from `start` to `end` (code points) and their meaning. `to` is the other end of a range.

    `edge` is what a preposition before them makes of it; `approximate` where the words narrow or loosen it.
    """

    start: int
    end: int
    meaning: Meaning
    to: Meaning | None = None
    edge: Edge | None = None
    approximate: bool = False


_LOOK_BACK = 28
_ROOM = 40  # code points, more than any time phrase is long
_WORD = re.compile(r"\w+")


def find_phrases(text: str, language: str) -> tuple[Phrase, ...]:
    """All time phrases of a text in a language, in order, none within another."""
    words = wording(language)
    found = _longest(_candidates(text, words))
    return tuple(
        _joined(text, [_with_lead(text, phrase, words) for phrase in found if _is_time(text, phrase, words)], words)
    )


def _candidates(text: str, words: Wording) -> Iterator[Phrase]:
    for stretch in _stretches(text, words):
        for pattern in words.patterns:
            if pattern.signs.isdisjoint(stretch.signs):
                continue
            for match in pattern.words.finditer(text, stretch.start, stretch.end):
                meaning = pattern.meaning(match)
                if meaning is not None:
                    yield Phrase(start=match.start(), end=match.end(), meaning=meaning)


@dataclass(slots=True)
class _Stretch:
    """A part of a text that may tell times, and the signs that say so."""

    start: int
    end: int
    signs: set[str]


def _stretches(text: str, words: Wording) -> Iterator[_Stretch]:
    """Where the text has a word that a time phrase cannot do without, with room on both sides: patterns are dear."""
    here: _Stretch | None = None
    for match in _WORD.finditer(text):
        word = match.group()
        sign = FIGURE if word[0].isdigit() else word.lower()
        if sign != FIGURE and sign not in words.signs:
            continue
        if here is None or match.start() - _ROOM > here.end:
            if here is not None:
                yield here
            here = _Stretch(max(0, match.start() - _ROOM), match.end() + _ROOM, {sign})
        here.end = match.end() + _ROOM
        here.signs.add(sign)
    if here is not None:
        yield here


def _longest(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The longest where several begin together or run into one another."""
    past = 0
    for phrase in sorted(phrases, key=lambda p: (p.start, -p.end)):
        if phrase.start >= past:
            yield phrase
            past = phrase.end


def _is_time(text: str, phrase: Phrase, words: Wording) -> bool:
    """Leave out bare years that nothing leads to, and days and months inside names ("Black Friday", "May said")."""
    if _is_bare_year(phrase) and phrase.end - phrase.start < _YEAR_TO_YEAR:
        led = words.led_to(text, phrase.start) and not words.counted.match(text, phrase.end)
        return led or bool(words.dated.match(text, phrase.end))
    before, behind = text[max(0, phrase.start - _LOOK_BACK) : phrase.start], text[phrase.end : phrase.end + _LOOK_BACK]
    if any(never.search(before) for never in words.never_before) or words.never_behind.match(behind):
        return False
    return text[phrase.start : phrase.end] not in words.doubtful or bool(words.month_lead.search(before))


_YEAR_TO_YEAR = len("1980-1987")  # two years in full need no word that leads to them


def _is_bare_year(phrase: Phrase) -> bool:
    return (
        isinstance(phrase.meaning, Dated)
        and phrase.meaning.time.precision is Precision.YEAR
        and phrase.end - phrase.start in {4, 7, 9}
    )


def _with_lead(text: str, phrase: Phrase, wordings: Wording) -> Phrase:
    # The search runs forward, so that the longest lead that reaches the phrase is found.
    lead = wordings.lead.search(text[max(0, phrase.start - _LOOK_BACK * 2) : phrase.start])
    words = text[phrase.start : phrase.end].lower()
    if words.startswith(wordings.since):
        return replace(phrase, edge=Edge.SINCE)
    if lead is None:
        return phrase
    edge = wordings.edges[" ".join(lead["edge"].lower().split())] if lead["edge"] else None
    if _has_end(phrase.meaning) and edge is Edge.SINCE:
        edge = None
    narrowed = bool(lead["part"]) or wordings.loosened.match(words) is not None
    loose = bool(lead["about"]) or (narrowed and not _is_day(phrase.meaning))
    return replace(phrase, edge=edge, approximate=loose)


def _has_end(meaning: Meaning) -> bool:
    if isinstance(meaning, Yearless):
        return meaning.last_day is not None  # "from 3 TO 5 MAY"
    return isinstance(meaning, Dated) and meaning.time.end is not None


def _is_day(meaning: Meaning) -> bool:
    """Whether it is one day: "late on Sunday" is still Sunday."""
    match meaning:
        case Dated(time=time):
            return time.precision is Precision.DAY
        case Yearless(day=day):
            return day is not None
        case _:
            return True


def _joined(text: str, phrases: list[Phrase], words: Wording) -> Iterator[Phrase]:
    """Make one phrase of "from 2015 to 2018", "between May and July" and "2015–2018"."""
    i = 0
    while i < len(phrases):
        first = phrases[i]
        second = phrases[i + 1] if i + 1 < len(phrases) else None
        if second and _is_range(text, first, second, words):
            yield replace(first, end=second.end, to=second.meaning, edge=None)
            i += 2
        else:
            yield first
            i += 1


def _is_range(text: str, first: Phrase, second: Phrase, words: Wording) -> bool:
    between = text[first.end : second.start]
    if first.to or not words.join.fullmatch(between):
        return False
    lead = words.range_lead.search(text[max(0, first.start - _LOOK_BACK) : first.start])
    word = between.strip().lower().split(" ")[0]
    if lead and lead["lead"].lower() == words.between:
        return word == words.and_word
    return word in {"-", "–", "—"} or (lead is not None and word != words.and_word)
