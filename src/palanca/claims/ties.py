"""Which statements tell one tie: the same kind between the same two, in one stretch of time."""

from collections.abc import Hashable, Iterable, Iterator

from palanca.claims.clusters import Likeness, clusters
from palanca.claims.parties import Party
from palanca.claims.telling import Told
from palanca.records import RoleName, TieDetail, TieKind

_MUTUAL = frozenset({TieKind.SPOUSE, TieKind.FAMILY, TieKind.PARTNER_OF, TieKind.ALIAS_CONFLICT})


def group_ties(statements: Iterable[Told]) -> list[list[Told]]:
    """The groups of statements that tell one tie each."""
    return clusters(statements, Likeness(keys=_keys, form=lambda _: None, fits=lambda _one, _other: True))


def reaches_of_tie(one: Told) -> Iterator[tuple[str, ...]]:
    """The kind and both ends, whichever is which."""
    detail = one.statement.detail
    sources, targets = one.parties(RoleName.SOURCE), one.parties(RoleName.TARGET)
    if isinstance(detail, TieDetail) and _are_known(sources) and _are_known(targets):
        yield detail.kind, *sorted("+".join(sorted([party.key for party in side])) for side in (sources, targets))


def _keys(one: Told) -> Iterator[Hashable]:
    detail = one.statement.detail
    sources, targets = one.parties(RoleName.SOURCE), one.parties(RoleName.TARGET)
    if isinstance(detail, TieDetail) and _are_known(sources) and _are_known(targets):
        ends = [frozenset(party.key for party in side) for side in (sources, targets)]
        yield detail.kind, frozenset(ends) if detail.kind in _MUTUAL else tuple(ends)


def _are_known(side: tuple[Party, ...]) -> bool:
    """Whether there are any, and all are things of the case."""
    return bool(side) and all(party.is_known for party in side)
