"""Who stands behind a noun of an act: whether it is somebody, else whose it is, and who acts for a thing or says it."""

from collections.abc import Iterator

from palanca.lexicon.frames import frames
from palanca.lexicon.nouns import what_never_acts
from palanca.lexicon.reporting import reporting_words
from palanca.reading.actors import entity_behind, listed_in
from palanca.reading.frame_nouns import is_partyish
from palanca.reading.frames import spelled
from palanca.reading.grammar import Arguments, Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Schema

_INNER = frozenset(
    {"by", "of", "from", "between", "among", "against", "on", "to", "toward", "towards", "with", "in", "for", "over"}
    | {"at", "into"}
)
_PARTY_DEPTH = 1  # "the decision by Turkey"; deeper down stand the parties of other acts
_OWNING = {"belong", "own", "run", "operate", "control"}
_ACTING = {Schema.PERSON, Schema.PUBLIC_BODY, Schema.ORGANIZATION, Schema.COMPANY, Schema.PLACE}
_DOERS = {"of", "by"}  # "the army OF Chad", "a report BY Amnesty"
_UNNAMED = {"it", "they", "he", "she", "we", "i"}
_GOVERNING = {Relation.CONTENT, Relation.CONTROLLED, Relation.CONJUNCT, Relation.ADVERBIAL}
_FINITE = {"VBD", "VBZ", "VBP"}
_MAX_DEPTH = 3


def parties_in(page: Page, token: Token, depth: int = 0) -> Iterator[Token]:
    """The token, if it comes down to somebody; else whoever its prepositions lead to ("the decision BY TURKEY")."""
    if is_party(page, token):
        yield token
    elif depth < _PARTY_DEPTH:
        for oblique in page.grammar.prepositional(token):
            if oblique.preposition in _INNER:
                yield from parties_in(page, oblique.token, depth + 1)
        for owner in _owners(page, token):
            yield from parties_in(page, owner, depth + 1)


def _owners(page: Page, noun: Token) -> Iterator[Token]:
    """Whose a thing is said to be by a participle: "plants BELONGING TO ENARA", "a school RUN BY the church"."""
    for verb in noun.children:
        if verb.lemma_ in _OWNING and page.grammar.governor(verb).relation is Relation.PARTICIPLE:
            arguments = page.grammar.arguments(verb)
            yield from (o.token for o in arguments.obliques if o.preposition == "to")
            yield from arguments.subjects if arguments.passive and not arguments.inherited else ()


def is_party(page: Page, token: Token) -> bool:
    """Whether a noun names or describes somebody who acts, or belongs to one."""
    if page.cast.group_at(token) or listed_in(page, token):
        return True
    behind = entity_behind(page, token)
    if behind is not None:
        return behind[0].schema in _ACTING and (
            token.lemma_.lower() not in what_never_acts() or page.cast.at(token) is not None
        )
    return is_partyish(page, token)


def acting(page: Page, subject: Token) -> Iterator[Token]:
    """Who acts when this noun is the subject; a thing that belongs to somebody acts for its owner."""
    if is_party(page, subject):
        yield subject
        return
    for oblique in page.grammar.prepositional(subject):
        if oblique.preposition in _DOERS and is_party(page, oblique.token):
            yield oblique.token
            return
    if is_utterance(subject) and (verb := verb_of(subject)) is not None and verb != subject:
        for author in page.grammar.arguments(verb).subjects:
            if author != subject and is_party(page, author):
                yield author


def is_utterance(noun: Token) -> bool:
    """Whether a noun is what somebody says or writes: "a STATEMENT by Chad"."""
    return noun.lemma_.lower() in reporting_words().authored


def verb_of(noun: Token) -> Token | None:
    """The nearest verb above a noun."""
    return next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), None)


def sayer_for(page: Page, verb: Token, arguments: Arguments) -> list[Token]:
    """Who says it, when the act's subject is a pronoun that stands for nobody known, or is missing after a colon."""
    if arguments.passive or (arguments.subjects and arguments.subjects[0].norm_ not in _UNNAMED):
        return []
    above = page.grammar.governor(verb)
    if above.relation is Relation.ADVERBIAL and not above.marker and verb.tag_ in _FINITE:
        return []  # "Chad TORTURES prisoners, the union said", whose subject the parser lost
    return sayer(page, verb)


def sayer(page: Page, verb: Token) -> list[Token]:
    """The subject of the verb of saying under which a predicate stands; empty where it stands under none."""
    here = verb
    for _ in range(_MAX_DEPTH):
        governor = page.grammar.governor(here)
        if governor.head is None or governor.relation not in _GOVERNING:
            return []
        here = governor.head
        if here.pos_ == "VERB" and spelled(here.lemma_) in frames().reports:
            above = page.grammar.arguments(here)
            return [t for s in (above.objects if above.passive else above.subjects) for t in acting(page, s)]
    return []
