"""Words that give times: `times.yaml`."""

from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class Bounds(Entry):
    """Prepositions by what they make of the time that follows."""

    since: tuple[str, ...]
    until: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


class CalendarWords(Entry):
    """What every language has. All lower case; months and weekdays in calendar order, each with its forms."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    units: dict[str, tuple[str, ...]]
    said_of_today: dict[str, int]
    past: tuple[str, ...]
    future: tuple[str, ...]
    present: tuple[str, ...]
    same: tuple[str, ...]
    following: tuple[str, ...]
    preceding: tuple[str, ...]
    numbers: dict[str, int]
    ordinals: tuple[str, ...]
    decades: dict[str, int]
    parts: tuple[str, ...]
    about: tuple[str, ...]
    bounds: Bounds


class TimeWords(CalendarWords):
    """The words of English. Seasons by EDTF code.

    The last six are as TIMEX3 writes times: words by reference, how often, part of the day, the length of one unit
    (`PT1H`, `P1DE`), fixed holidays (`12-25`), and modifiers that belong to the expression they stand before.
    """

    seasons: dict[str, int]
    prospective: frozenset[str]
    moving: frozenset[str]
    scheduled: frozenset[str]
    forthcoming: frozenset[str]
    timetabled: frozenset[str]
    occurrence: frozenset[str]
    happenings: frozenset[str]
    documents: frozenset[str]
    named_before: tuple[str, ...]
    named_behind: tuple[str, ...]
    references: dict[str, str]
    frequencies: dict[str, str]
    parts_of_day: dict[str, str]
    lengths: dict[str, str]
    holidays: dict[str, str]
    looks: tuple[str, ...]


@cache
def time_words() -> TimeWords:
    """The list, read once."""
    return load_yaml("times.yaml", TimeWords)
