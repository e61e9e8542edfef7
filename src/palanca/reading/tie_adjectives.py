"""Ties told by an adjective and its preposition: "Ana is MARRIED to Juan", "a firm LOYAL to the president"."""

from collections.abc import Iterator

from palanca.lexicon.ties import TieAdjective, tie_adjectives
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.tie_ends import FoundTie, named, schema_of
from palanca.reading.tie_nouns import is_denied
from palanca.records import Filler, Schema

_ADJECTIVE = 0.8


def ties_by_adjective(page: Page, adjective: Token) -> Iterator[FoundTie]:
    """ "Ana is MARRIED to Juan", "a firm LOYAL to the president"."""
    tie = tie_adjectives()[adjective.norm_]
    said_of = page.grammar.predicated_of(adjective) or page.grammar.arguments(adjective).objects or (adjective.head,)
    said_of = _judged(page, adjective) or said_of
    for oblique in page.grammar.prepositional(adjective):
        target = named(page, oblique.token) if oblique.preposition == tie.preposition else None
        if target and is_denied(page, adjective):
            continue
        for noun in said_of if target else ():
            source = named(page, noun)
            if source and target and noun is not adjective and _suits(page, tie, source, target):
                yield FoundTie(kind=tie.kind, source=source, target=target, word=adjective, confidence=_ADJECTIVE)


def _judged(page: Page, adjective: Token) -> tuple[Token, ...]:
    """Of whom it is said behind a source: "the guild is, ACCORDING TO TOGO, SUPPORTIVE of the rebels"."""
    source = adjective.head
    behind = source.i < adjective.i and source.head.norm_ == "to" and source.head.head.norm_ == "according"
    return page.grammar.arguments(source.head.head.head).subjects if behind else ()


def _suits(page: Page, tie: TieAdjective, source: Filler, target: Filler) -> bool:
    """Whether both ends are what the adjective asks for: no town CLOSE to another is its partner."""
    ends = {schema_of(page, source), schema_of(page, target)}
    return ends == {Schema.PERSON} if tie.people else not tie.peers or ends == {Schema.ORGANIZATION}
