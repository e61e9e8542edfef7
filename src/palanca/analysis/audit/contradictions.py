"""Sources that disagree: each dispute within a claim, with who gives what."""

from collections.abc import Iterator

from palanca.analysis.audit.ledger import Ledger, Told
from palanca.analysis.audit.reading import DISPUTES
from palanca.analysis.audit.rivals import rivals
from palanca.analysis.audit.rule import Check, Rule
from palanca.analysis.audit.sides import Side, disagreement
from palanca.analysis.audit.wording import about, dated, measured, number
from palanca.records import (
    Claim,
    Dispute,
    DisputeKind,
    DocumentId,
    Finding,
    FindingKind,
    Kind,
    Modality,
    OfficeDetail,
    QuantityDetail,
    Statement,
    Time,
)

_WITHIN = (DisputeKind.DENIED, DisputeKind.TIME, DisputeKind.VALUE, DisputeKind.START, DisputeKind.END)
_STANCES = {Modality.ASSERTED: "asserted", Modality.REPORTED: "reported", Modality.DENIED: "denied"}


def contradictions(ledger: Ledger) -> Iterator[Finding]:
    """One finding for each dispute within a claim, and for each pair of rival holders of an office.

    That somebody resigned is told as an event and as the end of an office: of the same sides, only the office is kept.
    """
    told: set[frozenset[tuple[str, frozenset[DocumentId]]]] = set()
    for claim in sorted(ledger.claims, key=lambda claim: claim.kind is not Kind.OFFICE):
        for dispute in claim.disputes:
            sides = _sides(ledger, claim, dispute) if dispute.kind in _WITHIN else []
            key = frozenset((side.shown, side.documents) for side in sides)
            if len(sides) > 1 and not (claim.kind is Kind.EVENT and key in told):
                told.add(key)
                what = measured(claim) if dispute.kind is DisputeKind.VALUE else about(claim, ledger)
                yield disagreement(ledger, dispute.kind, what, sides)
    yield from rivals(ledger)


def _sides(ledger: Ledger, claim: Claim, dispute: Dispute) -> list[Side]:
    """The sides of a dispute, in the order of its values; one without evidence is left out."""
    sides = []
    for value in dispute.values:
        given = [
            evidence
            for evidence in claim.evidence
            if _value(ledger.statements[evidence.statement], dispute.kind) == value
        ]
        if given:
            sides.append(
                Side(
                    value=value,
                    shown=_shown(value, dispute.kind),
                    told=tuple(Told(claim, ledger.statements[evidence.statement]) for evidence in given),
                    voices=frozenset(str(evidence.voice) for evidence in given),
                )
            )
    return sides


def _value(statement: Statement, kind: DisputeKind) -> str | None:
    """What a statement gives, written as a dispute writes it; None where it gives nothing."""
    detail = statement.detail
    match kind:
        case DisputeKind.DENIED:
            return statement.modality
        case DisputeKind.TIME:
            return _written(statement.time)
        case DisputeKind.START if isinstance(detail, OfficeDetail):
            return _written(detail.start)
        case DisputeKind.END if isinstance(detail, OfficeDetail):
            return _written(detail.end)
        case DisputeKind.VALUE if isinstance(detail, QuantityDetail):
            upper = f"–{detail.value_max:.15g}" if detail.value_max is not None else ""
            return f"{detail.value:.15g}{upper}"
    return None


def _written(time: Time | None) -> str | None:
    return str(time) if time else None


def _shown(value: str, kind: DisputeKind) -> str:
    match kind:
        case DisputeKind.DENIED:
            return _STANCES[Modality(value)]
        case DisputeKind.VALUE:
            return "–".join(number(float(end)) for end in value.split("–"))
    return dated(Time.parse(value))


CONTRADICTION = Rule(
    kind=FindingKind.CONTRADICTION,
    says=(
        "Documents give different dates or numbers for one thing, one tells what another denies, or two people are "
        "shown in an office that one person holds at a time. Each side is told with its documents. High with two "
        "independent sources on each side, low where only one source gives both."
    ),
    checks=(Check(reads=DISPUTES, find=contradictions),),
)
