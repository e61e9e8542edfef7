"""Lengths of time and what comes again and again, as TIMEX3 writes them: `P3Y`, `PT30M`, `XXXX-WXX-1`."""

import re
from functools import cache

from palanca.exchange.timex_calendar import Now, counted
from palanca.exchange.timex_dates import SEASONS, Form, form, month_number, months, weekday_number, weekdays
from palanca.lexicon.times import time_words
from palanca.reading.time_matches import any_of
from palanca.reading.time_meanings import Unit

_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_FEW = (
    r"(?i:(?:a\s+|the\s+)?couple\s+of|a\s+couple|(?:a|the|these|those)\s+few|few|several|(?<!as\s)many|some|a\s+number\s+of|countless|numerous|untold"
    r"|(?:hundreds|thousands|tens|dozens|millions|scores)\s+of(?:\s+thousands\s+of)?)"
)
_EACH = r"\b(?i:every|each)\s+(?:(?i:single|other)\s+)?"
_OLD = r"(?![\s-]+(?:old|olds|older|younger|young)\b)"


@cache
def _units() -> str:
    named = any_of(time_words().lengths)
    return rf"(?P<unit>(?i:(?:trading|business|working)\s+days?|hrs?|mins?|secs?|yrs?|centuries|(?:{named})s?))\b"


def unit_of(word: str) -> str:
    """The unit's name in the word list: "years" is "year", "trading days" are days."""
    last = word.lower().split()[-1]
    short = {"hr": "hour", "min": "minute", "sec": "second", "yr": "year", "centurie": "century"}
    single = last.removesuffix("s")
    return short.get("centurie" if last == "centuries" else single, single)


@cache
def _number() -> str:
    words = sorted(set(time_words().numbers) - {"a", "an", "couple of", "a couple of", "hundred"})
    word = rf"(?:{any_of(words)})"
    scale = any_of(_SCALES)
    return (
        rf"(?P<number>(?i:\d[\d,]*(?:\.\d+)?(?:\s+\d/\d)?(?:[\s-]+(?:{scale}))?"
        rf"|{word}(?:[\s-]{word})?(?:[\s-]+(?:{scale}))?|an?\s+(?:{scale})"
        r"|half(?:\s+an?|\s+a\s+dozen)?|quarter\s+of\s+an))"
        r"(?P<half>(?i:[\s-]+and[\s-]+a[\s-]+half))?"
    )


def number_of(words: str) -> float | None:
    """ "Twenty-five" is 25, "two thousand" 2000, "half an" 0.5."""
    low = words.lower().replace(",", "").replace("-", " ")
    fixed = {"half": 0.5, "half a": 0.5, "half an": 0.5, "half a dozen": 6, "quarter of an": 0.25}
    if low in fixed:
        return fixed[low]
    total, numbers = 0.0, time_words().numbers
    for word in low.split():
        if word in _SCALES:
            total = (total or 1) * _SCALES[word]
        elif "/" in word:
            top, bottom = word.split("/")
            total += int(top) / int(bottom or 1) if int(bottom or 0) else 0
        elif word in numbers and word not in {"a", "an"}:
            total += numbers[word]
        elif re.fullmatch(r"\d+(?:\.\d+)?", word):
            total += float(word)
    return total or None


def length(number: float | None, unit: str) -> str:
    """The TIMEX3 length: `P3Y`, `PT30M`, `PXD` where the number is not told."""
    one = time_words().lengths[unit]
    digits = re.search(r"\d+", one)
    head, per, letters = one[: digits.start()], int(digits.group()), one[digits.end() :]  # type: ignore[union-attr]  # the list is checked
    if number is None:
        return f"{head}X{letters}"
    if letters == "H" and number < 1:
        return f"PT{number * 60:g}M"
    if number >= 1_000_000:
        return f"{head}{int(number) * per}{letters}"
    return f"{head}{number * per:g}{letters}"


_NOT_SAID_BACK = r"(?!\s+(?:ago|earlier|later|from\s+now)\b)"
_MORE = r"(?:more|additional|full|consecutive|straight|whole|extra|long)"
_FAR = (
    r"(?:(?i:the|these|this|our|its|his|her|their)\s+)?"
    r"(?P<far>(?i:last|past|next|coming|previous|first|final|following|preceding|opening))\s+"
)
_SPENDING = r"\b(?i:for|after|over|in|within|took|takes?|taken|lasts?|lasted|spent|spend|than)"
_LATER = r"(?P<way>(?i:later|earlier|afterwards|previously|after\s+that))\b"
_AGO = r"(?P<way>(?i:ago|from\s+now|from\s+today|hence))\b"


@cache
def length_forms() -> tuple[Form, ...]:
    """Durations, and dates counted in units: "three years", "two weeks ago"."""
    return (*_numbered(), *_unnumbered(), *_counted_off())


def _numbered() -> tuple[Form, ...]:
    number, unit = _number(), _units()
    return (
        form(
            rf"\b{number}(?:[\s-]+{_MORE}\s+|[\s-]+){unit}{_OLD}(?:\s+and\s+a\s+half)?{_NOT_SAID_BACK}(?:-?long\b)?",
            _duration,
        ),
        form(rf"\b{_FAR}{number}\s+{unit}(?:\s+(?i:or\s+(?:so|more)))?", _duration),
        form(
            rf"\b(?i:a|an|one)[\s-]+(?:(?i:full|whole|entire|single)\s+)?{unit}(?<![sS])"
            r"(?![\s-]+(?:ago|earlier|later|old)\b)(?!-)(?:-?long\b)?(?:\s+and\s+a\s+(?P<half>half))?",
            _one,
        ),
        form(
            r"\b(?:(?:the\s+|this\s+)?(?i:past)|the\s+last)\s+"
            r"(?P<unit>(?i:hour|day|night|week|month|quarter|year|decade|century))\b(?!\s+of)",
            _single,
        ),
        form(r"\b(?P<unit>(?i:hour|day|week|month|year|decade|century))-?long\b", _single),
        form(r"\b(?:a\s+|the\s+)?(?i:half)[\s-](?P<unit>hour|day|year|century|decade)\b", _halved),
    )


def _unnumbered() -> tuple[Form, ...]:
    unit = _units()
    return (
        form(rf"\b{_FAR}(?:{_FEW}\s+)?{unit}(?<=s)", _unknown),
        form(
            rf"\b{_FEW}\s+(?:more\s+|short\s+|long\s+|recent\s+)?{unit}(?<=s){_OLD}(?!\s+(?:ago|earlier)\b)", _unknown
        ),
        form(rf"{_SPENDING}\s+(?P<core>{unit})(?<=s)(?!\s+(?:ago|earlier)\b)", _unknown),
        form(rf"\b{unit}(?<=s)(?=\s+(?:of|after|before|later|away|long|into|and\s+years|if\s+not)\b)", _unknown),
        form(rf"\b(?:(?:{_FEW})\s+)?{unit}(?<=s)\s+(?i:ago)\b", lambda *_: "PAST_REF"),
    )


def _counted_off() -> tuple[Form, ...]:
    number, unit, one = _number(), _units(), r"(?P<number>(?i:a|an|one))"
    return (
        form(rf"\b{number}[\s-]+{unit}(?:\s+(?i:or\s+(?:so|more)))?\s+{_AGO}", _ago),
        form(rf"\b{one}[\s-]+{unit}(?P<half>)(?:\s+(?i:or\s+so))?\s+{_AGO}", _ago),
        form(rf"\b{number}\s+{unit}\s+{_LATER}", _later),
        form(rf"\b{one}\s+{unit}(?P<half>)\s+{_LATER}", _later),
    )


def _unknown(match: re.Match[str], _now: Now) -> str:
    return length(None, unit_of(match["unit"]))


def _single(match: re.Match[str], _now: Now) -> str:
    return length(1, unit_of(match["unit"]))


def _halved(match: re.Match[str], _now: Now) -> str:
    return length(0.5, unit_of(match["unit"]))


def _duration(match: re.Match[str], _now: Now) -> str | None:
    number, unit = number_of(match["number"]), unit_of(match["unit"])
    if number is None:
        return None
    is_second = unit == "second" and not match["unit"].lower().endswith("s") and "-" not in match.group()
    if is_second or (unit == "quarter" and not match["unit"].endswith("s")):
        return None
    more = 0.5 if match["half"] or match.group().endswith("and a half") else 0
    return length(number + more, unit)


def _one(match: re.Match[str], _now: Now) -> str | None:
    unit = unit_of(match["unit"])
    return None if unit in {"second", "quarter"} else length(1.5 if match["half"] else 1, unit)


def _count(match: re.Match[str]) -> int:
    return 1 if match["number"].lower() in {"a", "an", "one"} else round(number_of(match["number"]) or 0)


def _ago(match: re.Match[str], now: Now) -> str | None:
    sign = -1 if match["way"].lower() == "ago" else 1
    return _at(match, now, now.today, sign * _count(match))


def _at(match: re.Match[str], now: Now, base: str, count: int) -> str | None:
    unit = unit_of(match["unit"])
    if unit in {"hour", "minute", "second"}:
        return now.today
    return counted(base, Unit(unit), count) or counted(now.today, Unit(unit), count)


def _later(match: re.Match[str], now: Now) -> str | None:
    sign = -1 if match["way"].lower() in {"earlier", "previously"} else 1
    count, unit = sign * _count(match), unit_of(match["unit"])
    if unit == "year" and now.said and "-Q" in now.said:
        return counted(now.said, Unit.QUARTER, 4 * count)
    base = now.said or now.today
    if unit in {"day", "week", "night", "weekend"} and now.day:
        base = now.day.isoformat()
    return _at(match, now, base, count)


@cache
def set_forms() -> tuple[Form, ...]:
    """What comes again: "every Monday", "daily", "twice a week"."""
    return (*_every_unit(), *_every_name())


def _every_unit() -> tuple[Form, ...]:
    words, unit = time_words(), _units()
    times = rf"(?:once|twice|thrice|(?:\d+|{any_of(words.numbers)})\s+times)"
    return (
        form(rf"{_EACH}{unit}(?<![sS])", _each),
        form(rf"{_EACH}{_number()}\s+{unit}", lambda m, _: length(number_of(m["number"]), unit_of(m["unit"]))),
        form(rf"\b(?i:every)\s+(?i:few|couple\s+of)\s+{unit}", _unknown),
        form(rf"\b(?i:{times})\s+(?i:an?|per|each|every)\s+{unit}(?<![sS])", _single),
        form(r"\b(?i:per)\s+(?P<unit>(?i:day|week|month|year|hour))\b", _single),
        form(
            rf"\b(?P<word>(?i:{any_of(words.frequencies)}))\b(?!-on)", lambda m, _: words.frequencies[m["word"].lower()]
        ),
    )


def _every_name() -> tuple[Form, ...]:
    words, part = time_words(), r"(?P<part>(?i:morning|afternoon|evening|night))"
    season = rf"(?P<season>(?i:{any_of(words.seasons)}))"
    return (
        form(rf"{_EACH}(?P<day>{weekdays()})\b(?:\s+{part})?", _weekly),
        form(r"\b(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s\b(?P<part>)", _weekly),
        form(rf"\b(?P<day>{weekdays()})\s+{part}s\b", _weekly),
        form(rf"{_EACH}(?P<month>{months()})\b", lambda m, _: f"XXXX-{month_number(m['month']):02}"),
        form(rf"{_EACH}{season}\b", lambda m, _: f"XXXX-{SEASONS[words.seasons[m['season'].lower()]]}"),
        form(rf"{_EACH}{part}\b", lambda m, _: f"XXXX-XX-XXT{words.parts_of_day[m['part'].lower()]}"),
        form(r"\b(?i:weekdays)\b", lambda *_: "XXXX-WXX-WD"),
        form(r"\b(?i:weekends)\b", lambda *_: "XXXX-WXX-WE"),
    )


def _each(match: re.Match[str], _now: Now) -> str:
    return length(2 if "other" in match.group().lower().split() else 1, unit_of(match["unit"]))


def _weekly(match: re.Match[str], _now: Now) -> str:
    value = f"XXXX-WXX-{weekday_number(match['day']) + 1}"
    return f"{value}T{time_words().parts_of_day[match['part'].lower()]}" if match["part"] else value
