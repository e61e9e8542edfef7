"""The case as a network: things are its nodes; ties, offices and events join them.

An edge stands for all claims that join two things in the same way: the same kind, category and modality. So its weight
is a number of claims, what is denied or planned stays apart from what is asserted, and every sentence is kept. Who acts
is the source, upon whom the target. Who acts together in an act that goes both ways is joined two by two (see
`analysis.networks.joining`). An end that is described but not named ("protesters") is no thing: two of them are not
known to be one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from palanca.analysis.networks.joining import ENDS, Interval, category_of, interval_of, pairs
from palanca.analysis.tables import Row
from palanca.exchange.formats import JOINING
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.provenance import held_then
from palanca.records import Claim, ClaimId, EntityId, Identity, Kind, Modality, OfficeDetail


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """What makes two claims one edge. Of a mutual one the ends are in the order of their ids."""

    source: EntityId
    target: EntityId
    kind: Kind
    category: str
    modality: Modality
    mutual: bool

    @property
    def label(self) -> str:
        """The category, with the modality where it is not asserted: "CONSULT (planned)"."""
        return self.category if self.modality is Modality.ASSERTED else f"{self.category} ({self.modality})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two things with what joins them, and the rows of all claims that say so, by time."""

    joint: Joint
    rows: tuple[Row, ...]

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """When they are joined, each interval once, in order; empty when no claim tells."""
        found = {interval for row in self.rows if (interval := interval_of(row.claim))}
        return tuple(sorted(found, key=lambda one: (one[0] or date.min, one[1] or date.max)))

    @property
    def whole(self) -> Interval:
        """From the first day of all intervals to the last one; open where one of them is."""
        starts = [start for start, _ in self.intervals]
        ends = [end for _, end in self.intervals]
        known_starts, known_ends = [day for day in starts if day], [day for day in ends if day]
        return (
            min(known_starts) if starts and len(known_starts) == len(starts) else None,
            max(known_ends) if ends and len(known_ends) == len(ends) else None,
        )

    def told(self) -> dict[str, str]:
        """What the claims say, a line a claim, in the same order in each field; empty where none says anything."""
        fields = zip(TOLD, zip(*map(_told, self.rows), strict=True), strict=True)
        return {name: "\n".join(cells) if any(cells) else "" for name, cells in fields}


TOLD = ("claims", "times", "stances", "sources", "documents", "sentences", "offices_then")
"""The fields of `Edge.told`."""


class Network:
    """Nodes and edges of an export. Edges are found once, as ids of claims; their rows are fetched when wanted."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._outgoing = outgoing
        self._joined: dict[Joint, list[ClaimId]] = {}
        for kind in JOINING:
            for claim in outgoing.claims(kind):
                self._join(claim)

    def nodes(self) -> Iterator[Identity]:
        """The things that an edge joins, those in most documents first."""
        joined = {end for joint in self._joined for end in (joint.source, joint.target)}
        return (thing for thing in self._outgoing.case.things() if thing.id in joined)

    def edges(self) -> Iterator[Edge]:
        """Ties, then offices, then events, each by its earliest claim."""
        rows = self._outgoing.rows_of(chain.from_iterable(self._joined.values()))
        for joint, claims in self._joined.items():
            yield Edge(joint=joint, rows=tuple(islice(rows, len(claims))))

    def _join(self, claim: Claim) -> None:
        joints = list(dict.fromkeys(_joints(claim)))
        for joint in joints:
            self._joined.setdefault(joint, []).append(claim.id)
        left_out = self._outgoing.left_out
        if not joints:
            left_out[f"{claim.kind.plural} that join no two named things"] += 1
        elif unnamed := sum(party.identity is None for party in claim.of(*ENDS[claim.kind])):
            left_out["unnamed ends of claims that join others"] += unnamed


def _joints(claim: Claim) -> Iterator[Joint]:
    for one, other, mutual in pairs(claim):
        if one.identity and other.identity and one.identity != other.identity:
            source, target = one.identity, other.identity
            if mutual and target < source:
                source, target = target, source
            yield Joint(
                source=source, target=target, kind=claim.kind, category=category_of(claim), modality=claim.modality,
                mutual=mutual,
            )  # fmt: skip


def _told(row: Row) -> Sequence[str]:
    claim, lead = row.claim, row.lead
    return (
        claim.id, _times(row), str(lead.stance), str(claim.sources), lead.document, lead.sentence, held_then(row),
    )  # fmt: skip


def _times(row: Row) -> str:
    """The time of a claim in EDTF; of an office its beginning and end, or "as of" a time."""
    detail, time = row.claim.detail, row.claim.time
    if isinstance(detail, OfficeDetail):
        ends = f"{detail.start or ''}/{detail.end or ''}"
        return ends if ends != "/" else f"as of {time}" if time else ""
    return str(time) if time else ""
