"""Claims: those that pass a filter, one whole with its history, and how many there are over time."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Query

from palanca.questions import find
from palanca.records import Claim, ClaimId
from palanca.records.errors import UnknownClaim
from palanca.records.query import All, Not, When
from palanca.store import Case, Order, Page, Step
from palanca.web.routes.asked import MOST_AT_ONCE, Cursor, DeskThere, Limit, Line, asked, next_after, offset_of
from palanca.web.routes.judgements import concerning
from palanca.web.shapes.cases import Facets, FacetValue, Histogram, YearOfChannel
from palanca.web.shapes.claims import Claim as ClaimShape
from palanca.web.shapes.claims import ClaimsPage, shown_claims, shown_scope
from palanca.web.shapes.judgements import Judgement
from palanca.web.shapes.shape import Shape
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["claims"], route_class=TaggedRoute)


class ClaimShown(Shape):
    """A claim with all its passages, its rivals, and the judgements on it, the latest first."""

    claim: ClaimShape
    rivals: list[ClaimShape]
    judgements: list[Judgement]


@router.get("/cases/{case}/claims")
def claims(
    desk: DeskThere,
    q: Line = "",
    cursor: Cursor = None,
    limit: Limit = 50,
    latest: Annotated[bool, Query(description="Those that have a time alone, the latest first.")] = False,
) -> ClaimsPage:
    """The claims that pass a filter, by time (unknown last), each with its first sentences."""
    offset, query = offset_of(cursor), asked(q)
    if latest:
        query = All(parts=(query, Not(part=When(first=None, last=None))))
    page = Page(skipped=offset, limit=limit, order=Order.LATEST if latest else Order.TIME)
    found = find(desk.case, query, page=page)
    return ClaimsPage(
        items=shown_claims(desk.case, found.claims),
        next=next_after(offset, len(found.claims), limit),
        scope=shown_scope(found.scope),
    )


@router.get("/cases/{case}/claims-by-id")
def claims_by_id(
    desk: DeskThere,
    id: Annotated[list[str], Query(min_length=1, max_length=MOST_AT_ONCE)],  # noqa: A002
) -> list[ClaimShape]:
    """These claims, in the order given; those that have gone since are left out, and none at all is an error."""
    return shown_claims(desk.case, _those_there(desk.case, [ClaimId(one) for one in id]))


def _those_there(case: Case, asked: Sequence[ClaimId]) -> list[Claim]:
    """The claims of these ids. Raises UnknownClaim where the case has none of them."""
    found = []
    for one in asked:
        with suppress(UnknownClaim):
            found.append(case.claim(one))
    return found or [case.claim(asked[0])]


@router.get("/cases/{case}/claims/{claim}")
def claim_shown(desk: DeskThere, claim: str) -> ClaimShown:
    """One claim with every sentence that tells or denies it, and what people decided on it."""
    case = desk.case
    one = case.claim(ClaimId(claim))
    rivals = [case.claim(rival) for dispute in one.disputes for rival in dispute.rivals]
    (shown,) = shown_claims(case, [one], passages=None)
    return ClaimShown(claim=shown, rivals=shown_claims(case, rivals), judgements=concerning(case, one))


@router.get("/cases/{case}/histogram")
def histogram(
    desk: DeskThere,
    q: Line = "",
    by: Step = Step.YEAR,
    with_sources: Annotated[bool, Query(description="Count their sources too.")] = False,
) -> Histogram:
    """How many claims that pass a filter there are in each year or month, by channel."""
    query = asked(q)
    bars, sources = desk.case.histogram(query, by), desk.case.count_sources(query) if with_sources else None
    items = [YearOfChannel(when=bar.period, channel=bar.channel or "", claims=bar.claims) for bar in bars if bar.period]
    return Histogram(items=items, undated=sum(bar.claims for bar in bars if not bar.period), sources=sources)


@router.get("/cases/{case}/facets")
def facets(desk: DeskThere, q: Line = "") -> Facets:
    """How the claims that pass a filter divide by kind, channel and year."""
    kinds, bars = desk.case.divided(asked(q))
    channels, years = Counter[str](), Counter[str]()
    for bar in bars:
        channels[bar.channel or ""] += bar.claims
        years[bar.period or ""] += bar.claims
    return Facets(
        claims=sum(kinds.values()),
        kinds=_most_first(Counter[str](kinds)),
        channels=_most_first(channels),
        years=sorted(_most_first(years), key=lambda one: one.value),
    )


def _most_first(counted: Counter[str]) -> list[FacetValue]:
    """What has a value and any claims, most claims first."""
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return [FacetValue(value=value, claims=number) for value, number in ordered if value and number]
