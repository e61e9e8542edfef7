"""What a noun is where a frame asks for a class that no list holds: somebody who acts, a person, a place."""

from collections.abc import Iterable, Iterator

from palanca.lexicon.bodies import body_named
from palanca.lexicon.sectors import sectors_of_nouns
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Entity, Schema

_PEOPLE = {
    "i",
    "we",
    "he",
    "she",
    "they",
    "him",
    "her",
    "them",
    "us",
    "me",
    "you",
    "who",
    "whom",
    "everyone",
    "anyone",
    "those",
    "others",
}
_ATTITUDES, _TOWARDS = {"opposition"}, {"to", "against"}  # "voiced OPPOSITION TO the ban" is nobody's party
_TOWNS = frozenset(
    {"city", "town", "village", "capital", "camp", "base", "airport", "port", "province", "region", "border"}
    | {"territory", "coast", "island", "area", "district", "settlement", "suburb", "neighbourhood", "neighborhood"}
    | {"position", "stronghold", "enclave", "headquarters", "compound", "convoy", "country", "nation"}
)
_OF_STATES = "IGO"
_ORGANIZED = {Schema.PERSON, Schema.PUBLIC_BODY, Schema.ORGANIZATION, Schema.COMPANY}


def is_partyish(page: Page, token: Token) -> bool:
    """Whether a noun can act: a named thing, a noun for agents, or a pronoun for people."""
    entity = _named(page, token)
    if entity is not None:
        return entity.schema in _ORGANIZED or entity.schema is Schema.PLACE
    if token.norm_ in _PEOPLE or token.norm_ == "it":
        return True
    if token.norm_ in _ATTITUDES and any(child.norm_ in _TOWARDS for child in token.children):
        return False
    if token.pos_ == "PROPN":
        return not token.ent_type_ or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP", "LOC"}
    return token.ent_type_ in {"NORP", "GPE"} or token.lemma_.lower() in sectors_of_nouns()


def is_place(page: Page, token: Token) -> bool:
    """Whether a noun names or describes a place."""
    entity = page.cast.at(token)
    return (
        (entity is not None and entity.schema is Schema.PLACE)
        or token.ent_type_ in {"GPE", "LOC", "FAC"}
        or token.lemma_.lower() in _TOWNS
    )


def is_person(page: Page, token: Token) -> bool:
    """Whether a noun names or describes a person, or a pronoun stands for people."""
    entity = _named(page, token)
    if entity is not None:
        return entity.schema is Schema.PERSON
    return (
        token.norm_ in _PEOPLE
        or token.ent_type_ == "PERSON"
        or (token.pos_ == "NOUN" and token.lemma_.lower() in sectors_of_nouns())
    )


def _named(page: Page, token: Token) -> Entity | None:
    """What a noun names, or who renames it: "the firm's DIRECTOR, Ana Ruiz"."""
    if token.pos_ != "NOUN" or page.cast.at(token) is not None:
        return page.cast.at(token)
    people = (page.cast.at(other) for other in page.grammar.appositions(token) if other.i > token.i)
    return next((one for one in people if one is not None and one.schema is Schema.PERSON), None)


def is_of_states(page: Page, token: Token) -> bool:
    """Whether a name is that of a body of several states."""
    entity = page.cast.at(token)
    known = body_named(entity.caption) if entity is not None else None
    return known is not None and known.sector == _OF_STATES


def given_beside_name(page: Page, objects: Iterable[Token]) -> Iterator[Token]:
    """What is given, where the parser takes it for a name of whom: "granted Ruiz, once their envoy, A PARDON"."""
    for named in (o for o in objects if page.cast.at(o) is not None):
        for noun in (t for one in page.grammar.appositions(named) for t in (one, *page.grammar.appositions(one))):
            start = page.grammar.phrase(noun).start
            if noun.pos_ == "NOUN" and page.doc[start].norm_ in {"a", "an"} and page.doc[start - 1].text == ",":
                yield noun
