"""Whose child "their son" is: of the two people who were told of together right before."""

from collections.abc import Iterator

from palanca.lexicon.ties import tie_nouns
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.tie_ends import beside, noun_key
from palanca.records import Entity, Filler, Schema, TieKind

_PAIR = 2


def couple_before(page: Page, pronoun: Token) -> Iterator[Filler]:
    """Both of the last two people joined by "and", or of whom one is the other's spouse, in this sentence or the last.

    Nothing where three or more are joined, or nobody is: the parents are not told then.
    """
    start = page.doc[pronoun.sent.start - 1].sent.start if pronoun.sent.start else 0
    for token in reversed(page.doc[start : pronoun.i]):
        person = _person(page, token)
        if person is None:
            continue
        pair = _joined(page, token) or _married(page, token)
        if len(pair) == _PAIR:
            yield from (page.filler(entity, one) for one, entity in pair.items())
            return
        if len(pair) > _PAIR:
            return


def _joined(page: Page, token: Token) -> dict[Token, Entity]:
    """The people that "and" joins to one, through the noun that calls one of them: "Ivo Sá and HIS WIFE LENA"."""
    found: dict[Token, Entity] = {}
    for noun in page.grammar.conjuncts(token):
        for one in (noun, *beside(page, noun)):
            entity = _person(page, one)
            if entity is not None and entity not in found.values():
                found[one] = entity
    return found if len(found) > 1 else {}


def _married(page: Page, token: Token) -> dict[Token, Entity]:
    """ "Ana Ruiz and her HUSBAND", "his wife, LENA SÁ": the one who is called a spouse, and whose."""
    for noun in (*page.grammar.appositions(token), *page.grammar.said_of(token)):
        key = noun_key(noun, tie_nouns())
        if key is None or tie_nouns()[key][0].kind is not TieKind.SPOUSE:
            continue
        owners = {o: e for o in page.grammar.possessors(noun) if (e := _person(page, o))}
        if owners and (own := _person(page, token)) and own not in owners.values():
            return {token: own, **owners}
    return {}


def _person(page: Page, token: Token) -> Entity | None:
    entity = page.cast.at(token)
    return entity if entity is not None and entity.schema is Schema.PERSON else None
