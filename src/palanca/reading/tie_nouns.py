"""Ties told by a noun that says what its holder is to its owner: "Ana Ruiz, the SISTER of Juan Ruiz"."""

from collections.abc import Iterator
from itertools import product

from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.tie_lists import exemplifying
from palanca.lexicon.ties import TieNoun, tie_nouns
from palanca.lexicon.titles import titles
from palanca.reading.actors import who
from palanca.reading.grammar import Oblique
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.reading.tie_couples import couple_before
from palanca.reading.tie_ends import FoundTie, all_named, beside, entity_of, listed, named, noun_key, schema_of
from palanca.reading.tie_kin import is_kin_by_another, kin_behind, kin_of, left_by
from palanca.reading.tie_parties import is_joined
from palanca.reading.tie_places import the_state
from palanca.records import Filler, Form, Schema, TieKind
from palanca.records.entity import BODIES

_OWNED = BODIES | {Schema.PROJECT, Schema.VEHICLE}
_OWNERS = {"of", "to", "in", "with", "for", "at"}
_SHARING = {"of", "between", "by", "with"}
_SERVING = {"serve", "act", "work"}
_STANDINGS = {"position", "status", "post", "place", "role", "seat"}
_TAKING = {"consider", "deem", "believe", "call", "think"}
_FOR = {"of", "for", "to"}
_THERE = {"in", "at"}
_IN_LAW = ("-", "in", "-", "law")
_JOINED = {("together", "with"), ("along", "with")}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_DENIABLE = {TieKind.MEMBER_OF}
_KIN = {TieKind.SPOUSE, TieKind.FAMILY}
_BEFORE_TITLES = {"then", "former", "the", "-", "–", "late", "ex"}
_SUPERLATIVES = {"JJS", "RBS"}
_NAMED_AS = {"list", "name", "identify", "record", "show", "register", "declare", "disclose"}
_NOUN = 0.8


def ties_by_noun(page: Page, noun: Token) -> Iterator[FoundTie]:
    """The ties that this one noun tells."""
    if key := noun_key(noun, tie_nouns()):
        yield from _by_noun(page, noun, key)


def _by_noun(page: Page, noun: Token, key: str) -> Iterator[FoundTie]:
    holders = kin_behind(page, noun) or list(dict.fromkeys(holders_of(page, noun)))
    holders = holders or list(_holders_of_first(page, noun))
    if tie_nouns()[key][0].kind in _KIN:
        holders = [one for one in holders if not is_kin_by_another(page, one, noun)]
    if not holders or (is_denied(page, noun) and tie_nouns()[key][0].kind not in _DENIABLE):
        return
    told: set[tuple[Filler, Filler]] = set()
    for tie in tie_nouns()[key]:
        if tie.shared:
            yield from _of_sharers(page, noun, holders, tie.kind)
            return
        whose = kin_of(page, noun, holders) if tie.kind in _KIN else None
        owners = [page.filler(whose)] if whose else list(_owners(page, noun, tie))
        if _is_ranked(page, noun):  # "India's BIGGEST arms agent"
            owners = [one for one in owners if schema_of(page, one) is not Schema.PLACE]
        for holder, owner in product(holders, owners):
            if (holder, owner) not in told and _noun_fits(page, noun, tie, holder, owner):
                told.add((holder, owner))
                kind = _kind(page, tie, holder, owner)
                is_turned = tie.turned or (tie.kind is TieKind.EMPLOYEE_OF and kind is TieKind.CLIENT_OF)
                ends = (owner, holder) if is_turned else (holder, owner)
                yield FoundTie(kind=kind, source=ends[0], target=ends[1], word=noun, confidence=_NOUN)


def _kind(page: Page, tie: TieNoun, holder: Filler, owner: Filler) -> TieKind:
    """A firm that is a unit of another is its subsidiary; a state that is part of a body is its member.

    Whose adviser or auditor a firm is, is its client.
    """
    source, target = entity_of(page, holder), entity_of(page, owner)
    if tie.kind is TieKind.EMPLOYEE_OF and source and source.schema in BODIES:
        return TieKind.CLIENT_OF
    if tie.kind is TieKind.PART_OF and source and is_state(source) and target and target.schema in BODIES:
        return TieKind.MEMBER_OF
    is_firm = schema_of(page, holder) is Schema.COMPANY
    are_firms = is_firm and schema_of(page, owner) in {Schema.COMPANY, Schema.ORGANIZATION}
    return TieKind.SUBSIDIARY_OF if tie.kind is TieKind.PART_OF and are_firms else tie.kind


def is_denied(page: Page, word: Token) -> bool:
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
    names = [e for t in beside(page, above) if (e := page.cast.at(t)) and e.schema is Schema.PERSON]
    if (own := page.cast.at(first)) and own.schema is Schema.PERSON and above is first:
        return  # "Ana Paz, Ivo Sá and the MOTHER of Nur" are three people
    if above is not noun and (is_somebody or names or noun_key(above, tie_nouns())):
        yield from holders_of(page, above)


def _noun_fits(page: Page, noun: Token, tie: TieNoun, holder: Filler, owner: Filler) -> bool:
    is_among_parts = noun.norm_ == "parts"  # "came from PARTS of the U.S., including Texas" tells only where Texas is
    source, target = entity_of(page, holder), entity_of(page, owner)
    if source is None or source == target:
        return False
    if target is None:
        return tie.kind in {TieKind.OWNS, TieKind.CONTROLS}
    schemata = [source.schema, target.schema]
    if tie.places:
        is_apart = (
            is_state(target) and not is_among_parts
            if tie.kind is TieKind.PART_OF
            else not (is_state(source) and is_state(target))
        )
        return schemata == [Schema.PLACE, Schema.PLACE] and is_apart
    if tie.parties or tie.bodies:
        return _is_of_body(page, noun, tie, holder, owner)
    if tie.kind is TieKind.EMPLOYEE_OF and target.schema is Schema.PLACE:
        return is_state(target)  # an adviser "for Latin America" serves somebody else
    if tie.kind in {TieKind.SPOUSE, TieKind.FAMILY}:
        return schemata == [Schema.PERSON, Schema.PERSON]
    if tie.kind is TieKind.PART_OF:
        return schemata[1] in {*BODIES, Schema.LAW} and (schemata[0] in {*BODIES, Schema.VEHICLE} or is_state(source))
    if tie.turned and tie.kind is TieKind.OWNS:
        return schemata[0] in _OWNED
    if tie.kind is TieKind.SUBSIDIARY_OF or tie.turned:
        served = BODIES | {Schema.PERSON} if tie.kind is TieKind.CLIENT_OF else BODIES
        return served.issuperset(schemata)
    return tie.kind is not TieKind.OWNS or schemata[1] is not Schema.PERSON


def _is_ranked(page: Page, noun: Token) -> bool:
    """Whether somebody only stands first of his country: "Togo's RICHEST trader"; not "its closest ally"."""
    is_person = classes_of_nouns().get(noun.lemma_.lower(), ())[:1] == (Schema.PERSON,)
    modifiers = page.grammar.modifiers(noun)
    return is_person and any(t.tag_ in _SUPERLATIVES and t.lemma_.lower() != "close" for t in modifiers)


def _is_of_body(page: Page, noun: Token, tie: TieNoun, holder: Filler, owner: Filler) -> bool:
    """ "The LEADER of the Green Front", "an ENGINEER at Volta Lines": a person, and a party or a body."""
    is_such = is_joined(page, owner) if tie.parties else schema_of(page, owner) in BODIES
    return schema_of(page, holder) is Schema.PERSON and is_such and not _is_apart(page, noun, holder)


def _is_apart(page: Page, noun: Token, holder: Filler) -> bool:
    """Whether a finite verb stands before the name behind a noun: "the LEADER of the Front IS named by ANA PAZ"."""
    words = page.doc.char_span(holder.span.start, holder.span.end) if holder.span else None
    return words is not None and any(t.tag_ in _FINITE for t in page.doc[noun.i : words.start])


def holders_of(page: Page, noun: Token) -> Iterator[Filler]:
    """Whom the noun is said of: its apposition, the name that it stands before, the subject of "is", "such as A"."""
    grammar = page.grammar
    said_of = [*_renamed(page, noun), *grammar.predicated_of(noun), *grammar.said_of(noun)]
    if noun.i + 1 < len(page.doc) and grammar.is_premodifier(noun):
        said_of.append(noun.head)
    said_of += [o.token for o in _examples(page, noun)]
    said_of += [*_one_of(page, noun), *_held_for(page, noun), *_states_of_troops(page, noun)]
    collection = noun.head.head if noun.head.norm_ == "of" else noun  # "a portfolio of CLIENTS includes"
    if collection.head.lemma_ == "include" and collection in grammar.arguments(collection.head).subjects:
        included = grammar.arguments(collection.head).objects
        said_of += [*included, *(o.token for t in included for o in _examples(page, t))]
    near = [t for one in said_of for t in _named_or_beside(page, one)]
    near += [t for one in grammar.predicated_of(noun) for t in _together_with(page, one)]
    each = [t for one in near for t in listed(page, one)] if noun.tag_ == "NNS" else near
    for token in each:
        if (entity := page.cast.at(token)) is not None:
            yield page.filler(entity, token)
    for token in grammar.conjuncts(noun)[1:]:
        if token.i > noun.i and (entity := page.cast.at(token)) is not None and not said_of:
            yield page.filler(entity, token)


def _states_of_troops(page: Page, noun: Token) -> list[Token]:
    """ "Police FROM MALI AND CHAD are part of the force": the states, where their people have no name."""
    subjects = [t for t in page.grammar.predicated_of(noun) if page.cast.at(t) is None]
    behind = [o.token for t in subjects for o in page.grammar.prepositional(t) if o.preposition == "from"]
    return [t for t in behind if (e := page.cast.at(t)) and is_state(e)]


def _together_with(page: Page, subject: Token) -> Iterator[Token]:
    """ "Togo, TOGETHER WITH Chad and Fiji, is a member": Chad and Fiji."""
    words = [t.norm_ for t in page.doc[subject.i + 1 : subject.i + 4]]
    if words[:1] != [","] or tuple(words[1:]) not in _JOINED:
        return
    for token in page.doc[subject.i + 4 : subject.sent.end]:
        if page.cast.at(token) is not None:
            yield token
        elif token.norm_ not in {"and", "the", ","}:
            return


def _examples(page: Page, noun: Token) -> list[Oblique]:
    return [o for o in page.grammar.prepositional(noun) if o.preposition in exemplifying()]


def _renamed(page: Page, noun: Token) -> tuple[Token, ...]:
    """The names beside the noun, also where the parser hangs them elsewhere.

    That is on the one whom it is for ("another lobbyist FOR Togo, ANA PAZ"), or on the verb ("whose SON IVO left").
    """
    found = beside(page, noun)
    if found:
        return found
    behind = (o for o in page.grammar.prepositional(noun) if o.preposition in _FOR | _THERE)
    return (*(t for o in behind for t in _named_behind(page, o)), *_relative_right_behind(page, noun))


def _named_behind(page: Page, oblique: Oblique) -> Iterator[Token]:
    """What stands behind a comma and is no renaming of the place or person before it."""
    whom = page.cast.at(oblique.token)
    if whom is None or (oblique.preposition in _THERE and whom.schema is not Schema.PLACE):
        return
    listed_behind = (t for t in page.grammar.conjuncts(oblique.token) if page.doc[t.left_edge.i - 1].text == ",")
    for other in (*page.grammar.appositions(oblique.token), *listed_behind):
        entity = page.cast.at(other)
        is_other = entity is not None and entity.schema not in {Schema.PLACE, whom.schema}
        if other.i > oblique.token.i and entity and is_other:
            yield other


def _relative_right_behind(page: Page, noun: Token) -> tuple[Token, ...]:
    """ "Whose brother-in-law MARK TAN": the person right behind one of his kin."""
    key = noun_key(noun, tie_nouns())
    if key is None or tie_nouns()[key][0].kind not in {TieKind.FAMILY, TieKind.SPOUSE}:
        return ()
    stop = _past_titles(page, noun) or noun.i + 1 + len(_IN_LAW) * (
        page.doc[noun.i + 1 : noun.i + 1 + len(_IN_LAW)].text == "".join(_IN_LAW)
    )
    mention = page.cast.mention_at(page.doc[stop]) if stop < len(page.doc) else None
    if mention is None or page.cast.entity(mention.entity).schema is not Schema.PERSON or mention.form != "name":
        return ()
    words = page.cast.tokens[mention]
    return (page.doc[words.start : words.stop].root,)


def _past_titles(page: Page, noun: Token) -> int | None:
    """Past the titles of "her father, THEN-PRESIDENT Ivo Sá", which parsers break up; None where none stand there."""
    i = noun.i + 1
    if page.doc[i : i + 1].text != ",":
        return None
    start = i = i + 1
    while i < noun.sent.end and (page.doc[i].norm_ in _BEFORE_TITLES or titles().is_title_word(page.doc[i].norm_)):
        i += 1
    return i if i > start else None


def _held_for(page: Page, noun: Token) -> tuple[Token, ...]:
    """Who is taken for it, serves as it or is among them: "is considered an ALLY of", "is seen as", "are AMONG its"."""
    grammar, above = page.grammar, noun.head
    if above.norm_ == "among" and above.head.lemma_ == "be":
        return grammar.arguments(above.head).subjects
    if above.norm_ == "as":
        standing = page.grammar.complemented(above.head) if above.head.lemma_.lower() in _STANDINGS else None
        verb = standing or above.head
        if standing is not None:  # "retains her POSITION AS a member of"
            return grammar.arguments(standing).subjects
        arguments = grammar.arguments(verb)
        if verb.lemma_ in _SERVING:
            return arguments.subjects
        is_named = arguments.passive or verb.lemma_ in _NAMED_AS  # "records LIST Ana Ruiz AS the owner of"
        return arguments.objects if is_named else ()
    taken = grammar.complemented(noun)
    if taken is None or taken.lemma_ not in _TAKING or not grammar.arguments(taken).passive:
        return ()
    return tuple(t for t in grammar.arguments(taken).objects if t is not noun)


def _named_or_beside(page: Page, token: Token) -> tuple[Token, ...]:
    """The word, or where it names nobody what stands beside it: "Ana Ruiz, a SENATOR who is an aide to him"."""
    return (token,) if page.cast.at(token) is not None else beside(page, token)


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


def _owners(page: Page, noun: Token, tie: TieNoun) -> Iterator[Filler]:
    grammar = page.grammar
    head = noun.head if grammar.is_premodifier(noun) else noun
    joined = grammar.prepositional(noun)
    within = [o.token for o in joined if o.preposition in _THERE]
    owning = tie.prepositions or (_OWNERS - {"with"} if tie.kind is TieKind.FAMILY else _OWNERS)
    behind = [o.token for o in joined if o.preposition in owning]
    tokens = [] if tie.prepositions else [*grammar.possessors(noun), *grammar.possessors(head)]
    if tie.places and tie.kind is TieKind.PART_OF:  # "a U.S. TERRITORY", "a British overseas territory"
        tokens = [
            t for t in (*grammar.modifiers(noun), *grammar.possessors(noun)) if (e := page.cast.at(t)) and is_state(e)
        ]
    if tie.kind is TieKind.REPRESENTS and any(o.preposition == "for" for o in joined):
        tokens = []  # "the FIRM'S lobbyist for Qatar" represents Qatar alone
    tokens += behind if not tokens else [t for t in behind if t not in within]
    if not tie.prepositions:
        tokens += _firms_before(page, noun, tie.kind)
        tokens += [] if tokens else _owners_afar(page, noun, tie)
    for token in dict.fromkeys(tokens):
        if tie.kind is TieKind.FAMILY and token.norm_ == "their":
            yield from couple_before(page, token)
            continue
        if noun_key(token, tie_nouns()) and page.cast.at(token) is None and not _is_named_beside(page, token):
            if tie.kind is TieKind.MEMBER_OF:  # "a member of the COMMITTEE of the New Front"
                yield from all_named(page, (o.token for o in grammar.prepositional(token) if o.preposition == "of"))
            continue  # "the widow of A and the SISTER of B": another's noun, no owner
        if tie.kind in _KIN and page.cast.at(token) is None and any(True for _ in grammar.possessors(token)):
            continue  # "a brother of the president's CHIEF of staff" is no brother of the president
        if filler := named(page, token) or who(page, token) or the_state(page, token):
            yield filler


def _firms_before(page: Page, noun: Token, kind: TieKind) -> list[Token]:
    """ "A VOLTA LINES employee": the firm, party or body whose name ends right before the noun; no "FBI agent"."""
    last = page.doc[noun.i - 1] if noun.i else noun
    entity = page.cast.at(last)
    is_part = last.pos_ == "PROPN" and last in page.grammar.modifiers(noun)
    owning = BODIES - {Schema.PUBLIC_BODY} if kind is TieKind.REPRESENTS else BODIES
    if kind in {TieKind.REPRESENTS, TieKind.EMPLOYEE_OF} and (person := _person_before(page, noun)) is not None:
        return [person]
    return [last] if is_part and entity and entity.schema in owning else []


def _person_before(page: Page, noun: Token) -> Token | None:
    """ "RUIZ adviser Ivo Paz", "RUIZ personal attorney Ivo Paz": whose he is, named between him and no other title."""
    behind = page.doc[noun.i + 1] if noun.i + 1 < noun.sent.end else noun
    i = noun.i - 1
    while i > noun.sent.start and page.doc[i].pos_ in {"ADJ", "NOUN"} and page.cast.mention_at(page.doc[i]) is None:
        i -= 1
    mention, holder = page.cast.mention_at(page.doc[i]), page.cast.mention_at(behind)
    if mention is None or holder is None or mention.form is not Form.NAME or mention.entity == holder.entity:
        return None
    people = {page.cast.entity(one.entity).schema for one in (mention, holder)}
    return page.doc[i] if people == {Schema.PERSON} else None


def _owners_afar(page: Page, noun: Token, tie: TieNoun) -> tuple[Token, ...]:
    """Whose it is where a verb tells it: "A is survived by two SONS", "serves clients SUCH AS B", "whose list of"."""
    grammar = page.grammar
    joined = [
        o.token
        for t in grammar.conjuncts(noun)
        if t.i > noun.i
        for o in grammar.prepositional(t)
        if o.preposition == "of"
    ]
    if joined and grammar.conjuncts(noun)[0] is noun:
        return tuple(joined)  # "the NEPHEW and secretary OF Ruiz"
    if _examples(page, noun):
        verb = grammar.complemented(noun) or grammar.governor(noun.head).head
        return grammar.arguments(verb).subjects if verb is not None else ()
    if tie.kind is TieKind.FAMILY:
        verb = noun.head.head if noun.head.norm_ == "by" else noun.head
        arguments = grammar.arguments(verb) if verb.lemma_ in {"survive", "have", "leave"} else None
        if arguments and not arguments.negated:
            return arguments.objects if arguments.passive else arguments.subjects
        if left := left_by(page, noun):
            return left
    collection = noun.head  # "whose portfolio of clients includes"
    return grammar.possessors(collection.head) if collection.norm_ == "of" else ()
