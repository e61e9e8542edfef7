"""The parties of a claim as PLOVER codes: from what the case knows of a thing, and from the words of who is not named.

The country is that of the thing. The sector is that of the office which a person certainly held then, or else of the
words by which a body or an unnamed party is called. Where neither is told there is no code, and none is guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from palanca.analysis.networks.joining import is_mutual
from palanca.analysis.tables import Row
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.plover_codes import Code, code_between_states, country_of_names
from palanca.lexicon.sectors import sectors_of_nouns
from palanca.records import Identity, Party, RoleName, Schema

_BUSINESS = "BUS"
_AFTER_HEAD = (" of ", " to ", " for ", ", ", " in ", " from ")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedParty:
    """A party with its code; the code of one of which neither country nor sector is told is empty."""

    name: str
    code: Code
    office: str
    thing: str | None


def coded_sides(row: Row, outgoing: Outgoing) -> tuple[tuple[CodedParty, ...], tuple[CodedParty, ...]]:
    """Who acts, and upon whom. Of a mutual act the first that is named stands on one side, the others on the other."""
    claim = row.claim
    first, second = claim.of(RoleName.ACTOR), claim.of(RoleName.RECIPIENT)
    if is_mutual(claim):
        first, second = first[:1], first[1:]
    return _coded(first, row, outgoing), _coded(second, row, outgoing)


def country_of_place(row: Row, outgoing: Outgoing) -> str:
    """The alpha-3 code of the country where it took place; empty where it is not told."""
    place = row.claim.place
    if place is None:
        return ""
    known = outgoing.thing(place.identity).country if place.identity else None
    return known or country_of_names((place.text,)) or ""


def _coded(parties: Iterable[Party], row: Row, outgoing: Outgoing) -> tuple[CodedParty, ...]:
    return tuple(_party(party, row, outgoing) for party in parties)


def _party(party: Party, row: Row, outgoing: Outgoing) -> CodedParty:
    offices = [held.office for held in row.held if held.is_certain and held.person == party.text]
    thing = outgoing.thing(party.identity) if party.identity else None
    code = code_of_thing(thing, offices) if thing else code_of_words(party.text)
    return CodedParty(name=party.text, code=code, office="; ".join(offices), thing=party.identity)


def code_of_thing(thing: Identity, offices: Sequence[str]) -> Code:
    """The code of a thing of the case that holds these offices. A person's name tells nothing, that of a body does."""
    if thing.schema is Schema.PERSON:
        return Code(country=thing.country or "", sector=_sector_of(offices))
    if between := code_between_states((thing.caption, *thing.names)):
        return between
    country = thing.country or country_of_names((thing.caption,)) or ""
    if thing.is_country or thing.schema is Schema.PLACE:
        return Code(country=country)
    fallback = _BUSINESS if thing.schema is Schema.COMPANY else ""
    return Code(country=country, sector=_sector_of((thing.caption,)) or fallback)


def code_of_words(words: str) -> Code:
    """The code of a party that is described: "Kenyan soldiers" are KENMIL."""
    if between := code_between_states((words,)):
        return between
    capitalised = (word for word in words.split() if word[:1].isupper())
    return Code(country=country_of_names((words, *capitalised)) or "", sector=_sector_of((words,)))


def _sector_of(phrases: Iterable[str]) -> str:
    """The sector of the first phrase that has one: by its last noun before any "of", with the word before it or alone.

    What stands before the last noun tells too little: a safety board is not "national", nor a minority whip a minority.
    """
    return next((sector for phrase in phrases if (sector := _sector(phrase.casefold()))), "")


def _sector(phrase: str) -> str:
    for mark in _AFTER_HEAD:
        phrase = phrase.partition(mark)[0]
    words = phrase.split()
    nouns = sectors_of_nouns()
    heads = (" ".join(words[-2:]), *words[-1:])
    return next((nouns[form] for head in heads for form in (head, head.removesuffix("s")) if form in nouns), "")
