"""Ties told by a noun that leads from whoever has it to a thing: "China's INVESTMENT in Chancay"."""

from collections.abc import Iterator

from palanca.lexicon.tie_lists import doubted, giving, having_verbs, offering, shares
from palanca.lexicon.ties import TieLink, tie_links
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.reading.tie_domains import domains_of
from palanca.reading.tie_ends import FoundTie, all_named, entity_of, noun_key
from palanca.reading.tie_parties import is_movement, is_party
from palanca.records import Filler, Schema, TieKind
from palanca.records.entity import BODIES

_TIED = BODIES | {Schema.PLACE, Schema.PROJECT, Schema.VEHICLE}
_LINK = 0.65


def ties_by_link(page: Page, noun: Token) -> Iterator[FoundTie]:
    """The ties that this one noun tells: "Volta Holding has a STAKE in the port"."""
    key = noun_key(noun, tie_links())
    link = tie_links()[key] if key else None
    verb = page.grammar.complemented(noun) if link else None
    if link is None or (verb is not None and verb.lemma_ in offering()):
        return
    targets = _targets(page, noun, link)
    governed = (f for t in targets for f in domains_of(page, t)) if link.kind is TieKind.CONTROLS else ()
    havers = dict.fromkeys(_havers(page, noun, link))
    for target in (*all_named(page, targets), *governed):
        for source in all_named(page, havers):
            if _links(page, link, source, target):
                yield FoundTie(kind=link.kind, source=source, target=target, word=noun, confidence=_LINK)


def _havers(page: Page, noun: Token, link: TieLink) -> Iterator[Token]:
    grammar = page.grammar
    yield from grammar.possessors(noun)
    yield from _peoples_before(page, noun)
    if noun.head.norm_ == "with":  # "a militia WITH LINKS to Togo"
        yield noun.head.head
    if noun.head.norm_ == "in" and link.kind is TieKind.PARTNER_OF:  # "governs IN COALITION with the Front"
        yield from grammar.arguments(noun.head.head).subjects
    verb = grammar.complemented(_whole_of(noun))
    if verb is not None and verb.lemma_ in having_verbs() and not grammar.arguments(verb).negated:
        yield from grammar.arguments(verb).subjects
    if verb is not None and verb.lemma_ in giving() and not grammar.arguments(verb).negated:
        yield from grammar.arguments(verb).indirect  # "GIVES VOLTA control of", "handed control of it TO VOLTA"
        yield from (m for m in grammar.modifiers(noun) if page.cast.at(m) is not None)  # taken for "Volta control"
        yield from (o.token for o in grammar.arguments(verb).obliques if o.preposition == "to")
    if (doubting := _doubting(page, noun)) is not None:  # "has ALLEGED ties to"
        yield from grammar.arguments(doubting).subjects
    if link.states:  # "the EXIT OF TOGO from the Rim Pact"
        yield from (o.token for o in grammar.prepositional(noun) if o.preposition == "of")


def _targets(page: Page, noun: Token, link: TieLink) -> list[Token]:
    grammar, verb = page.grammar, page.grammar.complemented(_whole_of(noun))
    targets = [o.token for o in grammar.prepositional(noun) if o.preposition in link.prepositions]
    if not targets and verb is not None:  # "a firm IN WHICH Togo holds a stake"
        targets = [o.token for o in grammar.arguments(verb).obliques if o.preposition in link.prepositions]
    if link.kind is TieKind.MEMBER_OF:  # "a seat on the BOARD of Volta"
        targets = [t for one in targets for t in _behind_board(page, one)]
    return targets


def _links(page: Page, link: TieLink, source: Filler, target: Filler) -> bool:
    """Whether both ends are what the noun asks for."""
    one, other = entity_of(page, source), entity_of(page, target)
    if one is None or other is None:
        return one is not None and target.entity is None and link.kind is TieKind.CONTROLS
    if link.states:
        return is_state(one) and other.schema in BODIES
    if link.people:
        return one.schema is Schema.PERSON and (is_party(other) or is_movement(other))
    return other.schema in (_TIED | {Schema.PERSON} if link.kind is TieKind.PARTNER_OF else _TIED)


def _doubting(page: Page, noun: Token) -> Token | None:
    """The verb for which a parser takes the participle of "has ALLEGED ties": whoever has them is its subject."""
    verb = noun.head
    is_such = verb.norm_ in doubted() and noun.i == verb.i + 1 and verb.tag_ == "VBN"
    return verb if is_such and page.grammar.arguments(verb).auxiliaries == ("have",) else None


def _whole_of(noun: Token) -> Token:
    """ "Most of" for "provides MOST OF the funding"."""
    above = noun.head
    return above.head if above.norm_ == "of" and above.head.lemma_.lower() in shares() else noun


def _behind_board(page: Page, noun: Token) -> list[Token]:
    if noun.lemma_.lower() != "board" or page.cast.at(noun) is not None:
        return [noun]
    behind = [o.token for o in page.grammar.prepositional(noun) if o.preposition == "of"]
    return [*page.grammar.possessors(noun), *behind]


def _peoples_before(page: Page, noun: Token) -> list[Token]:
    """ "CHINESE investment in Lamu": whose it is, told by a demonym."""
    return [m for m in page.grammar.modifiers(noun) if (e := page.cast.at(m)) and is_state(e)]
