"""How a country votes with others, and what each does to the other."""

from typing import Annotated

from fastapi import APIRouter, Query

from palanca.questions import standing as standing_of
from palanca.web.routes.asked import ByYear, CountryAsked, DeskThere, country_code
from palanca.web.shapes.standing import CountryStanding, shown_standing
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["influence"], route_class=TaggedRoute)


@router.get("/cases/{case}/standing")
def standing(
    desk: DeskThere,
    host: CountryAsked,
    powers: Annotated[tuple[str, ...], Query(max_length=250, description="Only with these countries.")] = (),
    by_year: ByYear = False,
    most: Annotated[int, Query(ge=1, le=20_000, description="At most so many rows of each list.")] = 500,
) -> CountryStanding:
    """How a country votes with others, and who recognised, supported, condemned or sanctioned whom."""
    code = country_code(host, desk.case)
    others = tuple(sorted(country_code(power, desk.case) for power in powers))
    found = desk.answer(
        "standing", (code, others, by_year), lambda: standing_of(desk.case, code, others, by_year=by_year)
    )
    return shown_standing(found, most)
