"""Findings: what an analysis found, with the statements under it."""

from dataclasses import dataclass
from enum import StrEnum

from palanca.records.ids import ClaimId, StatementId


class FindingKind(StrEnum):
    """What an audit looks for."""

    CONTRADICTION = "contradiction"
    SINGLE_SOURCE = "single source"
    COPIES_ONLY = "copies only"
    IMPOSSIBLE_TIME = "impossible time"
    EFFECT_BEFORE_LAW = "effect before law"
    SUM = "sum"
    YEAR_OF_NUMBER = "year of number"
    STALE_OFFICE = "stale office"
    NAME_VARIANT = "name variant"


class Severity(StrEnum):
    """How much a finding asks for a look; none of them says that anybody is wrong."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at: `text` is one plain sentence, the statements carry it, in order of document and place.

    `claims` are those that the statements stand under, in the same order, each once.
    """

    kind: FindingKind
    severity: Severity
    text: str
    statements: tuple[StatementId, ...]
    claims: tuple[ClaimId, ...] = ()
