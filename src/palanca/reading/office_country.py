"""The country of a state office that names none: the one that the document is about.

"The foreign minister" of an article on Kenya is Kenya's, unless its sentence speaks of another country too, or of the
counterpart of somebody. Only documents of which two mentions in five belong to one country are about one.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from palanca.lexicon.appointments import chambers
from palanca.lexicon.countries import country_named
from palanca.lexicon.frames import frames
from palanca.lexicon.titles import Scope, titles
from palanca.reading.actors import all_of
from palanca.reading.page import Cast, Page
from palanca.records import Entity, EntityId, Filler, RoleName, Schema, Span, Statement

_SHARE, _FEWEST = 0.4, 4  # on the annotated documents, bodies are right as often at 0.4 as at 0.6, and found more often
_CHAMBERS = {Schema.PUBLIC_BODY, Schema.ORGANIZATION}
_CORPORATE = ("senior vice", "executive vice", "group vice", "regional vice", "first vice")
_FOREIGNERS = ("counterpart", "abroad", "foreign visit", "state visit")


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCountry:
    """The country that a document is about: its entity there, and its code."""

    entity: Entity
    code: str

    def holds(self, page: Page, role: str, sentence: Span) -> bool:
        """Whether an office that names no body, told in this sentence, can be taken for one of this country."""
        if not _is_of_state(role):
            return False
        owned = rf"(?:['’]s|\b(?:his|her|its|their)) (?:\w+ )?{re.escape(role)}"
        if re.search(owned, sentence.of(page.document.text), re.IGNORECASE):
            return False  # somebody's, who is not known
        told = (page.cast.entity(m.entity) for m in page.cast.mentions if m.span.overlaps(sentence))
        abroad = any(word in sentence.of(page.document.text) for word in _FOREIGNERS)
        return not abroad and all(entity.country in {None, self.code} for entity in told)


def _is_of_state(role: str) -> bool:
    title = titles().title_at(role.split(), 0)
    return title is not None and Scope.STATE in title.scopes and not role.startswith(_CORPORATE)


def announced_country(page: Page, role: str, person: Filler) -> Filler | None:
    """The country whose doings a minister tells: "TOGO has closed the border, Interior Minister Ana Ruiz SAID"."""
    words = page.doc.char_span(person.span.start, person.span.end, alignment_mode="expand") if person.span else None
    if words is None or not _is_of_state(role) or words.root.head.pos_ != "VERB":
        return None
    arguments = page.grammar.arguments(words.root.head)
    if words.root not in arguments.subjects or words.root.head.lemma_ not in frames().reports:
        return None
    doers = [t for clause in arguments.complements for t in page.grammar.arguments(clause).subjects]
    told = all_of(page, doers[:1])
    country = page.cast.entity(told[0].entity) if len(told) == 1 and told[0].entity else None
    return told[0] if country is not None and _is_country(country) else None


def home_country(page: Page) -> HomeCountry | None:
    """The country to which at least 40 % of the mentions belong that belong to any; None where there is none."""
    countries = {e.country: e for e in reversed(page.cast.entities) if _is_country(e) and e.country}
    told = Counter(c for m in page.cast.mentions if (c := page.cast.entity(m.entity).country))
    if not told:
        return None
    (code, count), *_ = told.most_common(1)
    if code not in countries or count < _FEWEST or count < _SHARE * told.total():
        return None
    return HomeCountry(entity=countries[code], code=code)


def chamber_of(page: Page, role: str) -> Entity | None:
    """The one chamber named in the document that a legislator of this title sits in."""
    ending = chambers().get(role)
    found = [e for e in page.cast.entities if ending and e.caption.lower().endswith(ending) and e.schema in _CHAMBERS]
    return found[0] if len(found) == 1 else None


def _is_country(entity: Entity) -> bool:
    return entity.schema is Schema.PLACE and country_named(entity.caption) is not None


def with_countries_of_offices(cast: Cast, offices: Iterable[Statement]) -> Cast:
    """The cast, each person with the one country that his offices are of, where the text gave him none."""
    found: dict[EntityId, set[str]] = {}
    for office in offices:
        for person, body in product(office.fillers(RoleName.PERSON), office.fillers(RoleName.BODY)):
            country = cast.entity(body.entity).country if body.entity else None
            if person.entity and country:
                found.setdefault(person.entity, set()).add(country)
    sure = {person: countries.pop() for person, countries in found.items() if len(countries) == 1}
    entities = (replace(e, country=sure[e.id]) if e.country is None and e.id in sure else e for e in cast.entities)
    return cast.with_entities(entities) if sure else cast
