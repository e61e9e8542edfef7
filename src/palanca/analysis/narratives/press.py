"""The articles of a case, and which of them are one voice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from palanca.analysis.narratives.records import Article
from palanca.records import DocumentId


class Press:
    """Articles in order of publication. Near copies are one *unit*, called by the first of them to be published."""

    def __init__(self, articles: Iterable[Article], copies: Mapping[DocumentId, DocumentId]) -> None:
        """`copies` gives for each document one that stands for all copies of its text."""
        self.articles = {one.id: one for one in sorted(articles, key=lambda one: one.order)}
        self.rank = {document: rank for rank, document in enumerate(self.articles)}
        first: dict[DocumentId, DocumentId] = {}
        self.unit_of = {one: first.setdefault(copies.get(one, one), one) for one in self.articles}

    @cached_property
    def copies(self) -> Mapping[DocumentId, tuple[DocumentId, ...]]:
        """The documents of each unit, in order of publication."""
        found: dict[DocumentId, list[DocumentId]] = defaultdict(list)
        for document, unit in self.unit_of.items():
            found[unit].append(document)
        return {unit: tuple(documents) for unit, documents in found.items()}

    def day(self, unit: DocumentId) -> date | None:
        """The first day on which a unit may have been published."""
        days = self.articles[unit].days
        return days[0] if days else None

    def source_of(self, document: DocumentId) -> str:
        """Who a document speaks for: the text that it is a copy of, else its outlet, else itself."""
        unit = self.unit_of[document]
        if len(self.copies[unit]) > 1:
            return unit
        return self.articles[document].outlet or document

    def voices(self, documents: Iterable[DocumentId]) -> tuple[int, ...]:
        """The number of each document's voice, from 0 in the order given: copies and one outlet are one, in turn."""
        voice: dict[str, int] = {}
        parent: list[int] = []
        own = []
        for document in documents:
            outlet = self.articles[document].outlet
            keys = [f"copy {self.unit_of[document]}", *([f"outlet {outlet.casefold()}"] if outlet else [])]
            known = sorted({_root(parent, voice[key]) for key in keys if key in voice}) or [len(parent)]
            if known[0] == len(parent):
                parent.append(known[0])
            for other in known:
                parent[other] = known[0]
            voice |= dict.fromkeys(keys, known[0])
            own.append(known[0])
        numbers: dict[int, int] = {}
        return tuple(numbers.setdefault(_root(parent, one), len(numbers)) for one in own)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        i = parent[i]
    return i
