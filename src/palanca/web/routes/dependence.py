"""On whom a country depends, and for what."""

from typing import Annotated

from fastapi import APIRouter, Query

from palanca.questions import DependenceAsked
from palanca.questions import dependence as dependence_of
from palanca.web.routes.asked import ByYear, CountryAsked, DeskThere, country_code
from palanca.web.shapes.dependence import Dependence, shown_dependence
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["influence"], route_class=TaggedRoute)


@router.get("/cases/{case}/dependence")
def dependence(
    desk: DeskThere,
    host: CountryAsked,
    of: Annotated[
        str | None,
        Query(max_length=200, description="Only trade, arms, ownership, credit or ports, or what bears these words."),
    ] = None,
    by_year: ByYear = False,
    foreseen: Annotated[bool, Query(description="Count what is planned or supposed as well.")] = False,
) -> Dependence:
    """What goes between a country and each other, with shares by power and how concentrated they are."""
    code, asked = country_code(host, desk.case), DependenceAsked(of=of or None, by_year=by_year, foreseen=foreseen)
    return shown_dependence(desk.answer("dependence", (code, asked), lambda: dependence_of(desk.case, code, asked)))
