"""Ties: who owns, controls, belongs to, is married to or stands in what, as stated in words.

A demonym, a possessive or "of COUNTRY" inside a name makes no tie; a verb, a relation noun, a participle
("state-owned") or a plain "in" between two named places or bodies does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from palanca.lexicon.bodies import body_named
from palanca.lexicon.ties import TieVerb, tie_adjectives, tie_nouns, tie_participles, tie_verbs
from palanca.reading.actors import entity_behind, who
from palanca.reading.grammar import Arguments
from palanca.reading.modality import modality_of, speaker_of
from palanca.reading.page import Layer, Page, Reader
from palanca.reading.times import time_of
from palanca.records import Entity, Filler, Kind, Role, RoleName, Schema, Statement, TieDetail, TieKind

_NAME, _VERSION = "ties", "1"
_BODIES = frozenset({Schema.PUBLIC_BODY, Schema.COMPANY, Schema.ORGANIZATION})
_PLACED = _BODIES | {Schema.PLACE, Schema.PROJECT}
_OWNERS = {"of", "to", "in", "with", "for"}
_LOCATIVE = {"in", "within", "inside", "at"}
_VERB, _NOUN, _PARTICIPLE, _PLACE, _PARTY = 0.75, 0.8, 0.7, 0.6, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A tie as found: the word that tells it, its two ends and how sure the pattern is."""

    kind: TieKind
    source: Filler
    target: Filler
    word: Token
    confidence: float


def read_ties(page: Page) -> Page:
    """Give the page its ties, each once, where it is told first."""
    told: dict[tuple[TieKind, str, str], Statement] = {}
    for sentence in page.doc.sents:
        for found in _in_sentence(page, sentence):
            if found.source.entity == found.target.entity:
                continue
            statement = _statement(page, found)
            told.setdefault((found.kind, found.source.text, found.target.text), statement)
            page.trace.note(_NAME, statement.span, f"{found.source.text} {found.kind} {found.target.text}", fired=True)
    return page.with_statements(told.values())


def _in_sentence(page: Page, sentence: Iterable[Token]) -> Iterator[_Found]:
    for token in sentence:
        if token.lemma_ in tie_verbs() and token.pos_ in {"VERB", "AUX"}:
            yield from _by_verb(page, token)
        if token.pos_ == "NOUN" and token.lemma_.lower() in tie_nouns():
            yield from _by_noun(page, token)
        if token.lower_ in tie_adjectives():
            yield from _by_adjective(page, token)
        if token.lower_ in tie_participles() and token.i > 1 and page.doc[token.i - 1].text == "-":
            yield from _by_participle(page, token)
        if page.cast.mention_at(token):
            yield from _by_place(page, token)
            yield from _by_party(page, token)


def _by_verb(page: Page, verb: Token) -> Iterator[_Found]:
    arguments = page.grammar.arguments(verb)
    for tie in tie_verbs()[verb.lemma_]:
        if (tie.particle and tie.particle not in arguments.particles) or arguments.negated:
            continue
        if tie.standing and (arguments.passive or verb.tag_ not in {"VBZ", "VBP"}):
            continue
        for source in _end(page, arguments, tie.source):
            for target in _end(page, arguments, tie.target):
                if _fits(page, tie, source, target):
                    yield _Found(kind=tie.kind, source=source, target=target, word=verb, confidence=_VERB)


def _end(page: Page, arguments: Arguments, place: str) -> Iterator[Filler]:
    if place == "subject":
        tokens: tuple[Token, ...] = arguments.subjects
    elif place == "object":
        tokens = arguments.objects
    else:
        tokens = tuple(o.token for o in arguments.obliques if o.preposition == place)
    yield from filter(None, (_named(page, token) for token in tokens))


def _named(page: Page, token: Token) -> Filler | None:
    """The thing that a noun names itself, or that renames it; what it merely belongs to is no end of a tie."""
    for candidate in (token, *page.grammar.appositions(token)):
        if (entity := page.cast.at(candidate)) is not None:
            return page.filler(entity, candidate)
    return None


def _fits(page: Page, tie: TieVerb, source: Filler, target: Filler) -> bool:
    ends = [_entity(page, source), _entity(page, target)]
    if None in ends:
        return False
    schemata = [end.schema for end in ends if end]
    if tie.kind is TieKind.LOCATED_IN:
        return schemata[1] is Schema.PLACE and schemata[0] is not Schema.PERSON
    if tie.kind in {TieKind.SPOUSE, TieKind.FAMILY}:
        return schemata == [Schema.PERSON, Schema.PERSON]
    if tie.kind is TieKind.MEMBER_OF:
        return schemata[1] in _BODIES | {Schema.PROJECT, Schema.LAW}
    if tie.organised:
        return all(schema in _PLACED for schema in schemata)
    return True


def _entity(page: Page, filler: Filler) -> Entity | None:
    return page.cast.entity(filler.entity) if filler.entity else None


def _by_noun(page: Page, noun: Token) -> Iterator[_Found]:
    tie = tie_nouns()[noun.lemma_.lower()]
    holders = list(_holders(page, noun))
    for owner in _owners(page, noun):
        for holder in holders:
            ends = (_entity(page, holder), _entity(page, owner))
            if not all(ends) or not _noun_fits(tie.kind, [end.schema for end in ends if end], places=tie.places):
                continue
            yield _Found(kind=tie.kind, source=holder, target=owner, word=noun, confidence=_NOUN)


def _noun_fits(kind: TieKind, schemata: list[Schema], *, places: bool) -> bool:
    if places:
        return schemata == [Schema.PLACE, Schema.PLACE]
    if kind in {TieKind.SPOUSE, TieKind.FAMILY}:
        return schemata == [Schema.PERSON, Schema.PERSON]
    if kind in {TieKind.PART_OF, TieKind.SUBSIDIARY_OF}:
        return all(schema in _BODIES for schema in schemata)
    return True


def _holders(page: Page, noun: Token) -> Iterator[Filler]:
    """Whom the noun is said of: its apposition, the name that it stands before, or the subject of "is"."""
    grammar = page.grammar
    said_of = [*grammar.appositions(noun), *grammar.predicated_of(noun)]
    if noun.i + 1 < len(page.doc) and grammar.is_premodifier(noun):
        said_of.append(noun.head)
    for token in said_of:
        if (entity := page.cast.at(token)) is not None:
            yield page.filler(entity, token)
    for token in grammar.conjuncts(noun)[1:]:
        if token.i > noun.i and (entity := page.cast.at(token)) is not None and not said_of:
            yield page.filler(entity, token)


def _owners(page: Page, noun: Token) -> Iterator[Filler]:
    head = noun.head if page.grammar.is_premodifier(noun) else noun
    tokens = [*page.grammar.possessors(noun), *page.grammar.possessors(head)]
    tokens += [o.token for o in page.grammar.prepositional(noun) if o.preposition in _OWNERS]
    for token in dict.fromkeys(tokens):
        if filler := who(page, token):
            yield filler


def _by_adjective(page: Page, adjective: Token) -> Iterator[_Found]:
    """ "Ana is MARRIED to Juan", "a firm LOYAL to the president"."""
    tie = tie_adjectives()[adjective.lower_]
    said_of = page.grammar.predicated_of(adjective) or page.grammar.arguments(adjective).objects or (adjective.head,)
    for oblique in page.grammar.prepositional(adjective):
        target = _named(page, oblique.token) if oblique.preposition == tie.preposition else None
        for noun in said_of if target else ():
            source = _named(page, noun)
            if source and target and noun is not adjective:
                yield _Found(kind=tie.kind, source=source, target=target, word=adjective, confidence=_NOUN)


def _by_participle(page: Page, participle: Token) -> Iterator[_Found]:
    """ "Chinese-owned", "Iran-backed", "Geneva-based" before (or said of) a named thing."""
    first = page.cast.at(page.doc[participle.i - 2])
    if first is None:
        return
    kind = tie_participles()[participle.lower_]
    owner = page.filler(first, page.doc[participle.i - 2])
    for noun in (participle.head, *page.grammar.predicated_of(participle)):
        owned = _named(page, noun)
        if owned is None or owned.entity == first.id or noun is participle:
            continue
        reverse = kind in {TieKind.CLIENT_OF, TieKind.LOCATED_IN}
        source, target = (owned, owner) if reverse else (owner, owned)
        yield _Found(kind=kind, source=source, target=target, word=participle, confidence=_PARTICIPLE)


def _by_place(page: Page, token: Token) -> Iterator[_Found]:
    """ "The naval base in Ream", "Matarani in southern Peru", "Oruro, Bolivia"."""
    here = page.cast.at(token)
    if here is None or here.schema not in _PLACED or not _heads_mention(page, token):
        return
    grammar = page.grammar
    holder = grammar.head_of_phrase(token)
    places = [
        o.token for noun in (token, holder) if noun for o in grammar.prepositional(noun) if o.preposition in _LOCATIVE
    ]
    if here.schema is Schema.PLACE and here.country != _country_code(here):
        places += [t for t in page.grammar.appositions(token) if t.i > token.i]
    for place in places:
        found = entity_behind(page, place)
        if found and found[0].schema is Schema.PLACE and found[0].id != here.id:
            yield _Found(
                kind=TieKind.LOCATED_IN, source=page.filler(here, token), target=page.filler(*found), word=token,
                confidence=_PLACE,
            )  # fmt: skip


def _country_code(entity: Entity) -> str | None:
    """The code of an entity that is itself a country; None for a place within one."""
    from palanca.lexicon.countries import country_named

    country = country_named(entity.caption)
    return country.alpha3 if country else ""


def _heads_mention(page: Page, token: Token) -> bool:
    mention = page.cast.mention_at(token)
    return mention is not None and mention.form == "name" and token.head not in [
        page.doc[i] for i in page.cast.tokens[mention]
    ]  # fmt: skip


def _by_party(page: Page, token: Token) -> Iterator[_Found]:
    """ "Ruiz of the Radical Party", "the Radical senator Ana Ruiz", "a Radical, Ana Ruiz"."""
    person = page.cast.at(token)
    if person is None or person.schema is not Schema.PERSON or not _heads_mention(page, token):
        return
    grammar = page.grammar
    near = [
        *grammar.modifiers(token),
        *(o.token for o in grammar.prepositional(token) if o.preposition in {"of", "from"}),
    ]
    near += [word for noun in grammar.appositions(token) for word in (noun, *grammar.modifiers(noun))]
    for word in near:
        party = page.cast.at(word)
        if party and party.schema is Schema.ORGANIZATION and _is_party(party):
            yield _Found(
                kind=TieKind.MEMBER_OF, source=page.filler(person, token), target=page.filler(party, word),
                word=token, confidence=_PARTY,
            )  # fmt: skip


def _is_party(entity: Entity) -> bool:
    forms = (entity.caption, *entity.names)
    return any(form.lower().endswith("party") or _sector(form) == "PTY" for form in forms)


def _sector(name: str) -> str | None:
    body = body_named(name)
    return body.sector if body else None


def _statement(page: Page, found: _Found) -> Statement:
    verb = found.word if found.word.pos_ in {"VERB", "AUX"} else None
    return Statement(
        document=page.document.id,
        kind=Kind.TIE,
        detail=TieDetail(kind=found.kind),
        span=page.sentence_span(found.word),
        reader=_NAME,
        reader_version=_VERSION,
        roles=(Role(name=RoleName.SOURCE, filler=found.source), Role(name=RoleName.TARGET, filler=found.target)),
        time=time_of(page, verb) if verb is not None else None,
        modality=modality_of(page, found.word),
        speaker=speaker_of(page, found.word),
        confidence=found.confidence,
    )


TIES = Reader(
    name=_NAME,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES}),
    gives=frozenset({Layer.TIES}),
    read=read_ties,
)
