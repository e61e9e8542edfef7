"""Documents: the list, one whole with what is read in it, and sentences by their words."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Response

from palanca.pipeline import remove
from palanca.questions import documents as documents_of
from palanca.records import Claim, Document, DocumentId
from palanca.records.query import Field, Words
from palanca.records.register import cells_of
from palanca.store import Case, DocumentsAsked, Page
from palanca.web.routes.asked import Cursor, DeskThere, Limit, next_after, offset_of
from palanca.web.shapes.claims import document_named, shown_cell
from palanca.web.shapes.documents import (
    DocumentLine,
    DocumentShown,
    DocumentsPage,
    Hit,
    Hits,
    Mention,
    Told,
    shown_origin,
    shown_reason,
)
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["documents"], route_class=TaggedRoute)


class Order(StrEnum):
    """By what a list of documents is sorted, the latest first."""

    PUBLISHED = "published"
    ADDED = "added"


@router.get("/cases/{case}/documents")
def documents(
    desk: DeskThere,
    cursor: Cursor = None,
    limit: Limit = 50,
    words: Annotated[str, Query(max_length=200, description="Words of the name, title or outlet.")] = "",
    register: Annotated[str | None, Query(max_length=60, description="Only rows of this register.")] = None,
    outlet: Annotated[str | None, Query(max_length=200, description="Only documents of this outlet.")] = None,
    order: Annotated[Order, Query(description="What comes first: the latest published, or the latest added.")] = (
        Order.PUBLISHED
    ),
) -> DocumentsPage:
    """The documents, the latest published first and those of unknown date last, or the latest added first."""
    offset = offset_of(cursor)
    wanted = DocumentsAsked(called=words, register=register, outlet=outlet, by_addition=order is Order.ADDED)
    found = documents_of(desk.case, wanted, Page(skipped=offset, limit=limit))
    return DocumentsPage(
        items=lines_of(desk.case, found.documents),
        next=next_after(offset, len(found.documents), limit),
        total=found.number,
    )


@router.get("/cases/{case}/documents/{document}")
def document_shown(desk: DeskThere, document: str) -> DocumentShown:
    """One document, by id or name, whole with what is read in it."""
    case = desk.case
    one = case.document(document)
    return DocumentShown(
        document=document_named(one),
        url=one.url,
        author=one.author,
        origin=shown_origin(one.origin),
        text=one.text,
        sentences=[(span.start, span.end) for span in case.sentences(one.id)],
        page_starts=list(one.page_starts),
        cells=[shown_cell(cell, one) for cell in cells_of(one)],
        mentions=list(_mentions(case, one.id)),
        told=list(_told(case, one)),
        skipped=shown_reason(case.unread([one.id]).get(one.id)),
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


def lines_of(case: Case, found: Sequence[Document]) -> list[DocumentLine]:
    """Documents as lines of a list."""
    skipped = case.unread([one.id for one in found])
    return [
        DocumentLine(
            document=document_named(one), url=one.url, author=one.author, characters=len(one.text),
            skipped=shown_reason(skipped.get(one.id)),
        )
        for one in found
    ]  # fmt: skip


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
            time=str(statement.time) if statement.time else None,
            sentence=(around[0].start, around[-1].end), span=(statement.span.start, statement.span.end),
        )  # fmt: skip
