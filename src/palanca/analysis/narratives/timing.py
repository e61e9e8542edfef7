"""Bursts of articles by day, and the dated events that they begin near to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from palanca.analysis.narratives.bursts import Automaton, stretches
from palanca.analysis.narratives.coinciding import nearnesses
from palanca.analysis.narratives.press import Press
from palanca.analysis.narratives.records import Burst, Coincidence
from palanca.claims.telling import Days, days_of, length
from palanca.records import TOLD_AS_SO, Claim, ClaimId, DocumentId, Precision

_LONGEST = 14  # days: what takes longer is near to everything


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """An event claim of known days, with the documents that tell it."""

    claim: ClaimId
    days: Days
    documents: frozenset[DocumentId]


def dated_event(claim: Claim) -> DatedEvent | None:
    """A claim that something happened on known days, a fortnight at most; None for any other, planned or denied."""
    days = days_of(claim.time)
    if claim.modality not in TOLD_AS_SO or claim.time is None or days is None:
        return None
    if claim.time.precision is not Precision.DAY or length(days) > _LONGEST:
        return None
    told = frozenset(evidence.document for evidence in claim.evidence)
    return DatedEvent(claim=claim.id, days=days, documents=told)


def observed(press: Press) -> Days | None:
    """The days of the first and last article that is dated to a day."""
    days = [day for one in press.articles.values() if (day := one.day)]
    return (min(days), max(days)) if days else None


def bursts(press: Press, relevant: Iterable[DocumentId], automaton: Automaton) -> tuple[Burst, ...]:
    """The bursts of the relevant articles out of all, by first day, then level; only those dated to a day count."""
    known = observed(press)
    if known is None:
        return ()
    everything, counted = [0] * length(known), [0] * length(known)
    by_day: dict[date, list[DocumentId]] = defaultdict(list)
    wanted = set(relevant)
    for one in press.articles.values():
        if day := one.day:
            everything[(day - known[0]).days] += 1
            if one.id in wanted:
                counted[(day - known[0]).days] += 1
                by_day[day].append(one.id)
    found = stretches(counted, everything, automaton)
    return tuple(
        Burst(
            first=known[0] + timedelta(days=one.first),
            last=known[0] + timedelta(days=one.last),
            level=one.level,
            weight=one.weight,
            documents=tuple(_within(by_day, known[0], one.first, one.last)),
        )
        for one in found
    )


def _within(by_day: dict[date, list[DocumentId]], origin: date, first: int, last: int) -> Iterator[DocumentId]:
    for number in range(first, last + 1):
        yield from by_day.get(origin + timedelta(days=number), ())


def coincidences(
    found: Sequence[Burst], events: Sequence[DatedEvent], known: Days | None
) -> tuple[tuple[Coincidence, ...], float | None]:
    """For each burst of level 1 the event nearest to its start, and the p of all together; none without either."""
    lowest = [one for one in found if one.level == 1]
    tested = nearnesses([one.first for one in lowest], [one.days for one in events], known) if known else None
    if tested is None:
        return (), None
    return tuple(
        Coincidence(
            burst=burst,
            event=events[near.event].claim,
            days_apart=near.days,
            p=near.p,
            adjusted_p=near.adjusted,
            permutations=tested.shifts,
            told_within=len(events[near.event].documents.intersection(burst.documents)),
        )
        for burst, near in zip(lowest, tested.each, strict=True)
    ), tested.together
