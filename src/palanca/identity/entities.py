"""Entities by number, in the order in which they are shown: the rows of a register name one thing a million times."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

from palanca.packed import PackedTexts
from palanca.records import EntityId


class Entities:
    """The ids of entities, by number from 0. Those that come in the order of their ids are sorted by number alone."""

    def __init__(self) -> None:
        self._ids = PackedTexts()
        self._last = ""
        self._are_in_order = True

    def add(self, entity: EntityId) -> int:
        """Take one more in; its number."""
        self._are_in_order = self._are_in_order and self._last < entity
        self._last = entity
        self._ids.append(entity)
        return len(self._ids) - 1

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, number: int) -> EntityId:
        return EntityId(self._ids[number])

    def __iter__(self) -> Iterator[EntityId]:
        return (self[number] for number in range(len(self)))

    def in_order(self, numbers: "array[int]") -> "array[int]":
        """These numbers in the order of their ids."""
        if not self._are_in_order:
            return array("I", sorted(numbers, key=self.__getitem__))
        return numbers if all(one < other for one, other in pairwise(numbers)) else array("I", sorted(numbers))

    def numbers(self) -> Iterable[int]:
        """All numbers in the order of their ids."""
        everyone = range(len(self))
        return everyone if self._are_in_order else sorted(everyone, key=self.__getitem__)
