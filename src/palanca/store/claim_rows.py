"""Claims as rows of their two tables, and back."""

import json
from collections.abc import Iterator, Sequence

from palanca.lexicon.channels import channel_of
from palanca.records import (
    Claim,
    ClaimId,
    Detail,
    Dispute,
    DisputeKind,
    DocumentId,
    EntityId,
    EventDetail,
    Evidence,
    InstrumentDetail,
    Kind,
    Modality,
    OfficeDetail,
    Party,
    Review,
    RoleName,
    Stance,
    StatementId,
    TieDetail,
)
from palanca.records.names import fold
from palanca.store.codec import detail_from_json, detail_to_json, time_from_text, time_to_text
from palanca.store.days import period_numbers, time_numbers
from palanca.store.rows import AnyRow, Fields, iso_day
from palanca.store.statement_rows import PLACE


def claim_fields(claim: Claim) -> Fields:
    """A row of `claims`."""
    time = claim.time
    return {
        "id": claim.id,
        "kind": claim.kind,
        "category": claim.detail.category if isinstance(claim.detail, EventDetail) else None,
        "detail": detail_to_json(claim.detail),
        "lead": claim.lead,
        "parties": _dump([[party.role, party.text, party.identity] for party in claim.parties]),
        "disputes": _dump([[one.kind, one.values, one.rivals] for one in claim.disputes]),
        "time": time_to_text(time),
        "earliest": iso_day(time.first_day if time else None),
        "latest": iso_day(time.last_day if time else None),
        "modality": claim.modality,
        "confidence": claim.confidence,
        "review": claim.review,
        "sort": _sort(claim.detail),
        "channel": channel_of(claim.detail.contexts) if isinstance(claim.detail, EventDetail) else None,
        "documents": claim.documents,
        "sources": claim.sources,
        **time_numbers(time),
        **period_numbers(claim),
    }


def _sort(detail: Detail) -> str | None:
    """What a claim is asked for within its kind."""
    match detail:
        case EventDetail():
            return detail.mode
        case OfficeDetail():
            return fold(detail.role)
        case TieDetail() | InstrumentDetail():
            return detail.kind
        case _:
            return None


def party_rows(claim: Claim) -> Iterator[Fields]:
    """Rows of `claim_parties`, in order, as yet of no country."""
    for ordinal, party in enumerate(claim.parties):
        yield {
            "claim": claim.id,
            "ordinal": ordinal,
            "role": party.role or PLACE,
            "folded": f" {fold(party.text)} ",
            "identity": party.identity,
            "country": None,
            "branch": None,
            "placed": 0,
        }


def evidence_rows(claim: Claim) -> Iterator[Fields]:
    """Rows of `claim_evidence`, in order."""
    for ordinal, evidence in enumerate(claim.evidence):
        yield {
            "statement": evidence.statement,
            "claim": claim.id,
            "ordinal": ordinal,
            "document": evidence.document,
            "stance": evidence.stance,
            "voice": evidence.voice,
        }


def claim_of(row: AnyRow, evidence: Sequence[AnyRow]) -> Claim:
    """The claim of a row of `claims` and its rows of `claim_evidence`, in order of `ordinal`."""
    kind = Kind(row.kind)
    return Claim(
        kind=kind,
        detail=detail_from_json(kind, row.detail),
        lead=StatementId(row.lead),
        parties=tuple(
            Party(role=RoleName(role) if role else None, text=text, identity=EntityId(identity) if identity else None)
            for role, text, identity in json.loads(row.parties)
        ),
        evidence=tuple(
            Evidence(
                statement=StatementId(one.statement),
                document=DocumentId(one.document),
                stance=Stance(one.stance),
                voice=one.voice,
            )
            for one in evidence
        ),
        time=time_from_text(row.time),
        modality=Modality(row.modality),
        confidence=row.confidence,
        disputes=tuple(
            Dispute(kind=DisputeKind(dispute), values=tuple(values), rivals=tuple(map(ClaimId, rivals)))
            for dispute, values, rivals in json.loads(row.disputes)
        ),
        review=Review(row.review),
    )


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
