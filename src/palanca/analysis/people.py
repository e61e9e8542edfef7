"""People with what they are shown to hold, one row a person as far as identity tells."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from palanca.analysis.tables import Row, shown, shown_role
from palanca.records import Entity, EntityId, OfficeDetail, RoleName, Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One office as the documents show it: "foreign minister, Chile (current, as of 2024-05)", with its first row."""

    text: str
    row: Row


@dataclass(slots=True, kw_only=True)
class PersonRow:
    """A person: every form of the name, the offices, and how many documents name the person."""

    name: str
    names: list[str] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    documents: int = 0


def people(entities: Iterable[Entity], offices: Iterable[Row], identity: Callable[[EntityId], str]) -> list[PersonRow]:
    """People by the number of documents that name them, most first, then by name."""
    found: dict[str, PersonRow] = {}
    documents: dict[str, set[str]] = {}
    for entity in entities:
        if entity.schema is not Schema.PERSON:
            continue
        key = identity(entity.id)
        row = found.setdefault(key, PersonRow(name=entity.caption))
        documents.setdefault(key, set()).add(entity.document)
        row.names = list(dict.fromkeys([*row.names, entity.caption, *entity.names]))
        row.name = max(row.name, entity.caption, key=len)
    for office in offices:
        _hold(found, office, identity)
    for key, row in found.items():
        row.documents = len(documents[key])
    return sorted(found.values(), key=lambda row: (-row.documents, -len(row.holdings), row.name))


def _hold(found: dict[str, PersonRow], office: Row, identity: Callable[[EntityId], str]) -> None:
    person = next(iter(office.statement.fillers(RoleName.PERSON)), None)
    if person is None or person.entity is None:
        return
    row = found.get(identity(person.entity))
    text = holding_text(office)
    if row is not None and all(text != holding.text for holding in row.holdings):
        row.holdings.append(Holding(text=text, row=office))


def holding_text(office: Row) -> str:
    """An office in one line, with the dates that the text gives."""
    detail = office.statement.detail
    if not isinstance(detail, OfficeDetail):
        return ""
    body = next((filler.text for filler in office.statement.fillers(RoleName.BODY)), None)
    dates = [f"from {shown(detail.start)}"] if detail.start else []
    dates += [f"until {shown(detail.end)}"] if detail.end else []
    dates += [f"as of {shown(office.statement.time)}"] if office.statement.time and not dates else []
    return f"{shown_role(detail.role)}{', ' + body if body else ''} ({', '.join([str(detail.status), *dates])})"
