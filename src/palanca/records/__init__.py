"""The nouns that every room speaks.

Nothing enters but values and nothing leaves but frozen records: no I/O happens here, and no other room is known.
A record refuses to be built from values that contradict each other (a span that ends before it starts, a confidence
of 2).
"""

from palanca.records.document import Document, Origin, Rejection
from palanca.records.entity import Entity, Form, Mention, Schema
from palanca.records.errors import PalancaError
from palanca.records.filter import Filter
from palanca.records.ids import DocumentId, EntityId, MentionId, RejectionId, StatementId
from palanca.records.reading import Reading
from palanca.records.span import Span
from palanca.records.statement import (
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
    "AnomalyDetail",
    "AnomalyKind",
    "Bound",
    "Category",
    "Context",
    "Detail",
    "Document",
    "DocumentId",
    "Entity",
    "EntityId",
    "EventDetail",
    "Filler",
    "Filter",
    "Form",
    "InstrumentDetail",
    "InstrumentKind",
    "Kind",
    "Mention",
    "MentionId",
    "Modality",
    "Moment",
    "OfficeDetail",
    "OfficeStatus",
    "Origin",
    "PalancaError",
    "Precision",
    "QuantityDetail",
    "QuotationDetail",
    "Reading",
    "Rejection",
    "RejectionId",
    "Role",
    "RoleName",
    "Schema",
    "Span",
    "Statement",
    "StatementId",
    "TieDetail",
    "TieKind",
    "Time",
]
