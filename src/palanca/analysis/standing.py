"""Where a country stands with others: how it votes with them, and what each does to the other.

Agreement is the share of resolutions on which both cast the same of yes, no and abstain, of those on which both cast
one; its bounds are Wilson's (1927) at 95 %. Cohen's kappa (1960) sets agreement against what the two rates of yes, no
and abstain would give by chance. An absence is no vote: it is counted, and left out of both.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import sqrt
from typing import NamedTuple

from palanca.records import Category, ClaimId

_Z = 1.959963984540054  # the normal quantile of 95 %


class Cast(StrEnum):
    """How a country voted."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One vote of one country, with the claim that tells it."""

    cast: Cast
    year: int | None
    claim: ClaimId


type Ballots = Mapping[str, Ballot]
"""Votes by resolution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A part of a number, with Wilson's bounds; None of nothing."""

    number: int
    of: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How host and power voted on the same resolutions. `kappa` is None where chance alone would agree on all.

    `table` counts pairs of votes, the host's first. `host_only` and `power_only` are resolutions with no vote of the
    other. `claims` are those of the votes, of the host and the power in turn.
    """

    power: str
    year: int | None
    rate: Rate
    kappa: float | None
    table: Mapping[tuple[Cast, Cast], int]
    host_only: int
    power_only: int
    claims: tuple[ClaimId, ...]


COOPERATION = frozenset(
    {
        Category.AGREE, Category.CONSULT, Category.SUPPORT, Category.CONCEDE,
        Category.COOPERATE, Category.AID, Category.RETREAT,
    }
)  # fmt: skip
"""The categories of PLOVER's two quads of cooperation; all others are of conflict."""


class Act(NamedTuple):
    """One event between host and power. `stance` names it: "recognised", "condemned", or its category."""

    power: str
    by_host: bool
    category: Category
    stance: str
    year: int | None
    claim: ClaimId


@dataclass(frozen=True, slots=True, kw_only=True)
class Stances:
    """What one side did to the other: `cooperation` of all that it did, and each stance with its claims."""

    power: str
    by_host: bool
    year: int | None
    cooperation: Rate
    stances: Mapping[str, tuple[ClaimId, ...]]


_NAMED = {
    (Category.SUPPORT, "recognize"): "recognised",
    (Category.SUPPORT, "apologize"): "apologised",
    (Category.SUPPORT, "sign"): "signed",
    (Category.ACCUSE, "disapprove"): "condemned",
    (Category.ACCUSE, "allege"): "accused",
    (Category.ACCUSE, "lawsuit"): "sued",
    (Category.SANCTION, "expel"): "expelled",
}
_OF_CATEGORY = {Category.SANCTION: "sanctioned", Category.REJECT: "rejected", Category.SUPPORT: "supported"}


@cache
def stance_of(category: Category, mode: str | None) -> str:
    """What an event is called as a stance."""
    return _NAMED.get((category, mode or "")) or _OF_CATEGORY.get(category) or category.lower()


def rate(number: int, of: int) -> Rate:
    """A share with the bounds of Wilson (1927), "Probable inference", at 95 %."""
    if not of:
        return Rate(number=number, of=of, share=None, low=None, high=None)
    share, square = number / of, _Z * _Z / of
    middle, spread = share + square / 2, _Z * sqrt(share * (1 - share) / of + square / (4 * of))
    low, high = (middle - spread) / (1 + square), (middle + spread) / (1 + square)
    return Rate(number=number, of=of, share=share, low=max(0.0, low), high=min(1.0, high))


def kappa(table: Mapping[tuple[Cast, Cast], int]) -> float | None:
    """Cohen's kappa; None without pairs, or where both cast one and the same vote each time."""
    total = sum(table.values())
    if not total:
        return None
    ours, theirs = Counter[Cast](), Counter[Cast]()
    for (one, other), number in table.items():
        ours[one] += number
        theirs[other] += number
    by_chance = sum(ours[cast] * theirs[cast] for cast in Cast)
    if by_chance == total * total:
        return None
    agreed = sum(number for (one, other), number in table.items() if one is other)
    return (agreed * total - by_chance) / (total * total - by_chance)


def agreements(power: str, host: Ballots, other: Ballots, *, by_year: bool) -> list[Agreement]:
    """How two voted, over all years; with `by_year`, in each in which one of them voted, undated ones last."""
    asked = {**other, **host}
    years: dict[int | None, list[str]] = {}
    for resolution, ballot in asked.items():
        years.setdefault(ballot.year if by_year else None, []).append(resolution)
    ordered = sorted(years, key=lambda year: (year is None, year or 0))
    return [_agreement((power, year), years[year], host, other) for year in ordered]


def _agreement(asked: tuple[str, int | None], on: Iterable[str], host: Ballots, other: Ballots) -> Agreement:
    power, year = asked
    resolutions = list(on)
    both = [one for one in resolutions if one in host and one in other]
    table = Counter((host[one].cast, other[one].cast) for one in both)
    return Agreement(
        power=power,
        year=year,
        rate=rate(sum(host[one].cast is other[one].cast for one in both), len(both)),
        kappa=kappa(table),
        table=table,
        host_only=sum(one not in other for one in resolutions),
        power_only=sum(one not in host for one in resolutions),
        claims=tuple(ballot.claim for one in both for ballot in (host[one], other[one])),
    )


def stances(acts: Iterable[Act], *, by_year: bool) -> list[Stances]:
    """What each side did to the other, by power, the host's acts first, and year (undated last)."""
    groups: dict[tuple[str, bool, int | None], list[Act]] = {}
    for act in acts:
        groups.setdefault((act.power, act.by_host, act.year if by_year else None), []).append(act)
    ordered = sorted(groups, key=lambda one: (one[0], not one[1], one[2] is None, one[2] or 0))
    return [_stances(key, groups[key]) for key in ordered]


def _stances(key: tuple[str, bool, int | None], acts: list[Act]) -> Stances:
    power, by_host, year = key
    named: dict[str, list[ClaimId]] = {}
    for act in acts:
        named.setdefault(act.stance, []).append(act.claim)
    return Stances(
        power=power,
        by_host=by_host,
        year=year,
        cooperation=rate(sum(act.category in COOPERATION for act in acts), len(acts)),
        stances={name: tuple(named[name]) for name in sorted(named, key=lambda one: (-len(named[one]), one))},
    )
