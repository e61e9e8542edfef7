"""Where words stand."""

from dataclasses import dataclass
from functools import lru_cache

from palanca.records.errors import InvalidRecord

_SPANS_AT_HAND = 65_536


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in one document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InvalidRecord(f"span {self.start}–{self.end} is empty or negative: give 0 <= start < end")

    def __repr__(self) -> str:
        # As a dataclass has it, and faster: the ids of statements are hashes of it.
        return f"Span(start={self.start!r}, end={self.end!r})"

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every code point of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words at this span of `text`. Raises InvalidRecord if the span lies past its end."""
        if self.end > len(text):
            raise InvalidRecord(f"span {self.start}–{self.end} lies past the end of a text of {len(text)} code points")
        return text[self.start : self.end]


@lru_cache(maxsize=_SPANS_AT_HAND)
def span_at(start: int, end: int) -> Span:
    """The same span for the same ends: the rows of a register are short, and their cells stand in much the same places.

    Raises InvalidRecord as `Span` does.
    """
    return Span(start, end)
