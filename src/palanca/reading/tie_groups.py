"""Groups and those who make them up: blocs, the party of a person, and the firms that a state calls its own."""

from collections.abc import Iterator

from spacy.tokens import Token

from palanca.lexicon.ties import blocs, state_firms
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.reading.tie_ends import FoundTie, entity_of, listed, schema_of
from palanca.reading.tie_nouns import holders_of, is_denied
from palanca.records import Filler, Schema, TieKind
from palanca.records.entity import BODIES

_OF_STATE = {"state", "government", "sovereign"}
_FEWEST_MEMBERS = 2
_NOUN = 0.8


def ties_by_group(page: Page, token: Token) -> Iterator[FoundTie]:
    """The ties that this one noun tells."""
    lemma = token.lemma_.lower()
    if lemma in blocs():
        yield from _by_bloc(page, token)
    if lemma == "party":
        yield from _by_party_of(page, token)
    if lemma in state_firms():
        yield from _by_state_firm(page, token)


def _by_bloc(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "The Rim Pact, an ALLIANCE of Peru, Chile and Fiji": states are members of it, bodies parts."""
    behind = [o.token for o in page.grammar.prepositional(noun) if o.preposition in {"of", "between", "among"}]
    named = dict.fromkeys(t for one in behind for t in listed(page, one))
    members = [(e, t) for t in named if (e := page.cast.at(t)) and (is_state(e) or e.schema in BODIES)]
    if len(members) < _FEWEST_MEMBERS or is_denied(page, noun):
        return
    for group in dict.fromkeys(holders_of(page, noun)):
        for member, token in members if schema_of(page, group) in {*BODIES, Schema.LAW} else ():
            kind = TieKind.MEMBER_OF if is_state(member) else TieKind.PART_OF
            yield FoundTie(kind=kind, source=page.filler(member, token), target=group, word=noun, confidence=_NOUN)


def _by_party_of(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "Ana Ruiz's PARTY, the Green Front", "her Radical PARTY", "the Green Front, the PARTY of Ana Ruiz"."""
    behind = [o.token for o in page.grammar.prepositional(noun) if o.preposition == "of"]
    owners = [(e, t) for t in (*page.grammar.possessors(noun), *behind) if (e := page.cast.at(t))]
    people = [page.filler(e, t) for e, t in owners if e.schema is Schema.PERSON]
    for party in _parties(page, noun) if people else ():
        if schema_of(page, party) is Schema.ORGANIZATION:
            yield FoundTie(kind=TieKind.MEMBER_OF, source=people[0], target=party, word=noun, confidence=_NOUN)


def _parties(page: Page, noun: Token) -> list[Filler]:
    if (own := page.cast.at(noun)) is not None:
        mention = page.cast.mention_at(noun)
        return [page.filler(own, noun)] if mention and mention.form == "name" else []
    before = [page.filler(e, m) for m in page.grammar.modifiers(noun) if (e := page.cast.at(m))]
    return before or list(dict.fromkeys(holders_of(page, noun)))[:1]


def _by_state_firm(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "Gabon's state oil COMPANY, Petrogab", "the Gabonese state oil COMPANY Petrogab"."""
    grammar = page.grammar
    head = noun.head if grammar.is_premodifier(noun) else noun
    before = [*grammar.modifiers(noun), *grammar.modifiers(head)]
    if not any(m.norm_ in _OF_STATE and page.cast.at(m) is None and m.i < noun.i for m in before):
        return
    near = [*grammar.possessors(noun), *grammar.possessors(head), *before]
    owner = next((page.filler(e, t) for t in near if (e := page.cast.at(t)) and is_state(e)), None)
    for firm in dict.fromkeys(holders_of(page, noun)) if owner else ():
        thing = entity_of(page, firm)
        if owner and thing and thing.schema in BODIES:
            yield FoundTie(kind=TieKind.OWNS, source=owner, target=firm, word=noun, confidence=_NOUN)
