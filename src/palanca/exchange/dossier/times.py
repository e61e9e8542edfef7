"""Times in words, as precise as they are known: "about March 2025", "since 2021", "3–5 May 2021"."""

from palanca.claims.telling import Days
from palanca.exchange.dossier.words import Words
from palanca.records import Bound, Moment, Precision, Time
from palanca.records.errors import InvalidTime

_ONE_BY_ONE = " to "
"""What stands between the days of a stretch where another room words it."""


def said_time(time: Time, words: Words) -> str:
    """A moment or an interval in words."""
    start, end = time.start, time.end
    if isinstance(start, Bound):
        return _bounded("until", end, words) if isinstance(end, Moment) else ""
    if end is None:
        return _said_moment(start, words)
    if isinstance(end, Bound):
        return _bounded("since" if end is Bound.OPEN else "from", start, words)
    return _said_between(start, end, words)


def said_days(days: Days, words: Words) -> str:
    """One day, or a stretch of days with both ends."""
    first, last = map(Moment.of, days)
    return _said_moment(first, words) if first == last else _said_between(first, last, words)


def said_if_time(text: str, words: Words) -> str:
    """A time in EDTF, or two days with "to" between, in words; what is none stays as it is."""
    try:
        return said_time(Time.parse(text.replace(_ONE_BY_ONE, "/")), words)
    except InvalidTime:
        return text


def _said_between(start: Moment, end: Moment, words: Words) -> str:
    if _is_plain_day(start) and _is_plain_day(end) and (start.year, start.month) == (end.year, end.month):
        return words.say("time.days", first=start.day, last=end.day, **_parts(start, words))
    return words.say("time.between", start=_said_moment(start, words), end=_said_moment(end, words))


def _said_moment(moment: Moment, words: Words) -> str:
    doubt = "_".join(one for one, holds in (("perhaps", moment.uncertain), ("about", moment.approximate)) if holds)
    date = _date(moment, words)
    return words.say(f"time.{doubt}{_as_day(moment)}", date=date) if doubt else date


def _bounded(key: str, moment: Moment, words: Words) -> str:
    article = _as_day(moment) if _is_plain_day(moment) else ""
    return words.say(f"time.{key}{article}", date=_said_moment(moment, words))


def _as_day(moment: Moment) -> str:
    """The end of the key for days, before which some languages put an article."""
    return ".day" if moment.precision is Precision.DAY else ""


def _is_plain_day(moment: Moment) -> bool:
    return moment.precision is Precision.DAY and not moment.uncertain and not moment.approximate


def _date(moment: Moment, words: Words) -> str:
    match moment.precision:
        case Precision.CENTURY:
            return words.say("time.century", first=moment.year, last=moment.year + 99)
        case Precision.DECADE:
            return words.say("time.decade", year=moment.year)
        case Precision.YEAR:
            return str(moment.year)
        case Precision.SEASON:
            season = words.say(f"season.{moment.month}")
            return words.say("time.season", season=season, year=moment.year)
        case Precision.MONTH:
            return words.say("time.month", **_parts(moment, words))
        case Precision.DAY:
            return words.say("time.day", day=moment.day, **_parts(moment, words))


def _parts(moment: Moment, words: Words) -> dict[str, str]:
    return {"month": words.say(f"month.{moment.month:02}"), "year": str(moment.year)}
