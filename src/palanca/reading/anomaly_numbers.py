"""Numbers that a copy editor would query: two for the same thing of the same subject at the same time."""

from collections.abc import Iterator

from palanca.reading.anomaly_query import Query
from palanca.reading.page import Page
from palanca.records import AnomalyKind, EntityId, Kind, Modality, QuantityDetail, RoleName, Statement
from palanca.records.names import fold

_CONFIDENCE = 0.55


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
