"""Which statements of a cell of prose are claims beside those of its row, and in what shape.

A clause may only say the row over again ("Official visit."), hold the row's person for the bearer of a title that only
stands near ("Led the delegation"), or tell of a gathering that was attended. Who signs a treaty abroad signs for a
country.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from palanca.lexicon.countries import country_of_demonym
from palanca.records import (
    Category,
    Entity,
    EntityId,
    EventDetail,
    Filler,
    InstrumentDetail,
    OfficeDetail,
    Role,
    RoleName,
    Statement,
)
from palanca.records.names import fold
from palanca.registers.cells import country_of

_VISIT, _MEET, _GATHERING = "visit", "meet", "multilateral"
_ATTENDED = re.compile(r"\b(?:attend|participat|took part|take part)", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:sign|initial|conclu|ratif|exchang|renew|amend)", re.IGNORECASE)
_WITH = re.compile(r"\b(?:met|with|hosted)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class RowCountry:
    """A country that a row names, and its code."""

    filler: Filler
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowContext:
    """What the row says beside the cell: its people with their country, and where it takes place."""

    people: tuple[Filler, ...]
    place: Filler | None
    country: RowCountry | None
    home: RowCountry | None
    entities: Mapping[EntityId, Entity]


def own_claim(statement: Statement, clause: str, row: RowContext) -> Statement | None:
    """The statement as a claim of its own; None where the row says it already or the cell does not say it."""
    match statement.detail:
        case OfficeDetail() if any(person in row.people for person in statement.fillers(RoleName.PERSON)):
            return None
        case EventDetail(category=Category.CONSULT, mode=mode) if mode == _VISIT:
            return None if _is_of_row(statement, row) else statement
        case EventDetail(category=Category.CONSULT, mode=mode) if mode == _MEET:
            return _gathering(statement, clause, row)
        case InstrumentDetail():
            return replace(statement, roles=tuple(_signed_roles(statement, clause, row)))
    return statement


def _is_of_row(statement: Statement, row: RowContext) -> bool:
    """Whether a visit leads nowhere but to the place and the country of the row."""
    return all(_is_there(role.filler, row) for role in statement.roles if role.name is RoleName.RECIPIENT)


def _is_there(filler: Filler, row: RowContext) -> bool:
    entity = row.entities.get(filler.entity) if filler.entity else None
    known = country_of(entity.caption if entity else filler.text)
    if known and row.country:
        return known.alpha3 == row.country.code
    return row.place is not None and fold(filler.text) in fold(row.place.text)


def _gathering(statement: Statement, clause: str, row: RowContext) -> Statement:
    """ "Attended the NATO meeting": nobody is met but those who gather there, and the body is not one of them."""
    people = tuple(role for role in statement.roles if role.filler in row.people)
    is_alone = not any(_is_person(role.filler, row) for role in statement.roles if role not in people)
    if not (is_alone and people and _ATTENDED.search(clause)) or _WITH.search(clause):
        return statement
    assert isinstance(statement.detail, EventDetail)  # noqa: S101  # the caller asked
    return replace(statement, detail=replace(statement.detail, mode=_GATHERING))


def _is_person(filler: Filler, row: RowContext) -> bool:
    entity = row.entities.get(filler.entity) if filler.entity else None
    return entity is not None and entity.schema == "Person"


def _signed_roles(statement: Statement, clause: str, row: RowContext) -> Iterator[Role]:
    """The roles of an instrument: parties are those for whom it is signed, and nobody who only speaks of it."""
    others = [role for role in statement.roles if role.name is not RoleName.PARTY]
    parties = [role for role in statement.roles if role.name is RoleName.PARTY]
    yield from others
    if not _SIGNED.search(clause):
        return
    named = [role for role in parties if role.filler not in row.people]
    if len(named) == len(parties):
        yield from parties
        return
    countries = [row.home] if named else [one for one in (row.home, row.country) if _may_sign(statement, one)]
    told = [Role(name=RoleName.PARTY, filler=one.filler) for one in countries if one]
    yield from (*told, *named) if told else parties


def _may_sign(statement: Statement, country: RowCountry | None) -> bool:
    """Whether the name of an instrument leaves room for a country: "the Togo-Benin Treaty" is between those two."""
    if country is None or not isinstance(statement.detail, InstrumentDetail):
        return False
    words = _WORD.findall(statement.detail.title or "")
    told = {known.alpha3 for word in words if (known := country_of_demonym(word) or country_of(word))}
    return not told or country.code in told
