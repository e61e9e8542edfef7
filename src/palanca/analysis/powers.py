"""Which country a person, a body or a place belongs to on a day: the one rule that all questions follow."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Protocol

from palanca.analysis.belongings import Belonging, belonging_at
from palanca.claims.telling import days_of
from palanca.lexicon.countries import country_named
from palanca.records import Claim, EntityId, RoleName, Time

_AT_HAND = 20_000

type BelongingsOf = Callable[[Collection[EntityId]], Mapping[EntityId, Sequence[Belonging]]]


class Powers(Protocol):
    """Knows to which country somebody belongs."""

    def of(self, identity: EntityId | None, text: str, time: Time | None) -> str | None:
        """The ISO 3166-1 alpha-3 code of the country of a thing at a time, or of what is only described; else None."""
        ...


class PowersThen:
    """Powers as belongings tell them: by names, ties and the offices of the day, or as a person decided."""

    def __init__(self, belongings_of: BelongingsOf) -> None:
        self._belongings_of = belongings_of
        self._known: dict[EntityId, Sequence[Belonging]] = {}

    def prepare(self, claims: Iterable[Claim]) -> None:
        """Look up all parties of some claims at once; at most a few thousand things are kept at hand."""
        asked = {party.identity for claim in claims for party in claim.parties if party.identity}
        if len(self._known) + len(asked) > _AT_HAND:
            self._known.clear()
        new = asked - self._known.keys()
        self._known |= dict.fromkeys(new, ()) | dict(self._belongings_of(new) if new else {})

    def of(self, identity: EntityId | None, text: str, time: Time | None) -> str | None:
        """The country of a thing at a time; of what is only described, the one that its words name as a whole."""
        if identity is None:
            named = country_named(text)
            return named.alpha3 if named else None
        if identity not in self._known:
            self._known[identity] = self._belongings_of([identity]).get(identity, ())
        return belonging_at(self._known[identity], days_of(time))[0]

    def of_role(self, claim: Claim, role: RoleName) -> frozenset[str]:
        """The countries of those who fill a role of a claim, at its time."""
        found = (self.of(one.identity, one.text, claim.time) for one in claim.of(role))
        return frozenset(country for country in found if country)
