"""What people decided on which entities are one, as the resolution takes it."""

from dataclasses import dataclass

from palanca.records import EntityId

type Pair = tuple[EntityId, EntityId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """Pairs of entities that are the same, and pairs that are different.

    `apart` are pairs of folded names, each sorted, that people judged to be of two things where the words that they
    judged are gone.
    """

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
