"""From statements to claims, kind by kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from palanca.claims.background import Background
from palanca.claims.events import group_events
from palanca.claims.holders import Made, with_rival_holders
from palanca.claims.instruments import group_instruments
from palanca.claims.making import claim_of
from palanca.claims.occupancies import group_occupancies
from palanca.claims.quantities import group_quantities
from palanca.claims.quotations import group_quotations
from palanca.claims.sides import Grouping, with_sides
from palanca.claims.telling import Told, told
from palanca.claims.ties import group_ties
from palanca.records import Claim, EventDetail, Kind, Review, Statement

_GROUPINGS: dict[Kind, Grouping] = {
    Kind.EVENT: group_events,
    Kind.OFFICE: group_occupancies,
    Kind.TIE: group_ties,
    Kind.INSTRUMENT: group_instruments,
    Kind.QUANTITY: group_quantities,
    Kind.QUOTATION: group_quotations,
    Kind.ANOMALY: lambda statements: [[one] for one in statements],
}


def claims_of(statements: Iterable[Statement], background: Background) -> list[Claim]:
    """What these statements claim, by time (unknown last), then kind, then the place of the lead.

    Every statement stands under one claim. Those that a person rejected stand under claims of their own. The order of
    the statements does not matter. Raises KeyError if a statement's document is not in the background.
    """
    parts: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told(statements, background):
        detail = one.statement.detail
        parts[one.statement.kind, detail.category if isinstance(detail, EventDetail) else ""].append(one)
    made = [
        made
        for (kind, _), part in sorted(parts.items())
        for group in with_sides(part, _GROUPINGS[Kind(kind)])
        for made in _made(group, background)
    ]
    return with_rival_holders(sorted(made, key=_order))


def _made(group: Sequence[Told], background: Background) -> Iterator[Made]:
    """The claim of a group, and that of its rejected statements apart."""
    ordered = sorted(group, key=lambda one: one.order)
    rejected = tuple(one for one in ordered if one.id in background.rejected)
    kept = tuple(one for one in ordered if one.id not in background.rejected)
    if rejected:
        yield Made(claim=claim_of(rejected, Review.REJECTED), group=rejected)
    if kept:
        is_confirmed = any(one.id in background.confirmed for one in kept)
        review = Review.CONFIRMED if is_confirmed else Review.REOPENED if rejected else Review.OPEN
        yield Made(claim=claim_of(kept, review), group=kept)


def _order(made: Made) -> tuple[object, ...]:
    claim = made.claim
    time = claim.time
    first = (time.first_day or time.last_day) if time else None
    lead = next(one for one in made.group if one.id == claim.lead)
    return first is None, first or date.max, list(Kind).index(claim.kind), lead.order, claim.id
