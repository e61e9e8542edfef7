"""The office that a person held at the time of an event, which stands beside the name."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from palanca.analysis.offices_at import Evidence
from palanca.analysis.tables import HeldThen, shown_role
from palanca.claims.telling import Days, days_of
from palanca.claims.tenures import Tenure, tenure_of
from palanca.records import Claim, EntityId, Kind, OfficeDetail, OfficeStatus, RoleName

_MOST_POSSIBLE = 2
_ACTED = (RoleName.ACTOR, RoleName.RECIPIENT)


@dataclass(slots=True)
class OfficesThen:
    """Looks up offices in the ledger, those of many people at once, each person once."""

    claims_about: Callable[[Collection[EntityId], Kind], Iterable[Claim]]
    evidence: Evidence
    _tenures: dict[EntityId, list[Tenure]]

    def __init__(
        self, claims_about: Callable[[Collection[EntityId], Kind], Iterable[Claim]], evidence: Evidence
    ) -> None:
        self.claims_about, self.evidence, self._tenures = claims_about, evidence, {}

    def prepare(self, claims: Iterable[Claim]) -> None:
        """Look up the offices of all who take part in these events."""
        people = {party.identity for claim in claims for party in claim.of(*_ACTED) if party.identity}
        new = people - self._tenures.keys()
        if not new:
            return
        self._tenures |= {person: [] for person in new}
        offices = list(self.claims_about(new, Kind.OFFICE))
        known = self.evidence(one.statement for claim in offices for one in claim.evidence)
        for claim in offices:
            tenure = tenure_of(claim, (known[one.statement] for one in claim.evidence if one.statement in known))
            for party in claim.of(RoleName.PERSON):
                if tenure and party.identity in new:
                    self._tenures[party.identity].append(tenure)

    def of(self, claim: Claim) -> tuple[HeldThen, ...]:
        """What those who take part in an event held then, in the order of its parties; `prepare` comes first."""
        days = days_of(claim.time)
        if days is None:
            return ()
        return tuple(held for party in claim.of(*_ACTED) if party.identity
                     for held in self._held(party.text, party.identity, days))  # fmt: skip

    def _held(self, name: str, person: EntityId, days: Days) -> list[HeldThen]:
        """The certain ones, or else the possible ones; an office that is told in two claims stands there once."""
        tenures = self._tenures.get(person, [])
        certain = {_words(one): None for one in tenures if one.is_certain(days)}
        if certain:
            return [HeldThen(person=name, office=office, is_certain=True) for office in certain]
        possible = {_words(one): None for one in tenures if one.is_possible(days)}
        return [HeldThen(person=name, office=office, is_certain=False) for office in list(possible)[:_MOST_POSSIBLE]]


def _words(tenure: Tenure) -> str:
    detail = tenure.claim.detail
    if not isinstance(detail, OfficeDetail):
        return ""
    acting = "acting " if detail.status is OfficeStatus.ACTING else ""
    body = next((party.text for party in tenure.claim.of(RoleName.BODY)), "")
    return f"{acting}{shown_role(detail.role)}{f', {body}' if body else ''}"
