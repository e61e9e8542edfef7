"""Claims: what statements support, report or deny once identity and dates are settled."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from palanca.records.entity import Schema
from palanca.records.ids import ClaimId, DocumentId, EntityId, StatementId, content_hash
from palanca.records.statement import Detail, Kind, Modality, RoleName
from palanca.records.time import Time

_IDS_AT_HAND = 16_384  # of a claim it is asked again and again while it is settled


class Stance(StrEnum):
    """How a piece of evidence stands to its claim."""

    SUPPORTS = "supports"
    REPORTS = "reports"
    FORESEES = "foresees"
    SUPPOSES = "supposes"
    DENIES = "denies"


STANCE_OF = {
    Modality.ASSERTED: Stance.SUPPORTS,
    Modality.REPORTED: Stance.REPORTS,
    Modality.PLANNED: Stance.FORESEES,
    Modality.HYPOTHETICAL: Stance.SUPPOSES,
    Modality.DENIED: Stance.DENIES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One statement under a claim. Pieces of evidence with equal `voice` (from 0) are not independent of each other."""

    statement: StatementId
    document: DocumentId
    stance: Stance
    voice: int


class DisputeKind(StrEnum):
    """What sources disagree on."""

    DENIED = "denied"
    TIME = "time"
    VALUE = "value"
    START = "start"
    END = "end"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A point on which the evidence of a claim, or of rival claims, disagrees; nothing is settled by it.

    `values` says each side in words, sorted; `rivals` are the other claims of a dispute between claims.
    """

    kind: DisputeKind
    values: tuple[str, ...]
    rivals: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who fills a role of a claim: the name to show, and the identity where one is known. `role` may be the place."""

    role: RoleName | None
    text: str
    identity: EntityId | None = None


class Review(StrEnum):
    """What a person said of a claim."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    REOPENED = "reopened"  # rejected once, and told again since
    CORRECTED = "corrected"  # a field of it put right, and not confirmed as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that sources say, with all who say it.

    `detail` is that of the evidence that says most (`lead`), with the united ends of an occupancy. `time` is the most
    precise that is compatible with all. `modality` is the strongest: asserted before reported, planned, hypothetical,
    denied. Parties are in the order of the lead, then those that only others name. A party without role is the place.
    Evidence is in the order of document names, then of the text. `documents` and `sources` count documents and
    independent voices.
    """

    kind: Kind
    detail: Detail
    lead: StatementId
    parties: tuple[Party, ...]
    evidence: tuple[Evidence, ...]
    time: Time | None = None
    modality: Modality = Modality.ASSERTED
    confidence: float = 1.0
    disputes: tuple[Dispute, ...] = ()
    review: Review = Review.OPEN

    @property
    def id(self) -> ClaimId:
        """The hash of the smallest id among its statements."""
        if len(self.evidence) == 1:
            return claim_id(self.evidence[0].statement)
        return claim_id(min(evidence.statement for evidence in self.evidence))

    @property
    def documents(self) -> int:
        """How many documents tell it."""
        return len({evidence.document for evidence in self.evidence})

    @property
    def sources(self) -> int:
        """How many of its voices are independent of each other."""
        return len({evidence.voice for evidence in self.evidence})

    def of(self, *roles: RoleName) -> tuple[Party, ...]:
        """Who fills these roles, in order."""
        return tuple(party for party in self.parties if party.role in roles)

    @property
    def place(self) -> Party | None:
        """Where it took place."""
        return next((party for party in self.parties if party.role is None), None)


@lru_cache(maxsize=_IDS_AT_HAND)
def claim_id(smallest: StatementId) -> ClaimId:
    """The id of the claim whose smallest statement has that id."""
    return ClaimId(content_hash("claim", smallest))


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One thing of the case: the entities of documents that are it.

    `id` is the smallest of the members' ids, and any member's id finds it. `names` are all names, the caption left
    out, the ones in most documents first; `identifiers` are ordered so too, see `Entity`. `part_of` is the identity of
    the country that a body or place belongs to, where the case names that country; `is_country` tells that it is
    itself one.
    """

    id: EntityId
    schema: Schema
    caption: str
    names: tuple[str, ...]
    members: tuple[EntityId, ...]
    documents: int
    country: str | None = None
    is_country: bool = False
    part_of: EntityId | None = None
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Two things that may be one, for a person to judge. `points` is the weight of the reasons, see `identity`."""

    one: EntityId
    other: EntityId
    points: float
    reasons_for: tuple[str, ...] = ()
    reasons_against: tuple[str, ...] = ()
