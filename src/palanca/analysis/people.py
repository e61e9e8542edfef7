"""People with what they are shown to hold, one row a person as far as identity tells."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from palanca.analysis.tables import Row, shown, shown_role
from palanca.records import Entity, EntityId, Filler, OfficeDetail, OfficeStatus, RoleName, Schema, Statement

type Identity = Callable[[EntityId], str]
type _Key = tuple[str, str, OfficeStatus]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One office as the documents show it, with every row that tells it, in order of time (unknown last).

    `text` is one line: "foreign minister, Chile (current, as of 2024-05 to 2025)".
    """

    text: str
    rows: tuple[Row, ...]

    @property
    def row(self) -> Row:
        """The first row."""
        return self.rows[0]


@dataclass(slots=True, kw_only=True)
class PersonRow:
    """A person: every form of the name, the offices, and how many documents name the person."""

    name: str
    names: list[str] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    documents: int = 0


def people(entities: Iterable[Entity], offices: Iterable[Row], identity: Identity) -> list[PersonRow]:
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
    told: dict[str, list[Row]] = {}
    for office in offices:
        person = _filler(office.statement, RoleName.PERSON)
        if person and person.entity:
            told.setdefault(identity(person.entity), []).append(office)
    for key, row in found.items():
        row.documents = len(documents[key])
        row.holdings = _holdings(told.get(key, ()), identity)
    return sorted(found.values(), key=lambda row: (-row.documents, -len(row.holdings), row.name))


def _holdings(offices: Iterable[Row], identity: Identity) -> list[Holding]:
    """One holding for each role, body and status; a role told without its body goes with the one that has one."""
    found: dict[_Key, list[Row]] = {}
    for office in offices:
        found.setdefault(_key(office.statement, identity), []).append(office)
    for role, body, status in list(found):
        full = [key for key in found if key[0] == role and key[2] is status and key[1]]
        if not body and len(full) == 1:
            found[full[0]] += found.pop((role, body, status))
    return [Holding(text=_text(rows), rows=tuple(rows)) for rows in found.values()]


def _key(office: Statement, identity: Identity) -> _Key:
    detail, body = _detail(office), _filler(office, RoleName.BODY)
    return detail.role, identity(body.entity) if body and body.entity else body.text if body else "", detail.status


def _filler(statement: Statement, role: RoleName) -> Filler | None:
    return next(iter(statement.fillers(role)), None)


def _detail(statement: Statement) -> OfficeDetail:
    assert isinstance(statement.detail, OfficeDetail)  # noqa: S101  # only offices enter
    return statement.detail


def _text(rows: list[Row]) -> str:
    """An office in one line, with the dates that the texts give."""
    statements = [row.statement for row in rows]
    detail = _detail(statements[0])
    body = next((filler.text for s in statements if (filler := _filler(s, RoleName.BODY))), None)
    dates = _span("from", [shown(_detail(s).start) for s in statements])
    dates += _span("until", [shown(_detail(s).end) for s in statements])
    dates = dates or _span("as of", [shown(s.time) for s in statements])
    return f"{shown_role(detail.role)}{', ' + body if body else ''} ({', '.join([str(detail.status), *dates])})"


def _span(word: str, times: list[str]) -> list[str]:
    """ "As of 2019 to 2021", or with one time alone; nothing for no time."""
    known = sorted({time for time in times if time})
    return [f"{word} {' to '.join(dict.fromkeys((known[0], known[-1])))}"] if known else []
