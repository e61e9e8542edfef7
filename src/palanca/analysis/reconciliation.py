"""What registers say held against what the press says, claim by claim, as far as a register covers it.

A claim that rows and articles tell alike is corroborated. One that only rows tell, or only articles though a register
covers it, is told so. Where both tell of the same thing and differ (in the day, the person, the office, the amount), it
is a conflict, and nothing is settled by it. Outside of what a register covers nothing is missing from it; one
that does not say what it covers can corroborate, and nothing else.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from palanca.analysis.coverage import Surroundings, covers, term_of
from palanca.analysis.incumbents import office_of
from palanca.claims.event_groups import MUTUAL
from palanca.claims.telling import Days, days_of, gap, overlap
from palanca.records import (
    TOLD_AS_SO,
    Claim,
    DisputeKind,
    EventDetail,
    OfficeDetail,
    Party,
    QuantityDetail,
    Review,
    RoleName,
)
from palanca.records.sayings import Sayings

_NEAR = timedelta(days=10)
_ENDS = (RoleName.ACTOR, RoleName.RECIPIENT, RoleName.SOURCE, RoleName.TARGET, RoleName.SUBJECT)
_DIFFER = {
    DisputeKind.TIME: "day", DisputeKind.START: "day", DisputeKind.END: "day",
    DisputeKind.VALUE: "amount", DisputeKind.DENIED: "denied",
}  # fmt: skip
DIFFERENCES = Sayings(
    {
        "days": "other day: off by {days} days ({sides})",
        "day": "other day: {sides}",
        "amount": "other amount: {sides}",
        "office": "other office: {sides}",
        "person": "other person: {sides}",
        "denied": "denied: {sides}",
    }
)
"""What a register and an article differ in, with "or" between the sides; several with semicolons between."""


class RegisterVerdict(StrEnum):
    """How a claim stands between registers and press."""

    CORROBORATED = "corroborated"
    CONFLICT = "conflict"
    REGISTER_ONLY = "register only"
    PRESS_ONLY = "press only"
    OUT_OF_TIME = "before or after the articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """One claim between a register and the press.

    `row` is the claim that the register tells and `press` what the articles tell: the same one where they agree, None
    where one of them is silent. `difference` says in words what they differ in.
    """

    register: str
    verdict: RegisterVerdict
    row: Claim | None
    press: Claim | None
    difference: str = ""


def reconcile(claims: Iterable[Claim], known: Surroundings) -> list[Reconciled]:
    """Hold registers and press against each other.

    Conflicts first, then what only the press tells, what only the register does, what both do, and last what the
    register tells of other times; of what only the register tells, first that of whom the articles tell most; then by
    time and by the id of the claim.
    """
    standing = [claim for claim in claims if claim.modality in TOLD_AS_SO and claim.review is not Review.REJECTED]
    rows, press, both = _Sides(), _Sides(), list[Reconciled]()
    for claim in standing:
        names, in_press = _sources(claim, known)
        covering = sorted(name for name in known.registers if covers(known.registers[name], claim, known))
        if names and in_press:
            both += (_agreed(name, claim) for name in sorted(names))
        elif names:
            rows.add(claim, [name for name in sorted(names) if name in covering])
        else:
            press.add(claim, covering)
    named = {_thing(party) for claim, _ in press.claims for party in claim.parties}
    found = [*both, *_between(rows, press, known)]
    return sorted(found, key=lambda one: _order(one, named))


def counts(found: Iterable[Reconciled]) -> dict[tuple[str, RegisterVerdict], int]:
    """How many claims stand how, by register and verdict."""
    return dict(Counter((one.register, one.verdict) for one in found))


class _Sides:
    """Claims of one side, found again by what they could share with one of the other."""

    def __init__(self) -> None:
        self.claims: list[tuple[Claim, Sequence[str]]] = []
        self._by_key: dict[tuple[str, ...], list[Claim]] = defaultdict(list)

    def add(self, claim: Claim, registers: Sequence[str]) -> None:
        """Take a claim in, with the registers that it is held against."""
        self.claims.append((claim, registers))
        for key in _keys(claim):
            self._by_key[key].append(claim)

    def near(self, claim: Claim) -> list[Claim]:
        """The claims that may tell of the same, in the order in which they were taken in."""
        found = {other.id: other for key in _keys(claim) for other in self._by_key.get(key, ())}
        return list(found.values())


def _keys(claim: Claim) -> Iterator[tuple[str, ...]]:
    """What two claims must share to be compared at all."""
    detail = claim.detail
    match detail:
        case EventDetail():
            for party in claim.of(RoleName.ACTOR, RoleName.RECIPIENT):
                if party.identity:
                    yield "event", str(detail.category), party.identity
        case OfficeDetail():
            yield "office", *office_of(claim)
            for party in claim.of(RoleName.PERSON):
                if party.identity:
                    yield "holder", party.identity
        case QuantityDetail():
            yield "quantity", detail.unit, detail.of or "", *sorted(_thing(party) for party in claim.of(*_ENDS))
        case _:
            yield str(claim.kind), str(detail), *sorted(_thing(party) for party in claim.of(*_ENDS))


def _thing(party: Party) -> str:
    return party.identity or party.text.casefold()


def _sources(claim: Claim, known: Surroundings) -> tuple[set[str], bool]:
    """The registers that tell a claim, and whether any other document does."""
    names = [known.register_of(document) for document in {one.document for one in claim.evidence}]
    return {name for name in names if name}, None in names


def _agreed(register: str, claim: Claim) -> Reconciled:
    differing = [dispute for dispute in claim.disputes if dispute.kind in _DIFFER]
    words = "; ".join(_differ(_DIFFER[dispute.kind], *dispute.values) for dispute in differing)
    verdict = RegisterVerdict.CONFLICT if differing else RegisterVerdict.CORROBORATED
    return Reconciled(register=register, verdict=verdict, row=claim, press=claim, difference=words)


def _between(rows: _Sides, press: _Sides, known: Surroundings) -> Iterator[Reconciled]:
    """Pairs that tell of the same though they are two claims, then what is left on either side."""
    met: set[str] = set()
    for claim, _ in press.claims:
        pairs = [(other, words) for other in rows.near(claim) if (words := _compared(other, claim)) is not None]
        if pairs:
            row, words = min(pairs, key=lambda pair: (pair[1] != "", _distance(pair[0], claim), pair[0].id))
            met |= {row.id, claim.id}
            verdict = RegisterVerdict.CONFLICT if words else RegisterVerdict.CORROBORATED
            register = min(_sources(row, known)[0])
            yield Reconciled(register=register, verdict=verdict, row=row, press=claim, difference=words)
    for claim, covering in press.claims:
        if claim.id not in met:
            yield from (
                Reconciled(register=one, verdict=RegisterVerdict.PRESS_ONLY, row=None, press=claim) for one in covering
            )
    for claim, names in rows.claims:
        if claim.id not in met:
            verdict = (
                RegisterVerdict.REGISTER_ONLY
                if _is_reported_time(claim, known.reported)
                else RegisterVerdict.OUT_OF_TIME
            )
            yield from (Reconciled(register=one, verdict=verdict, row=claim, press=None) for one in names)


def _is_reported_time(claim: Claim, reported: Days | None) -> bool:
    days = _days(claim) or term_of(claim)
    return reported is None or days is None or overlap(days, reported)


def _compared(row: Claim, press: Claim) -> str | None:
    """What a row and an article differ in, in words; empty when in nothing, None when they tell of different things."""
    if row.kind is not press.kind:
        return None
    match row.detail, press.detail:
        case EventDetail(), EventDetail():
            return _compared_events(row, press)
        case OfficeDetail(), OfficeDetail():
            return _compared_offices(row, press)
        case QuantityDetail(value=one), QuantityDetail(value=other):
            if not _days(row) or not _days(press) or not overlap(*_both(row, press)):
                return None
            return "" if one == other else _differ("amount", f"{one:,.15g}", f"{other:,.15g}")
        case _:
            return "" if row.detail == press.detail else None


def _differ(code: str, *sides: object, **values: object) -> str:
    return DIFFERENCES.say(code, sides=" or ".join(map(str, sides)), **values)


def _compared_events(row: Claim, press: Claim) -> str | None:
    """The same parties within ten days tell of one event; a coarse date is held against as far as it reaches."""
    if _mode(row) != _mode(press) or not _days(row) or not _days(press):
        return None
    if not _same_parties(row, press):
        return None
    days, theirs = _both(row, press)
    if overlap(days, theirs):
        return ""
    away = gap(days, theirs)
    return _differ("days", row.time, press.time, days=away.days) if away <= _NEAR else None


def _same_parties(row: Claim, press: Claim) -> bool:
    """Whether one who acts does so in both, and another party, or the place, is the same.

    Who meets, agrees or works together is told now as acting and now as the other side.
    """
    one, other = (({_thing(p) for p in claim.of(RoleName.ACTOR)}, {_thing(p) for p in claim.of(RoleName.RECIPIENT)})
                  for claim in (row, press))  # fmt: skip
    if isinstance(row.detail, EventDetail) and row.detail.category in MUTUAL:
        shared = (one[0] | one[1]) & (other[0] | other[1])
        return len(shared) > 1 or bool(shared & (one[0] | other[0]) and _same_place(row, press))
    return bool(one[0] & other[0]) and bool(one[1] & other[1] or _same_place(row, press))


def _same_place(row: Claim, press: Claim) -> bool:
    """Whether what one names as recipient is where the other took place, or both took place there."""
    places = [{_thing(party) for party in (*claim.of(RoleName.RECIPIENT), *([claim.place] if claim.place else []))}
              for claim in (row, press)]  # fmt: skip
    return bool(places[0] & places[1])


def _compared_offices(row: Claim, press: Claim) -> str | None:
    """The same office with another holder, or the same holder in another office of the same body, on the same days."""
    days, theirs = term_of(row), term_of(press)
    if not days or not theirs or not overlap(days, theirs):
        return None
    same_office = office_of(row) == office_of(press)
    people = [{_thing(party) for party in claim.of(RoleName.PERSON)} for claim in (row, press)]
    names = [", ".join(party.text for party in claim.of(RoleName.PERSON)) for claim in (row, press)]
    if people[0] & people[1]:
        if same_office:
            return ""
        same_body = office_of(row)[0] == office_of(press)[0]
        return _differ("office", _role(row), _role(press)) if same_body and _is_inside(theirs, days) else None
    is_sole = DisputeKind.HOLDER in {dispute.kind for dispute in (*row.disputes, *press.disputes)}
    return _differ("person", *names) if same_office and is_sole else None


def _is_inside(days: Days, term: Days) -> bool:
    return term[0] < days[0] and days[1] < term[1]


def _role(claim: Claim) -> str:
    return claim.detail.role if isinstance(claim.detail, OfficeDetail) else ""


def _mode(claim: Claim) -> str | None:
    return claim.detail.mode if isinstance(claim.detail, EventDetail) else None


def _days(claim: Claim) -> Days | None:
    return days_of(claim.time)


def _both(row: Claim, press: Claim) -> tuple[Days, Days]:
    one, other = _days(row), _days(press)
    if one is None or other is None:
        raise ValueError("both claims must have a time")
    return one, other


def _distance(row: Claim, press: Claim) -> timedelta:
    one, other = _days(row) or term_of(row), _days(press) or term_of(press)
    return gap(one, other) if one and other else timedelta.max


_ORDER = (
    RegisterVerdict.CONFLICT, RegisterVerdict.PRESS_ONLY, RegisterVerdict.REGISTER_ONLY, RegisterVerdict.CORROBORATED,
    RegisterVerdict.OUT_OF_TIME,
)  # fmt: skip


def _order(one: Reconciled, named: Collection[str]) -> tuple[int, int, str, str]:
    claim = one.row or one.press
    days = (_days(claim) or term_of(claim)) if claim else None
    told_of = sum(_thing(party) in named for party in claim.parties) if claim else 0
    is_lead = one.verdict is RegisterVerdict.REGISTER_ONLY
    return (
        _ORDER.index(one.verdict),
        -told_of if is_lead else 0,
        str(days[0]) if days else "9999",
        claim.id if claim else "",
    )
