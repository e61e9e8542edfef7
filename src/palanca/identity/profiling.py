"""From what was read in one document to the profiles of the things that it names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from palanca.identity.profile import OfficeShown, Profile
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

_TELLING = frozenset({Kind.EVENT, Kind.OFFICE, Kind.TIE, Kind.INSTRUMENT, Kind.QUOTATION})


def profiles_of(entities: Sequence[Entity], statements: Iterable[Statement]) -> Iterator[Profile]:
    """One profile an entity, in the same order. Both must come from one document."""
    captions = {entity.id: fold(entity.caption) for entity in entities}
    countries = {entity.id: entity.country for entity in entities}
    offices: dict[EntityId, set[OfficeShown]] = defaultdict(set)
    companions: dict[EntityId, set[str]] = defaultdict(set)
    for statement in statements:
        for person, office in _offices(statement, captions, countries):
            offices[person].add(office)
        together = _together(statement)
        for one in together:
            companions[one] |= {captions[other] for other in together if other != one and other in captions}
    for entity in entities:
        yield _profile(entity, offices[entity.id], companions[entity.id] - {captions[entity.id]})


def _profile(entity: Entity, offices: set[OfficeShown], companions: set[str]) -> Profile:
    country = entity.country
    if country is None and entity.schema is Schema.PERSON:
        told = {office.country for office in offices if office.country}
        country = told.pop() if len(told) == 1 else None
    return Profile(
        entity=entity.id,
        document=entity.document,
        schema=entity.schema,
        names=tuple(dict.fromkeys((entity.caption, *entity.names))),
        country=country,
        offices=tuple(sorted(offices, key=_order)),
        companions=frozenset(companions),
        identifiers=tuple(sorted(set(entity.identifiers))),
        lister=entity.lister,
    )


def _order(office: OfficeShown) -> tuple[str, str, str, int, int]:
    return office.role, office.body, office.country or "", office.first_year or 0, office.last_year or 0


def _offices(
    statement: Statement, captions: Mapping[EntityId, str], countries: Mapping[EntityId, str | None]
) -> Iterator[tuple[EntityId, OfficeShown]]:
    detail = statement.detail
    if not isinstance(detail, OfficeDetail) or statement.modality is Modality.DENIED:
        return
    body = next(iter(statement.fillers(RoleName.BODY)), None)
    years = _years(statement.time, detail.start, detail.end)
    for person in statement.fillers(RoleName.PERSON):
        if person.entity:
            yield (
                person.entity,
                OfficeShown(
                    role=detail.role,
                    body=_name(body, captions),
                    country=countries.get(body.entity) if body and body.entity else None,
                    first_year=min(years, default=None),
                    last_year=max(years, default=None),
                ),
            )


def _name(body: Filler | None, captions: Mapping[EntityId, str]) -> str:
    if body is None:
        return ""
    return captions.get(body.entity, fold(body.text)) if body.entity else fold(body.text)


def _years(*times: Time | None) -> list[int]:
    days = [day for time in times if time for day in (time.first_day, time.last_day) if day]
    return [day.year for day in days]


def _together(statement: Statement) -> set[EntityId]:
    """The entities that one statement names as taking part."""
    if statement.kind not in _TELLING or statement.modality is Modality.DENIED:
        return set()
    fillers = [role.filler for role in statement.roles]
    if statement.kind is Kind.QUOTATION and statement.speaker:
        fillers.append(statement.speaker)
    return {filler.entity for filler in fillers if filler.entity}
