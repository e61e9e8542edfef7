"""A claim with what has to be looked up to write it: its sources, its sentence, and each side of its disputes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import batched, chain

from followthemoney.proxy import EntityProxy

from palanca.analysis.tables import Library
from palanca.exchange.ftm_sources import publisher_of, source_id
from palanca.exchange.ftm_things import Node, Nodes
from palanca.records import (
    Claim,
    ClaimId,
    DisputeKind,
    Document,
    OfficeDetail,
    Party,
    Register,
    RoleName,
    Span,
    Statement,
    StatementId,
    Time,
)
from palanca.store import Case

_BATCH = 200  # claims whose sources are in memory at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of evidence: a statement, its document, and the whole sentences around its words."""

    statement: Statement
    document: Document
    around: Span

    @property
    def sentence(self) -> str:
        """The sentences in one line."""
        return " ".join(self.around.of(self.document.text).split("\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaim:
    """A claim to write under `id`, with its evidence in order."""

    id: ClaimId
    claim: Claim
    nodes: Nodes
    pieces: Mapping[StatementId, Piece]
    registers: Mapping[str, Register]

    @property
    def sentence(self) -> str:
        """What says most, in its sentence."""
        return self.pieces[self.claim.lead].sentence

    @property
    def documents(self) -> tuple[Document, ...]:
        """What tells it, each once, in order."""
        return tuple({piece.document.id: piece.document for piece in self.pieces.values()}.values())

    @property
    def publishers(self) -> list[str]:
        """Who publishes what tells it, each once, in order."""
        found = (publisher_of(document, self.registers) for document in self.documents)
        return list(dict.fromkeys(filter(None, found)))

    def party(self, role: RoleName) -> Party | None:
        """Who fills a role first."""
        return next(iter(self.claim.of(role)), None)

    def node(self, role: RoleName) -> Node | None:
        """The thing that fills a role first; None when words do that name none."""
        return self.nodes.of(self.party(role))

    def times(self, kind: DisputeKind, settled: Time | None) -> list[Time | None]:
        """The settled time, and every other that a dispute of this kind is about."""
        sides = chain.from_iterable(dispute.values for dispute in self.claim.disputes if dispute.kind is kind)
        return [settled, *(Time.parse(side) for side in sides)]

    def told_by(self, piece: Piece, parties: Sequence[Party]) -> "ToldClaim":
        """The claim as one piece of evidence alone tells it, of these parties. The role of an office is as settled."""
        detail, settled = piece.statement.detail, self.claim.detail
        if isinstance(detail, OfficeDetail) and isinstance(settled, OfficeDetail):
            detail = replace(detail, role=settled.role)
        statement = piece.statement
        claim = replace(
            self.claim,
            detail=detail,
            lead=statement.id,
            parties=tuple(parties),
            evidence=tuple(one for one in self.claim.evidence if one.statement == statement.id),
            time=statement.time,
            disputes=(),
        )
        return replace(self, claim=claim, pieces={statement.id: piece})


def told(case: Case, claims: Iterable[Claim], nodes: Nodes) -> Iterator[ToldClaim]:
    """The claims with what has to be looked up, in their order; what is looked up is forgotten after some."""
    registers = {register.name: register for register in case.registers()}
    for batch in batched(claims, _BATCH):
        statements = case.evidence(evidence.statement for claim in batch for evidence in claim.evidence)
        library = Library(case.pages, case.evidence)
        for claim in batch:
            pieces = {one.statement: _piece(library, statements[one.statement]) for one in claim.evidence}
            yield ToldClaim(id=claim.id, claim=claim, nodes=nodes, pieces=pieces, registers=registers)


def _piece(library: Library, statement: Statement) -> Piece:
    document, around = library.place(statement)
    return Piece(statement=statement, document=document, around=around)


def with_sources(entity: EntityProxy, told: ToldClaim) -> EntityProxy:
    """The entity with where it was read: `proof` where its schema has that, else addresses and publishers."""
    if "proof" in entity.schema.properties:
        entity.add("proof", list(dict.fromkeys(map(source_id, told.documents))))
    else:
        entity.add("sourceUrl", [document.url for document in told.documents if document.url], quiet=True)
        entity.add("publisher", told.publishers, quiet=True)
    entity.add("recordId", told.id, quiet=True)
    entity.add("summary", told.sentence, quiet=True)
    return entity


def captions(nodes: Nodes, parties: Sequence[Party]) -> list[str]:
    """What parties are called, sorted."""
    return sorted({node.caption if (node := nodes.of(party)) else party.text for party in parties})
