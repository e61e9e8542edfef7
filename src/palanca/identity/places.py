"""Where the words of an anchor stand now: in the same text at their span, in another where their sentence stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from palanca.records import Anchor, Reading, Span

_ENDINGS = frozenset('.!?…"”’»)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sentence, and where in it the words stand: once or oftener."""

    sentence: Span
    words: tuple[Span, ...]


def sentence_span(reading: Reading, span: Span) -> Span:
    """From the start of the first sentence that `span` touches to the end of the last one."""
    touched = [span, *(sentence for sentence in reading.sentences if sentence.overlaps(span))]
    return Span(min(one.start for one in touched), max(one.end for one in touched))


def places_of(anchor: Anchor, reading: Reading) -> list[Place]:
    """Where the words stand, the place nearest to their old span first; empty when they are gone.

    In another text a sentence counts only whole: as a part of a longer one it may say something else. White space is
    not compared.
    """
    text = reading.document.text
    if reading.document.id == anchor.document and text[anchor.span.start : anchor.span.end] == anchor.words:
        return [Place(sentence=sentence_span(reading, anchor.span), words=(anchor.span,))]
    everywhere = Span(0, len(text)) if text else None
    sentences = occurrences(anchor.sentence, text, everywhere) if everywhere else ()
    found = [
        Place(sentence=span, words=tuple(occurrences(anchor.words, text, span)))
        for span in sentences
        if _stands_whole(reading, span)
    ]
    nearest = sorted(found, key=lambda place: abs(place.sentence.start - anchor.span.start))
    return [place for place in nearest if place.words]


def span_of(anchor: Anchor, reading: Reading) -> Span | None:
    """Where the words stand, the first time in the place nearest to their old span; None when they are gone."""
    return next((place.words[0] for place in places_of(anchor, reading)), None)


def share(one: Span, other: Span) -> float:
    """What part of the longer of two spans they have in common, 0–1."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(one.end - one.start, other.end - other.start)


def occurrences(words: str, text: str, within: Span) -> Iterator[Span]:
    """Where these words stand as whole words, whatever white space is between them."""
    pieces = words.split()
    if not pieces:
        return
    pattern = r"\s+".join(map(re.escape, pieces))
    before = r"(?<!\w)" if re.match(r"\w", pieces[0]) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", pieces[-1]) else ""
    for match in re.compile(before + pattern + after).finditer(text, within.start, within.end):
        yield Span(*match.span())


def _stands_whole(reading: Reading, span: Span) -> bool:
    """Whether nothing of a longer sentence stands before or behind."""
    text = reading.document.text
    before, last = text[: span.start].rstrip(), text[span.end - 1]
    begins = not before or before[-1] in _ENDINGS or any(s.start == span.start for s in reading.sentences)
    ends = last in _ENDINGS or not text[span.end :].strip() or any(s.end == span.end for s in reading.sentences)
    return begins and ends
