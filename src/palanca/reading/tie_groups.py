"""Groups and those who make them up: blocs, treaties, parties of people, and the firms that a state calls its own."""

from collections.abc import Iterator

from palanca.lexicon.tie_lists import blocs, candidacies, state_firms, treaty_heads
from palanca.lexicon.titles import titles
from palanca.reading.grammar.parse import Token
from palanca.reading.office_country import home_country
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.reading.tie_ends import FoundTie, all_named, entity_of, listed, schema_of
from palanca.reading.tie_nouns import holders_of, is_denied
from palanca.reading.tie_parties import is_party, party_told
from palanca.records import Filler, Form, Schema, TieKind
from palanca.records.entity import BODIES

_OF_STATE = {"state", "government", "sovereign"}
_FEWEST_MEMBERS = 2
_MEMBERS = {"country", "nation", "state", "member", "economy", "republic"}
_BETWEEN = {",", "and", "the", "&", ":", "–", "—", "(", "comprising", "including"}
_SIGNING = {"sign", "ratify"}
_BECOMING = {"become"}
_FELLOW = "fellow"
WORDS_OF_LISTS = {"all", "both", _FELLOW}  # "Ana Ruiz and Bo Lin, BOTH Radicals"
_OF_LIST = {",", "and", "of", "from", "the"}
_FARTHEST = 15  # tokens from "ran" to "as a Radical"
_NOUN, _SIGNED = 0.8, 0.65


def ties_by_group(page: Page, token: Token) -> Iterator[FoundTie]:
    """The ties that this one word tells."""
    lemma = token.lemma_.lower()
    if lemma in blocs():
        yield from _by_bloc(page, token)
    if lemma == "party":
        yield from _by_party_of(page, token)
    if lemma in state_firms():
        yield from _by_state_firm(page, token)
    if token.norm_ in WORDS_OF_LISTS:
        yield from _by_all(page, token)
    if token.pos_ == "VERB" and lemma in candidacies() | _BECOMING:
        yield from _by_standing_as(page, token)
    if lemma in _SIGNING and token.pos_ == "VERB":
        yield from _by_signing(page, token)


def _by_bloc(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "The Rim Pact, an ALLIANCE of Peru, Chile and Fiji": states are members of it, bodies parts."""
    behind = [o.token for o in page.grammar.prepositional(noun) if o.preposition in {"of", "between", "among"}]
    named = dict.fromkeys(t for one in behind for t in (*listed(page, one), *_enumerated(page, one)))
    members = [(e, t) for t in named if (e := page.cast.at(t)) and (is_state(e) or e.schema in BODIES)]
    if len(members) < _FEWEST_MEMBERS or is_denied(page, noun):
        return
    for group in dict.fromkeys(holders_of(page, noun)):
        for member, token in members if schema_of(page, group) in {*BODIES, Schema.LAW} else ():
            kind = TieKind.MEMBER_OF if is_state(member) else TieKind.PART_OF
            yield FoundTie(kind=kind, source=page.filler(member, token), target=group, word=noun, confidence=_NOUN)


def _enumerated(page: Page, noun: Token) -> Iterator[Token]:
    """The states told one after the other behind "of seven COUNTRIES,", wherever the parser hangs them."""
    if noun.lemma_.lower() not in _MEMBERS or page.cast.at(noun) is not None:
        return
    i = noun.i + 1
    while i < noun.sent.end:
        mention = page.cast.mention_at(page.doc[i])
        if mention is not None and is_state(page.cast.entity(mention.entity)):
            words = page.cast.tokens[mention]
            yield page.doc[words.start : words.stop].root
            i = words.stop
        elif page.doc[i].norm_ in _BETWEEN:
            i += 1
        else:
            return


def _by_standing_as(page: Page, verb: Token) -> Iterator[FoundTie]:
    """ "Ana Ruiz RAN for mayor as a Radical", "was elected as a Radical", "BECAME a Radical"."""
    arguments = page.grammar.arguments(verb)
    people = arguments.objects if arguments.passive else arguments.subjects
    party = next(_parties_as(page, verb), None) if not arguments.negated else None
    for person in dict.fromkeys(all_named(page, people)) if party else ():
        if party and schema_of(page, person) is Schema.PERSON:
            yield FoundTie(kind=TieKind.MEMBER_OF, source=person, target=party, word=verb, confidence=_NOUN)


def _by_all(page: Page, word: Token) -> Iterator[FoundTie]:
    """ "Ana Ruiz, Ivo Sá and Bo Lin, ALL Radicals": each of the list. "Ana Ruiz and FELLOW Radical Bo Lin": she too."""
    party = party_told(page, word.nbor()) if word.i + 1 < word.sent.end else None
    entity = entity_of(page, party) if party else None
    if party is None or (entity is not None and not is_party(entity)):
        return
    for person in _people_before(page, word):
        yield FoundTie(kind=TieKind.MEMBER_OF, source=person, target=party, word=word, confidence=_NOUN)


def _people_before(page: Page, word: Token) -> list[Filler]:
    """The people of the list that ends before a word, the last one alone where the word is "fellow"."""
    found: list[Filler] = []
    for token in reversed(page.doc[word.sent.start : word.i]):
        mention = page.cast.mention_at(token)
        person = page.cast.entity(mention.entity) if mention is not None and mention.form is Form.NAME else None
        is_of_list = token.norm_ in _OF_LIST or token.pos_ == "PROPN" or titles().is_head(token.lower_)
        if person is None and not is_of_list:
            break
        if person is not None and person.schema is Schema.PERSON and all(one.entity != person.id for one in found):
            found.append(page.filler(person, token))
            if word.norm_ == _FELLOW:
                break
    return found


def _parties_as(page: Page, verb: Token) -> Iterator[Filler]:
    """The party of "as a RADICAL" behind a verb, or of "became a RADICAL"."""
    is_becoming = verb.lemma_.lower() in _BECOMING
    last = verb.i + 2 if is_becoming else min(verb.i + _FARTHEST, verb.sent.end - 2)
    for token in page.doc[verb.i : last]:
        is_link = token == verb if is_becoming else token.norm_ == "as"
        article, noun = (
            (page.doc[token.i + 1], page.doc[token.i + 2]) if token.i + 2 < len(page.doc) else (token, token)
        )
        party = party_told(page, noun) if is_link and article.norm_ in {"a", "an"} else None
        entity = entity_of(page, party) if party else None
        if party and (entity is None or is_party(entity)):
            yield party


def _by_signing(page: Page, verb: Token) -> Iterator[FoundTie]:
    """ "Togo SIGNED the Rim Convention": a member of it, as is the state of a person who signs ("Ana Paz of Togo")."""
    arguments = page.grammar.arguments(verb)
    if arguments.negated or any(o.preposition in {"with", "between"} for o in arguments.obliques):
        return
    treaties = [one for one in all_named(page, arguments.objects) if _has_members(page, one)]
    signers = (t for noun in arguments.subjects for t in page.grammar.conjuncts(noun)) if treaties else ()
    states = (state for signer in dict.fromkeys(signers) if (state := _state_signing(page, signer)))
    for state in states:
        for treaty in treaties:
            yield FoundTie(kind=TieKind.MEMBER_OF, source=state, target=treaty, word=verb, confidence=_SIGNED)


def _state_signing(page: Page, signer: Token) -> Filler | None:
    """The state that signs, or that the person is "of"."""
    joined = (o.token for o in page.grammar.prepositional(signer) if o.preposition == "of")
    near = (signer, *joined, *page.grammar.possessors(signer))
    return next((page.filler(e, t) for t in near if (e := page.cast.at(t)) and is_state(e)), None)


def _has_members(page: Page, treaty: Filler) -> bool:
    """Whether one joins what is signed, as a convention or an area, and does not only agree with somebody."""
    entity = entity_of(page, treaty)
    if entity is None or entity.schema not in {*BODIES, Schema.LAW, Schema.PROJECT}:
        return False
    return any(word.lower() in treaty_heads() for word in entity.caption.split())


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
    if owner is None and page.grammar.phrase(noun)[0].norm_ in {"a", "the"} and (home := home_country(page)):
        owner = page.filler(home.entity)  # "Volta, a STATE company": of the state that the text is about
    for firm in dict.fromkeys(holders_of(page, noun)) if owner else ():
        thing, state = entity_of(page, firm), entity_of(page, owner) if owner else None
        is_foreign = bool(
            thing and state and thing.country not in {None, state.country}
        )  # "Volta of Chad, a STATE firm"
        if owner and thing and thing.schema in BODIES and not is_foreign:
            yield FoundTie(kind=TieKind.OWNS, source=owner, target=firm, word=noun, confidence=_NOUN)
