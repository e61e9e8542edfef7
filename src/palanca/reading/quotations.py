"""Quotations: whose words the text gives, directly or in a clause, and by which cue."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from palanca.reading.page import Layer, Page, Reader
from palanca.reading.quote_marks import find_quoted
from palanca.reading.quoted import QuotedSpeech
from palanca.reading.reported import ReportedSpeech
from palanca.reading.sayings import READER, Saying
from palanca.reading.times import time_of
from palanca.reading.voices import Voice, Voices
from palanca.records import Filler, Kind, QuotationDetail, Span, Statement

_VERSION = "5"
_BARE = 2  # tokens of "the spokesman"
_REACH = 1000  # characters between words that somebody says and those that he goes on with
_HEADING = re.compile(r"(?:\A|\n)[^\S\n]*([^\n]{1,160}?[^\s.!?:;,\"”’»)\]…])[^\S\n]*(?=\n[^\S\n]*\n)")


def read_quotations(page: Page) -> Page:
    """Give the page its quotations, and the voices by which later readers know who says what."""
    marks = find_quoted(page.document.text)
    direct = list(QuotedSpeech(page, marks).sayings())
    reported = list(ReportedSpeech(page, direct, marks).sayings())
    kept = sorted([*direct, *_outermost(_outside(page, reported, direct))], key=lambda s: (s.first, -s.last))
    kept = list(_described_again(page, kept))
    statements = list(_going_on([_statement(page, saying) for saying in kept]))
    return replace(page, voices=Voices(_voice(s) for s in kept)).with_statements(statements)


def _outside(page: Page, reported: list[Saying], direct: list[Saying]) -> Iterator[Saying]:
    """Reported speech that is neither in a heading nor the same words as direct speech."""
    headings = [match.span(1) for match in _HEADING.finditer(page.document.text)]
    spoken = sorted((s.span.start, s.span.end) for s in direct)
    cues = {s.cue.i for s in direct}
    for saying in reported:
        if _in_any(headings, saying.cue.idx):
            page.trace.note(READER, saying.span, "in a heading", fired=False)
        elif saying.cue.i not in cues and not _is_mostly(saying, spoken):
            yield saying


def _in_any(ranges: list[tuple[int, int]], offset: int) -> bool:
    i = bisect_right(ranges, (offset, sys.maxsize)) - 1
    return i >= 0 and offset < ranges[i][1]


def _is_mostly(saying: Saying, spoken: list[tuple[int, int]]) -> bool:
    """Whether direct speech makes up more than half of the saying."""
    shared = 0
    for start, end in spoken[max(0, bisect_right(spoken, (saying.span.start,)) - 1) :]:
        if start >= saying.span.end:
            break
        shared += max(0, min(saying.span.end, end) - max(saying.span.start, start))
    return shared * 2 > saying.span.end - saying.span.start


def _outermost(sayings: Iterator[Saying]) -> list[Saying]:
    """Of words told within words told, the outer; but the inner where the outer only passes them on."""
    found = list(sayings)
    by_cue = {saying.cue.i: saying for saying in found}
    left = [s for s in found if not _passes_on(s, by_cue)]
    inside = {i: s.cue.i for s in left for i in range(s.first, s.last)}
    return [s for s in left if inside.get(s.cue.i, s.cue.i) == s.cue.i]


def _passes_on(outer: Saying, by_cue: Mapping[int, Saying]) -> bool:
    """ "The agency reported that a spokesman said …": the words are the spokesman's."""
    inner = by_cue.get(outer.predicate.i) if outer.predicate is not None else None
    return inner is not None and inner is not outer and inner.speaker.text != outer.speaker.text


def _described_again(page: Page, kept: list[Saying]) -> Iterator[Saying]:
    """With the fuller words for a source without a name that speaks again: "a bank spokesman … THE SPOKESMAN added"."""
    described: dict[tuple[str, str], Filler] = {}
    for saying in kept:
        span = saying.speaker.span
        phrase = page.doc.char_span(span.start, span.end, alignment_mode="expand") if span else None
        if saying.speaker.entity is not None or phrase is None:
            yield saying
            continue
        called = (phrase.root.lemma_.lower(), phrase.root.tag_)
        if len(phrase) == _BARE and phrase[0].norm_ == "the":
            yield replace(saying, speaker=described.get(called, saying.speaker))
            continue
        described[called] = saying.speaker
        yield saying


def _voice(saying: Saying) -> Voice:
    return Voice(
        first=saying.first,
        last=saying.last,
        speaker=saying.speaker,
        cue=saying.cue.lemma_.lower(),
        direct=saying.direct,
        span=saying.span,
        cue_span=Span(saying.cue.idx, saying.cue.idx + len(saying.cue_text)),
    )


def _statement(page: Page, saying: Saying) -> Statement:
    return Statement(
        document=page.document.id,
        kind=Kind.QUOTATION,
        detail=QuotationDetail(cue=saying.cue_text, direct=saying.direct),
        span=saying.span,
        reader=READER,
        reader_version=_VERSION,
        time=time_of(page, saying.cue),
        speaker=saying.speaker,
        confidence=saying.confidence,
    )


def _going_on(told: list[Statement]) -> Iterator[Statement]:
    """With the time of the words before them for those that somebody goes on with, about: nobody else spoke between."""
    before: Statement | None = None
    for one in told:
        taken = before.time if before and _goes_on(before, one) else None
        before = replace(one, time=taken.approximately()) if taken else one
        yield before


def _goes_on(before: Statement, one: Statement) -> bool:
    if one.time is not None or before.speaker is None or one.speaker is None:
        return False
    is_same = before.speaker.entity is not None and before.speaker.entity == one.speaker.entity
    return is_same and one.span.start - before.span.end <= _REACH


QUOTATIONS = Reader(
    name=READER,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES}),
    gives=frozenset({Layer.QUOTATIONS}),
    read=read_quotations,
)
