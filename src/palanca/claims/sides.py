"""Records whose id says what is one claim: what one of them states more than once are the sides of one dispute.

A record of FollowTheMoney with two values of `endDate` makes a statement for each. They stand in one claim, whatever
they say, and no other record of the same file does: each grouping sees to that by `Told.record_of`.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from palanca.claims.telling import Told
from palanca.records import TieDetail

type Grouping = Callable[[Sequence[Told]], list[list[Told]]]


def with_sides(statements: Sequence[Told], grouping: Grouping) -> list[list[Told]]:
    """The groups of these statements, of one kind, in which the first of a record stands with its other sides."""
    sides: dict[Hashable, list[Told]] = defaultdict(list)
    heads = []
    for one in statements:
        said = _said_in(one)
        if said is None or said not in sides:
            heads.append(one)
        if said is not None:
            sides[said].append(one)
    return [[side for one in group for side in sides.get(_said_in(one), (one,))] for group in grouping(heads)]


def _said_in(one: Told) -> Hashable:
    """The record, with the kind of a tie: a record of a company may tell where it is and whose it is."""
    detail = one.statement.detail
    return (one.statement.document, detail.kind if isinstance(detail, TieDetail) else None) if one.record_of else None
