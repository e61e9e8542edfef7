"""Ties told by a verb, by a noun that says what one is to another, by an adjective or by a participle."""

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Token

from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.ties import (
    TieAdjective,
    TieVerb,
    campaigns,
    extents,
    having_verbs,
    shares,
    tie_adjectives,
    tie_links,
    tie_nouns,
    tie_participles,
    tie_verbs,
    ties_under,
    tying_nouns,
)
from palanca.reading.actors import who
from palanca.reading.grammar import Arguments, Relation
from palanca.reading.page import Page
from palanca.reading.states import is_state, state_of
from palanca.reading.tie_ends import FoundTie, all_named, entity_of, named, noun_key, schema_of
from palanca.records import Entity, Filler, Schema, TieKind
from palanca.records.entity import BODIES

_PLACED = BODIES | {Schema.PLACE, Schema.PROJECT}
_OWNED = BODIES | {Schema.PROJECT, Schema.VEHICLE}
_RUN = {Schema.COMPANY, Schema.ORGANIZATION}
_GROUPS = BODIES | {Schema.PROJECT, Schema.LAW}
_OWNERS = {"of", "to", "in", "with", "for", "at"}
_SHARING = {"of", "between", "by", "with"}
_NAMING = {"such as", "like", "including"}
_STATES = {"state", "government", "publicly"}
_SERVING = {"serve", "act", "work"}
_UNDER = {"be", "fall", "come", "operate", "remain", "sit"}
_VERB, _NOUN, _PARTICIPLE, _LINK = 0.75, 0.8, 0.7, 0.65


def ties_by_word(page: Page, token: Token) -> Iterator[FoundTie]:
    """The ties that this one word tells."""
    if token.pos_ in {"VERB", "AUX"}:
        if token.lemma_ in tie_verbs():
            yield from _by_verb(page, token)
        if token.lemma_ in _UNDER:
            yield from _by_under(page, token)
    elif token.pos_ == "NOUN" and token.lemma_.lower() in tying_nouns():
        if key := noun_key(token, tie_nouns()):
            yield from _by_noun(page, token, key)
        if key := noun_key(token, tie_links()):
            yield from _by_link(page, token, key)
    if token.norm_ in tie_adjectives():
        yield from _by_adjective(page, token)
    if token.norm_ in tie_participles() and token.i > 1 and page.doc[token.i - 1].text == "-":
        yield from _by_participle(page, token)


def _by_verb(page: Page, verb: Token) -> Iterator[FoundTie]:
    arguments = page.grammar.arguments(verb)
    for tie in tie_verbs()[verb.lemma_]:
        if (tie.particle and tie.particle not in arguments.particles) or arguments.negated:
            continue
        if tie.standing and not _is_standing(page, verb, arguments):
            continue
        if tie.what and not any(_stands_for(page, o, tie.what) for o in arguments.objects):
            continue
        for source in _end(page, arguments, tie.source):
            for target in _end(page, arguments, tie.target):
                if _fits(page, tie, source, target):
                    yield FoundTie(kind=tie.kind, source=source, target=target, word=verb, confidence=_VERB)


def _end(page: Page, arguments: Arguments, place: str) -> Iterator[Filler]:
    if place == "subject":
        return all_named(page, arguments.subjects)
    if place == "object":
        return all_named(page, (w for o in arguments.objects for w in _whole(page, o)))
    if place == "board of":
        return all_named(page, (w for o in arguments.objects if o.lemma_ == "board" for w in _all_of(page, o)))
    if " " in place:
        return all_named(page, _behind(page, arguments, *place.split()))
    return all_named(page, (o.token for o in arguments.obliques if o.preposition == place))


def _is_standing(page: Page, verb: Token, arguments: Arguments) -> bool:
    """Whether a verb tells how things are: "backs", "is backed by", "a firm backed by", not "was backed"."""
    if arguments.passive:
        reduced = not arguments.auxiliaries and page.grammar.governor(verb).relation is Relation.PARTICIPLE
        return verb.tag_ == "VBN" and (reduced or any(c.norm_ in {"is", "are"} and c.i < verb.i for c in verb.children))
    return verb.tag_ in {"VBZ", "VBP"}


def _stands_for(page: Page, noun: Token, wanted: frozenset[str]) -> bool:
    """Whether an object is one of these, or a part of one: "MOST of its MONEY"."""
    parts = (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of")
    return noun.lemma_.lower() in wanted or any(t.lemma_.lower() in wanted for t in parts)


def _whole(page: Page, noun: Token) -> Iterator[Token]:
    """What is owned where a share of it is the object: "40 percent OF THE PORT", "half of the shares OF VOLTA"."""
    if noun.lemma_.lower() in campaigns() and page.cast.at(noun) is None:
        yield from page.grammar.possessors(noun)
    if noun.lemma_.lower() not in shares() or page.cast.at(noun) is not None:
        yield noun
        return
    for oblique in page.grammar.prepositional(noun):
        entity = page.cast.at(oblique.token)
        if oblique.preposition in {"of", "in"} and (entity is None or entity.schema is not Schema.PUBLIC_BODY):
            yield from _whole(page, oblique.token)  # nobody owns a chamber of which he has the majority


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
    if first is None or second is None or (tie.unowned and Schema.COMPANY in {first, second}):
        return False
    if tie.peers:
        return first is second is Schema.ORGANIZATION
    if tie.firm:
        is_owned = not tie.owned or Schema.COMPANY in {first, second} or first is Schema.PERSON
        return is_owned and (second in _OWNED or target.entity is None)
    if tie.of is not None:
        return second is tie.of and first in _PLACED
    return _suits_kind(tie, first, second)


def _suits_kind(tie: TieVerb, first: Schema, second: Schema) -> bool:
    match tie.kind:
        case TieKind.LOCATED_IN:
            return second is Schema.PLACE and first is not Schema.PERSON
        case TieKind.SPOUSE | TieKind.FAMILY:
            return first is second is Schema.PERSON
        case TieKind.MEMBER_OF:
            return second in _GROUPS and not (tie.grouped and first is Schema.PERSON)
        case TieKind.CLIENT_OF if first is second is Schema.ORGANIZATION:
            return False  # what one movement supports is its partner
        case TieKind.CONTROLS if first is Schema.PERSON:
            return second in _RUN
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
        governed = [s for s in subjects if _is_body(page, s) or kind is TieKind.CONTROLS]
        for thing in governed if owner and _is_body(page, owner) else ():
            ends = (owner, thing) if kind is TieKind.CONTROLS else (thing, owner)
            if ends[0] and ends[1]:
                yield FoundTie(kind=kind, source=ends[0], target=ends[1], word=verb, confidence=_VERB)


def _of(page: Page, noun: Token) -> Iterator[Filler]:
    return all_named(page, (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of"))


def _is_body(page: Page, filler: Filler) -> bool:
    entity = entity_of(page, filler)
    return entity is not None and entity.schema in BODIES


def _by_noun(page: Page, noun: Token, key: str) -> Iterator[FoundTie]:
    holders = list(_holders(page, noun)) or list(_holders_of_first(page, noun))
    shared = next((t for t in tie_nouns()[key] if t.shared), None)
    if shared:
        yield from _of_sharers(page, noun, holders, shared.kind)
        return
    for owner in _owners(page, noun) if holders and not _is_denied(page, noun) else ():
        for holder in holders:
            ends = entity_of(page, holder), entity_of(page, owner)
            kinds = {t.kind for t in tie_nouns()[key]}
            if ends[0] and owner.entity is None and kinds & {TieKind.OWNS, TieKind.CONTROLS}:
                yield FoundTie(kind=min(kinds), source=holder, target=owner, word=noun, confidence=_NOUN)
            if not ends[0] or not ends[1]:
                continue
            fitting = (t for t in tie_nouns()[key] if _noun_fits(t.kind, ends[0], ends[1], places=t.places))
            if (tie := next(fitting, None)) is not None:
                yield FoundTie(kind=tie.kind, source=holder, target=owner, word=noun, confidence=_NOUN)


def _is_denied(page: Page, word: Token) -> bool:
    """Whether a copula says that it is not so: "is NOT the owner of"."""
    copula = page.grammar.complemented(word) or word.head
    return bool(page.grammar.predicated_of(word)) and page.grammar.arguments(copula).negated


def _of_sharers(page: Page, noun: Token, holders: list[Filler], kind: TieKind) -> Iterator[FoundTie]:
    """ "Tana Rail, a joint venture BETWEEN A AND B": each of them has a part of it."""
    behind = [o.token for o in page.grammar.prepositional(noun) if o.preposition in _SHARING] if holders else []
    for owner in all_named(page, dict.fromkeys((*page.grammar.possessors(noun), *behind))):
        for thing in holders:
            entity = entity_of(page, thing)
            if entity and entity.schema in _OWNED and schema_of(page, owner) is not Schema.PLACE:
                yield FoundTie(kind=kind, source=owner, target=thing, word=noun, confidence=_NOUN)


def _holders_of_first(page: Page, noun: Token) -> Iterator[Filler]:
    """ "The widow of A and the SISTER of B", where the parser joined the second noun to the first one's owner."""
    first = page.grammar.conjuncts(noun)[0]
    above = first.head.head if first is not noun and first.head.norm_ == "of" else first
    is_somebody = Schema.PERSON in classes_of_nouns().get(above.lemma_.lower(), ())[:1]
    if above is not noun and (is_somebody or noun_key(above, tie_nouns())):
        yield from _holders(page, above)


def _noun_fits(kind: TieKind, source: Entity, target: Entity, *, places: bool) -> bool:
    schemata = [source.schema, target.schema]
    if places:
        return schemata == [Schema.PLACE, Schema.PLACE] and not (is_state(source) and is_state(target))
    if kind is TieKind.EMPLOYEE_OF and target.schema is Schema.PLACE:
        return is_state(target)  # an adviser "for Latin America" serves somebody else
    if kind in {TieKind.SPOUSE, TieKind.FAMILY}:
        return schemata == [Schema.PERSON, Schema.PERSON]
    if kind is TieKind.PART_OF:
        return schemata[1] in BODIES and schemata[0] in {*BODIES, Schema.VEHICLE}
    if kind is TieKind.SUBSIDIARY_OF:
        return all(schema in BODIES for schema in schemata)
    return kind is not TieKind.OWNS or schemata[1] is not Schema.PERSON


def _holders(page: Page, noun: Token) -> Iterator[Filler]:
    """Whom the noun is said of: its apposition, the name that it stands before, the subject of "is", "such as A"."""
    grammar = page.grammar
    said_of = [*grammar.appositions(noun), *grammar.predicated_of(noun), *grammar.said_of(noun)]
    if noun.i + 1 < len(page.doc) and grammar.is_premodifier(noun):
        said_of.append(noun.head)
    said_of += [o.token for o in grammar.prepositional(noun) if o.preposition in _NAMING]
    said_of += _one_of(page, noun)
    verb = noun.head.head if noun.head.norm_ == "as" else noun.head
    if verb.lemma_ in _SERVING and noun.head.norm_ == "as":
        said_of += grammar.arguments(verb).subjects
    if verb.lemma_ == "include" and noun in grammar.arguments(verb).subjects:
        said_of += grammar.arguments(verb).objects
    for token in (near for one in said_of for near in _named_or_beside(page, one)):
        if (entity := page.cast.at(token)) is not None:
            yield page.filler(entity, token)
    for token in grammar.conjuncts(noun)[1:]:
        if token.i > noun.i and (entity := page.cast.at(token)) is not None and not said_of:
            yield page.filler(entity, token)


def _named_or_beside(page: Page, token: Token) -> tuple[Token, ...]:
    """The word, or where it names nobody what stands beside it: "Ana Ruiz, a SENATOR who is an aide to him"."""
    return (token,) if page.cast.at(token) is not None else page.grammar.appositions(token)


def _is_named_beside(page: Page, token: Token) -> bool:
    """Whether the noun is renamed: "brother of a LAWYER of the firm, RAÚL PAZ"."""
    return any(page.cast.at(other) is not None for other in page.grammar.appositions(token))


def _one_of(page: Page, noun: Token) -> list[Token]:
    """The one of "Ana Ruiz, ONE OF the president's aides"."""
    above = noun.head
    one = above.head if above.norm_ == "of" else noun
    if one.norm_ not in {"one", "some", "two", "several", "members"} or one is noun:
        return []
    return [*page.grammar.appositions(one), *page.grammar.predicated_of(one)]


def _owners(page: Page, noun: Token) -> Iterator[Filler]:
    grammar = page.grammar
    head = noun.head if grammar.is_premodifier(noun) else noun
    tokens = [*grammar.possessors(noun), *grammar.possessors(head)]
    tokens += [o.token for o in grammar.prepositional(noun) if o.preposition in _OWNERS]
    if not tokens and any(o.preposition in _NAMING for o in grammar.prepositional(noun)):
        verb = grammar.complemented(noun) or grammar.governor(noun.head).head
        tokens += grammar.arguments(verb).subjects if verb is not None else ()
    if not tokens and (collection := noun.head).norm_ == "of":  # "whose portfolio of clients includes"
        tokens += grammar.possessors(collection.head)
    for token in dict.fromkeys(tokens):
        if noun_key(token, tie_nouns()) and page.cast.at(token) is None and not _is_named_beside(page, token):
            continue  # "the widow of A and the SISTER of B": another's noun, no owner
        if filler := named(page, token) or who(page, token):
            yield filler


def _by_link(page: Page, noun: Token, key: str) -> Iterator[FoundTie]:
    """ "China's investment in Chancay", "Volta Holding has a stake in the port"."""
    link, grammar = tie_links()[key], page.grammar
    verb = grammar.complemented(noun)
    havers = [*grammar.possessors(noun), *_peoples_before(page, noun)]
    if noun.head.norm_ == "with":  # "a militia WITH LINKS to Togo"
        havers.append(noun.head.head)
    if verb is not None and verb.lemma_ in having_verbs() and not grammar.arguments(verb).negated:
        havers += grammar.arguments(verb).subjects
    targets = [o.token for o in grammar.prepositional(noun) if o.preposition in link.prepositions]
    if not targets and verb is not None:  # "a firm IN WHICH Togo holds a stake"
        targets = [o.token for o in grammar.arguments(verb).obliques if o.preposition in link.prepositions]
    for target in all_named(page, targets):
        for source in all_named(page, dict.fromkeys(havers)):
            ends = entity_of(page, source), entity_of(page, target)
            if ends[0] and ends[1] and ends[1].schema in {*_PLACED, Schema.VEHICLE}:
                yield FoundTie(kind=link.kind, source=source, target=target, word=noun, confidence=_LINK)


def _peoples_before(page: Page, noun: Token) -> list[Token]:
    """ "CHINESE investment in Lamu": whose it is, told by a demonym."""
    return [m for m in page.grammar.modifiers(noun) if (e := page.cast.at(m)) and is_state(e)]


def _by_adjective(page: Page, adjective: Token) -> Iterator[FoundTie]:
    """ "Ana is MARRIED to Juan", "a firm LOYAL to the president"."""
    tie = tie_adjectives()[adjective.norm_]
    said_of = page.grammar.predicated_of(adjective) or page.grammar.arguments(adjective).objects or (adjective.head,)
    for oblique in page.grammar.prepositional(adjective):
        target = named(page, oblique.token) if oblique.preposition == tie.preposition else None
        if target and _is_denied(page, adjective):
            continue
        for noun in said_of if target else ():
            source = named(page, noun)
            if source and target and noun is not adjective and _suits(page, tie, source, target):
                yield FoundTie(kind=tie.kind, source=source, target=target, word=adjective, confidence=_NOUN)


def _suits(page: Page, tie: TieAdjective, source: Filler, target: Filler) -> bool:
    """Whether both ends are people, where the adjective asks for it: no town CLOSE to another is its partner."""
    return not tie.people or {schema_of(page, source), schema_of(page, target)} == {Schema.PERSON}


def _by_participle(page: Page, participle: Token) -> Iterator[FoundTie]:
    """ "Chinese-owned", "Iran-backed", "Geneva-based", "state-owned" before (or said of) a named thing."""
    kind, before = tie_participles()[participle.norm_], page.doc[participle.i - 2]
    if before.norm_ in extents():
        yield from _by_extent(page, participle, kind)
        return
    for noun in (participle.head, *page.grammar.predicated_of(participle)):
        owned = named(page, noun)
        owner = _owner_before(page, before, noun, owned) if owned else None
        if owned is None or owner is None or owned.entity == owner.entity or noun is participle:
            continue
        if (thing := entity_of(page, owned)) is None or thing.schema in {Schema.EVENT, Schema.LAW, Schema.PERSON}:
            continue
        reverse = kind in {TieKind.CLIENT_OF, TieKind.LOCATED_IN}
        source, target = (owned, owner) if reverse else (owner, owned)
        yield FoundTie(kind=kind, source=source, target=target, word=participle, confidence=_PARTICIPLE)


def _by_extent(page: Page, participle: Token, kind: TieKind) -> Iterator[FoundTie]:
    """ "MAJORITY-owned by Volga": the owner stands behind "by"."""
    thing = named(page, participle.head)
    owners = (o.token for o in page.grammar.prepositional(participle) if o.preposition == "by")
    for owner in all_named(page, owners) if thing else ():
        if thing and schema_of(page, thing) in _OWNED:
            yield FoundTie(kind=kind, source=owner, target=thing, word=participle, confidence=_PARTICIPLE)


def _owner_before(page: Page, word: Token, noun: Token, owned: Filler) -> Filler | None:
    """The first half of the compound: a named thing, or the state to which the thing belongs."""
    if (entity := page.cast.at(word)) is not None:
        return page.filler(entity, word)
    if word.norm_ not in _STATES:
        return None
    near = [e for m in page.grammar.modifiers(noun) if (e := page.cast.at(m)) and e.country]
    thing = entity_of(page, owned)
    code = near[0].country if near else thing.country if thing else None
    state = state_of(page, code)
    return page.filler(state) if state else None
