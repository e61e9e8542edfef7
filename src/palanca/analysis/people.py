"""People with what they are shown to hold, one row a person as far as identity tells."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from palanca.analysis.tables import Row, shown, shown_role
from palanca.records import EntityId, Identity, OfficeDetail, OfficeStatus, RoleName, Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One occupancy as documents show it. `text` is one line: "foreign minister, Chile (current, as of 2024-05)"."""

    text: str
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person: the name, the other names, the offices, and how many documents name the person."""

    id: EntityId
    name: str
    names: tuple[str, ...]
    holdings: tuple[Holding, ...]
    documents: int


def people(things: Iterable[Identity], offices: Iterable[Row]) -> list[PersonRow]:
    """People by the number of documents that name them, most first, then by that of their offices, then by name."""
    held: dict[EntityId, list[Holding]] = {}
    for row in offices:
        for party in row.claim.of(RoleName.PERSON):
            if party.identity:
                held.setdefault(party.identity, []).append(Holding(text=office_text(row), row=row))
    found = [
        PersonRow(
            id=thing.id,
            name=thing.caption,
            names=thing.names,
            holdings=tuple(held.get(thing.id, ())),
            documents=thing.documents,
        )
        for thing in things
        if thing.schema is Schema.PERSON
    ]
    return sorted(found, key=lambda person: (-person.documents, -len(person.holdings), person.name, person.id))


def office_text(row: Row) -> str:
    """An office in one line, with the dates that the texts give."""
    detail = row.claim.detail
    assert isinstance(detail, OfficeDetail)  # noqa: S101  # only offices enter
    body = ", ".join(party.text for party in row.claim.of(RoleName.BODY))
    ends = [f"from {shown(detail.start)}"] if detail.start else []
    ends += [f"until {shown(detail.end)}"] if detail.end else []
    dates = ends if ends and not _is_shown_after(row, detail) else [*ends, *_shown_at(row)]
    return f"{shown_role(detail.role)}{', ' + body if body else ''} ({', '.join([str(detail.status), *dates])})"


def _is_shown_after(row: Row, detail: OfficeDetail) -> bool:
    """Whether it is called current later than it is told to end, which both are to be seen."""
    last, end = row.claim.time, detail.end
    if last is None or end is None or detail.status is not OfficeStatus.CURRENT:
        return False
    return (last.last_day or date.min) > (end.last_day or date.max)


def _shown_at(row: Row) -> list[str]:
    """ "As of 2019 to 2021": the first and the last time at which it is shown held."""
    known = sorted({shown(passage.statement.time) for passage in row.passages} - {""})
    return [f"as of {' to '.join(dict.fromkeys((known[0], known[-1])))}"] if known else []
