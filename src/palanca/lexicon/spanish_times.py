"""Words that give times in Spanish: `spanish_times.yaml`."""

from functools import cache

from palanca.lexicon.loading import Entry, load_yaml
from palanca.lexicon.times import Bounds


class SpanishTimeWords(Entry):
    """All lower case; months and weekdays in calendar order, each with its forms, as in `TimeWords`."""

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
    to_years: tuple[str, ...]
    never_counted: tuple[str, ...]


@cache
def spanish_time_words() -> SpanishTimeWords:
    """The list, read once."""
    return load_yaml("spanish_times.yaml", SpanishTimeWords)
