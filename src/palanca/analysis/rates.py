"""Whether something was told more often in one stretch than in another.

The exact conditional test of two Poisson rates (Przyborowski and Wilenski, Biometrika 31, 1940): given how many there
are in both together, those in the first are binomial with its share of the exposure. The interval of the ratio is that
of the share by Clopper and Pearson (1934), which is at least as wide as it says.
"""

from dataclasses import dataclass
from math import inf

_LEVEL = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many in an exposure of so many days (or documents)."""

    number: int
    exposure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two rates, their ratio with its interval of 95 %, and the two-sided p of their being one.

    `ratio`, the ends of its interval and `p` are None where nothing can be said: no exposure, or nothing in either.
    """

    one: Rate
    other: Rate
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None


def compared(one: Rate, other: Rate) -> Comparison:
    """Hold two rates against each other. A ratio is infinite when the other number is 0."""
    together = one.number + other.number
    if not (together and one.exposure > 0 and other.exposure > 0):
        return Comparison(one=one, other=other)
    from scipy.stats import binomtest

    share = one.exposure / (one.exposure + other.exposure)
    found = binomtest(one.number, together, share)
    interval = found.proportion_ci(confidence_level=_LEVEL, method="exact")
    odds = other.exposure / one.exposure
    return Comparison(
        one=one,
        other=other,
        ratio=odds * one.number / other.number if other.number else inf,
        low=_ratio(interval.low, odds),
        high=_ratio(interval.high, odds),
        p=float(found.pvalue),
    )


def _ratio(share: float, odds: float) -> float:
    return inf if share >= 1 else float(share / (1 - share) * odds)
