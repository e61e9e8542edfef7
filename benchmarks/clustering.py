"""How well found groups agree with the true ones: precision, recall and F1 over pairs and over members.

Pairwise: of all pairs that are together in what was found, the share that truly are; of all that truly are, the share
found. Large groups weigh by the square of their size, so B-cubed (Bagga and Baldwin, Algorithms for scoring coreference
chains, 1998) stands beside it: the mean over all members of the share of its found group that is truly with it, and of
its true group that was found with it. Both are exact and need one pass over the members and one over the distinct
pairs of true and found group.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from math import comb


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Shares between 0 and 1; each is 1 where there was nothing to get wrong."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both shares are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True, kw_only=True)
class Contingency:
    """How many members each true and each found group has, and how many they have in common."""

    both: Counter[tuple[Hashable, Hashable]]
    true: Counter[Hashable]
    found: Counter[Hashable]

    @classmethod
    def of(cls, members: Iterable[tuple[Hashable, Hashable]]) -> "Contingency":
        """Count members given as (true group, found group)."""
        both = Counter(members)
        true, found = Counter[Hashable](), Counter[Hashable]()
        for (one, other), count in both.items():
            true[one] += count
            found[other] += count
        return cls(both=both, true=true, found=found)

    def pairwise(self) -> Agreement:
        """Agreement over all pairs of members."""
        right = _pairs(self.both)
        return Agreement(precision=_share(right, _pairs(self.found)), recall=_share(right, _pairs(self.true)))

    def b_cubed(self) -> Agreement:
        """Agreement over all members."""
        members = self.both.total()
        precision = sum(count * count / self.found[found] for (_, found), count in self.both.items())
        recall = sum(count * count / self.true[true] for (true, _), count in self.both.items())
        return Agreement(precision=_share(precision, members), recall=_share(recall, members))


def of_pairs(judged: Iterable[tuple[bool, bool]]) -> Agreement:
    """Agreement over judged pairs, each given as (truly the same, found the same)."""
    counts = Counter(judged)
    right = counts[True, True]
    return Agreement(
        precision=_share(right, right + counts[False, True]), recall=_share(right, right + counts[True, False])
    )


def _pairs(groups: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(comb(count, 2) for count in groups.values())


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0
