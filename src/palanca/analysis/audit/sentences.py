"""Numbers that stand in one sentence, with the words around them."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from palanca.analysis.audit.ledger import Ledger, Told
from palanca.analysis.audit.words import any_of, words
from palanca.lexicon.quantities import quantity_words
from palanca.records import DocumentId, QuantityDetail

# A full stop, question or exclamation mark before a capital, but for initials and short forms ("U.S.", "No.", "Dr.").
_ENDS = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:No|Mr|Ms|Dr|St|Sr|Jr))(?<!\b(?:Mrs|Nos|Gen|Rep|Sen|Col|Gov|Art|Núm))"
    r"[.!?][\"”’)]*\s+(?=[\"“‘(¿¡]?[A-ZÁÉÍÓÚÑ])|\n+"
)
PERCENT, _FRACTION = "percent", "fraction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of a sentence; `start` and `end` bound its words there."""

    told: Told
    detail: QuantityDetail
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its figures, in order of the text."""

    text: str
    figures: tuple[Figure, ...]

    def between(self, one: Figure, other: Figure) -> str:
        """The words between two figures, the first of which stands first."""
        return self.text[one.end : other.start]

    def before(self, figure: Figure) -> str:
        """The words before a figure."""
        return self.text[: figure.start]

    def behind(self, figure: Figure) -> str:
        """The words behind a figure."""
        return self.text[figure.end :]

    def is_vague(self, figure: Figure) -> bool:
        """Whether "about", "at least" or the like stands before a figure, or the figure is a range."""
        return figure.detail.value_max is not None or _vague().search(self.before(figure)) is not None


def sentences(ledger: Ledger) -> Iterator[Sentence]:
    """The sentences that have two figures or more, document by document."""
    told: dict[DocumentId, list[Told]] = defaultdict(list)
    for one in ledger.all_told():
        if isinstance(one.statement.detail, QuantityDetail):
            told[one.statement.document].append(one)
    for document in sorted(told, key=lambda document: ledger.documents[document].name):
        if len(told[document]) > 1:
            yield from _of_document(ledger.text(document), told[document])


def _of_document(text: str, told: list[Told]) -> Iterator[Sentence]:
    starts = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]
    inside: dict[int, list[Told]] = defaultdict(list)
    for one in sorted(told, key=lambda one: (one.statement.span, one.statement.id)):
        inside[bisect_right(starts, one.statement.span.start) - 1].append(one)
    for at, figures in inside.items():
        if len(figures) > 1:
            first, last = starts[at], max(starts[at + 1], figures[-1].statement.span.end)
            yield Sentence(text=text[first:last], figures=tuple(_figures(figures, first)))


def _figures(told: list[Told], first: int) -> Iterator[Figure]:
    for one in told:
        detail, span = one.statement.detail, one.statement.span
        if isinstance(detail, QuantityDetail):
            yield Figure(told=one, detail=detail, start=span.start - first, end=span.end - first)


def is_count(figure: Figure) -> bool:
    """Whether people or things are counted: no money, share or measure."""
    unit, lists = figure.detail.unit, quantity_words()
    measured = {*lists.measures.values(), *lists.compounds, PERCENT, _FRACTION}
    return unit not in measured and not (len(unit) == 3 and unit.isupper())


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(rf"{any_of(*words().vague)}\s+\W*$", re.IGNORECASE)
