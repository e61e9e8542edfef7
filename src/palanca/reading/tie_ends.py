"""What stands at the two ends of a tie."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from palanca.lexicon.countries import country_named
from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.ties import sites
from palanca.reading.page import Page
from palanca.records import Entity, Filler, Schema, TieKind
from palanca.records.entity import BODIES

_SORTING = {
    "city",
    "town",
    "state",
    "province",
    "region",
    "district",
    "kingdom",
    "republic",
    "municipality",
    "government",
}
_PLACING = {"of", "in", "at"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTie:
    """A tie as found: the word that tells it, its two ends and how sure the pattern is. Read `source kind target`."""

    kind: TieKind
    source: Filler
    target: Filler
    word: Token
    confidence: float


def named(page: Page, token: Token) -> Filler | None:
    """The thing that a noun names itself, or that renames it; what it merely belongs to is no end of a tie."""
    for candidate in (token, *page.grammar.appositions(token)):
        if (entity := page.cast.at(candidate)) is not None:
            return page.filler(entity, candidate)
    return _sorted(page, token) or _governed_place(page, token) or _site(page, token)


def _sorted(page: Page, token: Token) -> Filler | None:
    """ "The COIPASA project", "the BRIGHTWATER pension fund": the name before a noun that says what it is."""
    classes = classes_of_nouns().get(token.lemma_.lower(), ())
    before = page.grammar.modifiers(token)
    named = before and page.cast.at(before[0])
    if not classes or not named or page.cast.at(token) is not None:
        return None
    is_such = named.schema in classes or (named.schema in BODIES and not BODIES.isdisjoint(classes))
    return page.filler(named, before[0]) if is_such and named.schema is not Schema.PERSON else None


def _governed_place(page: Page, token: Token) -> Filler | None:
    """ "The city of Harbin", "the state of Bihar": the place that the noun only sorts."""
    if token.lemma_.lower() not in _SORTING:
        return None
    places = (o.token for o in page.grammar.prepositional(token) if o.preposition == "of")
    return next((page.filler(e, t) for t in places if (e := page.cast.at(t)) and e.schema is Schema.PLACE), None)


def _site(page: Page, token: Token) -> Filler | None:
    """ "The port of Lamu": a site without a name of its own, as the text describes it."""
    if token.lemma_.lower() not in sites():
        return None
    behind = [o.token for o in page.grammar.prepositional(token) if o.preposition in _PLACING] or _behind(token)
    place = next((t for t in behind if (e := page.cast.at(t)) and e.schema is Schema.PLACE), None)
    mention = page.cast.mention_at(place) if place is not None else None
    if mention is None:
        return None
    span = page.span_of(page.doc[token.i : page.cast.tokens[mention].stop])
    return Filler(text=span.of(page.document.text), span=span)


def _behind(token: Token) -> list[Token]:
    """Where the site is, though the parser hangs the place on the verb: "operates a port IN COLÓN since 2016"."""
    following = token.doc[token.i + 1 : token.i + 3]
    return list(following[1:]) if len(following) > 1 and following[0].norm_ in _PLACING else []


def all_named(page: Page, tokens: Iterable[Token]) -> Iterator[Filler]:
    """The things that these nouns name, in order."""
    for token in tokens:
        several = _places_of_sites(page, token)
        yield from several or filter(None, (named(page, token),))


def _places_of_sites(page: Page, token: Token) -> list[Filler]:
    """Both places of "the PORTS of Lamu and Tanga"."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in sites() or page.cast.at(token) is not None:
        return []
    behind = (o.token for o in page.grammar.prepositional(token) if o.preposition in _PLACING)
    places = [(e, t) for t in behind if (e := page.cast.at(t)) and e.schema is Schema.PLACE]
    return [page.filler(e, t) for e, t in places] if len(places) > 1 else []


def entity_of(page: Page, filler: Filler) -> Entity | None:
    """The entity behind a filler."""
    return page.cast.entity(filler.entity) if filler.entity else None


def schema_of(page: Page, filler: Filler) -> Schema | None:
    """What an end is: a described site is a place."""
    entity = entity_of(page, filler)
    return entity.schema if entity else Schema.PLACE


def is_country(entity: Entity) -> bool:
    """Whether a place is a country itself."""
    return entity.schema is Schema.PLACE and country_named(entity.caption) is not None


def country_of(page: Page, code: str | None) -> Entity | None:
    """The country of that code among the entities of the page."""
    return next((e for e in page.cast.entities if code and e.country == code and is_country(e)), None)


def heads_name(page: Page, token: Token) -> bool:
    """Whether the token is the head of a name, and so the one word of it to ask."""
    mention = page.cast.mention_at(token)
    return mention is not None and mention.form == "name" and token.head.i not in page.cast.tokens[mention]


def noun_key(token: Token, known: Iterable[str]) -> str | None:
    """The entry of a list that a noun is, with the word before it or alone ("majority shareholder")."""
    lemma = token.lemma_.lower()
    pair = f"{token.nbor(-1).norm_} {lemma}" if token.i else lemma
    return pair if pair in known else lemma if lemma in known else None
