"""The patterns of Spanish time phrases, built from the word list, each with what its words mean.

As `time_patterns` for English: the longest phrase at a place wins, and what stands before it ("desde", "a mediados
de") is looked at afterwards.
"""

import re
from functools import cache

from palanca.lexicon.spanish_times import spanish_time_words
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
from palanca.reading.time_meanings import Base, Dated, Meaning, Monthless, Shifted, Unit, Way, Yearless
from palanca.records import Moment, Time

_CAPITAL_BEFORE = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]+ $")
_CAPITAL_BEHIND = re.compile(r" [A-ZÀ-Þ][^\W\d_]+")
_DAY = r"(?:0?[1-9]|[12]\d|3[01]|1[º°]|primero)(?![\d:º°]|[.,]\d)"
_YEAR = r"(?:1[0-9]|20)\d\d\b(?![,.]\d|\s?[%°])"
_ROMANS = {"XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}
_AGO = r"\b(?i:hace)\s+(?:(?i:unos|unas|casi|más\s+de|cerca\s+de)\s+)?"


@cache
def spanish_patterns() -> tuple[Pattern, ...]:
    """All patterns; none depends on the order."""
    return (*_dates(), *_months(), *_weekdays(), *_relative(), *_counted(), *_years())


@cache
def _months_told() -> frozenset[str]:
    return longest_words(form.rstrip(".") for forms in spanish_time_words().months for form in forms)


@cache
def _weekdays_told() -> frozenset[str]:
    return longest_words(form.rstrip(".") for forms in spanish_time_words().weekdays for form in forms)


@cache
def _units_told() -> frozenset[str]:
    return longest_words(form for unit in _calendar().units for form in (unit, f"{unit}s", f"{unit}es"))


@cache
def _calendar() -> Calendar:
    return calendar_of(spanish_time_words())


@cache
def _month_numbers() -> dict[str, int]:
    """Months by their forms, short ones with and without their stop."""
    numbers = dict(_calendar().months)
    return numbers | {form.rstrip("."): number for form, number in numbers.items()}


@cache
def _month_pattern(*, dated: bool = False) -> str:
    """Months are written small; with a capital they are surnames ("Carlos Mayo") and squares.

    Short forms ("3 oct 2023", "oct. de 2023") count beside a day or a year alone: "mar." may be the sea.
    """
    whole = {form for forms in spanish_time_words().months for form in forms if not form.endswith(".")}
    return rf"(?P<month>{any_of(_month_numbers() if dated else whole)})(?!\w)"


@cache
def _weekday_pattern() -> str:
    """Any case, since a sentence may begin with one; Santo Domingo is a town."""
    return rf"(?<!Santo )(?<!SANTO )(?i:{any_of(form for forms in spanish_time_words().weekdays for form in forms)})"


def _month_of(match: re.Match[str]) -> int:
    return _month_numbers()[match["month"]]


def _way_of(match: re.Match[str]) -> Way:
    return _calendar().way_of(match["before"] or match["behind"])


def _with_way(words: str) -> str:
    """The words with what may stand around them: "el PASADO lunes", "el lunes PASADO", "ESTE lunes"."""
    ways = rf"(?i:{any_of(_calendar().ways)})"
    return rf"(?:\b(?i:el|la)\s+)?(?:\b(?P<before>{ways})\s+)?\b{words}(?:\s+(?P<behind>{ways})\b)?"


def _dates() -> list[Pattern]:
    weekday = rf"(?:\b(?:(?i:el)\s+)?(?:(?i:pasado|próximo|este)\s+)?{_weekday_pattern()},?\s+)?"
    last = rf"(?:(?:\s?[-–—]\s?|\s+(?:al|a|y|y\s+el|hasta\s+el)\s+)(?P<last>{_DAY}))?"
    year = rf"(?:,?\s+(?:(?:de|del)\s+)?(?:año\s+)?(?P<year>{_YEAR}))?"
    month = _month_pattern(dated=True)
    lead = r"(?:\b(?i:el)\s+)?(?:(?P<before>pasado|próximo)\s+)?(?:día\s+)?"
    return [
        pattern(
            rf"{weekday}{lead}\b(?P<day>{_DAY}){last}\s+(?:de\s+|del\s+mes\s+de\s+)?{month}{year}",
            _date,
            _months_told(),
        ),
        pattern(
            r"\b(?i:el)\s+(?:(?:pasado|próximo)\s+)?día\s+(?P<day>0?[1-9]|[12]\d|3[01])\b(?!\s+(?:de|del)\b|\d|[.,/-]\d)",
            lambda m: Monthless(int(m["day"])),
            {FIGURE},
        ),
        pattern(
            rf"\b(?P<year>{_YEAR})-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b(?!-)", lambda m: dated(m.group()), {FIGURE}
        ),
        pattern(
            r"\b(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b",
            lambda m: dated(f"{m['year']}-{int(m['month']):02}-{int(m['day']):02}"),
            {FIGURE},
        ),
    ]


def _date(match: re.Match[str]) -> Meaning | None:
    day, last = _day_of(match["day"]), _day_of(match["last"]) if match["last"] else None
    way = _calendar().way_of(match["before"])
    year = int(match["year"]) if match["year"] else None
    return day_in_month(year, _month_of(match), (day, last), way)


def _day_of(word: str) -> int:
    return 1 if word == "primero" else int(word.rstrip("º°"))


def _months() -> list[Pattern]:
    return [
        pattern(
            rf"\b{_month_pattern(dated=True)}(?:\s*,|\s+de|\s+del|\s+del\s+año)?\s+(?P<year>{_YEAR})",
            _month_year,
            _months_told(),
        ),
        pattern(
            rf"(?<!\d de )(?<!\d\d de ){_with_way(_month_pattern())}",
            lambda m: Yearless(month=_month_of(m), way=_way_of(m)),
            _months_told(),
        ),
    ]


def _month_year(match: re.Match[str]) -> Meaning | None:
    return Dated(Time(Moment(year=int(match["year"]), month=_month_of(match))))


def _weekdays() -> list[Pattern]:
    nightly = r"(?:\s+(?:por|en)\s+la\s+(?:mañana|tarde|noche|madrugada))?"
    return [pattern(rf"{_with_way(f'(?P<day>{_weekday_pattern()})(?!\\w)')}{nightly}", _weekday, _weekdays_told())]


def _weekday(match: re.Match[str]) -> Meaning | None:
    """None of "Plácido Domingo" and "Domingo Cavallo": beside another capital, a capital is of a name."""
    before, behind = match.string[: match.start()], match.string[match.end() :]
    if match["day"][0].isupper() and (_CAPITAL_BEFORE.search(before) or _CAPITAL_BEHIND.match(behind)):
        return None
    return _calendar().weekday(match, _way_of(match))


def _relative() -> list[Pattern]:
    """ "Ayer", "la semana pasada", "el próximo año", "el mismo día", "el día siguiente", "desde entonces"."""
    words, calendar, units = spanish_time_words(), _calendar(), _units_told()
    unit = rf"(?P<unit>(?i:{any_of(calendar.units)}))(?!\w)"
    return [
        pattern(
            rf"(?<!\bla )(?<!\buna )(?<!\bde )\b(?P<word>(?i:{any_of(words.said_of_today)}))\b(?!\s+siguiente)",
            calendar.deictic,
            longest_words(words.said_of_today),
        ),
        pattern(_with_way(unit), _calendar_unit, units),
        pattern(rf"\b(?:(?i:el|la)\s+)?(?i:{any_of(words.same)})\s+{unit}", lambda m: calendar.from_said(m, 0), units),
        pattern(
            rf"\b(?i:al|el|la)\s+{unit}\s+(?i:{any_of(words.following)})\b", lambda m: calendar.from_said(m, 1), units
        ),
        pattern(
            rf"\b(?i:el|la)\s+{unit}\s+(?i:{any_of(words.preceding)})\b", lambda m: calendar.from_said(m, -1), units
        ),
        pattern(r"\b(?i:la\s+víspera)\b", lambda _: Shifted(unit=Unit.DAY, count=-1, base=Base.SAID), {"víspera"}),
        pattern(r"\b(?i:desde\s+entonces)\b", lambda _: Shifted(unit=Unit.DAY, count=0, base=Base.SAID), {"entonces"}),
    ]


def _calendar_unit(match: re.Match[str]) -> Meaning | None:
    """Of "día" only the counted ones are times; the weekend "pasado" is the last one."""
    unit, way = _calendar().unit_of(match), _way_of(match)
    if way is Way.OPEN and unit is not Unit.WEEKEND:
        return None
    if unit is Unit.DAY:
        return None
    count = 0 if unit is Unit.WEEKEND and way in {Way.PAST, Way.OPEN} else COUNT_OF_WAY[way]
    return Shifted(unit=unit, count=count, base=Base.PUBLISHED)


def _counted() -> list[Pattern]:
    """ "Hace dos años", "un mes después", "dentro de tres días", "en los últimos cuatro años"."""
    calendar, units = _calendar(), _units_told()
    number = rf"(?P<number>\d{{1,3}}|(?i:{any_of(spanish_time_words().numbers)}))"
    unit = r"(?P<unit>(?i:días?|semanas?|quincenas?|mes(?:es)?|años?|décadas?|siglos?))\b"
    far = r"(?P<far>(?i:últimos|últimas|pasados|pasadas|próximos|próximas))"
    return [
        pattern(rf"{_AGO}{number}\s+{unit}(?:\s+atrás)?", lambda m: calendar.counted(m, -1, Base.PUBLISHED), units),
        pattern(rf"\b{number}\s+{unit}\s+atrás\b", lambda m: calendar.counted(m, -1, Base.PUBLISHED), units),
        pattern(rf"\b(?i:dentro)\s+de\s+{number}\s+{unit}", lambda m: calendar.counted(m, 1, Base.PUBLISHED), units),
        pattern(
            rf"\b{number}\s+{unit}\s+(?:después|más\s+tarde|luego)\b(?!\s+de)",
            lambda m: calendar.counted(m, 1, Base.SAID),
            units,
        ),
        pattern(
            rf"\b{number}\s+{unit}\s+(?:antes|atrás)\b(?!\s+de)", lambda m: calendar.counted(m, -1, Base.SAID), units
        ),
        pattern(rf"\b(?i:en|durante|por)\s+(?:los|las)\s+{far}\s+{number}\s+{unit}", _stretch, units),
    ]


def _stretch(match: re.Match[str]) -> Meaning | None:
    sign = 1 if match["far"].lower().startswith("próxim") else -1
    return _calendar().stretch(match, sign)


def _years() -> list[Pattern]:
    """Years behind a word that leads to them, decades, centuries, and halves and quarters of years."""
    words = spanish_time_words()
    return [
        pattern(
            rf"(?<![\w.,/$€£-])(?P<year>{_YEAR})(?P<last>[-–—](?:(?:19|20)\d\d|\d\d)\b)?(?![-–/]\d)", years, {FIGURE}
        ),
        pattern(
            rf"\b(?i:(?:la\s+)?década\s+de(?:l)?\s+(?:los\s+|los\s+años\s+)?|los\s+años\s+)(?P<decade>(?:1[5-9]|20)\d0\b|[1-9]0\b|{any_of(words.decades)})",
            _decade,
            longest_words(words.decades) | {FIGURE},
        ),
        pattern(
            rf"\b(?i:siglo)\s+(?P<roman>{any_of(_ROMANS)})\b",
            lambda m: Dated(Time(Moment(year=(_ROMANS[m["roman"]] - 1) * 100, masked=2))),
            {"siglo"},
        ),
        pattern(
            rf"\b(?:(?i:el)\s+)?(?P<ordinal>{any_of(words.ordinals)})\s+(?P<part>trimestre|semestre)\s+(?:de|del)\s+(?:año\s+)?(?P<year>{_YEAR})",
            _fraction,
            {FIGURE},
        ),
    ]


def _decade(match: re.Match[str]) -> Meaning | None:
    word = match["decade"].lower()
    year = spanish_time_words().decades.get(word) or (int(word) if len(word) == 4 else 1900 + int(word))
    return Dated(Time(Moment(year=year, masked=1)))


def _fraction(match: re.Match[str]) -> Meaning | None:
    number = spanish_time_words().ordinals.index(match["ordinal"]) + 1
    return part_of_year(int(match["year"]), number, is_half=match["part"] == "semestre")
