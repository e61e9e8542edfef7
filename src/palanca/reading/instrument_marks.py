"""What marks a noun as one instrument: its date, what it is for, and the numbered part of it that is told."""

import re

from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.time_entries import opening_time
from palanca.records import InstrumentKind

_LONGEST_LABEL = 8  # tokens
_PLURALS = {"NNS", "NNPS"}
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_PARTS = {"article", "section", "clause", "paragraph", "annex", "chapter", "artículo", "cláusula"}


def is_marked(page: Page, noun: Token, kind: InstrumentKind) -> bool:
    """Whether what it is for, or a numbered part of it, tells which one it is."""
    return _is_for_site(page, noun, kind) or _has_part_told(noun)


def is_dated(page: Page, noun: Token) -> bool:
    """Whether a date says which one it is: "a protocol OF JULY 1970", "the 1992 press LAW", "1909: a TREATY"."""
    before = [t for t in page.grammar.phrase(noun) if t.i < noun.i]
    if any(_YEAR.fullmatch(t.text) for t in before[:2]) and noun.tag_ not in _PLURALS:
        return True
    if noun.i + 2 < len(noun.doc) and noun.nbor().norm_ in {"of", "dated"}:
        return any(m.first == noun.i + 2 and m.time.end is None for m in page.times)
    return heads_entry(page, noun)


def heads_entry(page: Page, noun: Token) -> bool:
    """Whether a noun is the first of a line that a date opens: "1909: extradition TREATY"."""
    start = page.document.text.rfind("\n", 0, noun.idx) + 1
    before = [t for t in noun.doc[max(0, noun.i - _LONGEST_LABEL) : noun.i] if t.idx >= start]
    mark = next((i for i, t in enumerate(before) if t.text == ":"), None)
    is_first = mark is not None and not any(t.pos_ in {"VERB", "AUX", "ADP"} for t in before[mark:])
    return is_first and opening_time(page, noun) is not None


def _is_for_site(page: Page, noun: Token, kind: InstrumentKind) -> bool:
    """ "A thirty-year CONCESSION for the Tana terminal": for or of something that is named."""
    is_new = kind is InstrumentKind.CONCESSION and page.grammar.phrase(noun)[0].norm_ in {"a", "an"}
    behind = (o.token for o in page.grammar.prepositional(noun) if o.preposition in {"for", "of", "over", "to"})
    return is_new and any(page.cast.at(t) is not None for t in behind)


def _has_part_told(noun: Token) -> bool:
    """ "Article 8.1 of the loan AGREEMENT": of which a numbered part is told."""
    words = noun.doc[max(noun.sent.start, noun.left_edge.i - 3) : noun.left_edge.i]
    is_of = len(words) > 2 and words[2].norm_ == "of" and words[1].text[:1].isdigit()
    return is_of and words[0].lemma_.lower() in _PARTS


def is_any(noun: Token) -> bool:
    """ "A breach of CONTRACT": of none in particular."""
    before = noun.doc[max(0, noun.i - 2) : noun.i]
    return len(before) > 1 and before[1].norm_ == "of" and before[0].lemma_.lower() == "breach"
