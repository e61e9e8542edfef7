"""Offices that only old documents call current, and sole offices of which a later holder is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from palanca.analysis.audit.deaths import deaths
from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.audit.ledger import Ledger, Told, finding
from palanca.analysis.audit.reading import TENURES
from palanca.analysis.audit.rule import Check, Rule
from palanca.analysis.audit.terms import Tenure, by_office, current_showings, tenures
from palanca.analysis.audit.wording import dated
from palanca.claims.occupancies import detail_of
from palanca.claims.roles import sole_roles
from palanca.records import Finding, FindingKind, OfficeStatus, Severity, Time
from palanca.records.sayings import counted

_OLD = timedelta(days=2 * 365)
_HANDOVER = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A tenure with the first and the last day on which documents call it current, and those that do on the last."""

    tenure: Tenure
    first: date
    last: date
    told_first: tuple[Told, ...]
    told_last: tuple[Told, ...]
    documents: int


def stale_offices(ledger: Ledger) -> Iterator[Finding]:
    """Tenures of which no end is told: those that another holder has followed, else those shown long ago."""
    newest, dead = ledger.newest, deaths(ledger)
    for office, of_office in by_office(tenures(ledger)).items():
        shown = [found for tenure in of_office if (found := _shown(ledger, tenure))]
        if office.role in sole_roles():
            shown = [one for one in shown if one.documents > 1 and not any(_covers(other, one) for other in shown)]
        for one in shown:
            if _is_told_over(one.tenure) or one.tenure.person.id in dead:
                continue
            if office.role in sole_roles() and (after := _next_holder(one, shown)):
                yield _followed(ledger, one, after)
            elif newest - one.last > _OLD:
                yield _old(ledger, one, newest)


def _covers(other: Shown, one: Shown) -> bool:
    """Whether another is called the holder before and after: "President Lincoln", in between, is history."""
    return other.first < one.first and one.last < other.last


def _shown(ledger: Ledger, tenure: Tenure) -> Shown | None:
    """When documents call an office current; None if none does."""
    days = current_showings(ledger, tenure)
    if not days:
        return None
    first, last = min(day for day, _ in days), max(day for day, _ in days)
    return Shown(
        tenure=tenure,
        first=first,
        last=last,
        told_first=tuple(told for day, told in days if day == first),
        told_last=tuple(told for day, told in days if day == last),
        documents=len({told.statement.document for _, told in days}),
    )


def _is_told_over(tenure: Tenure) -> bool:
    details = (detail_of(told.statement) for told in tenure.told)
    return any(one.end or one.status is OfficeStatus.FORMER for one in details)


def _next_holder(one: Shown, shown: Sequence[Shown]) -> Shown | None:
    """Who is first called the holder after somebody was last."""
    later = [other for other in shown if other.tenure is not one.tenure and other.first > one.last + _HANDOVER]
    return min(later, key=lambda other: (other.first, other.tenure.person.id), default=None)


def _followed(ledger: Ledger, one: Shown, after: Shown) -> Finding:
    holder = after.tenure.person.caption
    text = FINDINGS.say("followed", about=one.tenure.title, last=_day(one.last), holder=holder, day=_day(after.first))
    return finding(ledger, FindingKind.STALE_OFFICE, Severity.MEDIUM, text, (*one.told_last, *after.told_first))


def _old(ledger: Ledger, one: Shown, newest: date) -> Finding:
    documents = counted(one.documents, "document")
    text = FINDINGS.say("stale", about=one.tenure.title, documents=documents, last=_day(one.last), newest=_day(newest))
    return finding(ledger, FindingKind.STALE_OFFICE, Severity.LOW, text, one.told_last)


def _day(day: date) -> str:
    return dated(Time.day(day))


STALE_OFFICE = Rule(
    kind=FindingKind.STALE_OFFICE,
    says=(
        "An office of which no end is told, though the last document that calls it current is more than two years "
        "older than the newest, or though somebody else is called the holder since, of an office that one person "
        "holds at a time. Of such an office two documents must call each of them the holder."
    ),
    checks=(Check(reads=TENURES, find=stale_offices),),
)
