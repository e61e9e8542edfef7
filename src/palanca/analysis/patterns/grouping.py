"""Matches → findings: those between the same parties are one, and the most telling come first.

A claim that stands in many findings says little in each: who meets forty people before an act has met everybody. A
match therefore counts one by the number of findings in which the most common of its claims stands.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from palanca.analysis.patterns.pattern import Match
from palanca.records import ClaimId

type _Shares = Mapping[ClaimId, int]
type _Rank = tuple[bool, float]


def by_parties(matches: Iterable[Match]) -> list[tuple[Match, ...]]:
    """Matches by their parties: what dates prove first, then what counts most, then as they came.

    Within one group the order is the same.
    """
    groups: dict[tuple[str | None, ...], list[Match]] = {}
    for match in matches:
        groups.setdefault(match.parties, []).append(match)
    shares = Counter(claim for group in groups.values() for claim in {c for match in group for c in match.claims})
    ranked = sorted((_ranked(group, shares) for group in groups.values()), key=itemgetter(0))
    return [group for _, group in ranked]


def _ranked(group: Sequence[Match], shares: _Shares) -> tuple[_Rank, tuple[Match, ...]]:
    """Where a group stands, and its matches in order."""
    weights = [1 / max([shares[claim] for claim in match.claims]) for match in group]
    ranks = [(not all(match.certain), -round(weight, 9)) for match, weight in zip(group, weights, strict=True)]
    in_order = sorted(range(len(group)), key=ranks.__getitem__)
    return (all(is_open for is_open, _ in ranks), -round(sum(weights), 9)), tuple([group[at] for at in in_order])
