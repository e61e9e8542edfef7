"""The date by which a text calls an instrument: "the 2005 Air Services Agreement", "Resolution 12 of 4 May 2017"."""

import re

from palanca.reading.instrument_nouns import FoundInstrument
from palanca.reading.page import Page
from palanca.records import Time

_YEAR_AT_END = re.compile(r"\bof ((?:18|19|20)\d\d)$")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_FARTHEST = 4  # tokens from the noun to the "of" behind its title and number


def dated_as(page: Page, found: FoundInstrument) -> Time | None:
    """The year or day that stands in the name, right before it, or behind it with "of"; None where none does."""
    if year := _YEAR_AT_END.search(found.title):
        return Time.parse(year[1])
    first = page.grammar.phrase(found.noun)[0].i
    last = found.noun.i + 1
    while last < len(page.doc) and last <= found.noun.i + _FARTHEST and page.doc[last].text in found.title.split():
        last += 1
    if before := next((t for t in page.doc[first : found.noun.i] if _YEAR.fullmatch(t.text)), None):
        return Time.parse(before.text)
    if page.doc[last : last + 1].text != "of":
        return None
    return next((m.time for m in page.times if m.first == last + 1 and m.time.end is None), None)
