"""What is whose: takeovers, seats and plants of firms, homes of things, and those who are each other's partner.

The noun tells the tie here, but not as one that its holder is to its owner, as in `tie_words`.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from palanca.lexicon.tie_lists import belongings, homes, incomes, seats, takeovers, unions
from palanca.lexicon.ties import tie_nouns
from palanca.reading.actors import all_of, who
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.tie_ends import FoundTie, all_named, entity_of, named, noun_key, schema_of
from palanca.reading.tie_kin import is_kin_by_another
from palanca.records import Filler, Schema, TieKind
from palanca.records.entity import BODIES

_MUTUAL = {TieKind.PARTNER_OF, TieKind.FAMILY, TieKind.SPOUSE}
_WED = {"marry", "wed", "divorce"}
_RAISING = {"raise", "elevate", "upgrade", "lift"}
_SITTING = {"have", "keep", "maintain", "establish", "open"}
_OWNED = BODIES | {Schema.PROJECT, Schema.VEHICLE}
_FARTHEST = 8  # tokens between a town and the word "home" that calls it one
_NOUN, _LINK = 0.8, 0.65


def ties_by_having(page: Page, token: Token) -> Iterator[FoundTie]:
    """The ties that this one word tells."""
    if token.pos_ == "NOUN":
        yield from _by_noun(page, token)
        yield from _by_raising(page, token) if token.lemma_.lower() in unions() else ()
        yield from _by_payroll(page, token) if token.lemma_.lower() == "payroll" else ()
    elif token.pos_ == "VERB" and token.lemma_ in _WED:
        yield from _by_wedding(page, token)
    elif token.pos_ == "VERB" and token.lemma_ == "come":
        yield from _by_income(page, token)


def _by_noun(page: Page, token: Token) -> Iterator[FoundTie]:
    lemma = token.lemma_.lower()
    if lemma in takeovers():
        yield from _by_takeover(page, token)
    if lemma in seats():
        yield from _by_seat(page, token)
    if lemma in homes():
        yield from _by_own_home(page, token)
    if lemma in belongings():
        yield from _by_belonging(page, token)
    if lemma == "home":
        yield from _by_home(page, token)
    if lemma == "lady" and token.nbor(-1).norm_ == "first":
        yield from _by_first_lady(page, token)
    if lemma in unions():
        yield from _by_union(page, token)
    if lemma == "venture" and token.nbor(-1).norm_ == "joint" and token.head.norm_ == "as":
        yield from _by_venture(page, token)
    if token.tag_ == "NNS" and noun_key(token, tie_nouns()):
        yield from _by_mutual(page, token)


def _by_income(page: Page, verb: Token) -> Iterator[FoundTie]:
    """ "Two thirds of the Fund's INCOME COMES from Norway"."""
    arguments = page.grammar.arguments(verb)
    sources = list(all_named(page, (o.token for o in arguments.obliques if o.preposition == "from")))
    for noun in arguments.subjects if sources and not arguments.negated else ():
        shared = (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of")
        income = next((t for t in (noun, *shared) if t.lemma_.lower() in incomes()), None)
        if income is None:
            continue
        behind = (o.token for o in page.grammar.prepositional(income) if o.preposition == "of")
        for receiver in all_named(page, (*page.grammar.possessors(income), *behind)):
            for source in sources:
                yield FoundTie(kind=TieKind.FUNDS, source=source, target=receiver, word=verb, confidence=_LINK)


def _by_takeover(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "Volga's TAKEOVER of Severny", "the ACQUISITION of Severny by Volga"."""
    arguments = page.grammar.arguments(noun)
    for thing in all_named(page, arguments.objects) if not arguments.negated else ():
        for owner in all_named(page, arguments.subjects):
            if schema_of(page, thing) in _OWNED:
                yield FoundTie(kind=TieKind.OWNS, source=owner, target=thing, word=noun, confidence=_LINK)


def _by_seat(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "Volta Lines, which has its HEADQUARTERS in Nairobi", "Volta Lines, with HEADQUARTERS in Nairobi"."""
    seated, within = _seated(page, noun)
    for place in all_named(page, within):
        for body in all_named(page, seated):
            if schema_of(page, body) in BODIES and schema_of(page, place) is Schema.PLACE:
                yield FoundTie(kind=TieKind.LOCATED_IN, source=body, target=place, word=noun, confidence=_NOUN)


def _seated(page: Page, noun: Token) -> tuple[Sequence[Token], Sequence[Token]]:
    """Who has the seat, and the nouns that say where."""
    within = [o.token for o in page.grammar.prepositional(noun) if o.preposition == "in"]
    if noun.head.norm_ == "with":
        return (noun.head.head,), within
    verb = page.grammar.complemented(noun)
    arguments = page.grammar.arguments(verb) if verb is not None and verb.lemma_ in _SITTING else None
    owned = any(page.grammar.is_pronoun(p) for p in page.grammar.possessors(noun))
    if arguments is None or arguments.negated or not owned:
        return (), ()
    return arguments.subjects, [*within, *(o.token for o in arguments.obliques if o.preposition == "in")]


def _by_own_home(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "The university's CAMPUS in Suva", "the HEADQUARTERS of Oxfam in Oxford": the body is there."""
    if page.cast.at(noun) is not None:
        return
    joined = page.grammar.prepositional(noun)
    places = [p for p in all_named(page, (o.token for o in joined if o.preposition == "in")) if p.entity]
    for owner in (*page.grammar.possessors(noun), *(o.token for o in joined if o.preposition == "of")):
        body = page.cast.at(owner)
        if body is None or body.schema not in BODIES or page.grammar.is_pronoun(owner):
            continue
        for place in places:
            if schema_of(page, place) is Schema.PLACE:
                source = page.filler(body, owner)
                yield FoundTie(kind=TieKind.LOCATED_IN, source=source, target=place, word=noun, confidence=_LINK)


def _by_belonging(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "Petronova's REFINERY": a firm's plant, channel or brand is its own, and lies where "in" says."""
    if page.cast.at(noun) is not None:
        return
    for owner in page.grammar.possessors(noun):
        firm = page.cast.at(owner)
        mention = page.cast.mention_at(owner)
        if firm is None or mention is None or firm.schema is not Schema.COMPANY or page.grammar.is_pronoun(owner):
            continue
        span = page.span_of(page.doc[page.cast.tokens[mention].start : noun.i + 1])
        thing = Filler(text=span.of(page.document.text), span=span)
        yield FoundTie(kind=TieKind.OWNS, source=page.filler(firm, owner), target=thing, word=noun, confidence=_LINK)
        within = (o.token for o in page.grammar.prepositional(noun) if o.preposition in {"in", "at", "near"})
        for place in (*all_named(page, within), *_homes(page, noun)):
            if schema_of(page, place) is Schema.PLACE:
                yield FoundTie(kind=TieKind.LOCATED_IN, source=thing, target=place, word=noun, confidence=_LINK)


def _homes(page: Page, noun: Token) -> Iterator[Filler]:
    """The place that is called the home of a thing: "TALI, home to Petronova's refinery"."""
    above = noun.head
    if above.norm_ in {"of", "to"} and above.head.lemma_.lower() == "home":
        home = above.head
        yield from all_named(page, _called_home(page, home))


def _called_home(page: Page, home: Token) -> tuple[Token, ...]:
    """What is called the home of a thing, also where it stands a phrase before: "TALI, in the north, home of"."""
    found = (*page.grammar.appositions(home), *page.grammar.predicated_of(home))
    stop = home.i - 1
    if any(page.cast.at(token) for token in found) or stop < 1 or page.doc[stop].text != ",":
        return found
    commas = [t.i for t in page.doc[max(home.sent.start, stop - _FARTHEST) : stop] if t.text == ","]
    before = (page.doc[end - 1] for end in (stop, *commas[-1:]) if end == stop or page.doc[end + 1].norm_ == "in")
    names = (t for t in before if (mention := page.cast.mention_at(t)) and mention.form == "name")
    place = next((t for t in names if (e := page.cast.at(t)) and e.schema is Schema.PLACE), None)
    return found if place is None else (place,)


def _by_home(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "Sarim, HOME to the Tigris Brigade"."""
    places = all_named(page, _called_home(page, noun))
    behind = [o.token for o in page.grammar.prepositional(noun) if o.preposition in {"of", "to"}]
    for place in places:
        for thing in all_named(page, behind):
            entity = entity_of(page, thing)
            if schema_of(page, place) is Schema.PLACE and (entity is None or entity.schema in _OWNED):
                yield FoundTie(kind=TieKind.LOCATED_IN, source=thing, target=place, word=noun, confidence=_LINK)


def _by_first_lady(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "President Paul Odera and FIRST LADY Mary Odera"."""
    name = noun.head if page.grammar.is_premodifier(noun) else noun
    others = [t for t in page.grammar.conjuncts(name) if t is not name]
    if len(others) != 1 or page.grammar.possessors(name):
        return
    pair = [named(page, t) for t in (name, others[0])]
    if pair[1] is not None and is_kin_by_another(page, pair[1], noun):
        return  # "FIRST LADY Mary Odera and her SON Ivo"
    if pair[0] and pair[1] and all(end and schema_of(page, end) is Schema.PERSON for end in pair):
        yield FoundTie(kind=TieKind.SPOUSE, source=pair[0], target=pair[1], word=noun, confidence=_LINK)


def _by_mutual(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "India and Bhutan are ALLIES"; "the BROTHERS Ivo and Tomé Sá"."""
    kinds = [t.kind for t in tie_nouns()[noun_key(noun, tie_nouns()) or ""] if t.kind in _MUTUAL]
    behind = {"of", "to", "with"} & {o.preposition for o in page.grammar.prepositional(noun)}
    if not kinds or behind or page.grammar.possessors(noun):
        return
    first = page.grammar.phrase(noun)[0]
    defined = first.norm_ == "the" or first.pos_ == "NUM" or first is noun
    said_of = (*page.grammar.predicated_of(noun), *(page.grammar.appositions(noun) if defined else ()))
    members = [f for t in dict.fromkeys(n for s in said_of for n in page.grammar.conjuncts(s)) if (f := who(page, t))]
    members = [one for one in members if not is_kin_by_another(page, one, noun)]
    copula = page.grammar.complemented(noun)
    if copula is not None and page.grammar.arguments(copula).negated:
        return
    yield from _pairs(page, members, kinds[0], noun)


def _by_union(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "The Sahel Front and the Desert Army formed an ALLIANCE"."""
    verb = page.grammar.complemented(noun)
    if verb is None or verb.lemma_ not in {"form", "forge", "make", "enter", "announce"}:
        return
    arguments = page.grammar.arguments(verb)
    members = list(dict.fromkeys(all_named(page, arguments.subjects)))
    if not arguments.negated and not any(o.preposition == "with" for o in page.grammar.prepositional(noun)):
        yield from _pairs(page, members, TieKind.PARTNER_OF, noun)


def _by_raising(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "Both countries RAISED their relations to a strategic PARTNERSHIP"."""
    verb = noun.head.head if noun.head.norm_ in {"to", "into"} else None
    if verb is None or verb.lemma_ not in _RAISING:
        return
    arguments = page.grammar.arguments(verb)
    if arguments.negated or not any(o.lemma_ in {"relation", "tie", "relationship"} for o in arguments.objects):
        return
    doers = arguments.subjects if not arguments.passive else ()
    joined = [o.token for o in arguments.obliques if o.preposition == "with"]
    joined += [o.token for t in arguments.objects for o in page.grammar.prepositional(t) if o.preposition == "with"]
    members = [f for f in all_of(page, (*doers, *joined)) if schema_of(page, f) in {Schema.PLACE, *BODIES}]
    yield from _pairs(page, list(dict.fromkeys(members)), TieKind.PARTNER_OF, noun)


def _by_payroll(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "General Ruiz was on the PAYROLL of the bank", "the bank had General Ruiz on its PAYROLL"."""
    above = page.grammar.governor(noun).head if noun.head.norm_ != "on" else noun.head.head
    if noun.head.norm_ != "on" or above is None or page.grammar.arguments(above).negated:
        return
    arguments = page.grammar.arguments(above)
    payers = [o.token for o in page.grammar.prepositional(noun) if o.preposition == "of"]
    payers += page.grammar.possessors(noun)
    people = arguments.objects if above.lemma_ in _SITTING else arguments.subjects
    for payer in all_named(page, payers):
        for one in all_named(page, people):
            if schema_of(page, one) is Schema.PERSON and payer.entity != one.entity:
                yield FoundTie(kind=TieKind.EMPLOYEE_OF, source=one, target=payer, word=noun, confidence=_LINK)


def _by_venture(page: Page, noun: Token) -> Iterator[FoundTie]:
    """ "Togo agreed with Volta to build a plant AS A JOINT VENTURE"."""
    verb: Token | None = noun.head.head
    while verb is not None and not any(o.preposition == "with" for o in page.grammar.arguments(verb).obliques):
        verb = page.grammar.governor(verb).head if verb.pos_ in {"VERB", "AUX"} else None
    arguments = page.grammar.arguments(verb) if verb is not None else None
    if arguments is None or arguments.negated:
        return
    for partner in all_named(page, (o.token for o in arguments.obliques if o.preposition == "with")):
        for member in all_named(page, arguments.subjects):
            if schema_of(page, partner) in BODIES | {Schema.PLACE}:
                yield FoundTie(kind=TieKind.PARTNER_OF, source=member, target=partner, word=noun, confidence=_LINK)


def _by_wedding(page: Page, verb: Token) -> Iterator[FoundTie]:
    """ "Ivo Horta and Lena Sá MARRIED in 2015"."""
    arguments = page.grammar.arguments(verb)
    if arguments.negated or arguments.objects or any(o.preposition in {"to", "into"} for o in arguments.obliques):
        return
    couple = list(all_named(page, (n for s in arguments.subjects for n in page.grammar.conjuncts(s))))
    yield from _pairs(page, list(dict.fromkeys(couple)), TieKind.SPOUSE, verb)


def _pairs(page: Page, members: list[Filler], kind: TieKind, word: Token) -> Iterator[FoundTie]:
    schemata = {schema_of(page, m) for m in members}
    if len(members) != 2 and kind is TieKind.SPOUSE:
        return
    if kind in {TieKind.SPOUSE, TieKind.FAMILY} and schemata != {Schema.PERSON}:
        return
    for one, other in combinations(members, 2):
        yield FoundTie(kind=kind, source=one, target=other, word=word, confidence=_LINK)
