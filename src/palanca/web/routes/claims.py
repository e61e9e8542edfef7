"""Claims: those that pass a filter, one whole with its history, and how many there are over time."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query

from palanca.lexicon.channels import channel_of
from palanca.questions import find
from palanca.records import ClaimId, EventDetail
from palanca.records.claim import Claim
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
def claims(desk: DeskThere, q: Line = "", cursor: Cursor = None, limit: Limit = 50) -> ClaimsPage:
    """The claims that pass a filter, by time (unknown last), each with its first sentences."""
    offset = offset_of(cursor)
    found = find(desk.case, asked(q), limit=offset + limit)
    shown = found.claims[offset:]
    return ClaimsPage(
        items=shown_claims(desk.case, shown),
        next=next_after(offset, len(shown), limit),
        scope=shown_scope(found.scope),
    )


@router.get("/cases/{case}/claims-by-id")
def claims_by_id(
    desk: DeskThere,
    id: Annotated[list[str], Query(min_length=1, max_length=MOST_AT_ONCE)],  # noqa: A002
) -> list[ClaimShape]:
    """These claims, in the order given; unknown ones are an error."""
    return shown_claims(desk.case, [desk.case.claim(ClaimId(one)) for one in id])


@router.get("/cases/{case}/claims/{claim}")
def claim_shown(desk: DeskThere, claim: str) -> ClaimShown:
    """One claim with every sentence that tells or denies it, and what people decided on it."""
    case = desk.case
    one = case.claim(ClaimId(claim))
    rivals = [case.claim(rival) for dispute in one.disputes for rival in dispute.rivals]
    (shown,) = shown_claims(case, [one], passages=None)
    return ClaimShown(claim=shown, rivals=shown_claims(case, rivals), judgements=concerning(case, one))


@router.get("/cases/{case}/histogram")
def histogram(desk: DeskThere, q: Line = "", by: Annotated[str, Query(pattern="^(year|month)$")] = "year") -> Histogram:
    """How many claims that pass a filter there are in each year or month, by channel."""
    query = asked(q)
    return desk.answer("histogram", (q, by), lambda: _histogram(desk.case.found(query), by))


@router.get("/cases/{case}/facets")
def facets(desk: DeskThere, q: Line = "") -> Facets:
    """How the claims that pass a filter divide by kind, channel and year."""
    query = asked(q)
    return desk.answer("facets", q, lambda: _facets(desk.case.found(query)))


def _histogram(claims: Iterable[Claim], by: str) -> Histogram:
    counted: Counter[tuple[str, str]] = Counter()
    undated = 0
    for claim in claims:
        when = _when(claim, by)
        if when is None:
            undated += 1
        else:
            counted[when, _channel(claim)] += 1
    items = [YearOfChannel(when=w, channel=c, claims=n) for (w, c), n in sorted(counted.items())]
    return Histogram(items=items, undated=undated)


def _facets(claims: Iterable[Claim]) -> Facets:
    kinds, channels, years = Counter[str](), Counter[str](), Counter[str]()
    for claim in claims:
        kinds[claim.kind] += 1
        if channel := _channel(claim):
            channels[channel] += 1
        if year := _when(claim, "year"):
            years[year] += 1
    return Facets(
        claims=kinds.total(),
        kinds=_most_first(kinds),
        channels=_most_first(channels),
        years=sorted(_most_first(years), key=lambda one: one.value),
    )


def _most_first(counted: Counter[str]) -> list[FacetValue]:
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return [FacetValue(value=value, claims=number) for value, number in ordered]


def _channel(claim: Claim) -> str:
    return channel_of(claim.detail.contexts) if isinstance(claim.detail, EventDetail) else ""


def _when(claim: Claim, by: str) -> str | None:
    """The one year or month in which a claim lies; None where its time tells none."""
    length = 4 if by == "year" else 7
    days = claim.time and (claim.time.first_day, claim.time.last_day)
    if not days or days[0] is None or days[1] is None:
        return None
    first, last = (day.isoformat()[:length] for day in days if day)
    return first if first == last else None
