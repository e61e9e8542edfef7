"""PLOVER's codes of parties: a country with a sector ("RUSREB"), or a body between states ("IGOUNO")."""

from collections.abc import Iterable
from dataclasses import dataclass

from palanca.lexicon.countries import country_named, country_of_capital, country_of_demonym
from palanca.lexicon.places import place_named
from palanca.lexicon.sectors import codes_of_organizations


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One party: country and sector, or `whole`, the code of a body that is of no country."""

    country: str = ""
    sector: str = ""
    whole: str = ""

    def __str__(self) -> str:
        return self.whole or self.country + self.sector


def code_between_states(names: Iterable[str]) -> Code | None:
    """The code of a body that is of no country, if one of these names is its name."""
    known = codes_of_organizations()
    found = (known.get(name.removeprefix("the ")) for name in names)
    return next((Code(whole=code) for code in found if code), None)


def country_of_names(names: Iterable[str]) -> str | None:
    """The alpha-3 code of the country that the first telling name names, or lies in; None if none tells."""
    for name in names:
        found = country_named(name) or country_of_demonym(name) or country_of_capital(name)
        if found:
            return found.alpha3
        place = place_named(name)
        if place and place.country:
            return place.country
    return None
