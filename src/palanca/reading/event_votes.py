"""What an assembly, a party or a people decides by voting to do it: "parliament VOTED 84 to 12 TO ABOLISH the levy".

The vote does what the infinitive names; one that the frames do not know is supported. Only voters that are told by
name, or sit in a parliament, decide anything of power.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from palanca.lexicon.frames import Pattern, frames
from palanca.lexicon.sectors import sectors_of_nouns
from palanca.reading.actors import entity_behind
from palanca.reading.event_parties import sides
from palanca.reading.event_sides import Sides, once
from palanca.reading.frames import Match, best_verb_pattern
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.page import Page
from palanca.reading.party_nouns import acting, parties_in
from palanca.records import Schema

_VOTE, _BACK = "vote", "back"
_VOTERS = {Schema.PUBLIC_BODY, Schema.ORGANIZATION, Schema.PLACE}
_CHOOSING = {"elect", "reelect", "re-elect", "choose", "select", "confirm", "name", "nominate", "appoint", "install"}
_SITTING = {"LEG", "PTY"}
_BEFORE_DEEDS = {"to", "for"}  # Spanish votes FOR doing it
_ENDS = {";", ":", "“", '"'}


class Decision(NamedTuple):
    """`verb` is the vote, `deed` the infinitive; `pattern` is None where the frames do not know the deed.

    `undone`: they did not vote for it.
    """

    verb: Token
    deed: Token
    pattern: Pattern | None
    sides: Sides
    undone: bool


def decisions_in(page: Page, sentence: TokenSpan) -> Iterator[Decision]:
    """What is decided by vote in a sentence, in order of the text."""
    for verb in sentence:
        if verb.lemma_ != _VOTE or verb.pos_ != "VERB":
            continue
        arguments = page.grammar.arguments(verb)
        voters = [s for s in arguments.subjects if _is_voter(page, s)]
        deed = _deed(verb)
        if deed is None or not voters or arguments.passive:
            continue
        pattern = best_verb_pattern(page, deed)
        yield Decision(verb, deed, pattern, _sides(page, deed, pattern, voters), arguments.negated)


def deciding() -> Pattern:
    """The pattern for a deed that the frames do not know."""
    return next(p for p in frames().verbs[_VOTE] if p.frame.name == _BACK)


def _deed(verb: Token) -> Token | None:
    """The first infinitive behind a vote; the "to" of a count (84 TO 12) has none behind it."""
    for token in verb.doc[verb.i + 1 : verb.sent.end - 1]:
        if token.text in _ENDS or (token.pos_ == "VERB" and token.tag_ != "VB"):
            return None
        behind = token.nbor(1)
        if token.norm_ in _BEFORE_DEEDS and behind.tag_ == "VB":
            return behind
    return None


def _is_voter(page: Page, token: Token) -> bool:
    found = entity_behind(page, token)
    sitting = sectors_of_nouns().get(token.lemma_.lower()) in _SITTING
    return sitting or (found is not None and found[0].schema in _VOTERS)


def _sides(page: Page, deed: Token, pattern: Pattern | None, voters: list[Token]) -> Sides:
    actors = once(t for voter in voters for t in acting(page, voter))
    arguments = replace(page.grammar.arguments(deed), subjects=tuple(voters))
    if pattern is None:
        chosen = arguments.objects if deed.lemma_ in _CHOOSING else ()
        return Sides(actors=actors, recipients=once(t for o in chosen for t in parties_in(page, o)))
    found = sides(page, Match(pattern=pattern, word=deed, anchor=deed, arguments=arguments))
    return replace(found, actors=actors, recipients=once(t for t in found.recipients if t not in actors))
