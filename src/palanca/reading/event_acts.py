"""The acts that a sentence tells: matched frames with their sides, without those that only belong to another act."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from palanca.lexicon.frames import Frame, frames
from palanca.lexicon.sectors import sectors_of_nouns
from palanca.reading.event_parties import sides
from palanca.reading.event_rulings import Ruling, rulings_in, spoken_by_court
from palanca.reading.event_semblances import is_by_nature, is_semblance
from palanca.reading.event_sides import Sides
from palanca.reading.event_speech import FRAMES as SPEECH_FRAMES
from palanca.reading.event_speech import speech_acts
from palanca.reading.event_votes import Decision, deciding, decisions_in
from palanca.reading.frames import Match, best_verb_pattern, matches, noun_pattern
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.page import Page
from palanca.reading.time_tense import verb_above
from palanca.records import Category

_REACTIONS = {Category.ACCUSE, Category.SUPPORT, Category.PROTEST, Category.CONSULT}
_HOSTILE = {
    Category.SANCTION,
    Category.COERCE,
    Category.ASSAULT,
    Category.MOBILIZE,
    Category.PROTEST,
    Category.THREATEN,
}
_LEAVING = {Category.RETREAT, Category.CONCEDE, Category.ACCUSE}
_INTEND, _RESIGN, _BREAK_OFF = "intend", "resign", "break off"
_ABSORBED_BEHIND = {"for", "to", "on", "of"}
_TOLD = {"VBN", "VBD", "VBZ", "VBP"}
_FUTURE = {"will", "would", "shall", "'ll", "may", "might", "could", "wo", "ca", "’ll", "'d"}
_OF_RULINGS = {Category.REJECT: "strike down", Category.SUPPORT: "let stand", Category.ACCUSE: "accuse"}
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
    rulings, speeches = list(rulings_in(page, sentence)), list(speech_acts(page, sentence))
    ruled = {speech[1].i: ruling for speech in speeches if (ruling := spoken_by_court(page, *speech))}
    judging = {token.i for ruling in rulings for token in (ruling.word, ruling.outcome)}
    rulings += [ruling for i, ruling in ruled.items() if i not in judging]
    spoken = [_spoken_act(*s) for s in speeches if s[1].i not in ruled and s[2].i not in judging]
    judging |= {ruling.word.i for ruling in ruled.values()}
    replaced = judging | {act.anchor.i for act in spoken}
    decided = list(decisions_in(page, sentence))
    replaced |= {token.i for one in decided for token in (one.verb, one.deed)}
    told = [
        _act(page, match)
        for match in found
        if (match.word.i not in absorbed or _is_told_apart(page, match))
        and match.anchor.i not in replaced
        and not is_semblance(page, match, found)
    ]
    return tuple(
        sorted(
            (*told, *spoken, *map(_ruling, rulings), *(_decision(page, one) for one in decided if not one.undone)),
            key=lambda act: act.word.i,
        )
    )


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


def _ruling(ruling: Ruling) -> Act:
    frame = frames().by_name[_OF_RULINGS[ruling.category]]
    return Act(
        category=ruling.category, frame=frame, pattern=f"ruling: {ruling.outcome.norm_}", word=ruling.word,
        anchor=ruling.word, sides=ruling.sides, strength=frame.strength,
    )  # fmt: skip


def _decision(page: Page, decision: Decision) -> Act:
    pattern, vote = decision.pattern or deciding(), page.grammar.arguments(decision.verb)
    return Act(
        category=pattern.frame.category, frame=pattern.frame, pattern=f"vote: {pattern.text}", word=decision.deed,
        anchor=decision.verb, sides=decision.sides, strength=pattern.frame.strength, auxiliaries=vote.auxiliaries,
        outlook=Outlook.AHEAD if _FUTURE.intersection(vote.auxiliaries) else Outlook.DONE,
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
        by_nature=is_by_nature(page, match),
        passive=(match.carrier or match.arguments).passive,
        by_press=any(
            sectors_of_nouns().get(t.lemma_.lower()) == "MED" for t in (match.carrier or match.arguments).subjects
        ),
    )


def _committed(page: Page, match: Match) -> Category:
    """What a promise or a plan is coded as, by what it binds to.

    A promise of something hostile is a threat, a promise not to do it is none. A plan to withdraw, leave, sue or meet
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
        if match.pattern.frame.name == _INTEND and category is Category.CONSULT:
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
    planned = (
        category in _LEAVING | {Category.SANCTION, Category.CONSULT} and category is not match.pattern.frame.category
    )
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
            undergone = arguments.passive and token in arguments.objects  # "THE TRIP was called off"
            if undergone or token.i > match.word.i:  # "ON HIS VISIT he urged": what stands before is where it was said
                yield from (i for i in _below(page, token) if i != match.word.i)
    elif (pattern.objects or pattern.obliques) and frame.category not in _REACTIONS and match.word.pos_ == "VERB":
        joined = (o.token for o in arguments.obliques if o.preposition not in _BESIDE)
        yield from (t.i for t in (*arguments.objects, *joined))
    elif match.word.pos_ == "VERB" and frame.category in _REACTIONS and pattern.objects:
        accused = frame.category is Category.ACCUSE
        yield from (t.i for t in arguments.objects if not accused or _is_lodged(page, t))


def _is_lodged(page: Page, noun: Token) -> bool:
    """Whether what somebody lodges is the blame itself: "lodged A PROTEST with Togo" tells of no march."""
    pattern = noun_pattern(page, noun)
    return pattern is not None and pattern.frame.category is Category.PROTEST


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
        cost, verb = 0.6, verb_above(act.word)
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
