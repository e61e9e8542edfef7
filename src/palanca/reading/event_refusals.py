"""Why an act that words tell is no event after all: what is not done, done by nobody named, or done in a game."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from palanca.lexicon.branches import branch_of_body
from palanca.lexicon.contexts import contexts_of_words, off_topic_words
from palanca.lexicon.frames import Needs, frames
from palanca.lexicon.sectors import sectors_of_nouns
from palanca.reading.actors import entity_behind
from palanca.reading.event_acts import Act, Outlook
from palanca.reading.frame_nouns import is_of_states
from palanca.reading.page import Page
from palanca.reading.party_nouns import verb_of
from palanca.reading.states import is_state
from palanca.records import Category, Context, Filler, Schema
from palanca.records.query import Branch

_ARMED = {Schema.PLACE, Schema.ORGANIZATION}  # countries and armed groups fight, people in office quarrel
_OPINIONS = {"agree", "concur"}  # "agreed, saying that …"
_MEET, _KILL, _SUMMIT, _CLAIM = "meet", "kill", "summit", "claim"
_HARM = {"kill", "wound", "injure", "maim"}  # words for accidents as well
_MARCHERS = {"protester", "demonstrator"}  # "PROTESTERS burned a flag": what they did is told by another word
_OF_PRESS = {Category.REQUEST, Category.CONSULT}
_BEATING = {"defeat", "beat", "rout", "unseat"}
_PAST = {"do", "have"}  # auxiliaries of "did not meet", "have not met"
_REFUSABLE = {Category.AGREE, Category.CONCEDE, Category.COOPERATE, Category.AID, Category.CONSULT, Category.SUPPORT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How an act is told: of how many parties, in a text on other things, with where or when (`open_ended`: nobody is
    needed), with whom.

    `armed` ones have a party that may take to arms, `sitting` ones are of a parliament, `acting` ones do it; of
    `one_sided` ones nobody is the other side, and `unhurt` are those whom nobody named, and no arms, have killed.
    """

    named: int
    off_topic: bool
    open_ended: bool
    joined: bool
    among_states: bool
    armed: bool
    sitting: bool
    acting: int
    one_sided: bool
    unhurt: bool


def told_of(page: Page, act: Act, sides: tuple[Sequence[Filler], ...], *, open_ended: bool, off_topic: bool) -> Told:
    """How the page tells an act of these actors and recipients."""
    actors, recipients = sides
    named = (*actors, *recipients)
    return Told(
        named=len(named),
        off_topic=off_topic,
        open_ended=open_ended,
        joined=_is_with_somebody(page, act),
        among_states=any(is_of_states(page, t) for t in (*act.sides.actors, *act.sides.recipients)),
        armed=any(page.cast.entity(f.entity).schema in _ARMED for f in named if f.entity),
        sitting=act.frame.name == _MEET and _is_of_parliament(page, act, named),
        acting=len(actors),
        one_sided=len(named) < 2 and _is_one_sided(page, act, named),
        unhurt=not named and _is_harm(act) and (_is_general(act) or not _is_armed(act)),
    )


def is_of_own_country(page: Page, act: Act, sides: tuple[Sequence[Filler], ...]) -> bool:
    """Whether a claim is only about the country of who makes it: "Ruiz claimed that PERU only defends itself"."""
    actors, recipients = ([page.cast.entity(f.entity) for f in side if f.entity] for side in sides)
    homes = {actor.country for actor in actors if actor.country}
    return act.frame.name == _CLAIM and bool(recipients) and all(is_state(r) and r.country in homes for r in recipients)


def refusal(act: Act, told: Told) -> str | None:
    """Why it is no event; None if it is one."""
    if act.outlook is Outlook.LEFT and act.pattern.split()[0] in _OPINIONS and told.named < 2:
        return "an opinion"
    if act.outlook is Outlook.LEFT and category_of(act) is act.category and act.category is not Category.ACCUSE:
        return None if told.named > 1 and _never_happened(act) else "not done"
    return _unnamed(act, told) or _misread(act, told)


def _unnamed(act: Act, told: Told) -> str | None:
    alone = act.word == act.anchor and act.word.pos_ == "NOUN" and not told.among_states
    if act.frame.needs is Needs.BOTH and told.named < 2 and alone and not told.joined:
        return "its two parties are not named"
    if act.frame.needs is Needs.ACTOR and not told.acting:
        return "who does it is not named"
    if told.one_sided:
        return "nobody is met"
    if told.unhurt:
        return "nobody strikes"
    if act.category in _OF_PRESS and act.by_press:
        return "how news is made"
    crowds = act.category is Category.PROTEST and act.word.lemma_.lower() in frames().classes["unrest"]
    if act.category is Category.PROTEST and not told.named and alone and act.word.lemma_.lower() in _MARCHERS:
        return "only people who march"
    if not told.named and not ((told.open_ended or crowds) and not told.off_topic):
        return "no party named"
    return None


def _misread(act: Act, told: Told) -> str | None:
    if act.frame.ambiguous and told.off_topic:
        return "sport, show or accident"
    if act.category is Category.ASSAULT and (_is_contest(act) or (_is_beaten(act) and not told.armed)):
        return "an election or a game"
    if act.by_nature:
        return "an act of nature"
    if act.pattern in _OPINIONS and told.named < 2 and not act.passive:
        return "an opinion"
    if told.sitting and told.named < 2:
        return "a sitting"
    return "a quarrel in words" if _is_quarrel(act) and not told.armed else None


def _is_with_somebody(page: Page, act: Act) -> bool:
    """Whether a noun says with whom: "the ban followed DISCUSSIONS WITH TOGO" leaves only one side open."""
    joined = (o for o in page.grammar.prepositional(act.word) if o.preposition == "with")
    return any(entity_behind(page, o.token) for o in joined)


def _is_one_sided(page: Page, act: Act, parties: Sequence[Filler]) -> bool:
    """Whether a meeting has one side only: "was briefed", "to discuss IT" alone, the yearly meeting of a society.

    In the prose of a row it has not: the row tells who came.
    """
    if act.category is not Category.CONSULT or not act.frame.symmetric or not parties:
        return False
    if page.document.register is not None:
        return False
    if act.frame.matter:
        return not _is_with_somebody(page, act)
    if act.frame.name == _SUMMIT:
        return not any(page.cast.entity(f.entity).schema is Schema.PUBLIC_BODY for f in parties if f.entity)
    return act.passive and act.word.pos_ == "VERB" and bool(page.grammar.arguments(act.word).objects)


def _is_harm(act: Act) -> bool:
    return act.frame.name == _KILL and act.word.pos_ == "VERB" and act.word.lemma_.lower() in _HARM


def _is_general(act: Act) -> bool:
    """ "Cases in which four ARE KILLED": no one case."""
    return act.passive and any(t.norm_ in {"is", "are", "get", "gets"} for t in act.word.lefts)


def _is_armed(act: Act) -> bool:
    arms = frames().classes["arms"]
    return any(t.lemma_.lower() in arms for t in act.word.sent if t is not act.word)


def _is_of_parliament(page: Page, act: Act, parties: Iterable[Filler]) -> bool:
    """Whether a parliament meets, as it does for its sittings."""
    if any(sectors_of_nouns().get(token.lemma_.lower()) == "LEG" for token in act.sides.actors):
        return True
    bodies = (branch_of_body(page.cast.entity(f.entity).caption) for f in parties if f.entity)
    return any(told is not None and told[0] is Branch.LEGISLATURE for told in bodies)


def _is_quarrel(act: Act) -> bool:
    """ "The CONFLICT between the president and the senators over the budget": no word near it is about arms."""
    if act.word.lemma_.lower() not in frames().classes["quarrel"]:
        return False
    above = verb_of(act.word) if act.word.tag_ == "NNS" else None
    if above is not None and above.lemma_.lower() in frames().happens:
        return False  # "CLASHES broke out in Lomé"
    words = contexts_of_words()
    near = {context for t in act.word.sent for context in words.get(t.lemma_.lower(), ())}
    return not near & {Context.MILITARY, Context.SECURITY}


def _is_beaten(act: Act) -> bool:
    """ "DEFEATED the incumbent": people in office beat one another in elections, where no country or group fights."""
    return act.word.lemma_.lower() in _BEATING


def _is_contest(act: Act) -> bool:
    """ "Defeated Ruiz in the runoff", "beat Togo in the final": words about votes or games, and none about arms."""
    words = contexts_of_words()
    lemmas = [t.lemma_.lower() for t in act.word.sent]
    near = {context for lemma in lemmas for context in words.get(lemma, ())}
    games = any(lemma in off_topic_words() for lemma in lemmas)
    return (games or Context.ELECTORAL in near) and not near & {Context.MILITARY, Context.SECURITY}


def category_of(act: Act) -> Category:
    """What is refused ahead ("will not meet", "did not accept") is REJECT; "did not meet" refuses nothing."""
    verbal = act.anchor.pos_ == "VERB" or act.word.pos_ == "ADJ"  # "is not READY to send it"
    refused = act.category in _REFUSABLE or (act.category is Category.RETREAT and _is_ahead(act))
    if act.outlook is Outlook.LEFT and refused and verbal:
        return act.category if _never_happened(act) else Category.REJECT
    return act.category


def _is_ahead(act: Act) -> bool:
    """Whether it is told of what is to come: "WOULD not resign"."""
    return bool({"will", "would", "wo"}.intersection(act.auxiliaries)) and "have" not in act.auxiliaries


def _never_happened(act: Act) -> bool:
    """Whether a meeting or a visit is told not to have taken place: "did not meet"."""
    past = bool(_PAST.intersection(act.auxiliaries)) or act.anchor.tag_ == "VBD"  # Spanish has no "did"
    return act.category is Category.CONSULT and past
