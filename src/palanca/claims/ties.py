"""Which statements tell one tie: the same kind between the same two, in one stretch of time."""

from collections.abc import Hashable, Iterable, Iterator

from palanca.claims.clusters import Likeness, clusters
from palanca.claims.telling import Told
from palanca.records import RoleName, TieDetail, TieKind

_MUTUAL = frozenset({TieKind.SPOUSE, TieKind.FAMILY, TieKind.PARTNER_OF, TieKind.ALIAS_CONFLICT})


def group_ties(statements: Iterable[Told]) -> list[list[Told]]:
    """The groups of statements that tell one tie each."""
    return clusters(statements, Likeness(keys=_keys, form=lambda _: None, fits=lambda _one, _other: True))


def reaches_of_tie(one: Told) -> Iterator[tuple[str, ...]]:
    """The kind and both ends, whichever is which."""
    detail = one.statement.detail
    if isinstance(detail, TieDetail) and any(True for _ in _keys(one)):
        ends = ("+".join(sorted(p.key for p in one.parties(role))) for role in (RoleName.SOURCE, RoleName.TARGET))
        yield detail.kind, *sorted(ends)


def _keys(one: Told) -> Iterator[Hashable]:
    detail = one.statement.detail
    sources, targets = one.parties(RoleName.SOURCE), one.parties(RoleName.TARGET)
    if isinstance(detail, TieDetail) and sources and targets and all(p.is_known for p in (*sources, *targets)):
        ends = [frozenset(party.key for party in side) for side in (sources, targets)]
        yield detail.kind, frozenset(ends) if detail.kind in _MUTUAL else tuple(ends)
