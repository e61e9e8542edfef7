"""Who did an act, to whom and where: the names that its nouns stand for."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from palanca.lexicon.frames import frames
from palanca.reading.actors import all_of, listed_in
from palanca.reading.event_acts import Act
from palanca.reading.event_aims import aimed_at
from palanca.reading.event_places import hosts, is_country, place_of, undergoing_place, without_towns
from palanca.reading.grammar.parse import Token
from palanca.reading.modality import speaker_of
from palanca.reading.page import Page
from palanca.records import Category, Filler, Statement

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
    actors, recipients = _sides(page, act)
    recipients, town = hosts(page, act, recipients)
    place = town or place_of(page, act)
    if place and not actors and act.frame.name in _LAWGIVING and act.passive and is_country(page, place):
        actors, recipients = (place,), tuple(f for f in recipients if f.entity != place.entity)
    if place and (len(recipients) > 1 or act.category not in _AT_PLACES) and not is_country(page, place):
        recipients = tuple(f for f in recipients if f.entity != place.entity)
    if actors and not recipients:
        acting = {f.entity for f in actors}
        recipients = tuple(f for f in aimed_at(page, act, told) if f.entity not in acting)
    return Parties(actors, recipients, place or undergoing_place(page, act, recipients))


def _sides(page: Page, act: Act) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
    """Actors and recipients that are named; nobody is both, and a symmetric act has only actors."""
    actors = named(page, act.sides.actors, speaking_for=act.category in _LAWYERLY) or _speaking(page, act)
    others = named(page, act.sides.recipients)
    taken = {f.entity for f in actors}
    recipients = tuple(f for f in others if f.entity not in taken)
    if act.frame.symmetric and not act.sides.one_sided:
        return without_towns(page, (*actors, *recipients), alone=False), ()
    return actors, without_towns(page, recipients)


def named(page: Page, tokens: Iterable[Token], *, speaking_for: bool = False) -> tuple[Filler, ...]:
    """Who the nouns stand for; the critics or the killers of somebody do not, his lawyers where they speak for him."""
    against = frames().classes["opponent"] - (_LAWYERS if speaking_for else set())
    return all_of(page, (t for t in tokens if t.lemma_.lower() not in against or _is_renamed(page, t)))


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
