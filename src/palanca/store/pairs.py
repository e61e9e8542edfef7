"""Pairs that claims join in a network, as they are asked of: one part of a network, whichever table tells it."""

from collections.abc import Collection, Sequence
from typing import Protocol

from palanca.records import EntityId
from palanca.store.strong_ties import Pair


class Pairs(Protocol):
    """The pairs that the claims of a question join, which are told as having happened."""

    def best(self, most: int) -> tuple[list[EntityId], int]:
        """The things of the pairs that most claims join, until there are so many, and how many pairs there are.

        Of pairs that as many claims join the first is first by id. The things come by id.
        """
        ...

    def among(self, things: Collection[EntityId]) -> Sequence[Pair]:
        """The pairs of these things that claims join, those of most claims first, then by id."""
        ...

    def degrees(self, things: Collection[EntityId]) -> dict[EntityId, tuple[int, int]]:
        """Of each thing how many it is joined with in all, and in how many claims, each once for each of those."""
        ...

    def beside(self, things: Collection[EntityId]) -> list[EntityId]:
        """What claims join with these things, those that most do first, then by id."""
        ...

    def reached(self, things: Collection[EntityId]) -> int:
        """How many these things are with all that claims join with them."""
        ...

    def count_things(self) -> int:
        """How many things claims join."""
        ...


def filled(ranked: Sequence[Pair], most: int) -> tuple[list[EntityId], bool]:
    """The things of pairs, in this order, until there are so many, and whether there are."""
    kept: set[EntityId] = set()
    for pair in ranked:
        if len(kept.union(pair)) > most:
            return sorted(kept), True
        kept.update(pair)
    return sorted(kept), False
