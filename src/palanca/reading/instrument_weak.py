"""Nouns that mean much besides an instrument, and when the words around them tell of one all the same.

A licence is one where a field stands before it, or where it is taken from its holder; a loan and a tender where they
are granted or won; a petition where a court has it; a deal where two sides sign it.
"""

from palanca.lexicon.instruments import (
    courts,
    ending_verbs,
    granted_nouns,
    granting_verbs,
    licensed_fields,
    signing_verbs,
    winning_verbs,
)
from palanca.reading.actors import all_of
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import InstrumentKind

_HOLDING = {"hold", "obtain", "receive", "get", "have", "win", "secure", "own", "issue", "grant", "award", "lose"}
_FILING = {"file", "lodge", "bring", "submit", "dismiss", "reject", "hear"}
_BEFORE_COURT = {"at", "in", "with", "before", "by", "to"}


def is_told_fully(page: Page, noun: Token, kind: InstrumentKind, verb: Token | None) -> bool:
    """Whether a weak noun tells of an instrument; `verb` is what is done with it."""
    match kind:
        case InstrumentKind.CONCESSION:
            return _is_licence(page, noun, verb)
        case InstrumentKind.CONTRACT:
            return _is_granted(page, noun, verb)
        case InstrumentKind.LAWSUIT:
            return is_before_court(page, noun, verb)
        case InstrumentKind.AGREEMENT:
            return is_signed_by_two(page, verb)
        case _:
            return False


def _is_licence(page: Page, noun: Token, verb: Token | None) -> bool:
    """ "Holds a MINING licence", "revoked the BROADCASTER'S licence"; nobody's driving licence."""
    words = {t.lower_ for t in page.grammar.phrase(noun) if t.i < noun.i}
    if verb is None:
        return False
    if not licensed_fields().isdisjoint(words):
        return verb.lemma_ in _HOLDING | ending_verbs()
    owners = page.grammar.possessors(noun)
    return verb.lemma_ in ending_verbs() and any(t.pos_ in {"NOUN", "PROPN"} for t in owners)


def _is_granted(page: Page, noun: Token, verb: Token | None) -> bool:
    """ "GRANTED Malawi a LOAN", "WON the TENDER": of somebody named."""
    wanted = granted_nouns().get(noun.lemma_.lower())
    if verb is None or wanted is None:
        return False
    if verb.lemma_ not in (granting_verbs() | winning_verbs() if wanted == "granted" else winning_verbs()):
        return False
    told = page.grammar.arguments(verb)
    around = (*told.subjects, *told.indirect, *(o.token for o in told.obliques))
    return bool(all_of(page, around))


def is_before_court(page: Page, noun: Token, verb: Token | None) -> bool:
    """ "Filed a PETITION at the High Court": a suit, whoever its sides are."""
    if verb is None or verb.lemma_ not in _FILING:
        return False
    told = (*page.grammar.arguments(verb).obliques, *page.grammar.prepositional(noun))
    near = (o.token for o in told if o.preposition in _BEFORE_COURT)
    heard = page.grammar.arguments(verb).subjects
    return any(word.lower_ in courts() for token in (*near, *heard) for word in page.grammar.phrase(token))


def is_signed_by_two(page: Page, verb: Token | None) -> bool:
    """ "The rebels and the army SIGNED a deal": of two sides, named or not."""
    if verb is None or verb.lemma_ not in signing_verbs():
        return False
    told = page.grammar.arguments(verb)
    return len(told.subjects) > 1 and not told.negated
