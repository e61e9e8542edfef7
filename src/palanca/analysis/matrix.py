"""The matrix of influence: what each power does towards a host, by channel or by branch of its state.

Claims are counted, each once a cell: a claim that concerns two branches stands in both columns, and once in the total
of its row. Cooperation and conflict are PLOVER's, by category, and never set off against each other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from palanca.analysis.standing import COOPERATION
from palanca.records import Category, ClaimId


class Columns(StrEnum):
    """What the columns of a matrix are."""

    CHANNEL = "channel"
    BRANCH = "branch"


class Told(NamedTuple):
    """One claim in one column of one power, as the ledger gives it. `year` is None where it is not certain.

    `first` and `last` are the days between which it lies, None for an end that is open or unknown. `documents` that
    tell it and their `sources` have numbers: they are counted.
    """

    claim: ClaimId
    power: str
    column: str
    year: int | None
    first: date | None
    last: date | None
    category: Category
    documents: frozenset[int]
    sources: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a matrix is made of: `told` by power, column and id, of `powers`, those of most claims first.

    `told` may be of the first powers alone. All powers act in `columns` and in so many `claims`, which so many
    `documents` of so many `sources` tell.
    """

    told: list[Told]
    powers: tuple[str, ...]
    columns: frozenset[str]
    claims: int
    documents: int
    sources: int


@dataclass(slots=True, kw_only=True)
class Cell:
    """What one power does in one column: numbers of claims, and how much stands under them.

    `weighed` is the sum of the claims' weights; with weights of 1 it is their number. `lead` is the claim that most
    independent sources tell, of several the first by id: with it one begins to read.
    """

    cooperation: int = 0
    conflict: int = 0
    weighed: float = 0.0
    by_year: dict[int | None, int] = field(default_factory=dict)
    documents: int = 0
    sources: int = 0
    lead: ClaimId | None = None

    @property
    def claims(self) -> int:
        """How many claims it counts."""
        return self.cooperation + self.conflict


type Weights = Mapping[Category, float]
type Key = tuple[str, str]

TOTAL = "all"


def cells_of(told: Iterable[Told], weights: Weights) -> dict[Key, Cell]:
    """The cells by power and column, and under `TOTAL` those of whole rows. Categories without a weight weigh 1."""
    found: dict[Key, list[Told]] = defaultdict(list)
    for one in told:
        found[one.power, one.column].append(one)
        found[one.power, TOTAL].append(one)
    return {key: _cell(several, weights) for key, several in found.items()}


def counts_between(told: Iterable[Told], first: date, last: date) -> dict[Key, int]:
    """How many claims of each cell lie certainly between two days, both included."""
    found: dict[Key, set[ClaimId]] = defaultdict(set)
    for one in told:
        if one.first and one.last and first <= one.first and one.last <= last:
            found[one.power, one.column].add(one.claim)
            found[one.power, TOTAL].add(one.claim)
    return {key: len(claims) for key, claims in found.items()}


def _cell(told: list[Told], weights: Weights) -> Cell:
    once = {one.claim: one for one in told}.values()
    cooperation = sum(one.category in COOPERATION for one in once)
    _, lead = min((-len(one.sources), one.claim) for one in told)
    return Cell(
        cooperation=cooperation,
        conflict=len(once) - cooperation,
        weighed=sum((weights.get(one.category, 1.0) for one in once), 0.0) if weights else float(len(once)),
        by_year=dict(Counter(one.year for one in once)),
        documents=len(frozenset[int]().union(*(one.documents for one in told))),
        sources=len(frozenset[int]().union(*(one.sources for one in told))),
        lead=lead,
    )
