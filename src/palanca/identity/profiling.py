"""From what was read in one document to the profiles of the things that it names."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache

from palanca.identity.profile import OfficeShown, Profile
from palanca.lexicon.spanish import title_in_english
from palanca.records import (
    Entity,
    EntityId,
    Filler,
    Kind,
    Modality,
    OfficeDetail,
    RoleName,
    Schema,
    Statement,
    Time,
)
from palanca.records.names import fold

_NOBODY: Set[str] = frozenset()
_TIMES_AT_HAND = 4_096  # rows of a register tell of the same days
_TELLING = frozenset({Kind.EVENT, Kind.OFFICE, Kind.TIE, Kind.INSTRUMENT, Kind.QUOTATION})


def profiles_of(entities: Sequence[Entity], statements: Iterable[Statement]) -> Iterator[Profile]:
    """One profile an entity, in the same order. Both must come from one document."""
    captions = {entity.id: fold(entity.caption) for entity in entities}
    countries = {entity.id: entity.country for entity in entities}
    offices: dict[EntityId, set[OfficeShown]] = {}
    companions: dict[EntityId, set[str]] = {}
    for statement in statements:
        if statement.modality is Modality.DENIED:
            continue
        if isinstance(statement.detail, OfficeDetail):
            for person, office in _offices(statement, statement.detail, (captions, countries)):
                offices.setdefault(person, set()).add(office)
        together = _together(statement)
        called = [captions[one] for one in together if one in captions]
        for one in together:
            companions.setdefault(one, set()).update(called)
    for entity in entities:
        met = companions.get(entity.id, _NOBODY) - {captions[entity.id]}
        yield _profile(entity, offices.get(entity.id, ()), frozenset(met))


def _profile(entity: Entity, offices: Collection[OfficeShown], companions: frozenset[str]) -> Profile:
    country = entity.country
    if country is None and entity.schema is Schema.PERSON:
        told = {office.country for office in offices if office.country}
        country = told.pop() if len(told) == 1 else None
    return Profile(
        entity=entity.id,
        document=entity.document,
        schema=entity.schema,
        names=tuple(dict.fromkeys((entity.caption, *entity.names))) if entity.names else (entity.caption,),
        country=country,
        offices=tuple(sorted(offices, key=_order)) if offices else (),
        companions=companions,
        identifiers=tuple(sorted(set(entity.identifiers))) if entity.identifiers else (),
        lister=entity.lister,
    )


def _order(office: OfficeShown) -> tuple[str, str, str, int, int]:
    return office.role, office.body, office.country or "", office.first_year or 0, office.last_year or 0


def _offices(
    statement: Statement, detail: OfficeDetail, known: tuple[Mapping[EntityId, str], Mapping[EntityId, str | None]]
) -> Sequence[tuple[EntityId, OfficeShown]]:
    """Who is shown to hold it; `known` are the captions and the countries of the document's entities."""
    captions, countries = known
    body = next(iter(statement.fillers(RoleName.BODY)), None)
    first, last = _years(statement.time, detail.start, detail.end)
    shown = OfficeShown(
        role=title_in_english(detail.role),
        body=_name(body, captions),
        country=countries.get(body.entity) if body and body.entity else None,
        first_year=first,
        last_year=last,
    )
    return [(person.entity, shown) for person in statement.fillers(RoleName.PERSON) if person.entity]


def _name(body: Filler | None, captions: Mapping[EntityId, str]) -> str:
    if body is None:
        return ""
    return captions.get(body.entity, fold(body.text)) if body.entity else fold(body.text)


@lru_cache(maxsize=_TIMES_AT_HAND)
def _years(*times: Time | None) -> tuple[int | None, int | None]:
    """The first and last year that these times name."""
    days = [day for time in times if time for day in (time.first_day, time.last_day) if day]
    years = [day.year for day in days]
    return min(years, default=None), max(years, default=None)


def _together(statement: Statement) -> set[EntityId]:
    """The entities that one statement names as taking part."""
    if statement.kind not in _TELLING:
        return set()
    found = {role.filler.entity for role in statement.roles if role.filler.entity}
    if statement.kind is Kind.QUOTATION and statement.speaker and statement.speaker.entity:
        found.add(statement.speaker.entity)
    return found
