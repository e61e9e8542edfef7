"""Times of day as TIMEX3 writes them: `2013-03-21T10:00`."""

import re
from functools import cache

from palanca.exchange.timex_calendar import Now, counted, day_of, week_of, weekday
from palanca.exchange.timex_dates import DAY, Form, date_value, form, months, weekday_number, weekdays
from palanca.reading.time_meanings import Unit

_CLOCK = r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?"
_ZONES = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|CST|CDT|IST|JST|local\s+time)"
_ZONE = rf"(?:\s*\(?{_ZONES}\b\)?)?"


@cache
def hour_forms() -> tuple[Form, ...]:
    """Forms of times of day, with the day that stands beside them."""
    named = rf"{weekdays()}|(?i:yesterday|today|tomorrow)"
    half = r"(?P<half>(?i:[ap]\.?\s?m\b\.?))"
    near = rf"(?:(?:,?\s+(?:on\s+)?)(?P<day>{named})\b)?"
    word = r"(?P<word>(?i:noon|midday|midnight))\b"
    before = (
        rf"\b(?P<day>{named})\s+(?:(?i:morning|afternoon|evening|night)\s+)?"
        r"(?:at|by|around|about)\s+(?:(?:about|around)\s+)?"
    )
    return (
        form(rf"\b{_CLOCK}\s*{half}{_ZONE}{near}", _hour),
        form(rf"{before}{_CLOCK}(?:\s*{half})?(?<!\s){_ZONE}(?!\s*(?:percent|per\s+cent|%|people))", _hour),
        form(
            rf"\b(?P<hour>[01]?\d|2[0-3])[:.h]?(?P<minute>[0-5]\d)\s*(?:hours\s+)?{_ZONES}\b(?P<half>){near}",
            _hour,
        ),
        form(
            rf"\b(?:at|by|until|from|around)\s+(?P<core>(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)\b(?P<half>){near})",
            _hour,
        ),
        form(r"\b(?P<hour>\d{1,2})\s+o['’]clock(?P<minute>)(?P<half>)(?P<day>)", _hour),
        form(rf"\b{word}{near}", _named_hour),
        form(rf"{before}{word}", _named_hour),
        form(r"\b(?P<unit>(?i:week))\s+of\s+(?P<month>" + months() + rf")\s+(?P<day>{DAY})(?P<year>)", _week_of),
    )


def _day_named(word: str | None, now: Now) -> str:
    if not word:
        return now.day.isoformat() if now.day else now.today
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if word.lower() in days:
        return counted(now.today, Unit.DAY, days[word.lower()]) or now.today
    return weekday(now, weekday_number(word), None)


def _hour(match: re.Match[str], now: Now) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half and hour > 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{_day_named(match['day'], now)}T{hour:02}:{minute:02}"


def _named_hour(match: re.Match[str], now: Now) -> str:
    hour = "24:00" if match["word"].lower() == "midnight" else "12:00"
    return f"{_day_named(match['day'], now)}T{hour}"


def _week_of(match: re.Match[str], now: Now) -> str | None:
    day = day_of(date_value(match, now))
    return week_of(day) if day else None
