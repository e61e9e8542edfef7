"""From statements to claims, kind by kind and part by part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from palanca.claims.background import Background
from palanca.claims.events import group_events
from palanca.claims.holders import holdings_of, with_rival_holders
from palanca.claims.instruments import group_instruments
from palanca.claims.making import claim_of
from palanca.claims.occupancies import group_occupancies
from palanca.claims.parting import parted
from palanca.claims.quantities import group_quantities
from palanca.claims.quotations import group_quotations
from palanca.claims.reaching import united_reach
from palanca.claims.settled import Settled
from palanca.claims.sides import Grouping, with_sides
from palanca.claims.telling import Told, told
from palanca.claims.tenures import Tenure, tenure_of
from palanca.claims.ties import group_ties
from palanca.identity.corrections import JUDGEMENT
from palanca.records import Claim, ClaimId, Kind, Review, Statement

_GROUPINGS: dict[Kind, Grouping] = {
    Kind.EVENT: group_events,
    Kind.OFFICE: group_occupancies,
    Kind.TIE: group_ties,
    Kind.INSTRUMENT: group_instruments,
    Kind.QUANTITY: group_quantities,
    Kind.QUOTATION: group_quotations,
    Kind.ANOMALY: lambda statements: [[one] for one in statements],
}

type _Made = tuple[Claim, Sequence[Told]]


def claims_of(statements: Iterable[Statement], background: Background) -> list[Claim]:
    """What these statements claim, by time (unknown last), then kind, then the place of the lead.

    Every statement stands under one claim. Those that a person rejected stand under claims of their own. The order of
    the statements does not matter. Raises KeyError if a statement's document is not in the background.
    """
    made = (one for part in _parts(told(statements, background)) for one in _made(part, background))
    ordered = sorted(made, key=_order)
    held = [(claim.id, held) for claim, group in ordered for held in holdings_of(claim, group)]
    return with_rival_holders([claim for claim, _ in ordered], held)


def settled_of(statements: Iterable[Statement], background: Background) -> list[Settled]:
    """What these statements claim, as a case keeps it: the rest of the case does not matter, if it is of other parts.

    Disputes over who holds an office are left to those who know all its holders, see `holders`.
    """
    return settled_parts(_parts(told(statements, background)), background)


def settled_parts(parts: Iterable[Sequence[Told]], background: Background) -> list[Settled]:
    """The same of statements of which the parts are known, each in the order of documents and places."""
    found = []
    for part in parts:
        made = list(_made(part, background))
        name = min(claim.id for claim, _ in made) if len(made) > 1 else None
        found += [_settled(claim, group, name) for claim, group in made]
    return found


def _parts(statements: Iterable[Told]) -> Iterator[list[Told]]:
    """The parts of statements of all kinds, kind by kind."""
    sorts: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in statements:
        sorts[one.statement.kind, one.statement.category or ""].append(one)
    for _, sort in sorted(sorts.items()):
        yield from parted(sort)


def _made(part: Sequence[Told], background: Background) -> Iterator[_Made]:
    """The claims of a part, each with its statements."""
    groups = with_sides(part, _GROUPINGS[part[0].statement.kind]) if len(part) > 1 else [part]
    for group in groups:
        yield from _reviewed(group, background)


def _reviewed(group: Sequence[Told], background: Background) -> Iterator[_Made]:
    """The claim of a group, and that of its rejected statements apart."""
    ordered = sorted(group, key=lambda one: one.order)
    rejected = [one for one in ordered if one.id in background.rejected]
    kept = [one for one in ordered if one.id not in background.rejected]
    if rejected:
        yield claim_of(rejected, Review.REJECTED), rejected
    if kept:
        yield claim_of(kept, _review_of(kept, background, is_rejected=bool(rejected))), kept


def _review_of(kept: Sequence[Told], background: Background, *, is_rejected: bool) -> Review:
    """What a person said of a claim, of which another part `is_rejected`: what stands of it comes first."""
    if any(one.id in background.confirmed for one in kept):
        return Review.CONFIRMED
    if any(one.statement.reader == JUDGEMENT for one in kept):
        return Review.CORRECTED
    return Review.REOPENED if is_rejected else Review.OPEN


def _settled(claim: Claim, group: Sequence[Told], part: ClaimId | None) -> Settled:
    reaches, held = united_reach(group), tuple(holdings_of(claim, group))
    return Settled(claim=claim, part=part, reaches=reaches, holdings=held, tenure=_tenure(claim, group))


def _tenure(claim: Claim, group: Sequence[Told]) -> Tenure | None:
    if claim.kind is not Kind.OFFICE or claim.review is Review.REJECTED:
        return None
    return tenure_of(claim, (one.statement for one in group))


def _order(made: _Made) -> tuple[object, ...]:
    claim, group = made
    time = claim.time
    first = (time.first_day or time.last_day) if time else None
    lead = next(one for one in group if one.id == claim.lead)
    return first is None, first or date.max, list(Kind).index(claim.kind), lead.order, claim.id
