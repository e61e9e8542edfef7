"""People, bodies and places: found by name, and one at a glance."""

from typing import Annotated

from fastapi import APIRouter, Query

from palanca.records import EntityId, Identity, Kind
from palanca.records.query import Field, Parties, PartyTest, Words
from palanca.store import Case, Page
from palanca.web.routes.asked import Cursor, DeskThere, Limit, next_after, offset_of
from palanca.web.shapes.things import ThingShown, ThingsPage, shown_belonging, shown_thing
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["things"], route_class=TaggedRoute)


@router.get("/cases/{case}/things")
def things(
    desk: DeskThere,
    name: Annotated[str, Query(max_length=200, description="Words of a name in a row, the last at least begun.")] = "",
    only_countries: Annotated[bool, Query(description="Only the things that are countries.")] = False,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> ThingsPage:
    """The things of that name, or all, those in most documents first."""
    offset = offset_of(cursor)
    page = Page(skipped=offset, limit=limit)
    shown = list(desk.case.things_on(page, begun=name, only_countries=only_countries))
    return ThingsPage(
        items=[shown_thing(one) for one in shown],
        next=next_after(offset, len(shown), limit),
        total=desk.case.count_things(begun=name, only_countries=only_countries),
    )


@router.get("/cases/{case}/things/{thing}")
def thing_shown(desk: DeskThere, thing: str) -> ThingShown:
    """One thing by its id, or that of any of its entities: whose it is, and how much is told of it."""
    one = desk.case.thing(EntityId(thing))
    belongings = desk.case.belongings([one.id]).get(one.id, [])
    return ThingShown(
        thing=shown_thing(one),
        belongings=[shown_belonging(desk.case, held) for held in belongings],
        claims=dict(zip(Kind, _counts(desk.case, one), strict=True)),
    )


def _counts(case: Case, thing: Identity) -> list[int]:
    """In how many claims of each kind a thing takes part."""
    kinds = [Words(field=Field.KIND, values=(kind,)) for kind in Kind]
    return case.count_parts(Parties(tests=(PartyTest(name=thing.id),)), kinds)
