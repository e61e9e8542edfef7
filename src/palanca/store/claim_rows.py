"""Claims as rows of their two tables, and back."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

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
    TieDetail,
)
from palanca.records.names import fold
from palanca.store.codec import detail_from_json, detail_to_json, time_from_text, time_to_text
from palanca.store.days import period_numbers, time_numbers
from palanca.store.rows import AnyRow, StoredRow, iso_day
from palanca.store.schema import as_stored, maybe_storable, storable
from palanca.store.statement_rows import PLACE

# One encoder for all: `json.dumps` makes a new one for every value.
_dump: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# By their names: looked up millions of times, an enumeration is asked slowly.
_KINDS, _ROLES = {str(one): one for one in Kind}, {str(one): one for one in RoleName}
_STANCES, _MODALITIES = {str(one): one for one in Stance}, {str(one): one for one in Modality}
_REVIEWS = {str(one): one for one in Review}


def claim_row(settled: Settled) -> StoredRow:
    """A row of `claims`."""
    claim, time = settled.claim, settled.claim.time
    event = claim.detail if isinstance(claim.detail, EventDetail) else None
    return (
        claim.id,
        claim.kind.value,
        event.category.value if event else None,
        storable(detail_to_json(claim.detail)),
        claim.lead,
        storable(_dump([[party.role, party.text, party.identity] for party in claim.parties])),
        storable(disputes_to_json(claim.disputes)),
        time_to_text(time),
        iso_day(time.first_day if time else None),
        iso_day(time.last_day if time else None),
        claim.modality.value,
        claim.confidence,
        claim.review.value,
        maybe_storable(_sort(claim.detail)),
        channel_of(event.contexts) if event else None,
        claim.documents,
        claim.sources,
        *time_numbers(time).values(),
        *period_numbers(claim).values(),
        settled.part,
    )


def disputes_to_json(disputes: Iterable[Dispute]) -> str:
    """The disputes of a claim as they are kept."""
    told = [[one.kind, one.values, one.rivals] for one in disputes]
    return _dump(told) if told else "[]"


def disputes_from_json(text: str) -> tuple[Dispute, ...]:
    """The inverse of `disputes_to_json`."""
    if text == "[]":
        return ()
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
            return detail.kind.value
        case _:
            return None


def party_rows(claim: Claim) -> Iterator[StoredRow]:
    """Rows of `claim_parties`, in order, as yet of no country and no branch, and not placed."""
    identifier = claim.id
    for ordinal, party in enumerate(claim.parties):
        role = party.role.value if party.role else PLACE
        yield identifier, ordinal, role, storable(f" {fold(party.text)} "), party.identity, None, None, 0


def evidence_rows(claim: Claim) -> Iterator[StoredRow]:
    """Rows of `claim_evidence`, in order."""
    identifier = claim.id
    for ordinal, one in enumerate(claim.evidence):
        yield one.statement, identifier, ordinal, one.document, one.stance.value, one.voice


def reach_rows(settled: Settled) -> Iterator[StoredRow]:
    """Rows of `reaches`, in order of their numbers."""
    claim = settled.claim.id
    for one in settled.reaches:
        yield one.number, claim, one.first, one.last


def holding_rows(settled: Settled) -> Sequence[StoredRow]:
    """Rows of `holdings`, in order."""
    claim, found = settled.claim.id, []
    for one in settled.holdings:
        first, last = (day.isoformat() for day in one.days)
        found.append((storable(one.office), claim, first, last, int(one.is_stated), one.document, one.person))
    return sorted(found)


def holding_of(row: AnyRow) -> Holding:
    """The holding of a row of `holdings`."""
    days = date.fromisoformat(row.first), date.fromisoformat(row.last)
    return Holding(row.office, EntityId(row.person), days, bool(row.is_stated), DocumentId(row.document))


TOLD = ("kind", "detail", "lead", "parties", "time", "modality", "confidence", "disputes", "review")
"""The columns of `claims` that a claim is made of, beside its evidence."""


def claim_of(row: AnyRow) -> Claim:
    """The claim of a row of `claims`, without its evidence."""
    return claim_from([getattr(row, name) for name in TOLD], ())


def claim_from(told: Sequence[Any], evidence: Iterable[Sequence[Any]]) -> Claim:
    """The claim of its values for `TOLD`, as the database has them, and of its evidence, in order.

    Of each piece of evidence statement, document, stance and voice.
    """
    kind_name, detail, lead, parties, time, modality, confidence, disputes, review = told
    kind = _KINDS[kind_name]
    return Claim(
        kind=kind,
        detail=detail_from_json(kind, as_stored(detail)),
        lead=lead,
        parties=tuple(
            [
                Party(role=_ROLES[role] if role else None, text=text, identity=identity or None)
                for role, text, identity in json.loads(as_stored(parties))
            ]
        ),
        evidence=tuple(
            [
                Evidence(statement=statement, document=document, stance=_STANCES[stance], voice=voice)
                for statement, document, stance, voice in evidence
            ]
        ),
        time=time_from_text(time),
        modality=_MODALITIES[modality],
        confidence=confidence,
        disputes=disputes_from_json(as_stored(disputes)),
        review=_REVIEWS[review],
    )
