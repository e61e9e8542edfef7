"""Times that cannot be: four checks under one rule."""

from collections.abc import Iterator

from palanca.analysis.audit.after_death import after_death
from palanca.analysis.audit.deaths import deaths
from palanca.analysis.audit.ledger import Ledger, Told, finding
from palanca.analysis.audit.office_times import office_times
from palanca.analysis.audit.reading import LAWS, MOVES, TENURES
from palanca.analysis.audit.rule import Check, Rule
from palanca.analysis.audit.whereabouts import whereabouts
from palanca.records import AnomalyDetail, AnomalyKind, Finding, FindingKind, Kind, Severity


def _read_so(ledger: Ledger) -> Iterator[Finding]:
    """What one document already shows: a weekday that the date is not, an act told as past before it came."""
    instruments = {(one.statement.document, one.statement.span) for one in ledger.all_told() if _is_instrument(one)}
    for told in ledger.all_told():
        detail = told.statement.detail
        if not isinstance(detail, AnomalyDetail):
            continue
        is_number = (told.statement.document, told.statement.span) in instruments  # has a rule of its own
        if detail.kind is AnomalyKind.IMPOSSIBLE_ORDER or (detail.kind is AnomalyKind.DATE_CONFLICT and not is_number):
            text = f"{detail.detail[:1].upper()}{detail.detail[1:]}."
            yield finding(ledger, FindingKind.IMPOSSIBLE_TIME, Severity.MEDIUM, text, [told])


def _is_instrument(told: Told) -> bool:
    return told.statement.kind is Kind.INSTRUMENT


IMPOSSIBLE_TIME = Rule(
    kind=FindingKind.IMPOSSIBLE_TIME,
    says=(
        "An office ends before it begins, or is shown held more than two weeks after its told end or before its told "
        "beginning, with no other term told. A person acts, speaks or meets somebody after a told death. A person "
        "meets somebody within a month in a place that the person is told to have left, or is in two countries on one "
        "day. A date falls on another weekday than the text says, or is told as past before it came."
    ),
    checks=(
        Check(reads=TENURES, find=office_times),
        Check(reads=TENURES, find=after_death, also=deaths),
        Check(reads=MOVES, find=whereabouts),
        Check(reads=LAWS, find=_read_so),
    ),
)
