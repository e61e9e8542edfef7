"""The days around a date: who met whom, and whether that is more than is told at other times."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from palanca.analysis.rates import Comparison, Rate, compared
from palanca.analysis.scope import Scope, Unseen
from palanca.records import Claim, Kind, Modality
from palanca.records.query import EVERYTHING, All, Field, Query, When, Words
from palanca.settlement import settle
from palanca.store import Case

HAPPENED = All(
    parts=(
        Words(field=Field.KIND, values=(Kind.EVENT,)),
        Words(field=Field.MODALITY, values=(Modality.ASSERTED, Modality.REPORTED)),
    )
)
"""Events that sources say took place: what they deny, plan or suppose is not counted."""

REPORTING_IS_NOT_BEHAVIOUR = (
    "This counts what was written, and what is written follows attention: more told is not more done, and what comes "
    "before is not a cause."
)
_YEAR = timedelta(days=365)


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


def window(case: Case, days: Stretch, *, query: Query = EVERYTHING, baseline: Stretch | None = None) -> WindowAnswer:
    """The events that pass a query within some days, in order of time, against those of a baseline.

    Without one the baseline is the year before the window.
    """
    settle(case)
    usual = baseline or _year_before(days)
    asked = All(parts=(HAPPENED, query))
    certain = tuple(case.found(All(parts=(asked, _within(days, certain=True)))))
    sure = {claim.id for claim in certain}
    possible = tuple(claim for claim in case.found(All(parts=(asked, _within(days)))) if claim.id not in sure)
    usually = case.count_found(All(parts=(asked, _within(usual, certain=True)))).claims
    usually_possible = case.count_found(All(parts=(asked, _within(usual)))).claims
    documents = [case.count_published(one.first, one.last) for one in (days, usual)]
    counted = case.count_found(All(parts=(asked, _within(days))))
    return WindowAnswer(
        window=days,
        baseline=usual,
        certain=certain,
        possible=possible,
        by_days=compared(Rate(number=len(certain), exposure=days.days), Rate(number=usually, exposure=usual.days)),
        by_documents=compared(
            Rate(number=len(certain), exposure=documents[0]), Rate(number=usually, exposure=documents[1])
        ),
        with_possible=compared(
            Rate(number=len(certain) + len(possible), exposure=days.days),
            Rate(number=usually_possible, exposure=usual.days),
        ),
        scope=Scope(
            claims=counted.claims,
            documents=counted.documents,
            sources=counted.sources,
            searched=case.count_documents(),
            unseen=tuple(one for one in _unseen(case, query, asked) if one.number),
        ),
    )


def _year_before(days: Stretch) -> Stretch:
    last = date.fromordinal(max(1, days.first.toordinal() - 1))
    return Stretch(first=max(date.min + _YEAR, last) - _YEAR + timedelta(days=1), last=last)


def _within(days: Stretch, *, certain: bool = False) -> When:
    return When(first=days.first, last=days.last, is_certain=certain)


def _unseen(case: Case, query: Query, asked: Query) -> Iterator[Unseen]:
    undated = case.count_found(All(parts=(asked, When(first=None, last=None)))).claims
    yield Unseen(number=undated, what="events that pass and have no date")
    for modality in (Modality.DENIED, Modality.PLANNED, Modality.HYPOTHETICAL):
        told = (Words(field=Field.KIND, values=(Kind.EVENT,)), Words(field=Field.MODALITY, values=(modality,)))
        number = case.count_found(All(parts=(*told, query))).claims
        yield Unseen(number=number, what=f"events that pass and are only {modality}, whatever their date")
