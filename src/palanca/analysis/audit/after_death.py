"""What is told of people after the day on which they are told to have died."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from palanca.analysis.audit.deaths import Death, deaths
from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.audit.ledger import Ledger, Told, finding
from palanca.analysis.audit.wording import about, dated
from palanca.records import (
    IN_OFFICE,
    TOLD_AS_SO,
    Category,
    EntityId,
    EventDetail,
    Filler,
    Finding,
    FindingKind,
    Identity,
    Kind,
    OfficeDetail,
    RoleName,
    Severity,
)

_ACTS = timedelta(days=1)  # the day may be another in the next time zone
_TITLES = timedelta(days=14)  # obituaries go on calling the dead by their offices
# Later, a title before a name is of history ("Senator Kennedy"), not of the day.
_HISTORY = timedelta(days=366)
_IN_PERSON = frozenset({"meet", "visit", "host", "phone"})


def after_death(ledger: Ledger) -> Iterator[Finding]:
    """One finding for each claim that shows a person acting, speaking or in office after a told death."""
    died = deaths(ledger)
    seen: dict[tuple[str, EntityId], list[Told]] = defaultdict(list)
    for told in ledger.all_told() if died else ():
        for filler in _the_living(told):
            person = ledger.person(filler)
            if person and _is_after(told, died.get(person.id, ())):
                seen[told.claim.id, person.id].append(told)
    for (_, person_id), acts in seen.items():
        yield _finding(ledger, ledger.identities[person_id], died[person_id], acts)


def _the_living(told: Told) -> Iterator[Filler]:
    """Who must be alive for the statement to hold."""
    statement = told.statement
    if statement.modality not in TOLD_AS_SO:
        return
    detail = statement.detail
    if isinstance(detail, EventDetail):
        yield from statement.fillers(RoleName.ACTOR)
        if detail.category is Category.CONSULT and detail.mode in _IN_PERSON:
            yield from statement.fillers(RoleName.RECIPIENT)
    elif isinstance(detail, OfficeDetail) and detail.status in IN_OFFICE and detail.end is None:
        yield from statement.fillers(RoleName.PERSON)
    elif statement.kind is Kind.QUOTATION and statement.speaker:
        yield statement.speaker


def _is_after(told: Told, died: Sequence[Death]) -> bool:
    """Whether a statement is of a day after each of the told deaths."""
    first = told.statement.time.first_day if told.statement.time else None
    room = _TITLES if told.claim.kind is Kind.OFFICE else _ACTS
    last = max((_last_day(death) for death in died), default=None)
    if first is None or last is None or (told.claim.kind is Kind.OFFICE and first > last + _HISTORY):
        return False
    return first > last + room


def _last_day(death: Death) -> date:
    return death.time.last_day or date.max


def _finding(ledger: Ledger, person: Identity, died: Sequence[Death], acts: Sequence[Told]) -> Finding:
    days = sorted({dated(death.time) for death in died})
    when = acts[0].statement.time
    assert when is not None  # noqa: S101  # undated acts are after nothing
    act = about(acts[0].claim, ledger)
    text = FINDINGS.say("died", person=person.caption, days=" or ".join(days), act=act, day=dated(when))
    is_office = acts[0].claim.kind is Kind.OFFICE
    evidence = (*(death.told for death in died), *acts)
    return finding(ledger, FindingKind.IMPOSSIBLE_TIME, Severity.MEDIUM if is_office else Severity.HIGH, text, evidence)
