"""What an audit reads, and what it gives: findings made of statements and their claims."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from palanca.records import (
    Claim,
    ClaimId,
    DocumentId,
    EntityId,
    Filler,
    Finding,
    FindingKind,
    Identity,
    Schema,
    Severity,
    Span,
    Statement,
    StatementId,
    Time,
)

type Place = tuple[str, int, int, StatementId]
type Pair = tuple[EntityId, EntityId]
"""Two things, the smaller id first."""


class Source(Protocol):
    """What is known of a document that tells: a `Document` will do, and so will a `Telling`."""

    @property
    def name(self) -> str:
        """The name by which the case shows it."""
        ...

    @property
    def published(self) -> Time | None:
        """When it was published."""
        ...

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        ...

    @property
    def register(self) -> str | None:
        """The register of which it is a row."""
        ...


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False, kw_only=True)
class Ledger:
    """A case as it is audited, or as much of it as a check reads.

    `statements` hold all evidence of `claims`. `identities` are found by any entity of a document. `text` gives the
    frozen text of a document. `together` gives for each two things the documents that tell anything of both,
    `deadly` the claims of which a sentence has a word of dying, and `newest` is the day of the newest document of the
    case that tells anything.
    """

    claims: Sequence[Claim]
    statements: Mapping[StatementId, Statement]
    identities: Mapping[EntityId, Identity]
    documents: Mapping[DocumentId, Source]
    text: Callable[[DocumentId], str]
    together: Callable[[Collection[Pair]], Mapping[Pair, Collection[DocumentId]]]
    deadly: Callable[[], Collection[ClaimId]]
    newest: date

    def words(self, statement: Statement) -> str:
        """The words at the span of a statement."""
        return statement.span.of(self.text(statement.document))

    def told(self, claim: Claim) -> Iterator[Statement]:
        """The statements under a claim, in the order of its evidence."""
        return (self.statements[evidence.statement] for evidence in claim.evidence)

    def all_told(self) -> "Iterator[Told]":
        """Every statement with its claim, claim by claim."""
        return (Told(claim, statement) for claim in self.claims for statement in self.told(claim))

    def thing(self, filler: Filler | None) -> Identity | None:
        """The thing of the case that a filler names."""
        return self.identities.get(filler.entity) if filler and filler.entity else None

    def person(self, filler: Filler | None) -> Identity | None:
        """The person of the case that a filler names."""
        thing = self.thing(filler)
        return thing if thing and thing.schema is Schema.PERSON else None

    def published(self, statement: Statement) -> Time | None:
        """When the document of a statement was published."""
        return self.documents[statement.document].published

    def place(self, statement: Statement) -> Place:
        """Where a statement stands, to sort by: document name, span, id."""
        return self.documents[statement.document].name, statement.span.start, statement.span.end, statement.id


@dataclass(frozen=True, slots=True)
class Told:
    """A statement and the claim under which it stands."""

    claim: Claim
    statement: Statement

    def words_behind(self, ledger: Ledger, span: Span | None) -> str:
        """The words of the statement behind a span within it; empty for a span that lies elsewhere."""
        if span is None or not self.statement.span.contains(span):
            return ""
        return ledger.words(self.statement)[span.end - self.statement.span.start :]

    def words_before(self, ledger: Ledger, span: Span | None) -> str:
        """The words of the statement before a span within it; empty for a span that lies elsewhere."""
        if span is None or not self.statement.span.contains(span):
            return ""
        return ledger.words(self.statement)[: span.start - self.statement.span.start]


def finding(ledger: Ledger, kind: FindingKind, severity: Severity, text: str, evidence: Iterable[Told]) -> Finding:
    """A finding with its statements in order of document and place, each once, and their claims."""
    ordered = sorted(set(evidence), key=lambda told: ledger.place(told.statement))
    return Finding(
        kind=kind,
        severity=severity,
        text=text,
        statements=tuple(dict.fromkeys(told.statement.id for told in ordered)),
        claims=tuple(dict.fromkeys(told.claim.id for told in ordered)),
    )
