"""Numbers that a copy editor would query: two for one thing of one subject at one time, and digits grouped wrongly."""

import re
from collections.abc import Iterator

from palanca.reading.anomaly_query import Query
from palanca.reading.page import Page
from palanca.records import AnomalyKind, EntityId, Kind, Modality, QuantityDetail, RoleName, Span, Statement
from palanca.records.names import fold

_CONFIDENCE, _GROUPED = 0.55, 0.8
# "200,0000" and "1,0000,000", where groups of three are meant; no year behind a day ("May 14,2019"), and no "2,00,000",
# which is right in India.
_WRONGLY_GROUPED = re.compile(
    r"(?<![\d.,$-])\d{1,3}(?:,\d{3})*,(?!(?:1[5-9]|20)\d\d(?!\d))\d{4}(?:,\d{3})*(?![\d,.-]\d|\d)"
)


def queries_of_numbers(page: Page) -> Iterator[Query]:
    """A query at each later number that the source itself gives for what it has counted otherwise before."""
    told: dict[tuple[str, str, str, EntityId], Statement] = {}
    for statement in page.of_kind(Kind.QUANTITY):
        key = _counted(statement)
        if key is None:
            continue
        before = told.setdefault(key, statement)
        if _exact(before) != _exact(statement):
            yield Query(
                kind=AnomalyKind.NUMBER_CONFLICT,
                span=statement.span,
                detail=f"{_shown(statement)} here, {_shown(before)} elsewhere in the document",
                confidence=_CONFIDENCE,
            )


def queries_of_digits(page: Page) -> Iterator[Query]:
    """A query at each number whose digits are grouped by four behind a comma."""
    for match in _WRONGLY_GROUPED.finditer(page.document.text):
        first = page.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        yield Query(
            kind=AnomalyKind.NUMBER_CONFLICT,
            span=page.sentence_span(first[0]) if first else Span(*match.span()),
            detail=f"“{match.group()}”: four digits behind a comma",
            confidence=_GROUPED,
        )


def _counted(statement: Statement) -> tuple[str, str, str, EntityId] | None:
    """What is counted, for whom and when; None where the text leaves any of these open, or somebody else says it."""
    detail, subjects = statement.detail, statement.fillers(RoleName.SUBJECT)
    if not isinstance(detail, QuantityDetail) or not detail.of or not subjects or subjects[0].entity is None:
        return None
    if statement.time is None or statement.modality is not Modality.ASSERTED or statement.speaker is not None:
        return None
    return detail.unit, fold(detail.of), str(statement.time), subjects[0].entity


def _exact(statement: Statement) -> tuple[float, float | None]:
    assert isinstance(statement.detail, QuantityDetail)  # noqa: S101  # the kind was asked for
    return statement.detail.value, statement.detail.value_max


def _shown(statement: Statement) -> str:
    assert isinstance(statement.detail, QuantityDetail)  # noqa: S101
    return f"{statement.detail.value:,.10g} {statement.detail.unit} ({statement.detail.of})"
