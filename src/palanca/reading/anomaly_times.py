"""Times that a copy editor would query: against the calendar, against the number of a decree, against publication."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache

from palanca.lexicon.spanish_times import spanish_time_words
from palanca.lexicon.times import time_words
from palanca.reading.anomaly_query import Query
from palanca.reading.page import Page, TimeMention
from palanca.records import AnomalyKind, InstrumentDetail, Kind, Modality, Moment, Precision, Span, Statement

_YEAR = r"(?:1[89]|20)\d\d"
_YEAR_IN_TEXT = re.compile(rf"\b{_YEAR}\b")
_YEAR_IN_NUMBER = re.compile(r"\b\d{1,5}[-/]((?:19|20)\d\d)(?!\d)")
_WEEKDAY, _NUMBER, _RANGE_TURNED, _AFTER_PUBLICATION, _NO_SUCH_DAY = 0.9, 0.7, 0.85, 0.7, 0.85
_LONGEST_DAY, _LEAP_YEAR = 31, 2000


def queries_of_times(page: Page) -> Iterator[Query]:
    """Weekdays that are not the date's, ranges that end first, numbers of another year, acts told too early."""
    for mention in page.times:
        yield from _wrong_weekday(page, mention)
    yield from _days_of_no_month(page)
    yield from _turned_ranges(page)
    for statement in page.of_kind(Kind.INSTRUMENT):
        yield from _number_of_another_year(statement)
    if page.document.published and (last := page.document.published.last_day):
        for statement in page.of_kind(Kind.EVENT):
            yield from _told_before_it_happened(page, statement, last)


def _wrong_weekday(page: Page, mention: TimeMention) -> Iterator[Query]:
    if mention.time.end is not None or not isinstance(mention.time.start, Moment):
        return
    moment = mention.time.start
    words = page.doc[max(0, mention.first - 2) : mention.last]
    if moment.precision is not Precision.DAY or not _is_dated_in_full(page, mention):
        return
    named = [_weekday_of(token.norm_) for token in words]
    weekday = next((n for n in named if n is not None), None)
    if weekday is not None and weekday != moment.first_day.weekday():
        right = time_words().weekdays[moment.first_day.weekday()][0].capitalize()
        yield Query(
            kind=AnomalyKind.DATE_CONFLICT,
            span=page.sentence_span(page.doc[mention.first]),
            detail=f"{moment} was a {right}, not a {time_words().weekdays[weekday][0].capitalize()}",
            confidence=_WEEKDAY,
        )


def _weekday_of(word: str) -> int | None:
    return next((n for n, forms in enumerate(time_words().weekdays) if word in forms), None)


def _is_dated_in_full(page: Page, mention: TimeMention) -> bool:
    """Whether the words give day, month and year, so that nothing in the date is our own inference."""
    words = page.doc[mention.first : mention.last].text
    return _YEAR_IN_TEXT.search(words) is not None and re.search(r"\b\d{1,2}\b", words) is not None


def _days_of_no_month(page: Page) -> Iterator[Query]:
    """ "September 31", "30 de febrero": a day that no year has; nothing where the number may be an hour's."""
    for match in _days().finditer(page.document.text):
        month = _month_of(match["month"] or match["month_behind"])
        day = int(match["day"] or match["day_before"])
        if month and _LONGEST_DAY >= day > monthrange(_LEAP_YEAR, month)[1]:
            first = page.doc.char_span(match.start(), match.end(), alignment_mode="expand")
            yield Query(
                kind=AnomalyKind.DATE_CONFLICT,
                span=page.sentence_span(first[0]) if first else Span(*match.span()),
                detail=f"“{match.group()}”: that month has no such day",
                confidence=_NO_SUCH_DAY,
            )


@cache
def _days() -> re.Pattern[str]:
    """A month in full with the day before or behind it, in the languages that are read."""
    full = [forms[0] for months in (time_words().months, spanish_time_words().months) for forms in months]
    months = "|".join(re.escape(form) for form in full)
    return re.compile(
        rf"\b(?P<month>{months}) (?P<day>\d\d)\b(?!:)|\b(?P<day_before>\d\d) (?:de )?(?P<month_behind>{months})\b",
        re.IGNORECASE,
    )


def _month_of(name: str) -> int:
    """The number of a month, from 1; 0 for what is none."""
    calendars = (time_words().months, spanish_time_words().months)
    numbered = (pair for months in calendars for pair in enumerate(months, start=1))
    return next((n for n, forms in numbered if name.lower() == forms[0]), 0)


def _turned_ranges(page: Page) -> Iterator[Query]:
    """ "From 2019 to 2015"; the reader of times makes nothing of them."""
    for match in _ranges().finditer(page.document.text):
        if _month(match["year"], match["month"]) > _month(match["last_year"], match["last_month"]):
            first = page.doc.char_span(match.start(), match.end(), alignment_mode="expand")
            yield Query(
                kind=AnomalyKind.IMPOSSIBLE_ORDER,
                span=page.sentence_span(first[0]) if first else Span(*match.span()),
                detail=f"“{match.group()}” ends before it begins",
                confidence=_RANGE_TURNED,
            )


@cache
def _ranges() -> re.Pattern[str]:
    """Two years, each with its month or without: both have one, or neither."""
    months = "|".join(re.escape(form) for forms in time_words().months for form in forms)
    return re.compile(
        rf"\b(?:from|between) (?:(?P<month>{months})\.? )?(?P<year>{_YEAR}) (?:to|until|till|and) "
        rf"(?(month)(?P<last_month>{months})\.? )(?P<last_year>{_YEAR})\b",
        re.IGNORECASE,
    )


def _month(year: str, month: str | None) -> tuple[int, int]:
    named = (month or "").lower()
    return int(year), next((n for n, forms in enumerate(time_words().months) if named in forms), 0)


def _number_of_another_year(statement: Statement) -> Iterator[Query]:
    """A decree of 2024 with the number "014-2014"."""
    detail = statement.detail
    if not isinstance(detail, InstrumentDetail) or not detail.number or statement.time is None:
        return
    year = _YEAR_IN_NUMBER.search(detail.number)
    if year and not statement.time.within(date(int(year[1]), 1, 1), date(int(year[1]), 12, 31)):
        yield Query(
            kind=AnomalyKind.DATE_CONFLICT,
            span=statement.span,
            detail=f"number {detail.number} carries the year {year[1]}, and the text dates it {statement.time}",
            confidence=_NUMBER,
        )


def _told_before_it_happened(page: Page, statement: Statement, published: date) -> Iterator[Query]:
    """An act told in the past tense with a full date later than the day of publication."""
    time = statement.time
    if time is None or statement.modality is not Modality.ASSERTED or (time.first_day or date.min) <= published:
        return
    if str(time)[:4] in statement.span.of(page.document.text) and _is_past(page, statement.span):
        yield Query(
            kind=AnomalyKind.IMPOSSIBLE_ORDER,
            span=statement.span,
            detail=f"told as past and dated {time}, but the document is of {published.isoformat()}",
            confidence=_AFTER_PUBLICATION,
        )


def _is_past(page: Page, span: Span) -> bool:
    words = page.doc.char_span(span.start, span.end, alignment_mode="expand")
    return words is not None and words.root.tag_ == "VBD"
