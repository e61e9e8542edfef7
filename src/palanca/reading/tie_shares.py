"""Shares that are left to others, and those whom somebody hires: ties of which one end is told in another clause."""

from collections.abc import Iterator

from palanca.lexicon.tie_lists import remainders, shares
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.tie_ends import FoundTie, all_named, described, schema_of
from palanca.records import Filler, Schema, TieKind
from palanca.records.entity import BODIES

_HOLDING = {"own", "hold", "belong", "control"}
_REPRESENTING = {"represent", "defend", "lobby"}
_HIRING = {"hire", "retain", "instruct", "engage", "choose", "appoint"}
_OWNED = BODIES | {Schema.PROJECT, Schema.VEHICLE}
_LINK = 0.65


def ties_by_remainder(page: Page, verb: Token) -> Iterator[FoundTie]:
    """ "Togo owns half of Volta; THE REST is held by Sonec": of Volta, of which a share was told before."""
    if verb.lemma_ not in _HOLDING:
        return
    arguments = page.grammar.arguments(verb)
    is_belonging = verb.lemma_ == "belong"
    held = arguments.subjects if is_belonging else arguments.objects
    rest = next((t for t in held if t.lemma_.lower() in remainders() or _is_other_share(page, t)), None)
    if rest is None or arguments.negated or any(o.preposition == "of" for o in page.grammar.prepositional(rest)):
        return
    behind = tuple(o.token for o in arguments.obliques if o.preposition == "to")
    things = list(_shared_before(page, rest))
    for noun in behind if is_belonging else arguments.subjects:
        for owner in list(all_named(page, (noun,))) or filter(None, (described(page, noun),)):
            for thing in things:
                yield FoundTie(kind=TieKind.OWNS, source=owner, target=thing, word=verb, confidence=_LINK)


def _is_other_share(page: Page, noun: Token) -> bool:
    """ "The OTHER HALF", "the other 49 percent"."""
    words = [t.norm_ for t in page.grammar.phrase(noun)]
    return noun.lemma_.lower() in shares() and "other" in words and page.cast.at(noun) is None


def ties_by_hiring(page: Page, verb: Token) -> Iterator[FoundTie]:
    """ "Togo HIRED Baker Stone TO REPRESENT it": whoever is hired represents the one who hires."""
    governor = page.grammar.governor(verb)
    if verb.lemma_ not in _REPRESENTING or governor.head is None or governor.head.lemma_ not in _HIRING:
        return
    hiring, own = page.grammar.arguments(governor.head), page.grammar.arguments(verb)
    is_itself = all(page.grammar.is_pronoun(token) for token in own.objects)
    if hiring.negated or not is_itself:
        return
    for agent in all_named(page, hiring.objects):
        for client in all_named(page, hiring.subjects):
            if agent.entity != client.entity:
                yield FoundTie(kind=TieKind.REPRESENTS, source=agent, target=client, word=verb, confidence=_LINK)


def _shared_before(page: Page, rest: Token) -> Iterator[Filler]:
    """What the last share before, in the same sentence or the one before, is of."""
    start = page.doc[rest.sent.start - 1].sent.start if rest.sent.start else 0
    for noun in reversed(page.doc[start : rest.i]):
        if noun.lemma_.lower() not in shares() or page.cast.at(noun) is not None:
            continue
        of = (o.token for o in page.grammar.prepositional(noun) if o.preposition in {"of", "in"})
        found = [thing for thing in all_named(page, of) if schema_of(page, thing) in _OWNED]
        if found:
            yield found[0]
            return
