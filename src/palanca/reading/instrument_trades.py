"""Contracts told as agreements to trade: "a deal to BUY gas from Volta", "agreed to SELL its bank to Nordbank"."""

from palanca.lexicon.instruments import trading_verbs
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.records.entity import BODIES

_LEADING = {"to", "over", "on", "for", "about", "of"}
_WITH = {"to", "from"}
_BESIDE = {"with", "between"}
_FARTHEST, _LONGEST_PARTIES = (
    3,
    8,
)  # tokens from "to" to the verb ("a deal to jointly buy"), and past "with Volta Lines"


def trade_behind(noun: Token) -> Token | None:
    """The verb of trade that tells what an agreement is about; `noun` may be the verb "agree"."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 2 + _FARTHEST, noun.sent.end)]
    if len(behind) and behind[0].norm_ in _BESIDE:
        behind = noun.doc[noun.i + 1 : min(noun.i + 2 + _LONGEST_PARTIES, noun.sent.end)]
    elif not len(behind) or behind[0].norm_ not in _LEADING:
        return None
    verb = next((t for t in behind[1:] if t.pos_ in {"VERB", "AUX"} or t.text == ","), None)
    is_such = verb is not None and verb.tag_ in {"VB", "VBG"} and verb.lemma_ in trading_verbs()
    return verb if is_such else None


def traded_with(page: Page, verb: Token) -> tuple[Token, ...]:
    """The body or state to which, or from which, somebody agrees to trade something; nobody where none is named."""
    trade = trade_behind(verb)
    obliques = page.grammar.arguments(trade).obliques if trade is not None else ()
    behind = (o.token for o in obliques if o.preposition in _WITH)
    return tuple(t for t in behind if (e := page.cast.at(t)) and (e.schema in BODIES or is_state(e)))
