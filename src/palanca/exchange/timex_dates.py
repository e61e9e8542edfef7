"""Dates and times of day as TIMEX3 writes them: which words, and the value they come to."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from palanca.exchange.timex_calendar import Now, counted, is_day, weekday, yearless
from palanca.lexicon.times import time_words
from palanca.reading.time_matches import any_of
from palanca.reading.time_meanings import Unit

type Valuing = Callable[[re.Match[str], Now], str | None]

YEAR = r"(?:1[5-9]|20)\d\d\b(?![,.]\d|%|\s?%)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?![:.,/]\d|\s?%)"
SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
"""The letters of TIMEX3 for the seasons of EDTF."""


@dataclass(frozen=True, slots=True)
class Form:
    """Words in a certain order, and the value they come to."""

    words: re.Pattern[str]
    value: Valuing


def form(words: str, value: Valuing) -> Form:
    """Letters match in any case, apart from names in groups that say otherwise."""
    return Form(re.compile(words), value)


@cache
def date_forms() -> tuple[Form, ...]:
    """Forms of days, weekdays, months, seasons, years, decades and centuries."""
    return (*_full_dates(), *_weekdays(), *_months(), *_years())


@cache
def months() -> str:
    """The names of months, capitalised, as an alternation."""
    forms = {f.capitalize() for forms in time_words().months for f in forms}
    return any_of(forms | {f[0].upper() for f in time_words().months})


@cache
def weekdays() -> str:
    """The names of weekdays, capitalised, as an alternation."""
    return any_of(f.capitalize() for forms in time_words().weekdays for f in forms)


def month_number(word: str) -> int:
    """1 for January in any of its forms."""
    return next(i for i, forms in enumerate(time_words().months, 1) if word.lower() in forms)


def weekday_number(word: str) -> int:
    """0 for Monday in any of its forms."""
    return next(
        i
        for i, forms in enumerate(time_words().weekdays)
        if word.lower().rstrip("s") in {*forms, f"{forms[0]}"[:-1]} or word.lower() in forms
    )


@cache
def _way_words() -> dict[str, int]:
    words = time_words()
    return {f: way for way, forms in ((-1, words.past), (0, words.present), (1, words.future)) for f in forms}


def way_of(word: str | None) -> int | None:
    """-1 for "last", 0 for "this", 1 for "next"; None where nothing stands there."""
    return _way_words()[" ".join(word.lower().split())] if word else None


@cache
def ways() -> str:
    """A group for "last", "this", "next" and their kin."""
    return rf"(?P<way>(?i:\b(?:{any_of(_way_words())})))"


def parts_of_day() -> str:
    """A group for "morning" and its kin."""
    return rf"(?P<part>(?i:{any_of(time_words().parts_of_day)}))"


def _full_dates() -> list[Form]:
    named = rf"(?:\b(?:{weekdays()}),?\s+(?:the\s+)?)?"
    month, day = rf"(?P<month>{months()})", rf"(?P<day>{DAY})"
    year = rf"(?:\s*,?\s+(?P<year>{YEAR}))?"
    behind = rf"(?:\s*,\s*(?:{weekdays()}))?"
    return [
        form(rf"{named}\b{month}\s+(?:the\s+)?{day}{year}", date_value),
        form(rf"{named}(?:the\s+)?\b{day}(?:\s+of)?\s+{month}(?!\w){year}", date_value),
        form(rf"(?<=\s){day}(?=\s?[-–]\s?{DAY}\s+(?:of\s+)?(?P<month>{months()})(?!\w){year}{behind})", date_value),
        form(rf"\b{day}(?=\s(?:to|and|until|or)\s{DAY}\s+(?:of\s+)?(?P<month>{months()})(?!\w){year})", date_value),
        form(
            rf"(?<=\d)\s?(?:[-–]|to|and|or|through)\s?(?P<core>{day})(?!\w|\s+(?:{months()}|people|percent|per))",
            _second_day,
        ),
        form(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)(?:-(?P<day>\d\d))?\b(?!-)", _numbered),
        form(r"\b(?P<number>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)\b", _numbered),
        form(r"\b(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b", _numbered),
    ]


def date_value(match: re.Match[str], now: Now) -> str | None:
    """The day of a `month`, a `day` and perhaps a `year`."""
    month, day = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    year = int(match["year"]) if match["year"] else None
    if not is_day(year, month, day):
        return None
    part = f"{month:02}-{day:02}"
    return f"{year}-{part}" if year else yearless(now, part, None)


def _second_day(match: re.Match[str], now: Now) -> str | None:
    """The 5 of "May 3-5", if a day of a month ends right before."""
    before = re.search(rf"({months()})\s+\d\d?\Z", match.string[max(0, match.start() - 16) : match.start()])
    if before is None:
        return None
    month, day = month_number(before[1]), int(re.sub(r"\D", "", match["day"]))
    return yearless(now, f"{month:02}-{day:02}", None) if is_day(None, month, day) else None


def _numbered(match: re.Match[str], _now: Now) -> str | None:
    month, day = int(match["number"]), int(match["day"] or 1)
    if not match["day"] and month == int(match["year"]) % 100 + 1:
        return match["year"]  # the season or fiscal year 2010-11
    if month > 12 >= day:
        month, day = day, month
    if not is_day(int(match["year"]), month, day):
        return None
    return f"{match['year']}-{month:02}" + (f"-{day:02}" if match["day"] else "")


def _weekdays() -> list[Form]:
    part = parts_of_day()
    return [
        form(
            rf"(?:{ways()}\s+)?\b(?P<day>{weekdays()})(?![\w-])(?!,?\s+(?:{months()})\s+\d)(?:\s+(?:(?i:early|late)\s+)?{part}(?!s))?",
            _weekday,
        ),
        form(rf"\b(?P<day>{weekdays()})\s+(?P<way>(?i:last|next))\s+(?P<unit>week)\b", _weekday),
        form(
            rf"\b(?P<part>(?i:morning|afternoon|evening|night))\s+(?:of|on)\s+(?P<day>{weekdays()})(?P<way>)", _weekday
        ),
        form(rf"\b{part}\s+of\s+(?P<month>{months()})\s+(?P<day>{DAY})(?:\s*,?\s+(?P<year>{YEAR}))?", _part_of_date),
        form(rf"\b(?P<month>{months()})\s+(?P<day>{DAY})(?P<year>)\s+{part}", _part_of_date),
    ]


def _weekday(match: re.Match[str], now: Now) -> str:
    day = weekday(now, weekday_number(match["day"]), way_of(match["way"]))
    part = match.groupdict().get("part")
    return f"{day}T{time_words().parts_of_day[part.lower()]}" if part else day


def _part_of_date(match: re.Match[str], now: Now) -> str | None:
    day = date_value(match, now)
    return f"{day}T{time_words().parts_of_day[match['part'].lower()]}" if day else None


def _months() -> list[Form]:
    month, season = rf"(?P<month>{months()})", rf"(?P<season>(?i:{any_of(time_words().seasons)}))"
    year = rf"(?:(?:\s*,)?\s+(?:of\s+)?(?P<year>{YEAR})|(?:\s+of)?\s+(?P<way>(?i:last|this|next))\s+(?i:year))"
    return [
        form(rf"\b(?:(?i:mid|early|late)[\s-])?{month}{year}", _month),
        form(rf"(?:{ways()}\s+)?\b(?:(?i:mid|early|late)-)?{month}(?![\w-]|\.\w)", _bare_month),
        form(rf"\b(?:the\s+)?{season}{year}", _season),
        form(rf"{ways()}\s+{season}(?!\w)(?!\s+(?:of|in)\b)", _bare_season),
        form(
            rf"\b(?i:in|during|by|since|until|through|of)\s+(?P<core>(?:the\s+)?(?:(?i:early|late|mid)[\s-])?{season})\b(?!\s+(?:of|in|from|to)\b)(?P<way>)",
            _bare_season,
        ),
    ]


def _in_way_year(match: re.Match[str], now: Now, part: str) -> str | None:
    if match["year"]:
        return f"{match['year']}-{part}"
    year = counted(now.today, Unit.YEAR, way_of(match["way"]) or 0)
    return f"{year}-{part}" if year else None


def _month(match: re.Match[str], now: Now) -> str | None:
    return _in_way_year(match, now, f"{month_number(match['month']):02}")


def _bare_month(match: re.Match[str], now: Now) -> str:
    return yearless(now, f"{month_number(match['month']):02}", way_of(match["way"]))


def _season_code(match: re.Match[str]) -> str:
    return SEASONS[time_words().seasons[match["season"].lower()]]


def _season(match: re.Match[str], now: Now) -> str | None:
    return _in_way_year(match, now, _season_code(match))


def _bare_season(match: re.Match[str], now: Now) -> str:
    return yearless(now, _season_code(match), way_of(match["way"]))


def _years() -> list[Form]:
    words = time_words()
    ordinal = rf"(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|(?i:{any_of(words.ordinals)}))"
    return [
        form(
            r"(?:\b(?i:mid|early|late|the\s+year|fiscal(?:\s+year)?|calendar|FY)[\s-]|(?<![\w.,/$€£#]-)(?<![.,/$€£#])\b)"
            rf"(?P<year>{YEAR})(?!-\d\d\d\d-)",
            lambda m, _: m["year"],
        ),
        form(r"(?<=\b(?:19|20)\d\d[-–/])(?P<year>(?:19|20)\d\d)\b", lambda m, _: m["year"]),
        form(r"(?<=\s)['’](?P<short>\d\d)\b(?!s)", lambda m, _: ("20" if int(m["short"]) < 40 else "19") + m["short"]),
        form(
            r"\b(?:the\s+)?(?:(?i:early|mid|late)[\s-])?(?:to\s+(?i:mid|late)[\s-])?(?P<decade>1[5-9]\d|20\d)0['’]?s\b",
            lambda m, _: m["decade"],
        ),
        form(r"\b(?:(?i:early|mid|late)[\s-])?['’](?P<short>[1-9])0s\b|(?<!\w)['’](?P<bare>[1-9])0s\b", _short_decade),
        form(r"\b(?i:the)\s+(?:(?i:early|mid|late)[\s-])?['’]?(?P<short>[1-9])0['’]?s\b(?P<bare>)", _short_decade),
        form(
            rf"\b(?i:the)\s+(?:(?i:early|mid|late)[\s-])?(?P<word>(?i:{any_of(words.decades)}))\b",
            lambda m, _: str(words.decades[m["word"].lower()])[:3],
        ),
        form(rf"\b(?:(?i:the)\s+)?(?:(?i:early|mid|late)[\s-])?{ordinal}[\s-]+(?i:century)\b", _century),
    ]


def _short_decade(match: re.Match[str], _now: Now) -> str:
    return f"19{match['short'] or match['bare']}"


def ordinal_number(word: str) -> int:
    """1 for "first" and "1st"."""
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else time_words().ordinals.index(word.lower()) + 1


def _century(match: re.Match[str], _now: Now) -> str | None:
    number = ordinal_number(match["ordinal"])
    return f"{number - 1:02}" if 1 <= number <= 22 else None
