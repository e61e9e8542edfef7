"""The graph before a day and from a day on, and who stands elsewhere in it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date

from palanca.analysis.networks.graph import DatedGraph, Edge
from palanca.records import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Change[Key: Hashable]:
    """What has another number before than after; None where it is not there."""

    key: Key
    before: int | None
    after: int | None


def changes[Key: Hashable](before: Mapping[Key, int], after: Mapping[Key, int]) -> tuple[Change[Key], ...]:
    """All that differs: first what is there after, in its order, then what was there before alone."""
    keys = dict.fromkeys((*after, *before))
    return tuple(
        Change(key=key, before=before.get(key), after=after.get(key))
        for key in keys if before.get(key) != after.get(key)
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """What was before one day, and what is from another day on.

    `undated` counts claims without a time, `astride` events of which the time tells no side: they stand in neither.
    """

    before: DatedGraph
    after: DatedGraph
    undated: int
    astride: int


def halves(graph: DatedGraph, before: date, after: date) -> Halves:
    """Part a graph. What lasts stands on each side that it reaches, an event only where it falls for certain."""
    edges = [edge for several in graph.joined.values() for edge in several]
    return Halves(
        before=graph.where(lambda edge: is_before(edge, before)),
        after=graph.where(lambda edge: is_after(edge, after)),
        undated=len({edge.claim for edge in edges if not edge.is_dated}),
        astride=len({edge.claim for edge in edges if _is_astride(edge, before, after)}),
    )


def is_before(edge: Edge, day: date) -> bool:
    """Whether what joins two was there before a day: what lasts had begun, an event had taken place for certain."""
    if edge.kind is Kind.EVENT:
        return edge.last is not None and edge.last < day
    return edge.is_dated and (edge.first or date.min) < day


def is_after(edge: Edge, day: date) -> bool:
    """Whether what joins two was there on a day or later: what lasts had not ended, an event came for certain."""
    if edge.kind is Kind.EVENT:
        return edge.first is not None and edge.first >= day
    return edge.is_dated and (edge.last or date.max) >= day


def _is_astride(edge: Edge, before: date, after: date) -> bool:
    if edge.kind is not Kind.EVENT or not edge.is_dated or is_before(edge, before) or is_after(edge, after):
        return False
    return (edge.first or date.min) < before or (edge.last or date.max) >= after
