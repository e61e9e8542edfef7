"""Around one thing: its ties, what it shares with another, and the documents that name it."""

from typing import Annotated

from fastapi import APIRouter, Query

from palanca.analysis.tables import rows
from palanca.questions import library
from palanca.records import ClaimId, EntityId
from palanca.store import Case
from palanca.store.surroundings import Tied, TieOrder
from palanca.web.routes.asked import Cursor, DeskThere, Limit, next_after, offset_of
from palanca.web.shapes.claims import document_named
from palanca.web.shapes.things import Named, NamedIn, Shared, SharedThings, TieLine, TiesPage
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["things"], route_class=TaggedRoute)
_CLAIMS_OF_SHARED = 10
_TIES_AT_LEAST = 24  # the page of a thing asks at once for as many and for the first of them: it is one look


@router.get("/cases/{case}/things/{thing}/ties")
def ties(
    desk: DeskThere, thing: str, by: TieOrder = TieOrder.CLAIMS, cursor: Cursor = None, limit: Limit = 20
) -> TiesPage:
    """What joins a thing with others, a line for each of them and channel, with the strongest sentence."""
    case, offset = desk.case, offset_of(cursor)
    one = case.thing(EntityId(thing)).id
    most = max(limit, _TIES_AT_LEAST)
    told, number = desk.soon("ties", (one, by, offset, most), lambda: case.ties(one, by, offset=offset, limit=most))
    found = told[:limit]
    return TiesPage(items=_lines(case, found), next=next_after(offset, len(found), limit), total=number)


@router.get("/cases/{case}/things/{thing}/shared")
def shared(
    desk: DeskThere,
    thing: str,
    other: Annotated[str, Query(description="The other thing, by its id.")],
    limit: Limit = 12,
) -> SharedThings:
    """What takes part in claims with each of two things, the least known of the case first."""
    case = desk.case
    one, two = (_met(case, EntityId(end)) for end in (thing, other))
    both = sorted(case.known(one.keys() & two.keys()).values(), key=lambda thing: (thing.documents, thing.id))
    items = [
        Shared(
            thing=t.id, caption=t.caption, with_one=one[t.id][:_CLAIMS_OF_SHARED],
            with_other=two[t.id][:_CLAIMS_OF_SHARED],
        )
        for t in both[:limit]
    ]  # fmt: skip
    return SharedThings(items=items, total=len(both))


@router.get("/cases/{case}/things/{thing}/documents")
def documents(desk: DeskThere, thing: str, cursor: Cursor = None, limit: Limit = 20) -> Named:
    """The documents that name a thing, by publication (unknown last)."""
    offset = offset_of(cursor)
    one = desk.case.thing(EntityId(thing))
    found = list(desk.case.naming(one.id, offset=offset, limit=limit))
    return Named(
        items=[NamedIn(document=document_named(f.document), entity=f.entity, called=f.caption) for f in found],
        next=next_after(offset, len(found), limit),
        total=len(one.members),
    )


def _met(case: Case, thing: EntityId) -> dict[EntityId, list[str]]:
    """The claims by what else takes part."""
    found: dict[EntityId, list[str]] = {}
    for other, claim in case.met(case.thing(thing).id):
        found.setdefault(other, []).append(claim)
    return found


def _lines(case: Case, found: list[Tied]) -> list[TieLine]:
    claims = {one.strongest: case.claim(ClaimId(one.strongest)) for one in found}
    known = library(case)
    leads = {row.claim.id: row.lead for row in rows(claims.values(), known)}
    return [
        TieLine(
            other=one.other, caption=one.caption, schema_name=one.schema, channel=one.channel,
            claims=one.claims, first=one.first,
            last=one.last, strongest=one.strongest, sentence=leads[one.strongest].sentence,
            words=leads[one.strongest].words,
            language=known.place(leads[one.strongest].statement)[0].language,
        )
        for one in found
    ]  # fmt: skip
