"""Where an act took place, and which of those named in it are places."""

from collections.abc import Iterator
from dataclasses import replace

from palanca.lexicon.countries import country_named
from palanca.lexicon.frames import frames
from palanca.reading.actors import entity_behind
from palanca.reading.event_acts import Act
from palanca.reading.frame_nouns import is_partyish
from palanca.reading.frames import noun_pattern
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.party_nouns import verb_of
from palanca.reading.states import state_of
from palanca.records import Category, Filler, Schema

_ABROAD = {"visit", "recognize", "break off"}
_DONE_THERE = {Category.ASSAULT, Category.MOBILIZE, Category.RETREAT, Category.CONSULT}
_BY_CROWDS = {Category.PROTEST, Category.COERCE, Category.ASSAULT}
_OWNED = {"'s", "’s", "'", "’"}
_SIGN, _WHERE = "sign", "where"
_LANDS = {"nation", "country", "state", "region", "city", "town", "border", "soil", "territory"}
_PLACED = {"in", "at", "near", "inside", "outside", "on", "off", "across"}


def place_of(page: Page, act: Act) -> Filler | None:
    """Where it took place: a place after "in" or "at" beside the word, its verb, or a person whom it acts on.

    Parsers hang "in Lomé" of "met Ambassador Ruiz in Lomé" on the person, whom no place tells apart.
    """
    people = (o for o in page.grammar.arguments(act.anchor).objects if _is_person(page, o))
    papers = page.grammar.arguments(act.anchor).objects if act.frame.name == _SIGN else ()  # "signed a PACT in Lomé"
    told = (*_meanwhile(page, act.anchor), *_happening(page, act), *_crowds(page, act))
    words = dict.fromkeys((act.word, act.anchor, *people, *papers, *told))
    found = (there for word in words if (there := _beside(page, word)))
    return next(found, None) or _around(page, act.anchor)


def _beside(page: Page, word: Token) -> Filler | None:
    """The place behind "in" or "at" of a word."""
    for oblique in page.grammar.arguments(word).obliques:
        if (
            oblique.preposition in _PLACED
            and noun_pattern(page, oblique.token) is None  # "in a Kenyan OPERATION"
            and oblique.token.lemma_.lower() not in frames().classes["blow"]
            and (behind := entity_behind(page, oblique.token))
            and behind[0].schema is Schema.PLACE
        ):
            return page.filler(*behind)
    return None


def _crowds(page: Page, act: Act) -> Iterator[Token]:
    """Who does it where he is told to be, and is not named: "TEACHERS in Lomé walked out", "POLICE in Lomé fired"."""
    if act.category in _BY_CROWDS:
        yield from (t for t in page.grammar.arguments(act.anchor).subjects if is_partyish(page, t))


def _happening(page: Page, act: Act) -> Iterator[Token]:
    """The verb that only says that it took place: "riots BROKE OUT in Lomé", "unrest CONTINUED in Lomé"."""
    above = verb_of(act.word) if act.word == act.anchor and act.word.pos_ == "NOUN" else None
    if above is not None and above.lemma_.lower() in frames().happens:
        subjects = page.grammar.arguments(above).subjects
        if act.word in {t for s in subjects for t in (s, *page.grammar.conjuncts(s))}:
            yield above


def _meanwhile(page: Page, verb: Token) -> Iterator[Token]:
    """What somebody does before whom the main verb stands: "SPEAKING in Lima, Ruiz warned Chad"."""
    for other in verb.children:
        if other.tag_ == "VBG" and other.i < verb.i and page.grammar.governor(other).relation is Relation.ADVERBIAL:
            yield other


def _around(page: Page, verb: Token) -> Filler | None:
    """Where that is which "where" goes on from: "met in Niamey for a summit WHERE they SIGNED the pact"."""
    above = page.grammar.governor(verb)
    if above.relation is not Relation.RELATIVE or above.head is None or above.marker != _WHERE:
        return None
    there = page.cast.at(above.head)
    if there is not None and there.schema is Schema.PLACE:
        return page.filler(there, above.head)
    main = verb_of(above.head)
    found = _beside(page, main) if main is not None else None
    named = found is not None and found.span is not None and found.span.start <= above.head.idx
    return found if named and not page.grammar.possessors(above.head) else None


def undergoing_place(page: Page, act: Act, recipients: tuple[Filler, ...]) -> Filler | None:
    """The one place that an act of force or a visit is done to, and hence in: "left SYRIA", "shelled IDLIB"."""
    if act.category not in _DONE_THERE:
        return None
    places = [f for f in recipients if _is_place(page, f)]
    return places[0] if len(places) == len(recipients) == 1 else None


def _is_place(page: Page, filler: Filler) -> bool:
    """Whether a place itself is named; not by who or what is of it: "SYRIAN soldiers", "the MALI mission"."""
    if filler.span is None or filler.entity is None or page.cast.entity(filler.entity).schema is not Schema.PLACE:
        return False
    named = page.doc.char_span(filler.span.start, filler.span.end, alignment_mode="expand")
    if named is None or named.root.pos_ != "PROPN" or page.grammar.is_premodifier(named.root):
        return False
    is_demonym = is_country(page, filler) and country_named(named.text.removeprefix("the ")) is None
    return not is_demonym and (named.end == len(page.doc) or page.doc[named.end].norm_ not in _OWNED)


def is_country(page: Page, place: Filler) -> bool:
    """Whether a filler is a country itself."""
    return place.entity is not None and country_named(page.cast.entity(place.entity).caption) is not None


def without_towns(page: Page, parties: tuple[Filler, ...], *, alone: bool = True) -> tuple[Filler, ...]:
    """The parties without towns and sites, where an act took place; `alone`, they may stand for whoever is there."""
    kept = tuple(f for f in parties if not _is_town(page, f) or _is_of_people(page, f))
    return kept if kept or not alone else parties


def _is_of_people(page: Page, filler: Filler) -> bool:
    """Whether what is named describes people: "KURDISH groups", "CATALAN leaders"."""
    if filler.span is None:
        return False
    named = page.doc.char_span(filler.span.start, filler.span.end, alignment_mode="expand")
    return named is not None and named.root.pos_ == "ADJ" and named.root.head.lemma_.lower() not in _LANDS


def hosts(page: Page, act: Act, parties: tuple[Filler, ...]) -> tuple[tuple[Filler, ...], Filler | None]:
    """The parties of a visit with a country for its town, and the town: who goes to Lomé visits Togo.

    So with embassies, which are opened and closed in towns.
    """
    towns = [f for f in parties if _is_town(page, f)]
    if act.frame.name not in _ABROAD or not towns:
        return parties, None
    states = {f.entity: _state_around(page, f) for f in towns}
    told = (states.get(f.entity) or f if f.entity else f for f in parties)
    return tuple({f.entity or f.text: f for f in told}.values()), towns[0] if any(states.values()) else None


def _state_around(page: Page, town: Filler) -> Filler | None:
    """The country of a town, where the text names it."""
    code = page.cast.entity(town.entity).country if town.entity else None
    state = state_of(page, code)
    return replace(town, entity=state.id, text=state.caption) if state else None


def _is_town(page: Page, filler: Filler) -> bool:
    entity = page.cast.entity(filler.entity) if filler.entity else None
    return entity is not None and entity.schema is Schema.PLACE and not is_country(page, filler)


def _is_person(page: Page, token: Token) -> bool:
    behind = entity_behind(page, token)
    return behind is not None and behind[0].schema is Schema.PERSON
