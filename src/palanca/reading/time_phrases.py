"""Time phrases in a text: where they stand, what they mean, and what the words before them make of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from palanca.lexicon.times import time_words
from palanca.reading.time_meanings import Dated, Edge, Meaning, Yearless
from palanca.reading.time_patterns import any_of, is_led_to, patterns, time_signs
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


def find_phrases(text: str) -> tuple[Phrase, ...]:
    """All time phrases of a text, in order, none within another."""
    return tuple(
        _joined(text, [_with_lead(text, phrase) for phrase in _longest(_candidates(text)) if _is_time(text, phrase)])
    )


def _candidates(text: str) -> Iterator[Phrase]:
    for start, end in _stretches(text):
        for pattern in patterns():
            for match in pattern.words.finditer(text, start, end):
                meaning = pattern.meaning(match)
                if meaning is not None:
                    yield Phrase(start=match.start(), end=match.end(), meaning=meaning)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where the text has a word that a time phrase cannot do without, with room on both sides: patterns are dear."""
    start = end = -1
    for match in _WORD.finditer(text):
        word = match.group()
        if not (word[0].isdigit() or word.lower() in time_signs()):
            continue
        if match.start() - _ROOM > end:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - _ROOM)
        end = match.end() + _ROOM
    if end >= 0:
        yield start, end


def _longest(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The longest where several begin together or run into one another."""
    past = 0
    for phrase in sorted(phrases, key=lambda p: (p.start, -p.end)):
        if phrase.start >= past:
            yield phrase
            past = phrase.end


def _is_time(text: str, phrase: Phrase) -> bool:
    """Leave out bare years that nothing leads to, and days and months inside names ("Black Friday", "May said")."""
    if _is_bare_year(phrase) and phrase.end - phrase.start < _YEAR_TO_YEAR:
        led = is_led_to(text, phrase.start) and not _COUNTED_BEHIND.match(text, phrase.end)
        return led or bool(_happening_behind().match(text, phrase.end))
    before, behind = text[max(0, phrase.start - _LOOK_BACK) : phrase.start], text[phrase.end : phrase.end + _LOOK_BACK]
    if _every().search(before) or _named_before().search(before) or _named_behind().match(behind):
        return False
    return text[phrase.start : phrase.end] not in {"May", "March", "MAY", "MARCH"} or bool(_MONTH_LEAD.search(before))


_YEAR_TO_YEAR = len("1980-1987")  # two years in full need no word that leads to them


def _is_bare_year(phrase: Phrase) -> bool:
    return (
        isinstance(phrase.meaning, Dated)
        and phrase.meaning.time.precision is Precision.YEAR
        and phrase.end - phrase.start in {4, 7, 9}
    )


# "in 2000 troops": a number of things; a year before an act is looked at by the parse
_COUNTED_BEHIND = re.compile(
    r"\s+(?:people|troops|soldiers|men|women|dollars|euros|pounds|km|kilomet|miles|met(?:er|re)s|feet"
    r"|percent|per cent|tons|tonnes|votes)",
    re.IGNORECASE,
)
_MONTH_LEAD = re.compile(
    r"\b(?:in|since|of|by|until|till|to|from|through|during|before|after|early|late|mid|and|between|this|last|next|for|or)[\s-]+$",
    re.IGNORECASE,
)


@cache
def _happening_behind() -> re.Pattern[str]:
    """ "The 2014 coup", "the 2019 general elections"."""
    return re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?(?:{any_of(time_words().happenings)})(?:s|es)?\b")


@cache
def _every() -> re.Pattern[str]:
    return re.compile(r"\b(?:every|each|all)\s+(?:\w+\s+)?$", re.IGNORECASE)


@cache
def _named_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(w.capitalize() for w in time_words().named_before)})\s+$")


@cache
def _named_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(w.title() for w in time_words().named_behind)})\b")


@cache
def _leads() -> re.Pattern[str]:
    """What may stand before a phrase: an edge, a part, an approximation, in this order."""
    words = time_words()
    edges = {form: edge for edge in Edge for form in getattr(words.bounds, edge.value)}
    part = rf"(?P<part>{any_of(words.parts)})(?:-|\s+)(?:(?:in|of|on)\s+)?(?:the\s+)?"
    about = rf"(?P<about>{any_of(words.about)})\s+(?:the\s+)?"
    edge = rf"(?P<edge>{any_of(edges)})(?:\s+|-)(?:at\s+least\s+)?(?:the\s+)?"
    return re.compile(rf"(?:\b{edge})?(?:\b{about})?(?:\b{part})?$", re.IGNORECASE)


@cache
def _edge_of() -> dict[str, Edge]:
    return {form: edge for edge in Edge for form in getattr(time_words().bounds, edge.value)}


def _with_lead(text: str, phrase: Phrase) -> Phrase:
    # The search runs forward, so that the longest lead that reaches the phrase is found.
    lead = _leads().search(text[max(0, phrase.start - _LOOK_BACK * 2) : phrase.start])
    words = text[phrase.start : phrase.end].lower()
    if words.startswith(("since", "from then")):
        return replace(phrase, edge=Edge.SINCE)
    inside = words.startswith(("mid", "early", "late")) and not words.startswith("late on")
    if lead is None:
        return phrase
    edge = _edge_of()[" ".join(lead["edge"].lower().split())] if lead["edge"] else None
    if _has_end(phrase.meaning) and edge is Edge.SINCE:
        edge = None
    loose = bool(lead["about"]) or ((bool(lead["part"]) or inside) and not _is_day(phrase.meaning))
    return replace(phrase, edge=edge, approximate=loose)


def _has_end(meaning: Meaning) -> bool:
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


_JOIN = re.compile(r"\s*(?:[-–—]|to|until|till|through|up to|and)\s*(?:the\s+|early\s+|late\s+|mid-)?", re.IGNORECASE)
_FROM = re.compile(r"\b(?P<lead>from|between|since)\s+(?:the\s+|early\s+|late\s+|mid-)?$", re.IGNORECASE)


def _joined(text: str, phrases: list[Phrase]) -> Iterator[Phrase]:
    """Make one phrase of "from 2015 to 2018", "between May and July" and "2015–2018"."""
    i = 0
    while i < len(phrases):
        first = phrases[i]
        second = phrases[i + 1] if i + 1 < len(phrases) else None
        if second and _is_range(text, first, second):
            yield replace(first, end=second.end, to=second.meaning, edge=None)
            i += 2
        else:
            yield first
            i += 1


def _is_range(text: str, first: Phrase, second: Phrase) -> bool:
    between = text[first.end : second.start]
    if first.to or not _JOIN.fullmatch(between):
        return False
    lead = _FROM.search(text[max(0, first.start - _LOOK_BACK) : first.start])
    word = between.strip().lower().split(" ")[0]
    if lead and lead["lead"].lower() == "between":
        return word == "and"
    return word in {"-", "–", "—"} or (lead is not None and word != "and")
