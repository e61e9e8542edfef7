"""The sides of a disagreement, and how it is told and weighed."""

from collections.abc import Sequence
from dataclasses import dataclass

from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.audit.ledger import Ledger, Told, finding
from palanca.analysis.audit.wording import by, listed
from palanca.records import DisputeKind, DocumentId, Finding, FindingKind, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What some of the sources give, and how it is shown. `voices` that are equal are not independent."""

    value: str
    shown: str
    told: tuple[Told, ...]
    voices: frozenset[str]

    @property
    def documents(self) -> frozenset[DocumentId]:
        """The documents on this side."""
        return frozenset(told.statement.document for told in self.told)

    def __str__(self) -> str:
        return f"{self.shown} in {by(len(self.documents), len(self.voices))}"


def disagreement(ledger: Ledger, on: DisputeKind, about: str, sides: Sequence[Side]) -> Finding:
    """The finding that tells each side, in the given order."""
    said = FINDINGS.say(on, about=about, sides=listed([str(side) for side in sides]))
    text = f"{said[:1].upper()}{said[1:]}"
    evidence = (told for side in sides for told in side.told)
    return finding(ledger, FindingKind.CONTRADICTION, _severity(sides), text, evidence)


def _severity(sides: Sequence[Side]) -> Severity:
    """By the voices on the second best supported side; a voice on two sides speaks for neither."""
    weights = sorted(
        (len(side.voices.difference(*(other.voices for other in sides if other is not side))) for side in sides),
        reverse=True,
    )
    second = weights[1]
    return Severity.HIGH if second > 1 else Severity.MEDIUM if second else Severity.LOW
