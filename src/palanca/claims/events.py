"""Which statements tell one event: the same category, parties, days and place.

What is dated best comes first; a coarser date or none joins only where one event alone can be meant.
"""

from collections.abc import Iterable

from palanca.claims.event_groups import Group
from palanca.claims.event_index import EventIndex
from palanca.claims.telling import Told, length

_UNDATED = 10_000_000  # days: after all that is dated
_UNPLACED = 20_000_000
_CLEARLY = 0.35  # by how much more alike in words one group must be than the next


def group_events(statements: Iterable[Told]) -> list[list[Told]]:
    """The groups of statements, of one category, that tell one event each. `statements` are in order."""
    best_dated_first = sorted(statements, key=_best_dated_first)
    index = EventIndex(best_dated_first)
    for one in best_dated_first:
        group = _chosen(one, index.near(one))
        if group is None:
            group = Group(number=len(index.groups))
        group.add(one)
        index.keep(group, one)
    return [group.told for group in index.groups]


def _best_dated_first(one: Told) -> tuple[int, int, object]:
    days = length(one.days) if one.days else _UNDATED if one.likely_days else _UNPLACED
    return days, -len(one.known), one.order


def _chosen(one: Told, groups: Iterable[Group]) -> Group | None:
    """The group that the statement tells of, if it is clear which one."""
    fitting = [group for group in groups if group.tells(one)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    ranked = sorted(fitting, key=lambda group: (-group.shared(one), -group.likeness(one), group.number))
    if one.days and length(one.days) == 1:
        return ranked[0]
    first, second = ranked[0].likeness(one), max(group.likeness(one) for group in ranked[1:])
    return ranked[0] if first - second >= _CLEARLY else None
