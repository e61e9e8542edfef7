"""What an office belongs to that names no body: the country, chamber or place that the rest of the text tells of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from palanca.lexicon.appointments import other_chambers
from palanca.lexicon.branches import branch_of_body
from palanca.lexicon.countries import country_named
from palanca.lexicon.places import PlaceKind, place_named
from palanca.lexicon.sole_offices import sole_offices
from palanca.lexicon.spanish import title_in_english
from palanca.lexicon.titles import Scope, titles
from palanca.reading.office_country import HomeCountry, chamber_of, country_pointed_to, home_country, is_of_state
from palanca.reading.office_hosts import host_country
from palanca.reading.page import Page
from palanca.reading.states import is_state, state_of
from palanca.records import Entity, Filler, OfficeDetail, OfficeStatus, Role, RoleName, Schema, Span, Statement
from palanca.records.query import Branch

type Owners = Mapping[tuple[str, str], str]
"""Person and role → the person whose it is: ("Ruiz", "spokesman") → "Paz" of "Paz's spokesman"."""

_WORDS_OF_COUNTRY = 2
_A_MONTH = 31  # days
_FEWEST = 2  # mentions of the one state that a text tells of
_OF_STATES = ("state ", "governor", "lieutenant governor")
_OF_TOWNS = ("mayor", "deputy mayor", "vice mayor", "mayoress")
_LAWMAKERS = {"legislator", "lawmaker", "parliamentarian"}
_SEATED = {"senator", "deputy", "congressman", "congresswoman"}  # in Spanish: of the one chamber that is named
_AMBASSADORS = {"ambassador", "embajador", "embajadora"}
_MISSIONS = {"embassy", "embajada"}
_IN = {"in", "of", "at"}
_COLLECTIVES = {"council", "assembly", "senate", "parliament", "congress", "house", "chamber"}


def with_bodies(page: Page, statements: Sequence[Statement], owners: Owners) -> Iterator[Statement]:
    """The statements, in order: a title that names no body has that of its owner, or of what its words point to.

    That is a country, a chamber, the host's country, the person's other country or place, or the document's country.
    """
    known: dict[str, Filler] = {}
    for statement in statements:
        for body in statement.fillers(RoleName.BODY):
            if body.entity and page.cast.entity(body.entity).schema is Schema.PLACE:
                known.setdefault(_person(statement).text, body)
    home = home_country(page) if statements else None
    shared = _shared(page, statements)
    for statement in statements:
        other = None
        if not statement.fillers(RoleName.BODY):
            owner = owners.get((_person(statement).text, _role(statement)), "")
            found = (_found(page, way(page, statement)) for way in (_in_title, _pointed_to, _chamber, _host))
            other = known.get(owner) or next(filter(None, found), None) or known.get(_person(statement).text)
            other = other or _found(page, _place(page, statement)) or _shared_with(page, statement, shared, home)
            other = other or (None if _is_taken(statement, statements, home) else _home(page, statement, home))
        body_role = (Role(name=RoleName.BODY, filler=other),) if other else ()
        yield replace(statement, roles=(*statement.roles, *body_role))


def _is_mission(entity: Entity) -> bool:
    return entity.schema is Schema.PUBLIC_BODY and not _MISSIONS.isdisjoint(entity.caption.lower().split())


def _shared(page: Page, statements: Sequence[Statement]) -> dict[str, Filler]:
    """Kind of office → the one place of which a text names all who hold such offices: "governor" → Guam.

    Whose embassies it names counts with whose ambassadors.
    """
    places: dict[str, dict[str, Filler]] = {}
    for statement in statements:
        for body in statement.fillers(RoleName.BODY):
            if kind := _kind(_role(statement)):
                places.setdefault(kind, {})[body.text] = body
    for mission in (e for e in page.cast.entities if _is_mission(e)):
        if (sender := state_of(page, mission.country)) is not None:
            places.setdefault("ambassador", {})[sender.caption] = page.filler(sender)
    return {role: next(iter(found.values())) for role, found in places.items() if len(found) == 1}


def _shared_with(
    page: Page, statement: Statement, shared: Mapping[str, Filler], home: HomeCountry | None
) -> Filler | None:
    """The place that others of that kind are of; not of an envoy whose sentence tells what a third state does."""
    kind = _kind(_role(statement)) or ""
    place, name = shared.get(kind), _person(statement).span
    said = page.doc.char_span(name.start, name.end, alignment_mode="expand") if name else None
    if place is None or kind != "ambassador" or said is None:
        return place
    acting = (page.cast.at(t) for t in said[0].sent if page.grammar.is_agent(t))
    states = {entity.id for entity in acting if entity is not None and is_state(entity)}
    states -= {home.entity.id} if home else set()
    return place if not states or place.entity in states else None


def _kind(role: str) -> str | None:
    """Which offices of a text are of one place.

    Governors of a state, mayors, secretaries of a state's departments, ambassadors whose posting is not told.
    """
    if role.startswith((*_OF_STATES, *_OF_TOWNS)) and _is_local(role):
        return role
    if role in _AMBASSADORS:
        return "ambassador"
    is_department = role.startswith("secretary of ") and is_of_state(role)
    return "secretary of a state" if is_department else None


def _person(statement: Statement) -> Filler:
    return statement.fillers(RoleName.PERSON)[0]


def _role(statement: Statement) -> str:
    assert isinstance(statement.detail, OfficeDetail)  # noqa: S101  # only offices enter
    return statement.detail.role


def _found(page: Page, entity: Entity | None) -> Filler | None:
    return page.filler(entity) if entity else None


def _chamber(page: Page, statement: Statement) -> Entity | None:
    """The one chamber of the text of "senator", "lawmaker", or "council president"."""
    role = _role(statement)
    if (chamber := chamber_of(page, role)) is not None:
        return chamber
    bodies = [e for e in page.cast.entities if e.schema is Schema.PUBLIC_BODY]
    known = title_in_english(role)
    if known in _LAWMAKERS or (known != role and known in _SEATED):
        found = [e for e in bodies if (told := branch_of_body(e.caption)) and told[0] is Branch.LEGISLATURE]
        found = [e for e in found if not any(word in e.caption.lower() for word in other_chambers().get(known, ()))]
    else:
        nouns = _COLLECTIVES & {*role.split()[:-1]}
        found = [e for e in bodies if _head(e.caption) in nouns]
    return found[0] if len(found) == 1 else None


def _head(name: str) -> str:
    """The noun of "Legislative COUNCIL", "HOUSE of Assembly"."""
    words = name.lower().split()
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]


def _pointed_to(page: Page, statement: Statement) -> Entity | None:
    return country_pointed_to(page, _role(statement), statement.span)


def _in_title(page: Page, statement: Statement) -> Entity | None:
    """The country that the title begins with, as far as the text names it elsewhere: "UNITED STATES attorney"."""
    words = _role(statement).split()
    for n in (_WORDS_OF_COUNTRY, 1):
        name = " ".join(words[:n])
        if len(words) > n and (country := country_named(name.title()) or country_named(name.upper())):
            return next((e for e in page.cast.entities if is_state(e) and e.country == country.alpha3), None)
    return None


def _host(page: Page, statement: Statement) -> Entity | None:
    role = _role(statement)
    return host_country(page, role, _person(statement)) if is_of_state(role) else None


def _place(page: Page, statement: Statement) -> Entity | None:
    """The state or town of a governor or a mayor: the one told before in the sentence, else the text's only state."""
    role = _role(statement)
    if not role.startswith((*_OF_STATES, *_OF_TOWNS)) or not _is_local(role):
        return None
    is_fit = _is_town if role in _OF_TOWNS else _is_us_state
    before = [e for e in _told_in(page, statement) if is_fit(e)]
    if before:
        return before[-1]
    named = Counter(m.entity for m in page.cast.mentions)
    states = [e for e in page.cast.entities if _is_us_state(e) and named[e.id] >= _FEWEST]
    return states[0] if len(states) == 1 and role not in _OF_TOWNS else None


def _is_local(role: str) -> bool:
    title = titles().title_at(role.split(), 0)
    return title is not None and bool({Scope.LOCAL, Scope.LEGISLATURE} & {*title.scopes})


def _told_in(page: Page, statement: Statement) -> Iterator[Entity]:
    """The places of the sentence before the person, behind "in" or "of"."""
    person = _person(statement).span or Span(statement.span.start, statement.span.end)
    for mention in page.cast.mentions:
        if statement.span.start <= mention.span.start < person.start:
            first = page.cast.tokens[mention].start
            if first and page.doc[first - 1].norm_ in _IN:
                yield page.cast.entity(mention.entity)


def _is_us_state(entity: Entity) -> bool:
    place = place_named(entity.caption) if entity.schema is Schema.PLACE else None
    return place is not None and place.kind is PlaceKind.STATE


def _is_town(entity: Entity) -> bool:
    return entity.schema is Schema.PLACE and not is_state(entity) and not _is_us_state(entity)


def _is_taken(statement: Statement, told: Sequence[Statement], home: HomeCountry | None) -> bool:
    """Whether the text names another who holds at that time, of the country, an office that only one can hold.

    Of "Bolivia's President Ruiz" and "a letter from President Paz" the second is not Bolivia's.
    """
    role = title_in_english(_role(statement))
    if home is None or role not in sole_offices():
        return False
    return any(
        title_in_english(_role(other)) == role
        and _person(other).entity != _person(statement).entity
        and any(body.entity == home.entity.id for body in other.fillers(RoleName.BODY))
        and _are_held_together(statement, other)
        for other in told
    )


def _are_held_together(one: Statement, other: Statement) -> bool:
    """Whether two offices are held now, and shown within a month."""
    details = (one.detail, other.detail)
    if any(isinstance(detail, OfficeDetail) and detail.status is not OfficeStatus.CURRENT for detail in details):
        return False
    days = [time.first_day for time in (one.time, other.time) if time and time.first_day]
    return len(days) > 1 and abs((days[0] - days[1]).days) <= _A_MONTH


def _home(page: Page, statement: Statement, home: HomeCountry | None) -> Filler | None:
    at_home = home is not None and home.holds(page, _role(statement), statement.span)
    return page.filler(home.entity) if home and at_home else None
