"""The date by which a text calls an instrument: "the 2005 Air Services Agreement", "Resolution 12 of 4 May 2017"."""

import re

from palanca.reading.instrument_marks import heads_entry
from palanca.reading.instrument_nouns import FoundInstrument
from palanca.reading.page import Page
from palanca.reading.time_entries import opening_time
from palanca.records import InstrumentKind, Time

_YEAR_AT_END = re.compile(r"\bof ((?:18|19|20)\d\d)$")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_OF = {"of", "dated"}


def dated_as(page: Page, found: FoundInstrument) -> Time | None:
    """The year or day that stands in the name, right before it, behind it with "of", or at the head of its entry."""
    if year := _YEAR_AT_END.search(found.title):
        return Time.parse(year[1])
    last_word = found.title.split()[-1]
    if found.kind is InstrumentKind.LAW and found.is_named and _YEAR.fullmatch(last_word):
        return Time.parse(last_word)  # "the Data Protection Act 2018"
    first = page.grammar.phrase(found.noun)[0].i
    last = _behind_title(page, found)
    if before := next((t for t in page.doc[first : found.noun.i] if _YEAR.fullmatch(t.text)), None):
        return Time.parse(before.text)
    issuer = _behind_issuer(page, last)
    starts = {i + 1 for i in (last, issuer) if i < len(page.doc) and page.doc[i].norm_ in _OF}
    told = next((m.time for m in page.times if m.first in starts and m.time.end is None), None)
    return told or (opening_time(page, found.noun) if heads_entry(page, found.noun) else None)


def _behind_title(page: Page, found: FoundInstrument) -> int:
    """The first token behind the title where it stands as it is told, else behind the noun."""
    text, near = page.document.text, max(0, found.noun.idx - len(found.title))
    at = text.find(found.title, near, found.noun.idx + len(found.title))
    stop = at + len(found.title)
    last = found.noun.i + 1
    while at >= 0 and last < len(page.doc) and page.doc[last].idx < stop:
        last += 1
    return last


def _behind_issuer(page: Page, last: int) -> int:
    """The first token behind "of the Assembly" between a title and its date."""
    names = (page.cast.mention_at(token) for token in page.doc[last + 1 : last + 3])
    mention = next((m for m in names if m is not None), None)
    is_issued = mention is not None and page.doc[last].norm_ in _OF
    return page.cast.tokens[mention].stop if mention is not None and is_issued else last
