"""Where reported words begin and end: what the grammar hangs on them, and what the parser wrongly gave to the cue."""

from dataclasses import dataclass

from palanca.lexicon.reporting import Complement, reporting_words
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.page import Page
from palanca.reading.sayings import is_finite, takes

_REASONS = {"because", "as", "since", "if", "unless", "although", "though", "so", "until", "once"}
_MEANWHILE = {"while", "whereas"}
_CLOSING = {'"', "”", "»"}
_TURNS = {"and", "but", "while", "whereas"}
_REACH_OF_RELATIVE, _REACH_ALONG = 6, 12  # tokens
_TRIMMED = {",", ".", ";", ":", "-", "—", "–", "!", "?"}
_OPENING = {'"', "“", "«", "„"}
_CLAUSE_OPENERS = {"CD", "DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "EX"}


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens of reported words (half-open), their predicate, and how sure the pattern is.

    `preposition` stands between cue and content in "called FOR Peru to leave".
    """

    first: int
    last: int
    predicate: Token | None
    confidence: float
    preposition: Token | None = None


def sentence_bounds(token: Token) -> tuple[int, int]:
    """The sentence around a token, cut at semicolons."""
    sentence = token.sent
    start, end = sentence.start, sentence.end
    for t in sentence:
        if t.text == ";":
            if t.i < token.i:
                start = t.i + 1
            elif t.i > token.i:
                end = t.i
                break
    return start, end


def up_to_end(page: Page, cue: Token, first: int, predicate: Token, confidence: float) -> Content:
    """From `first` to the end of the content: its own subtree, and what follows it without a comma."""
    last = max(predicate.right_edge.i + 1, predicate.i + 1)
    _, end = sentence_bounds(cue)
    doc = page.doc
    last = min(last, end)
    while last < end and _goes_on(page, cue, last):
        nxt = doc[last] if doc[last].text != "," else doc[last + 1]
        last = max(_child_end(cue, nxt), last + 1)
    return Content(first, _cut(page, cue, first, min(last, end), predicate), predicate, confidence)


def _cut(page: Page, cue: Token, first: int, last: int, predicate: Token) -> int:
    """An earlier end, where the next cue begins: "said A but denied B", "said A, adding B", "said A, and X said B"."""
    doc = page.doc
    if (turn := _other_speaker(page, cue, predicate, last)) is not None:
        return turn
    for other in page.grammar.conjuncts(predicate):
        if predicate.i < other.i < last and _leaves(page, cue, predicate, other):
            at = other.i
            while at > first + 1 and doc[at].pos_ != "CCONJ":
                at -= 1
            return at if at > first + 1 else last
    for i in range(first + 1, last - 1):
        if doc[i].text in _CLOSING and doc[i - 1].text == "," and doc[i + 1].norm_ in reporting_words().circumstances:
            return i + 1
        if doc[i].text == "," and _tells_in_relative(cue, i + 1, last):
            return i
        if doc[i].text == "," and _tells_along(doc, i + 1, last):
            return i
        if (doc[i].text == "," and _adds(page, i + 1)) or (doc[i].pos_ == "CCONJ" and _reports_again(page, cue, i + 1)):
            return i
    return last


def _other_speaker(page: Page, cue: Token, predicate: Token, last: int) -> int | None:
    """Where somebody else begins to speak, behind a comma: "…, and rights groups warned that", "…, while X said"."""
    for other in (*page.grammar.conjuncts(predicate), *predicate.children):
        if not predicate.i < other.i < last or other.tag_ != cue.tag_ or not _tells(other):
            continue
        told = page.grammar.arguments(other)
        nominal = any(s.pos_ in {"NOUN", "PROPN"} and s.i < other.i for s in told.subjects) and not told.inherited
        opening = page.doc[other.i]
        while opening.i > predicate.i and opening.norm_ not in _TURNS:
            opening = page.doc[opening.i - 1]
        turned = opening.i > predicate.i + 1 and page.doc[opening.i - 1].text in {",", *_CLOSING}
        again = other.lemma_ == cue.lemma_ and any(predicate.i < s.i < other.i for s in told.subjects)
        clause = takes(other, Complement.CLAUSE) and any(c.i > other.i for c in told.complements)
        judged = nominal and turned and opening.norm_ in _MEANWHILE
        if judged or (clause and ((nominal and turned) or (again and not told.inherited))):
            return opening.i
    return None


def _tells(verb: Token) -> bool:
    return takes(verb, Complement.CLAUSE) or verb.lemma_.lower() in reporting_words().judging


def _reports_again(page: Page, cue: Token, at: int) -> bool:
    """Whether a second cue of the same speaker begins here: "said A but denied B"."""
    for token in page.doc[at : at + 3]:
        if token.pos_ == "VERB":
            arguments = page.grammar.arguments(token)
            return (
                token.tag_ == cue.tag_
                and takes(token, Complement.CLAUSE)
                and arguments.inherited
                and any(c.i > token.i for c in arguments.complements)
            )
        if token.pos_ not in {"ADV", "AUX"}:
            return False
    return False


def _tells_in_relative(cue: Token, at: int, last: int) -> bool:
    """Whether a relative clause with a cue of its own begins here: "said A, WHICH HE SAID would end B"."""
    doc = cue.doc
    if doc[at].tag_ != "WDT":
        return False
    for token in doc[at + 1 : min(at + _REACH_OF_RELATIVE, last - 1)]:
        if token.pos_ == "VERB":
            return token.tag_ == cue.tag_ and takes(token, Complement.CLAUSE) and is_finite(token.nbor())
    return False


def _tells_along(doc: Doc, at: int, last: int) -> bool:
    """Whether somebody else tells something by the way: "pledged to pay, WITH MINISTER RUIZ STATING that …"."""
    if doc[at : at + 1].text.lower() != "with":
        return False
    verb = next((t for t in doc[at + 1 : min(at + _REACH_ALONG, last - 1)] if t.pos_ == "VERB" or t.text == ","), None)
    return verb is not None and verb.tag_ == "VBG" and verb.lemma_ in reporting_words().verbs


def _adds(page: Page, at: int) -> bool:
    """Whether a participle that reports begins here: "…, adding that", "…," further saying"."""
    for token in page.doc[at : at + 4]:
        if token.tag_ == "VBG":
            return token.lemma_ in reporting_words().verbs and token.lemma_ not in reporting_words().evidential
        if not token.is_punct and token.pos_ != "ADV":
            return False
    return False


def _leaves(page: Page, cue: Token, predicate: Token, other: Token) -> bool:
    """Whether a verb coordinated with what was said is rather coordinated with the cue."""
    if not is_finite(other) or any(page.grammar.is_subject(c) for c in other.children):
        return False
    if predicate.tag_ == "VB" and particle_to(predicate) is not None:
        return True
    return takes(other, Complement.CLAUSE) and other.tag_ == cue.tag_


def _goes_on(page: Page, cue: Token, at: int) -> bool:
    """Whether what stands at `at`, hung on the cue by the parser, still belongs to what was said."""
    doc = page.doc
    token = doc[at]
    if token.text == "," and at + 1 < len(doc):
        return doc[at + 1].norm_ in _REASONS and doc[at + 1].i <= cue.right_edge.i
    if token.is_punct or token.is_space or token.i > cue.right_edge.i:
        return False
    if token.norm_ in _MEANWHILE and token.head.head == cue and _tells(token.head):
        return False
    return token.pos_ != "CCONJ" and not is_finite(token)


def _child_end(cue: Token, token: Token) -> int:
    while token.head not in {cue, token} and token.head.i > cue.i:
        token = token.head
    return token.right_edge.i + 1


def without_that(page: Page, first: int) -> int:
    """The first token of the words themselves, behind a conjunction "that"."""
    doc = page.doc
    while first + 1 < len(doc) and ((doc[first].is_punct and doc[first].text not in _OPENING) or _is_that(page, first)):
        first += 1
    return first


def _is_that(page: Page, i: int) -> bool:
    """Whether "that" opens a clause; "that day …" is part of it."""
    token = page.doc[i]
    following = page.doc[i + 1]
    return token.norm_ == "that" and (token.tag_ in {"IN", "WDT"} or following.tag_ in _CLAUSE_OPENERS)


def has_verb(page: Page, first: int, last: int) -> bool:
    """Whether a finite verb stands among these tokens."""
    return any(is_finite(t) for t in page.doc[first:last])


def particle_to(predicate: Token) -> Token | None:
    """The "to" of an infinitive."""
    return next((c for c in predicate.children if c.tag_ == "TO" and c.i < predicate.i), None)


def trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    """The same tokens without punctuation, white space and conjunctions at their ends."""
    doc = page.doc
    while first < last - 1 and (
        doc[first].is_space or doc[first].text in _TRIMMED or doc[first].norm_ in {"and", "but"}
    ):
        first += 1
    while last - 1 > first and (doc[last - 1].is_space or doc[last - 1].text in _TRIMMED):
        last -= 1
    return first, last
