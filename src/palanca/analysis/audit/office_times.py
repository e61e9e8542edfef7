"""Offices shown held outside the times that documents state for them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from palanca.analysis.audit.deaths import deaths
from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.audit.ledger import Ledger, Told, finding
from palanca.analysis.audit.terms import Tenure, current_showings, tenures
from palanca.analysis.audit.wording import about, dated
from palanca.claims.occupancies import detail_of
from palanca.records import Finding, FindingKind, OfficeDetail, Severity, Time
from palanca.records.sayings import counted

_ROOM = timedelta(days=14)  # a paper calls a minister so for some days more, and before the oath

type Dated = tuple[Time, Told]


def office_times(ledger: Ledger) -> Iterator[Finding]:
    """Offices that end before they begin, then those shown held after their end or before their beginning."""
    yield from _turned(ledger)
    died = {death.told for found in deaths(ledger).values() for death in found}
    for tenure in tenures(ledger):
        yield from _after_end(ledger, tenure, died)
        yield from _before_start(ledger, tenure)


def _turned(ledger: Ledger) -> Iterator[Finding]:
    for claim in ledger.claims:
        detail = claim.detail
        if isinstance(detail, OfficeDetail) and detail.start and detail.end and detail.end.is_before(detail.start):
            stating = [Told(claim, one) for one in ledger.told(claim)]
            stating = [told for told in stating if detail_of(told.statement).start or detail_of(told.statement).end]
            text = FINDINGS.say("turned", about=about(claim, ledger), start=dated(detail.start), end=dated(detail.end))
            yield finding(ledger, FindingKind.IMPOSSIBLE_TIME, Severity.HIGH, text, stating)


def _after_end(ledger: Ledger, tenure: Tenure, died: set[Told]) -> Iterator[Finding]:
    """Showings after the last stated end, if no later beginning is stated."""
    ends = [(end, told) for told in tenure.told if told not in died and (end := detail_of(told.statement).end)]
    last = max((end.last_day or date.max for end, _ in ends), default=date.max)
    starts = [start for told in tenure.told if (start := detail_of(told.statement).start)]
    if last == date.max or any((start.last_day or date.max) > last for start in starts):
        return
    later = [(time, told) for time, told in _showings(ledger, tenure) if (time.first_day or date.min) > last + _ROOM]
    if later:
        end = next(end for end, _ in ends if end.last_day == last)
        latest = max((time for time, _ in later), key=lambda time: (time.first_day or date.min, str(time)))
        code, documents = _shown("held_after", later)
        text = FINDINGS.say(code, about=tenure.title, end=dated(end), documents=documents, last=dated(latest))
        yield _finding(ledger, text, [*ends, *later])


def _before_start(ledger: Ledger, tenure: Tenure) -> Iterator[Finding]:
    """Showings before the first stated beginning, if no earlier end is stated."""
    starts = [(start, told) for told in tenure.told if (start := detail_of(told.statement).start)]
    first = min((start.first_day or date.min for start, _ in starts), default=date.min)
    ends = [end for told in tenure.told if (end := detail_of(told.statement).end)]
    if first == date.min or any((end.first_day or date.min) < first for end in ends):
        return
    early = [(time, told) for time, told in _showings(ledger, tenure) if (time.last_day or date.max) < first - _ROOM]
    if early:
        start = next(start for start, _ in starts if start.first_day == first)
        earliest = min((time for time, _ in early), key=lambda time: (time.first_day or date.min, str(time)))
        code, documents = _shown("held_before", early)
        text = FINDINGS.say(code, about=tenure.title, start=dated(start), documents=documents, first=dated(earliest))
        yield _finding(ledger, text, [*starts, *early])


def _showings(ledger: Ledger, tenure: Tenure) -> list[Dated]:
    """When documents of the day call the office current, in statements that state neither beginning nor end."""
    return [
        (told.statement.time, told)
        for _, told in current_showings(ledger, tenure)
        if told.statement.time and not detail_of(told.statement).start
    ]


def _shown(code: str, showings: Sequence[Dated]) -> tuple[str, str]:
    """The code for one document or several, and how many there are."""
    documents = len({told.statement.document for _, told in showings})
    return f"{code}_one" if documents == 1 else code, counted(documents, "document")


def _finding(ledger: Ledger, text: str, evidence: Sequence[Dated]) -> Finding:
    return finding(ledger, FindingKind.IMPOSSIBLE_TIME, Severity.MEDIUM, text, (told for _, told in evidence))
