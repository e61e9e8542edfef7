"""What a check for anomalies asks: the one thing that all of them give."""

from dataclasses import dataclass

from palanca.records import AnomalyKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Words that a copy editor would query: where they stand, and the question in one plain sentence."""

    kind: AnomalyKind
    span: Span
    detail: str
    confidence: float
