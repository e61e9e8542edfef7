"""Questions of who held which office when. `import palanca` offers them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from palanca.analysis.offices_at import Holder, destination, holders_at
from palanca.claims.roles import role_key
from palanca.claims.telling import Days, days_of
from palanca.lexicon.countries import (
    Country,
    country_meant,
    country_named,
    country_of_capital,
    country_of_demonym,
)
from palanca.records import Claim, EntityId, Filter, Identity, Kind, OfficeDetail, RoleName, Time
from palanca.records.errors import PalancaError
from palanca.records.names import fold
from palanca.settlement import settle
from palanca.store import Case

_MOST_WORDS = 4  # of a country's name
_CODE_LETTERS = 3
_LINKS = ("of the", "to the", "for the", "in the", "of", "to", "for", "in")
_SENT_TO = frozenset({"to", "to the", "in", "in the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAsked:
    """An office in words, taken apart: its title, whose it is, and where its holder is sent."""

    title: str
    country: Country | None = None
    body: str | None = None
    sent_to: str | None = None


def offices_at(case: Case, at: Time, *, body: str | None = None, role: str | None = None) -> list[Holder]:
    """Who held which office at a time, by body and role; see `holders_at`.

    `body` is a body or a country; of a country all its bodies count, and the envoys sent to it. `role` is compared as
    roles are: "foreign minister" and "minister of foreign affairs" are one.
    """
    settle(case)
    bodies = _Bodies(case)
    wanted = role_key(role) if role else None
    claims = (
        claim
        for claim in case.claims(Filter(kinds=(Kind.OFFICE,)))
        if (wanted is None or role_key(_role(claim)) == wanted) and (body is None or bodies.concerns(claim, body))
    )
    return holders_at(claims, case.evidence, _days(at))


def who(case: Case, office: str, at: Time, *, of: str | None = None) -> list[Holder]:
    """Who held an office that is given in words ("ambassador to Peru", "Peruvian foreign minister") at a time.

    `of` is the country whose office it is, where the words do not say.
    """
    settle(case)
    asked = office_asked(office)
    country = _country(of) if of else asked.country
    bodies = _Bodies(case)
    claims = (
        claim
        for claim in case.claims(Filter(kinds=(Kind.OFFICE,)))
        if _is_asked(claim, asked) and (country is None or bodies.is_of(claim, country)) and _fits_body(claim, asked)
    )
    return holders_at(claims, case.evidence, _days(at))


def office_asked(words: str) -> OfficeAsked:
    """Take the words of an office apart. Raises PalancaError when no title is left."""
    tokens = words.replace(",", " ").split()
    country = None
    for length in range(min(_MOST_WORDS, len(tokens) - 1), 0, -1):
        head = " ".join(tokens[:length])
        country = country_of_demonym(head) or country_named(head)
        if country:
            tokens = tokens[length:]
            break
    title, where, sent = _parted(tokens)
    if not title:
        raise PalancaError(f"{words!r} names no office: write a title, as in ambassador to Peru")
    place = _country_or_capital(where) if where else None
    if sent and where:
        return OfficeAsked(title=title, country=country, sent_to=fold(place.name if place else where))
    if place:
        return OfficeAsked(title=title, country=place)
    return OfficeAsked(title=" ".join(tokens) if where is None else title, country=country, body=where)


def _parted(tokens: list[str]) -> tuple[str, str | None, bool]:
    """The title, what follows its link, and whether the link sends somewhere.

    "Minister of foreign affairs of Peru" has its body after the last link that a country or a name follows.
    """
    for at in range(len(tokens) - 1, -1, -1):
        for link in _LINKS:
            size = len(link.split())
            if " ".join(tokens[at : at + size]).casefold() == link and tokens[at + size : at + size + 1]:
                where = " ".join(tokens[at + size :])
                if _country_or_capital(where) or where[:1].isupper():
                    return " ".join(tokens[:at]), where, link in _SENT_TO
    return " ".join(tokens), None, False


def _country_or_capital(name: str) -> Country | None:
    return country_named(name) or country_of_capital(name)


def _country(name: str) -> Country:
    found = _country_called(name)
    if found is None:
        raise PalancaError(f"{name!r} is no country that is known: give a name or a code such as PER")
    return found


def _country_called(name: str) -> Country | None:
    """The country of a name, of a people, or of a code in capitals; a capital may be a body's own name."""
    is_code = len(name) == _CODE_LETTERS and name.isupper()
    return country_named(name) or country_of_demonym(name) or (country_meant(name) if is_code else None)


def _is_asked(claim: Claim, asked: OfficeAsked) -> bool:
    title, sent_to = destination(_role(claim))
    if asked.sent_to is None:
        return role_key(_role(claim)) == role_key(asked.title)
    place = country_named((sent_to or "").title())
    return role_key(title) == role_key(asked.title) and fold(place.name if place else sent_to or "") == asked.sent_to


def _fits_body(claim: Claim, asked: OfficeAsked) -> bool:
    if asked.body is None:
        return True
    return any(f" {fold(asked.body)} " in f" {fold(party.text)} " for party in claim.of(RoleName.BODY))


def _role(claim: Claim) -> str:
    return claim.detail.role if isinstance(claim.detail, OfficeDetail) else ""


class _Bodies:
    """Which bodies belong to which country."""

    def __init__(self, case: Case) -> None:
        self._case = case

    @cached_property
    def _things(self) -> Mapping[EntityId, Identity]:
        return {thing.id: thing for thing in self._case.things()}

    def concerns(self, claim: Claim, body: str) -> bool:
        """Whether an office is of a body of that name, of a country so called, or sends its holder there."""
        country = _country_called(body)
        if country and self.is_of(claim, country):
            return True
        _, sent_to = destination(_role(claim))
        names = {fold(name) for name in (body, *(country.names if country else ()))}
        if sent_to and fold(sent_to) in names:
            return True
        return any(f" {fold(body)} " in f" {fold(party.text)} " for party in claim.of(RoleName.BODY))

    def is_of(self, claim: Claim, country: Country) -> bool:
        """Whether the body of an office is that country, or a body of it."""
        for party in claim.of(RoleName.BODY):
            thing = self._things.get(party.identity) if party.identity else None
            if thing and thing.country == country.alpha3:
                return True
            if fold(party.text) in {fold(name) for name in country.names}:
                return True
        return False


def _days(at: Time) -> Days:
    days = days_of(at)
    if days is None:
        raise PalancaError(f"{at} has no two ends: give a day, a month, a year, or a stretch such as 2007/2009")
    return days
