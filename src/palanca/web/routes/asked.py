"""What many requests ask with: the case, a query in the filter language, countries, days, and a page of a list."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query, Request

from palanca.analysis.asking import sure_query_of
from palanca.lexicon.countries import country_meant
from palanca.records import Time
from palanca.records.errors import PalancaError
from palanca.records.names import fold
from palanca.records.query import Query as Asked
from palanca.store import Case
from palanca.web.desk import Desk
from palanca.web.shelf import Shelf

MOST_AT_ONCE = 200
_CURSOR_MOST = 18  # digits; a database counts with 64 bits


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


CountryAsked = Annotated[
    str,
    Query(
        max_length=100,
        description="A country by its name, its people, its ISO 3166-1 alpha-3 code, or as the case calls it.",
    ),
]
Since = Annotated[str | None, Query(max_length=40, description="EDTF: from its first day on.")]
Until = Annotated[str | None, Query(max_length=40, description="EDTF: up to its last day.")]
ByYear = Annotated[bool, Query(description="Each year apart.")]


class UnknownCountry(PalancaError, LookupError):
    """Words that name no country."""


class InvalidCursor(PalancaError):
    """A cursor that no page gave."""


def offset_of(cursor: str | None) -> int:
    """How many items the pages before had. Raises InvalidCursor."""
    if cursor is None:
        return 0
    if not cursor.isdecimal() or len(cursor) > _CURSOR_MOST:
        raise InvalidCursor(f"{cursor!r} is no cursor: take the `next` of the page before, or begin without one")
    return int(cursor)


def next_after(offset: int, shown: int, limit: int) -> str | None:
    """The cursor of the page after one that has `shown` of `limit` items; None after the last."""
    return str(offset + shown) if shown == limit else None


def page_of[T](found: Sequence[T], cursor: str | None, limit: int) -> tuple[Sequence[T], str | None]:
    """The items of the page that a cursor begins, and the cursor of the next. Raises InvalidCursor."""
    offset = offset_of(cursor)
    shown = found[offset : offset + limit]
    return shown, next_after(offset, len(shown), limit)


def country_code(words: str, case: Case) -> str:
    """The ISO 3166-1 alpha-3 code of a country, by any of its names or as the case calls it. Raises UnknownCountry."""
    if found := country_meant(words):
        return found.alpha3
    called = fold(words)
    for thing in case.countries():
        if thing.country and fold(thing.caption) == called:
            return thing.country
    raise UnknownCountry(f"no country is called {words!r}: give a name or an ISO 3166-1 alpha-3 code such as PER")


def first_day(since: str | None) -> date | None:
    """The first day that a time covers at most. Raises InvalidTime."""
    return Time.parse(since).first_day if since else None


def last_day(until: str | None) -> date | None:
    """The last day that a time covers at most. Raises InvalidTime."""
    return Time.parse(until).last_day if until else None


def asked(line: str) -> Asked:
    """The query of a line; what readers doubt stays out unless it asks for that. Raises UnreadableQuery."""
    return sure_query_of(line)
