"""The patterns of English time phrases, built from the word list, each with what its words mean.

Patterns run once over the whole text. The longest phrase at a place wins; what stands before it ("since", "late",
"around") is looked at afterwards.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from palanca.lexicon.times import time_words
from palanca.reading.time_meanings import Base, Dated, Meaning, Shifted, Stretch, Unit, Way, Weekday, Yearless, quarter
from palanca.records import Moment, Time
from palanca.records.errors import InvalidTime

type Reading = Callable[[re.Match[str]], Meaning | None]

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?![:.,]\d)"
_YEAR = r"(?:1[0-9]|20)\d\d\b(?![,.]\d|[%°])"
_DASH = r"\s?[-–—]\s?"
_NIGHTLY = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime|noon))?"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words in a certain order, and how to read them."""

    words: re.Pattern[str]
    meaning: Reading


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns; none depends on the order."""
    return (*_dates(), *_months(), *_weekdays(), *_relative(), *_counted(), *_years())


@cache
def time_signs() -> frozenset[str]:
    """Words of which every time phrase without a digit has one, lower case."""
    words = time_words()
    named = {form for forms in (*words.months, *words.weekdays) for form in forms}
    units = {form for unit in _units() for form in (unit, f"{unit}s")} | {"half", "quarter", "then", "since"}
    phrases = (*words.said_of_today, *words.decades, *words.seasons, *named, *units)
    return frozenset(max(re.findall(r"\w+", phrase), key=len) for phrase in phrases)


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest first, in which blanks match any white space."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


@cache
def _month_words() -> str:
    forms = [form.capitalize() for month in time_words().months for form in month]
    return any_of([*forms, *(month[0].upper() for month in time_words().months)])


@cache
def _weekday_words() -> str:
    return any_of(form.capitalize() for day in time_words().weekdays for form in day)


def _numbered(table: Iterable[tuple[str, ...]]) -> dict[str, int]:
    return {form: i for i, forms in enumerate(table) for form in forms}


@cache
def _month_numbers() -> dict[str, int]:
    return _numbered(time_words().months)


@cache
def _weekday_numbers() -> dict[str, int]:
    return _numbered(time_words().weekdays)


def _month_of(word: str) -> int:
    return _month_numbers()[word.lower()] + 1


def _day_of(word: str) -> int:
    return int(re.match(r"\d+", word).group())  # type: ignore[union-attr]  # the pattern begins with digits


@cache
def _ways() -> dict[str, Way]:
    words = time_words()
    table = ((Way.PAST, words.past), (Way.FUTURE, words.future), (Way.PRESENT, words.present))
    return {form: way for way, forms in table for form in forms}


def _way_of(word: str | None) -> Way:
    return _ways()[" ".join(word.lower().split())] if word else Way.OPEN


def _ways_pattern(name: str = "way") -> str:
    return rf"(?P<{name}>(?i:\b(?:{any_of(_ways())})))"


def _pattern(words: str, meaning: Reading) -> Pattern:
    return Pattern(re.compile(words), meaning)


def _dates() -> list[Pattern]:
    month, weekday = rf"(?P<month>{_month_words()})", rf"(?:\b(?:{_weekday_words()}),?\s+(?:the\s+)?)?"
    day, last = rf"(?P<day>{_DAY})", rf"(?:(?:{_DASH}|\s+(?:to|and|through)\s+)(?P<last>{_DAY}))?"
    year = rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"
    return [
        _pattern(rf"{weekday}(?:the\s+)?\b{day}{last}(?:\s+of)?\s+{month}(?!\w){year}", _date),
        _pattern(rf"{weekday}\b{month}\s+(?:the\s+)?{day}{last}{year}", _date),
        _pattern(rf"\b(?P<year>{_YEAR})-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b(?!-)", _iso),
        _pattern(r"\b(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b", _slashed),
    ]


def _date(match: re.Match[str]) -> Meaning | None:
    last = _day_of(match["last"]) if match["last"] else None
    year = int(match["year"]) if match["year"] else None
    return day_in_month(year, _month_of(match["month"]), (_day_of(match["day"]), last))


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


def _longest(month: int) -> int:
    return 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31


def _iso(match: re.Match[str]) -> Meaning | None:
    return dated(match.group())


def dated(edtf: str) -> Meaning | None:
    """The time that EDTF writes; None where there is no such day."""
    try:
        return Dated(Time.parse(edtf))
    except InvalidTime:
        return None


def _slashed(match: re.Match[str]) -> Meaning | None:
    """`17/09/2023` or `09/17/2023`; where both orders are possible, only the year is sure."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if match["mark"] == "." or first > 12 or first == second:
        return dated(f"{year}-{second:02}-{first:02}")
    return dated(f"{year}-{first:02}-{second:02}") if second > 12 else dated(year)


def _months() -> list[Pattern]:
    month, season = rf"(?P<month>{_month_words()})", rf"\b(?P<season>(?i:{any_of(time_words().seasons)}))"
    return [
        _pattern(rf"\b{month}(?:\s*,)?(?:\s+of)?\s+(?P<year>{_YEAR})", _month_year),
        _pattern(rf"(?:{_ways_pattern()}\s+)?\b{month}(?![\w-])", _bare_month),
        _pattern(rf"{season}(?:\s+of)?\s+(?P<year>{_YEAR})", _season_year),
        _pattern(rf"{_ways_pattern()}\s+{season}(?!\w)", _bare_season),
    ]


def _month_year(match: re.Match[str]) -> Meaning | None:
    return Dated(Time(Moment(year=int(match["year"]), month=_month_of(match["month"]))))


def _bare_month(match: re.Match[str]) -> Meaning | None:
    return Yearless(month=_month_of(match["month"]), way=_way_of(match["way"]))


def _season_of(match: re.Match[str]) -> int:
    return time_words().seasons[match["season"].lower()]


def _season_year(match: re.Match[str]) -> Meaning | None:
    return Dated(Time(Moment(year=int(match["year"]), month=_season_of(match))))


def _bare_season(match: re.Match[str]) -> Meaning | None:
    return Yearless(month=_season_of(match), way=_way_of(match["way"]))


def _weekdays() -> list[Pattern]:
    day = rf"(?P<day>{_weekday_words()})"
    return [_pattern(rf"(?:{_ways_pattern()}\s+)?\b{day}(?![\w-]){_NIGHTLY}", _weekday)]


def _weekday(match: re.Match[str]) -> Meaning | None:
    return Weekday(number=_weekday_numbers()[match["day"].lower()], way=_way_of(match["way"]))


@cache
def _units() -> dict[str, Unit]:
    return {form: Unit(unit) for unit, forms in time_words().units.items() for form in forms}


def _unit_of(word: str) -> Unit:
    return _units()[word.lower().removesuffix("s") if word.lower() not in _units() else word.lower()]


def _relative() -> list[Pattern]:
    """Units of the calendar named by their place: "yesterday", "last week", "the same month", "the day before"."""
    words, unit = time_words(), rf"(?P<unit>(?i:{any_of(_units())}))\b(?!-|\s+(?:of|after|before)\s)"
    near = rf"(?:\b(?i:earlier|later|early|late|sometime)\s+)?{_ways_pattern()}\s+{unit}"
    return [
        _pattern(rf"\b(?P<word>(?i:{any_of(words.said_of_today)}))\b", _deictic),
        _pattern(near, _calendar_unit),
        _pattern(
            rf"\b(?i:earlier|later|early|late|end|start|beginning|middle|rest)\s+(?i:in|of)\s+the\s+{unit}", _this_unit
        ),
        _pattern(rf"\b(?i:{any_of(words.same)})\s+{unit}", lambda m: _from_said(m, 0)),
        _pattern(rf"\b(?i:{any_of(words.following)})\s+{unit}", lambda m: _from_said(m, 1)),
        _pattern(rf"\b(?i:{any_of(words.preceding)})\s+{unit}", lambda m: _from_said(m, -1)),
        _pattern(
            r"\b(?i:the)\s+(?P<unit>(?i:day|night|week|month|year))\s+(?i:after|afterwards)(?=[.,;:]|$)",
            lambda m: _from_said(m, 1),
        ),
        _pattern(
            r"\b(?i:the)\s+(?P<unit>(?i:day|night|week|month|year))\s+(?i:before|earlier)(?=[.,;:]|$)",
            lambda m: _from_said(m, -1),
        ),
        _pattern(
            r"\b(?i:since\s+then|from\s+then\s+on|since\s+that\s+(?:time|date|moment))\b",
            lambda _: Shifted(unit=Unit.DAY, count=0, base=Base.SAID),
        ),
    ]


def _deictic(match: re.Match[str]) -> Meaning | None:
    count = time_words().said_of_today[" ".join(match["word"].lower().split())]
    return Shifted(unit=Unit.DAY, count=count, base=Base.PUBLISHED)


_COUNT_OF_WAY = {Way.PAST: -1, Way.PRESENT: 0, Way.FUTURE: 1}


def _calendar_unit(match: re.Match[str]) -> Meaning | None:
    """ "Last year", "this week". The weekend "this past weekend" names is the last one, as is "this weekend"."""
    unit, way = _unit_of(match["unit"]), _way_of(match["way"])
    if unit in {Unit.DAY, Unit.NIGHT} or (unit is Unit.WEEKEND and way is Way.PAST):
        return Shifted(unit=unit, count=0, base=Base.PUBLISHED) if unit is Unit.WEEKEND else None
    if match["way"].lower().split()[-1] in {"past", "coming"} and unit in {Unit.YEAR, Unit.DECADE, Unit.MONTH}:
        return Stretch(unit=unit, count=_COUNT_OF_WAY[way])
    if match["way"].lower().endswith("coming") and unit is Unit.WEEK:
        return Stretch(unit=unit, count=0)
    return Shifted(unit=unit, count=_COUNT_OF_WAY[way], base=Base.PUBLISHED)


def _this_unit(match: re.Match[str]) -> Meaning | None:
    return Shifted(unit=_unit_of(match["unit"]), count=0, base=Base.PUBLISHED)


def _from_said(match: re.Match[str], count: int) -> Meaning | None:
    return Shifted(unit=_unit_of(match["unit"]), count=count, base=Base.SAID)


def _counted() -> list[Pattern]:
    """ "Two weeks ago", "a month later", "over the last four years"."""
    number = rf"\b(?P<number>\d{{1,3}}|(?i:{any_of(time_words().numbers)}))"
    unit = r"(?P<unit>(?i:day|night|week|weekend|fortnight|month|year|decade|century))(?:s|')?\b"
    far, gap = r"(?P<far>(?i:last|past|previous|next|coming))", r"[\s-]+"
    return [
        _pattern(rf"{number}{gap}{unit}\s+(?P<word>(?i:ago|from\s+now|from\s+today))\b", _ago),
        _pattern(rf"\b(?i:in)\s+{number}{gap}{unit}['’]?\s+(?P<word>(?i:time))\b", _ago),
        _pattern(rf"{number}{gap}{unit}\s+(?P<word>(?i:later|afterwards|after\s+that|thereafter))\b", _later),
        _pattern(
            rf"{number}{gap}{unit}\s+(?P<word>(?i:earlier|previously|beforehand|before))(?=[.,;:)]|\s+(?:on|in|that|and|but)\b|$)",
            _later,
        ),
        _pattern(
            rf"\b(?i:over|in|during|within|for|throughout|across)\s+(?i:the|these)\s+{far}\s+{number}\s+{unit}",
            _stretch,
        ),
    ]


def _number_of(match: re.Match[str]) -> int:
    word = " ".join(match["number"].lower().split())
    return int(word) if word.isdigit() else time_words().numbers[word]


def _ago(match: re.Match[str]) -> Meaning | None:
    count = -_number_of(match) if match["word"].lower() == "ago" else _number_of(match)
    return Shifted(unit=_unit_of(match["unit"]), count=count, base=Base.PUBLISHED, counted=True)


def _later(match: re.Match[str]) -> Meaning | None:
    back = match["word"].lower() in {"earlier", "previously", "beforehand", "before"}
    return Shifted(
        unit=_unit_of(match["unit"]), count=_number_of(match) * (-1 if back else 1), base=Base.SAID, counted=True
    )


def _stretch(match: re.Match[str]) -> Meaning | None:
    back = match["far"].lower() not in {"next", "coming"}
    return Stretch(unit=_unit_of(match["unit"]), count=_number_of(match) * (-1 if back else 1))


_LEAD_TO_YEAR = (
    r"in|since|of|by|until|till|to|from|through|during|before|after|around|circa|about|early|late|mid|early-|late-|mid-|and|between|for|or|the\s+year|"
    r"as\s+of|than|throughout|spring|summer|autumn|fall|winter|end|beginning|start|middle|half|dated|in\s+fiscal|FY|c\.|year"
)


def _years() -> list[Pattern]:
    """Years behind a word that leads to them, in brackets or before an act that they date; decades and centuries."""
    words = time_words()
    ordinal = rf"(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|(?i:{any_of(words.ordinals)}))"
    return [
        _pattern(
            rf"(?:(?<![\w.,/$€£-])|(?<=mid-)|(?<=early-)|(?<=late-))(?P<year>{_YEAR})(?P<last>[-–—/](?:(?:19|20)\d\d|\d\d)\b)?(?![-–/]\d|['’]s\s+\d)",
            _year,
        ),
        _pattern(r"\b(?:(?i:early|mid|late)-)?(?P<year>1[5-9]\d0|20\d0)['’]?s\b", _decade),
        _pattern(
            rf"['’](?P<short>[1-9]0)s\b|\b(?i:the)\s+(?:(?i:early|mid|late)[\s-])?(?P<word>(?i:{any_of(words.decades)}))\b(?!\w)",
            _short_decade,
        ),
        _pattern(rf"\b{ordinal}[\s-]+(?i:century)\b", _century),
        _pattern(
            rf"\b(?:(?i:the)\s+)?(?P<ordinal>(?i:first|second|third|fourth|last))\s+(?P<part>(?i:quarter|half))\s+(?:of\s+)?(?P<year>{_YEAR})",
            _fraction,
        ),
        _pattern(rf"\b(?P<part>Q|H)(?P<ordinal>[1-4])\s+(?:of\s+)?(?P<year>{_YEAR})", _fraction),
    ]


def _year(match: re.Match[str]) -> Meaning | None:
    year = int(match["year"])
    if not match["last"]:
        return Dated(Time(Moment(year=year)))
    digits = match["last"][1:]
    last = int(digits) if len(digits) == 4 else year // 100 * 100 + int(digits)
    farthest = year + 1 if match["last"][0] == "/" else year + 99
    return Dated(Time(Moment(year=year), Moment(year=last))) if year < last <= farthest else None


def is_led_to(text: str, start: int) -> bool:
    """Whether the word before a bare year leads to it: "in 2011", "(2011", "early 2011"; not "flight 2011"."""
    return bool(_YEAR_LEAD.search(text, max(0, start - 24), start))


_FULL_STOP = r"(?<!\b[Nn]o)(?<!\b[Nn]r)(?<!\b[Nn]os)(?<!\b[Aa]rt)\."  # "Resolution No. 1140" is of no year
_YEAR_LEAD = re.compile(
    rf"(?:(?:^|[\s\"“(])(?i:{_LEAD_TO_YEAR})[\s]+|-|[(\[]|(?:^|{_FULL_STOP}|\n)\s*)(?:(?:the|late|early|mid)\s+)?$"
)


def _decade(match: re.Match[str]) -> Meaning | None:
    return Dated(Time(Moment(year=int(match["year"]), masked=1)))


def _short_decade(match: re.Match[str]) -> Meaning | None:
    year = 1900 + int(match["short"]) if match["short"] else time_words().decades[match["word"].lower()]
    return Dated(Time(Moment(year=year, masked=1)))


def _century(match: re.Match[str]) -> Meaning | None:
    word = match["ordinal"].lower()
    number = _day_of(word) if word[0].isdigit() else time_words().ordinals.index(word) + 1
    return Dated(Time(Moment(year=(number - 1) * 100, masked=2))) if 2 <= number <= 21 else None


def _fraction(match: re.Match[str]) -> Meaning | None:
    """The first quarter, the second half."""
    year, word, half = int(match["year"]), match["ordinal"].lower(), match["part"].lower() in {"half", "h"}
    number = (
        int(word) if word.isdigit() else {"last": 2 if half else 4}.get(word) or time_words().ordinals.index(word) + 1
    )
    if half:
        return (
            Dated(Time(Moment(year=year, month=6 * number - 5), Moment(year=year, month=6 * number)))
            if number < 3
            else None
        )
    return Dated(quarter(year, number))
