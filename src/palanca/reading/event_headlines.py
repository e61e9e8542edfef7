"""Headlines: they retell in other words what the text below them tells, and in fewer of them."""

from collections.abc import Iterable
from dataclasses import replace

from palanca.reading.page import Page
from palanca.records import Statement

_ONLY_THERE = 0.2  # what a text does not tell again was mostly misread in its headline, which leaves small words out

_LEAST = 0.05
_QUOTES = "\"'”’»"


def headline_end(page: Page) -> int:
    """Where the headline ends, in code points; 0 where the text opens without one (a line without a full stop)."""
    line, _, below = page.document.text.partition("\n")
    words = line.rstrip()
    last = words.rstrip(_QUOTES)[-1:]  # "…, cites 'human error'"
    return len(words) if last.isalnum() and below.strip() else 0


def told_below(headline: Statement, text: Iterable[Statement]) -> bool:
    """Whether the text tells of somebody of the headline, and so, in other words, what the headline told.

    What names nobody is told again by anything that the text tells.
    """
    parties = {role.filler.entity for role in headline.roles}
    return any(not parties or parties & {role.filler.entity for role in told.roles} for told in text)


def told_only_there(statement: Statement) -> Statement:
    """An event of a headline that the text does not tell again, less sure than the same words below it."""
    return replace(statement, confidence=round(max(_LEAST, statement.confidence - _ONLY_THERE), 3))
