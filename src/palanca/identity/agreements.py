"""Pairs of names that agree, by how well: four bytes for each, since of a hundred thousand names millions may."""

from array import array
from collections.abc import Iterable, Iterator

from palanca.identity.weights import Match


class Agreements:
    """Pairs of some names. Each is added once, in any order of its two."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))
        self._numbers = {name: number for number, name in enumerate(self._names)}
        self._others: dict[Match, dict[int, array[int]]] = {}

    def add(self, match: Match, one: str, other: str) -> None:
        """Take a pair in, of one name twice where several bear it."""
        first, second = sorted((self._numbers[one], self._numbers[other]))
        self._others.setdefault(match, {}).setdefault(first, array("I")).append(second)

    def pairs(self, match: Match) -> Iterator[tuple[str, str]]:
        """Those that agree so, in order, the smaller name first."""
        others = self._others.get(match, {})
        for first in sorted(others):
            for second in sorted(others[first]):
                yield self._names[first], self._names[second]

    def matches(self) -> list[Match]:
        """How well any two agree."""
        return list(self._others)
