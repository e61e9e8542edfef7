"""Who held what: all showings of one office by one person, whatever claims they stand under."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from palanca.analysis.audit.ledger import Ledger, Told
from palanca.analysis.audit.wording import office_of
from palanca.claims.occupancies import detail_of
from palanca.claims.roles import role_key
from palanca.records import IN_OFFICE, TOLD_AS_SO, Identity, Kind, OfficeStatus, RoleName

_NEWS = timedelta(days=92)  # what is shown so long before its document is history, and calls nothing current


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role of a body that is a thing of the case; `role` without order and small words."""

    role: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """All that documents tell of one person in one office. `title` names both in words."""

    person: Identity
    office: Office
    title: str
    told: list[Told] = field(default_factory=list)


def tenures(ledger: Ledger) -> list[Tenure]:
    """The tenures of known persons at known bodies, in the order of the claims."""
    found: dict[tuple[str, Office], Tenure] = {}
    for told in ledger.all_told():
        if told.claim.kind is not Kind.OFFICE or told.statement.modality not in TOLD_AS_SO:
            continue
        body = ledger.thing(next(iter(told.statement.fillers(RoleName.BODY)), None))
        for filler in told.statement.fillers(RoleName.PERSON):
            person = ledger.person(filler)
            if person and body:
                role = detail_of(told.statement).role
                office = Office(role=role_key(role), body=body.id)
                if (person.id, office) not in found:
                    title = office_of(person.caption, role, body.caption)
                    found[person.id, office] = Tenure(person=person, office=office, title=title)
                found[person.id, office].told.append(told)
    return list(found.values())


def by_office(held: list[Tenure]) -> Mapping[Office, list[Tenure]]:
    """The tenures of each office."""
    found: dict[Office, list[Tenure]] = defaultdict(list)
    for tenure in held:
        found[tenure.office].append(tenure)
    return found


def current_showings(ledger: Ledger, tenure: Tenure) -> list[tuple[date, Told]]:
    """What calls the office current, with the day of publication, but for documents that call it former too."""
    statements = (told.statement for told in tenure.told)
    former = {one.document for one in statements if detail_of(one).status is OfficeStatus.FORMER}
    dated = ((_called_current(ledger, told), told) for told in tenure.told if told.statement.document not in former)
    return [(day, told) for day, told in dated if day]


def _called_current(ledger: Ledger, told: Told) -> date | None:
    """The day of publication of a statement that calls an office current then; None for history and for plans."""
    published = ledger.published(told.statement)
    day = published.last_day if published else None
    detail, time = detail_of(told.statement), told.statement.time
    if day is None or detail.status not in IN_OFFICE or detail.end:
        return None
    return day if time is None or (time.last_day or date.max) >= day - _NEWS else None
