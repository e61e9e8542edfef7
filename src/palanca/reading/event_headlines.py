"""Headlines: they retell in other words what the text below them tells, and in fewer of them."""

from dataclasses import replace

from palanca.reading.page import Page
from palanca.records import Statement

_ONLY_THERE = 0.2  # what a text does not tell again was mostly misread in its headline, which leaves small words out

_LEAST = 0.05


def headline_end(page: Page) -> int:
    """Where the headline ends, in code points; 0 where the text opens without one (a line without a full stop)."""
    line, _, below = page.document.text.partition("\n")
    words = line.rstrip()
    return len(words) if words and words[-1].isalnum() and below.strip() else 0


def told_only_there(statement: Statement) -> Statement:
    """An event of a headline that the text does not tell again, less sure than the same words below it."""
    return replace(statement, confidence=round(max(_LEAST, statement.confidence - _ONLY_THERE), 3))
