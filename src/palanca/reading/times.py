"""Times: which words give a date, and which date an act has."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.page import Layer, Page, Reader, TimeMention
from palanca.reading.time_acts import act_time
from palanca.reading.time_anchor import anchor_of
from palanca.reading.time_context import continued_time
from palanca.reading.time_entries import entry_time
from palanca.reading.time_gaps import gap_of, time_across
from palanca.reading.time_meanings import (
    Clock,
    Dated,
    Meaning,
    Monthless,
    Shifted,
    Unit,
    Weekday,
    Yearless,
    bounded,
    resolve,
)
from palanca.reading.time_phrases import Phrase, find_phrases
from palanca.reading.time_tense import is_ahead, is_set_for, is_timetabled, modifies_noun
from palanca.records import Moment, Precision, Schema, Span, Time
from palanca.records.errors import InvalidTime

_NAME = "times"
_ASIDES = {Relation.RELATIVE, Relation.PARTICIPLE}
_COARSE = {Unit.YEAR, Unit.DECADE, Unit.CENTURY}
_OPENING = {'"', "“", "«"}
_QUOTES = re.compile(r"[\"“”«»]|\n\s*\n")


def time_of(page: Page, predicate: Token) -> Time | None:
    """When the act told by `predicate` took place, as its sentence or the context that it continues says; else None."""
    if not page.times:
        return None
    if found := act_time(page, predicate):
        return found
    if gap := gap_of(page, predicate):
        return time_across(
            page, predicate, gap, lambda page, other: act_time(page, other) or continued_time(page, other)
        )
    return entry_time(page, predicate) or continued_time(page, predicate)


def anchor(page: Page) -> Time | None:
    """The date of the document, by its date line or else its metadata."""
    found, _ = anchor_of(page.document)
    return Time(found) if found else None


def read_times(page: Page) -> Page:
    """Give the page its times, in order of appearance. Times that nothing anchors are left out."""
    return replace(page, times=tuple(_resolved(page, find_phrases(page.document.text, page.doc.lang_))))


@dataclass(frozen=True, slots=True)
class _Said:
    """The last moment told outside of quotations, the last month and the last day, and where."""

    moment: Moment | None = None
    month: Moment | None = None
    day: Moment | None = None
    offset: int = 0


def _resolved(page: Page, phrases: Sequence[Phrase]) -> Iterator[TimeMention]:
    published, head_end = anchor_of(page.document)
    quoted = _Quotations(page.document.text)
    said = _Said()
    for phrase in phrases:
        tokens = page.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
        if tokens is None or _is_in_name(page, tokens[0], phrase):
            continue
        spoken = quoted.holds(phrase.start)
        leans_on = _spoken_on(said, published) if spoken else _base_of(phrase.meaning, said, page, phrase)
        ahead = is_ahead(tokens.root) or (_is_day(phrase.meaning) and is_set_for(tokens))
        if isinstance(phrase.meaning, Weekday) and not spoken and phrase.start >= head_end:
            ahead = ahead or is_timetabled(tokens.root)
        clock = Clock(published=published, said=leans_on, spoken=spoken, ahead=ahead)
        time = _time(phrase if not modifies_noun(tokens) else replace(phrase, edge=None), clock)
        _explain(page, phrase, time)
        if time is None:
            continue
        yield TimeMention(first=tokens.start, last=tokens.end, time=time)
        names_only = isinstance(phrase.meaning, Yearless) and modifies_noun(tokens)  # "a bid for OCTOBER elections"
        if not spoken and not names_only and phrase.start >= head_end and not _is_aside(page, tokens):
            said = said if _is_to_come(time, published) else _told(said, phrase, time)


def _is_to_come(time: Time, published: Moment | None) -> bool:
    """Whether it lies behind the day of the document: "on the same day" leans on no hearing that is to be held."""
    if published is None or published.last_day is None:
        return False
    return time.first_day is not None and time.first_day > published.last_day


def _explain(page: Page, phrase: Phrase, time: Time | None) -> None:
    where = Span(phrase.start, phrase.end)
    if time is None:
        page.trace.note(_NAME, where, "nothing in the document anchors this time", fired=False)
    else:
        page.trace.note(_NAME, where, lambda: f"is {time}", fired=True)


def _is_day(meaning: Meaning) -> bool:
    return isinstance(meaning, Weekday | Monthless) or (isinstance(meaning, Yearless) and meaning.day is not None)


def _is_aside(page: Page, tokens: TokenSpan) -> bool:
    """Whether the story does not go on from there: "who came in 2020", "a pact, signed in 2020", "the Pact of 2014".

    Nor does it from what only names a thing by its year: "the 1965 Voting Act", "the 2015 election".
    """
    if len(tokens) == 1 and tokens[0].is_digit and modifies_noun(tokens):
        return True
    before = page.doc[max(0, tokens.start - 2) : tokens.start]
    if len(before) > 1 and before[1].norm_ == "of" and page.cast.mention_at(before[0]):
        return True
    return any(page.grammar.governor(token).relation in _ASIDES for token in tokens.root.ancestors)


def _base_of(meaning: Meaning, said: _Said, page: Page, phrase: Phrase) -> Moment | None:
    """What "the same month" or a bare month leans on; a bare month only on a year told just before it."""
    if isinstance(meaning, Shifted):
        return (
            said.moment
            if meaning.unit in _COARSE
            else said.month
            if meaning.unit is Unit.MONTH
            else said.day or said.moment
        )
    if not isinstance(meaning, Yearless | Monthless):
        return said.moment
    near = page.document.text[said.offset : phrase.start]
    if said.moment is None or "\n" in near:
        return None
    goes_on = isinstance(meaning, Yearless) and _goes_on_from(said.day, meaning)
    return said.moment if near.count(". ") <= 1 or goes_on else None


def _goes_on_from(day: Moment | None, meaning: Yearless) -> bool:
    """Whether a bare day lies within months after the last day told: a tale of that year goes on with it."""
    if day is None or day.month is None or meaning.month > _LAST_MONTH:
        return False
    later = (meaning.month, meaning.day or 0) >= (day.month, day.day or 0)
    return later and meaning.month - day.month <= _WIDEST_GAP_MONTHS


_LAST_MONTH, _WIDEST_GAP_MONTHS = 12, 4
_WIDEST_GAP_DAYS = 7  # news of a speech is seldom older; an older day told before is some other day


def _spoken_on(said: _Said, published: Moment | None) -> Moment | None:
    """The day on which the words of a quotation were spoken: the last day told, if it is near the document's."""
    if said.day is None or published is None or published.day is None:
        return said.day
    return said.day if abs((published.first_day - said.day.first_day).days) <= _WIDEST_GAP_DAYS else None


def _time(phrase: Phrase, clock: Clock) -> Time | None:
    time = resolve(phrase.meaning, clock)
    if phrase.to is not None:
        time = _range(phrase, time, clock)
    if time is None:
        return None
    if phrase.approximate:
        time = time.approximately()
    return bounded(time, phrase.edge) if phrase.edge else time


def _range(phrase: Phrase, first: Time | None, clock: Clock) -> Time | None:
    """From the first to the last day told: "from May to July 2018" begins in the May before."""
    last = resolve(phrase.to, clock) if phrase.to else None
    if last is None or not isinstance(last.start, Moment):
        return None
    if isinstance(phrase.meaning, Yearless) and isinstance(phrase.to, Dated):
        first = resolve(phrase.meaning, Clock(published=last.start))
    if first is None or not isinstance(first.start, Moment):
        return None
    end = last.end if isinstance(last.end, Moment) else last.start
    try:
        return Time(first.start, end)
    except InvalidTime:
        return None


def _told(said: _Said, phrase: Phrase, time: Time) -> _Said:
    """A stretch with an open end is no moment to count from."""
    if phrase.edge or phrase.to or not isinstance(time.start, Moment):
        return said
    month = time.start if time.start.month else said.month
    day = time.start if time.precision is Precision.DAY and time.end is None else said.day
    return _Said(time.start, month, day, phrase.end)


def _is_in_name(page: Page, token: Token, phrase: Phrase) -> bool:
    """Whether a year ends a longer name ("Northern Wave 2021"), or a month is somebody's ("Jan Kos", "April Adams")."""
    mention = page.cast.mention_at(token)
    if mention is None:
        return False
    words = page.document.text[phrase.start : phrase.end]
    if words.isalpha() and page.cast.entity(mention.entity).schema is Schema.PERSON:
        return mention.span.end - mention.span.start > len(words)
    return (
        mention.span.start < phrase.start
        and mention.span.end <= phrase.end + 1
        and bool(re.match(r"\d{4}$", page.document.text[phrase.start : phrase.end]))
    )


class _Quotations:
    """Where a text is inside quotation marks. A straight mark toggles; a paragraph's end closes."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        opened: int | None = None
        for match in _QUOTES.finditer(text):
            mark = match.group()
            if opened is None and mark in _OPENING:
                opened = match.start()
            elif opened is not None and mark not in _OPENING - {'"'}:
                self._starts.append(opened)
                self._ends.append(match.start())
                opened = None

    def holds(self, offset: int) -> bool:
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._ends[i]


TIMES = Reader(
    name=_NAME,
    version="8",
    needs=frozenset({Layer.NAMES}),
    gives=frozenset({Layer.TIMES}),
    read=read_times,
)
