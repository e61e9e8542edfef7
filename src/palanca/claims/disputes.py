"""On what the pieces of evidence of one claim disagree. Nothing is settled by it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from palanca.claims.occupancies import detail_of
from palanca.claims.telling import Told, loose_days_of, overlap
from palanca.records import TOLD_AS_SO, Dispute, DisputeKind, Kind, Modality, QuantityDetail, Time


def disputes_within(group: Sequence[Told]) -> tuple[Dispute, ...]:
    """The disputes between pieces of evidence of one claim, in the order of DisputeKind."""
    if len(group) == 1:
        return ()
    found = (_denied(group), *_times(group), _values(group))
    order = list(DisputeKind)
    return tuple(sorted((one for one in found if one), key=lambda one: order.index(one.kind)))


def _denied(group: Sequence[Told]) -> Dispute | None:
    """A dispute if some deny what others tell.

    An instrument is mentioned, not told: a sentence that denies something of a law does not deny the law. Of an
    office, only a denial for a time at which others show it held contradicts them.
    """
    if group[0].statement.kind is Kind.INSTRUMENT:
        return None
    denying = [one for one in group if one.statement.modality is Modality.DENIED]
    telling = [one for one in group if one.statement.modality in TOLD_AS_SO]
    if group[0].statement.kind is Kind.OFFICE:
        telling = [one for one in telling if any(_are_of_one_time(one, other) for other in denying)]
    if not denying or not telling:
        return None
    stances = {one.statement.modality.value for one in (*denying, *telling)}
    return Dispute(kind=DisputeKind.DENIED, values=tuple(sorted(stances)))


def _are_of_one_time(one: Told, other: Told) -> bool:
    return one.likely_days is None or other.likely_days is None or overlap(one.likely_days, other.likely_days)


def _times(group: Sequence[Told]) -> Iterator[Dispute | None]:
    kind = group[0].statement.kind
    if kind is Kind.OFFICE:
        yield _exclusive(DisputeKind.START, (detail_of(one.statement).start for one in group))
        yield _exclusive(DisputeKind.END, (detail_of(one.statement).end for one in group))
    elif kind is not Kind.QUOTATION:
        yield _exclusive(DisputeKind.TIME, (one.statement.time for one in group))


def _exclusive(kind: DisputeKind, times: Iterable[Time | None]) -> Dispute | None:
    """A dispute if two of the times exclude each other, even where they are given with a doubt."""
    known = sorted({time for time in times if time}, key=str)
    excluded = {str(time) for pair in combinations(known, 2) if _exclude(*pair) for time in pair}
    return Dispute(kind=kind, values=tuple(sorted(excluded))) if excluded else None


def _exclude(one: Time, other: Time) -> bool:
    ours, theirs = loose_days_of(one), loose_days_of(other)
    return ours is not None and theirs is not None and not overlap(ours, theirs)


def _values(group: Sequence[Told]) -> Dispute | None:
    values = {_said(one.statement.detail) for one in group if isinstance(one.statement.detail, QuantityDetail)}
    return Dispute(kind=DisputeKind.VALUE, values=tuple(sorted(values))) if len(values) > 1 else None


def _said(detail: QuantityDetail) -> str:
    last = f"–{detail.value_max:.15g}" if detail.value_max is not None else ""
    return f"{detail.value:.15g}{last}"
