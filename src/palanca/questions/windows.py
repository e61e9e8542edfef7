"""The days around a date: who met whom, and whether that is more than is told at other times."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from palanca.analysis.rates import Comparison, Rate, compared
from palanca.analysis.scope import Scope, Unseen
from palanca.records import UNTOLD, Claim, Kind
from palanca.records.query import EVERYTHING, TOLD, All, Field, Not, Query, When, Words
from palanca.settlement import settle
from palanca.store import Case, Found, Narrowed

_EVENTS = Words(field=Field.KIND, values=(Kind.EVENT,))
HAPPENED = All(parts=(_EVENTS, TOLD))
"""Events that sources say took place: what they deny, plan or suppose is not counted."""

REPORTING_IS_NOT_BEHAVIOUR = (
    "This counts what was written, and what is written follows attention: more told is not more done, and what comes "
    "before is not a cause."
)
_YEAR = timedelta(days=365)
_SURELY, _USUALLY, _USUALLY_POSSIBLE = "in the window", "usually", "usually, as far as is possible"
_BESIDE = (
    _SURELY,
    _USUALLY,
    _USUALLY_POSSIBLE,
    "events that pass and have no date",
    *(f"events that pass and are only {modality}, whatever their date" for modality in UNTOLD),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowAnswer:
    """The events in a window, against a baseline.

    `certain` lie inside whatever their time means; `possible` may, their time being coarser than the window. `baseline`
    is the stretch that the window is held against; `by_days` compares what is certain in both per day, `by_documents`
    per document published in each (None where none of the two has any). `with_possible` takes the possible of both in.
    """

    window: Stretch
    baseline: Stretch
    certain: tuple[Claim, ...]
    possible: tuple[Claim, ...]
    by_days: Comparison
    by_documents: Comparison
    with_possible: Comparison
    scope: Scope
    warning: str = REPORTING_IS_NOT_BEHAVIOUR


def days_around(day: date, *, before_days: int, after_days: int) -> Stretch:
    """The window around a day; what lies outside the calendar is cut off."""
    first = date.fromordinal(max(1, day.toordinal() - before_days))
    return Stretch(first=first, last=date.fromordinal(min(date.max.toordinal(), day.toordinal() + after_days)))


def window(
    case: Case, days: Stretch, *, query: Query = EVERYTHING, baseline: Stretch | None = None, most: int | None = None
) -> WindowAnswer:
    """The events that pass a query within some days, in order of time, against those of a baseline.

    Without one the baseline is the 365 days before the window. Denied, planned and supposed events are left out
    and counted. With `most`, only the first so many of the certain and of the possible are given; all are counted. How
    rates are compared, `analysis.rates` says.
    """
    settle(case)
    usual = baseline or _year_before(days)
    events, within = All(parts=(_EVENTS, query)), All(parts=(TOLD, _within(days)))
    with case.narrowed(events, within, _asked_beside(days, usual)) as told:
        listed = _listed(told, _within(days, certain=True), most)
    certain, numbers, found = listed.numbers[_SURELY], listed.numbers, listed.found
    documents = [case.count_published(one.first, one.last) for one in (days, usual)]
    unseen = (Unseen(number=numbers[what], what=what) for what in _BESIDE[3:])
    return WindowAnswer(
        window=days,
        baseline=usual,
        certain=listed.certain,
        possible=listed.possible,
        by_days=compared(Rate(number=certain, exposure=days.days), Rate(number=numbers[_USUALLY], exposure=usual.days)),
        by_documents=compared(
            Rate(number=certain, exposure=documents[0]), Rate(number=numbers[_USUALLY], exposure=documents[1])
        ),
        with_possible=compared(
            Rate(number=found.claims, exposure=days.days),
            Rate(number=numbers[_USUALLY_POSSIBLE], exposure=usual.days),
        ),
        scope=_scope(case, found, unseen),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """The events of a window, how much there is of them in all, and the `numbers` of `_BESIDE`."""

    certain: tuple[Claim, ...]
    possible: tuple[Claim, ...]
    found: Found
    numbers: Mapping[str, int]


def _listed(within: Narrowed, surely: When, most: int | None) -> _Listed:
    return _Listed(
        certain=tuple(within.found(surely, limit=most)),
        possible=tuple(within.found(Not(part=surely), limit=most)),
        found=within.count_found(EVERYTHING),
        numbers=dict(zip(_BESIDE, within.beside, strict=True)),
    )


def _scope(case: Case, found: Found, unseen: Iterable[Unseen]) -> Scope:
    return Scope(
        claims=found.claims,
        documents=found.documents,
        sources=found.sources,
        searched=case.count_documents(),
        unseen=tuple(one for one in unseen if one.number),
    )


def _asked_beside(days: Stretch, usual: Stretch) -> tuple[Query, ...]:
    """What is counted beside the window, in the order of `_BESIDE`."""
    undated = When(first=None, last=None)
    return (
        All(parts=(TOLD, _within(days, certain=True))),
        All(parts=(TOLD, _within(usual, certain=True))),
        All(parts=(TOLD, _within(usual))),
        All(parts=(TOLD, undated)),
        *(Words(field=Field.MODALITY, values=(modality,)) for modality in UNTOLD),
    )


def _year_before(days: Stretch) -> Stretch:
    last = date.fromordinal(max(1, days.first.toordinal() - 1))
    return Stretch(first=max(date.min + _YEAR, last) - _YEAR + timedelta(days=1), last=last)


def _within(days: Stretch, *, certain: bool = False) -> When:
    return When(first=days.first, last=days.last, is_certain=certain)
