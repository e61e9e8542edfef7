"""Offices told by comparison: "Chile's foreign minister met her Peruvian counterpart, Ana Gil"."""

from collections.abc import Iterator, Sequence

from palanca.reading.office_holding import Holding, people_among
from palanca.reading.page import Page
from palanca.records import Entity

_WORDS = {"counterpart", "counterparts"}
_SURENESS = 0.75
_ABROAD = (" to ", " for ")  # "ambassador to Chile": whose counterpart is to somewhere else


def counterpart_holdings(page: Page, held: Sequence[tuple[int, Entity, str]]) -> Iterator[Holding]:
    """Those who hold in another body what the possessor of "counterpart" holds in theirs, in order.

    `held` gives the offices that the text names by title: where, whose, and the role. Of several that the possessor
    holds, the last told before the word counts, else the first told after it.
    """
    for noun in page.doc:
        if noun.norm_ not in _WORDS or noun.pos_ != "NOUN":
            continue
        owners = {person for _, person in people_among(page, page.grammar.possessors(noun))}
        roles = [(at, role) for at, person, role in held if person in owners]
        if not roles:
            continue
        role = max((r for r in roles if r[0] < noun.i), default=min(roles))[1]
        if any(word in role for word in _ABROAD):
            continue
        names = [name for other in page.grammar.appositions(noun) for name in page.grammar.conjuncts(other)]
        for name, person in people_among(page, names):
            yield Holding(role=role, head=noun, person=person, name=name, confidence=_SURENESS)
