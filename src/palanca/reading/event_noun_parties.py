"""Who acts and who undergoes where a noun tells the act, alone ("talks with Togo") or by a verb ("held talks")."""

from collections.abc import Iterable, Iterator

from palanca.lexicon.frames import Frame, frames
from palanca.reading.actors import is_taken_side_of
from palanca.reading.coreference_nouns import word_before
from palanca.reading.event_deeds import judged
from palanca.reading.event_obliques import behind_amount, joint_parties, through
from palanca.reading.event_sides import Sides
from palanca.reading.frames import Match, best_verb_pattern
from palanca.reading.grammar import Arguments
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.party_nouns import acting, is_party, parties_in, sayer_for, verb_of
from palanca.reading.states import is_town
from palanca.records import Category, Schema

_OF_BOTH = {"between", "among", "amongst", "involving"}
_WHILE = {"after", "during", "for", "in", "on", "at", "following", "through", "by", "under", "upon", "as part of"}
_UPON = {"at", "on", "upon", "per", "following"}
_ADDRESSING = {"tell", "assure", "urge", "inform", "ask", "thank", "warn", "congratulate", "press", "remind", "promise"}
_JUDGING = {Category.ACCUSE, Category.SUPPORT, Category.REJECT, Category.PROTEST, Category.REQUEST, Category.THREATEN}
# "Pressure FROM Togo", "a loan FROM Togo" is Togo's.
_SENT = {
    Category.ACCUSE,
    Category.AGREE,
    Category.AID,
    Category.PROTEST,
    Category.REJECT,
    Category.REQUEST,
    Category.SANCTION,
    Category.SUPPORT,
    Category.THREATEN,
}
_PARTS = {"role", "part", "participation", "involvement", "complicity", "hand"}
_LEADING = {"accompany", "join", "escort", "follow"}


def sides_of_noun(page: Page, match: Match) -> Sides:
    """The sides of an act that a noun or an adjective tells."""
    arguments, frame, carrier = match.arguments, match.pattern.frame, match.carrier
    owners = () if arguments.objects else _undergoing_owners(page, match.word)  # "CHAD'S arrest of Ruiz" is Chad's
    actors = [t for s in arguments.subjects if s not in owners for t in acting(page, s)]
    recipients = [t for owner in owners for t in parties_in(page, owner)]
    for t in arguments.modifiers:
        if page.cast.at(t) is not None and is_party(page, t) and not is_taken_side_of(t):
            aimed = carrier and carrier.subjects and not match.received and not frame.symmetric
            struck = frame.category is Category.ASSAULT and is_town(page.cast.at(t))  # "the OSLO shooting"
            (recipients if aimed or struck else actors).append(t)
    of = [t for o in arguments.objects for t in _parties_of(page, o, frame)]
    if frame.category is Category.CONSULT and arguments.subjects and of and all(_is_there(page, t) for t in of):
        recipients += of  # "HER TOUR of Chad and Togo"
    elif frame.of_role == "actor" or frame.symmetric:
        actors += of
    elif frame.of_role == "recipient":
        recipients += of
    obliques = (*arguments.obliques, *behind_amount(page, page.grammar.prepositional(match.word)))
    alone = carrier is None or match.received
    sent = [o for o in obliques if o.preposition == "from" and frame.category in _SENT and alone]
    actors += [t for o in sent for t in parties_in(page, o.token)]
    recipients += through(page, tuple(o for o in obliques if o not in sent), frame)
    if frame.symmetric:
        actors += joint_parties(page, arguments.obliques)
    actors = actors or list(_having_part(page, match.word))
    if frame.category is Category.REQUEST or frame.commits:
        recipients += _called_on(page, arguments)
    if carrier:
        return _carried(page, match, actors, recipients)
    return _alone(page, match, actors, recipients)


def _having_part(page: Page, deed: Token) -> Iterator[Token]:
    """Who had a part in a deed: "TOGO'S ROLE IN THE COUP", "the involvement OF TOGO in the raid"."""
    part = deed.head.head
    if deed.head.norm_ == "in" and part.lemma_.lower() in _PARTS:
        of = (o.token for o in page.grammar.prepositional(part) if o.preposition in {"of", "by"})
        yield from (t for owner in (*page.grammar.possessors(part), *of) for t in parties_in(page, owner))


def _is_there(page: Page, token: Token) -> bool:
    named = page.cast.at(token)
    return named is not None and named.schema is Schema.PLACE


def _undergoing_owners(page: Page, noun: Token) -> tuple[Token, ...]:
    return page.grammar.possessors(noun) if noun.lemma_.lower() in frames().undergone else ()


def _parties_of(page: Page, noun: Token, frame: Frame) -> Iterable[Token]:
    doers = judged(page, noun, frame)
    return parties_in(page, noun) if doers is None else doers


def _alone(page: Page, match: Match, actors: list[Token], recipients: list[Token]) -> Sides:
    """The sides of a noun that no light verb carries, with those whom its clause tells."""
    arguments, frame = match.arguments, match.pattern.frame
    if not actors and not arguments.subjects and match.word.pos_ == "ADJ":
        actors = sayer_for(page, match.anchor, arguments)
    if _lacks_its_doer(match, actors):
        actors = [*_doer_around(page, match.word), *actors]
    if frame.category is Category.REQUEST and actors and set(recipients) <= set(actors):
        recipients = _granting(page, match.word)
    return Sides(actors=tuple(actors), recipients=tuple(recipients))


def _called_on(page: Page, arguments: Arguments) -> Iterator[Token]:
    """Who is to do what a call or a promise is for: "a call for TOGO to leave"."""
    for verb in arguments.complements:
        own = page.grammar.arguments(verb)
        if not own.inherited:
            yield from (t for subject in own.subjects for t in parties_in(page, subject))


def _granting(page: Page, noun: Token) -> list[Token]:
    """Who does what he was asked: "AT THE REQUEST of Togo, KENYA sent doctors"."""
    if word_before(page, noun) not in _UPON:
        return []
    verb = verb_of(noun)
    while verb is not None:
        doers = [t for s in page.grammar.arguments(verb).subjects if s != noun for t in acting(page, s)]
        if doers:
            return doers
        verb = verb_of(verb)
    return []


def _lacks_its_doer(match: Match, actors: list[Token]) -> bool:
    """Whether only one side is told: "talks WITH GHANA", "a visit TO LIMA"."""
    frame, arguments = match.pattern.frame, match.arguments
    if match.word.pos_ != "NOUN" or arguments.subjects or not (frame.symmetric or frame.category is Category.CONSULT):
        return False
    told = {o.preposition for o in arguments.obliques}
    return not told & _OF_BOTH and not arguments.objects and (not actors or "with" in told)


def _doer_around(page: Page, noun: Token) -> list[Token]:
    """The subject of the clause that a happening is set beside: "AFTER TALKS with Ghana, TOGO lifted the ban".

    Whoever leads another there takes part as well: "RUIZ accompanied SALCEDO to talks with Ghana".
    """
    verb = verb_of(noun)
    if verb is None:
        return []
    around = page.grammar.arguments(verb)
    if verb.lemma_ in _LEADING and any(o.token == noun and o.preposition in {"to", "in"} for o in around.obliques):
        return [t for s in (*around.subjects, *around.objects) for t in acting(page, s)]
    if not (any(o.token == noun and o.preposition in _WHILE for o in around.obliques) or _is_told_of(page, noun, verb)):
        return []
    if verb.lemma_ in _ADDRESSING and not around.passive:  # "in a call, RUIZ assured SALCEDO that …"
        return [t for s in (*around.subjects, *around.indirect, *around.objects) for t in acting(page, s)]
    undergoers = tuple(o for o in around.objects[:1] if around.passive and is_party(page, o))
    doers = undergoers or around.subjects
    return [t for s in doers for t in acting(page, s) if not around.passive or page.cast.at(s) or page.cast.group_at(s)]


def _is_told_of(page: Page, noun: Token, verb: Token) -> bool:
    """Whether somebody tells of a talk that he had: "Ruiz described the CALL with Salcedo"; not who judges others'."""
    around, arguments = page.grammar.arguments(verb), page.grammar.arguments(noun)
    told = noun in around.objects or any(o.token == noun and o.preposition != "without" for o in around.obliques)
    told = told or word_before(page, noun) == "following"  # that parsers take for a verb
    if not told or around.passive or verb.pos_ != "VERB" or all(o.preposition != "with" for o in arguments.obliques):
        return False
    judging = best_verb_pattern(page, verb)
    return judging is None or judging.frame.category not in _JUDGING


def _carried(page: Page, match: Match, actors: list[Token], recipients: list[Token]) -> Sides:
    """The sides of a noun together with those of its light verb."""
    carrier, frame = match.carrier, match.pattern.frame
    assert carrier is not None  # noqa: S101  # the caller asked
    subjects = [t for s in carrier.subjects for t in acting(page, s)] or sayer_for(page, match.anchor, carrier)
    if match.received:
        givers = [t for o in carrier.obliques if o.preposition in {"from", "by"} for t in parties_in(page, o.token)]
        return Sides(actors=tuple(givers or actors), recipients=tuple(subjects or recipients))
    others = [t for o in carrier.indirect for t in parties_in(page, o)]
    others += through(page, carrier.obliques, frame)
    if frame.symmetric:
        others += joint_parties(page, carrier.obliques)
    return Sides(actors=(*subjects, *actors), recipients=(*recipients, *others))
