"""The question that holds registers and press against each other. `import palanca` offers it."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import batched

from palanca.analysis.coverage import Surroundings
from palanca.analysis.reconciliation import Reconciled, reconcile
from palanca.claims.telling import Days, days_of
from palanca.questions.claims import offices_then
from palanca.records import Claim, Filter, Kind
from palanca.records.query import Field, Words
from palanca.settlement import settle
from palanca.store import Case

_KINDS = (Kind.EVENT, Kind.OFFICE, Kind.QUANTITY, Kind.TIE)
_AT_ONCE = 500
_TOLD_LATE = timedelta(days=31)  # articles of a month tell of the month before


def reconciliation(
    case: Case, wanted: Filter | None = None, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> list[Reconciled]:
    """Every claim that a register covers: told by both, by one, or by each otherwise; conflicts first.

    Without a register there is none. `progress` is told how many claims of how many are read. A pair is kept when one
    of its sides passes the filter; what readers doubt more than it wants takes no part.
    """
    settle(case)
    wanted = wanted or Filter()
    registers = {register.name: register for register in case.registers()}
    if not registers:
        return []
    rows = {document.id: document.register for document in case.documents()}
    countries = {thing.id: thing.country for thing in case.things()}
    claims: list[Claim] = []
    of = case.count_claims(Words(field=Field.KIND, values=_KINDS))
    for several in batched(case.claims(Filter(kinds=_KINDS, least_confidence=wanted.least_confidence)), _AT_ONCE):
        claims += several
        progress(len(claims), of)
    offices = offices_then(case)
    offices.prepare(claim for claim in claims if claim.kind is Kind.EVENT)
    known = Surroundings(
        registers=registers,
        register_of=rows.get,
        country_of=countries.get,
        held=lambda claim: {one.office.partition(",")[0].casefold() for one in offices.of(claim) if one.is_certain},
        reported=_reported(case),
    )
    found = reconcile(claims, known)
    if wanted == Filter(least_confidence=wanted.least_confidence):
        return found
    passing = {claim.id for claim in case.claims(wanted)}
    return [one for one in found if any(side and side.id in passing for side in (one.row, one.press))]


def _reported(case: Case) -> Days | None:
    """The time that the articles of a case can be expected to tell of: from a month before the first to the last."""
    told = [days for one in case.documents() if one.register is None and (days := days_of(one.published))]
    if not told:
        return None
    first, last = min(days[0] for days in told), max(days[1] for days in told)
    return max(date.min + _TOLD_LATE, first) - _TOLD_LATE, last
