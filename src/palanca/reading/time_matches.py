"""What the words of a match tell of time, whatever the language: counts, units, ways, days and years.

A language has its patterns beside this (`time_patterns`, `spanish_time_patterns`), whose groups are named as here:
`day` (a weekday), `word` (said of today), `unit`, `number`, `year` and `last`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from palanca.lexicon.times import CalendarWords
from palanca.reading.time_meanings import Base, Dated, Meaning, Shifted, Stretch, Unit, Way, Weekday, Yearless, quarter
from palanca.records import Moment, Time
from palanca.records.errors import InvalidTime

type MeaningOf = Callable[[re.Match[str]], Meaning | None]

COUNT_OF_WAY = {Way.PAST: -1, Way.PRESENT: 0, Way.FUTURE: 1}
FIGURE = "0"  # the sign of every word that begins with a digit


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words in a certain order, and how to read them. Where the text has none of its signs, it has no match."""

    words: re.Pattern[str]
    meaning: MeaningOf
    signs: frozenset[str]


def pattern(words: str, meaning: MeaningOf, signs: Iterable[str]) -> Pattern:
    """The pattern of a regular expression; letters match in any case only where it says so.

    `signs` are words in lower case, or `FIGURE`, of which whatever it matches has one.
    """
    return Pattern(re.compile(words), meaning, frozenset(signs))


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest first, in which blanks match any white space."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The words of one language, lower case, by what they stand for: months from 1, weekdays from 0 for Monday."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ways: Mapping[str, Way]
    units: Mapping[str, Unit]
    numbers: Mapping[str, int]
    said_of_today: Mapping[str, int]

    def way_of(self, word: str | None) -> Way:
        """Open where nothing stands."""
        return self.ways[_folded(word)] if word else Way.OPEN

    def unit_of(self, match: re.Match[str]) -> Unit:
        """The unit, told in the singular or the plural."""
        word = _folded(match["unit"])
        forms = (word, word.removesuffix("s"), word.removesuffix("es"))
        return next(self.units[form] for form in forms if form in self.units)

    def number_of(self, match: re.Match[str]) -> int:
        """In figures or in words."""
        word = _folded(match["number"])
        return int(word) if word.isdigit() else self.numbers[word]

    def weekday(self, match: re.Match[str], way: Way) -> Meaning:
        """A weekday by its name."""
        return Weekday(number=self.weekdays[match["day"].lower()], way=way)

    def deictic(self, match: re.Match[str]) -> Meaning:
        """ "Yesterday", "hoy": days counted from the one on which the text appeared."""
        return Shifted(unit=Unit.DAY, count=self.said_of_today[_folded(match["word"])], base=Base.PUBLISHED)

    def from_said(self, match: re.Match[str], count: int) -> Meaning:
        """ "The same month", "al día siguiente": so many units from the time told last."""
        return Shifted(unit=self.unit_of(match), count=count, base=Base.SAID)

    def counted(self, match: re.Match[str], sign: int, base: Base) -> Meaning:
        """ "Two weeks ago", "un mes después": the number of units forward (1) or back (-1) from a base."""
        return Shifted(unit=self.unit_of(match), count=sign * self.number_of(match), base=base, counted=True)

    def stretch(self, match: re.Match[str], sign: int) -> Meaning:
        """ "Over the last four years", "en los próximos dos meses"."""
        return Stretch(unit=self.unit_of(match), count=sign * self.number_of(match))


def calendar_of(words: CalendarWords) -> Calendar:
    """The word list of a language by what its words stand for."""
    ways = ((Way.PAST, words.past), (Way.FUTURE, words.future), (Way.PRESENT, words.present))
    return Calendar(
        months=_numbered(words.months, first=1),
        weekdays=_numbered(words.weekdays, first=0),
        ways={form: way for way, forms in ways for form in forms},
        units={form: Unit(unit) for unit, forms in words.units.items() for form in forms},
        numbers=words.numbers,
        said_of_today=words.said_of_today,
    )


def words_of(patterns: Iterable[Pattern]) -> frozenset[str]:
    """The words of which every phrase without a figure has one, lower case."""
    return frozenset[str]().union(*(one.signs for one in patterns)) - {FIGURE}


def longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """Of each phrase the longest word, by which a text is searched before its patterns are."""
    return frozenset(max(re.findall(r"\w+", phrase), key=len) for phrase in phrases)


def day_in_month(year: int | None, month: int, days: tuple[int, int | None], way: Way = Way.OPEN) -> Meaning | None:
    """A day of a month, or from the first to the last of two, with or without its year; None where there is none."""
    day, last = days
    if last and last <= day:
        return None
    if year is None:
        return Yearless(month=month, day=day, last_day=last, way=way) if day <= _longest(month) else None
    try:
        end = Moment(year=year, month=month, day=last) if last else None
        return Dated(Time(Moment(year=year, month=month, day=day), end))
    except InvalidTime:
        return None


def dated(edtf: str) -> Meaning | None:
    """The time that EDTF writes; None where there is no such day."""
    try:
        return Dated(Time.parse(edtf))
    except InvalidTime:
        return None


def years(match: re.Match[str]) -> Meaning | None:
    """ "2011", "2011-14", "2011/12": the last year within a century of the first, behind a stroke the next one."""
    year = int(match["year"])
    if not match["last"]:
        return Dated(Time(Moment(year=year)))
    digits = match["last"][1:]
    last = int(digits) if len(digits) == 4 else year // 100 * 100 + int(digits)
    farthest = year + 1 if match["last"][0] == "/" else year + 99
    return Dated(Time(Moment(year=year), Moment(year=last))) if year < last <= farthest else None


def part_of_year(year: int, number: int, *, is_half: bool) -> Meaning | None:
    """A half or a quarter of a year, counted from 1; None for a third half."""
    if not is_half:
        return Dated(quarter(year, number))
    if number > 2:
        return None
    return Dated(Time(Moment(year=year, month=6 * number - 5), Moment(year=year, month=6 * number)))


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _numbered(table: Iterable[tuple[str, ...]], first: int) -> dict[str, int]:
    return {form: i for i, forms in enumerate(table, first) for form in forms}


def _longest(month: int) -> int:
    return 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31
