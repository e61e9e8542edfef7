"""Edges between groups of entities: that two may be one, how well their names agree, how heavy the evidence is."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from palanca.identity.body_names import BodyMatch
from palanca.identity.person_names import NameMatch
from palanca.identity.weights import Match

_MATCHES: dict[int, Match] = {int(match): match for match in (*NameMatch, *BodyMatch) if match}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two groups that may be one, the smaller number first, with the points of the best evidence for it."""

    one: int
    other: int
    match: Match
    forms: tuple[str, str]
    points: float

    @property
    def pair(self) -> tuple[int, int]:
        """The two numbers."""
        return self.one, self.other

    def place(self) -> int:
        """The two numbers as one, in the order of pairs."""
        return self.one << 32 | self.other

    def weight(self) -> float:
        """The points."""
        return self.points


def heaviest_first(edges: Iterable[Edge]) -> list[Edge]:
    """Of equal ones the smallest number first. Sorted twice: pairs to sort by would take more memory than edges."""
    ordered = sorted(edges, key=Edge.place)
    ordered.sort(key=Edge.weight, reverse=True)
    return ordered


class Edges:
    """Edges by the numbers, from 0, in which they come. Of each some 25 bytes are held, as millions may wait."""

    def __init__(self, edges: Iterable[Edge] = ()) -> None:
        self._ends, self._forms, self._points, self._matches = array("I"), array("I"), array("d"), bytearray()
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        for edge in edges:
            self.append(edge)

    def append(self, edge: Edge) -> None:
        """Take one more in."""
        self._ends.extend(edge.pair)
        self._forms.extend(map(self._number, edge.forms))
        self._points.append(edge.points)
        self._matches.append(edge.match)

    def __len__(self) -> int:
        return len(self._points)

    def __iter__(self) -> Iterator[Edge]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, number: int) -> Edge:
        one, other = self._ends[2 * number : 2 * number + 2]
        first, second = self._forms[2 * number : 2 * number + 2]
        return Edge(
            one=one,
            other=other,
            match=_MATCHES[self._matches[number]],
            forms=(self._names[first], self._names[second]),
            points=self._points[number],
        )

    def beside(self, edges: Iterable[Edge]) -> Iterator[Edge]:
        """Those that share an end with others."""
        ends = {end for edge in edges for end in edge.pair}
        for number in range(len(self) if ends else 0):
            if self._ends[2 * number] in ends or self._ends[2 * number + 1] in ends:
                yield self[number]

    def best(self) -> Iterator[Edge]:
        """Of each two groups the heaviest, of equals the first that came; the heaviest pair first, see
        `heaviest_first`.
        """
        by_place = sorted(range(len(self)), key=self._place)
        found = array("I")
        for number in by_place:
            if not found or self._place(found[-1]) != self._place(number):
                found.append(number)
            elif self._points[number] > self._points[found[-1]]:
                found[-1] = number
        return map(self.__getitem__, sorted(found, key=self._points.__getitem__, reverse=True))

    def _place(self, number: int) -> int:
        return self._ends[2 * number] << 32 | self._ends[2 * number + 1]

    def _number(self, name: str) -> int:
        number = self._numbers.setdefault(name, len(self._names))
        if number == len(self._names):
            self._names.append(name)
        return number
