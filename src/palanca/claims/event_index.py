"""Where to look for the event that a statement may tell of, so that no two of a crowd need be compared."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from palanca.claims.event_groups import Group, happens_once
from palanca.claims.telling import Days, Told, length

_SLIP = timedelta(days=3)  # by which reports of one day differ
_WIDE_DAYS = 750  # a stretch longer than this is looked up without its months
_CROWD = 64  # groups of one part: a word that more share with one party in one month tells none apart

type _Shelves = dict[Hashable, dict[int, Group]]


class EventIndex:
    """Groups by two parties and a month; by one and the day; by a person and the month of what happens once; by a word.

    A word counts with a party and a month. `statements` are all that will be looked up: only if one of them has no
    months are groups filed without.
    """

    def __init__(self, statements: Iterable[Told]) -> None:
        self.groups: list[Group] = []
        self._close: _Shelves = defaultdict(dict)
        self._worded: _Shelves = defaultdict(dict)
        self._always: list[int | None] = [None] if any(not months(one.likely_days) for one in statements) else []

    def near(self, one: Told) -> list[Group]:
        """The groups that may tell the same, in the order in which they were made."""
        found: dict[int, Group] = {}
        slots = months(one.likely_days) or [None]
        for key in _close_keys(one, slots):
            found |= self._close.get(key, {})
        for key in _worded_keys(one, slots):
            shelf = self._worded.get(key, {})
            if len(shelf) <= _CROWD:
                found |= shelf
        return [found[number] for number in sorted(found)]

    def keep(self, group: Group, one: Told) -> None:
        """File the group, new or grown by a statement."""
        if len(group.told) == 1:
            self.groups.append(group)
        slots = [*months(one.likely_days), *self._always]
        for key in _close_keys(one, slots):
            self._close[key][group.number] = group
        for key in _worded_keys(one, slots):
            shelf = self._worded[key]
            if len(shelf) <= _CROWD:
                shelf[group.number] = group


def _close_keys(one: Told, slots: Iterable[int | None]) -> Iterator[Hashable]:
    states = {f"state:{party.state}" for party in one.known if party.state}
    for pair in combinations(sorted({*(party.key for party in one.known), *states}), 2):
        for slot in slots:
            yield pair, slot
    if happens_once(one):
        yield from (("once", party.key, slot) for party in one.known if party.is_person for slot in slots)
    if one.days and length(one.days) == 1:
        for party in one.known:
            yield party.key, one.days[0]
        if one.town and not one.known:
            yield "town", one.town, one.days[0]


def _worded_keys(one: Told, slots: Iterable[int | None]) -> Iterator[Hashable]:
    for party in one.known:
        for slot in slots:
            for stem in one.stems:
                yield party.key, slot, stem


def months(days: Days | None) -> range:
    """The months of some days and of those a slip away; none when they are too many."""
    if days is None or days[0] == date.min or days[1] == date.max or length(days) > _WIDE_DAYS:
        return range(0)
    first, last = days[0] - _SLIP, days[1] + _SLIP
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
