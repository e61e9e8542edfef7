"""Which statements tell one occupancy: the same person, role and body, within one term."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from palanca.claims.parties import Party
from palanca.claims.roles import role_key
from palanca.claims.telling import Days, Told, days_of, gap, narrowed, overlap
from palanca.records import IN_OFFICE, Bound, Claim, Modality, OfficeDetail, OfficeStatus, RoleName, Statement, Time

_LATE = timedelta(days=366)  # past a stated end by more, or before a stated start, another term is shown
_SINCE_LEFT = timedelta(days=60)  # one who is called former, and later holder again, holds it again
_NO_CHIEFS = frozenset({"president", "speaker", "chair", "leader", "head"})  # of bodies beside the government too


@dataclass(slots=True)
class Term:
    """Statements that tell one occupancy."""

    body: Party | None = None
    told: list[Told] = field(default_factory=list)
    start: Days | None = None
    end: Days | None = None
    last_held: date | None = None
    first_left: date | None = None
    is_acting: bool = False
    records_of: set[str | None] = field(default_factory=set)

    def add(self, one: Told) -> None:
        """Take a statement in."""
        self.told.append(one)
        self.records_of |= {one.record_of} - {None}
        self.body = self.body or body_of(one)
        detail = detail_of(one.statement)
        self.start = narrowed(self.start, days_of(detail.start))
        self.end = narrowed(self.end, days_of(detail.end))
        if detail.start:
            self.is_acting = _is_acting(one)
        held, left = _held_on(one), _left_by(one)
        self.last_held = max(filter(None, (self.last_held, held)), default=None)
        self.first_left = min(filter(None, (self.first_left, left)), default=None)


def group_occupancies(statements: Iterable[Told]) -> list[list[Told]]:
    """The groups of statements that tell one occupancy each. `statements` are in order."""
    holders: dict[tuple[str, str], list[Told]] = defaultdict(list)
    alone = []
    for one in statements:
        held = next(reaches_of_office(one), None)
        if held is None:
            alone.append([one])
        else:
            holders[held].append(one)
    return alone + [term.told for key in sorted(holders) for term in _terms(holders[key])]


def reaches_of_office(one: Told) -> Iterator[tuple[str, str]]:
    """Who holds it, if that is a thing of the case, and the role as it is compared."""
    person = next(iter(one.parties(RoleName.PERSON)), None)
    if person is not None and person.is_known:
        yield person.key, office_key(one)


def _terms(statements: list[Told]) -> list[Term]:
    """The terms of one person in one role: what states its ends and its body comes first."""
    terms: list[Term] = []
    for one in sorted(statements, key=_says_most_first):
        fitting = [term for term in terms if _is_one(one, term)]
        if fitting and _are_one_body(fitting):
            _nearest(fitting, one).add(one)
        else:
            term = Term()
            term.add(one)
            terms.append(term)
    return terms


def _says_most_first(one: Told) -> tuple[bool, int, bool, bool, object]:
    detail = detail_of(one.statement)
    ends = sum(end is not None for end in (detail.start, detail.end))
    return one.statement.modality is Modality.DENIED, -ends, body_of(one) is None, one.days is None, one.order


def _are_one_body(terms: list[Term]) -> bool:
    return len({term.body.key for term in terms if term.body}) <= 1


def _nearest(terms: list[Term], one: Told) -> Term:
    """The term that a statement tells of: the one nearest to its days, of equals the latest begun."""
    when = one.days or one.likely_days

    def distance(term: Term) -> tuple[timedelta, date]:
        away = gap(when, _between(term.start, term.end)) if when else timedelta()
        return away, (term.start or (date.min, date.min))[0]

    least = min(distance(term)[0] for term in terms)
    return max((term for term in terms if distance(term)[0] == least), key=lambda term: distance(term)[1])


def _is_one(one: Told, term: Term) -> bool:
    detail = detail_of(one.statement)
    if one.record_of in term.records_of or not is_body_like(body_of(one), term.body, office_key(one)):
        return False
    start, end = days_of(detail.start), days_of(detail.end)
    if start and term.start and not overlap(start, term.start) and term.is_acting != _is_acting(one):
        return False  # one who acted and was then appointed held it twice
    if (
        start
        and end
        and term.start
        and term.end
        and (_succeeds((term.start, term.end), (start, end)) or _succeeds((start, end), (term.start, term.end)))
    ):
        return False
    if (start or end) and (term.start or term.end):
        return overlap(_between(start, end), _between(term.start, term.end))
    return not _is_shown_outside(one, term) and not _is_held_again(one, term)


def _succeeds(first: tuple[Days, Days], second: tuple[Days, Days]) -> bool:
    """Whether one term, from its start to its end, follows another on the day (or in the year) in which that ends."""
    return first[0][1] < second[0][0] and first[1][0] <= second[0][0] and first[1][1] < second[1][0]


def office_key(one: Told) -> str:
    """The role as it is compared, without the name of its body: a "Labour Party leader" is the leader of that party."""
    role, body = role_key(detail_of(one.statement).role).split(), body_of(one)
    names = set(role_key(body.name).split()) if body else set()
    kept = [word for word in role if word not in names]
    return " ".join(kept if kept and names <= set(role) else role)


def is_body_like(one: Party | None, other: Party | None, role: str) -> bool:
    """Whether two bodies can be one: the same, or one unknown, or a country for the ministry of its minister.

    A president of a country is not the president of one of its bodies.
    """
    if one is None or other is None or one.key == other.key:
        return True
    return one.stands_for(other) and _NO_CHIEFS.isdisjoint(role.split())


def _is_shown_outside(one: Told, term: Term) -> bool:
    """Whether the statement shows the office held clearly after the term's end or before its start."""
    when, status = one.days, detail_of(one.statement).status
    if when and term.end and status in IN_OFFICE and when[0] - term.end[1] > _LATE:
        return True
    return bool(when and term.start and status is not OfficeStatus.DESIGNATE and term.start[0] - when[1] > _LATE)


def _is_held_again(one: Told, term: Term) -> bool:
    """Whether one tells of a former holder, and the other, clearly later, of a holder."""
    held, left = _held_on(one), _left_by(one)
    return bool(
        (held and term.first_left and held - term.first_left > _SINCE_LEFT)
        or (left and term.last_held and term.last_held - left > _SINCE_LEFT)
    )


def _is_acting(one: Told) -> bool:
    return detail_of(one.statement).status is OfficeStatus.ACTING


def _held_on(one: Told) -> date | None:
    """The day on which the statement shows the office held, where it tells it to the day."""
    days = one.days
    return days[0] if days and detail_of(one.statement).status in IN_OFFICE and days[0] == days[1] else None


def _left_by(one: Told) -> date | None:
    """The day by which the statement calls the holder former: that of publication."""
    is_former = detail_of(one.statement).status is OfficeStatus.FORMER
    return one.published[1] if is_former and one.published and one.published[0] == one.published[1] else None


def _between(start: Days | None, end: Days | None) -> Days:
    return (start[0] if start else date.min), (end[1] if end else date.max)


def united(lead: Statement, group: Iterable[Told]) -> OfficeDetail:
    """The lead's detail, with the status last shown, and the most precise start and end that any statement gives."""
    told = list(group)
    details = [detail_of(one.statement) for one in told]
    return replace(
        detail_of(lead),
        status=_last_status(lead, told),
        start=most_precise(detail.start for detail in details),
        end=most_precise(detail.end for detail in details),
    )


def _last_status(lead: Statement, group: list[Told]) -> OfficeStatus:
    """The status at the latest shown time; the lead's where none is known."""
    shown = [one for one in group if _shown_on(one) and one.statement.modality is not Modality.DENIED]
    if not shown:
        return detail_of(lead).status
    latest = max(_shown_on(one) or date.min for one in shown)
    last = [one for one in shown if _shown_on(one) == latest]
    return detail_of(next((one for one in last if one.statement is lead), last[0]).statement).status


def _shown_on(one: Told) -> date | None:
    """The day for which the status holds: what was former or to come is so on publication."""
    is_timed = detail_of(one.statement).status in IN_OFFICE and one.days is not None
    days = one.days if is_timed else one.published or one.days
    return days[1] if days else None


def shown_from_to(group: Iterable[Told]) -> Time | None:
    """From the first to the last time at which an office is shown held; the last at which it is told of, if at none.

    Beside times that are told to the day, coarser ones say nothing.
    """
    told = [(one.statement.time, detail_of(one.statement).status in IN_OFFICE) for one in group]
    known = [(time, is_held) for time, is_held in told if time]
    if not known:
        return None
    latest = max((time for time, _ in known), key=_last_day_first)
    held = [time for time, is_held in known if is_held]
    best = max((time.precision.value for time in held), default=0)
    shown = [time for time in held if time.precision.value == best]
    if not shown:
        return latest
    first, last = min(shown, key=_first_day_first), max(shown, key=_last_day_first)
    if first == last or isinstance(first.start, Bound):
        return last
    return Time(first.start, last.start if last.end is None else last.end)


def _first_day_first(time: Time) -> tuple[date, str]:
    return time.first_day or date.min, str(time)


def _last_day_first(time: Time) -> tuple[date, int, str]:
    return time.last_day or date.max, time.precision.value, str(time)


def most_precise(times: Iterable[Time | None]) -> Time | None:
    """The most precise of these times, of equals the earliest; None when there is none."""
    known = [time for time in times if time]
    return min(known, key=lambda time: (-time.precision.value, time.first_day or date.max, str(time)), default=None)


def body_of(one: Told) -> Party | None:
    """The body of an office, where it is a thing of the case."""
    return next((party for party in one.parties(RoleName.BODY) if party.is_known), None)


def detail_of(told: Statement | Claim) -> OfficeDetail:
    """The detail of an office."""
    assert isinstance(told.detail, OfficeDetail)  # noqa: S101  # only offices enter
    return told.detail
