"""Where stories came from: who told them first, who has whose words, and when writing swells."""

from typing import Annotated

from fastapi import APIRouter, Query

from palanca.questions import narratives as narratives_of
from palanca.questions.narratives import NarrativeOptions
from palanca.web.routes.asked import Cursor, DeskThere, Limit, Since, Until, first_day, last_day, page_of
from palanca.web.shapes.narratives import NarrativesPage, shown_narratives
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["narratives"], route_class=TaggedRoute)


@router.get("/cases/{case}/narratives")
def narratives(
    desk: DeskThere,
    about: Annotated[str | None, Query(max_length=200, description="Articles that name this thing.")] = None,
    since: Since = None,
    until: Until = None,
    cursor: Cursor = None,
    limit: Limit = 10,
) -> NarrativesPage:
    """The narratives, those of most independent voices first; `since` and `until` are days of publication."""
    case, asked = desk.case, (about or None, first_day(since), last_day(until))
    options = NarrativeOptions(progress=desk.telling("narratives"))
    found = desk.answer(
        "narratives",
        asked,
        lambda: narratives_of(case, about=asked[0], since=asked[1], until=asked[2], options=options),
    )
    shown, after = page_of(found.narratives, cursor, limit)
    return shown_narratives(case, found, shown, after)
