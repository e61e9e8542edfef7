"""Ties told by a word: a verb, a noun (see `tie_nouns`), an adjective or a participle."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from palanca.lexicon.quantities import quantity_words
from palanca.lexicon.tie_lists import bodies_of_members, campaigns, comprising, courses, extents, homes, shares
from palanca.lexicon.ties import (
    TieVerb,
    tie_adjectives,
    tie_participles,
    tie_verbs,
    ties_under,
    tying_nouns,
)
from palanca.reading.grammar import Arguments, Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.office_country import home_country
from palanca.reading.page import Page
from palanca.reading.states import is_state, state_of
from palanca.reading.tie_adjectives import ties_by_adjective
from palanca.reading.tie_domains import owned_domain
from palanca.reading.tie_ends import FoundTie, all_named, described, entity_of, meant_by, named, schema_of
from palanca.reading.tie_links import ties_by_link
from palanca.reading.tie_nouns import ties_by_noun
from palanca.reading.tie_parties import has_members, is_movement, is_party
from palanca.reading.tie_places import the_country, the_state, through_parts
from palanca.reading.tie_shares import ties_by_hiring, ties_by_remainder
from palanca.records import Entity, Filler, Form, Schema, TieKind
from palanca.records.entity import BODIES

_PLACED = BODIES | {Schema.PLACE, Schema.PROJECT}
_OWNED = BODIES | {Schema.PROJECT, Schema.VEHICLE}
_RUN = {Schema.COMPANY, Schema.ORGANIZATION}
_OF_ORGANS = {TieKind.OWNS, TieKind.FUNDS, TieKind.REPRESENTS}
_GROUPS = BODIES | {Schema.PROJECT, Schema.LAW}
_UNOWNED = {Schema.EVENT, Schema.LAW, Schema.PERSON}
_STATES = {"state", "government", "publicly"}
_LED = "led"
_UNDER = {"be", "fall", "come", "operate", "remain", "sit"}
_VERB, _NOUN, _PARTICIPLE = 0.75, 0.8, 0.7


def ties_by_word(page: Page, token: Token) -> Iterator[FoundTie]:
    """The ties that this one word tells."""
    if token.pos_ in {"VERB", "AUX"}:
        if token.lemma_ in tie_verbs():
            yield from tuple(ties_by_hiring(page, token)) or _by_verb(page, token)
        if token.lemma_ in _UNDER:
            yield from _by_under(page, token)
        yield from ties_by_remainder(page, token)
    elif token.pos_ == "NOUN" and token.lemma_.lower() in tying_nouns():
        yield from ties_by_noun(page, token)
        yield from ties_by_link(page, token)
    if token.norm_ in tie_adjectives():
        yield from ties_by_adjective(page, token)
    if token.norm_ in tie_participles() and token.i > 1 and page.doc[token.i - 1].text == "-":
        yield from _by_participle(page, token)


def _by_verb(page: Page, verb: Token) -> Iterator[FoundTie]:
    arguments = _told_of(page, verb)
    for tie in tie_verbs()[verb.lemma_]:
        if (tie.particle and tie.particle not in arguments.particles) or arguments.negated:
            continue
        if tie.standing and not _is_standing(page, verb, arguments):
            continue
        if tie.unowned and any(_is_share(page, noun) for noun in arguments.subjects):
            continue  # "half of which BELONGS to the state" is owned, not a part
        if (tie.shared or tie.people) and not _is_of(page, tie, arguments):
            continue
        if tie.what and not any(_stands_for(page, o, tie.what) for o in arguments.objects):
            continue
        for source in _end(page, arguments, tie, tie.source):
            for target in _end(page, arguments, tie, tie.target):
                if _fits(page, tie, source, target):
                    kind = _kind(page, tie, source, target)
                    yield FoundTie(kind=kind, source=source, target=target, word=verb, confidence=_VERB)


def _kind(page: Page, tie: TieVerb, source: Filler, target: Filler) -> TieKind:
    """States that form a group are members of it, and no parts, as a territory is of a state."""
    entity, is_group = entity_of(page, source), schema_of(page, target) is not Schema.PLACE
    ends = {schema_of(page, source), schema_of(page, target)}
    if tie.kind is TieKind.CLIENT_OF and ends == {Schema.PUBLIC_BODY}:
        return TieKind.PART_OF  # an organ that DEPENDS ON another
    if tie.kind is TieKind.MEMBER_OF and _is_hired(page, tie, source, target):
        return TieKind.EMPLOYEE_OF
    is_member = tie.kind is TieKind.PART_OF and tie.organised and entity is not None and is_state(entity) and is_group
    return TieKind.MEMBER_OF if is_member else tie.kind


def _is_hired(page: Page, tie: TieVerb, source: Filler, target: Filler) -> bool:
    """ "JOINED the World Bank": whoever joins a firm or an organ that has no members works there."""
    is_plain = tie.target == "object" and tie.organised and not tie.grouped
    is_employer = schema_of(page, target) in {Schema.COMPANY, Schema.PUBLIC_BODY} and not has_members(page, target)
    return is_plain and is_employer and schema_of(page, source) is Schema.PERSON


def _end(page: Page, arguments: Arguments, tie: TieVerb, place: str) -> Iterator[Filler]:
    if place in {"subject", "object"}:
        nouns = arguments.subjects if place == "subject" else arguments.objects
        whole = (w for o in nouns for w in (_whole(page, o) if place == "object" else (o,)))
        if tie.of is not None and place == "subject":
            return _states_or_named(page, nouns)
        if tie.kind is TieKind.FUNDS and place == "subject":  # "Ruiz's CAMPAIGN received money from"
            whole = (w for o in nouns for w in _runner(page, o))
        return _named_or_organs(page, whole) if tie.kind in _OF_ORGANS else all_named(page, whole)
    if place == "board of":
        return all_named(page, (w for o in arguments.objects if o.lemma_ == "board" for w in _all_of(page, o)))
    if " " in place:
        return all_named(page, _behind(page, arguments, *place.split()))
    found = [o.token for o in arguments.obliques if o.preposition == place]
    if tie.kind is TieKind.FUNDS and place == "to":  # "gave NORDAID two million", "donated to RUIZ'S CAMPAIGN"
        given = arguments.indirect if not found and tie.what and len(arguments.indirect) == 1 else ()
        found = [w for one in (*found, *given) for w in _runner(page, one)]
    if tie.kind is TieKind.EMPLOYEE_OF:  # "works for HIS office"
        found = [t for one in found for t in (page.grammar.possessors(one) if _is_office(page, one) else (one,))]
    if (
        tie.kind is TieKind.FUNDS and place == "in" and not found
    ):  # "invested 2 million IN Togo", where the parser hangs it on the sum
        found = [o.token for t in arguments.objects for o in page.grammar.prepositional(t) if o.preposition == place]
    if tie.of_people and place == "in":  # "lives in exile IN Togo"
        found += [o.token for one in found for o in page.grammar.prepositional(one) if o.preposition == place]
    return all_named(page, (t for one in found for t in through_parts(page, one)) if place == "in" else found)


def _told_of(page: Page, verb: Token) -> Arguments:
    """The arguments of a verb; one behind "is in the process OF" or "between Ruiz, CLAIMING TO" borrows its subject."""
    arguments = page.grammar.arguments(verb)
    if claimed := _claimants(page, verb):
        return replace(arguments, subjects=claimed)
    if verb.tag_ == "VBG" and verb.lemma_ in comprising() and arguments.inherited:
        return replace(arguments, subjects=_right_before(page, verb))
    course = verb.head.head
    if arguments.subjects or verb.head.norm_ != "of" or course.lemma_.lower() not in courses():
        return arguments
    return replace(arguments, subjects=page.grammar.arguments(course.head.head).subjects)


def _right_before(page: Page, verb: Token) -> tuple[Token, ...]:
    """The body of "the NORTHERN LEAGUE, COMPRISING Togo and Chad": of what stands right before alone it is said."""
    last = page.doc[verb.i - 1 - (page.doc[verb.i - 1].text == ",")] if verb.i > 1 else verb
    entity = page.cast.at(last)
    return (last,) if entity is not None and entity.schema is not Schema.PLACE else ()


def _claimants(page: Page, verb: Token) -> tuple[Token, ...]:
    """The name in "between RUIZ, CLAIMING TO represent", whatever the parser hangs the clause on."""
    claim = page.doc[max(0, verb.i - 3) : verb.i]
    if [t.norm_ for t in claim if t.tag_ != "VBG"] != [",", "to"] or claim[1].tag_ != "VBG" or not claim.start:
        return ()
    mention = page.cast.mention_at(page.doc[claim.start - 1])
    words = page.cast.tokens[mention] if mention is not None else range(0)
    is_between = words.start > 0 and page.doc[words.start - 1].norm_ in {"between", "and"}
    return (page.doc[words.start : words.stop].root,) if is_between else ()


def _named_or_organs(page: Page, nouns: Iterable[Token]) -> Iterator[Filler]:
    """The things that nouns name, and organs of states that they describe: "TOGO'S ARMY owns the mine"."""
    for noun in nouns:
        found = tuple(all_named(page, (noun,)))
        yield from found or filter(None, (described(page, noun) or the_state(page, noun),))


def _states_or_named(page: Page, nouns: Iterable[Token]) -> Iterator[Filler]:
    """The things that nouns name, and the state that is "the country": "THE COUNTRY has Sukhoi fighters"."""
    for noun in nouns:
        state = the_country(page, noun) if noun.norm_ in {"country", "nation"} and not page.cast.at(noun) else None
        yield from (page.filler(state),) if state else all_named(page, (noun,))


def _is_of(page: Page, tie: TieVerb, arguments: Arguments) -> bool:
    """Whether a share of the target is held, and somebody is defended BY his lawyer: nobody defends his ally so."""
    shared = not tie.shared or any(_is_share(page, noun) for noun in arguments.objects)
    return shared and (not tie.people or (arguments.passive and not arguments.inherited))


def _is_standing(page: Page, verb: Token, arguments: Arguments) -> bool:
    """Whether a verb tells how things are: "backs", "is backed by", "a firm backed by", not "was backed"."""
    if arguments.passive:
        reduced = not arguments.auxiliaries and page.grammar.governor(verb).relation is Relation.PARTICIPLE
        return verb.tag_ == "VBN" and (reduced or any(c.norm_ in {"is", "are"} and c.i < verb.i for c in verb.children))
    return verb.tag_ in {"VBZ", "VBP"}


def _is_office(page: Page, noun: Token) -> bool:
    """Whether somebody's people are meant by a noun: "his OFFICE", "the senator's CAMPAIGN"."""
    lemma = noun.lemma_.lower()
    return lemma in homes() | campaigns() and page.cast.at(noun) is None and bool(page.grammar.possessors(noun))


def _is_share(page: Page, noun: Token) -> bool:
    return noun.lemma_.lower() in shares() and page.cast.at(noun) is None


def _stands_for(page: Page, noun: Token, wanted: frozenset[str]) -> bool:
    """Whether an object is one of these, or a part of one: "MOST of its MONEY"."""
    parts = (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of")
    return _is_one(noun, wanted) or any(_is_one(t, wanted) for t in parts)


def _is_one(noun: Token, wanted: frozenset[str]) -> bool:
    """Whether a noun is one of these; where they are money, any currency is: "gave 300,000 LARI to"."""
    words = {noun.lemma_.lower(), noun.norm_, noun.norm_.removesuffix("s")}
    is_money = "money" in wanted and not words.isdisjoint(quantity_words().currencies)
    return is_money or not words.isdisjoint(wanted)


def _whole(page: Page, noun: Token) -> Iterator[Token]:
    """What is owned where a share of it is the object: "40 percent OF THE PORT", "half of the shares OF VOLTA"."""
    if noun.lemma_.lower() in campaigns() and page.cast.at(noun) is None:
        yield from _runner(page, noun)
        return
    if shares().isdisjoint({noun.lemma_.lower(), noun.norm_}) or page.cast.at(noun) is not None:
        yield noun
        return
    for oblique in page.grammar.prepositional(noun):
        entity = page.cast.at(oblique.token)
        if oblique.preposition in {"of", "in"} and (entity is None or entity.schema is not Schema.PUBLIC_BODY):
            yield from _whole(page, oblique.token)  # nobody owns a chamber of which he has the majority


def _runner(page: Page, noun: Token) -> tuple[Token, ...]:
    """Who runs, for the campaign that is his; any other noun as it is."""
    is_campaign = noun.lemma_.lower() in campaigns() and page.cast.at(noun) is None
    return (page.grammar.possessors(noun) if is_campaign else ()) or (noun,)


def _all_of(page: Page, noun: Token) -> Iterator[Token]:
    owners = page.grammar.possessors(noun)
    return chain(owners, (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of"))


def _behind(page: Page, arguments: Arguments, preposition: str, noun: str, _: str) -> Iterator[Token]:
    """What a noun behind a preposition is "of": "works ON BEHALF OF the embassy"."""
    for oblique in arguments.obliques:
        if oblique.preposition == preposition and oblique.token.lemma_.lower() == noun:
            yield from _all_of(page, oblique.token)


def _fits(page: Page, tie: TieVerb, source: Filler, target: Filler) -> bool:
    first, second = schema_of(page, source), schema_of(page, target)
    is_seat = not tie.seats or (second in BODIES and (has_members(page, target) or _is_called_group(page, target)))
    if not is_seat or ((tie.of_people or tie.seats) and first is not Schema.PERSON):
        return False
    if first is Schema.PERSON and tie.grouped and (party := entity_of(page, target)):
        is_joined = tie.of_people and party.schema is Schema.ORGANIZATION and has_members(page, target)
        return is_party(party) or is_movement(party) or is_joined
    if tie.organs:
        return {first, second} <= BODIES - {Schema.COMPANY}
    if tie.people:
        return first is second is Schema.PERSON
    is_apart = tie.unowned and (Schema.COMPANY in {first, second} or _is_of_a_state(page, source, target))
    if first is None or second is None or is_apart:
        return False
    if tie.peers:
        return first is second is Schema.ORGANIZATION
    if tie.firm and tie.source == "to" and first is second is Schema.PUBLIC_BODY:
        return False  # one organ of a state moved to another is a part of it
    if tie.firm:
        is_owned = not tie.owned or Schema.COMPANY in {first, second} or first is Schema.PERSON
        return is_owned and (second in _OWNED or target.entity is None)
    if tie.of is not None:
        return second is tie.of and first in _PLACED
    return _suits_kind(tie, first, second)


def _is_of_a_state(page: Page, source: Filler, target: Filler) -> bool:
    """Whether a state would belong to what is itself a state's: the navy of "it belongs to the Togo NAVY"."""
    state, body = entity_of(page, source), entity_of(page, target)
    return bool(state and is_state(state) and body and body.schema in BODIES and body.country)


def _is_called_group(page: Page, target: Filler) -> bool:
    """Whether the words beside a name call it a group of people: "served in Lehi, an underground MILITIA"."""
    words = page.doc.char_span(target.span.start, target.span.end) if target.span else None
    beside = page.grammar.appositions(words.root) if words is not None else ()
    return any(noun.lemma_.lower() in bodies_of_members() for noun in beside)


def _suits_kind(tie: TieVerb, first: Schema, second: Schema) -> bool:
    match tie.kind:
        case TieKind.LOCATED_IN:
            return second is Schema.PLACE and (first is Schema.PERSON) == tie.of_people
        case TieKind.SPOUSE | TieKind.FAMILY:
            return first is second is Schema.PERSON
        case TieKind.MEMBER_OF:
            return second in _GROUPS and not (tie.grouped and first is Schema.PERSON)
        case TieKind.EMPLOYEE_OF:
            is_there = tie.target not in {"in", "at"} or second in BODIES  # "works IN Lima" for whoever it may be
            return first is Schema.PERSON and is_there
        case TieKind.CLIENT_OF if first is second is Schema.ORGANIZATION:
            return False  # what one movement supports is its partner
        case TieKind.CONTROLS if first is Schema.PERSON:
            return second in _RUN
        case TieKind.CONTROLS if second is Schema.VEHICLE:
            return first in _PLACED
        case _:
            return not tie.organised or {first, second} <= _PLACED


def _by_under(page: Page, verb: Token) -> Iterator[FoundTie]:
    """ "The agency is under the ministry", "falls under the authority of the ministry"."""
    arguments = page.grammar.arguments(verb)
    subjects = list(all_named(page, arguments.subjects))
    for oblique in arguments.obliques if subjects and not arguments.negated else ():
        if oblique.preposition != "under":
            continue
        kind = ties_under().get(oblique.token.lemma_.lower(), TieKind.PART_OF)
        owner = named(page, oblique.token) or next(iter(_of(page, oblique.token)), None)
        owner = owner or described(page, oblique.token)
        governed = [s for s in subjects if _is_body(page, s) or kind is TieKind.CONTROLS]
        for thing in governed if owner and _is_body(page, owner) else ():
            ends = (owner, thing) if kind is TieKind.CONTROLS else (thing, owner)
            if ends[0] and ends[1]:
                yield FoundTie(kind=kind, source=ends[0], target=ends[1], word=verb, confidence=_VERB)


def _of(page: Page, noun: Token) -> Iterator[Filler]:
    return all_named(page, (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of"))


def _is_body(page: Page, filler: Filler) -> bool:
    """Whether an end is a body; what only describes an organ of a state is one."""
    entity = entity_of(page, filler)
    return entity.schema in BODIES if entity is not None else filler.entity is None


def _by_participle(page: Page, participle: Token) -> Iterator[FoundTie]:
    """ "Chinese-owned", "Iran-backed", "Geneva-based", "state-owned" before (or said of) a named thing."""
    kind, before = tie_participles()[participle.norm_], page.doc[participle.i - 2]
    if before.norm_ in extents():
        yield from _by_extent(page, participle, kind)
        return
    right_behind = _name_behind(page, participle)
    for noun in right_behind or (participle.head, *page.grammar.predicated_of(participle)):
        owned = named(page, noun) or meant_by(page, noun) or owned_domain(page, noun)
        owner = _owner_before(page, before, noun, owned) if owned else None
        if owned is None or owner is None or owned.entity == owner.entity or noun is participle:
            continue
        if (thing := entity_of(page, owned)) is not None and thing.schema in _UNOWNED:
            continue
        if thing is None and kind is not TieKind.OWNS:
            continue
        leader = entity_of(page, owner)
        if participle.norm_ == _LED and leader and leader.schema is Schema.PLACE and not is_state(leader):
            continue  # a people, whose men are in command: "Kurdish-LED"
        reverse = kind in {TieKind.CLIENT_OF, TieKind.LOCATED_IN}
        source, target = (owned, owner) if reverse else (owner, owned)
        yield FoundTie(kind=kind, source=source, target=target, word=participle, confidence=_PARTICIPLE)


def _name_behind(page: Page, participle: Token) -> tuple[Token, ...]:
    """The body named behind a sort of thing, whatever the parser joined: "Oslo-BASED charity NORDAID and others"."""
    i = participle.i + 1
    while i < participle.sent.end and page.doc[i].is_lower and page.doc[i].pos_ in {"NOUN", "ADJ"}:
        i += 1
    mention = page.cast.mention_at(page.doc[i]) if i < len(page.doc) and i - participle.i > 1 else None
    is_named = mention is not None and mention.form is Form.NAME and page.cast.tokens[mention].start == i
    if mention is None or not is_named or page.cast.entity(mention.entity).schema not in BODIES:
        return ()
    return (page.doc[i : page.cast.tokens[mention].stop].root,)


def _by_extent(page: Page, participle: Token, kind: TieKind) -> Iterator[FoundTie]:
    """ "MAJORITY-owned by Volga": the owner stands behind "by"."""
    thing = named(page, participle.head)
    owners = (o.token for o in page.grammar.prepositional(participle) if o.preposition == "by")
    for owner in _named_or_organs(page, owners) if thing else ():
        if thing and schema_of(page, thing) in _OWNED:
            yield FoundTie(kind=kind, source=owner, target=thing, word=participle, confidence=_PARTICIPLE)


def _owner_before(page: Page, word: Token, noun: Token, owned: Filler) -> Filler | None:
    """The first half of the compound: a named thing, or the state to which the thing belongs.

    That is the state of the text where nothing tells another; none where its sentence names a foreign state beside it.
    """
    if (entity := page.cast.at(word)) is not None:
        return page.filler(entity, word)
    if word.norm_ not in _STATES:
        return None
    near = [e for m in page.grammar.modifiers(noun) if (e := page.cast.at(m)) and e.country]
    thing = entity_of(page, owned)
    code = near[0].country if near else thing.country if thing else None
    home = home_country(page) if code is None else None
    if home and any(is_state(one) and one.country != home.code for one in _told_in(page, noun)):
        return None
    state = home.entity if home else state_of(page, code)
    return page.filler(state) if state else None


def _told_in(page: Page, noun: Token) -> Iterator[Entity]:
    """What the sentence of a noun names."""
    return (entity for token in noun.sent if (entity := page.cast.at(token)) is not None)
