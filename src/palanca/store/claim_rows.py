"""Claims as rows of their two tables, and back."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from palanca.claims import Holding, Settled
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


def claim_fields(settled: Settled) -> Fields:
    """A row of `claims`."""
    claim, time = settled.claim, settled.claim.time
    return {
        "id": claim.id,
        "kind": claim.kind,
        "category": claim.detail.category if isinstance(claim.detail, EventDetail) else None,
        "detail": detail_to_json(claim.detail),
        "lead": claim.lead,
        "parties": _dump([[party.role, party.text, party.identity] for party in claim.parties]),
        "disputes": disputes_to_json(claim.disputes),
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
        "part": settled.part,
    }


def disputes_to_json(disputes: Iterable[Dispute]) -> str:
    """The disputes of a claim as they are kept."""
    return _dump([[one.kind, one.values, one.rivals] for one in disputes])


def disputes_from_json(text: str) -> tuple[Dispute, ...]:
    """The inverse of `disputes_to_json`."""
    return tuple(
        Dispute(kind=DisputeKind(kind), values=tuple(values), rivals=tuple(map(ClaimId, rivals)))
        for kind, values, rivals in json.loads(text)
    )


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


def reach_rows(settled: Settled) -> Iterator[Fields]:
    """Rows of `reaches`."""
    claim = settled.claim.id
    for one in settled.reaches:
        yield {"reach": one.number, "claim": claim, "first": one.first, "last": one.last}


def holding_rows(settled: Settled) -> Iterator[Fields]:
    """Rows of `holdings`."""
    claim = settled.claim.id
    for one in settled.holdings:
        first, last = (day.isoformat() for day in one.days)
        yield {
            "office": one.office,
            "claim": claim,
            "first": first,
            "last": last,
            "is_stated": int(one.is_stated),
            "document": one.document,
            "person": one.person,
        }


def holding_of(row: AnyRow) -> Holding:
    """The holding of a row of `holdings`."""
    days = date.fromisoformat(row.first), date.fromisoformat(row.last)
    return Holding(row.office, EntityId(row.person), days, bool(row.is_stated), DocumentId(row.document))


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
        disputes=disputes_from_json(row.disputes),
        review=Review(row.review),
    )


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
