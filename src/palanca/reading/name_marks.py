"""What marks tell of capitals: brackets behind a body, a legislator's party and seat, a direction that is a surname."""

import re
from collections.abc import Set

from palanca.lexicon.bodies import schema_of_head
from palanca.lexicon.particles import particles
from palanca.lexicon.places import place_named
from palanca.reading.grammar.parse import Doc, Token
from palanca.records import Schema

BODIES = frozenset({Schema.PUBLIC_BODY, Schema.COMPANY, Schema.ORGANIZATION})
_PARTY_TAG = re.compile(r"(?<=\()[A-Z]{1,3}\.?\s?[-–]\s?[A-Z][\w. ]{1,20}(?=\))")
_WORDS_AND_BRACKET = 3
_NO_NOUN_TAGS = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "RB", "IN", "CD", "UH"}


def surnames_of_direction(doc: Doc) -> frozenset[str]:
    """Directions that are somebody's surname, as the name finder says: "Adam WEST"."""
    people = (t for t in doc if t.ent_type_ == "PERSON" and t.ent_iob_ == "I")
    found = {t.text for t in people if t.lower_ in particles().directions and not place_named(doc[t.i - 1].text)}
    return frozenset(word for word in found if word.istitle() and doc.text.count(word) > 1)


def bracketed(doc: Doc, lower: Set[str]) -> frozenset[str]:
    """Single words in brackets that shorten the name of a body; none of `lower`, the words that a text writes small."""
    return frozenset(token.text for token in doc if token.is_title and _is_bracketed(token, lower))


def party_tags(doc: Doc) -> frozenset[int]:
    """Tokens of "(D-N.Y.)" behind a legislator: a party's letter and a seat, no name."""
    found = (doc.char_span(*match.span(), alignment_mode="expand") for match in _PARTY_TAG.finditer(doc.text))
    return frozenset(t.i for span in found if span is not None for t in span)


def _is_bracketed(token: Token, lower: Set[str]) -> bool:
    i, doc = token.i, token.doc
    if i < _WORDS_AND_BRACKET or i + 1 >= len(doc) or doc[i - 1].text != "(" or doc[i + 1].text != ")":
        return False
    if not token.is_alpha or token.tag_ in _NO_NOUN_TAGS or token.lower_ in lower:
        return False
    first = last = i - 2
    while first > 0 and doc[first - 1].is_title:
        first -= 1
    return first < last and any(schema_of_head(doc[j].norm_) in BODIES for j in range(first, last + 1))
