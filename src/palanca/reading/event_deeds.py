"""Whom a word about a deed concerns: who condemns "Chad's arrest of Ana Ruiz" blames Chad, and not Ana Ruiz.

A noun that tells an act is done by whoever stands before it ("CHAD'S invasion", "the CHADIAN invasion") or behind "by";
where the noun is one that its possessor undergoes ("Ruiz's ARREST"), only if another stands behind "of".
"""

from collections.abc import Iterator
from itertools import chain

from palanca.lexicon.frames import Frame, frames
from palanca.reading.actors import entity_behind
from palanca.reading.frame_nouns import is_partyish
from palanca.reading.frames import noun_pattern
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.party_nouns import is_party, parties_in, verb_of
from palanca.reading.states import is_town
from palanca.records import Category

_BLAMING = {Category.ACCUSE, Category.PROTEST}
_JUDGING = _BLAMING | {Category.SUPPORT, Category.REJECT}
_DEEDS = {Category.ASSAULT, Category.COERCE, Category.SANCTION, Category.MOBILIZE, Category.RETREAT, Category.REJECT}
_STEPS = {"move", "step", "decision", "measure", "action", "choice", "gesture", "act", "ruling"}
_CLAUSES = {Relation.PARTICIPLE, Relation.RELATIVE}
_DONE = {"VBD", "VBN"}
_APOLOGIES = {"apologize", "recognize"}  # made to whoever suffered the deed, or held of whoever it set up


def judged(page: Page, noun: Token, frame: Frame) -> tuple[Token, ...] | None:
    """Who did the deed that a judging act is about, perhaps nobody; None if the noun tells none or it judges none.

    Any other thing is whoever made it, where the words say so: "denounced CHAD'S sale of arms", "rejected a bill
    proposed BY RUIZ".
    """
    if frame.category not in _JUDGING or frame.mode in _APOLOGIES or noun.pos_ != "NOUN" or page.cast.at(noun):
        return None
    if doers := tuple(_doers_of_clause(page, noun)):
        return doers
    if frame.category is not Category.REJECT and _is_deed(page, noun):
        doers = tuple(dict.fromkeys(doers_of(page, noun)))
        return doers if doers or frame.category in _BLAMING else None
    if is_partyish(page, noun) or noun.lemma_.lower() in frames().undergone:
        return None
    owners = (t for t in page.grammar.possessors(noun) if page.cast.at(t) is not None and t.pos_ == "PROPN")
    others = () if frame.category is Category.SUPPORT else makers(page, noun)  # "ratified a pact SIGNED BY both"
    return tuple(dict.fromkeys((*owners, *others))) or None


def doers_of(page: Page, noun: Token) -> Iterator[Token]:
    """Who does what a noun tells, by the words around it."""
    joined = page.grammar.prepositional(noun)
    if noun.lemma_.lower() not in frames().undergone or any(o.preposition == "of" for o in joined):
        yield from (t for t in page.grammar.possessors(noun) if is_party(page, t))
    before = ((t, page.cast.at(t)) for t in page.grammar.modifiers(noun))
    yield from (t for t, named in before if named and is_party(page, t) and not is_town(named))
    undergoing = (page.grammar.prepositional(o.token) for o in joined if o.preposition == "of")
    verb = verb_of(noun)
    around = page.grammar.arguments(verb) if verb is not None else None
    behind = () if around is None or around.passive else around.obliques
    for oblique in (*joined, *chain.from_iterable(undergoing), *behind):  # the parser hangs "by" on any of them
        if oblique.preposition == "by" and oblique.token.i > noun.i:
            yield from (t for t in parties_in(page, oblique.token) if entity_behind(page, t) is not None)
    yield from makers(page, noun)


def makers(page: Page, noun: Token) -> Iterator[Token]:
    """Who made or did it: "a suit FILED BY Ruiz", "a bill which WAS TABLED BY her", "a levy THAT RUIZ INTRODUCED"."""
    for verb in noun.children:
        told, relation = page.grammar.arguments(verb), page.grammar.governor(verb).relation
        made = verb.tag_ in _DONE and verb.lemma_ in frames().gives and noun in told.objects
        made = made and relation is Relation.RELATIVE
        if made or (verb.tag_ == "VBN" and told.passive and relation in _CLAUSES):
            doers = told.subjects if verb.i > noun.i else ()
            yield from (t for doer in doers for t in parties_in(page, doer) if entity_behind(page, t) is not None)


def _doers_of_clause(page: Page, noun: Token) -> Iterator[Token]:
    """Whose deed the clause before tells: "Chad closed the port, A MOVE condemned by Togo"."""
    phrase = page.grammar.phrase(noun)
    if noun.lemma_.lower() not in _STEPS or phrase[0].norm_ != "a" or not phrase.start:
        return
    if page.doc[phrase.start - 1].text != ",":
        return
    for verb in (verb_of(noun), noun.sent.root):
        if verb is not None and verb.pos_ == "VERB" and verb.i < noun.i:
            doers = [t for t in page.grammar.arguments(verb).subjects if is_party(page, t)]
            yield from doers
            if doers:
                return


def _is_deed(page: Page, noun: Token) -> bool:
    pattern = noun_pattern(page, noun)
    lemma = noun.lemma_.lower()
    if lemma in frames().undergone or lemma in frames().classes["abuse"]:
        return True
    return pattern is not None and pattern.frame.category in _DEEDS
