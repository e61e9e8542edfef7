"""The matrix of influence: what each power does towards a host, by channel or by branch of its state.

Claims are counted, each once a cell: a claim that concerns two branches stands in both columns, and once in the total
of its row. Cooperation and conflict are PLOVER's, by category, and never set off against each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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

    `documents` that tell it and their `sources` have numbers: they are counted.
    """

    claim: ClaimId
    power: str
    column: str
    year: int | None
    category: Category
    documents: frozenset[int]
    sources: frozenset[int]


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
    cells: dict[Key, Cell] = defaultdict(Cell)
    seen: dict[Key, set[ClaimId]] = defaultdict(set)
    documents: dict[Key, set[int]] = defaultdict(set)
    sources: dict[Key, set[int]] = defaultdict(set)
    leads: dict[Key, tuple[int, ClaimId]] = {}
    for one in told:
        for key in ((one.power, one.column), (one.power, TOTAL)):
            documents[key] |= one.documents
            sources[key] |= one.sources
            lead = (-len(one.sources), one.claim)
            leads[key] = min(leads.get(key, lead), lead)
            if one.claim not in seen[key]:
                seen[key].add(one.claim)
                _count(cells[key], one, weights)
    for key, cell in cells.items():
        cell.documents, cell.sources = len(documents[key]), len(sources[key])
        cell.lead = leads[key][1]
    return dict(cells)


def _count(cell: Cell, one: Told, weights: Weights) -> None:
    if one.category in COOPERATION:
        cell.cooperation += 1
    else:
        cell.conflict += 1
    cell.weighed += weights.get(one.category, 1.0)
    cell.by_year[one.year] = cell.by_year.get(one.year, 0) + 1
