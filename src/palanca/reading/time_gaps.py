"""Times told by their distance from another act: "resigned TWO DAYS AFTER the vote", "A WEEK BEFORE it left".

Whichever of the two acts the text dates dates the other. Days count exactly; weeks and longer are approximate; what
comes minutes or hours behind an act is of its day. Lemmas are English in every language, so the words are those of
the one list.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from palanca.lexicon.times import time_words
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Moment, Time

_AFTER, _BEFORE = {"after", "following"}, {"before"}
_MARKERS = _AFTER | _BEFORE
_SAME_DAY = {"minute", "hour"}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_CLIMB = 4
_UNCOUNTED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Two acts and what lies between them; `count` is 0 where no number is told ("DAYS after the vote")."""

    later: Token
    earlier: Token
    unit: str
    count: int


def gap_of(page: Page, predicate: Token) -> Gap | None:
    """The gap at whose one end the act stands; None if its sentence tells none."""
    return next((g for g in _gaps(page, predicate) if _end_of(page, predicate, g) is not None), None)


def time_across(page: Page, predicate: Token, gap: Gap, time_of: Callable[[Page, Token], Time | None]) -> Time | None:
    """The time of the act at one end of a gap, counted from that at the other, which `time_of` tells."""
    here = _end_of(page, predicate, gap)
    other, sign = (gap.earlier, 1) if here == gap.later else (gap.later, -1)
    known = time_of(page, other)
    if known is None or not isinstance(known.start, Moment) or known.end is not None:
        return None
    return _moved(known, gap, sign)


def _gaps(page: Page, predicate: Token) -> Iterator[Gap]:
    for marker in predicate.sent:
        word = marker.lemma_.lower() if marker.pos_ != "VERB" else marker.norm_
        if word not in _MARKERS or marker.i <= predicate.sent.start:
            continue
        unit = page.doc[marker.i - 1]
        name = unit.lemma_.lower()
        inner = _inner(marker)
        outer = _outer(marker, inner)
        if name in _SAME_DAY | _DAYS.keys() | _MONTHS.keys() and inner is not None and outer is not None:
            later, earlier = (outer, inner) if word in _AFTER else (inner, outer)
            yield Gap(later=later, earlier=earlier, unit=name, count=_number_before(page, unit))


def _inner(marker: Token) -> Token | None:
    """The verb or noun behind "after"; over the "de" of "después de"."""
    behind = next((c for c in marker.children if c.i > marker.i), None)
    if behind is not None and behind.pos_ in {"ADP", "SCONJ"}:
        behind = next((c for c in behind.children if c.i > behind.i), None)
    return behind or (marker.head if marker.head.i > marker.i else None)


def _outer(marker: Token, inner: Token | None) -> Token | None:
    """The verb that comes after or before the other."""
    here = marker.head.head if marker.head == inner else marker.head
    for _ in range(_CLIMB):
        if here.pos_ in {"VERB", "AUX"}:
            return here
        here = here.head
    return None


def _number_before(page: Page, unit: Token) -> int:
    if unit.i == unit.sent.start:
        return _UNCOUNTED
    before = page.doc[unit.i - 1]
    word = before.lemma_.lower()
    return int(word) if word.isascii() and word.isdigit() else time_words().numbers.get(word, _UNCOUNTED)


def _end_of(page: Page, predicate: Token, gap: Gap) -> Token | None:
    """The end at which an act stands: it is that end, or what the end says to have come about ("THE RAID came")."""
    for end in (gap.later, gap.earlier):
        happens = end.lemma_.lower() in time_words().occurrence
        if predicate == end or (happens and predicate.head == end and page.grammar.is_subject(predicate)):
            return end
    return None


def _moved(known: Time, gap: Gap, sign: int) -> Time | None:
    start = known.start
    assert isinstance(start, Moment)  # noqa: S101  # the caller asked
    if gap.unit in _SAME_DAY:
        return known
    if gap.count == _UNCOUNTED:
        return None
    if gap.unit in _DAYS:
        if start.day is None:
            within = gap.unit != "day" and gap.count == 1 and start.month is not None and not start.masked
            return Time(replace(start, approximate=True)) if within else None  # "A WEEK after he left in May"
        moment = Moment.of(start.first_day + timedelta(days=sign * gap.count * _DAYS[gap.unit]))
        return Time(replace(moment, approximate=start.approximate or gap.unit != "day"))
    if start.month is None or start.month > 12:
        return None
    months = start.year * 12 + start.month - 1 + sign * gap.count * _MONTHS[gap.unit]
    return Time(Moment(year=months // 12, month=months % 12 + 1, approximate=True))
