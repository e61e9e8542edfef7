"""Offices told by comparison: "Chile's foreign minister met her Peruvian counterpart, Ana Gil"."""

from collections.abc import Iterator, Sequence

from palanca.reading.grammar.parse import Token
from palanca.reading.office_holding import Holding, people_among
from palanca.reading.page import Page
from palanca.records import Entity

_WORDS = {"counterpart", "counterparts"}
_COLLEAGUES = {"colleague", "colleagues"}
_SURENESS = 0.75
_ABROAD = (" to ", " for ")  # "ambassador to Chile": whose counterpart is to somewhere else


def counterpart_holdings(page: Page, held: Sequence[tuple[int, Entity, str]]) -> Iterator[Holding]:
    """Those who hold in another body what the possessor of "counterpart" holds in theirs, in order.

    `held` gives the offices that the text names by title: where, whose, and the role. Of several that the possessor
    holds, the last told before the word counts, else the first told after it.
    """
    for noun in page.doc:
        if noun.pos_ != "NOUN" or not (noun.norm_ in _WORDS or _is_of_another(page, noun)):
            continue
        owners = _compared(page, noun)
        roles = [(at, role) for at, person, role in held if person in owners]
        if not roles:
            continue
        role = max((r for r in roles if r[0] < noun.i), default=min(roles))[1]
        if any(word in role for word in _ABROAD):
            continue
        names = [name for other in page.grammar.appositions(noun) for name in page.grammar.conjuncts(other)]
        for name, person in people_among(page, names):
            yield Holding(role=role, head=noun, person=person, name=name, confidence=_SURENESS)


def _compared(page: Page, noun: Token) -> set[Entity]:
    """With whom: who is told before "and HIS counterpart", else whose the noun says that it is."""
    first = page.grammar.conjuncts(noun)[0]
    own = page.grammar.possessors(noun)
    beside = [name for name in (first, *page.grammar.appositions(first)) if name.i < noun.i]
    joined = {person for _, person in people_among(page, beside)} if first.i < noun.i else set()
    is_pronoun = any(page.grammar.is_pronoun(token) for token in own)
    return joined if joined and is_pronoun else {person for _, person in people_among(page, own)}


def _is_of_another(page: Page, noun: Token) -> bool:
    """ "Her PERUVIAN COLLEAGUE": of another country, and so of the same office."""
    return noun.norm_ in _COLLEAGUES and any(page.cast.at(m) is not None for m in page.grammar.modifiers(noun))
