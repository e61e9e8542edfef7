"""What a court does to a law, an order or a practice by ruling on it: strikes it down, or lets it stand.

"The High Court RULED that the ban was unlawful", "a Chilean judge ISSUED A RULING allowing the mine", "a 2015 COURT
DECISION said that only parliament may". What the ruling says decides; one that is told without it tells no act.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from palanca.lexicon.branches import branch_of_body, branch_of_office
from palanca.lexicon.frames import frames
from palanca.lexicon.rulings import rulings
from palanca.reading.actors import entity_behind
from palanca.reading.event_sides import Sides, once
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.page import Page
from palanca.reading.party_nouns import acting, parties_in
from palanca.records import Category, Entity, Kind, OfficeDetail, RoleName, Schema
from palanca.records.query import Branch

_ISSUING = {"issue", "make", "give", "deliver", "hand", "announce", "publish", "release", "write"}
_CALLING = {"declare", "find", "deem", "hold", "rule"}
_TELLING = {"say", "find", "hold", "state", "declare"}
_NOT_YET = {"will", "would", "may", "might", "could", "can", "must", "should", "to"}
_OPPOSITE = {Category.REJECT: Category.SUPPORT, Category.SUPPORT: Category.REJECT}
_NEGATIVE = {"not", "n't", "n’t", "no", "never"}
_CONCERNING = {"against", "for", "of", "on", "to", "by"}
_BEYOND = {"lack", "exceed", "overstep", "overreach"}
_REACH_OF_NOT = 3


class Ruling(NamedTuple):
    """`word` is the verb or the noun that tells it; `outcome` the word of the ruling that decides."""

    category: Category
    word: Token
    outcome: Token
    sides: Sides


def rulings_in(page: Page, sentence: TokenSpan) -> Iterator[Ruling]:
    """The rulings that a sentence tells, in order of the text."""
    lists = rulings()
    for token in sentence:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in lists.verbs:
            yield from _by_verb(page, token)
        elif token.pos_ == "NOUN" and lemma in lists.nouns:
            yield from _by_noun(page, token)


def spoken_by_court(page: Page, category: Category, word: Token, anchor: Token, sides: Sides) -> Ruling | None:
    """The ruling that a court's own words are, which blame or praise in anybody else's mouth: "the decree was VOID"."""
    lists, voice = rulings(), page.voices.at(anchor)
    said = any(_is_judge(page, t) for t in sides.actors)
    speaker = voice.speaker.entity if voice is not None and voice.speaker is not None else None
    if not said and not (speaker and _judges(page, page.cast.entity(speaker))):
        return None
    if category is Category.ACCUSE and word.lemma_.lower() in lists.against:
        return Ruling(Category.REJECT, anchor, word, sides)
    if category is Category.SUPPORT and word.lemma_.lower() in lists.in_favour:
        return Ruling(Category.SUPPORT, anchor, word, sides)
    return None


def _by_verb(page: Page, verb: Token) -> Iterator[Ruling]:
    """ "The court RULED that …", "the court FOUND the order unlawful"; what is not yet ruled is left out."""
    arguments = page.grammar.arguments(verb)
    judges = [s for s in arguments.subjects if _is_judge(page, s)]
    if not judges or arguments.negated or _NOT_YET & set(arguments.auxiliaries):
        return
    said = [t for t in page.grammar.clause(verb) if t.i > verb.i]
    if not (arguments.complements or (verb.lemma_ in _CALLING and arguments.objects)):
        return
    found = _outcome(said)
    if found is None:
        return
    above = page.grammar.governor(found[1])
    if above.relation is not Relation.CONTROLLED or above.head != verb:  # "decided to ALLOW it" is told by that verb
        yield _ruling(page, verb, judges, said, found)


def _by_noun(page: Page, noun: Token) -> Iterator[Ruling]:
    """ "Issued a RULING against Chad", "a court RULING permitting it", "a court DECISION said that it may not"."""
    verb = page.grammar.complemented(noun) or noun.head
    arguments = page.grammar.arguments(verb) if verb.pos_ == "VERB" else None
    judges: list[Token] = []
    if arguments and verb.lemma_ in _ISSUING and noun in arguments.objects:
        judges = [s for s in arguments.subjects if _is_judge(page, s)]
        if arguments.negated or _NOT_YET & set(arguments.auxiliaries):
            return
    own = page.grammar.arguments(noun)
    around = (*own.subjects, *own.modifiers, *(o.token for o in own.obliques if o.preposition in {"by", "of"}))
    judges = judges or [t for t in around if _is_judge(page, t)]
    if not judges:
        return
    told = arguments is not None and noun in arguments.subjects and verb.lemma_ in _TELLING
    whole = told or (arguments is not None and verb.lemma_ in _ISSUING)
    end = page.grammar.clause(verb).end if whole else page.grammar.subtree(noun).end
    said = [t for t in noun.doc[noun.i + 1 : min(end, noun.sent.end)] if t not in judges]
    if found := _outcome(said):
        yield _ruling(page, noun, judges, said, found)


def _ruling(page: Page, ruled: Token, judges: list[Token], said: list[Token], found: tuple[Category, Token]) -> Ruling:
    """A ruling for a plaintiff is one against whom he sues; one that a person broke the law accuses that person."""
    category, word = found
    actors = once(t for judge in judges for t in acting(page, judge))
    if category is Category.SUPPORT and (sued := _sued(page, word, said)):
        return Ruling(Category.REJECT, ruled, word, Sides(actors=actors, recipients=sued))
    broken = category is Category.REJECT and word.pos_ == "VERB" and _is_of_person(page, word)
    broken = broken and word.lemma_ not in _BEYOND  # "ruled that Ruiz LACKED the power to close it"
    about = _about(page, ruled, word, said)
    return Ruling(Category.ACCUSE if broken else category, ruled, word, Sides(actors=actors, recipients=about))


def _sued(page: Page, word: Token, said: list[Token]) -> tuple[Token, ...]:
    """Against whom a suit goes that a court allows: "in favour of a LAWSUIT by the union AGAINST CHAD"."""
    suits = [t for t in said if t.i > word.i and t.lemma_.lower() in frames().classes["case"]]
    if not suits:
        return ()
    against = (t for t in said if t.i > suits[0].i and t.norm_ == "against")
    named = (next((n for n in said if n.i > t.i and page.cast.at(n)), None) for t in against)
    return once(n for n in named if n is not None)


def _is_of_person(page: Page, verb: Token) -> bool:
    doers = (entity_behind(page, s) for s in page.grammar.arguments(verb).subjects)
    return any(found is not None and found[0].schema is Schema.PERSON for found in doers)


def _outcome(said: Iterable[Token]) -> tuple[Category, Token] | None:
    """What the words of a ruling come to, by the first that strikes down or upholds; a negation turns it round."""
    lists = rulings()
    for token in said:
        lemma = token.lemma_.lower()
        before = token.doc[max(token.sent.start, token.i - _REACH_OF_NOT) : token.i]
        negative = any(t.norm_ in _NEGATIVE for t in before)
        if token.pos_ == "ADJ" and token.i + 1 < len(token.doc) and token.nbor(1).pos_ in {"NOUN", "PROPN"}:
            continue  # "rules on CONSTITUTIONAL matters"
        category = (
            Category.REJECT if lemma in lists.against or token.norm_ in lists.against
            else Category.SUPPORT if lemma in lists.in_favour
            else None
        )  # fmt: skip
        if category is not None:
            return (_OPPOSITE[category] if negative else category), token
    return None


def _about(page: Page, ruled: Token, word: Token, said: list[Token]) -> tuple[Token, ...]:
    """Whose law, order or practice it is: who is named between the ruling and the word that decides, or behind it."""
    if word.pos_ == "ADP":  # "a ruling AGAINST Chad"
        behind = [o.token for o in page.grammar.arguments(ruled).obliques if o.preposition == word.norm_]
        found = [p for t in behind for p in parties_in(page, t)]
    else:
        before = [t for t in said if t.i < word.i and t.pos_ in {"NOUN", "PROPN"}]
        found = [p for t in before for p in parties_in(page, t) if page.cast.at(p) is not None]
        found = found or [p for t in _behind(page, word) for p in parties_in(page, t)]
    return once(t for t in found if t != ruled and not _is_judge(page, t))


def _behind(page: Page, word: Token) -> Iterator[Token]:
    """What the word that decides is joined to: "violated the rights OF PERU", "in favour OF the Front"."""
    yield from (o.token for o in page.grammar.prepositional(word) if o.preposition in _CONCERNING)
    if word.pos_ == "VERB":
        yield from page.grammar.arguments(word).objects


def _is_judge(page: Page, token: Token) -> bool:
    """Whether a noun is a court or a judge: by its word, its name, the word before its name, or the office held."""
    judges = rulings().judges
    found = entity_behind(page, token)
    if found is None:
        return token.lemma_.lower() in judges
    titled = (token, *page.grammar.modifiers(token), *page.grammar.appositions(token))
    return any(t.lemma_.lower() in judges for t in titled) or _judges(page, found[0])


def _judges(page: Page, entity: Entity) -> bool:
    """Whether a name is that of a court, or of somebody who is shown to be a judge."""
    told = branch_of_body(entity.caption)
    if told is not None and told[0] is Branch.JUDICIARY:
        return True
    held = (s for s in page.of_kind(Kind.OFFICE) if any(f.entity == entity.id for f in s.fillers(RoleName.PERSON)))
    roles = (s.detail.role for s in held if isinstance(s.detail, OfficeDetail))
    return any((of := branch_of_office(role)) is not None and of[0] is Branch.JUDICIARY for role in roles)
