"""With whom a paper is made, where the parser hangs "with" on what the paper is for."""

from collections.abc import Iterator

from palanca.lexicon.instruments import instrument_nouns
from palanca.reading.grammar.parse import Token
from palanca.records import InstrumentKind

_MADE_BY_TWO = {InstrumentKind.AGREEMENT, InstrumentKind.CONTRACT, InstrumentKind.CONCESSION}
_ABOUT = {"for", "on", "of", "over"}


def partners_below(noun: Token) -> Iterator[Token]:
    """Each "with" before a name below the purpose of a paper: "signed a CONCESSION for the port WITH Volta"."""
    if instrument_nouns().get(noun.lemma_.lower()) not in _MADE_BY_TWO:
        return
    for about in noun.children:
        if about.dep_ == "prep" and about.norm_ in _ABOUT:
            for matter in about.children:
                if matter.dep_ == "pobj" and matter.pos_ == "NOUN":
                    yield from (c for c in matter.children if _is_with_name(c))


def _is_with_name(word: Token) -> bool:
    is_with = word.dep_ == "prep" and word.norm_ == "with"
    return is_with and any(c.dep_ == "pobj" and c.pos_ == "PROPN" for c in word.children)
