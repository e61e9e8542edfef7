"""The country of a person or body that a demonym before its class noun tells: "the Bolivian painter Ana Ruiz"."""

from collections.abc import Iterator
from dataclasses import replace

from palanca.reading.grammar.parse import Token
from palanca.reading.page import Cast, Page
from palanca.records import EntityId, Form, Schema
from palanca.records.entity import BODIES

_OF_A_COUNTRY = BODIES | {Schema.PERSON}


def with_nationalities(page: Page, cast: Cast) -> Cast:
    """The cast, each person and body with the one country that its class nouns are of, where the text gave it none."""
    found: dict[EntityId, set[str]] = {}
    for mention, tokens in cast.tokens.items():
        entity = cast.entity(mention.entity)
        if mention.form is Form.NAME and entity.country is None and entity.schema in _OF_A_COUNTRY:
            found.setdefault(entity.id, set()).update(_told(page, cast, tokens))
    sure = {entity: countries.pop() for entity, countries in found.items() if len(countries) == 1}
    entities = (replace(e, country=sure[e.id]) if e.id in sure else e for e in cast.entities)
    return cast.with_entities(entities) if sure else cast


def _told(page: Page, cast: Cast, tokens: range) -> Iterator[str]:
    """The countries of demonyms on class nouns of the name: of "Russian-owned" and "the Spain captain" none."""
    name = page.doc[tokens.start : tokens.stop].root
    before = page.doc[max(0, tokens.start - 1)]
    beside = {noun.i: noun for noun in (before, *page.grammar.appositions(name)) if cast.at(noun) is None}
    for noun in (name, *(one for one in beside.values() if one.pos_ == "NOUN")):
        for word in page.grammar.modifiers(noun):
            mention = cast.mention_at(word)
            if mention is not None and mention.form is Form.NOMINAL and not _is_half(page, word):
                country = cast.entity(mention.entity).country
                yield from (country,) if country else ()


def _is_half(page: Page, word: Token) -> bool:
    """Whether it is the first half of a compound: "RUSSIAN-owned"."""
    return page.doc[word.i + 1 : word.i + 2].text in {"-", "–", "‑"}
