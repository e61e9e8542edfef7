"""From claims to edges, with a count of what is left out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from palanca.analysis.networks.graph import Edge
from palanca.analysis.networks.joining import ENDS, Joining, category_of, pairs, side_by_side
from palanca.analysis.scope import Unseen
from palanca.records import TOLD_AS_SO, DocumentId, EntityId, Kind, Modality, TieDetail, TieKind

JOINING = (Kind.EVENT, Kind.TIE, Kind.OFFICE, Kind.INSTRUMENT)
"""The kinds of claim that make edges."""

UNNAMED = "unnamed parties of claims that join others"


def not_happened(kind: Kind, modality: Modality) -> str:
    """How claims are called that join nobody, since they are not told as having happened."""
    return f"{modality} {kind.plural}"


def joining_none(kind: Kind) -> str:
    """How claims are called that name no two things."""
    return f"{kind.plural} that join no two named things"


@dataclass(slots=True)
class Tally:
    """Makes edges of claims, each given once, and counts them: what joins, in which documents, and what does not.

    `grounds` are towns and other places that are no countries: two that one journey saw have not met.
    """

    grounds: frozenset[EntityId] = frozenset()
    claims: int = 0
    documents: set[DocumentId] = field(default_factory=set)
    left_out: Counter[str] = field(default_factory=Counter)

    def edges(self, claim: Joining) -> Iterator[Edge]:
        """One edge for each two named things that the claim joins.

        What is denied, planned or hypothetical joins nobody, and two names of which sources doubt that they are one
        person are no tie.
        """
        if claim.modality not in TOLD_AS_SO:
            self.left_out[not_happened(claim.kind, claim.modality)] += 1
            return
        joined = [] if _is_alias(claim) else sorted(self._named_pairs(claim))
        if not joined:
            self.left_out[joining_none(claim.kind)] += 1
            return
        self.claims += 1
        self.documents.update(claim.documents)
        self.left_out[UNNAMED] += sum(party.identity is None for party in claim.of(*ENDS[claim.kind]))
        yield from edges_between(claim, joined)

    def _named_pairs(self, claim: Joining) -> set[tuple[EntityId, EntityId]]:
        """The ids of each two, the smaller first."""
        beside = (pair for pair in side_by_side(claim) if self.grounds.isdisjoint(party.identity for party in pair))
        parties = chain(((one, other) for one, other, _ in pairs(claim)), beside)
        return {
            (min(one.identity, other.identity), max(one.identity, other.identity))
            for one, other in parties
            if one.identity and other.identity and one.identity != other.identity
        }

    def unseen(self) -> Iterator[Unseen]:
        """What was left out, in the order of its name."""
        return (Unseen(number=number, what=what) for what, number in sorted(self.left_out.items()))


def edges_between(claim: Joining, joined: Iterable[tuple[EntityId, EntityId]]) -> Iterator[Edge]:
    """One edge for each two that a claim joins, the smaller id first."""
    first, last = claim.interval or (None, None)
    identifier, category = claim.id, category_of(claim)
    for one, other in joined:
        yield Edge(
            one=one, other=other, claim=identifier, kind=claim.kind, category=category, first=first, last=last,
            sources=claim.sources, confidence=claim.confidence,
        )  # fmt: skip


def _is_alias(claim: Joining) -> bool:
    return isinstance(claim.detail, TieDetail) and claim.detail.kind is TieKind.ALIAS_CONFLICT
