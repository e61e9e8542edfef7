"""The words in a row that two articles share."""

from collections.abc import Callable

from palanca.claims.copies import shared_passages
from palanca.records import DocumentId, Span

type Spans = tuple[Span, Span]


class Passages:
    """Finds them by the texts of documents."""

    def __init__(self, text: Callable[[DocumentId], str]) -> None:
        self._text = text

    def longest(self, one: DocumentId, other: DocumentId) -> Spans | None:
        """The longest passage, in each; all of 25 words are found, none under 20."""
        found = shared_passages({one: self._text(one), other: self._text(other)})
        first = max(found, key=lambda shared: shared.one_span.end - shared.one_span.start, default=None)
        if first is None:
            return None
        return (first.one_span, first.other_span) if first.one == one else (first.other_span, first.one_span)

    def of_copies(self, one: DocumentId, other: DocumentId) -> Spans:
        """The longest passage of near copies, or the whole of both where they share but short ones."""
        whole = Span(0, max(1, len(self._text(one)))), Span(0, max(1, len(self._text(other))))
        return self.longest(one, other) or whole
