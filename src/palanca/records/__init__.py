"""The nouns that every room speaks.

Nothing enters but values and nothing leaves but frozen records: no I/O happens here, and no other room is known.
A record refuses to be built from values that contradict each other (a span that ends before it starts, a confidence
of 2).
"""

from palanca.records.claim import (
    STANCE_OF,
    Claim,
    Dispute,
    DisputeKind,
    Evidence,
    Identity,
    Party,
    Proposal,
    Review,
    Stance,
    claim_id,
)
from palanca.records.document import Document, Origin, Rejection
from palanca.records.entity import Entity, Form, Mention, Schema
from palanca.records.errors import PalancaError
from palanca.records.filter import Filter
from palanca.records.finding import Finding, FindingKind, Severity
from palanca.records.ids import ClaimId, DocumentId, EntityId, JudgementId, MentionId, RejectionId, StatementId
from palanca.records.judgement import Anchor, Field, Judgement, JudgementState, Standing, Verdict
from palanca.records.reading import Failure, Reading
from palanca.records.register import Cell, Coverage, Register, cells_of, row_text
from palanca.records.span import Span
from palanca.records.statement import (
    IN_OFFICE,
    TOLD_AS_SO,
    AnomalyDetail,
    AnomalyKind,
    Category,
    Context,
    Detail,
    EventDetail,
    Filler,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    QuotationDetail,
    Role,
    RoleName,
    Statement,
    TieDetail,
    TieKind,
)
from palanca.records.time import Bound, Moment, Precision, Time

__all__ = [
    "IN_OFFICE",
    "STANCE_OF",
    "TOLD_AS_SO",
    "Anchor",
    "AnomalyDetail",
    "AnomalyKind",
    "Bound",
    "Category",
    "Cell",
    "Claim",
    "ClaimId",
    "Context",
    "Coverage",
    "Detail",
    "Dispute",
    "DisputeKind",
    "Document",
    "DocumentId",
    "Entity",
    "EntityId",
    "EventDetail",
    "Evidence",
    "Failure",
    "Field",
    "Filler",
    "Filter",
    "Finding",
    "FindingKind",
    "Form",
    "Identity",
    "InstrumentDetail",
    "InstrumentKind",
    "Judgement",
    "JudgementId",
    "JudgementState",
    "Kind",
    "Mention",
    "MentionId",
    "Modality",
    "Moment",
    "OfficeDetail",
    "OfficeStatus",
    "Origin",
    "PalancaError",
    "Party",
    "Precision",
    "Proposal",
    "QuantityDetail",
    "QuotationDetail",
    "Reading",
    "Register",
    "Rejection",
    "RejectionId",
    "Review",
    "Role",
    "RoleName",
    "Schema",
    "Severity",
    "Span",
    "Stance",
    "Standing",
    "Statement",
    "StatementId",
    "TieDetail",
    "TieKind",
    "Time",
    "Verdict",
    "cells_of",
    "claim_id",
    "row_text",
]
