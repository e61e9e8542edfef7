"""A network of a case to be walked, as it is asked of: whichever tables tell it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from palanca.analysis.networks.walkable import Walkable
from palanca.records import EntityId
from palanca.store.strong_ties import Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Towns and other places that are no countries, of which two on one side of a claim are not joined by it.

    What is `left` out is no part of the network.
    """

    grounds: frozenset[EntityId] = frozenset()
    left: frozenset[EntityId] = frozenset()


class Walk(Walkable, Protocol):
    """The network of the claims that pass, without what is left out."""

    def whole(self) -> Whole:
        """How many claims join two, and what joins nobody, what is left out included. Things and pairs are not told."""
        ...

    def count_left(self) -> int:
        """How many of the things that are left out some claim joins with another."""
        ...

    def count_undated(self) -> int:
        """How many claims of the network have no time."""
        ...

    def count_astride(self, before: date, after: date) -> int:
        """How many events of the network may lie before the one day or from the other on, and for certain do neither.

        See `analysis.networks.changes`.
        """
        ...
