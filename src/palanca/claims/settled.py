"""A claim as a case keeps it, with all by which it is found when something near it changes."""

from dataclasses import dataclass

from palanca.claims.telling import Days
from palanca.claims.tenures import Tenure
from palanca.records import Claim, ClaimId, DocumentId, EntityId


@dataclass(frozen=True, slots=True)
class Reached:
    """The number of a key by which a claim is found, and the first and last month in which; None for any month."""

    number: int
    first: int | None = None
    last: int | None = None

    def with_months_of(self, other: "Reached") -> "Reached":
        """The same key, with the months of both and those between."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return Reached(self.number)
        return Reached(self.number, min(self.first, other.first), max(self.last, other.last))


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

    `part` is the smallest id of the claims that are settled together; None when it is alone. `reaches` are by number,
    see `reaching`. `tenure` is that of an office which was held, as far as the claim is not rejected.
    """

    claim: Claim
    part: ClaimId | None = None
    reaches: tuple[Reached, ...] = ()
    holdings: tuple[Holding, ...] = ()
    tenure: Tenure | None = None
