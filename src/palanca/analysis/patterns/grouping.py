"""Matches → findings: those between the same parties are one, and the most telling come first.

A claim that stands in many findings says little in each: who meets forty people before an act has met everybody. A
match therefore counts one by the number of findings in which the most common of its claims stands.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from palanca.analysis.patterns.pattern import Match
from palanca.records import ClaimId

type _Shares = Mapping[ClaimId, int]


def by_parties(matches: Iterable[Match]) -> list[tuple[Match, ...]]:
    """Matches by their parties: what dates prove first, then what counts most, then as they came.

    Within one group the order is the same.
    """
    groups: dict[tuple[str | None, ...], list[Match]] = {}
    for match in matches:
        groups.setdefault(match.parties, []).append(match)
    shares = Counter(claim for group in groups.values() for claim in {c for match in group for c in match.claims})
    found = [tuple(sorted(group, key=lambda match: _order([match], shares))) for group in groups.values()]
    return sorted(found, key=lambda group: _order(group, shares))


def _order(matches: Sequence[Match], shares: _Shares) -> tuple[bool, float]:
    is_certain = any(all(match.certain) for match in matches)
    return not is_certain, -round(sum(1 / max(shares[claim] for claim in match.claims) for match in matches), 9)
