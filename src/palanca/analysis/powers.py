"""Which country a person, a body or a place belongs to."""

from collections.abc import Iterable
from typing import Protocol

from palanca.lexicon.countries import country_named
from palanca.records import EntityId, Identity


class Powers(Protocol):
    """Knows to which country somebody belongs."""

    def of(self, identity: EntityId | None, text: str) -> str | None:
        """The ISO 3166-1 alpha-3 code of the country of a thing, or of what is only described; None if not known."""
        ...


class CountriesOfThings:
    """Powers as the things of a case tell them: each is of the country that documents say it is of."""

    def __init__(self, things: Iterable[Identity]) -> None:
        self._country: dict[EntityId, str] = {}
        self._states: set[EntityId] = set()
        for thing in things:
            if thing.country:
                self._country[thing.id] = thing.country
            if thing.is_country:
                self._states.add(thing.id)

    def of(self, identity: EntityId | None, text: str) -> str | None:
        """The country of a thing; of what is only described, the one that its words name as a whole."""
        if identity is not None:
            return self._country.get(identity)
        named = country_named(text)
        return named.alpha3 if named else None

    def state(self, identity: EntityId | None, text: str) -> str | None:
        """The country that somebody is, not the one that they belong to."""
        return self.of(identity, text) if identity is None or identity in self._states else None

    def things_of(self, country: str) -> frozenset[EntityId]:
        """The things that are or belong to a country."""
        return frozenset(thing for thing, of in self._country.items() if of == country)

    def states_of(self, country: str) -> frozenset[EntityId]:
        """The things that are that country."""
        return frozenset(thing for thing in self._states if self._country.get(thing) == country)

    def states(self) -> frozenset[str]:
        """The countries that the case names."""
        return frozenset(self._country[thing] for thing in self._states if thing in self._country)
