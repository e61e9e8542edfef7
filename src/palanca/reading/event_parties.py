"""Who acts and who undergoes in a matched frame: the tokens of both sides, by syntax and by what the frame says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from palanca.lexicon.frames import DEFAULT_RECIPIENTS, Frame, frames
from palanca.lexicon.reporting import reporting_words
from palanca.reading.actors import entity_behind, listed_in
from palanca.reading.frame_nouns import is_partyish
from palanca.reading.frames import Match, spelled
from palanca.reading.grammar import Arguments, Oblique, Relation
from palanca.reading.page import Page
from palanca.records import Category, Schema

_INNER = {
    "by",
    "of",
    "from",
    "between",
    "among",
    "against",
    "on",
    "to",
    "toward",
    "towards",
    "with",
    "in",
    "for",
    "over",
    "at",
    "into",
}
_OF_ACTORS = {"by", "between", "among", "amongst", "alongside", "with", "together with", "along with", "involving"}
_OF_BOTH = {"between", "among", "amongst", "involving"}
_WHILE = {"after", "during", "for", "in", "on", "at", "following", "through", "by", "under", "upon", "as part of"}
_ADDRESSING = {"tell", "assure", "urge", "inform", "ask", "thank", "warn", "congratulate", "press", "remind", "promise"}
_LEADING = {"accompany", "join", "escort", "follow"}
_UNNAMED = {"it", "they", "he", "she", "we", "i"}
_GOVERNING = {Relation.CONTENT, Relation.CONTROLLED, Relation.CONJUNCT, Relation.ADVERBIAL}
_UTTERANCES = frozenset(
    {"statement", "declaration", "letter", "resolution", "communique", "communiqué", "message", "speech"}
    | {"report", "note", "decree", "law", "bill", "tweet", "petition", "appeal", "document", "order", "decision"}
    | {"article", "video", "post"}
)
_PARTY_DEPTH = 1  # "the decision by Turkey"; deeper down stand the parties of other acts
_RULES = frozenset(
    {"law", "constitution", "code", "statute", "tradition", "custom", "culture", "history", "economy", "geography"}
    | {"guideline", "rule", "standard", "norm"}
)
_OWNING = {"belong", "own", "run", "operate", "control"}
_OF_PAPERS = {"vote", "veto", "sign", "adopt", "pass", "approve", "ratify", "reject", "oppose"}
_MISSIONS = {"mission", "operation", "force"}
_DOERS = {"of", "by"}  # "the army OF Chad", "a report BY Amnesty"
_MAX_DEPTH = 3
_HUNG = {Relation.PARTICIPLE, Relation.PREPOSITIONAL}
_BLAMING = {Category.ACCUSE, Category.COERCE}
_SPOKEN = {Category.ACCUSE, Category.REQUEST, Category.SUPPORT, Category.THREATEN, Category.REJECT}
_ACTING = {Schema.PERSON, Schema.PUBLIC_BODY, Schema.ORGANIZATION, Schema.COMPANY, Schema.PLACE}


_OWNERS = {Schema.PUBLIC_BODY, Schema.ORGANIZATION, Schema.COMPANY}
_WHERE = {"at", "on", "upon"}
_BEFORE_FORUMS = {"with", "before"}
_LODGED = {"complaint", "petition", "suit", "lawsuit", "case", "appeal", "claim", "file", "lodge"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The nouns of both sides, in order of the text, each once. Of a symmetric act either side is as good."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()


def sides(page: Page, match: Match) -> Sides:
    """Who plays which part. A noun is only given if it names, describes or belongs to somebody who can act."""
    by_verb = match.word == match.anchor and match.word.pos_ in {"VERB", "AUX"}
    found = _of_verb(page, match) if by_verb else _of_noun(page, match)
    actors, recipients = _once(found.actors), _once(found.recipients)
    if match.pattern.frame.inverse and by_verb:
        actors, recipients = recipients, actors
    taken = {t.i for t in actors}
    if match.word.lemma_ in _OF_PAPERS:
        recipients = tuple(t for t in recipients if t.norm_ != "it")  # "voted against IT": against a bill
    return Sides(
        actors=actors, recipients=tuple(t for t in recipients if t.i not in taken and not _is_own(page, t, actors))
    )


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
        return behind[0].schema in _ACTING and (token.lemma_.lower() not in _RULES or page.cast.at(token) is not None)
    return is_partyish(page, token)


def _of_verb(page: Page, match: Match) -> Sides:
    arguments, frame = match.arguments, match.pattern.frame
    subjects = _writers(page, match) or _blamed(page, match) or arguments.subjects
    actors = [t for s in subjects for t in _acting(page, s)]
    undergoing = arguments.objects if not frame.matter else ()
    recipients = [t for o in (*arguments.indirect, *undergoing) for t in _undergoing(page, o, match)]
    recipients += [t for o in arguments.objects if frame.matter for t in _with_whom(page, o)]
    recipients += _through(page, arguments.obliques, frame)
    if frame.symmetric:
        recipients += [t for o in arguments.obliques if o.preposition in _OF_ACTORS for t in parties_in(page, o.token)]
    if match.pattern.clause:
        recipients += _in_clauses(page, match, named=bool(recipients))
    elif not recipients:
        recipients = [t for o in undergoing for t in parties_in(page, o)]
    return Sides(actors=tuple(actors or _sayer_for(page, match.anchor, arguments)), recipients=tuple(recipients))


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
    above = _verb_of(verb)
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


def _of_noun(page: Page, match: Match) -> Sides:
    arguments, frame, carrier = match.arguments, match.pattern.frame, match.carrier
    owners = page.grammar.possessors(match.word) if match.word.lemma_.lower() in frames().undergone else ()
    actors = [t for s in arguments.subjects if s not in owners for t in _acting(page, s)]
    recipients = [t for owner in owners for t in parties_in(page, owner)]
    for t in arguments.modifiers:
        if page.cast.at(t) is not None and is_party(page, t):
            (
                recipients if carrier and carrier.subjects and not match.received and not frame.symmetric else actors
            ).append(t)
    of = [t for o in arguments.objects for t in parties_in(page, o)]
    if frame.of_role == "actor" or frame.symmetric:
        actors += of
    elif frame.of_role == "recipient":
        recipients += of
    recipients += _through(page, arguments.obliques, frame)
    if frame.symmetric:
        actors += [t for o in arguments.obliques if o.preposition in _OF_ACTORS for t in parties_in(page, o.token)]
    if frame.category is Category.REQUEST or frame.commits:
        recipients += [
            t
            for c in arguments.complements
            for o in page.grammar.arguments(c).subjects
            for t in parties_in(page, o)
            if not _inherited(page, c)
        ]
    if carrier:
        return _carried(page, match, actors, recipients)
    if not actors and not arguments.subjects and match.word.pos_ == "ADJ":
        actors = _sayer_for(page, match.anchor, arguments)
    if _lacks_its_doer(match, actors):
        actors = [*_doer_around(page, match.word), *actors]
    return Sides(actors=tuple(actors), recipients=tuple(recipients))


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
    verb = _verb_of(noun)
    if verb is None:
        return []
    around = page.grammar.arguments(verb)
    if verb.lemma_ in _LEADING and any(o.token == noun and o.preposition in {"to", "in"} for o in around.obliques):
        return [t for s in (*around.subjects, *around.objects) for t in _acting(page, s)]
    if not any(o.token == noun and o.preposition in _WHILE for o in around.obliques):
        return []
    if verb.lemma_ in _ADDRESSING and not around.passive:  # "in a call, RUIZ assured SALCEDO that …"
        return [t for s in (*around.subjects, *around.indirect, *around.objects) for t in _acting(page, s)]
    undergoers = tuple(o for o in around.objects[:1] if around.passive and is_party(page, o))
    doers = undergoers or around.subjects
    return [
        t for s in doers for t in _acting(page, s) if not around.passive or page.cast.at(s) or page.cast.group_at(s)
    ]


def _carried(page: Page, match: Match, actors: list[Token], recipients: list[Token]) -> Sides:
    """The sides of a noun together with those of its light verb."""
    carrier, frame = match.carrier, match.pattern.frame
    assert carrier is not None  # noqa: S101  # the caller asked
    subjects = [t for s in carrier.subjects for t in _acting(page, s)] or _sayer_for(page, match.anchor, carrier)
    if match.received:
        givers = [t for o in carrier.obliques if o.preposition in {"from", "by"} for t in parties_in(page, o.token)]
        return Sides(actors=tuple(givers or actors), recipients=tuple(subjects or recipients))
    others = [t for o in carrier.indirect for t in parties_in(page, o)]
    others += _through(page, carrier.obliques, frame)
    if frame.symmetric:
        others += [t for o in carrier.obliques if o.preposition in _OF_ACTORS for t in parties_in(page, o.token)]
    return Sides(actors=(*subjects, *actors), recipients=(*recipients, *others))


def _acting(page: Page, subject: Token) -> Iterator[Token]:
    """Who acts when this noun is the subject; a thing that belongs to somebody acts for its owner."""
    if is_party(page, subject):
        yield subject
        return
    for oblique in page.grammar.prepositional(subject):
        if oblique.preposition in _DOERS and is_party(page, oblique.token):
            yield oblique.token
            return
    if subject.lemma_.lower() in _UTTERANCES and (verb := _verb_of(subject)) is not None and verb != subject:
        for author in page.grammar.arguments(verb).subjects:
            if author != subject and is_party(page, author):
                yield author


def _verb_of(noun: Token) -> Token | None:
    """The nearest verb above a noun."""
    return next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), None)


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
    acting = [entity_behind(page, s) for s in match.arguments.subjects]
    return found is not None and bool(acting) and all(one is None or one[0].id != found[0].id for one in acting)


def _through(page: Page, obliques: Iterable[Oblique], frame: Frame) -> list[Token]:
    is_joint = frame.symmetric or frame.category is Category.CONSULT
    joint = is_joint and frame.recipients == frozenset(DEFAULT_RECIPIENTS)
    return [
        token
        for oblique in obliques
        if (preposition := oblique.preposition.rsplit(" ", 1)[-1]) in frame.recipients
        for token in parties_in(page, _stationed(page, oblique.token, frame))
        if not (joint and preposition in _WHERE and _is_thing(page, token)) and not _is_forum(oblique)
    ]


def _stationed(page: Page, noun: Token, frame: Frame) -> Token:
    """Where a mission is to which somebody sends troops: "sent soldiers to the UN mission IN CHAD"; else the noun."""
    if frame.category is not Category.MOBILIZE or noun.lemma_.lower() not in _MISSIONS:
        return noun
    return next((o.token for o in page.grammar.prepositional(noun) if o.preposition == "in"), noun)


def _is_forum(oblique: Oblique) -> bool:
    """Whether it is only where something is lodged: "filed a complaint WITH THE OMBUDSMAN", who is not accused."""
    above = oblique.token.head.head
    return oblique.preposition in _BEFORE_FORUMS and above.lemma_.lower() in _LODGED


def _is_thing(page: Page, token: Token) -> bool:
    """Whether it is named and nobody: what is done together is done there, "signed AT the palace"."""
    there = entity_behind(page, token)
    return there is not None and there[0].schema is not Schema.PERSON


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


def _inherited(page: Page, verb: Token) -> bool:
    return page.grammar.arguments(verb).inherited


def _sayer_for(page: Page, verb: Token, arguments: Arguments) -> list[Token]:
    """Who says it, when the act's subject is a pronoun that stands for nobody known, or is missing after a colon."""
    if arguments.passive or (arguments.subjects and arguments.subjects[0].norm_ not in _UNNAMED):
        return []
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
            return [t for s in (above.objects if above.passive else above.subjects) for t in _acting(page, s)]
    return []


def _once(tokens: Iterable[Token]) -> tuple[Token, ...]:
    return tuple({t.i: t for t in tokens}.values())
