"""Who acts and who undergoes in a matched frame: the tokens of both sides, by syntax and by what the frame says."""

from collections.abc import Iterator

from spacy.tokens import Token

from palanca.lexicon.frames import frames
from palanca.lexicon.reporting import reporting_words
from palanca.reading.actors import entity_behind
from palanca.reading.event_noun_parties import sides_of_noun
from palanca.reading.event_obliques import joint_parties, through
from palanca.reading.event_sides import Sides, once
from palanca.reading.frame_nouns import is_partyish
from palanca.reading.frames import Match, spelled
from palanca.reading.grammar import Relation
from palanca.reading.page import Page
from palanca.reading.party_nouns import acting, parties_in, sayer_for, verb_of
from palanca.records import Category, Schema

_OF_PAPERS = {"vote", "veto", "sign", "adopt", "pass", "approve", "ratify", "reject", "oppose"}
_HUNG = {Relation.PARTICIPLE, Relation.PREPOSITIONAL}
_BLAMING = {Category.ACCUSE, Category.COERCE}
_SPOKEN = {Category.ACCUSE, Category.REQUEST, Category.SUPPORT, Category.THREATEN, Category.REJECT}
_OWNERS = {Schema.PUBLIC_BODY, Schema.ORGANIZATION, Schema.COMPANY}
_MAX_DEPTH = 3


def sides(page: Page, match: Match) -> Sides:
    """Who plays which part. A noun is only given if it names, describes or belongs to somebody who can act."""
    by_verb = match.word == match.anchor and match.word.pos_ in {"VERB", "AUX"}
    found = _of_verb(page, match) if by_verb else sides_of_noun(page, match)
    actors, recipients = once(found.actors), once(found.recipients)
    if match.pattern.frame.inverse and by_verb:
        actors, recipients = recipients, actors
    taken = {t.i for t in actors}
    if match.word.lemma_ in _OF_PAPERS:
        recipients = tuple(t for t in recipients if t.norm_ != "it")  # "voted against IT": against a bill
    return Sides(
        actors=actors, recipients=tuple(t for t in recipients if t.i not in taken and not _is_own(page, t, actors))
    )


def _of_verb(page: Page, match: Match) -> Sides:
    arguments, frame = match.arguments, match.pattern.frame
    subjects = _writers(page, match) or _blamed(page, match) or arguments.subjects
    actors = [t for s in subjects for t in acting(page, s)]
    undergoing = arguments.objects if not frame.matter else ()
    recipients = [t for o in (*arguments.indirect, *undergoing) for t in _undergoing(page, o, match)]
    recipients += [t for o in arguments.objects if frame.matter for t in _with_whom(page, o)]
    recipients += through(page, arguments.obliques, frame)
    if frame.symmetric:
        recipients += joint_parties(page, arguments.obliques)
    if match.pattern.clause:
        recipients += _in_clauses(page, match, named=bool(recipients))
    elif not recipients:
        recipients = [t for o in undergoing for t in parties_in(page, o)]
    return Sides(actors=tuple(actors or sayer_for(page, match.anchor, arguments)), recipients=tuple(recipients))


def _with_whom(page: Page, noun: Token, depth: int = 0) -> Iterator[Token]:
    """Who stands behind "with" somewhere below what is spoken of: "discussed the future of the strait WITH TOGO"."""
    for oblique in page.grammar.prepositional(noun):
        if oblique.preposition == "with":
            yield from parties_in(page, oblique.token)
        elif depth < _MAX_DEPTH:
            yield from _with_whom(page, oblique.token, depth + 1)


def _writers(page: Page, match: Match) -> tuple[Token, ...]:
    """Who speaks in a participle hung on what he writes to or on: "POSTED a message on Twitter BLAMING Iran"."""
    verb = match.anchor
    if verb.tag_ != "VBG" or page.grammar.governor(verb).relation not in _HUNG:
        return ()
    if match.pattern.frame.category not in _SPOKEN:
        return ()
    above = verb_of(verb)
    if above is None or above.lemma_ not in reporting_words().uttering | {"write", "post", "tweet", "sign", "address"}:
        return ()
    noun = page.grammar.governor(verb).head
    around = page.grammar.arguments(above)
    return around.subjects if noun is not None and noun not in around.subjects else ()


def _blamed(page: Page, match: Match) -> tuple[Token, ...]:
    """Who did what somebody is blamed, tried or held for: "sentenced RUIZ for bribing a judge"."""
    governor = page.grammar.governor(match.anchor)
    if governor.relation is not Relation.PREPOSITIONAL or governor.marker not in {"for", "of"} or governor.head is None:
        return ()
    patterns = frames().verbs.get(spelled(governor.head.lemma_), ())
    if not any(p.frame.category in _BLAMING for p in patterns):
        return ()
    return page.grammar.arguments(governor.head).objects


def _is_own(page: Page, token: Token, actors: tuple[Token, ...]) -> bool:
    """Whether a noun is the actor's own ("its troops"): a means, and no party of its own."""
    owners = [p for p in page.grammar.possessors(token) if page.grammar.is_pronoun(p)]
    theirs = {behind[0].id for a in actors if (behind := entity_behind(page, a))}
    if owners and (found := entity_behind(page, token)) and found[1] not in owners and found[0].id not in theirs:
        return False  # "his Peruvian counterpart"
    return any((behind := entity_behind(page, p)) is None or behind[0].id in theirs for p in owners)


def _undergoing(page: Page, token: Token, match: Match) -> Iterator[Token]:
    """Who undergoes when this noun is the object: the party itself, its owner, or the party that it goes out to."""
    owners = [p for p in page.grammar.possessors(token) if page.grammar.is_pronoun(p)]
    behind = entity_behind(page, token)
    is_thing = behind is None or behind[1] in owners or behind[0].schema is Schema.PLACE
    if is_thing and any(_is_anothers(page, owner, match) for owner in owners):  # "police raided ITS offices in Lugano"
        yield from owners
        return
    own, frame = bool(owners), match.pattern.frame
    ways = frame.recipients | {"in"} if own else frame.recipients  # "closed ITS embassy IN Belarus"
    inner = [t for o in page.grammar.prepositional(token) if o.preposition in ways for t in parties_in(page, o.token)]
    # "his aide Ruiz"
    is_somebody = behind is not None and behind[1] not in owners and behind[0].schema is Schema.PERSON
    if page.cast.at(token) is not None or (is_partyish(page, token) and (is_somebody or not (own and inner))):
        yield token
    elif any((e := page.cast.at(m)) and e.schema in _OWNERS for m in page.grammar.modifiers(token)):
        yield token  # "bombed CEDAR FRONT camps in the valley"
    elif inner:
        yield from inner
    else:
        yield from parties_in(page, token)


def _is_anothers(page: Page, owner: Token, match: Match) -> bool:
    """Whether a pronoun stands for somebody named who is not the one that acts."""
    found = entity_behind(page, owner)
    doing = [entity_behind(page, s) for s in match.arguments.subjects]
    return found is not None and bool(doing) and all(one is None or one[0].id != found[0].id for one in doing)


def _in_clauses(page: Page, match: Match, *, named: bool) -> Iterator[Token]:
    """Whom a governed clause brings in: its own subject, else (where nobody else is) those that its act concerns."""
    for verb in match.arguments.complements:
        arguments = page.grammar.arguments(verb)
        if not arguments.inherited and verb.tag_ != "VBG":
            own = [
                t
                for s in (arguments.subjects or (arguments.objects if arguments.passive else ()))
                for t in parties_in(page, s)
            ]
            yield from own
            named = named or bool(own)
        if not named:
            for token in (*arguments.indirect, *arguments.objects, *(o.token for o in arguments.obliques)):
                yield from parties_in(page, token)
