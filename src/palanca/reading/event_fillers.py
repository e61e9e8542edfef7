"""Who did an act, to whom and where: the names that its nouns stand for."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from palanca.lexicon.frames import frames
from palanca.reading.actors import all_of, entity_behind, listed_in
from palanca.reading.event_acts import Act
from palanca.reading.event_aims import aimed_at
from palanca.reading.event_capitals import seated
from palanca.reading.event_places import hosts, is_country, place_of, undergoing_place, without_towns
from palanca.reading.event_protests import protested_against
from palanca.reading.event_undoing import undone_by
from palanca.reading.grammar.parse import Token
from palanca.reading.modality import speaker_of
from palanca.reading.page import Page
from palanca.records import Category, Filler, Schema, Statement

_AT_PLACES = {Category.ASSAULT, Category.MOBILIZE, Category.CONSULT}  # a town undergoes
_LAWGIVING = {"ban"}  # what is banned IN a country its law bans
_LAWYERS = {"lawyer", "attorney", "counsel"}
_LAWYERLY = {Category.ACCUSE, Category.REJECT, Category.REQUEST, Category.THREATEN}
_OWN = {"i", "we"}


class Parties(NamedTuple):
    """Nobody is on both sides; of a symmetric act all are actors."""

    actors: tuple[Filler, ...]
    recipients: tuple[Filler, ...]
    place: Filler | None


def parties_of(page: Page, act: Act, told: Sequence[Statement]) -> Parties:
    """The parties of an act that are named, and its place; `told` are the acts of the text before it."""
    actors, recipients = (seated(page, act, side) for side in _sides(page, act))
    recipients = tuple(f for f in recipients if f.entity not in {a.entity for a in actors})
    recipients, town = hosts(page, act, recipients)
    place = town or place_of(page, act)
    if place and not actors and act.frame.name in _LAWGIVING and act.passive and is_country(page, place):
        actors, recipients = (place,), tuple(f for f in recipients if f.entity != place.entity)
    if place and (len(recipients) > 1 or act.category not in _AT_PLACES) and not is_country(page, place):
        recipients = tuple(f for f in recipients if f.entity != place.entity)
    if not actors:
        actors, others = undone_by(page, act, told)
        recipients = recipients or others
    recipients = recipients or protested_against(page, act, place)
    if (actors or act.sides.actors) and not recipients:
        acting = {f.entity for f in actors}
        recipients = tuple(f for f in aimed_at(page, act, told) if f.entity not in acting)
    return Parties(actors, recipients, place or undergoing_place(page, act, recipients))


def _sides(page: Page, act: Act) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
    """Actors and recipients that are named; nobody is both, and a symmetric act has only actors."""
    acting, undergoing = _marching(page, act)
    actors = named(page, acting, speaking_for=act.category in _LAWYERLY, acting=True) or _speaking(page, act)
    others = named(page, undergoing)
    taken = {f.entity for f in actors}
    recipients = tuple(f for f in others if f.entity not in taken)
    if act.frame.symmetric and not act.sides.one_sided:
        return without_towns(page, (*actors, *recipients), alone=False), ()
    return actors, without_towns(page, recipients)


def named(
    page: Page, tokens: Iterable[Token], *, speaking_for: bool = False, acting: bool = False
) -> tuple[Filler, ...]:
    """Who the nouns stand for; the critics or the killers of somebody do not, his lawyers where they speak for him.

    `acting`: the nouns are of who acts; what the people of a place do it does not do itself.
    """
    against = frames().classes["opponent"] - (_LAWYERS if speaking_for else set())
    known = (t for t in tokens if t.lemma_.lower() not in against or _is_renamed(page, t))
    crowd = frames().classes["crowd" if acting else "protester"]
    return all_of(page, (t for t in known if t.lemma_.lower() not in crowd or not _is_told_apart(page, t)))


def _is_told_apart(page: Page, crowd: Token) -> bool:
    """Whether a place or a person only tells people apart, whose deeds are not theirs: "OSLO residents"."""
    behind = entity_behind(page, crowd)
    is_apart = behind is not None and behind[0].schema in {Schema.PLACE, Schema.PERSON}
    return is_apart and not _is_renamed(page, crowd)


def _marching(page: Page, act: Act) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The nouns of both sides; where people protest they do not act, and are against those who rule there.

    "HONG KONG protests", "the Togolese have protested". A state itself may protest ("CHAD protested against the ban").
    """
    actors, others = act.sides.actors, act.sides.recipients
    if act.category is not Category.PROTEST:
        return actors, others
    there = tuple(t for t in actors if _is_where_they_march(page, act, t))
    return tuple(t for t in actors if t not in there), others if named(page, others) else (*others, *there)


def _is_where_they_march(page: Page, act: Act, token: Token) -> bool:
    behind = entity_behind(page, token)
    if behind is None or behind[0].schema is not Schema.PLACE:
        return False
    if token.head.pos_ == "ADP":  # "protests FROM TOGO"
        return False
    mention = page.cast.mention_at(token)
    is_state = mention is not None and mention.form.is_name and act.word.pos_ == "VERB" and token.tag_ == "NNP"
    return not is_state or act.anchor.tag_ == "VBG"


def _is_renamed(page: Page, token: Token) -> bool:
    beside = (token, *page.grammar.appositions(token), *listed_in(page, token))
    return any(page.cast.at(t) is not None for t in beside)


def _speaking(page: Page, act: Act) -> tuple[Filler, ...]:
    """The speaker, for what he says of himself: "We condemn this," said X."""
    if (act.spoken or is_of_oneself(page, act)) and (speaker := speaker_of(page, act.anchor)) and speaker.entity:
        return (speaker,)
    return ()


def is_of_oneself(page: Page, act: Act) -> bool:
    """Whether somebody tells it of himself: "WE condemn this"."""
    return any(subject.norm_ in _OWN for subject in page.grammar.arguments(act.anchor).subjects)
