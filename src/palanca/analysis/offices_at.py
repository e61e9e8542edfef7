"""Who held which office on a day: certainly, possibly, or in conflict with others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from palanca.analysis.tenures import Known, Tenure, bounded, tenure_of
from palanca.claims.roles import role_key, sole_roles
from palanca.claims.telling import Days
from palanca.records import Claim, OfficeDetail, OfficeStatus, Party, RoleName, Statement, StatementId

_SENT = frozenset({"ambassador", "envoy", "representative", "charge", "chargé", "minister", "consul"})
_TO = " to "

type Evidence = Callable[[Iterable[StatementId]], Mapping[StatementId, Statement]]


class HolderStanding(StrEnum):
    """How surely someone held an office at a time."""

    CERTAIN = "certain"
    CONFLICTING = "conflicting"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Someone who held an office at the time asked for. `reason` says in words what is told of beginning and end."""

    standing: HolderStanding
    person: Party
    office: str
    body: str
    reason: str
    claim: Claim


def holders_at(claims: Iterable[Claim], evidence: Evidence, asked: Days) -> list[Holder]:
    """The holders of these offices at some time between two days, both included.

    Office by office: those first that somebody is known to hold, then by the name of the body, those of none last,
    and by role; within one the certain first, then by when they are first known to hold it.
    Two certain holders of an office that one person holds at a time are in conflict, save on the day on which one
    hands over to the other. Nor is it possibly held by whoever held it before and is named by it long after, when
    others are known to have held it in between.
    """
    offices: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in _tenures(claims, evidence):
        offices[office_of(tenure.claim)].append(tenure)
    found: list[list[Holder]] = []
    for tenures in offices.values():
        is_sole = _is_sole(tenures[0].claim)
        holders = _holders(bounded(tenures) if is_sole else tenures, asked, is_sole=is_sole)
        if known := sorted(holders, key=lambda holder: list(HolderStanding).index(holder.standing)):
            found.append(known)
    return [holder for known in sorted(found, key=_place) for holder in known]


def _place(holders: Sequence[Holder]) -> tuple[object, ...]:
    """Where an office stands among others, by its holders in order."""
    first = holders[0]
    is_known = first.standing is not HolderStanding.POSSIBLE
    return not is_known, not first.body, first.body.casefold(), first.office.casefold(), first.claim.id


def office_of(claim: Claim) -> tuple[str, str]:
    """What makes an office the same: its body, and its role as roles are compared."""
    body = next(iter(claim.of(RoleName.BODY)), None)
    role = claim.detail.role if isinstance(claim.detail, OfficeDetail) else ""
    return (body.identity or body.text.casefold()) if body else "", role_key(role)


def destination(role: str) -> tuple[str, str | None]:
    """The title and where its holder is sent: "ambassador to peru" is an ambassador, sent to "peru"."""
    title, to, where = role.partition(_TO)
    return (title, where.removeprefix("the ")) if to and _SENT.intersection(title.split()) else (role, None)


def _is_sole(claim: Claim) -> bool:
    """Whether one person of a body holds an office at a time, as a president does, and who is sent somewhere."""
    role = claim.detail.role if isinstance(claim.detail, OfficeDetail) else ""
    return role_key(role) in sole_roles() or destination(role)[1] is not None


def _tenures(claims: Iterable[Claim], evidence: Evidence) -> Iterator[Tenure]:
    several = [claim for claim in claims if claim.of(RoleName.PERSON)]
    known = evidence(one.statement for claim in several for one in claim.evidence)
    for claim in several:
        statements = (known[one.statement] for one in claim.evidence if one.statement in known)
        if tenure := tenure_of(claim, statements):
            yield tenure


def _holders(tenures: Sequence[Tenure], asked: Days, *, is_sole: bool) -> Iterator[Holder]:
    certain = [one for one in tenures if one.is_certain(asked)]
    known = Known(tenures) if is_sole else None
    for one in sorted(tenures, key=lambda tenure: (tenure.first_known, tenure.claim.id)):
        if one.is_certain(asked):  # looked up among them, each would be compared with each
            rivals = [other for other in certain if is_sole and _exclude(one, other, asked)]
            yield _holder(one, HolderStanding.CONFLICTING if rivals else HolderStanding.CERTAIN)
        elif one.is_possible(asked) and not (known and known.by_others_about(one, asked)):
            yield _holder(one, HolderStanding.POSSIBLE)


def _exclude(one: Tenure, other: Tenure, asked: Days) -> bool:
    """Whether two people are said to hold the office on the same days, and on more than the day of a handover."""
    people = [tenure.claim.of(RoleName.PERSON)[0] for tenure in (one, other)]
    if people[0].identity == people[1].identity or _is_acting(one) or _is_acting(other):
        return False
    for mine in one.throughout:
        for theirs in other.throughout:
            first, last = max(mine[0], theirs[0], asked[0]), min(mine[1], theirs[1], asked[1])
            is_handover = mine[1] == theirs[0] or theirs[1] == mine[0]
            if first <= last and not is_handover:
                return True
    return False


def _is_acting(tenure: Tenure) -> bool:
    detail = tenure.claim.detail
    return isinstance(detail, OfficeDetail) and detail.status is OfficeStatus.ACTING


def _holder(tenure: Tenure, standing: HolderStanding) -> Holder:
    from palanca.analysis.tables import shown_role

    claim = tenure.claim
    body = next((party.text for party in claim.of(RoleName.BODY)), "")
    role = claim.detail.role if isinstance(claim.detail, OfficeDetail) else ""
    acting = "acting " if _is_acting(tenure) else ""
    return Holder(
        standing=standing,
        person=claim.of(RoleName.PERSON)[0],
        office=acting + shown_role(role),
        body=body,
        reason=tenure.told,
        claim=claim,
    )
