"""A pattern as the store is asked for it, and what fits it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from palanca.records import ClaimId, Kind, Schema
from palanca.records.query import Branch, Query

PLACE = "place"
"""The word for a party that is where a claim took place."""


class Measured(StrEnum):
    """What must be the same wherever a variable stands: the thing itself, or the country that it belongs to then."""

    THING = "thing"
    COUNTRY = "country"


class Relation(StrEnum):
    """How two legs lie in time."""

    ORDER = "order"  # the second begins when the first is over
    OVERLAP = "overlap"  # they have a day in common
    APART = "apart"  # they have none


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The longest time between two legs, in a unit of the calendar: `days`, `months` or `years`."""

    number: int
    unit: str

    def __str__(self) -> str:
        return f"{self.number} {self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A party of a leg under the name that it has throughout the pattern.

    `roles` are names of roles or `PLACE`; none stands for any role but the place. It is of one of the `branches` and
    `schemata`, where these are given, and neither the state to which the variable `no_state_of` of its leg belongs then
    nor an organ of it.
    """

    name: str
    roles: tuple[str, ...] = ()
    by: Measured = Measured.THING
    branches: tuple[Branch, ...] = ()
    schemata: tuple[Schema, ...] = ()
    no_state_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way in which a leg can be told: claims of a kind that pass a query, with their parties by variable."""

    kind: Kind
    query: Query
    variables: tuple[Variable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One claim of a pattern, told in any of its ways."""

    name: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How two legs lie in time. Only an order has a `gap`, the longest time from the end of the first."""

    relation: Relation
    first: str
    second: str
    gap: Gap | None = None

    def __str__(self) -> str:
        if self.relation is Relation.ORDER:
            return f"{self.second} after {self.first}{f' within {self.gap}' if self.gap else ''}"
        words = {Relation.OVERLAP: "at the time of", Relation.APART: "outside the time of"}
        return f"{self.second} {words[self.relation]} {self.first}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Legs that share variables and lie so in time, where no claim is a leg of `without`.

    `asks` says in a sentence what is looked for, `reads` is the sentence of a finding with `{variables}`, `innocent`
    the reading under which it means nothing, and what would disprove it.
    """

    name: str
    asks: str
    legs: tuple[Leg, ...]
    links: tuple[Link, ...] = ()
    without: tuple[Leg, ...] = ()
    differs: tuple[tuple[str, str], ...] = ()
    reads: str
    innocent: str

    @property
    def combinations(self) -> Iterator[tuple[Way, ...]]:
        """One way of each leg, in every combination."""
        return product(*(leg.ways for leg in self.legs))

    @property
    def shown_links(self) -> tuple[Link, ...]:
        """The links between legs that a finding shows."""
        hidden = {leg.name for leg in self.without}
        return tuple(link for link in self.links if not {link.first, link.second} & hidden)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """Every variable of the legs, as it is first declared, in order."""
        found: dict[str, Variable] = {}
        for variable in (one for leg in self.legs for way in leg.ways for one in way.variables):
            found.setdefault(variable.name, variable)
        return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The claims that fit a pattern, in the order of its legs.

    `parties` are identities or countries in the order of `Pattern.variables`, None where the ways taken do not name
    one. `certain` tells of each of `Pattern.shown_links` whether dates prove it; else they only allow it.
    """

    claims: tuple[ClaimId, ...]
    parties: tuple[str | None, ...]
    certain: tuple[bool, ...]
