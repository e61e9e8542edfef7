"""The acts that a sentence tells: matched frames with their sides, without those that only belong to another act."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from palanca.lexicon.frames import Frame, frames
from palanca.lexicon.sectors import sectors_of_nouns
from palanca.reading.actors import entity_behind
from palanca.reading.event_parties import sides
from palanca.reading.event_sides import Sides
from palanca.reading.event_speech import FRAMES as SPEECH_FRAMES
from palanca.reading.event_speech import speech_acts
from palanca.reading.frames import Match, best_verb_pattern, matches
from palanca.reading.grammar import Relation
from palanca.reading.page import Page
from palanca.reading.party_nouns import is_party
from palanca.records import Category, Schema

_REACTIONS = {Category.ACCUSE, Category.SUPPORT, Category.PROTEST, Category.CONSULT}
_HOSTILE = {
    Category.SANCTION,
    Category.COERCE,
    Category.ASSAULT,
    Category.MOBILIZE,
    Category.PROTEST,
    Category.THREATEN,
}
_VIOLENT = {Category.ASSAULT, Category.COERCE}
_LEAVING = {Category.RETREAT, Category.CONCEDE, Category.ACCUSE}
_INTEND, _RESIGN, _BREAK_OFF = "intend", "resign", "break off"
_CLAIMING = {"claim", "contend", "suggest", "maintain"}
_ABSORBED_BEHIND = {"for", "to", "on", "of"}
_TOLD = {"VBN", "VBD", "VBZ", "VBP"}
_NOTHING = {"nothing", "nobody", "none"}
_FUTURE = {"will", "would", "shall", "'ll", "may", "might", "could", "wo", "ca", "’ll", "'d"}
_MAX_CLIMB = 8
_BESIDE = {
    "after",
    "before",
    "during",
    "following",
    "since",
    "amid",
    "despite",
    "through",
}  # what stands there is another act


class Outlook(StrEnum):
    """How far an act has come, as its verb group says."""

    DONE = "done"
    AHEAD = "ahead"
    LEFT = "left undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act as one clause tells it. `word` names it, `anchor` is the verb that carries it (or the word itself).

    `spoken` acts are done by saying something; where `sides` has no actor, whoever says it acts. What a storm or a fire
    does is `by_nature`, what nameless reporters ask is `by_press`.
    """

    category: Category
    frame: Frame
    pattern: str
    word: Token
    anchor: Token
    sides: Sides
    outlook: Outlook = Outlook.DONE
    strength: float
    auxiliaries: tuple[str, ...] = ()
    spoken: bool = False
    by_nature: bool = False
    by_press: bool = False
    passive: bool = False


def acts_of(page: Page, sentence: TokenSpan) -> tuple[Act, ...]:
    """The acts of one sentence in order of the text."""
    found = list(matches(page, sentence))
    absorbed = {i for match in found for i in _absorbed(page, match)}
    spoken = [_spoken_act(*speech) for speech in speech_acts(page, sentence)]
    replaced = {act.anchor.i for act in spoken}
    told = [
        _act(page, match)
        for match in found
        if (match.word.i not in absorbed or _is_told_apart(page, match))
        and match.anchor.i not in replaced
        and not _is_silence(page, match)
        and not _is_for_oneself(page, match)
        and not _is_own_policy(page, match)
        and not _is_aside(page, match)
        and not _goes_on_accusing(page, match, found)
        and not _is_idle(match)
        and not any(_is_nothing(o) for o in (match.carrier or match.arguments).objects)
    ]
    return tuple(sorted((*told, *spoken), key=lambda act: act.word.i))


def _is_told_apart(page: Page, match: Match) -> bool:
    """Whether an act below another is told as somebody's: "lifted the ban IMPOSED BY TOGO", "… that TOGO IMPOSED".

    What is asked for, refused or ended may have been done before, and by others.
    """
    above = page.grammar.governor(match.anchor)
    if above.relation not in {Relation.PARTICIPLE, Relation.RELATIVE} or match.anchor.tag_ not in _TOLD:
        return False
    arguments = page.grammar.arguments(match.anchor)
    if arguments.negated or (_FUTURE | {"to"}).intersection(arguments.auxiliaries):
        return False
    dated = arguments.passive and any(o.token.ent_type_ == "DATE" for o in arguments.obliques)
    return dated or (bool(arguments.subjects) and above.head not in arguments.subjects)


def _spoken_act(category: Category, word: Token, anchor: Token, parties: Sides) -> Act:
    return Act(
        category=category, frame=frames().by_name[SPEECH_FRAMES[category]], pattern=f"spoken: {word.norm_}", word=word,
        anchor=anchor, sides=parties, strength=0.7, spoken=True,
    )  # fmt: skip


def _act(page: Page, match: Match) -> Act:
    frame = match.pattern.frame
    category = _committed(page, match) if frame.commits else frame.category
    return Act(
        category=category,
        frame=frame,
        pattern=match.pattern.text,
        word=match.word,
        anchor=match.anchor,
        sides=sides(page, match),
        outlook=_outlook(match, category),
        auxiliaries=(match.carrier or match.arguments).auxiliaries,
        strength=min(1.0, frame.strength + 0.02 * match.pattern.weight),
        by_nature=_is_by_nature(page, match),
        passive=(match.carrier or match.arguments).passive,
        by_press=any(
            sectors_of_nouns().get(t.lemma_.lower()) == "MED" for t in (match.carrier or match.arguments).subjects
        ),
    )


def _is_silence(page: Page, match: Match) -> bool:
    """Whether somebody only declines to speak to the press: "declined to COMMENT", "refused to give DETAILS"."""
    if match.pattern.frame.category is not Category.REJECT:
        return False
    kept = frames().silences
    return any(
        verb.lemma_.lower() in kept or kept & {o.lemma_.lower() for o in page.grammar.arguments(verb).objects}
        for verb in match.arguments.complements
    )


def _is_nothing(noun: Token) -> bool:
    """ "Conceded NOTHING", "thanked NO ONE": nothing was done."""
    return noun.norm_ in _NOTHING or (noun.norm_ == "one" and noun.i > 0 and noun.nbor(-1).norm_ == "no")


def _is_for_oneself(page: Page, match: Match) -> bool:
    """Whether somebody only pays for what is his: "the rebels financed THEIR CAMPAIGN with gold" aids nobody."""
    if match.pattern.frame.category is not Category.AID or match.word.pos_ != "VERB":
        return False
    owners = [p for o in match.arguments.objects for p in page.grammar.possessors(o)]
    acting = {e.id for s in match.arguments.subjects if (e := page.cast.at(s))}
    return any(page.grammar.is_pronoun(p) and ((e := page.cast.at(p)) is None or e.id in acting) for p in owners)


def _goes_on_accusing(page: Page, match: Match, found: Sequence[Match]) -> bool:
    """Whether a participle only says what is blamed: "filed a motion CLAIMING that the law is void"."""
    if match.pattern.frame.category is not Category.ACCUSE or match.anchor.tag_ != "VBG":
        return False
    governor = page.grammar.governor(match.anchor)
    if governor.relation not in {Relation.PARTICIPLE, Relation.ADVERBIAL} or governor.head is None:
        return False
    others = [one for one in found if one is not match and one.pattern.frame.category is Category.ACCUSE]
    above = {t for one in others for t in (one.word, one.anchor, *(one.carrier or one.arguments).objects)}
    return governor.head in above


def _is_aside(page: Page, match: Match) -> bool:
    """Whether a clause with "as" only refers to what was said elsewhere: "may not act AS HE PROPOSED"."""
    governor, arguments = page.grammar.governor(match.anchor), match.arguments
    return governor.marker == "as" and not (arguments.objects or arguments.complements or arguments.obliques)


def _is_idle(match: Match) -> bool:
    """Whether a verb tells no act beside the word behind it: "PLEADED (not) GUILTY" asks for nothing."""
    lemma, behind = match.word.lemma_.lower(), match.word.doc[match.word.i + 1 : match.word.i + 3]
    return match.word.pos_ == "VERB" and any(f"{lemma} {word.norm_}" in frames().idle for word in behind)


def _is_own_policy(page: Page, match: Match) -> bool:
    """Whether somebody only stands by what is his: "Ruiz defended HIS DECISION" supports nobody."""
    if match.pattern.frame.category is not Category.SUPPORT or match.word.pos_ != "VERB" or match.arguments.passive:
        return False
    acting = {found[0].id for s in match.arguments.subjects if (found := entity_behind(page, s))}
    policies = (o for o in match.arguments.objects if o.lemma_.lower() in frames().classes["policy"])
    owners = [p for o in policies for p in page.grammar.possessors(o)]
    return any((e := page.cast.at(p)) is None or e.id in acting for p in owners if page.grammar.is_pronoun(p))


def _is_by_nature(page: Page, match: Match) -> bool:
    """Whether a storm, a fire or a disease does it, or is warned of: "Hurricane Ida HIT Cuba", "a flood WARNING"."""
    nature = frames().classes["nature"]
    if any(nature & {m.lemma_.lower() for m in page.grammar.modifiers(o)} for o in match.arguments.objects):
        return True
    if match.pattern.frame.category is Category.ACCUSE and match.word.lemma_.lower() in _CLAIMING:
        return _is_forecast(page, match)
    if match.pattern.frame.category is Category.THREATEN:
        return any(t.lemma_.lower() in nature for t in match.word.sent) or _is_forecast(page, match)
    violent = match.pattern.frame.category in _VIOLENT
    return any(
        t.lemma_.lower() in nature
        or (violent and (entity := page.cast.at(t)) is not None and entity.schema is Schema.EVENT)
        for t in (match.carrier or match.arguments).subjects
    )


def _is_forecast(page: Page, match: Match) -> bool:
    """ "Warned that prices could rise", "claimed that it was legal": nobody acts in what is foreseen or claimed."""
    if match.word.lemma_.lower() not in {"warn", "caution", *_CLAIMING} or match.arguments.objects:
        return False
    foreseen = [s for c in match.arguments.complements for s in page.grammar.arguments(c).subjects]
    return bool(foreseen) and not any(is_party(page, s) for s in foreseen)


def _committed(page: Page, match: Match) -> Category:
    """What a promise or a plan is coded as, by what it binds to.

    A promise of something hostile is a threat, a promise not to do it is none. A plan to withdraw, to leave or to sue
    is told as what is planned; so is an offer to resign.
    """
    for verb in _bound_to(page, match):
        pattern = best_verb_pattern(page, verb)
        if pattern is None or page.grammar.arguments(verb).negated:
            continue
        category = pattern.frame.category
        if category is Category.REJECT or pattern.frame.name == _RESIGN:
            return category
        planned = match.pattern.frame.name == _INTEND or match.arguments.objects
        if planned and (category in _LEAVING or pattern.frame.name == _BREAK_OFF):
            return category
        if category in _HOSTILE - {Category.MOBILIZE}:
            return Category.THREATEN
    return match.pattern.frame.category


def _bound_to(page: Page, match: Match) -> Iterator[Token]:
    """The infinitives that a promise governs, or that its object does: "announced plans TO LEAVE"."""
    yield from match.arguments.complements
    for noun in match.arguments.objects:
        for verb in page.grammar.arguments(noun).complements:
            if "to" in page.grammar.arguments(verb).auxiliaries:
                yield verb


def _outlook(match: Match, category: Category) -> Outlook:
    verbal = match.carrier or match.arguments
    if verbal.negated or match.arguments.negated:
        return Outlook.LEFT
    planned = category in _LEAVING | {Category.SANCTION} and category is not match.pattern.frame.category
    return Outlook.AHEAD if planned or _FUTURE.intersection(verbal.auxiliaries) else Outlook.DONE


def _absorbed(page: Page, match: Match) -> Iterator[int]:
    """The words below a match that tell no act of their own: what is asked, refused, threatened, ended…"""
    pattern, arguments = match.pattern, match.carrier or match.arguments
    frame = pattern.frame
    if match.word != match.anchor:
        yield match.anchor.i
    if (pattern.clause or frame.absorbs) and frame.category is not Category.ACCUSE:
        for verb in match.arguments.complements:
            if page.grammar.governor(verb).relation is not Relation.PARTICIPLE:  # "the deal SIGNED by both"
                yield from _below(page, verb)
    if frame.absorbs:
        for token in (
            *arguments.objects,
            *(
                o.token
                for o in arguments.obliques
                if o.preposition in _ABSORBED_BEHIND | {p for p, _ in pattern.obliques}
            ),
        ):
            if token.i > match.word.i:  # "ON HIS VISIT he urged": what stands before is where it was said
                yield from (i for i in _below(page, token) if i != match.word.i)
    elif (pattern.objects or pattern.obliques) and frame.category not in _REACTIONS and match.word.pos_ == "VERB":
        joined = (o.token for o in arguments.obliques if o.preposition not in _BESIDE)
        yield from (t.i for t in (*arguments.objects, *joined))
    elif (
        match.word.pos_ == "VERB"
        and frame.category in _REACTIONS
        and pattern.objects
        and frame.category is not Category.ACCUSE
    ):
        yield from (t.i for t in arguments.objects)


def _below(page: Page, token: Token) -> Iterable[int]:
    span = page.grammar.subtree(token)
    outside = (v.i for v in page.grammar.predicates(span) if v.i > token.i and _is_joined_above(page, v, span.start))
    return range(span.start, min(outside, default=span.end))


def _is_joined_above(page: Page, verb: Token, first: int) -> bool:
    """Whether a verb goes on with the clause above: "urged it to leave and MET the envoy"."""
    governor = page.grammar.governor(verb)
    return governor.relation is Relation.CONJUNCT and governor.head is not None and governor.head.i < first


def depth(page: Page, act: Act, reports: frozenset[str]) -> float:
    """How far below the main clause an act is told; what is said, announced or carried out stands at its height."""
    here, cost = act.anchor, 0.0
    if act.word == act.anchor and act.word.pos_ in {"NOUN", "PROPN"}:
        cost, verb = 0.6, _verb_above(act.word)
        if verb is None:
            return cost
        here = verb
    for _ in range(_MAX_CLIMB):
        governor = page.grammar.governor(here)
        if governor.head is None:
            break
        cost += (
            _COSTS[governor.relation]
            if governor.relation is not Relation.CONTENT or governor.head.lemma_.lower() not in reports
            else 0.0
        )
        here = governor.head
    return cost


_COSTS = {
    Relation.ROOT: 0.0,
    Relation.CONTENT: 0.3,
    Relation.CONTROLLED: 0.2,
    Relation.CONJUNCT: 0.25,
    Relation.ADVERBIAL: 0.9,
    Relation.PARTICIPLE: 0.9,
    Relation.RELATIVE: 1.0,
    Relation.PREPOSITIONAL: 0.9,
    Relation.OTHER: 0.5,
}


def _verb_above(noun: Token) -> Token | None:
    here = noun
    for _ in range(_MAX_CLIMB):
        if here.pos_ in {"VERB", "AUX"}:
            return here
        if here.head == here:
            return None
        here = here.head
    return None
