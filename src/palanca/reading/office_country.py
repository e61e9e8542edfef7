"""The country of a state office that names none: the one that the document is about.

"The foreign minister" of an article on Kenya is Kenya's, unless its sentence speaks of another country too. Only
documents of which most mentions belong to one country are about one.
"""

import re
from collections import Counter
from dataclasses import dataclass

from palanca.lexicon.countries import country_named
from palanca.lexicon.titles import Scope, titles
from palanca.reading.page import Page
from palanca.records import Entity, Schema, Span

_SHARE, _FEWEST = 0.6, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCountry:
    """The country that a document is about: its entity there, and its code."""

    entity: Entity
    code: str

    def holds(self, page: Page, role: str, sentence: Span) -> bool:
        """Whether an office that names no body, told in this sentence, can be taken for one of this country."""
        title = titles().title_at(role.split(), 0)
        if title is None or Scope.STATE not in title.scopes:
            return False
        owned = rf"(?:['’]s|\b(?:his|her|its|their)) (?:\w+ )?{re.escape(role)}"
        if re.search(owned, sentence.of(page.document.text), re.IGNORECASE):
            return False  # somebody's, who is not known
        told = (page.cast.entity(m.entity) for m in page.cast.mentions if m.span.overlaps(sentence))
        return all(entity.country in {None, self.code} for entity in told)


def home_country(page: Page) -> HomeCountry | None:
    """The country to which at least 60 % of the mentions belong that belong to any; None where there is none."""
    countries = {e.country: e for e in reversed(page.cast.entities) if _is_country(e) and e.country}
    told = Counter(c for m in page.cast.mentions if (c := page.cast.entity(m.entity).country))
    if not told:
        return None
    (code, count), *_ = told.most_common(1)
    if code not in countries or count < _FEWEST or count < _SHARE * told.total():
        return None
    return HomeCountry(entity=countries[code], code=code)


def _is_country(entity: Entity) -> bool:
    return entity.schema is Schema.PLACE and country_named(entity.caption) is not None
