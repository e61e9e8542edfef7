"""The library's questions to a case, one function a command. `import palanca` offers them all.

Each takes an open case; what it gives can be shown, written as JSON, or asked on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from palanca.analysis import PersonRow, Row, Window, rows, window
from palanca.analysis.people import people as people_of
from palanca.analysis.tables import Library
from palanca.exchange.facts import Fact, facts_of
from palanca.records import Document, Entity, Filter, Kind, Reading, Schema
from palanca.records.errors import UnknownEntity
from palanca.records.names import fold
from palanca.store import Case

_NEAREST = 5


def ask(case: Case, kind: Kind, wanted: Filter | None = None) -> Iterator[Row]:
    """The statements of one kind that pass the filter, as rows, by time (unknown last)."""
    wanted = replace(wanted or Filter(), kinds=(kind,))
    return rows(case.statements(wanted), _library(case))


events = partial(ask, kind=Kind.EVENT)
offices = partial(ask, kind=Kind.OFFICE)
ties = partial(ask, kind=Kind.TIE)
instruments = partial(ask, kind=Kind.INSTRUMENT)
quantities = partial(ask, kind=Kind.QUANTITY)
quotations = partial(ask, kind=Kind.QUOTATION)
anomalies = partial(ask, kind=Kind.ANOMALY)


def people(case: Case, wanted: Filter | None = None) -> list[PersonRow]:
    """The people of a case with their offices, most named first; `wanted.who` keeps those of that name."""
    wanted = wanted or Filter()
    found = people_of(case.entities(), ask(case, Kind.OFFICE, wanted), case.identity)
    if wanted.who is None:
        return found
    name = f" {fold(wanted.who)} "
    return [row for row in found if any(name in f" {fold(form)} " for form in row.names)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """One entity: its names, in which documents, and every row that it stands in, by kind."""

    entity: Entity
    names: tuple[str, ...]
    documents: int
    rows: dict[Kind, tuple[Row, ...]]


def show(case: Case, name: str) -> Portrait:
    """All that a case says of one person, body or place. Raises UnknownEntity with the nearest names."""
    entities = list(case.entities())
    found = _named(entities, name)
    identity = case.identity(found.id)
    same = [e for e in entities if case.identity(e.id) == identity]
    ids = {e.id for e in same}
    about = {
        kind: tuple(row for row in ask(case, kind) if any(role.filler.entity in ids for role in row.statement.roles)
                    or (row.statement.speaker is not None and row.statement.speaker.entity in ids))
        for kind in Kind
    }  # fmt: skip
    names = dict.fromkeys(form for e in same for form in (e.caption, *e.names))
    return Portrait(entity=found, names=tuple(names), documents=len({e.document for e in same}), rows=about)


def _named(entities: list[Entity], name: str) -> Entity:
    """The entity of that name: a whole name before a part of one, and people before the rest."""
    wanted = fold(name)

    def rank(entity: Entity) -> tuple[bool, bool, int]:
        forms = [fold(form) for form in (entity.caption, *entity.names)]
        return (wanted not in forms, entity.schema is not Schema.PERSON, -len(entity.caption))

    holding = [e for e in entities if any(f" {wanted} " in f" {fold(f)} " for f in (e.caption, *e.names))]
    if holding:
        return min(holding, key=rank)
    import difflib

    near = difflib.get_close_matches(name, sorted({e.caption for e in entities}), n=_NEAREST, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "`palanca people` lists who is named"
    raise UnknownEntity(f"nothing in the case is called {name!r}: {hint}")


def around(case: Case, day: date, *, before_days: int, after_days: int, wanted: Filter | None = None) -> Window:
    """The events from some days before a day to some days after it, certain and possible apart."""
    return window(
        case.statements(replace(wanted or Filter(), kinds=(Kind.EVENT,))),
        day,
        before_days=before_days,
        after_days=after_days,
    )


def facts(case: Case) -> Iterator[Fact]:
    """Every entity and statement of the case in the shape of the annotation guidelines, document by document."""
    for document in case.documents():
        yield from facts_of(stored_reading(case, document))


def stored_reading(case: Case, document: Document) -> Reading:
    """What the case holds of one document, as the reading that gave it."""
    return Reading(
        document=document,
        version="",
        entities=tuple(case.entities(document.id)),
        mentions=tuple(case.mentions(document.id)),
        sentences=case.sentences(document.id),
        statements=tuple(case.statements(Filter(document=document.id))),
    )


def show_rows(case: Case, found: Window) -> tuple[list[Row], list[Row]]:
    """The certain and the possible statements of a window as rows, in order of time."""
    library = _library(case)
    return list(rows(found.certain, library)), list(rows(found.possible, library))


def _library(case: Case) -> Library:
    return Library(case.document, case.sentences)  # type: ignore[arg-type]
