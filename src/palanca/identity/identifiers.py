"""Identifiers: what says outright that two entities are one, and of a few schemes, that they are two.

Two that share an identifier are one thing, and only a person parts them. Two that have different ones of a scheme may
still be one: a company is registered anew, has a tax number for each of its branches, and stands in a data set twice
before somebody notices. Only where the scheme itself gives each thing one value, for good, do different values part:
everywhere, or among what one register lists.
"""

from collections.abc import Iterable, Iterator

ONE_TO_ONE = frozenset({"imo", "lei"})
"""Schemes that give each thing one value and never give it again.

A legal entity has one LEI (ISO 17442-1:2020, 4), a ship one IMO number that stays with it until it is scrapped
(IMO resolution A.1117(30)).
"""

ONE_TO_ONE_IN_A_LIST = frozenset({"ftm"})
"""Schemes that give each thing of one list one value.

The id of an entity stands for it in its data set (documentation of FollowTheMoney, "Entities"). Another data set may
give it another.
"""

_BLOCK = "id:"


def blocks(identifiers: Iterable[str]) -> Iterator[str]:
    """The keys under which entities meet those that share an identifier with them."""
    return (f"{_BLOCK}{identifier}" for identifier in identifiers)


def is_block(block: str) -> bool:
    """Whether all that stand in a block are one thing, since they share an identifier."""
    return block.startswith(_BLOCK)


def sole(identifiers: Iterable[str], *, is_listed: bool = False) -> frozenset[str]:
    """Those of one-to-one schemes; of what a register lists, those that are so in a list as well."""
    schemes = ONE_TO_ONE | ONE_TO_ONE_IN_A_LIST if is_listed else ONE_TO_ONE
    return frozenset(one for one in identifiers if _scheme(one) in schemes)


def exclude(ours: frozenset[str], theirs: frozenset[str], *, of_one_list: bool = False) -> bool:
    """Whether both have an identifier of a one-to-one scheme, and no such value is the same.

    `of_one_list` tells that one register lists both.
    """
    if not ours or not theirs:
        return False
    shared = {_scheme(one) for one in sole(ours, is_listed=of_one_list)}
    shared &= {_scheme(one) for one in sole(theirs, is_listed=of_one_list)}
    return any(_of(scheme, ours).isdisjoint(_of(scheme, theirs)) for scheme in shared)


def _of(scheme: str, identifiers: frozenset[str]) -> set[str]:
    return {one for one in identifiers if _scheme(one) == scheme}


def _scheme(identifier: str) -> str:
    return identifier.partition(":")[0]
