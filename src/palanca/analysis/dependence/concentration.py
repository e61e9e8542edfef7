"""How concentrated a total is among its parts: Herfindahl (1950) and Hirschman (1945)."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration:
    """`index` is Σs² over the shares of the parts, from 1/n to 1. `normalised` is (index − 1/n) / (1 − 1/n), from 0
    where all parts are equal to 1; None with one part, which has nobody to be compared with.
    """

    index: float
    normalised: float | None
    parts: int


def concentration(values: Iterable[float]) -> Concentration | None:
    """The concentration of parts that are not negative; parts of 0 are none. None without a total."""
    parts = [value for value in values if value > 0]
    total = sum(parts)
    if not parts:
        return None
    index, least = sum((value / total) ** 2 for value in parts), 1 / len(parts)
    normalised = (index - least) / (1 - least) if len(parts) > 1 else None
    return Concentration(index=index, normalised=normalised, parts=len(parts))
