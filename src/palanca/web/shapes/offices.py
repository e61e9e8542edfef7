"""Who held which office, as the API shows it."""

from collections.abc import Sequence

from palanca.analysis.offices_at import Holder as HolderRecord
from palanca.analysis.offices_at import HolderStanding
from palanca.claims.tenures import TENURES
from palanca.store import Case
from palanca.web.shapes.claims import Claim, Party, shown_claims, shown_party
from palanca.web.shapes.sayings import Saying, shown_sayings
from palanca.web.shapes.shape import Shape


class Holder(Shape):
    """Someone who held an office at the time asked for. `reason` says what is told of beginning and end."""

    standing: HolderStanding
    person: Party
    office: str
    body: str
    reason: str
    says: list[Saying]
    claim: Claim


class HoldersPage(Shape):
    """Some holders, office by office, where the next begin, and how many there are, found in so many documents."""

    items: list[Holder]
    next: str | None
    total: int
    searched: int


def shown_holders(case: Case, found: Sequence[HolderRecord]) -> list[Holder]:
    """Holders in the order given."""
    claims = shown_claims(case, [one.claim for one in found])
    return [
        Holder(
            standing=one.standing, person=shown_party(one.person), office=one.office, body=one.body,
            reason=one.reason, says=shown_sayings(one.reason, TENURES), claim=claim,
        )
        for one, claim in zip(found, claims, strict=True)
    ]  # fmt: skip
