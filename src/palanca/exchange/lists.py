"""The lists of a case as tables, for spreadsheets: people, claims of each kind, documents, things and evidence."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from palanca.analysis.people import office_text
from palanca.analysis.tables import Passage, Row, columns
from palanca.exchange.facts import number
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.provenance import PROVENANCE, held_then, provenance
from palanca.exchange.spreadsheets import Cell
from palanca.records import Document, EntityId, Identity, Kind, QuantityDetail, RoleName, Schema

type Lines = Callable[[Outgoing], Iterator[Sequence[Cell]]]

_TELLS_MODALITY = (Kind.EVENT, Kind.TIE)  # their "status" is the modality, which stands among the provenance
_BETWEEN = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """One table: its name, the names of its columns, and its lines in a stable order."""

    name: str
    columns: tuple[str, ...]
    lines: Lines


def _people(outgoing: Outgoing) -> Iterator[Sequence[Cell]]:
    """One line a person; of offices only their words are kept at hand, which many people have."""
    held: dict[EntityId, list[tuple[str, str]]] = {}
    for row in outgoing.rows(Kind.OFFICE):
        for party in row.claim.of(RoleName.PERSON):
            if party.identity:
                held.setdefault(party.identity, []).append((office_text(row), row.claim.id))
    for thing in outgoing.things():
        if thing.schema is Schema.PERSON:
            offices = held.get(thing.id, [])
            told = (_BETWEEN.join(text for text, _ in offices), " ".join(claim for _, claim in offices))
            yield thing.id, thing.caption, _BETWEEN.join(thing.names), thing.country, thing.documents, *told


def _claims(outgoing: Outgoing, *, kind: Kind) -> Iterator[Sequence[Cell]]:
    for row in outgoing.rows(kind):
        told = provenance(row)
        yield *_cells(row), " ".join(_things(row)), *(_cell(told[name]) for name in PROVENANCE)


def _claim_columns(kind: Kind) -> tuple[str, ...]:
    own = {Kind.QUANTITY: ("value", "value max", *columns(kind)[1:])}.get(kind, columns(kind))
    kept = tuple(name for name in own if name != "status" or kind not in _TELLS_MODALITY)
    return (*kept, *(("then",) if kind is Kind.EVENT else ()), "things", *PROVENANCE)


def _cells(row: Row) -> tuple[Cell, ...]:
    """The cells of a row as lists show them, amounts as numbers; events with what their parties held then."""
    kind, detail = row.claim.kind, row.claim.detail
    if isinstance(detail, QuantityDetail):
        return number(detail.value), None if detail.value_max is None else number(detail.value_max), *row.cells[1:]
    if kind not in _TELLS_MODALITY:
        return row.cells
    kept = [cell for name, cell in zip(columns(kind), row.cells, strict=True) if name != "status"]
    return (*kept, held_then(row)) if kind is Kind.EVENT else tuple(kept)


def _things(row: Row) -> Iterator[str]:
    yield from dict.fromkeys(party.identity for party in row.claim.parties if party.identity)


def _documents(outgoing: Outgoing) -> Iterator[Sequence[Cell]]:
    yield from map(_document, outgoing.documents())


def _document(one: Document) -> Sequence[Cell]:
    return (
        one.id, one.name, one.title, str(one.published) if one.published else None, one.outlet, one.author, one.url,
        one.language, one.register, one.origin.place,
    )  # fmt: skip


def _all_things(outgoing: Outgoing) -> Iterator[Sequence[Cell]]:
    yield from map(_thing, outgoing.things())


def _thing(one: Identity) -> Sequence[Cell]:
    return (
        one.id, one.caption, str(one.schema), _BETWEEN.join(one.names), one.country,
        "yes" if one.is_country else "no", one.part_of, one.documents,
    )  # fmt: skip


def _evidence(outgoing: Outgoing) -> Iterator[Sequence[Cell]]:
    for kind in Kind:
        for row in outgoing.rows(kind):
            yield from (_passage(row, passage) for passage in row.passages)


def _passage(row: Row, one: Passage) -> Sequence[Cell]:
    said, (first, last) = one.statement, one.words
    return (
        row.claim.id, str(row.claim.kind), said.id, str(one.stance), one.voice,
        said.speaker.text if said.speaker else None, str(said.time) if said.time else None, round(said.confidence, 3),
        one.document, said.document, one.page, said.span.start, said.span.end, one.sentence[first:last], one.sentence,
        one.register, said.stated_by,
    )  # fmt: skip


def _cell(told: object) -> Cell:
    return told if isinstance(told, str | int | float) else None


_PEOPLE = List(
    name="people",
    columns=("id", "name", "other names", "country", "documents", "offices", "claims"),
    lines=_people,
)
_CLAIMS = tuple(
    List(name=kind.plural, columns=_claim_columns(kind), lines=partial(_claims, kind=kind)) for kind in Kind
)
_DOCUMENTS = List(
    name="documents",
    columns=("id", "name", "title", "published", "outlet", "author", "url", "language", "register", "read from"),
    lines=_documents,
)
_THINGS = List(
    name="things",
    columns=("id", "name", "schema", "other names", "country", "is a country", "part of", "documents"),
    lines=_all_things,
)
_EVIDENCE = List(
    name="evidence",
    columns=(
        "claim", "kind", "statement", "stance", "voice", "speaker", "time", "confidence", "document", "document id",
        "page", "start", "end", "words", "sentence", "register", "stated by",
    ),
    lines=_evidence,
)  # fmt: skip

LISTS = (_PEOPLE, *_CLAIMS, _DOCUMENTS, _THINGS, _EVIDENCE)
"""Every list, in the order in which a reader may want them."""
