"""Which frames the words of a sentence fit: verbs, nouns and adjectives against the patterns of the lexicon.

Enters: a sentence of a page. Leaves: matches, a word with the best pattern that holds for it, and all that it is joined
to. Who plays which part is worked out in `event_parties`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from palanca.lexicon.frames import IGO, PARTY, PERSON, PLACE, Pattern, frames
from palanca.lexicon.quantities import quantity_words
from palanca.reading.frame_nouns import given_beside_name, is_of_states, is_partyish, is_person, is_place
from palanca.reading.grammar import Arguments, Oblique, Relation
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.name_works import is_of_work
from palanca.reading.page import Page
from palanca.records import Category, Form, Schema

_CONTENT = {Relation.CONTENT, Relation.CONTROLLED}
_MONEY = "MONEY"
_LEMMAS_AT_HAND = 16_384
_RELATIVE = {"WDT", "WP", "WP$"}
_PHRASAL = {"presence", "absence", "front", "wake", "aftermath", "midst", "course", "name", "view", "face", "favour"}
_STANCES = {Category.ACCUSE, Category.SUPPORT}
_ATTEND, _CHARGE = "attend", "charge"
_ATTENDED = {Category.CONSULT, Category.COOPERATE, Category.PROTEST}  # who attends a parade shows no force
_UNDERGOERS = {"target", "subject", "victim", "object"}
_TELLING_ALONE = {"NOUN", "PROPN", "ADJ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A word that fits a pattern. `anchor` is the verb that carries it: the word itself, or its light verb or copula.

    `received` tells that the anchor's subject undergoes the act ("suffered an attack").
    """

    pattern: Pattern
    word: Token
    anchor: Token
    arguments: Arguments
    carrier: Arguments | None = None
    received: bool = False


def matches(page: Page, sentence: TokenSpan) -> Iterator[Match]:
    """The matches of one sentence: verbs first, then nouns, then adjectives, each in order of the text."""
    carried: set[int] = set()
    for verb in page.grammar.predicates(sentence):
        if verb.is_title and is_in_name(page, verb):
            continue  # "the Committee to PROTECT Journalists"
        for match in _of_verb(page, verb):
            if match.word != verb:
                if match.word.i in carried or is_of_work(match.word):
                    continue
                carried.add(match.word.i)
            yield match
    for token in sentence:
        if token.pos_ in _TELLING_ALONE and token.i not in carried and not is_in_name(page, token):
            yield from (match for match in _of_word(page, token) if not is_of_work(match.word))


def _of_verb(page: Page, verb: Token) -> Iterator[Match]:
    """The best reading of a verb, or what it carries as a light verb."""
    lexicon, lemma = frames(), _lemma(verb)
    patterns = lexicon.verbs.get(lemma, ())
    if lemma == "be":
        yield from _undergone(page, verb)
    if not patterns and lemma not in lexicon.gives and lemma not in lexicon.gets:
        return
    arguments = _with_purpose(page, verb, _with_substance(page, page.grammar.arguments(verb)))
    best = next((p for p in patterns if _fits(page, verb, arguments, p)), None)
    if best and best.passive:
        arguments = replace(arguments, subjects=arguments.objects, objects=(), passive=False)
    light = () if best and best.weight else tuple(_carried(page, verb, arguments, lemma))
    if light:
        yield from light
    elif best:
        yield Match(pattern=best, word=verb, anchor=verb, arguments=arguments)


def _of_word(page: Page, token: Token) -> Iterator[Match]:
    """What a noun or an adjective tells by itself."""
    if token.pos_ in {"NOUN", "PROPN"}:
        if token.ent_type_ == "DATE" or _is_date(page, token):  # "March 2019"
            return
        is_modifier = page.grammar.is_premodifier(token)  # "PEACE talks": the other noun carries the act
        if not is_modifier and (pattern := noun_pattern(page, token)):
            yield Match(pattern=pattern, word=token, anchor=token, arguments=page.grammar.arguments(token))
    elif token.pos_ == "ADJ" and (choices := frames().adjectives.get(token.norm_)):
        yield from _ready(page, token, choices[0])


def _is_date(page: Page, token: Token) -> bool:
    """Whether a word is part of a time that was read: the march of "2 MARCH 2021"."""
    return token.is_title and any(m.first <= token.i < m.last for m in page.times)


def noun_pattern(page: Page, noun: Token) -> Pattern | None:
    """The pattern that a noun fits, whatever it is joined to."""
    index = frames().nouns
    patterns = index.get(noun.norm_) or index.get(spelled(noun.lemma_.lower()))
    if not patterns:
        return None
    if _is_idle(page, noun):
        return None
    modifiers = page.grammar.modifiers(noun)
    before = {w for m in modifiers for w in (m.norm_, m.lemma_.lower())}
    for pattern in patterns:
        if all(word in before for word in pattern.before) and _holds_obliques(
            page, page.grammar.prepositional(noun), pattern
        ):
            return pattern
    return None


def _is_idle(page: Page, noun: Token) -> bool:
    """Whether the noun tells no act beside the word before it: a flood WARNING, a press RELEASE."""
    modifiers = page.grammar.modifiers(noun)
    if noun.norm_ == _CHARGE and noun.i and noun.nbor(-1).norm_ == "in":
        return True  # "put her IN CHARGE of the fleet"
    return bool(modifiers) and f"{modifiers[-1].norm_} {noun.lemma_.lower()}" in frames().idle


def best_verb_pattern(page: Page, verb: Token) -> Pattern | None:
    """The pattern that a verb fits, for readers that ask about a governed clause."""
    patterns = frames().verbs.get(spelled(verb.lemma_), ())
    arguments = page.grammar.arguments(verb)
    found = next((p for p in patterns if _fits(page, verb, arguments, p)), None)
    if found is None or found.weight == 0:
        found = next((m.pattern for m in _carried(page, verb, arguments, spelled(verb.lemma_))), found)
    return found


@lru_cache(maxsize=_LEMMAS_AT_HAND)
def spelled(lemma: str) -> str:
    """A lemma in the spelling of the frames: American, lower case."""
    word = lemma.lower()
    for british, american in (("isation", "ization"), ("ise", "ize"), ("yse", "yze")):
        other = word.removesuffix(british) + american
        if word.endswith(british) and (other in frames().verbs or other in frames().nouns):
            return other
    return word


def _lemma(verb: Token) -> str:
    """The lemma of a verb, with what is hyphened to it where the two are listed together ("TEST-fired")."""
    lemma = spelled(verb.lemma_)
    if verb.i > 1 and verb.nbor(-1).text in {"-", "‑"} and not verb.nbor(-1).whitespace_:
        joined = f"{verb.nbor(-2).norm_}-{lemma}"
        if joined in frames().verbs:
            return joined
    return lemma


def is_in_name(page: Page, token: Token) -> bool:
    """Whether a noun is part of a name: no talks were held by a "Working Group"."""
    mention = page.cast.mention_at(token)
    return mention is not None and mention.form is Form.NAME


def _with_substance(page: Page, arguments: Arguments) -> Arguments:
    """The arguments with what is measured for the noun that measures it: "lifted MOST OF ITS SANCTIONS"."""
    measures = frames().classes["portion"] | frames().classes["timespan"]
    if not any(o.lemma_.lower() in measures or o.ent_type_ == _MONEY for o in arguments.objects):
        return arguments
    return replace(arguments, objects=tuple(w for o in arguments.objects for w in _measured(page, o, measures)))


def _measured(page: Page, noun: Token, measures: frozenset[str]) -> tuple[Token, ...]:
    """What stands behind the "of" of a noun that only measures; else the noun itself."""
    if (
        (noun.lemma_.lower() not in measures and noun.ent_type_ != _MONEY)
        or page.cast.at(noun) is not None
        or noun_pattern(page, noun)
    ):
        return (noun,)
    links = {"of", "in"} if noun.ent_type_ == _MONEY else {"of"}  # "stopped $30 million IN AID"
    return tuple(o.token for o in page.grammar.prepositional(noun) if o.preposition in links) or (noun,)


def _with_purpose(page: Page, verb: Token, arguments: Arguments) -> Arguments:
    """The arguments with an infinitive that hangs on the verb beside an adverb ("threatened today TO LEAVE")."""
    if arguments.complements or verb.i + 1 >= len(verb.doc) or spelled(verb.lemma_) not in _governing_verbs():
        return arguments
    purposes = tuple(
        v for v in page.grammar.predicates(page.grammar.subtree(verb))
        if v.i > verb.i and page.grammar.governor(v).head == verb and _is_infinitive(page, v)
    )  # fmt: skip
    return replace(arguments, complements=purposes) if purposes else arguments


@cache
def _governing_verbs() -> frozenset[str]:
    """Verbs with a pattern that asks for an infinitive."""
    return frozenset(verb for verb, patterns in frames().verbs.items() if any(p.clause == "to" for p in patterns))


def _fits(page: Page, verb: Token, arguments: Arguments, pattern: Pattern) -> bool:
    if pattern.no_object and arguments.objects and not arguments.passive:
        return False
    if pattern.alone and len(arguments.objects) != 1:
        return False
    if pattern.passive and (not arguments.passive or arguments.subjects):
        return False
    if pattern.active and arguments.passive:
        return False
    if pattern.subjects and not any(_is_in(page, s, pattern.subjects) for s in arguments.subjects):
        return False
    if pattern.objects and not _has_objects(page, arguments, pattern):
        return False
    if pattern.words and not _has_words(verb, arguments, pattern.words):
        return False
    if pattern.clause and not _has_clause(page, arguments, pattern.clause):
        return False
    if _holds_obliques(page, arguments.obliques, pattern):
        return True
    inner = (o for t in arguments.objects for o in page.grammar.prepositional(t))  # "accepted DOSES FROM China"
    return bool(pattern.obliques) and _holds_obliques(page, (*arguments.obliques, *inner), pattern)


def _has_objects(page: Page, arguments: Arguments, pattern: Pattern) -> bool:
    objects = (
        *arguments.objects,
        *arguments.indirect,
        *_raised(page, arguments, pattern),
        *given_beside_name(page, arguments.objects),
    )
    return all(any(_is_in(page, o, wanted) for o in objects) for wanted in pattern.objects)


def _raised(page: Page, arguments: Arguments, pattern: Pattern) -> Iterator[Token]:
    """Whom the verb lets do it, where the parser hangs them on what they do: "authorised TROOPS to enter"."""
    if pattern.clause == "to":
        below = (page.grammar.arguments(clause) for clause in arguments.complements)
        yield from (subject for own in below if not own.inherited for subject in own.subjects)


def _holds_obliques(page: Page, obliques: Iterable[object], pattern: Pattern) -> bool:
    return all(
        any(o.preposition == preposition and (not wanted or _is_told(page, o.token, wanted)) for o in obliques)  # type: ignore[attr-defined]
        for preposition, wanted in pattern.obliques
    )


def _is_told(page: Page, token: Token, wanted: frozenset[str]) -> bool:
    """As `_is_in`; what there is none of is told by a word of its own: "a vote of NO CONFIDENCE"."""
    if any(child.norm_ == "no" for child in token.children):
        return f"no-{token.lemma_.lower()}" in wanted
    return _is_in(page, token, wanted)


def _is_in(page: Page, token: Token, wanted: frozenset[str]) -> bool:
    if token.lemma_.lower() in wanted or token.norm_ in wanted:
        is_paper = frames().classes["treaty"] <= wanted  # "a 20-year CONCESSION" concedes nothing, and can be signed
        return not ((_is_idle(page, token) and not is_paper) or _is_longer(page, token, wanted))
    if _is_named_thing(page, token) and any(m.lemma_ in wanted for m in page.grammar.modifiers(token)):
        return True  # "the patrol VESSEL Atlas"
    if page.cast.at(token) is not None and any(
        other.i > token.i and other.lemma_.lower() in wanted for other in page.grammar.appositions(token)
    ):
        return True  # "the Volta Free Trade Area (VFTA) AGREEMENT"
    if token.lemma_.lower() in frames().classes["carrier"] and any(
        m.lemma_.lower() in wanted for m in page.grammar.modifiers(token)
    ):
        return True
    return (
        ("money" in wanted and (token.ent_type_ == "MONEY" or token.lemma_.lower() in quantity_words().currencies))
        or (PARTY in wanted and is_partyish(page, token))
        or (PERSON in wanted and is_person(page, token))
        or (PLACE in wanted and is_place(page, token))
        or (IGO in wanted and is_of_states(page, token))
    )


def _is_named_thing(page: Page, token: Token) -> bool:
    entity = page.cast.at(token)
    return token.pos_ == "PROPN" and (entity is None or entity.schema is Schema.VEHICLE)


def _is_longer(page: Page, noun: Token, wanted: frozenset[str]) -> bool:
    """Whether the noun with the one before it tells of a talk instead: a "phone CALL" is no demand."""
    modifiers = page.grammar.modifiers(noun)
    if not modifiers or f"{modifiers[-1].lemma_.lower()} {noun.lemma_.lower()}" in wanted:
        return False
    before = (modifiers[-1].lemma_.lower(),)
    talks = (p for p in frames().nouns.get(noun.lemma_.lower(), ()) if p.frame.category is Category.CONSULT)
    return any(p.before == before for p in talks)


def _has_words(verb: Token, arguments: Arguments, words: tuple[str, ...]) -> bool:
    # "took office IN June", "gave a speech IN Lima"
    dated = {o.token.head.i for o in arguments.obliques if o.token.ent_type_ == "DATE" or _is_where(o)}
    beside = {
        *arguments.particles,
        *(c.norm_ for c in verb.children if c.i not in dated and not _leads_elsewhere(c)),
        *(c.norm_ for o in arguments.objects for c in o.children),
    }
    return all(word in beside for word in words)


def _is_where(oblique: Oblique) -> bool:
    return oblique.preposition == "in" and oblique.token.ent_type_ in {"GPE", "LOC", "FAC"}


def _leads_elsewhere(child: Token) -> bool:
    """Whether a preposition only opens a phrase for how or before whom: "took office IN the presence of Ruiz".

    So one before a relative word: "a speech IN which she called him" calls nobody in.
    """
    is_relative = any(c.tag_ in _RELATIVE for c in child.children)
    return is_relative or any(c.norm_ in _PHRASAL and c.text.islower() for c in child.children)


def _has_clause(page: Page, arguments: Arguments, clause: str) -> bool:
    governed = arguments.complements
    if clause == "any":
        return bool(governed) or any(o.token.tag_ == "VBG" for o in arguments.obliques)
    if clause == "to":
        return any(_is_infinitive(page, c) for c in governed)
    if clause == "ing":
        return any(c.tag_ == "VBG" for c in (*governed, *(o.token for o in arguments.obliques)))
    return any(not _is_infinitive(page, c) for c in governed)


def _is_infinitive(page: Page, verb: Token) -> bool:
    own = page.grammar.arguments(verb)
    passive = verb.tag_ == "VBN" and "be" in own.auxiliaries and not own.inherited  # "asked FOR IT TO BE STOPPED"
    return "to" in own.auxiliaries and (verb.tag_ == "VB" or passive)


def _carried(page: Page, verb: Token, arguments: Arguments, lemma: str) -> Iterator[Match]:
    """Nouns that a light verb carries."""
    lexicon = frames()
    if lemma not in lexicon.gives and lemma not in lexicon.gets:
        return
    gets = lemma in lexicon.gets and lemma not in lexicon.gives
    within = (o.token for o in arguments.obliques if o.preposition in {"in", "on", "into", "under"})
    for noun in (*arguments.objects, *within):
        pattern = noun_pattern(page, noun) if noun.pos_ == "NOUN" else None
        if pattern is None or (lemma == _ATTEND and pattern.frame.category not in _ATTENDED):
            continue
        yield Match(
            pattern=pattern, word=noun, anchor=verb, arguments=page.grammar.arguments(noun),
            carrier=arguments, received=gets,
        )  # fmt: skip


def _undergone(page: Page, copula: Token) -> Iterator[Match]:
    """What somebody is in or under: "is UNDER house arrest", "was the TARGET of sanctions", "is AT war with"."""
    arguments = page.grammar.arguments(copula)
    under = [o.token for o in arguments.obliques if o.preposition == "under"]
    targets = [noun for noun in arguments.objects if noun.lemma_.lower() in _UNDERGOERS]
    under += [o.token for noun in targets for o in page.grammar.prepositional(noun) if o.preposition == "of"]
    within = [o.token for o in arguments.obliques if o.preposition in {"in", "at"}]
    for nouns, received in ((under, True), (within, False)):
        for noun in nouns:
            pattern = noun_pattern(page, noun) if noun.pos_ == "NOUN" else None
            if pattern is not None and (received or pattern.frame.symmetric or pattern.frame.name == "attack"):
                yield Match(
                    pattern=pattern, word=noun, anchor=copula, arguments=page.grammar.arguments(noun),
                    carrier=arguments, received=received,
                )  # fmt: skip


def _ready(page: Page, adjective: Token, pattern: Pattern) -> Iterator[Match]:
    """ "France is ready to send …": the adjective with the clause that it governs and its copula's subject."""
    governed = [
        v for v in page.grammar.predicates(adjective.sent)
        if v.i > adjective.i and (g := page.grammar.governor(v)).head == adjective and g.relation in _CONTENT
    ]  # fmt: skip
    copula = page.grammar.governor(adjective).head or adjective.head
    joined = pattern.frame.category in _STANCES and any(
        o.preposition == "of" for o in page.grammar.prepositional(adjective)
    )  # "was CRITICAL OF Togo"
    if governed or joined or pattern.frame.category is Category.REJECT:
        own = page.grammar.arguments(copula) if copula.pos_ in {"AUX", "VERB"} else Arguments()
        yield Match(
            pattern=pattern, word=adjective, anchor=copula,
            arguments=Arguments(
                subjects=own.subjects,
                obliques=page.grammar.prepositional(adjective),
                complements=tuple(governed),
                negated=own.negated,
                auxiliaries=own.auxiliaries,
            ),
        )  # fmt: skip
