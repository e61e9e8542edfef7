"""Who acts and who undergoes in a matched frame: the tokens of both sides, by syntax and by what the frame says."""

from collections.abc import Iterator
from dataclasses import replace

from palanca.lexicon.frames import frames
from palanca.lexicon.reporting import reporting_words
from palanca.lexicon.times import time_words
from palanca.reading.actors import entity_behind
from palanca.reading.event_deeds import judged
from palanca.reading.event_doers import also_acting, behind_passive, doing_themselves
from palanca.reading.event_lists import called_on, listed_with
from palanca.reading.event_mediation import parted
from palanca.reading.event_noun_parties import sides_of_noun
from palanca.reading.event_obliques import behind_amount, joint_parties, second, through
from palanca.reading.event_sides import Sides, once
from palanca.reading.frame_nouns import is_partyish
from palanca.reading.frames import Match, best_verb_pattern, noun_pattern, spelled
from palanca.reading.grammar import Arguments, Oblique, Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.party_nouns import acting, is_party, parties_in, sayer_for, verb_of
from palanca.reading.states import is_state
from palanca.records import Category, Schema

_OF_PAPERS = {"vote", "veto", "sign", "adopt", "pass", "approve", "ratify", "reject", "oppose"}
_HUNG = {Relation.PARTICIPLE, Relation.PREPOSITIONAL}
_BLAMING = {Category.ACCUSE, Category.COERCE}
_SPOKEN = {Category.ACCUSE, Category.REQUEST, Category.SUPPORT, Category.THREATEN, Category.REJECT}
_WITHIN = {"in", "at", "inside", "near", "outside"}
_BY_MEANS = {"in", "during", "by", "from"}
_WRITING = {"write", "post", "tweet", "sign", "address"}
_OWNERS = {Schema.PUBLIC_BODY, Schema.ORGANIZATION, Schema.COMPANY}
_OWN_STEPS = {Category.RETREAT, Category.SANCTION, Category.REJECT}
_BESIDE = {"along with", "together with"}  # "detained Ruiz ALONG WITH HER LAWYER"
_FAVOURING = {Category.SUPPORT, Category.AID}
_BEHALF, _JOIN, _EXPEL = "behalf", "join", "expel"
_CONDITIONS = {"if", "unless"}
_BROUGHT_TO = {"to", "from", "for", "with"}
_CALLING_ON = {"call": "on", "appeal": "to"}
_MEDIATED = "third-party"
_MAX_DEPTH = 3


def sides(page: Page, match: Match) -> Sides:
    """Who plays which part. A noun is only given if it names, describes or belongs to somebody who can act."""
    by_verb = match.word == match.anchor and match.word.pos_ in {"VERB", "AUX"}
    found = _of_verb(page, match) if by_verb else sides_of_noun(page, match)
    actors, recipients = once(found.actors), once(found.recipients)
    if match.pattern.frame.inverse and by_verb:
        actors, recipients = tuple(t for t in recipients if not _is_own(page, t, actors)), actors
    taken = {t.i for t in actors}
    if match.word.lemma_ in _OF_PAPERS:
        recipients = tuple(t for t in recipients if t.norm_ != "it")  # "voted against IT": against a bill
    recipients = tuple(t for t in recipients if t.i not in taken and not _is_own(page, t, actors))
    return replace(found, actors=actors, recipients=recipients)


def _of_verb(page: Page, match: Match) -> Sides:
    arguments, frame = match.arguments, match.pattern.frame
    actors = _subjects(page, match)
    undergoing = arguments.objects if not (frame.matter or _is_own_force(match)) else ()
    asked = [t for o in undergoing if frame.category is Category.REQUEST for t in _asked(page, o)]
    recipients = asked or [t for o in (*arguments.indirect, *undergoing) for t in _undergoing(page, o, match)]
    recipients += [t for o in (*undergoing, *recipients) if recipients for t in listed_with(page, o)]
    recipients += [t for o in arguments.objects if frame.matter for t in _with_whom(page, o)]
    means = {o.token: tuple(_behind_means(page, o)) for o in arguments.obliques if _is_means(page, match, o)}
    actors = actors or [t for parties in means.values() for t in parties] or behind_passive(page, match)
    named = any(page.cast.at(t) for t in recipients)
    joined = tuple(o for o in arguments.obliques if not means.get(o.token) and not (named and _is_where(page, o)))
    recipients += through(page, joined, frame)
    recipients = _parted_or_called_on(page, match, recipients)
    beside = [o for o in arguments.obliques if o.preposition in _BESIDE]
    behind = [o for o in beside if o.token.i > match.anchor.i]
    actors += [t for o in beside if o not in behind for t in parties_in(page, o.token)]  # "Ruiz, ALONG WITH PAZ, left"
    if undergoing and recipients:
        recipients += [t for o in behind for t in parties_in(page, o.token)]
    recipients += [t for o in arguments.objects for t in _struck(page, o, match)] if not recipients else []
    if frame.symmetric:
        recipients += joint_parties(page, arguments.obliques)
        recipients += _joint_below(page, match)
        recipients += [t for o in arguments.objects for t in _in_paper(page, o)]
    recipients = recipients or _written_to(page, match) or _behind_phrase(page, match) or _unwelcome(page, match)
    if not recipients and frame.category is Category.ACCUSE:
        recipients += [t for o in arguments.objects for t in _of_whom(page, o)]
    one_sided = frame.symmetric and bool(match.pattern.clause) and not recipients
    if match.pattern.clause:
        recipients += _in_clauses(page, match, named=bool(recipients))
    elif not recipients:
        deeds = [o for o in undergoing if judged(page, o, frame) is not None]
        recipients = [t for o in undergoing if o not in deeds for t in parties_in(page, o)]
    if not any(entity_behind(page, t) or page.cast.group_at(t) for t in actors):  # "Kenyan nurses said THEY would"
        actors = sayer_for(page, match.anchor, arguments) or actors
    if not actors:
        actors = doing_themselves(page, undergoing, frame)
        recipients = [t for t in recipients if t not in actors]
    actors += also_acting(page, match)
    return Sides(actors=tuple(actors), recipients=tuple(recipients), one_sided=one_sided)


def _subjects(page: Page, match: Match) -> list[Token]:
    subjects = _writers(page, match) or _blamed(page, match) or match.arguments.subjects
    return [t for s in subjects for t in acting(page, s)]


def _parted_or_called_on(page: Page, match: Match, recipients: list[Token]) -> list[Token]:
    """Those between whom somebody mediates, and whom somebody calls on beside others; else the recipients."""
    if match.pattern.frame.mode == _MEDIATED:
        return [t for o in match.arguments.objects for t in parted(page, o)] or recipients
    calling = _CALLING_ON.get(match.word.lemma_) if match.pattern.frame.category is Category.REQUEST else None
    return [*recipients, *called_on(page, match.word, calling)] if recipients and calling else recipients


def _is_own_force(match: Match) -> bool:
    """Whether those who are sent are the means of who sends them: "deployed THE NATIONAL GUARD"."""
    forces = any(frames().classes["guard"] <= wanted for wanted in match.pattern.objects)
    forces = forces and match.pattern.frame.category is Category.MOBILIZE
    return forces and not match.arguments.passive and bool(match.arguments.subjects)


def _struck(page: Page, blow: Token, match: Match) -> Iterator[Token]:
    """Whom a blow strikes that somebody deals: "fired rockets TARGETING CHADIAN TROOPS"."""
    if match.pattern.frame.category is not Category.ASSAULT:
        return
    for verb in striking(page, blow):
        yield from (t for o in page.grammar.arguments(verb).objects for t in _undergoing(page, o, match))


def striking(page: Page, blow: Token) -> Iterator[Token]:
    """The participles that tell whom a blow strikes, hung on it."""
    for verb in page.grammar.arguments(blow).complements:
        if verb.tag_ == "VBG" and page.grammar.governor(verb).relation is Relation.PARTICIPLE:
            pattern = best_verb_pattern(page, verb)
            if pattern is not None and pattern.frame.category is Category.ASSAULT:
                yield verb


def _is_means(page: Page, match: Match, oblique: Oblique) -> bool:
    """Whether somebody suffers it by what another does: "killed IN A KENYAN AIRSTRIKE", "hit BY rebel shelling"."""
    if match.pattern.frame.category is not Category.ASSAULT or not match.arguments.passive:
        return False
    noun = oblique.token
    if noun.pos_ != "NOUN" or page.cast.at(noun) is not None or oblique.preposition not in _BY_MEANS:
        return False
    pattern = noun_pattern(page, noun)
    return noun.lemma_.lower() in frames().classes["blow"] or bool(
        pattern and pattern.frame.category is Category.ASSAULT
    )


def _behind_means(page: Page, oblique: Oblique) -> Iterator[Token]:
    """Whose a deed is by which somebody suffers: "a KENYAN airstrike", "shelling by REBELS"."""
    noun = oblique.token
    owners = (*page.grammar.possessors(noun), *(m for m in page.grammar.modifiers(noun) if page.cast.at(m)))
    doers = (o.token for o in page.grammar.prepositional(noun) if o.preposition == "by")
    yield from (t for t in (*owners, *doers) if is_party(page, t))


def _is_where(page: Page, oblique: Oblique) -> bool:
    """Whether it only tells where somebody suffers it: "killed Ruiz IN TOGO"."""
    there = page.cast.at(oblique.token)
    return oblique.preposition in _WITHIN and there is not None and there.schema is Schema.PLACE


def _asked(page: Page, noun: Token) -> Iterator[Token]:
    """Whom a call of others asks: "joined the calls by the bishops ASKING TOGO to leave"."""
    callers = (o.token for o in page.grammar.prepositional(noun) if o.preposition == "by")
    for participle in (v for word in (noun, *callers) for v in page.grammar.arguments(word).complements):
        patterns = frames().verbs.get(spelled(participle.lemma_), ())
        if participle.tag_ == "VBG" and any(p.frame.category is Category.REQUEST for p in patterns):
            arguments = page.grammar.arguments(participle)
            yield from (t for o in (*arguments.indirect, *arguments.objects) for t in parties_in(page, o))


def _joint_below(page: Page, match: Match) -> Iterator[Token]:
    """Who stands beside what the pattern asks for behind a preposition: "entered into a PACT WITH TOGO"."""
    wanted = {preposition for preposition, nouns in match.pattern.obliques if nouns}
    for oblique in match.arguments.obliques:
        if oblique.preposition in wanted and not is_party(page, oblique.token):
            yield from joint_parties(page, page.grammar.prepositional(oblique.token))


def _behind_phrase(page: Page, match: Match) -> list[Token]:
    """For whom a set phrase is: "came out IN SUPPORT OF TOGO", "came TO THE AID OF TOGO"."""
    if match.pattern.frame.category not in _FAVOURING:
        return []
    wanted = {preposition for preposition, nouns in match.pattern.obliques if nouns}
    phrases = (o.token for o in match.arguments.obliques if o.preposition in wanted and page.cast.at(o.token) is None)
    below = (o for noun in phrases for o in page.grammar.prepositional(noun) if o.preposition == "of")
    return [t for o in below for t in parties_in(page, o.token)]


def _of_whom(page: Page, noun: Token) -> Iterator[Token]:
    """Whose doings a word of displeasure tells: "voiced CONCERN that TOGO is gaining control"."""
    for verb in page.grammar.arguments(noun).complements:
        told = page.grammar.arguments(verb)
        if not told.inherited and page.grammar.governor(verb).marker == "that":
            yield from (t for subject in told.subjects for t in parties_in(page, subject))


def _in_paper(page: Page, noun: Token) -> Iterator[Token]:
    """With whom a paper is to settle things: "signed a note that opened RELATIONS WITH TOGO"."""
    if noun.lemma_.lower() not in time_words().documents:
        return
    for verb in page.grammar.arguments(noun).complements:
        if page.grammar.governor(verb).relation in {Relation.RELATIVE, Relation.PARTICIPLE}:
            yield from (t for o in page.grammar.arguments(verb).objects for t in _with_whom(page, o))


def _with_whom(page: Page, noun: Token, depth: int = 0) -> Iterator[Token]:
    """Who stands behind "with" somewhere below what is spoken of: "discussed the future of the strait WITH TOGO"."""
    for oblique in page.grammar.prepositional(noun):
        if oblique.preposition == "with":
            yield from parties_in(page, oblique.token)
        elif depth < _MAX_DEPTH:
            yield from _with_whom(page, oblique.token, depth + 1)


def _writers(page: Page, match: Match) -> tuple[Token, ...]:
    """Who speaks in a participle hung on what he writes to or on: "SENT a letter to the council ACCUSING Chad"."""
    verb = match.anchor
    if verb.tag_ != "VBG" or page.grammar.governor(verb).relation not in _HUNG:
        return ()
    if match.pattern.frame.category not in _SPOKEN:
        return ()
    above = verb_of(verb)
    if above is None or above.lemma_ not in reporting_words().uttering | _WRITING:
        return ()
    noun = page.grammar.governor(verb).head
    around = page.grammar.arguments(above)
    return around.subjects if noun is not None and noun not in around.subjects else ()


def _unwelcome(page: Page, match: Match) -> list[Token]:
    """Whom somebody expels in words that the parser takes for a clause: "declared RUIZ persona non grata"."""
    if match.pattern.frame.mode != _EXPEL:
        return []
    clauses = (page.grammar.arguments(verb) for verb in match.arguments.complements)
    return [t for told in clauses if not told.inherited for s in told.subjects for t in parties_in(page, s)]


def _written_to(page: Page, match: Match) -> list[Token]:
    """To whom somebody writes or speaks in a participle: "WROTE TO THE EMBASSY ASKING to waive her immunity"."""
    verb = match.anchor
    above = verb_of(verb)
    if verb.tag_ != "VBG" or match.pattern.frame.category not in _SPOKEN or above is None:
        return []
    if above.lemma_ not in reporting_words().uttering | _WRITING:
        return []
    told = page.grammar.arguments(above).obliques
    return [t for o in told if o.preposition == "to" and o.token.i < verb.i for t in parties_in(page, o.token)]


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
    if (doers := judged(page, token, match.pattern.frame)) is not None:
        yield from doers
        return
    owners = [p for p in page.grammar.possessors(token) if page.grammar.is_pronoun(p)]
    behind = entity_behind(page, token)
    is_thing = behind is None or behind[1] in owners or behind[0].schema is Schema.PLACE
    if is_thing and any(_is_anothers(page, owner, match) for owner in owners):  # "police raided ITS offices in Lugano"
        yield from owners
        return
    own, frame = bool(owners), match.pattern.frame
    ways = frame.recipients | {"in"} if own else frame.recipients  # "closed ITS embassy IN Belarus"
    ways |= {"of"} if own and frame.category is Category.RETREAT else set()  # "retiró SUS tropas DE Chad"
    named_owners = [p for p in page.grammar.possessors(token) if page.cast.at(p) and p not in owners]
    joined = page.grammar.prepositional(token)
    joined += (*second(page, joined), *behind_amount(page, joined))
    inner = [t for o in joined if o.preposition in ways for t in parties_in(page, o.token)]
    # "his aide Ruiz"
    is_somebody = behind is not None and behind[1] not in owners and behind[0].schema is Schema.PERSON
    sent = own and inner and frame.category is Category.SANCTION  # "recalled its envoy TO TOGO, Ana Ruiz"
    is_itself = (is_somebody and not sent) or not (own and inner)
    if page.cast.at(token) is not None or (is_partyish(page, token) and is_itself):
        yield token
    elif any((e := page.cast.at(m)) and e.schema in _OWNERS for m in page.grammar.modifiers(token)):
        yield token  # "bombed CEDAR FRONT camps in the valley"
    elif inner and (any(entity_behind(page, t) for t in inner) or not named_owners):
        yield from inner
    else:
        yield from named_owners or parties_in(page, token)


def _is_anothers(page: Page, owner: Token, match: Match) -> bool:
    """Whether a pronoun stands for somebody named who is not the one that acts."""
    found = entity_behind(page, owner)
    doing = [entity_behind(page, s) for s in match.arguments.subjects]
    return found is not None and bool(doing) and all(one is None or one[0].id != found[0].id for one in doing)


def _in_clauses(page: Page, match: Match, *, named: bool) -> Iterator[Token]:
    """Whom a governed clause brings in: its own subject, else (where nobody else is) those that its act concerns."""
    threatens = match.pattern.frame.category is Category.THREATEN
    if threatens and named:
        return  # "warned Chad that TOGO would act"
    for verb in match.arguments.complements:
        arguments = page.grammar.arguments(verb)
        doers = arguments.subjects or (arguments.objects if arguments.passive else ())
        if not arguments.inherited and (verb.tag_ != "VBG" or "be" in arguments.auxiliaries):
            own = [t for s in doers for t in parties_in(page, s) if not _is_threat_of(page, match, verb, t)]
            yield from own
            named = named or any(entity_behind(page, t) or not threatens for t in own)
        if named:
            continue
        for token in _brought_in(match, arguments):
            yield from (t for t in parties_in(page, token) if not (threatens and _is_own(page, t, doers)))
        if threatens:
            yield from who_may_not(page, verb)


def _brought_in(match: Match, arguments: Arguments) -> Iterator[Token]:
    """Whom the act of a governed clause concerns; nobody is blamed for what is done to him, or brought to him.

    "Alleged that the contract was not sent TO PARLIAMENT" blames whoever sent none.
    """
    blames = match.pattern.frame.category is Category.ACCUSE
    yield from () if blames else arguments.indirect
    yield from () if blames and arguments.passive else arguments.objects
    yield from (o.token for o in arguments.obliques if not (blames and o.preposition in _BROUGHT_TO))


def who_may_not(page: Page, verb: Token) -> Iterator[Token]:
    """Whose deed a threat is to prevent: "warned that Chile would leave IF PERU closed the border"."""
    for condition in verb.children:
        if condition.pos_ in {"VERB", "AUX"} and page.grammar.governor(condition).marker in _CONDITIONS:
            subjects = page.grammar.arguments(condition).subjects
            yield from (t for s in subjects for t in parties_in(page, s) if entity_behind(page, t))


def _is_threat_of(page: Page, match: Match, verb: Token, subject: Token) -> bool:
    """Whether a threat tells what the threatener's own side would do: "warned that CHILE WOULD LEAVE the pact"."""
    if match.pattern.frame.category is not Category.THREATEN:
        return False
    theirs = [behind[0] for s in match.arguments.subjects if (behind := entity_behind(page, s))]
    found = entity_behind(page, subject)
    if found and any(found[0] == e or (is_state(found[0]) and e.country == found[0].country) for e in theirs):
        return True
    done = best_verb_pattern(page, verb)
    if done is None or done.frame.category not in _OWN_STEPS or verb.lemma_ in frames().gets:  # "would FACE sanctions"
        return False
    return not page.grammar.arguments(verb).passive
