"""Questions of who held which office when. `import palanca` offers them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import batched
from typing import overload, override

from palanca.analysis.incumbents import Incumbents, destination
from palanca.analysis.offices_at import Holder, Standing, holder_of, standings_at
from palanca.claims.roles import role_key
from palanca.claims.telling import Days, days_of
from palanca.lexicon.countries import (
    Country,
    country_meant,
    country_named,
    country_of_capital,
    country_of_demonym,
)
from palanca.records import Time
from palanca.records.errors import Outdated, PalancaError
from palanca.records.names import fold
from palanca.settlement import settle
from palanca.store import Case, OfficesAsked

_READ_AT_ONCE = 1_000  # claims
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


class Holders(Sequence[Holder]):
    """Those who held offices at a time, in order. Claims are read as they are looked at: of a whole case few ever are.

    Looking raises Outdated where a claim has gone since they were found.
    """

    def __init__(self, case: Case, found: Sequence[Standing]) -> None:
        self._case, self._found = case, found

    @override
    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> Holder: ...

    @overload
    def __getitem__(self, at: slice) -> list[Holder]: ...

    @override
    def __getitem__(self, at: int | slice) -> Holder | list[Holder]:
        if isinstance(at, slice):
            return [one for several in batched(self._found[at], _READ_AT_ONCE) for one in self._read(several)]
        return next(self._read((self._found[at],)))

    @override
    def __iter__(self) -> Iterator[Holder]:
        return (one for several in batched(self._found, _READ_AT_ONCE) for one in self._read(several))

    def _read(self, several: Sequence[Standing]) -> Iterator[Holder]:
        claims = self._case.claims_by_id(claim for claim, _ in several)
        told = self._case.bare_evidence(one.statement for claim in claims.values() for one in claim.evidence)
        for identifier, standing in several:
            claim = claims.get(identifier)
            if claim is None:
                raise Outdated(f"claim {identifier} has gone since offices were looked for: ask again")
            yield holder_of(claim, standing, (told[one.statement] for one in claim.evidence if one.statement in told))


def offices_at(case: Case, at: Time, *, body: str | None = None, role: str | None = None) -> list[Holder]:
    """Who held which office at a time.

    Offices with a sure holder come first, then by body and role; of one office the certain come first.

    `body` is a body or a country; of a country all its bodies count, and the envoys sent to it. `role` is compared as
    roles are: "foreign minister" and "minister of foreign affairs" are one. Two certain holders of an office that one
    person holds at a time are in conflict. Raises PalancaError for a time without two ends.
    """
    return found_at(case, at, body=body, role=role)[:]


def found_at(case: Case, at: Time, *, body: str | None = None, role: str | None = None) -> Holders:
    """The same, of an open case: a part of a long list can be looked at without the rest."""
    settle(case)
    wanted = role_key(role) if role else None
    titles = case.office_titles()
    asked = replace(
        _of_body(body, titles) if body else OfficesAsked(),
        titles=tuple(title for title in titles if role_key(title) == wanted) if wanted is not None else None,
    )
    days = _days(at)
    return Holders(case, standings_at(case.incumbents(asked, days), days))


def who(case: Case, office: str, at: Time, *, of: str | None = None) -> list[Holder]:
    """Who held an office that is given in words ("ambassador to Peru", "Peruvian foreign minister") at a time.

    `of` is the country whose office it is, by name or code, where the words do not say. In the order of `offices_at`.
    Raises PalancaError for words that name no office, a country that is not known, or a time without two ends.
    """
    return who_found(case, office, at, of=of)[:]


def who_found(case: Case, office: str, at: Time, *, of: str | None = None) -> Holders:
    """The same, of an open case: a part of a long list can be looked at without the rest."""
    settle(case)
    asked = office_asked(office)
    country = _country(of) if of else asked.country
    wanted = OfficesAsked(
        titles=tuple(title for title in case.office_titles() if _is_asked(title, asked)),
        country=country.alpha3 if country else None,
        called=_names(country) if country else (),
    )
    days = _days(at)
    return Holders(case, standings_at(_of(case.incumbents(wanted, days), asked.body), days))


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


def _is_asked(role: str, asked: OfficeAsked) -> bool:
    title, sent_to = destination(role)
    if asked.sent_to is None:
        return role_key(role) == role_key(asked.title)
    place = country_named((sent_to or "").title())
    return role_key(title) == role_key(asked.title) and fold(place.name if place else sent_to or "") == asked.sent_to


def _of(incumbents: Incumbents, words: str | None) -> Incumbents:
    """Those of a body in whose name the words stand."""
    if words is None:
        return incumbents
    wanted = f" {fold(words)} "
    return Incumbents(
        in_doubt=[one for one in incumbents.in_doubt if wanted in f" {fold(one.body)} "],
        possible=[one for one in incumbents.possible if wanted in f" {fold(one[2])} "],
    )


def _of_body(body: str, titles: Iterable[str]) -> OfficesAsked:
    """The offices of a body of that name or of a country so called, and those whose holders are sent there."""
    country = _country_called(body)
    names = {fold(body), *(_names(country) if country else ())}
    return OfficesAsked(
        country=country.alpha3 if country else None,
        called=_names(country) if country else (),
        words=body,
        sent=tuple(title for title in titles if fold(destination(title)[1] or "") in names),
    )


def _names(country: Country) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, country.names)))


def _days(at: Time) -> Days:
    days = days_of(at)
    if days is None:
        raise PalancaError(f"{at} has no two ends: give a day, a month, a year, or a stretch such as 2007/2009")
    return days
