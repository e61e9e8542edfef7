"""Times told by their place, as TIMEX3 writes them: quarters, "yesterday", "last week", "the same day", holidays."""

import re
from functools import cache

from palanca.exchange.timex_calendar import Now, counted, yearless
from palanca.exchange.timex_dates import YEAR, Form, form, ordinal_number, way_of, ways
from palanca.lexicon.times import time_words
from palanca.reading.time_matches import any_of
from palanca.reading.time_meanings import Unit

_PART = r"(?P<part>(?i:morning|afternoon|evening|night))\b"
_AS_HEAD = r"(?!-|['’]s|\s+(?:ended|ending|before|after|of|in|to|when|that|since|ahead|he|she|it|they|we|I)\b)"
_CLOSED = r"(?!\s+(?!(?:and|or|but|as|to|that|who|when)\b)[\w-])"  # "the past", not "the past three years"


@cache
def near_forms() -> tuple[Form, ...]:
    """Forms of quarters and halves, of days and units by their place, of holidays and words without a date."""
    return (*_quarters(), *_deictics(), *_units(), *_said(), *_named())


def _quarters() -> list[Form]:
    ordinal = r"(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th))"
    part = r"(?P<part>(?i:quarter|half))"
    way = r"\s+of\s+(?P<way>(?i:last|this|next|the))\s+(?i:(?:fiscal\s+)?year)"
    year = rf"(?:\s*,?\s+(?:of\s+)?(?:(?i:fiscal(?:\s+year)?|the\s+year)\s+)?(?P<year>{YEAR})|{way})?"
    return [
        form(rf"\b(?:the\s+)?(?:(?i:fiscal)\s+)?{ordinal}[\s-]+(?:(?i:fiscal)[\s-]+)?{part}\b{year}", _fraction),
        form(rf"\b(?P<part>Q|H)(?P<ordinal>[1-4])(?:\s+(?:of\s+)?(?P<year>{YEAR}))?(?P<way>)", _fraction),
        form(rf"\b(?:the\s+)?(?P<year>{YEAR})\s+{ordinal}\s+{part}(?P<way>)", _fraction),
        form(r"\b(?i:the|that)\s+(?i:quarter)\b(?!\s+of\b)", lambda _, now: _told_quarter(now)),
        form(r"\b(?i:the\s+)?(?i:year-ago|year-earlier|prior-year)(?:\s+(?i:period|quarter|level))?", _year_before),
        form(
            r"\b(?i:the\s+same\s+(?:period|quarter)(?:\s+(?:of|in))?\s+"
            r"(?:(?:last|the\s+previous)\s+year|a\s+year\s+(?:ago|earlier)))\b",
            _year_before,
        ),
    ]


def _fraction(match: re.Match[str], now: Now) -> str | None:
    number, letter = ordinal_number(match["ordinal"]), match["part"][0].upper()
    letter = "H" if letter == "H" else "Q"
    if letter == "H" and number > 2:
        return None
    part = f"{letter}{number}"
    if match["year"]:
        return f"{match['year']}-{part}"
    way = match["way"].lower() if match["way"] else None
    if way and way != "the":
        year = counted(now.today, Unit.YEAR, way_of(way) or 0)
        return f"{year}-{part}" if year else None
    return yearless(now, part, None)


def _told_quarter(now: Now) -> str | None:
    if now.said and "-Q" in now.said:
        return now.said[:7]
    return counted(now.today, Unit.QUARTER, -1)


def _year_before(match: re.Match[str], now: Now) -> str | None:
    if now.said and "-Q" in now.said:
        return counted(now.said, Unit.QUARTER, -4)
    if "quarter" in match.group().lower():
        return counted(now.today, Unit.QUARTER, -5)
    return counted(now.today, Unit.YEAR, -1)


def _deictics() -> list[Form]:
    day = r"(?P<day>(?i:yesterday|tomorrow|today))"
    beyond = r"(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow"
    return [
        form(rf"\b(?P<day>(?i:{beyond}|today|yesterday|tomorrow))\b", _deictic),
        form(rf"\b{day}(?:['’]s)?\s+{_PART}", lambda m, now: _parted(_deictic(m, now), m)),
        form(
            rf"\b(?i:this|that|in\s+the|the\s+same|the)\s+(?:(?i:early|late)\s+)?{_PART}(?!\s+(?:of|before|after)\b)",
            _part_today,
        ),
        form(r"\b(?i:tonight)\b", lambda _, now: f"{now.today}TNI"),
        form(rf"\b(?i:the\s+(?:previous|preceding)|the)\s+{_PART}\s+(?i:before)\b", _previous_part),
        form(rf"\b(?i:the\s+)?(?i:previous|preceding)\s+{_PART}", _previous_part),
        form(rf"\b(?i:last)\s+{_PART}", lambda m, now: _parted(counted(now.today, Unit.DAY, -1) or now.today, m)),
        form(rf"\b(?i:the\s+)?(?i:next|following)\s+{_PART}", _next_part),
        form(rf"\b(?i:the\s+day)\b(?!\s+care\b){_AS_HEAD}", lambda _, now: _told_day(now)),
    ]


def _units() -> list[Form]:
    unit = r"(?P<unit>(?i:day|week|weekend|month|quarter|year|decade|century))\b(?!-)"
    lead = r"\b(?i:of|(?:later|earlier|early|late|so\s+far)\s+in|for|during|by|in)\s+"
    whole = r"(?i:the)\s+(?:(?i:fiscal|calendar|full|whole)\s+)?(?P<unit>(?i:day|week|month|year|decade|century))\b"
    ending = r"\b(?i:(?:the\s+)?year['’]s\s+end|year[\s-]end|the\s+fiscal\s+year)\b"
    return [
        form(rf"{ways()}\s+(?:(?i:fiscal|calendar|school|trading|business)\s+)?{unit}", _way_unit),
        form(r"\b(?i:(?:the|that)\s+weekend)\b", lambda _, now: _weekend(now)),
        form(rf"{lead}(?P<core>{whole}){_AS_HEAD}", _the_unit),
        form(ending, lambda _, now: counted(now.today, Unit.YEAR, 0)),
    ]


def _said() -> list[Form]:
    """Units counted from the time last told."""
    words = time_words()
    unit = r"(?P<unit>(?i:day|week|weekend|month|quarter|year|decade))\b(?!-)"
    the_unit = r"\b(?i:the)\s+(?P<unit>(?i:day|week|month|year))"
    same, following, preceding = (any_of(forms) for forms in (words.same, words.following, words.preceding))
    return [
        form(rf"\b(?i:{same})\s+{unit}", lambda m, now: _from_said(m, now, 0)),
        form(rf"\b(?i:{following})\s+{unit}", lambda m, now: _from_said(m, now, 1)),
        form(rf"{the_unit}\s+(?i:after)\b(?!\s+tomorrow)", lambda m, now: _from_said(m, now, 1)),
        form(rf"\b(?i:{preceding}|previous|prior)\s+{unit}", lambda m, now: _from_said(m, now, -1)),
        form(rf"{the_unit}\s+(?i:before|earlier)\b(?!\s+yesterday)", lambda m, now: _from_said(m, now, -1)),
    ]


def _named() -> list[Form]:
    """Holidays, and words that point at the past, the present or the future."""
    words, many = time_words(), r"(?i:days|weeks|months|years|decades|hours)"
    references, closed = any_of(words.references), rf"(?!(?<=he\ past){_CLOSED[3:-1]})(?!(?<=he\ present)\s+\w)"
    return [
        form(rf"\b(?P<name>(?i:{any_of(words.holidays)}))\b(?:\s*,?\s+(?P<year>{YEAR}))?", _holiday),
        form(rf"\b(?P<word>(?i:{references}))\b(?!-year|\s+(?:that|due)\b){closed}", _reference),
        form(rf"\b(?i:recent|past)\s+{many}\b", lambda *_: "PAST_REF"),
        form(rf"\b(?:(?i:the)\s+)?(?i:coming)\s+{many}\b", lambda *_: "FUTURE_REF"),
        form(r"\b(?i:days|weeks|months|years)\s+(?i:to\s+come|ahead)\b", lambda *_: "FUTURE_REF"),
    ]


def _reference(match: re.Match[str], _now: Now) -> str:
    return time_words().references[" ".join(match["word"].lower().split())]


def _parted(day: str, match: re.Match[str]) -> str:
    return f"{day}T{time_words().parts_of_day[match['part'].lower()]}"


def _told_day(now: Now) -> str | None:
    return now.day.isoformat() if now.day else None


def _deictic(match: re.Match[str], now: Now) -> str:
    word = " ".join(match["day"].lower().split()).removeprefix("the ")
    days = {"today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}[word]
    return counted(now.today, Unit.DAY, days) or now.today


def _part_today(match: re.Match[str], now: Now) -> str:
    lead = match.group().lower()
    day = now.today if lead.startswith("this") or now.day is None else now.day.isoformat()
    return _parted(day, match)


def _next_part(match: re.Match[str], now: Now) -> str | None:
    day = counted(now.day.isoformat(), Unit.DAY, 1) if now.day else None
    return _parted(day, match) if day else None


def _previous_part(match: re.Match[str], now: Now) -> str | None:
    day = counted(now.day.isoformat(), Unit.DAY, -1) if now.day else None
    return _parted(day, match) if day else None


def _way_unit(match: re.Match[str], now: Now) -> str | None:
    unit, way = Unit(match["unit"].lower()), way_of(match["way"]) or 0
    if unit is Unit.DAY and way:
        return _from_said(match, now, way)
    if "past" in match["way"].lower() and "this" not in match["way"].lower() and unit is not Unit.WEEKEND:
        return None  # "the past year" is a length
    led = match.string[max(0, match.start() - 4) : match.start()].lower()
    if led == "the " and way == -1 and unit not in {Unit.QUARTER, Unit.WEEKEND, Unit.CENTURY}:
        return None  # so is "the last year"
    if unit is Unit.WEEKEND and way <= 0:
        return _weekend(now) if way or not now.ahead else counted(now.today, unit, 0)
    return counted(now.today, unit, way)


def _weekend(now: Now) -> str | None:
    if now.published is None:
        return None
    is_behind = now.published.weekday() < 5 and not now.ahead
    return counted(now.today, Unit.WEEKEND, -1 if is_behind else 0)


def _the_unit(match: re.Match[str], now: Now) -> str | None:
    unit = Unit(match["unit"].lower())
    if unit is Unit.DAY:
        return _told_day(now)
    return counted(now.today, unit, 0)


def _from_said(match: re.Match[str], now: Now, count: int) -> str | None:
    unit = Unit(match["unit"].lower())
    base = now.said or now.today
    if unit in {Unit.DAY, Unit.WEEK}:
        base = now.day.isoformat() if now.day else base
    return counted(base, unit, count) or counted(now.today, unit, count)


def _holiday(match: re.Match[str], now: Now) -> str:
    part = time_words().holidays[" ".join(match["name"].lower().replace("’", "'").split())]
    return f"{match['year']}-{part}" if match["year"] else yearless(now, part, None)
