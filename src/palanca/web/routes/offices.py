"""Who held which office at a time."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query

from palanca.analysis.offices_at import Holder
from palanca.questions.holders import found_at, who_found
from palanca.records import Time
from palanca.web.desk import Desk
from palanca.web.routes.asked import CountryAsked, Cursor, DeskThere, Limit, country_code, page_of
from palanca.web.shapes.offices import HoldersPage, shown_holders
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["offices"], route_class=TaggedRoute)

At = Annotated[str, Query(max_length=40, description="EDTF: a day, a month, a year, or a stretch such as 2007/2009.")]


@router.get("/cases/{case}/offices")
def offices(
    desk: DeskThere,
    at: At,
    body: Annotated[str | None, Query(max_length=200, description="Of this body or country.")] = None,
    role: Annotated[str | None, Query(max_length=200, description="A title, such as foreign minister.")] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> HoldersPage:
    """Who held which office at a time, office by office; of a country also the envoys sent to it."""
    when, asked = Time.parse(at), (body or None, role or None)
    found = desk.answer("offices", (at, *asked), lambda: found_at(desk.case, when, body=asked[0], role=asked[1]))
    return _page(desk, found, cursor, limit)


@router.get("/cases/{case}/who")
def who(
    desk: DeskThere,
    office: Annotated[str, Query(max_length=200, description="An office in words, such as ambassador to Peru.")],
    at: At,
    of: CountryAsked | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> HoldersPage:
    """Who held an office at a time: certainly, possibly, or in conflict with others; `of` is whose office it is."""
    when, whose = Time.parse(at), country_code(of, desk.case) if of else None
    found = desk.answer("who", (office, at, whose), lambda: who_found(desk.case, office, when, of=whose))
    return _page(desk, found, cursor, limit)


def _page(desk: Desk, found: Sequence[Holder], cursor: str | None, limit: int) -> HoldersPage:
    shown, after = page_of(found, cursor, limit)
    return HoldersPage(
        items=shown_holders(desk.case, shown), next=after, total=len(found), searched=desk.case.count_documents()
    )
