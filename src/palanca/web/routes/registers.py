"""Registers: their rows as evidence, and the mappings that read tables into them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter

from palanca.records import Document, DocumentId, Register
from palanca.records.query import Field, Words
from palanca.records.register import cells_of
from palanca.registers.mapping_loading import load_mapping, shipped
from palanca.store import Case, DocumentsAsked, Page
from palanca.web.problems import UnknownRegister
from palanca.web.routes.asked import Cursor, DeskThere, Limit, page_of
from palanca.web.shapes.claims import document_named, shown_cell
from palanca.web.shapes.registers import MappingList, RegisterRow, RowsPage, shown_mapping
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["registers"], route_class=TaggedRoute)
_DIGITS = re.compile(r"[0-9]+")
_WIDTH = 20


@router.get("/cases/{case}/mappings")
def mappings(desk: DeskThere) -> MappingList:  # noqa: ARG001  # an unknown case takes no tables
    """The mappings that come with Palanca, for tables to be read with."""
    return MappingList(items=[shown_mapping(load_mapping(name)) for name in shipped()])


@router.get("/cases/{case}/registers/{register}/rows")
def rows(desk: DeskThere, register: str, cursor: Cursor = None, limit: Limit = 50) -> RowsPage:
    """The rows of a register, the latest of publication first (unknown last), then by name, row 2 before row 10."""
    case, known = desk.case, register_named(desk.case, register)
    whole = desk.answer("rows", register, lambda: _table(case, register))
    shown, after = page_of(whole.rows, cursor, limit)
    return RowsPage(
        register_name=known.name,
        title=known.title,
        columns=list(whole.columns),
        items=_shown(case, shown),
        next=after,
        total=len(whole.rows),
    )


def register_named(case: Case, name: str) -> Register:
    """The register of that name. Raises UnknownRegister."""
    known = {one.name: one for one in case.registers()}
    if name not in known:
        raise UnknownRegister(f"the case has no register {name!r}: there is {', '.join(known) or 'none'}")
    return known[name]


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a register by id, and its columns."""

    rows: tuple[DocumentId, ...]
    columns: tuple[str, ...]


def _table(case: Case, register: str) -> _Table:
    columns: list[str] = []
    found: list[DocumentId] = []
    documents = case.documents_found(DocumentsAsked(register=register), Page())
    for _, edition in groupby(documents, key=lambda document: document.published):
        rows: list[tuple[str, DocumentId]] = []
        for document in edition:
            rows.append((_in_order(document.name), document.id))
            _take(columns, [cell.column for cell in cells_of(document)])
        found += (row for _, row in sorted(rows))
    return _Table(tuple(found), tuple(columns))


def _in_order(name: str) -> str:
    """A name by which row 2 comes before row 10."""
    return _DIGITS.sub(lambda digits: digits[0].zfill(_WIDTH), name)


def _take(columns: list[str], row: Sequence[str]) -> None:
    """Put the columns of a row that were not there yet after those that they follow: a row leaves empty ones out."""
    at = 0
    for column in row:
        if column not in columns:
            columns.insert(at, column)
        at = columns.index(column) + 1


def _shown(case: Case, rows_shown: Sequence[DocumentId]) -> list[RegisterRow]:
    pages = case.pages(rows_shown)
    documents = [pages[one][0] for one in rows_shown if one in pages]
    claims = _claims(case, documents)
    return [
        RegisterRow(
            document=document_named(one),
            cells=[shown_cell(cell, one) for cell in cells_of(one)],
            claims=claims[one.id],
        )
        for one in documents
    ]


def _claims(case: Case, documents: Sequence[Document]) -> Counter[DocumentId]:
    """How many claims each of these documents tells."""
    told = case.found(Words(field=Field.DOCUMENT, values=tuple(one.name for one in documents)))
    return Counter(document for claim in told for document in {one.document for one in claim.evidence})
