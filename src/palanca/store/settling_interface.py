"""What every store can do with what is settled: what waits, what it is settled from, and writing it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from palanca.analysis.belongings import Belonging
from palanca.claims import Reached, Settled, Telling
from palanca.identity import Profile
from palanca.identity.stating import StatedFacts
from palanca.records import (
    ClaimId,
    DocumentId,
    EntityId,
    Identity,
    JudgementState,
    Proposal,
    Statement,
    StatementId,
)

type Ruling = tuple[EntityId, EntityId, str]


class Waiting(StrEnum):
    """What waits to be settled: where something has come, changed or gone."""

    DOCUMENT = "document"
    STATEMENT = "statement"
    OFFICE = "office"  # of which one person is the holder, see `claims.settled.Holding`
    THING = "thing"  # that may belong to another country or branch
    LAND = "land"  # that may be of another country, with all that is of its country
    BLOCKS = "blocks"  # of names that were merged, see `blocking`: one row without an id stands for all


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Changes that wait to be settled, counted by `changed`.

    `touched` are the profiles, old and new, of the entities whose identity must be settled anew; None stands for all.
    """

    changed: int
    touched: tuple[Profile, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledIdentity:
    """Which things the entities of touched blocks are.

    `entities` are all that were settled anew, None for all of the case; what stood of them is replaced by
    `identities`, in order of id, and `proposals`: each is gone through once. `members` has entities, each with the id
    of its thing, of identities that are given without their own. `rulings` are the pairs that people judged, with the
    verdict, as applied; a verdict on a statement is a ruling of it twice.
    """

    entities: frozenset[EntityId] | None
    identities: Iterable[Identity]
    proposals: Iterable[Proposal]
    rulings: Sequence[Ruling]
    members: Iterable[tuple[EntityId, EntityId]] = ()


class Settling(Protocol):
    """The part of a case that settling asks and writes. Each `settle…` gives False, and writes nothing, if the case
    has changed since `changed`, and tells what waits because of what it wrote in the same transaction.
    """

    def profiles(self, entities: Collection[EntityId] | None = None) -> Iterator[Profile]:
        """What documents show of these entities, or of all, by id."""
        ...

    def bare_profiles(self) -> Iterator[tuple[int, Profile]]:
        """All profiles without offices and companions, each with its place: a number that is good until the case
        changes, in order.
        """
        ...

    def profiles_at(self, places: Sequence[int]) -> Iterator[Profile]:
        """The whole profiles at these places, by id."""
        ...

    def meeting_signs(self, beginning: str) -> Iterator[list[str]]:
        """The signs of names that stand together in a block, of each block that begins so and holds several.

        While blocks wait to be settled, nothing.
        """
        ...

    def signatures(self) -> dict[DocumentId, str]:
        """The signatures of the texts of current documents, see `claims.copies`."""
        ...

    def revision(self) -> tuple[int, int]:
        """How many changes there have been, and how many of them are settled: equal pairs give equal answers."""
        ...

    def pending(self) -> Pending | None:
        """What has changed since all was last settled, or None."""
        ...

    def waiting(self, sort: Waiting) -> frozenset[str]:
        """The ids of that sort that wait; of no use while all must be settled anew."""
        ...

    def in_blocks(self, blocks: Iterable[str]) -> Iterator[tuple[EntityId, str]]:
        """The entities that stand in these blocks of identity, each with the block.

        While all waits to be settled, those that were merged are not among them.
        """
        ...

    def rulings(self) -> frozenset[Ruling]:
        """What people decided on names and statements, with the verdict, as last settled with it."""
        ...

    def standing(self, statements: Iterable[StatementId]) -> dict[StatementId, Statement]:
        """Those of these statements that the case tells now: neither gone nor corrected."""
        ...

    def tellings(self, documents: Iterable[DocumentId]) -> dict[DocumentId, Telling]:
        """What is known of these documents as tellers; of those that are not current, nothing."""
        ...

    def known(self, entities: Iterable[EntityId]) -> dict[EntityId, Identity]:
        """The things that these entities are, each without its members; of entities that are not settled, none."""
        ...

    def bare_things(self) -> Iterator[Identity]:
        """All things, each without its members, by id."""
        ...

    def copies(self) -> dict[DocumentId, DocumentId]:
        """The documents that are near copies of others, each with the smallest id of the copies."""
        ...

    def told_under(self, statements: Iterable[StatementId]) -> frozenset[ClaimId]:
        """The claims under which these statements were last settled, and all that are of one part with any."""
        ...

    def reached(self, reaches: Iterable[Reached]) -> frozenset[ClaimId]:
        """The claims that are found by one of these keys, in one of its months or in any."""
        ...

    def statements_under(self, claims: Iterable[ClaimId]) -> dict[StatementId, ClaimId]:
        """The statements of these claims as last settled, each with its claim; some of them may be gone."""
        ...

    def ruled_belongings(self) -> frozenset[EntityId]:
        """The things of which a person's decision tells what they belong to, as last settled."""
        ...

    def settle_documents(self, changed: int, copies: dict[DocumentId, DocumentId] | None) -> bool:
        """Write which documents are near copies of others (None: as they stand) and who each document speaks for."""
        ...

    def settle_stated(self, changed: int, stated: Mapping[DocumentId, StatedFacts]) -> bool:
        """Make what persons state in documents what is given, and nothing in others.

        False, too, if that is written, since it counts as a change: what waits because of it is settled with the rest.
        """
        ...

    def settle_blocks(self, changed: int) -> bool:
        """Let the signs stand in their blocks that were merged without: before all identity is settled anew."""
        ...

    def settle_identity(self, changed: int, settled: SettledIdentity) -> bool:
        """Write which things entities are."""
        ...

    def settle_corrections(self, changed: int, corrected: Iterable[tuple[StatementId, Statement]]) -> bool:
        """Put these statements in the place of those that they correct."""
        ...

    def leave_out_indexes(self, changed: int) -> bool:
        """Go without the indexes by which claims are asked for until `index_claims`, if none stands yet."""
        ...

    def index_claims(self) -> None:
        """Make the indexes that were left out; whoever opens the case makes them too. Raises CaseError."""
        ...

    def settle_claims(self, changed: int, found: Sequence[Settled], gone: Collection[ClaimId] = ()) -> bool:
        """Write claims in the place of those of their ids, and drop those that are `gone`, unless found again.

        A statement leaves the claim under which it stood.
        """
        ...

    def settle_lost(self, changed: int) -> bool:
        """Drop evidence whose statement is gone, and claims without evidence: after all claims were written anew."""
        ...

    def settle_holders(self, changed: int) -> bool:
        """Work out who is disputed as holder of the offices that wait."""
        ...

    def settle_belongings(
        self, changed: int, found: Iterable[Belonging], things: frozenset[EntityId] | None = None
    ) -> bool:
        """Write what some things belong to, or all, by thing, and mark the parties of claims by it."""
        ...

    def settle(self, changed: int, states: Iterable[JudgementState]) -> bool:
        """Tell that all is settled."""
        ...
