"""What many requests ask with: the case, a query in the filter language with a period, and a page of a list."""

from typing import Annotated

from fastapi import Depends, Path, Query, Request

from palanca.analysis.asking import query_of
from palanca.records.errors import PalancaError
from palanca.records.query import All, Comparison, Measure, Number
from palanca.records.query import Query as Asked
from palanca.web.desk import Desk
from palanca.web.shelf import Shelf

LEAST_CONFIDENCE = 0.5
MOST_AT_ONCE = 200


def shelf_of_server(request: Request) -> Shelf:
    """The cases of the server."""
    shelf: Shelf = request.app.state.shelf
    return shelf


ShelfThere = Annotated[Shelf, Depends(shelf_of_server)]


def _desk(shelf: ShelfThere, case: Annotated[str, Path(description="The name of a case.")]) -> Desk:
    return shelf.desk(case)


DeskThere = Annotated[Desk, Depends(_desk)]
Line = Annotated[
    str, Query(max_length=2_000, description='A line of the filter language, such as `who:"Ama Owusu" kind:event`.')
]
Limit = Annotated[int, Query(ge=1, le=MOST_AT_ONCE, description="At most so many.")]
Cursor = Annotated[str | None, Query(max_length=100, description="The `next` of the page before.")]


class InvalidCursor(PalancaError):
    """A cursor that no page gave."""


def offset_of(cursor: str | None) -> int:
    """How many items the pages before had. Raises InvalidCursor."""
    if cursor is None:
        return 0
    if not cursor.isdecimal():
        raise InvalidCursor(f"{cursor!r} is no cursor: take the `next` of the page before, or begin without one")
    return int(cursor)


def next_after(offset: int, shown: int, limit: int) -> str | None:
    """The cursor of the page after one that has `shown` of `limit` items; None after the last."""
    return str(offset + shown) if shown == limit else None


def asked(line: str) -> Asked:
    """The query of a line; what readers doubt stays out unless the line asks about `confidence`.

    Raises UnreadableQuery.
    """
    query = query_of(line)
    if "confidence:" in line:
        return query
    sure = Number(measure=Measure.CONFIDENCE, comparison=Comparison.AT_LEAST, value=LEAST_CONFIDENCE)
    return All(parts=(query, sure))
