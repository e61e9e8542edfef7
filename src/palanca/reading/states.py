"""The states among the things that a page tells of."""

from palanca.lexicon.countries import country_named
from palanca.reading.page import Page
from palanca.records import Entity, Schema


def is_state(entity: Entity) -> bool:
    """Whether a thing is a country itself, not a place or a body of one."""
    return entity.schema is Schema.PLACE and country_named(entity.caption) is not None


def is_town(entity: Entity | None) -> bool:
    """Whether a thing is a place and no country: a town, a region, a sea."""
    return entity is not None and entity.schema is Schema.PLACE and not is_state(entity)


def state_of(page: Page, code: str | None) -> Entity | None:
    """The country of that code (ISO 3166 alpha-3) among the entities of the page; None where it is not told."""
    return next((e for e in page.cast.entities if code and e.country == code and is_state(e)), None)
