"""Of which party somebody is whom it puts up, or who seeks or wins its nomination."""

from collections.abc import Iterator

from palanca.lexicon.tie_lists import campaigns, candidacies, nominating, nominations, standing_for
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.tie_ends import FoundTie, all_named, entity_of, schema_of
from palanca.reading.tie_nouns import holders_of
from palanca.reading.tie_parties import is_joined, party_told
from palanca.records import Filler, Form, Schema, TieKind

_FOR_OFFICE = {"for", "as"}
_TICKET, _ITS = "ticket", {"the", "its", "their"}
_NOUN, _PUT_UP = 0.8, 0.7


def ties_by_nomination(page: Page, token: Token) -> Iterator[FoundTie]:
    """The ties that this one word tells."""
    lemma = token.lemma_.lower()
    if lemma in nominations():
        yield from _by_nomination(page, token)
    if lemma == _TICKET and token.pos_ == "NOUN":
        yield from _by_ticket(page, token)
    if lemma in nominating() and token.pos_ == "VERB":
        yield from _by_putting_up(page, token)


def _by_nomination(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "A front runner for the Radical Party's NOMINATION", "won the Radical NOMINATION": of that party."""
    owners = (*page.grammar.possessors(noun), *page.grammar.modifiers(noun))
    party = next((told for owner in owners if (told := party_told(page, owner))), None)
    for one in dict.fromkeys(_standing(page, noun)) if party else ():
        if party and schema_of(page, one) is Schema.PERSON and one.entity:
            yield FoundTie(kind=TieKind.MEMBER_OF, source=one, target=party, word=noun, confidence=_NOUN)


def _standing(page: Page, noun: Token) -> Iterator[Filler]:
    """Who stands for it: what the noun before "for" is said of, the subject of a verb that wins or seeks it."""
    above = noun.head.head
    if noun.head.norm_ == "for":
        yield from holders_of(page, above)
    if noun.head.norm_ == "for" and above.lemma_.lower() in campaigns():  # "Ruiz's CAMPAIGN for the nomination"
        yield from all_named(page, page.grammar.possessors(above))
    if noun.head.norm_ == "in" and above.lemma_ in candidacies():  # "decided to RUN IN the Radical primary"
        yield from all_named(page, page.grammar.arguments(above).subjects)
    verb = page.grammar.complemented(noun)
    if verb is not None and verb.lemma_ in standing_for() and not page.grammar.arguments(verb).negated:
        yield from all_named(page, page.grammar.arguments(verb).subjects)


def _by_ticket(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "The Radical TICKET of Ana Paz for president and Bo Lin for vice president"."""
    owners = (*page.grammar.possessors(noun), *page.grammar.modifiers(noun))
    before = reversed(page.doc[noun.sent.start : noun.i])  # "the Radical Party, which won a seat with the TICKET of"
    near = (*owners, *before) if page.grammar.phrase(noun)[0].norm_ in _ITS else owners
    party = next((told for owner in near if (told := party_told(page, owner)) and _is_party(page, told)), None)
    if party is not None and noun.i + 1 < len(page.doc) and noun.nbor().norm_ == "of":
        yield from _of_all_behind(page, noun, party)


def _by_putting_up(page: Page, verb: Token) -> Iterator[FoundTie]:
    """ "The Radical Party NOMINATED Ana Paz for president and Bo Lin for vice president"."""
    arguments = page.grammar.arguments(verb)
    named = [told for told in all_named(page, arguments.subjects) if _is_party(page, told)]
    if named and not arguments.negated and not arguments.passive:
        yield from _of_all_behind(page, verb, named[0])


def _of_all_behind(page: Page, word: Token, party: Filler) -> Iterator[FoundTie]:
    for person in _running(page, word):
        yield FoundTie(kind=TieKind.MEMBER_OF, source=person, target=party, word=word, confidence=_PUT_UP)


def _running(page: Page, word: Token) -> Iterator[Filler]:
    """The people behind a word whose names stand before "for" or "as" and an office, up to the next verb."""
    i = word.i + 1
    while i < word.sent.end and page.doc[i].pos_ not in {"VERB", "AUX"}:
        mention = page.cast.mention_at(page.doc[i])
        if mention is None:
            i += 1
            continue
        words, entity = page.cast.tokens[mention], page.cast.entity(mention.entity)
        i = max(words.stop, i + 1)
        is_put_up = i < len(page.doc) and page.doc[i].norm_ in _FOR_OFFICE and mention.form is Form.NAME
        if is_put_up and entity.schema is Schema.PERSON:
            yield page.filler(entity, page.doc[words.start : words.stop].root)


def _is_party(page: Page, told: Filler) -> bool:
    return entity_of(page, told) is None or is_joined(page, told)
