"""Anomalies: what a careful copy editor would query from the document alone.

Each is a question, not a correction, and is asked only where the document contradicts itself or the calendar: names in
two spellings, digits in wrong groups, a weekday that is not the date's, a number that disagrees with another for the
same thing, an end before its beginning, an act told as past that is dated after publication, one office with two
holders.
"""

from collections.abc import Iterator

from palanca.reading.anomaly_names import queries_of_names
from palanca.reading.anomaly_numbers import queries_of_digits, queries_of_numbers
from palanca.reading.anomaly_offices import queries_of_offices
from palanca.reading.anomaly_query import Query
from palanca.reading.anomaly_times import queries_of_times
from palanca.reading.page import Layer, Page, Reader
from palanca.records import AnomalyDetail, Kind, Statement

_NAME, _VERSION = "anomalies", "5"


def read_anomalies(page: Page) -> Page:
    """Give the page its anomalies, in order of the text. A cell of a register has none."""
    if page.document.register is not None:
        return page  # the subject that was put into it again and again is no slip of the writer
    found = sorted(_queries(page), key=lambda query: (query.span.start, query.detail))
    for query in found:
        page.trace.note(_NAME, query.span, f"{query.kind}: {query.detail}", fired=True)
    return page.with_statements(_statement(page, query) for query in found)


def _queries(page: Page) -> Iterator[Query]:
    yield from queries_of_names(page)
    yield from queries_of_times(page)
    yield from queries_of_numbers(page)
    yield from queries_of_digits(page)
    yield from queries_of_offices(page)


def _statement(page: Page, query: Query) -> Statement:
    return Statement(
        document=page.document.id,
        kind=Kind.ANOMALY,
        detail=AnomalyDetail(kind=query.kind, detail=query.detail),
        span=query.span,
        reader=_NAME,
        reader_version=_VERSION,
        confidence=query.confidence,
    )


ANOMALIES = Reader(
    name=_NAME,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.TIMES, Layer.QUANTITIES, Layer.OFFICES, Layer.EVENTS, Layer.INSTRUMENTS}),
    gives=frozenset({Layer.ANOMALIES}),
    read=read_anomalies,
)
