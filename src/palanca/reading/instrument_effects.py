"""Whom an instrument allows something, and for how long: "Resolution 7, which AUTHORISES Togolese troops to enter"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from palanca.lexicon.instruments import allowing_verbs
from palanca.reading.actors import all_of
from palanca.reading.page import Page
from palanca.records import Filler, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """Who may do something by an instrument, and the days for which it is told; None where no stretch is."""

    parties: tuple[Filler, ...] = ()
    valid: Time | None = None


def allowed_by(page: Page, instrument: Token) -> Allowed:
    """What the clauses say of which the instrument is the subject; nothing where none of them allows anything."""
    for verb in _allowing(page, instrument):
        arguments = page.grammar.arguments(verb)
        doing = [noun for clause in arguments.complements for noun in page.grammar.arguments(clause).subjects]
        parties = all_of(page, (noun for noun in (*arguments.objects, *doing) if noun is not instrument))
        return Allowed(
            parties=tuple(one for one in parties if not _is_it(page, one, instrument)), valid=_for(page, verb)
        )
    return Allowed()


def _allowing(page: Page, instrument: Token) -> Iterator[Token]:
    for token in instrument.sent:
        if token.pos_ == "VERB" and token.lemma_.lower() in allowing_verbs():
            arguments = page.grammar.arguments(token)
            if instrument in arguments.subjects and not (arguments.passive or arguments.negated):
                yield token


def _is_it(page: Page, filler: Filler, instrument: Token) -> bool:
    named = page.cast.at(instrument)
    return named is not None and filler.entity == named.id


def _for(page: Page, verb: Token) -> Time | None:
    """The first stretch of days that its clause tells."""
    clause = page.grammar.subtree(verb)
    told = (one.time for one in page.times if clause.start <= one.first and one.last <= clause.end)
    return next((time for time in told if time.end is not None), None)
