"""How far a statement of an event reaches: which others may come to tell one event with it.

Two that share two parties, or a person in what befalls one once, in one month; that tell what nobody known did in one
town on one day; or that say much the same of a party in one month, of which one tells of it alone, or both tell of
bodies that are named alike. The rule looks at the two alone, so that what else a case holds does not change it.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from palanca.claims.event_groups import ALIKE, MUCH_ALIKE, happens_once
from palanca.claims.event_index import months
from palanca.claims.parties import Party
from palanca.claims.telling import Days, Told, length
from palanca.claims.wording import likeness

type Slots = Sequence[int]  # months; none when the time is unknown or too wide


def event_keys(one: Told) -> Iterator[tuple[Hashable, Slots]]:
    """The keys by which it meets others that have a month in common, or any that has none, with its months."""
    slots = months(one.likely_days)
    for a, b in combinations(sorted(one.known, key=lambda party: party.key), 2):
        for pair in _pairs(a, b):
            yield pair, slots
    if happens_once(one):
        yield from ((("once", party.key), slots) for party in one.known if party.is_person)
    if one.town and not one.known and one.days and length(one.days) == 1:
        yield ("town", one.town), (one.days[0].toordinal(),)


def _pairs(one: Party, other: Party) -> Iterator[Hashable]:
    """Two parties, and one of them with the state that the other may stand for; no state beside its own country."""
    yield one.key, other.key
    if one.state != other.state:
        for party, state in ((one, other.state), (other, one.state)):
            if state:
                yield party.key, f"state:{state}"


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What is looked at of a statement beside its parties. `stated` are days told to the day."""

    number: int
    parties: frozenset[str]
    stems: frozenset[str]
    teller: str
    stated: Days | None
    day: int | None

    def meets(self, other: "Glimpse") -> bool:
        """Whether both may tell one event of a party: in like words on one day, in much like words in one month.

        One hand that dates two acts by other days tells of two.
        """
        if self.teller == other.teller and _are_other_days(self.stated, other.stated):
            return False
        is_that_day = self.day is not None and self.day == other.day
        is_alike = likeness(self.stems, other.stems) >= (ALIKE if is_that_day else MUCH_ALIKE)
        return is_alike and not self.parties.isdisjoint(other.parties)


def _are_other_days(one: Days | None, other: Days | None) -> bool:
    if one is None or other is None:
        return False
    return (max(one[0], other[0]), min(one[1], other[1])) not in {one, other}


type _Shelves = dict[str, dict[int | None, list[Glimpse]]]


class Company:
    """Statements by party and month, and which of them to look at: those that tell of a single party beside all that
    tell of it, and those of a body beside those of a body that is named like it.
    """

    def __init__(self) -> None:
        self._alone: _Shelves = {}
        self._others: _Shelves = {}
        self._words: dict[str, frozenset[str]] = {}  # of the names of bodies
        self._same: dict[frozenset[str], frozenset[str]] = {}

    def add(self, one: Told, number: int) -> None:
        """Take a statement in."""
        if not one.known:
            return
        glimpse = self._glimpse(one, number)
        shelves = self._alone if len(one.known) == 1 else self._others
        for party in one.known:
            if not party.is_person and party.key not in self._words:
                self._words[party.key] = frozenset(party.name.split())
            for slot in months(one.likely_days) or [None]:
                shelves.setdefault(party.key, {}).setdefault(slot, []).append(glimpse)

    def _glimpse(self, one: Told, number: int) -> Glimpse:
        days, parties = one.days, frozenset(party.key for party in one.known)
        return Glimpse(
            number=number,
            parties=self._same.setdefault(parties, parties),
            stems=self._same.setdefault(one.stems, one.stems),
            teller=one.teller,
            stated=days if one.is_dated_by_days else None,
            day=days[0].toordinal() if days and length(days) == 1 else None,
        )

    def meetings(self) -> Iterator[tuple[Glimpse, Glimpse]]:
        """The pairs that are to be looked at, some of them more than once."""
        for party, alone in self._alone.items():
            for slot, shelf in alone.items():
                yield from combinations(shelf, 2)
                yield from product(shelf, _there(self._others.get(party, {}), slot))
                if slot is not None:
                    yield from product(shelf, alone.get(None, ()))
        for one, other in self._named_alike():
            for slot, shelf in self._others.get(one, {}).items():
                yield from product(shelf, _there(self._others.get(other, {}), slot))

    def _named_alike(self) -> Iterator[tuple[str, str]]:
        """The bodies of which one bears all the words of the other's name."""
        bearing: dict[str, set[str]] = {}
        for party, words in self._words.items():
            for word in words:
                bearing.setdefault(word, set()).add(party)
        for party, words in self._words.items():
            if words:
                longer = set.intersection(*sorted((bearing[word] for word in words), key=len))
                yield from ((party, other) for other in longer if other != party)


def _there(shelves: dict[int | None, list[Glimpse]], slot: int | None) -> Iterator[Glimpse]:
    """Those of a month and those of none; of all months for what has none."""
    if slot is None:
        yield from (glimpse for shelf in shelves.values() for glimpse in shelf)
        return
    yield from shelves.get(slot, ())
    yield from shelves.get(None, ())
