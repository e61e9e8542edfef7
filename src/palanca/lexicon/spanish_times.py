"""Words that give times in Spanish: `spanish_times.yaml`."""

from functools import cache

from palanca.lexicon.loading import load_yaml
from palanca.lexicon.times import CalendarWords


class SpanishTimeWords(CalendarWords):
    """The words of Spanish: those that lead to a bare year, and those that follow one and are no things counted."""

    to_years: tuple[str, ...]
    never_counted: tuple[str, ...]


@cache
def spanish_time_words() -> SpanishTimeWords:
    """The list, read once."""
    return load_yaml("spanish_times.yaml", SpanishTimeWords)
