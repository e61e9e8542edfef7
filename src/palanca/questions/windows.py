"""The days around a date: who met whom, and whether that is more than is told at other times."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from palanca.analysis.rates import Comparison, Rate, compared
from palanca.analysis.scope import Scope, Unseen
from palanca.records import Claim, Kind, Modality
from palanca.records.query import EVERYTHING, All, Field, Not, Query, When, Words
from palanca.settlement import settle
from palanca.store import Case, Found

_EVENTS = Words(field=Field.KIND, values=(Kind.EVENT,))
HAPPENED = All(
    parts=(
        _EVENTS,
        Words(field=Field.MODALITY, values=(Modality.ASSERTED, Modality.REPORTED)),
    )
)
"""Events that sources say took place: what they deny, plan or suppose is not counted."""

REPORTING_IS_NOT_BEHAVIOUR = (
    "This counts what was written, and what is written follows attention: more told is not more done, and what comes "
    "before is not a cause."
)
_YEAR = timedelta(days=365)
_UNTOLD = (Modality.DENIED, Modality.PLANNED, Modality.HYPOTHETICAL)
_USUALLY, _USUALLY_POSSIBLE = "usually", "usually, as far as is possible"
_BESIDE = (
    _USUALLY,
    _USUALLY_POSSIBLE,
    "events that pass and have no date",
    *(f"events that pass and are only {modality}, whatever their date" for modality in _UNTOLD),
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

    Without one the baseline is the year before the window. With `most`, only the first so many of the certain and of
    the possible are given; all are counted.
    """
    settle(case)
    usual = baseline or _year_before(days)
    within, inside = (All(parts=(HAPPENED, query, _within(days, certain=is_sure))) for is_sure in (False, True))
    found = case.count_found(within)
    certain, *counted = case.count_parts(All(parts=(_EVENTS, query)), (inside, *_asked_beside(usual)))
    numbers = dict(zip(_BESIDE, counted, strict=True))
    documents = [case.count_published(one.first, one.last) for one in (days, usual)]
    unseen = (Unseen(number=numbers[what], what=what) for what in _BESIDE[2:])
    return WindowAnswer(
        window=days,
        baseline=usual,
        certain=tuple(case.found(inside, limit=most)),
        possible=tuple(case.found(All(parts=(within, Not(part=inside))), limit=most)),
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


def _scope(case: Case, found: Found, unseen: Iterable[Unseen]) -> Scope:
    return Scope(
        claims=found.claims,
        documents=found.documents,
        sources=found.sources,
        searched=case.count_documents(),
        unseen=tuple(one for one in unseen if one.number),
    )


def _asked_beside(usual: Stretch) -> tuple[Query, ...]:
    """What is counted beside the window, in the order of `_BESIDE`."""
    happened = HAPPENED.parts[1]
    undated = When(first=None, last=None)
    return (
        All(parts=(happened, _within(usual, certain=True))),
        All(parts=(happened, _within(usual))),
        All(parts=(happened, undated)),
        *(Words(field=Field.MODALITY, values=(modality,)) for modality in _UNTOLD),
    )


def _year_before(days: Stretch) -> Stretch:
    last = date.fromordinal(max(1, days.first.toordinal() - 1))
    return Stretch(first=max(date.min + _YEAR, last) - _YEAR + timedelta(days=1), last=last)


def _within(days: Stretch, *, certain: bool = False) -> When:
    return When(first=days.first, last=days.last, is_certain=certain)
