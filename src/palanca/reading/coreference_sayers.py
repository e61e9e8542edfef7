"""Who says the words between quotation marks, for the pronouns in them."""

from collections.abc import Sequence

from palanca.lexicon.reporting import reporting_words
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.quote_marks import Quoted
from palanca.records import EntityId


def sayers(page: Page, quoted: Sequence[Quoted], token: Token) -> frozenset[EntityId]:
    """Who says what a token stands in: the named subjects of the speaking around the marks, else nobody.

    Words that go on in their paragraph ("Togo lies," said Ruiz. "HE knows it.") are of whoever said those before them.
    """
    marks = next((q for q in quoted if q.first <= token.idx < q.last and q.depth == 0), None)
    while marks is not None:
        if said := _around(page, marks):
            return said
        marks = _before(page, quoted, marks)
    return frozenset()


def _around(page: Page, marks: Quoted) -> frozenset[EntityId]:
    ends = (page.doc.char_span(at, at + 1, alignment_mode="expand") for at in (marks.start, marks.end - 1))
    sentences = {end.sent.start: end.sent for end in ends if end is not None}
    outside = [t for one in sentences.values() for t in one if not marks.start <= t.idx < marks.end]
    verbs = (t for t in outside if t.pos_ == "VERB" and t.lemma_ in reporting_words().verbs)
    subjects = (s for verb in verbs for s in page.grammar.arguments(verb).subjects)
    return frozenset(e.id for s in subjects if (e := page.cast.at(s)))


def _before(page: Page, quoted: Sequence[Quoted], marks: Quoted) -> Quoted | None:
    """The words between marks with which these go on: those before them in the paragraph."""
    before = [q for q in quoted if q.depth == 0 and q.end <= marks.start]
    goes_on = bool(before) and "\n" not in page.document.text[before[-1].end : marks.start]
    return before[-1] if goes_on else None
