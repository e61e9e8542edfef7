"""A claim as a case keeps it, with all by which it is found when something near it changes."""

from dataclasses import dataclass

from palanca.claims.telling import Days
from palanca.records import Claim, ClaimId, DocumentId, EntityId


@dataclass(frozen=True, slots=True)
class Holding:
    """Days on which a person certainly held a sole office, as one document tells.

    `office` is the role as it is compared and the id of the body. `is_stated` tells that the ends are told.
    """

    office: str
    person: EntityId
    days: Days
    is_stated: bool
    document: DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A claim, the part that it is of, and what it is found by.

    `part` is the smallest id of the claims that are settled together; None when it is alone. `reaches` are the numbers
    of the keys of its statements, see `reaching`; an event is also found by the things that it shows.
    """

    claim: Claim
    part: ClaimId | None = None
    reaches: tuple[int, ...] = ()
    holdings: tuple[Holding, ...] = ()
