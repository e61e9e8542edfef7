"""How long an office was held, as far as its evidence tells: days that are certain, and days that are possible.

Certain are the days from a told beginning to a told end, each taken at its narrowest, and the days on which the
office is shown held. Possible are the days about them for which nothing is told. Where no end is told, an office is
possible until another is known to hold it or its holder is called former, and for eight years at most, twelve for one
who heads a state or a government, forty for a throne: nobody is said to hold one for ever.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from palanca.claims.telling import Days, days_of, overlap
from palanca.records import TOLD_AS_SO, Claim, DocumentId, OfficeDetail, OfficeStatus, Statement, Time
from palanca.records.sayings import Sayings

_NOT_HELD = frozenset({OfficeStatus.DESIGNATE, OfficeStatus.FORMER})
_LONGEST = timedelta(days=8 * 365)  # 98 of 100 of 5,740 terms of envoys and ministers in a register were shorter
_LONGEST_HEAD = timedelta(days=12 * 365)  # of 1,469 visiting heads in a register, 96 of 100 were seen for no longer
_LONGEST_REIGN = timedelta(days=40 * 365)
_HEADS = frozenset({"president", "prime minister", "premier", "chancellor", "taoiseach"})
_THRONES = frozenset({"king", "queen", "emperor", "empress", "sultan", "emir", "amir", "shah", "pope", "grand duke"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """The days of one claim to an office; both ends of every stretch are included.

    `throughout` are stretches on every day of which it was held, in order; `sometime` those on some day of which it
    was. `possible` spans all of them and what may lie about them. `told` says in words what is known of the ends.
    """

    claim: Claim
    throughout: tuple[Days, ...]
    sometime: tuple[Days, ...]
    possible: Days
    told: str

    def is_certain(self, asked: Days) -> bool:
        """Whether it was certainly held on some day of those asked for."""
        within = (stretch for stretch in self.sometime if asked[0] <= stretch[0] and stretch[1] <= asked[1])
        return any(overlap(stretch, asked) for stretch in self.throughout) or any(True for _ in within)

    def is_possible(self, asked: Days) -> bool:
        """Whether it may have been held on some day of those asked for."""
        return overlap(self.possible, asked)


def tenure_of(claim: Claim, statements: Iterable[Statement]) -> Tenure | None:
    """The tenure that a claim and the statements under it tell; None when it was never held, or no day is known."""
    detail = claim.detail
    if not isinstance(detail, OfficeDetail) or claim.modality not in TOLD_AS_SO:
        return None
    if detail.status is OfficeStatus.DESIGNATE and detail.start is None:
        return None
    told = list(statements)
    left = _left(told)
    shown = sorted({(days, _lasts(one.time)) for one in told for days in _shown(one, left.get(one.document))})
    start, end = days_of(detail.start), days_of(detail.end)
    throughout = [days for days, lasts in shown if lasts]
    sometime = [days for days, lasts in shown if not lasts]
    throughout += _between(start, end, [days for days, _ in shown])
    known = [*throughout, *sometime, *filter(None, (start, end))]
    if not known:
        return None
    return Tenure(
        claim=claim,
        throughout=tuple(sorted(set(throughout))),
        sometime=tuple(sometime),
        possible=_until(left.values(), known, _possible(start, end, known, _longest(detail.role))),
        told=_in_words(detail, shown),
    )


def _longest(role: str) -> timedelta:
    if _THRONES.intersection(role.split()) or role in _THRONES:
        return _LONGEST_REIGN
    return _LONGEST_HEAD if role in _HEADS else _LONGEST


def _left(statements: Iterable[Statement]) -> dict[DocumentId, date]:
    """By when documents call the holder former: the last day of which they do so first."""
    left: dict[DocumentId, date] = {}
    for one in statements:
        days = days_of(one.time)
        if days and isinstance(one.detail, OfficeDetail) and one.detail.status is OfficeStatus.FORMER:
            left[one.document] = min(left.get(one.document, date.max), days[1])
    return left


def _until(left: Iterable[date], known: Sequence[Days], possible: Days) -> Days:
    """What is possible, cut where the holder is called former for good: later than all that is known of the office."""
    last = max(days[1] for days in known)
    return possible[0], min([possible[1], *(day for day in left if day > last)])


def _shown(statement: Statement, left: date | None) -> Iterator[Days]:
    """The days of which a statement shows the office held; after its document calls the holder former, none.

    A text that tells of a former president calls him "the president" too, where it tells of his time.
    """
    detail, days = statement.detail, days_of(statement.time)
    if days and left and left <= days[1]:
        return
    is_shown = isinstance(detail, OfficeDetail) and detail.status not in _NOT_HELD and not (detail.start or detail.end)
    if days and is_shown and statement.modality in TOLD_AS_SO:
        yield days


def _lasts(time: Time | None) -> bool:
    """Whether what is so at that time is so on all of its days: a stretch of days or one day, not "in 2021"."""
    return time is not None and (time.end is not None or time.first_day == time.last_day)


def _between(start: Days | None, end: Days | None, shown: Sequence[Days]) -> list[Days]:
    """The days from a told beginning to a told end, or to where the holder is last shown, or the reverse."""
    first = start[1] if start else min((days[1] for days in shown), default=None) if end else None
    last = end[0] if end else max((days[0] for days in shown), default=None) if start else None
    if start and not last:
        last = first
    if end and not first:
        first = last
    return [(first, last)] if first and last and first <= last else []


def _possible(start: Days | None, end: Days | None, known: Sequence[Days], longest: timedelta) -> Days:
    begins, ends = min(days[0] for days in known), max(days[1] for days in known)
    first = start[0] if start else max(date.min + longest, begins) - longest
    last = end[1] if end else min(date.max - longest, ends) + longest
    return min(first, begins if not start else first), max(last, first)


TENURES = Sayings(
    {
        "from": "from {time}",
        "to": "to {time}",
        "between": "shown {first} and last {last}",
        "shown": "shown {first}",
        "no_beginning": "no beginning is told",
        "no_end": "no end is told",
    }
)
"""What is said of the ends of a tenure, one after the other with semicolons between."""


def _in_words(detail: OfficeDetail, shown: Sequence[tuple[Days, bool]]) -> str:
    parts = [TENURES.say("from", time=detail.start)] if detail.start else []
    parts += [TENURES.say("to", time=detail.end)] if detail.end else []
    if shown:
        first, last = shown[0][0], shown[-1][0]
        code = "shown" if last == first else "between"
        parts.append(TENURES.say(code, first=_day(first), last=_day(last)))
    parts += [] if detail.start else [TENURES.say("no_beginning")]
    parts += [] if detail.end else [TENURES.say("no_end")]
    return "; ".join(parts)


def _day(days: Days) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"
