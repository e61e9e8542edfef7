"""Joining things by number until those that belong together do: a few bytes for each, since there are millions."""

from array import array
from collections.abc import Iterator, Sequence

_NONE = 0xFFFF_FFFF


class Unions:
    """Numbers from 0 that are joined two by two, and so on in turn. What is joined has the smallest number as root."""

    def __init__(self) -> None:
        self._parents = array("I")

    def __len__(self) -> int:
        return len(self._parents)

    def new(self) -> int:
        """The next number, by itself."""
        number = len(self._parents)
        self._parents.append(number)
        return number

    def join(self, one: int, other: int) -> None:
        """Let two numbers, and all that is joined with them, belong together."""
        first, second = self.root(one), self.root(other)
        if first < second:
            self._parents[second] = first
        else:
            self._parents[first] = second

    def are_joined(self, one: int, other: int) -> bool:
        """Whether two numbers belong together."""
        return self.root(one) == self.root(other)

    def root(self, number: int) -> int:
        """The smallest number that belongs together with one."""
        parents = self._parents
        while (parent := parents[number]) != number:
            parents[number] = number = parents[parent]
        return number

    def groups(self, nodes: Sequence[int]) -> Iterator[array[int]]:
        """The places in `nodes` of numbers that belong together, in order, the group of the first place first."""
        first, last = (array("I", [_NONE]) * len(self) for _ in range(2))
        following = array("I", [_NONE]) * len(nodes)
        for place, node in enumerate(nodes):
            root = self.root(node)
            if first[root] == _NONE:
                first[root] = place
            else:
                following[last[root]] = place
            last[root] = place
        for place, node in enumerate(nodes):
            if first[self.root(node)] == place:
                group, at = array("I"), place
                while at != _NONE:
                    group.append(at)
                    at = following[at]
                yield group
