"""The patterns of English time phrases, built from the word list, each with what its words mean.

Patterns run once over the whole text. The longest phrase at a place wins; what stands before it ("since", "late",
"around") is looked at afterwards.
"""

import re
from functools import cache

from palanca.lexicon.times import time_words
from palanca.reading.time_matches import (
    COUNT_OF_WAY,
    FIGURE,
    Calendar,
    Pattern,
    any_of,
    calendar_of,
    dated,
    day_in_month,
    longest_words,
    part_of_year,
    pattern,
    years,
)
from palanca.reading.time_meanings import Base, Dated, Meaning, Monthless, Shifted, Stretch, Unit, Way, Yearless
from palanca.records import Moment, Time

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?![:.,]\d)"
_NTH = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"
_BEHIND_NTH = r"at|in|by|but|when|while|after|before|with|(?:and|or)(?!\s+(?:the\s+)?\d)"
_YEAR = r"(?:1[0-9]|20)\d\d\b(?![,.]\d|[%°])"
_DASH = r"\s?[-–—]\s?"
_NIGHTLY = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime|noon))?"


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns; none depends on the order."""
    return (*_dates(), *_months(), *_weekdays(), *_relative(), *_counted(), *_years())


@cache
def _months_told() -> frozenset[str]:
    return longest_words(form for forms in time_words().months for form in forms)


@cache
def _weekdays_told() -> frozenset[str]:
    return longest_words(form for forms in time_words().weekdays for form in forms)


@cache
def _units_told() -> frozenset[str]:
    return longest_words(form for unit in _calendar().units for form in (unit, f"{unit}s"))


@cache
def _calendar() -> Calendar:
    return calendar_of(time_words())


@cache
def _month_words() -> str:
    forms = [form.capitalize() for month in time_words().months for form in month]
    return any_of([*forms, *(month[0].upper() for month in time_words().months)])


@cache
def _weekday_words() -> str:
    return any_of(form.capitalize() for day in time_words().weekdays for form in day)


def _month_of(word: str) -> int:
    return _calendar().months[word.lower()]


def _day_of(word: str) -> int:
    return int(re.match(r"\d+", word).group())  # type: ignore[union-attr]  # the pattern begins with digits


def _ways_pattern() -> str:
    return rf"(?P<way>(?i:\b(?:{any_of(_calendar().ways)})))"


def _dates() -> list[Pattern]:
    month, weekday = rf"(?P<month>{_month_words()})", rf"(?:\b(?:{_weekday_words()}),?\s+(?:the\s+)?)?"
    day, last = rf"(?P<day>{_DAY})", rf"(?:(?:{_DASH}|\s+(?:to|and|through)\s+)(?P<last>{_DAY}))?"
    year = rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"
    return [
        pattern(rf"{weekday}(?:the\s+)?\b{day}{last}(?:\s+of)?\s+{month}(?!\w){year}", _date, _months_told()),
        pattern(rf"{weekday}\b{month}\s+(?:the\s+)?{day}{last}{year}", _date, _months_told()),
        pattern(rf"(?<=\b[Oo]n )the\s+(?P<day>{_NTH})(?=[.,;:)]|$|\s+(?:{_BEHIND_NTH})\b)", _of_some_month, {FIGURE}),
        pattern(rf"\b(?P<year>{_YEAR})-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b(?!-)", _iso, {FIGURE}),
        pattern(
            r"\b(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b",
            _slashed,
            {FIGURE},
        ),
    ]


def _date(match: re.Match[str]) -> Meaning | None:
    last = _day_of(match["last"]) if match["last"] else None
    year = int(match["year"]) if match["year"] else None
    return day_in_month(year, _month_of(match["month"]), (_day_of(match["day"]), last))


def _of_some_month(match: re.Match[str]) -> Meaning | None:
    return Monthless(_day_of(match["day"]))


def _iso(match: re.Match[str]) -> Meaning | None:
    return dated(match.group())


def _slashed(match: re.Match[str]) -> Meaning | None:
    """`17/09/2023` or `09/17/2023`; where both orders are possible, only the year is sure."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if match["mark"] == "." or first > 12 or first == second:
        return dated(f"{year}-{second:02}-{first:02}")
    return dated(f"{year}-{first:02}-{second:02}") if second > 12 else dated(year)


def _months() -> list[Pattern]:
    month, season = rf"(?P<month>{_month_words()})", rf"\b(?P<season>(?i:{any_of(time_words().seasons)}))"
    return [
        pattern(rf"\b{month}(?:\s*,)?(?:\s+of)?\s+(?P<year>{_YEAR})", _month_year, _months_told()),
        pattern(rf"(?:{_ways_pattern()}\s+)?\b{month}(?![\w-])", _bare_month, _months_told()),
        pattern(rf"{season}(?:\s+of)?\s+(?P<year>{_YEAR})", _season_year, time_words().seasons),
        pattern(rf"{_ways_pattern()}\s+{season}(?!\w)", _bare_season, time_words().seasons),
    ]


def _month_year(match: re.Match[str]) -> Meaning | None:
    return Dated(Time(Moment(year=int(match["year"]), month=_month_of(match["month"]))))


def _bare_month(match: re.Match[str]) -> Meaning | None:
    return Yearless(month=_month_of(match["month"]), way=_calendar().way_of(match["way"]))


def _season_of(match: re.Match[str]) -> int:
    return time_words().seasons[match["season"].lower()]


def _season_year(match: re.Match[str]) -> Meaning | None:
    return Dated(Time(Moment(year=int(match["year"]), month=_season_of(match))))


def _bare_season(match: re.Match[str]) -> Meaning | None:
    return Yearless(month=_season_of(match), way=_calendar().way_of(match["way"]))


def _weekdays() -> list[Pattern]:
    day = rf"(?P<day>{_weekday_words()})"
    return [pattern(rf"(?:{_ways_pattern()}\s+)?\b{day}(?![\w-]){_NIGHTLY}", _weekday, _weekdays_told())]


def _weekday(match: re.Match[str]) -> Meaning | None:
    return _calendar().weekday(match, _calendar().way_of(match["way"]))


def _relative() -> list[Pattern]:
    """Units of the calendar named by their place: "yesterday", "last week", "the same month", "the day before"."""
    words, calendar, units = time_words(), _calendar(), _units_told()
    unit = rf"(?P<unit>(?i:{any_of(calendar.units)}))\b(?!-|\s+(?:of|after|before)\s)"
    near = rf"(?:\b(?i:earlier|later|early|late|sometime)\s+)?{_ways_pattern()}\s+{unit}"
    return [
        pattern(
            rf"\b(?P<word>(?i:{any_of(words.said_of_today)}))\b", calendar.deictic, longest_words(words.said_of_today)
        ),
        pattern(near, _calendar_unit, units),
        pattern(
            rf"\b(?i:earlier|later|early|late|end|start|beginning|middle|rest)\s+(?i:in|of)\s+the\s+{unit}",
            _this_unit,
            units,
        ),
        pattern(rf"\b(?i:{any_of(words.same)})\s+{unit}", lambda m: calendar.from_said(m, 0), units),
        pattern(rf"\b(?i:{any_of(words.following)})\s+{unit}", lambda m: calendar.from_said(m, 1), units),
        pattern(rf"\b(?i:{any_of(words.preceding)})\s+{unit}", lambda m: calendar.from_said(m, -1), units),
        pattern(
            r"\b(?i:the)\s+(?P<unit>(?i:day|night|week|month|year))\s+(?i:after|afterwards)(?=[.,;:]|$)",
            lambda m: calendar.from_said(m, 1),
            units,
        ),
        pattern(
            r"\b(?i:the)\s+(?P<unit>(?i:day|night|week|month|year))\s+(?i:before|earlier)(?=[.,;:]|$)",
            lambda m: calendar.from_said(m, -1),
            units,
        ),
        pattern(
            r"(?:(?<=\b[Aa]t )|(?<=\b[Oo]ver )|(?<=\b[Dd]uring ))the\s+weekend\b(?!\s+of\b)",
            lambda _: Shifted(unit=Unit.WEEKEND, count=0, base=Base.PUBLISHED),
            {"weekend"},
        ),
        pattern(
            r"\b(?i:since\s+then|from\s+then\s+on|since\s+that\s+(?:time|date|moment))\b",
            lambda _: Shifted(unit=Unit.DAY, count=0, base=Base.SAID),
            {"since", "then"},
        ),
    ]


def _calendar_unit(match: re.Match[str]) -> Meaning | None:
    """ "Last year", "this week". The weekend "this past weekend" names is the last one, as is "this weekend"."""
    unit, way = _calendar().unit_of(match), _calendar().way_of(match["way"])
    if unit in {Unit.DAY, Unit.NIGHT} or (unit is Unit.WEEKEND and way is Way.PAST):
        return Shifted(unit=unit, count=0, base=Base.PUBLISHED) if unit is Unit.WEEKEND else None
    if match["way"].lower().split()[-1] in {"past", "coming"} and unit in {Unit.YEAR, Unit.DECADE, Unit.MONTH}:
        return Stretch(unit=unit, count=COUNT_OF_WAY[way])
    if match["way"].lower().endswith("coming") and unit is Unit.WEEK:
        return Stretch(unit=unit, count=0)
    return Shifted(unit=unit, count=COUNT_OF_WAY[way], base=Base.PUBLISHED)


def _this_unit(match: re.Match[str]) -> Meaning | None:
    return Shifted(unit=_calendar().unit_of(match), count=0, base=Base.PUBLISHED)


def _counted() -> list[Pattern]:
    """ "Two weeks ago", "a month later", "over the last four years"."""
    number = rf"\b(?P<number>\d{{1,3}}|(?i:{any_of(time_words().numbers)}))"
    unit = r"(?P<unit>(?i:day|night|week|weekend|fortnight|month|year|decade|century))(?:s|')?\b"
    far, gap = r"(?P<far>(?i:last|past|previous|next|coming))", r"[\s-]+"
    return [
        pattern(rf"{number}{gap}{unit}\s+(?P<word>(?i:ago|from\s+now|from\s+today))\b", _ago, _units_told()),
        pattern(rf"\b(?i:in)\s+{number}{gap}{unit}['’]?\s+(?P<word>(?i:time))\b", _ago, _units_told()),
        pattern(
            rf"{number}{gap}{unit}\s+(?P<word>(?i:later|afterwards|after\s+that|thereafter))\b", _later, _units_told()
        ),
        pattern(
            rf"{number}{gap}{unit}\s+(?P<word>(?i:earlier|previously|beforehand|before))(?=[.,;:)]|\s+(?:on|in|that|and|but)\b|$)",
            _later,
            _units_told(),
        ),
        pattern(
            rf"(?:^|(?<=[.!?;]\s)|(?<=\n)){number}{gap}{unit}\s+(?P<word>(?i:earlier|previously))\b",
            _later,
            _units_told(),
        ),
        pattern(
            rf"\b(?i:over|in|during|within|for|throughout|across)\s+(?i:the|these)\s+{far}\s+{number}\s+{unit}",
            _stretch,
            _units_told(),
        ),
    ]


def _ago(match: re.Match[str]) -> Meaning | None:
    return _calendar().counted(match, -1 if match["word"].lower() == "ago" else 1, Base.PUBLISHED)


def _later(match: re.Match[str]) -> Meaning | None:
    back = match["word"].lower() in {"earlier", "previously", "beforehand", "before"}
    return _calendar().counted(match, -1 if back else 1, Base.SAID)


def _stretch(match: re.Match[str]) -> Meaning | None:
    return _calendar().stretch(match, 1 if match["far"].lower() in {"next", "coming"} else -1)


_LEAD_TO_YEAR = (
    r"in|since|of|by|until|till|to|from|through|during|before|after|around|circa|about|early|late|mid|early-|late-|mid-|and|between|for|or|the\s+year|"
    r"as\s+of|than|throughout|spring|summer|autumn|fall|winter|end|beginning|start|middle|half|dated|in\s+fiscal|FY|c\.|year"
)


def _years() -> list[Pattern]:
    """Years behind a word that leads to them, in brackets or before an act that they date; decades and centuries."""
    words = time_words()
    ordinal = rf"(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|(?i:{any_of(words.ordinals)}))"
    return [
        pattern(
            rf"(?:(?<![\w.,/$€£-])|(?<=mid-)|(?<=early-)|(?<=late-))(?P<year>{_YEAR})(?P<last>[-–—/](?:(?:19|20)\d\d|\d\d)\b)?(?![-–/]\d|['’]s\s+\d)",
            years,
            {FIGURE},
        ),
        pattern(r"\b(?:(?i:early|mid|late)-)?(?P<year>1[5-9]\d0|20\d0)['’]?s\b", _decade, {FIGURE}),
        pattern(
            rf"['’](?P<short>[1-9]0)s\b|\b(?i:the)\s+(?:(?i:early|mid|late)[\s-])?(?P<word>(?i:{any_of(words.decades)}))\b(?!\w)",
            _short_decade,
            longest_words(words.decades) | {FIGURE},
        ),
        pattern(
            rf"(?<!\b[Ff]or the )\b{ordinal}[\s-]+century\b", _century, {"century"}
        ),  # "Ports for the 21st Century" is a name
        pattern(
            rf"\b(?:(?i:the)\s+)?(?P<ordinal>(?i:first|second|third|fourth|last))\s+(?P<part>(?i:quarter|half))\s+(?:of\s+)?(?P<year>{_YEAR})",
            _fraction,
            {"half", "quarter"},
        ),
        pattern(rf"\b(?P<part>Q|H)(?P<ordinal>[1-4])\s+(?:of\s+)?(?P<year>{_YEAR})", _fraction, {FIGURE}),
    ]


def is_led_to(text: str, start: int) -> bool:
    """Whether the word before a bare year leads to it: "in 2011", "(2011", "early 2011"; not "flight 2011"."""
    return bool(_YEAR_LEAD.search(text, max(0, start - 24), start))


_FULL_STOP = r"(?<!\b[Nn]o)(?<!\b[Nn]r)(?<!\b[Nn]os)(?<!\b[Aa]rt)\."  # "Resolution No. 1140" is of no year
_YEAR_LEAD = re.compile(
    rf"(?:(?:^|[\s\"“(])(?i:{_LEAD_TO_YEAR})[\s]+|-|[(\[]|(?:^|{_FULL_STOP}|\n)[\s•·*▪‣●○–—]*)(?:(?:the|late|early|mid)\s+)?$"
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
    word, is_half = match["ordinal"].lower(), match["part"].lower() in {"half", "h"}
    last = {"last": 2 if is_half else 4}
    number = int(word) if word.isdigit() else last.get(word) or time_words().ordinals.index(word) + 1
    return part_of_year(int(match["year"]), number, is_half=is_half)
