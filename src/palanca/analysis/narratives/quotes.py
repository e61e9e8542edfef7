"""Quoted words that several articles have: equal ones, and those that stand within longer ones.

Each quotation of six words and more is a thing of its own, told by every article that quotes at least these words.
Quotations are not joined in turn, since two long ones that hold a short one need have nothing else in common (Leskovec,
Backstrom and Kleinberg, Meme-tracking and the Dynamics of the News Cycle, 2009, cut such chains afterwards). Which ones
to compare is found by winnowing (Schleimer, Wilkerson and Aiken, 2003): runs of four words, the smallest of every
three, so that any six words in a row that two quotations share meet.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import numpy as np

from palanca.analysis.narratives.records import ReasonKind
from palanca.analysis.narratives.shared import FULL, WEAK, Shared
from palanca.claims.copies import word_hash
from palanca.records import DocumentId, Span
from palanca.records.names import fold

LEAST_WORDS = 6  # shorter words may be anybody's
_LONG = 12  # words that two writers do not choose alike: they tell a story by themselves
_GRAM, _WINDOW = 4, 3
_CROWD = 64  # forms: words that more than these have in common are a phrase of the language
_WORD = re.compile(r"[^\W_]+")
_MASK = 2**64 - 1

type Words = tuple[tuple[str, ...], tuple[tuple[int, int], ...]]


class Sayings:
    """The quotations of many articles, twenty bytes each; the words are looked up again where they may be shared."""

    def __init__(self, text: Callable[[DocumentId], str]) -> None:
        """`text` gives the text of a document that was added."""
        self._text = text
        self._documents: list[DocumentId] = []
        self._form, self._document, self._start, self._end = array("Q"), array("I"), array("I"), array("I")
        self._grams, self._of = array("Q"), array("I")
        self._known: set[int] = set()

    def add(self, document: DocumentId, text: str, spans: Iterable[Span]) -> None:
        """Take in the quotations at these spans."""
        number = len(self._documents)
        self._documents.append(document)
        for span in spans:
            words, _ = _words(text, span)
            if len(words) < LEAST_WORDS:
                continue
            form = word_hash(" ".join(words))
            if form not in self._known:
                self._known.add(form)
                kept = _kept(words)
                self._grams.extend(kept)
                self._of.extend([len(self._form)] * len(kept))
            self._form.append(form)
            self._document.append(number)
            self._start.append(span.start)
            self._end.append(span.end)

    def shared(self) -> Iterator[Shared]:
        """Each form of words that two documents or more have, in the order of their first appearance."""
        holders = self._holders()
        of_form = self._by_form()
        first = {int(numbers[0]): numbers for numbers in of_form.values()}
        for number in sorted(first):
            longer = [first[other] for other in sorted(holders.get(number, ()))]
            told = [first[number], *longer]
            documents = {self._document[i] for numbers in told for i in numbers}
            if len(documents) > 1:
                yield self._thing(number, [int(i) for numbers in told for i in numbers])

    def _thing(self, number: int, numbers: Iterable[int]) -> Shared:
        words, _ = self._words(number)
        places: dict[DocumentId, Span] = {}
        for i in numbers:
            document = self._documents[self._document[i]]
            if document not in places and (span := self._span_within(i, words)):
                places[document] = span
        return Shared(kind=ReasonKind.QUOTATION, weight=FULL if len(words) >= _LONG else WEAK, places=places)

    def _by_form(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for i, form in enumerate(self._form):
            found[form].append(i)
        return found

    def _holders(self) -> dict[int, set[int]]:
        """For the first quotation of each form the first ones of the forms that hold its words and more."""
        found: dict[int, set[int]] = defaultdict(set)
        for one, other in sorted(self._meeting()):
            short, long = sorted((one, other), key=lambda i: len(self._words(i)[0]))
            if _place_of(self._words(short)[0], self._words(long)[0]) is not None:
                found[short].add(long)
        return found

    def _meeting(self) -> set[tuple[int, int]]:
        """Pairs of forms that have a kept run of words in common."""
        grams, of = np.array(self._grams, dtype=np.uint64), np.array(self._of, dtype=np.int64)
        order = np.argsort(grams, kind="stable")
        grams, of = grams[order], of[order]
        ends = np.flatnonzero(np.r_[True, grams[1:] != grams[:-1], True]) if len(grams) else np.empty(0, np.int64)
        sizes = np.diff(ends)
        pairs: set[tuple[int, int]] = set()
        for at in np.flatnonzero((sizes > 1) & (sizes <= _CROWD)):
            numbers = [int(i) for i in of[ends[at] : ends[at + 1]]]
            pairs |= {(one, other) for i, one in enumerate(numbers) for other in numbers[i + 1 :]}
        return pairs

    def _words(self, i: int) -> Words:
        return _words(self._text(self._documents[self._document[i]]), Span(self._start[i], self._end[i]))

    def _span_within(self, i: int, words: tuple[str, ...]) -> Span | None:
        """Where these words stand in a quotation."""
        own, places = self._words(i)
        at = _place_of(words, own)
        return None if at is None else Span(places[at][0], places[at + len(words) - 1][1])


@lru_cache(maxsize=4_096)
def _words(text: str, span: Span) -> Words:
    found = [(fold(word.group()), word.span()) for word in _WORD.finditer(text, span.start, span.end)]
    return tuple(word for word, _ in found), tuple(place for _, place in found)


def _place_of(short: tuple[str, ...], long: tuple[str, ...]) -> int | None:
    """At which word of the longer the shorter begins."""
    length = len(short)
    return next((i for i in range(len(long) - length + 1) if long[i : i + length] == short), None)


def _kept(words: tuple[str, ...]) -> list[int]:
    hashes = [word_hash(word) for word in words]
    grams = [_gram(hashes[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1)]
    return sorted({min(grams[i : i + _WINDOW]) for i in range(len(grams) - _WINDOW + 1)})


def _gram(hashes: Iterable[int]) -> int:
    mixed = 0
    for one in hashes:
        mixed = (mixed * 0x9E3779B97F4A7C15 + one) & _MASK
    return mixed
