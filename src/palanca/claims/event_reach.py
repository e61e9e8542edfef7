"""How far a statement of an event reaches: which others may come to tell one event with it.

Two that share two parties, or a person in what befalls one once, in one month; that tell what nobody known did in one
town on one day; or that say much the same of a party in one month, of which one tells of it alone, or both tell of
bodies that are named alike. The rule looks at the two alone, so that what else a case holds does not change it.
"""

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import batched, combinations, product
from typing import Any

from palanca.claims.event_groups import ALIKE, MUCH_ALIKE, happens_once
from palanca.claims.event_index import months
from palanca.claims.parties import Party
from palanca.claims.telling import Days, Told, length
from palanca.claims.wording import likeness
from palanca.numbering import Numbering

_STEMS_AT_HAND = 16_384  # statements of a party and month stand together
_NO_MONTH = -1
_PLACES_AT_ONCE = 50_000  # of a statement, a party and a month: some 20 MB of what is looked at of them
_SEEN_AT_ONCE = 2_000  # statements

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
    """What is looked at of a statement, as small as it goes: many of them are held beside each other.

    `parties` and `stems` are numbers that the company gives. `stated` are days told to the day.
    """

    number: int
    parties: tuple[int, ...]
    stems: bytes
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
        is_alike = likeness(_unpacked(self.stems), _unpacked(other.stems)) >= (ALIKE if is_that_day else MUCH_ALIKE)
        return is_alike and not set(self.parties).isdisjoint(other.parties)


def _are_other_days(one: Days | None, other: Days | None) -> bool:
    if one is None or other is None:
        return False
    return (max(one[0], other[0]), min(one[1], other[1])) not in {one, other}


@lru_cache(maxsize=_STEMS_AT_HAND)
def _unpacked(stems: bytes) -> frozenset[int]:
    return frozenset(array("I", stems))


type _Shelves = dict[int, dict[int | None, list[Glimpse]]]
type Seen = Callable[[list[int]], Iterable[Told]]
"""Gives statements of these numbers again, in their order."""


class _Places:
    """By what statements are looked for: a party and a month, or none. Three numbers each, until they are asked for."""

    def __init__(self) -> None:
        self._parties, self._slots, self._numbers = array("I"), array("q"), array("I")

    def add(self, party: int, slot: int | None, number: int) -> None:
        """Take a place in."""
        self._parties.append(party)
        self._slots.append(_NO_MONTH if slot is None else slot)
        self._numbers.append(number)

    def parties(self) -> set[int]:
        """All who have a place."""
        return set(self._parties)

    def count(self, sizes: "array[int]") -> None:
        """Add to the sizes, by party, how many places each has."""
        for party in self._parties:
            sizes[party] += 1

    def numbers(self, wanted: Set[int]) -> set[int]:
        """The statements that have a place with one of these parties."""
        return {number for party, number in zip(self._parties, self._numbers, strict=True) if party in wanted}

    def shelves(self, wanted: Set[int], glimpses: Mapping[int, Glimpse]) -> _Shelves:
        """The places of these parties, by party and month."""
        found: _Shelves = {}
        for party, slot, number in zip(self._parties, self._slots, self._numbers, strict=True):
            if party in wanted:
                months_of = found.setdefault(party, {})
                months_of.setdefault(None if slot == _NO_MONTH else slot, []).append(glimpses[number])
        return found


class Company:
    """Statements by party and month, and which of them to look at: those that tell of a single party beside all that
    tell of it, and those of a body beside those of a body that is named like it.

    Few of a register do. So no words are looked at until it is known of which, and then of some parties at a time.
    """

    def __init__(self) -> None:
        self._alone, self._others = _Places(), _Places()
        self._parties = Numbering()  # by the hash of the key: should two have one, more is looked at
        self._words: dict[int, frozenset[str]] = {}  # of the names of bodies
        self._stems: dict[str, int] = {}
        self._same: dict[Hashable, Any] = {}

    def add(self, one: Told, number: int) -> None:
        """Take a statement in."""
        if not one.known:
            return
        places = self._alone if len(one.known) == 1 else self._others
        for party in one.known:
            known = self._number(party)
            if not party.is_person and known not in self._words:
                self._words[known] = frozenset(party.name.split())
            for slot in months(one.likely_days) or [None]:
                places.add(known, slot, number)

    def _number(self, party: Party) -> int:
        return self._parties.number(hash(party.key))

    def _glimpse(self, one: Told, number: int) -> Glimpse:
        days = one.days
        stems = array("I", sorted({self._stems.setdefault(stem, len(self._stems)) for stem in one.stems})).tobytes()
        return Glimpse(
            number=number,
            parties=tuple({self._number(party) for party in one.known}),
            stems=self._shared(stems),
            teller=self._shared(one.teller),
            stated=self._shared(days) if one.is_dated_by_days else None,
            day=self._shared(days[0].toordinal()) if days and length(days) == 1 else None,
        )

    def _shared[Value: Hashable](self, value: Value) -> Value:
        """An equal value that is kept already."""
        return self._same.setdefault(value, value)  # type: ignore[no-any-return]

    def meetings(self, seen: Seen) -> Iterator[tuple[Glimpse, Glimpse]]:
        """The pairs that are to be looked at, some of them more than once."""
        told_alone = sorted(self._alone.parties())
        for some in self._portions([({party}, party) for party in told_alone]):
            yield from self._of_one(frozenset(some), seen)
        for several in self._portions([({*name.same, *name.longer}, name) for name in self._names()]):
            wanted = frozenset(party for name in several for party in (*name.same, *name.longer))
            of_several = self._others.shelves(wanted, self._glimpses(self._others.numbers(wanted), seen))
            for name in several:
                yield from name.meetings(of_several)

    def _of_one(self, told_alone: Set[int], seen: Seen) -> Iterator[tuple[Glimpse, Glimpse]]:
        """Those that tell of one of these parties alone, beside all that tell of it."""
        numbers = self._alone.numbers(told_alone) | self._others.numbers(told_alone)
        glimpses = self._glimpses(numbers, seen)
        of_several = self._others.shelves(told_alone, glimpses)
        for party, alone in self._alone.shelves(told_alone, glimpses).items():
            for slot, shelf in alone.items():
                yield from combinations(shelf, 2)
                yield from product(shelf, _there(of_several.get(party, {}), slot))
                if slot is not None:
                    yield from product(shelf, alone.get(None, ()))

    def _portions[Wanted](self, wanted: list[tuple[set[int], Wanted]]) -> Iterator[list[Wanted]]:
        """What is looked at of some parties, as much at a time as goes into memory."""
        if not wanted:
            return
        sizes = array("I", bytes(4 * len(self._parties)))
        for places_of in (self._alone, self._others):
            places_of.count(sizes)
        several: list[Wanted] = []
        places = 0
        for parties, one in wanted:
            own = sum(sizes[party] for party in parties)
            if several and places + own > _PLACES_AT_ONCE:
                yield several
                several, places = [], 0
            several.append(one)
            places += own
        if several:
            yield several

    def _glimpses(self, numbers: set[int], seen: Seen) -> dict[int, Glimpse]:
        found: dict[int, Glimpse] = {}
        for several in batched(sorted(numbers), _SEEN_AT_ONCE):
            for number, one in zip(several, seen(list(several)), strict=True):
                found[number] = self._glimpse(one, number)
        return found

    def _names(self) -> Iterator["_Name"]:
        """The names of bodies that several bear, whole or in a longer name."""
        bearing: dict[str, set[int]] = {}
        bearers: dict[frozenset[str], list[int]] = {}
        for party, words in self._words.items():
            bearers.setdefault(words, []).append(party)
            for word in words:
                bearing.setdefault(word, set()).add(party)
        for words, same in bearers.items():
            if words:
                longer = set.intersection(*sorted((bearing[word] for word in words), key=len))
                if len(longer) > 1:
                    yield _Name(tuple(same), tuple(longer))


@dataclass(frozen=True, slots=True)
class _Name:
    """The bodies of one name, and all that bear its words, these among them."""

    same: tuple[int, ...]
    longer: tuple[int, ...]

    def meetings(self, shelves: _Shelves) -> Iterator[tuple[Glimpse, Glimpse]]:
        """The statements of two such bodies in one month that share a party: those that share none never meet."""
        for slot in {slot for party in self.same for slot in shelves.get(party, ())}:
            beside: dict[int, list[tuple[int, Glimpse]]] = {}
            for one in self.same:
                for glimpse in shelves.get(one, {}).get(slot, ()):
                    for party in glimpse.parties:
                        beside.setdefault(party, []).append((one, glimpse))
            for other in self.longer:
                for theirs in _there(shelves.get(other, {}), slot):
                    for party in theirs.parties:
                        yield from ((ours, theirs) for one, ours in beside.get(party, ()) if one != other)


def _there(shelves: dict[int | None, list[Glimpse]], slot: int | None) -> Iterator[Glimpse]:
    """Those of a month and those of none; of all months for what has none."""
    if slot is None:
        yield from (glimpse for shelf in shelves.values() for glimpse in shelf)
        return
    yield from shelves.get(slot, ())
    yield from shelves.get(None, ())
