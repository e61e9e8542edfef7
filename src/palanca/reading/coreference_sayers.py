"""Whom a pronoun does not mean: who says the words between quotation marks around it, or accuses who denies."""

from collections.abc import Sequence

from palanca.lexicon.frames import frames
from palanca.lexicon.reporting import reporting_words
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.quote_marks import Quoted
from palanca.records import Category, EntityId


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


def accusers(page: Page, token: Token) -> frozenset[EntityId]:
    """Who accuses somebody right before, and so is not who denies it: "Ruiz accused Paz of fraud. HE denied it"."""
    verb = token.head
    if verb.lemma_.lower() not in reporting_words().denying or not page.grammar.is_subject(token):
        return frozenset()
    before = page.doc[token.sent.start - 1].sent if token.sent.start else None
    if before is None:
        return frozenset()
    accusing = (t for t in before if t.pos_ == "VERB" and _accuses(t) and page.grammar.arguments(t).objects)
    subjects = (s for t in accusing for s in page.grammar.arguments(t).subjects)
    named = (one for s in subjects for one in (s, *page.grammar.appositions(s)))
    return frozenset(e.id for s in named if (e := page.cast.at(s)))


def _accuses(verb: Token) -> bool:
    patterns = frames().verbs.get(verb.lemma_.lower(), ())
    return any(pattern.frame.category is Category.ACCUSE for pattern in patterns)


def is_denied(page: Page, it: Token) -> bool:
    """Whether "it" is what somebody denies, which is a claim and nobody: "Ruiz denied IT"."""
    return it.head.lemma_.lower() in reporting_words().denying and it in page.grammar.arguments(it.head).objects
