"""Quotations: whose words the text gives, directly or in a clause, and by which cue."""

import re
from collections.abc import Iterator
from dataclasses import replace

from palanca.reading.page import Layer, Page, Reader
from palanca.reading.quoted import QuotedSpeech
from palanca.reading.reported import ReportedSpeech
from palanca.reading.sayings import READER, Saying
from palanca.reading.times import time_of
from palanca.reading.voices import Voice, Voices
from palanca.records import Kind, QuotationDetail, Statement

_VERSION = "1"
_HEADING = re.compile(r"(?:\A|\n)[^\S\n]*([^\n]{1,160}?[^\s.!?:;,\"”’»)\]…])[^\S\n]*(?=\n[^\S\n]*\n)")


def read_quotations(page: Page) -> Page:
    """Give the page its quotations, and the voices by which later readers know who says what."""
    direct = list(QuotedSpeech(page).sayings())
    reported = list(ReportedSpeech(page, [(s.first, s.last) for s in direct]).sayings())
    kept = sorted([*direct, *_outermost(_outside(page, reported, direct))], key=lambda s: (s.first, -s.last))
    statements = [_statement(page, saying) for saying in kept]
    return replace(page, voices=Voices(_voice(s) for s in kept)).with_statements(statements)


def _outside(page: Page, reported: list[Saying], direct: list[Saying]) -> Iterator[Saying]:
    """Reported speech that is neither in a heading nor the same words as direct speech."""
    headings = [match.span(1) for match in _HEADING.finditer(page.document.text)]
    taken = [(s.span.start, s.span.end) for s in direct]
    cues = {s.cue.i: s.span for s in direct}
    for saying in reported:
        at = saying.cue.idx
        if any(start <= at < end for start, end in headings):
            page.trace.note(READER, saying.span, "in a heading", fired=False)
        elif saying.cue.i in cues and cues[saying.cue.i].overlaps(saying.span):
            continue
        elif not any(_is_mostly(saying, start, end) for start, end in taken):
            yield saying


def _is_mostly(saying: Saying, start: int, end: int) -> bool:
    """Whether the direct words between two offsets make up half of the saying or more, or hold all of it."""
    shared = min(saying.span.end, end) - max(saying.span.start, start)
    return shared * 2 > saying.span.end - saying.span.start


def _outermost(sayings: Iterator[Saying]) -> list[Saying]:
    """Of words told within words told, the outer; but the inner where the outer only passes them on."""
    found = list(sayings)
    passing = {
        id(outer)
        for outer in found
        for inner in found
        if outer.predicate is not None and inner is not outer and outer.predicate.i == inner.cue.i
        and inner.speaker.text != outer.speaker.text and inner.speaker.span is not None
    }
    left = [s for s in found if id(s) not in passing]
    return [s for s in left if not any(o is not s and o.first <= s.cue.i < o.last and o.cue.i != s.cue.i for o in left)]


def _voice(saying: Saying) -> Voice:
    return Voice(
        first=saying.first, last=saying.last, speaker=saying.speaker, cue=saying.cue.lemma_.lower(), direct=saying.direct
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


QUOTATIONS = Reader(
    name=READER,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES}),
    gives=frozenset({Layer.QUOTATIONS}),
    read=read_quotations,
)
