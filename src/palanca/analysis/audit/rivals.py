"""Two people who are shown in an office that one person holds at a time, on the same days."""

from collections.abc import Iterator
from datetime import date, timedelta

from palanca.analysis.audit.ledger import Ledger, Told
from palanca.analysis.audit.sides import Side, disagreement
from palanca.analysis.audit.wording import names
from palanca.analysis.tables import shown_role
from palanca.claims.occupancies import detail_of
from palanca.claims.telling import overlap
from palanca.identity.person_names import NameMatch, compare
from palanca.records import Claim, ClaimId, DisputeKind, Finding, OfficeDetail, RoleName, Statement, Time

_HANDOVER = timedelta(days=7)  # around a handover, the old holder and the new one are both called by the title

type Days = tuple[date, date]


def rivals(ledger: Ledger) -> Iterator[Finding]:
    """One finding for each pair of claims that dispute who held an office.

    Left out are handovers, and a surname beside the full name that may be meant by it: such a pair is for review.
    """
    by_id = {claim.id: claim for claim in ledger.claims}
    for first, second in sorted({pair for claim in ledger.claims for pair in _pairs(claim)}):
        if first in by_id and second in by_id:
            one, other = by_id[first], by_id[second]
            is_handover = _is_handover(one, other) or _is_handover(other, one)
            if not (is_handover or _may_be_one(one, other) or _in_one_sentence(ledger, one, other)):
                yield _finding(ledger, one, other)


def _pairs(claim: Claim) -> Iterator[tuple[ClaimId, ClaimId]]:
    for dispute in claim.disputes:
        if dispute.kind is DisputeKind.HOLDER:
            for rival in dispute.rivals:
                yield min(claim.id, rival), max(claim.id, rival)


def _finding(ledger: Ledger, one: Claim, other: Claim) -> Finding:
    body = names(one.of(RoleName.BODY))
    what = f"{shown_role(detail_of(one).role)}{f' ({body})' if body else ''}"
    sides = [_side(ledger, one, other), _side(ledger, other, one)]
    return disagreement(
        ledger, DisputeKind.HOLDER, what, sorted(sides, key=lambda side: (-len(side.documents), side.shown))
    )


def _side(ledger: Ledger, claim: Claim, rival: Claim) -> Side:
    """The statements of a claim that meet those of its rival; documents are its voices, for claims count their own."""
    theirs = {days for statement in ledger.told(rival) for days in _days(statement)}
    meeting = [one for one in ledger.told(claim) if any(overlap(a, b) for a in _days(one) for b in theirs)]
    told = tuple(Told(claim, statement) for statement in meeting or [ledger.statements[claim.lead]])
    name = names(claim.of(RoleName.PERSON))
    return Side(value=name, shown=name, told=told, voices=frozenset(one.statement.document for one in told))


def _days(statement: Statement) -> Iterator[Days]:
    """The days on which a statement shows the office held."""
    detail = statement.detail
    assert isinstance(detail, OfficeDetail)  # noqa: S101  # only offices have rival holders
    if detail.start or detail.end:
        first = detail.start.first_day if detail.start else None
        last = detail.end.last_day if detail.end else None
        yield first or date.min, last or date.max
    elif statement.time:
        yield statement.time.first_day or date.min, statement.time.last_day or date.max


def _is_handover(before: Claim, after: Claim) -> bool:
    """Whether the one is told to end, or the other to begin, about when both are shown."""
    shown = [time for time in (before.time, after.time) if time]
    changes = [time for time in (detail_of(before).end, detail_of(after).start) if time]
    return any(_near(change, time) for change in changes for time in shown)


def _near(change: Time, time: Time) -> bool:
    first, last = change.first_day, change.last_day
    return first is not None and last is not None and time.within(first - _HANDOVER, last + _HANDOVER)


def _may_be_one(one: Claim, other: Claim) -> bool:
    """Whether the holder of one is called by the surname alone of the holder of the other."""
    return compare(names(one.of(RoleName.PERSON)), names(other.of(RoleName.PERSON))) is NameMatch.SURNAME


def _in_one_sentence(ledger: Ledger, one: Claim, other: Claim) -> bool:
    """Whether a sentence names both: it tells of two offices of one name, as of the chairs of two committees."""
    sentences = {(statement.document, statement.span) for statement in ledger.told(one)}
    return any((statement.document, statement.span) in sentences for statement in ledger.told(other))
