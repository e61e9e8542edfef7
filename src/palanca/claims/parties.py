"""Who fills the roles of statements: things of the case, and words that name none."""

from dataclasses import dataclass
from functools import cache

from palanca.claims.background import Background
from palanca.claims.word_lists import word_lists
from palanca.identity import is_generic
from palanca.lexicon.countries import country, country_of_seat
from palanca.records import EntityId, Filler, Identity, Schema
from palanca.records.errors import LexiconError
from palanca.records.names import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A thing of the case, or words that name none. Equal `key`, equal party.

    `state` is the code of the country, on a country and on the bodies that govern it.
    """

    key: str
    name: str
    is_known: bool
    state: str | None = None
    is_country: bool = False
    is_person: bool = False

    def __hash__(self) -> int:
        return hash(self.key)

    def stands_for(self, other: "Party") -> bool:
        """Whether one is a country and the other its government, or a ministry of it."""
        return (
            self.key != other.key
            and self.state is not None
            and self.state == other.state
            and self.is_country != other.is_country
        )

    def is_like(self, other: "Party") -> bool:
        """Whether both may be one party: the same thing, or a country and its government."""
        return self.key == other.key or self.stands_for(other)

    def is_named_like(self, other: "Party") -> bool:
        """Whether every word of one body's name is in the other: "Congress" and "United States Congress"."""
        if self.is_person or other.is_person:
            return False  # of one name may be two people; who is one, identity tells
        if self.is_country and other.is_country:
            return False  # Guinea is not Equatorial Guinea, though all words of its name are there
        ours, theirs = set(self.name.split()), set(other.name.split())
        return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


class Cast:
    """All who appear in statements. Each thing becomes one party, made once."""

    def __init__(self, background: Background) -> None:
        self._identities = background.identities
        self._parties: dict[EntityId, Party] = {}

    def thing(self, filler: Filler | None) -> Identity | None:
        """The thing of the case that fills a role; None for words that name none."""
        return self._identities.get(filler.entity) if filler and filler.entity else None

    def party(self, filler: Filler) -> Party:
        """The party that fills a role."""
        thing = self._identities.get(filler.entity) if filler.entity else None
        if thing is None:
            words = fold(filler.text)
            return Party(key=f"text:{words}", name=words, is_known=False)
        if thing.id not in self._parties:
            self._parties[thing.id] = self._party_of(thing)
        return self._parties[thing.id]

    def _party_of(self, thing: Identity) -> Party:
        code = self._country_of(thing)
        return Party(
            key=thing.id,
            name=fold(thing.caption),
            is_known=True,
            state=code if thing.is_country or (code and _governs(thing, code)) else None,
            is_country=thing.is_country,
            is_person=thing.schema is Schema.PERSON,
        )

    def _country_of(self, thing: Identity) -> str | None:
        """The code of its country; the id of a country without code serves as well."""
        if thing.is_country:
            return thing.country or thing.id
        whole = self._identities.get(thing.part_of) if thing.part_of else None
        return thing.country or ((whole.country or whole.id) if whole else None)


def _governs(thing: Identity, code: str) -> bool:
    """Whether it is the government of the country, a ministry of it, or the seat that is said for it."""
    if thing.schema is not Schema.PUBLIC_BODY:
        return False
    seat = country_of_seat(thing.caption)
    if seat is not None:
        return seat.alpha3 == code
    rest = [word for word in fold(thing.caption).split() if word not in _country_words(code)]
    return not word_lists().governing.isdisjoint(rest) and is_generic(" ".join(rest))


@cache
def _country_words(code: str) -> frozenset[str]:
    """The folded words of the country's names and demonyms: "us", "american"."""
    try:
        found = country(code)
    except LexiconError:  # not every country of a case has a code
        return frozenset()
    return frozenset(word for name in (*found.names, *found.demonyms) for word in fold(name).split())
