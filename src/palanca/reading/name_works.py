"""Titles of books, papers and films: what stands in one names nobody and tells no act."""

from palanca.lexicon.frames import frames
from palanca.lexicon.nouns import writings
from palanca.reading.grammar.parse import Doc, Token

_OPENING, _CLOSING = {'"', "“", "«", "„"}, {'"', "”", "»"}
_LONGEST_TITLE, _REACH = 16, 5  # tokens of a title, and from a noun of a writing to it
_SMALL_WORD = 3  # letters; longer ones have capitals in a title
_FEWEST_CAPITALS = 2


def is_of_work(token: Token) -> bool:
    """Whether a word stands in a title: `the paper “COOPERATION with China”`, "his book COOPERATION in Asia"."""
    return _is_in_quoted(token) or _opens_behind_noun(token)


def _is_in_quoted(token: Token) -> bool:
    doc = token.doc
    before = doc[max(token.sent.start, token.i - _LONGEST_TITLE) : token.i]
    opening = next((t for t in reversed(before) if t.text in _OPENING | _CLOSING), None)
    behind = doc[token.i + 1 : min(len(doc), token.i + _LONGEST_TITLE)]
    closing = next((t for t in behind if t.text in _CLOSING), None)
    if opening is None or closing is None or opening.text not in _OPENING:
        return False
    words = [t for t in doc[opening.i + 1 : closing.i] if t.is_alpha]
    capitals = sum(t.text[0].isupper() for t in words)
    in_case = all(t.text[0].isupper() or len(t) <= _SMALL_WORD + (t.pos_ == "ADP") * _SMALL_WORD for t in words)
    return in_case and capitals >= _FEWEST_CAPITALS and _is_called(doc, opening.i)


def _is_called(doc: Doc, opening: int) -> bool:
    """Whether a noun of a writing, or who wrote it, stands before the quotation mark."""
    near = doc[max(doc[opening].sent.start, opening - _REACH) : opening]
    return any(t.lemma_.lower() in writings() or t.norm_ in writings() for t in near if not t.is_title)


def _opens_behind_noun(token: Token) -> bool:
    """Whether the noun of an act stands in capitals right behind what it entitles."""
    before = token.doc[token.i - 1] if token.i else None
    told = before is not None and before.text.islower() and before.lemma_.lower() in writings()
    is_common = token.is_title and not token.is_sent_start and token.lower_ in frames().nouns
    return told and is_common
