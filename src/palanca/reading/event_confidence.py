"""How sure a reader may be that an act that is told is an event of power.

The weights are steps of the share of right events on the development documents: what is dated, has two sides, or
is done by a public body or the holder of an office is mostly right; what a speaker mentions, what nobody does, and what
a place does alone mostly is not.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from palanca.lexicon.bodies import body_named
from palanca.lexicon.frames import Needs
from palanca.reading.event_acts import Act
from palanca.reading.event_crowds import by_force
from palanca.reading.event_headlines import headline_end
from palanca.reading.grammar import Relation
from palanca.reading.page import Page
from palanca.records import Category, EntityId, Filler, Kind, RoleName, Schema

_START, _STRENGTH = -0.55, 1.2  # and the share of the strength of the frame
_DATED, _TWO_SIDES, _IN_OFFICE = 0.19, 0.16, 0.13
_NO_ACTOR, _SPOKEN_OF, _ONLY_A_PLACE, _STATIVE, _PRIVATE = -0.19, -0.24, -0.1, -0.19, -0.3
_PRIVATE_TRIED = -0.1  # whom a text on those in office, or on him, tells to be tried or held is seldom nobody to it
_JUSTICE, _FEWEST_IN_OFFICE = {"sue", "arrest", "sentence", "pardon", "face"}, 2
_CHARGE = "charge <"
_AMONG_FRIENDS = -0.35  # "whom she met at university"
_LACKS_A_SIDE = -0.16
_NOBODY = -0.15  # "200 people were arrested": crimes and accidents are told so too
_OUTLET = -0.35  # "spoke with the BBC", "Wikinews asked": how news is made, hardly ever news
_ONLY_IN_OFFICE = {"impeach", "impeachment"}
_LEAST, _MOST = 0.01, 0.95
_STANDING = {Schema.PUBLIC_BODY, Schema.ORGANIZATION, Schema.PLACE, Schema.COMPANY}
_STATIVE_CATEGORIES = {Category.SUPPORT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of an event beside its act."""

    actors: tuple[Filler, ...]
    recipients: tuple[Filler, ...]
    dated: bool
    spoken_of: bool


def officeholders(page: Page) -> frozenset[EntityId]:
    """The people of the page who are shown to hold, or to have held, an office."""
    people = (filler for s in page.of_kind(Kind.OFFICE) for filler in s.fillers(RoleName.PERSON))
    return frozenset(filler.entity for filler in people if filler.entity)


def confidence_of(page: Page, act: Act, evidence: Evidence, in_office: frozenset[EntityId]) -> float:
    """From 0.01 to 0.95; half of the events at 0.5 are right."""
    parties = (*evidence.actors, *evidence.recipients)
    schemata = {page.cast.entity(f.entity).schema for f in parties if f.entity}
    value = _START + _STRENGTH * act.strength
    value += _DATED if evidence.dated else 0
    value += _TWO_SIDES if len(parties) > 1 else 0
    value += _LACKS_A_SIDE if act.frame.needs is Needs.BOTH and len(parties) < 2 else 0
    value += _IN_OFFICE if Schema.PUBLIC_BODY in schemata or _any_of(parties, in_office) else 0
    value += _ONLY_A_PLACE if schemata == {Schema.PLACE} and len(parties) == 1 else 0
    value += _NO_ACTOR if parties and not evidence.actors else 0
    value += _NOBODY if not parties else 0
    value += _SPOKEN_OF if evidence.spoken_of and not act.spoken else 0
    value += _STATIVE if act.category in _STATIVE_CATEGORIES and not evidence.dated else 0
    leaves = act.category is Category.RETREAT and act.frame.mode == "resign"
    leaves = leaves and not page.grammar.arguments(act.anchor).passive
    leaves = leaves or act.word.lemma_ in _ONLY_IN_OFFICE  # whoever resigns, or is impeached, held an office
    standing = leaves or schemata & _STANDING or _any_of(parties, in_office) or by_force(page, act)
    if parties and not act.spoken and not standing:
        known = len(in_office) >= _FEWEST_IN_OFFICE or _is_in_headline(page, parties)
        tried = known and (act.frame.name in _JUSTICE or act.pattern.startswith(_CHARGE))
        value += _PRIVATE_TRIED if tried else _PRIVATE
    value += _AMONG_FRIENDS if _is_beside(page, act) and _is_private(page, parties, in_office) else 0
    value += _OUTLET if any(_is_outlet(page, filler) for filler in evidence.actors) else 0
    return round(min(_MOST, max(_LEAST, value)), 3)


def _is_beside(page: Page, act: Act) -> bool:
    """Whether a meeting only tells who somebody is: "whom she MET at university"."""
    return act.category is Category.CONSULT and page.grammar.governor(act.anchor).relation is Relation.RELATIVE


def _is_in_headline(page: Page, parties: Iterable[Filler]) -> bool:
    """Whether the text is about one of them."""
    end = headline_end(page)
    named = {mention.entity for mention in page.cast.mentions if mention.span.start < end}
    return any(filler.entity in named for filler in parties)


def _is_private(page: Page, parties: Iterable[Filler], in_office: frozenset[EntityId]) -> bool:
    """Whether only people without an office meet, or travel somewhere."""
    schemata = {page.cast.entity(f.entity).schema for f in parties if f.entity and f.entity not in in_office}
    people = schemata - {Schema.PLACE}
    return people == {Schema.PERSON} and not _any_of(parties, in_office)


def _is_outlet(page: Page, filler: Filler) -> bool:
    """Whether a newspaper, a broadcaster or an agency of news acts."""
    body = body_named(page.cast.entity(filler.entity).caption) if filler.entity else None
    return body is not None and body.sector == "MED"


def _any_of(parties: Iterable[Filler], people: frozenset[EntityId]) -> bool:
    return any(filler.entity in people for filler in parties)
