"""Documents: the list, one whole with what is read in it, and sentences by their words."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Response

from palanca.pipeline import remove
from palanca.records import Claim, Document, DocumentId
from palanca.records.query import Field, Words
from palanca.records.register import cells_of
from palanca.store import Case
from palanca.web.routes.asked import Cursor, DeskThere, Limit, next_after, offset_of
from palanca.web.shapes.claims import Cell, document_named
from palanca.web.shapes.documents import (
    DocumentLine,
    DocumentShown,
    DocumentsPage,
    Hit,
    Hits,
    Mention,
    Told,
    shown_origin,
)
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["documents"], route_class=TaggedRoute)


@router.get("/cases/{case}/documents")
def documents(
    desk: DeskThere,
    cursor: Cursor = None,
    limit: Limit = 50,
    words: Annotated[str, Query(max_length=200, description="Words of the name, title or outlet.")] = "",
    register: Annotated[str | None, Query(max_length=60, description="Only rows of this register.")] = None,
    outlet: Annotated[str | None, Query(max_length=200, description="Only documents of this outlet.")] = None,
) -> DocumentsPage:
    """The documents, the latest published first; those of unknown date last."""
    skipped = {one.id: reason for one, reason in desk.case.skipped()}
    offset = offset_of(cursor)
    found = [
        one
        for one in latest_first(desk.case)
        if _names(one, words) and register in (None, one.register) and outlet in (None, one.outlet)
    ]
    shown = found[offset : offset + limit]
    return DocumentsPage(
        items=[line_of(one, skipped.get(one.id)) for one in shown],
        next=next_after(offset, len(shown), limit),
        total=len(found),
    )


@router.get("/cases/{case}/documents/{document}")
def document_shown(desk: DeskThere, document: str) -> DocumentShown:
    """One document, by id or name, whole with what is read in it."""
    case = desk.case
    one = case.document(document)
    skipped = {other.id: reason for other, reason in case.skipped()} if not case.sentences(one.id) else {}
    return DocumentShown(
        document=document_named(one),
        url=one.url,
        author=one.author,
        origin=shown_origin(one.origin),
        text=one.text,
        sentences=[(span.start, span.end) for span in case.sentences(one.id)],
        page_starts=list(one.page_starts),
        cells=[Cell(column=cell.column, value=cell.span.of(one.text), is_told=False) for cell in cells_of(one)],
        mentions=list(_mentions(case, one.id)),
        told=list(_told(case, one)),
        skipped=skipped.get(one.id),
    )


@router.delete("/cases/{case}/documents/{document}", status_code=204)
def remove_document(desk: DeskThere, document: str) -> Response:
    """Take a document out of the case. What was judged on it stays, and holds again if the document comes back."""
    remove(desk.case, document)
    desk.settle_soon()
    return Response(status_code=204)


@router.get("/cases/{case}/sentences")
def sentences(
    desk: DeskThere,
    words: Annotated[
        str, Query(max_length=500, description='Words that one sentence holds; "quoted" ones stand together.')
    ],
    limit: Limit = 50,
) -> Hits:
    """Sentences that hold all the words, the best first."""
    found = desk.case.search(words, limit=limit)
    return Hits(
        items=[
            Hit(document=document_named(one.document), span=(one.span.start, one.span.end), sentence=one.text)
            for one in found
        ]
    )


def line_of(one: Document, skipped: str | None) -> DocumentLine:
    """A document as a line of a list."""
    return DocumentLine(
        document=document_named(one), url=one.url, author=one.author, characters=len(one.text), skipped=skipped
    )


def latest_first(case: Case) -> list[Document]:
    """The documents, the latest published first; those of unknown date last."""
    dated: list[Document] = []
    undated: list[Document] = []
    for one in case.documents():
        (dated if one.published else undated).append(one)
    return [*reversed(dated), *undated]


def _names(one: Document, words: str) -> bool:
    told = f"{one.name} {one.title or ''} {one.outlet or ''}".casefold()
    return all(word in told for word in words.casefold().split())


def _mentions(case: Case, document: DocumentId) -> Iterator[Mention]:
    """The mentions of things; one whose thing is still being settled is left out."""
    found = list(case.mentions(document))
    things = case.known({mention.entity for mention in found})
    for mention in found:
        if thing := things.get(mention.entity):
            yield Mention(
                span=(mention.span.start, mention.span.end), text=mention.text, form=mention.form,
                schema_name=thing.schema, thing=thing.id, caption=thing.caption,
            )  # fmt: skip


def _told(case: Case, document: Document) -> Iterator[Told]:
    """The claims that a document tells, in the order of its text."""
    in_it = case.found(Words(field=Field.DOCUMENT, values=(document.name,)))
    of_claim = {one.statement: claim for claim in in_it for one in claim.evidence if one.document == document.id}
    statements = sorted(case.evidence(of_claim).values(), key=lambda one: (one.span.start, one.span.end, one.id))
    sentences = case.sentences(document.id)
    for statement in statements:
        claim: Claim = of_claim[statement.id]
        around = [one for one in sentences if one.overlaps(statement.span)] or [statement.span]
        yield Told(
            claim=claim.id, statement=statement.id, kind=claim.kind,
            sentence=(around[0].start, around[-1].end), span=(statement.span.start, statement.span.end),
        )  # fmt: skip
