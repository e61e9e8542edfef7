"""The patterns of Spanish time phrases, built from the word list, each with what its words mean.

As `time_patterns` for English: the longest phrase at a place wins, and what stands before it ("desde", "a mediados
de") is looked at afterwards.
"""

import re
from collections.abc import Iterable
from functools import cache

from palanca.lexicon.spanish_times import spanish_time_words
from palanca.reading.time_meanings import Base, Dated, Meaning, Shifted, Stretch, Unit, Way, Weekday, Yearless, quarter
from palanca.reading.time_patterns import Pattern, Reading, any_of, dated, day_in_month
from palanca.records import Moment, Time

_DAY = r"(?:0?[1-9]|[12]\d|3[01]|1[º°]|primero)(?![\d:º°]|[.,]\d)"
_YEAR = r"(?:1[0-9]|20)\d\d\b(?![,.]\d|\s?[%°])"
_ROMANS = {"XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}
_AGO = r"\b(?i:hace)\s+(?:(?i:unos|unas|casi|más\s+de|cerca\s+de)\s+)?"


@cache
def spanish_patterns() -> tuple[Pattern, ...]:
    """All patterns; none depends on the order."""
    return (*_dates(), *_months(), *_weekdays(), *_relative(), *_counted(), *_years())


@cache
def spanish_time_signs() -> frozenset[str]:
    """Words of which every time phrase without a digit has one, lower case."""
    words = spanish_time_words()
    named = {form.rstrip(".") for forms in (*words.months, *words.weekdays) for form in forms}
    units = {form for unit in _units() for form in (unit, f"{unit}s", f"{unit}es")} | {"entonces", "víspera"}
    phrases = (*words.said_of_today, *words.decades, *named, *units)
    return frozenset(max(re.findall(r"\w+", phrase), key=len) for phrase in phrases)


def _pattern(words: str, meaning: Reading) -> Pattern:
    return Pattern(re.compile(words), meaning)


def _numbered(table: Iterable[tuple[str, ...]]) -> dict[str, int]:
    return {form: i for i, forms in enumerate(table) for form in forms}


@cache
def _month_numbers() -> dict[str, int]:
    """Months by their forms, short ones with and without their stop."""
    numbers = _numbered(spanish_time_words().months)
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
    return rf"(?i:{any_of(form for forms in spanish_time_words().weekdays for form in forms)})"


def _month_of(match: re.Match[str]) -> int:
    return _month_numbers()[match["month"]] + 1


@cache
def _ways() -> dict[str, Way]:
    words = spanish_time_words()
    table = ((Way.PAST, words.past), (Way.FUTURE, words.future), (Way.PRESENT, words.present))
    return {form: way for way, forms in table for form in forms}


def _way_of(match: re.Match[str]) -> Way:
    word = match["before"] or match["behind"]
    return _ways()[" ".join(word.lower().split())] if word else Way.OPEN


def _with_way(words: str) -> str:
    """The words with what may stand around them: "el PASADO lunes", "el lunes PASADO", "ESTE lunes"."""
    ways = rf"(?i:{any_of(_ways())})"
    return rf"(?:\b(?i:el|la)\s+)?(?:\b(?P<before>{ways})\s+)?\b{words}(?:\s+(?P<behind>{ways})\b)?"


def _dates() -> list[Pattern]:
    weekday = rf"(?:\b(?:(?i:el)\s+)?(?:(?i:pasado|próximo|este)\s+)?{_weekday_pattern()},?\s+)?"
    last = rf"(?:(?:\s?[-–—]\s?|\s+(?:al|a|y|y\s+el|hasta\s+el)\s+)(?P<last>{_DAY}))?"
    year = rf"(?:,?\s+(?:(?:de|del)\s+)?(?:año\s+)?(?P<year>{_YEAR}))?"
    month = _month_pattern(dated=True)
    lead = r"(?:\b(?i:el)\s+)?(?:(?P<before>pasado|próximo)\s+)?(?:día\s+)?"
    return [
        _pattern(
            rf"{weekday}{lead}\b(?P<day>{_DAY}){last}\s+(?:de\s+|del\s+mes\s+de\s+)?{month}{year}", _date
        ),
        _pattern(rf"\b(?P<year>{_YEAR})-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b(?!-)", lambda m: dated(m.group())),
        _pattern(
            r"\b(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b",
            lambda m: dated(f"{m['year']}-{int(m['month']):02}-{int(m['day']):02}"),
        ),
    ]  # fmt: skip


def _date(match: re.Match[str]) -> Meaning | None:
    day, last = _day_of(match["day"]), _day_of(match["last"]) if match["last"] else None
    way = _ways()[match["before"]] if match["before"] else Way.OPEN
    year = int(match["year"]) if match["year"] else None
    return day_in_month(year, _month_of(match), (day, last), way)


def _day_of(word: str) -> int:
    return 1 if word == "primero" else int(word.rstrip("º°"))


def _months() -> list[Pattern]:
    return [
        _pattern(
            rf"\b{_month_pattern(dated=True)}(?:\s*,|\s+de|\s+del|\s+del\s+año)?\s+(?P<year>{_YEAR})", _month_year
        ),
        _pattern(
            rf"(?<!\d de )(?<!\d\d de ){_with_way(_month_pattern())}",
            lambda m: Yearless(month=_month_of(m), way=_way_of(m)),
        ),
    ]


def _month_year(match: re.Match[str]) -> Meaning | None:
    return Dated(Time(Moment(year=int(match["year"]), month=_month_of(match))))


def _weekdays() -> list[Pattern]:
    nightly = r"(?:\s+(?:por|en)\s+la\s+(?:mañana|tarde|noche|madrugada))?"
    return [_pattern(rf"{_with_way(f'(?P<day>{_weekday_pattern()})(?!\\w)')}{nightly}", _weekday)]


def _weekday(match: re.Match[str]) -> Meaning | None:
    return Weekday(number=_numbered(spanish_time_words().weekdays)[match["day"].lower()], way=_way_of(match))


@cache
def _units() -> dict[str, Unit]:
    return {form: Unit(unit) for unit, forms in spanish_time_words().units.items() for form in forms}


def _unit_of(match: re.Match[str]) -> Unit:
    word = " ".join(match["unit"].lower().split())
    return next(_units()[w] for w in (word, word.removesuffix("s"), word.removesuffix("es")) if w in _units())


def _relative() -> list[Pattern]:
    """ "Ayer", "la semana pasada", "el próximo año", "el mismo día", "el día siguiente", "desde entonces"."""
    words, unit = spanish_time_words(), rf"(?P<unit>(?i:{any_of(_units())}))(?!\w)"
    return [
        _pattern(
            rf"(?<!\bla )(?<!\buna )(?<!\bde )\b(?P<word>(?i:{any_of(words.said_of_today)}))\b(?!\s+siguiente)",
            _deictic,
        ),
        _pattern(_with_way(unit), _calendar_unit),
        _pattern(rf"\b(?:(?i:el|la)\s+)?(?i:{any_of(words.same)})\s+{unit}", lambda m: _from_said(m, 0)),
        _pattern(rf"\b(?i:al|el|la)\s+{unit}\s+(?i:{any_of(words.following)})\b", lambda m: _from_said(m, 1)),
        _pattern(rf"\b(?i:el|la)\s+{unit}\s+(?i:{any_of(words.preceding)})\b", lambda m: _from_said(m, -1)),
        _pattern(r"\b(?i:la\s+víspera)\b", lambda _: Shifted(unit=Unit.DAY, count=-1, base=Base.SAID)),
        _pattern(r"\b(?i:desde\s+entonces)\b", lambda _: Shifted(unit=Unit.DAY, count=0, base=Base.SAID)),
    ]  # fmt: skip


def _deictic(match: re.Match[str]) -> Meaning | None:
    count = spanish_time_words().said_of_today[" ".join(match["word"].lower().split())]
    return Shifted(unit=Unit.DAY, count=count, base=Base.PUBLISHED)


_COUNT_OF_WAY = {Way.PAST: -1, Way.PRESENT: 0, Way.FUTURE: 1}


def _calendar_unit(match: re.Match[str]) -> Meaning | None:
    """Of "día" only the counted ones are times; the weekend "pasado" is the last one."""
    unit, way = _unit_of(match), _way_of(match)
    if way is Way.OPEN and unit is not Unit.WEEKEND:
        return None
    if unit is Unit.DAY:
        return None
    count = 0 if unit is Unit.WEEKEND and way in {Way.PAST, Way.OPEN} else _COUNT_OF_WAY[way]
    return Shifted(unit=unit, count=count, base=Base.PUBLISHED)


def _from_said(match: re.Match[str], count: int) -> Meaning | None:
    return Shifted(unit=_unit_of(match), count=count, base=Base.SAID)


def _counted() -> list[Pattern]:
    """ "Hace dos años", "un mes después", "dentro de tres días", "en los últimos cuatro años"."""
    number = rf"(?P<number>\d{{1,3}}|(?i:{any_of(spanish_time_words().numbers)}))"
    unit = r"(?P<unit>(?i:días?|semanas?|quincenas?|mes(?:es)?|años?|décadas?|siglos?))\b"
    far = r"(?P<far>(?i:últimos|últimas|pasados|pasadas|próximos|próximas))"
    return [
        _pattern(rf"{_AGO}{number}\s+{unit}(?:\s+atrás)?", lambda m: _ago(m, -1)),
        _pattern(rf"\b{number}\s+{unit}\s+atrás\b", lambda m: _ago(m, -1)),
        _pattern(rf"\b(?i:dentro)\s+de\s+{number}\s+{unit}", lambda m: _ago(m, 1)),
        _pattern(rf"\b{number}\s+{unit}\s+(?:después|más\s+tarde|luego)\b(?!\s+de)", lambda m: _later(m, 1)),
        _pattern(rf"\b{number}\s+{unit}\s+(?:antes|atrás)\b(?!\s+de)", lambda m: _later(m, -1)),
        _pattern(rf"\b(?i:en|durante|por)\s+(?:los|las)\s+{far}\s+{number}\s+{unit}", _stretch),
    ]


def _number_of(match: re.Match[str]) -> int:
    word = match["number"].lower()
    return int(word) if word.isdigit() else spanish_time_words().numbers[word]


def _ago(match: re.Match[str], sign: int) -> Meaning | None:
    return Shifted(unit=_unit_of(match), count=sign * _number_of(match), base=Base.PUBLISHED, counted=True)


def _later(match: re.Match[str], sign: int) -> Meaning | None:
    return Shifted(unit=_unit_of(match), count=sign * _number_of(match), base=Base.SAID, counted=True)


def _stretch(match: re.Match[str]) -> Meaning | None:
    sign = 1 if match["far"].lower().startswith("próxim") else -1
    return Stretch(unit=_unit_of(match), count=sign * _number_of(match))


def _years() -> list[Pattern]:
    """Years behind a word that leads to them, decades, centuries, and halves and quarters of years."""
    words = spanish_time_words()
    return [
        _pattern(rf"(?<![\w.,/$€£-])(?P<year>{_YEAR})(?P<last>[-–—](?:(?:19|20)\d\d|\d\d)\b)?(?![-–/]\d)", _year),
        _pattern(
            rf"\b(?i:(?:la\s+)?década\s+de(?:l)?\s+(?:los\s+|los\s+años\s+)?|los\s+años\s+)(?P<decade>(?:1[5-9]|20)\d0\b|[1-9]0\b|{any_of(words.decades)})",
            _decade,
        ),
        _pattern(
            rf"\b(?i:siglo)\s+(?P<roman>{any_of(_ROMANS)})\b",
            lambda m: Dated(Time(Moment(year=(_ROMANS[m["roman"]] - 1) * 100, masked=2))),
        ),
        _pattern(
            rf"\b(?:(?i:el)\s+)?(?P<ordinal>{any_of(words.ordinals)})\s+(?P<part>trimestre|semestre)\s+(?:de|del)\s+(?:año\s+)?(?P<year>{_YEAR})",
            _fraction,
        ),
    ]  # fmt: skip


def _year(match: re.Match[str]) -> Meaning | None:
    year = int(match["year"])
    if not match["last"]:
        return Dated(Time(Moment(year=year)))
    digits = match["last"][1:]
    last = int(digits) if len(digits) == 4 else year // 100 * 100 + int(digits)
    return Dated(Time(Moment(year=year), Moment(year=last))) if year < last <= year + 99 else None


def _decade(match: re.Match[str]) -> Meaning | None:
    word = match["decade"].lower()
    year = spanish_time_words().decades.get(word) or (int(word) if len(word) == 4 else 1900 + int(word))
    return Dated(Time(Moment(year=year, masked=1)))


def _fraction(match: re.Match[str]) -> Meaning | None:
    year, number = int(match["year"]), spanish_time_words().ordinals.index(match["ordinal"]) + 1
    if match["part"] == "trimestre":
        return Dated(quarter(year, number))
    if number > 2:
        return None
    return Dated(Time(Moment(year=year, month=6 * number - 5), Moment(year=year, month=6 * number)))
