"""Small networks of hand-made edges and claims."""

from collections.abc import Collection, Iterable
from datetime import date
from operator import itemgetter
from typing import override

from palanca.analysis.networks.graph import DatedGraph, Edge, Joined, Strength, graph_of
from palanca.analysis.networks.paths import Path, Search
from palanca.analysis.networks.walkable import Pair, Walkable, pair_of, strength_of
from palanca.records import (
    Category,
    Claim,
    ClaimId,
    DocumentId,
    EntityId,
    EventDetail,
    Evidence,
    Kind,
    Modality,
    Party,
    RoleName,
    Stance,
    StatementId,
    Time,
)  # fmt: skip


def edge(
    pair: str, day: str | None = None, *, claim: str = "", kind: Kind = Kind.EVENT, sources: int = 1, until: str = ""
) -> Edge:
    """An edge of two things of one letter each: "ab"."""
    one, other = sorted(pair)
    first = date.fromisoformat(day) if day else None
    last = date.fromisoformat(until) if until else first
    return Edge(
        one=EntityId(one), other=EntityId(other), claim=ClaimId(claim or f"{pair} {day}"), kind=kind,
        category="CONSULT", first=first, last=last, sources=sources,
    )  # fmt: skip


def graph(*pairs: str) -> DatedGraph:
    return graph_of(map(edge, pairs))


def clique(things: str) -> Iterable[str]:
    return (one + other for i, one in enumerate(things) for other in things[i + 1 :])


def meeting(
    actors: str, recipients: str = "", *, modality: Modality = Modality.ASSERTED,
    category: Category = Category.CONSULT,
) -> Claim:  # fmt: skip
    """An act of things of one letter each; a dot is a party that no identity is known of."""
    statement = StatementId(f"{actors}>{recipients}")
    sides = ((RoleName.ACTOR, actors), (RoleName.RECIPIENT, recipients))
    return Claim(
        kind=Kind.EVENT, detail=EventDetail(category=category), lead=statement, modality=modality,
        time=Time.parse("2024-05-03"),
        parties=tuple(
            Party(role=role, text=sign, identity=None if sign == "." else EntityId(sign))
            for role, signs in sides for sign in signs
        ),
        evidence=(Evidence(statement=statement, document=DocumentId("port"), stance=Stance.SUPPORTS, voice=0),),
    )  # fmt: skip


class Walked(Walkable):
    """A graph that is walked, with how many neighbours were asked for."""

    def __init__(self, whole: DatedGraph) -> None:
        self._whole, self.asked = whole, 0

    def _beside(self, thing: EntityId) -> list[EntityId]:
        at = self._whole.position.get(thing)
        return [] if at is None else [self._whole.nodes[other] for other in self._whole.neighbours[at]]

    @override
    def neighbours(self, things: Collection[EntityId]) -> dict[EntityId, list[EntityId]]:
        found = {one: self._beside(one) for one in things if self._beside(one)}
        self.asked += sum(map(len, found.values()))
        return found

    @override
    def degrees(self, things: Collection[EntityId]) -> dict[EntityId, int]:
        return {one: len(self._beside(one)) for one in things}

    @override
    def strengths(self, pairs: Collection[Pair]) -> dict[Pair, Strength]:
        return {pair: strength_of(edges) for pair, edges in self.edges(pairs).items()}

    @override
    def edges(self, pairs: Collection[Pair]) -> dict[Pair, tuple[Edge, ...]]:
        at = self._whole.position
        known = (pair for pair in pairs if set(pair) <= at.keys())
        found = {pair: self._whole.edges(*(at[end] for end in pair)) for pair in known}
        return {pair: edges for pair, edges in found.items() if edges}


def all_paths(whole: DatedGraph, one: EntityId, other: EntityId, search: Search) -> tuple[Path, ...]:
    """What `paths` is to find, by looking at every way there is."""
    neighbours = {node: Walked(whole).neighbours((node,)).get(node, []) for node in {*whole.nodes, one, other}}
    walked, found = Walked(whole), list[tuple[object, Path]]()

    def follow(way: tuple[EntityId, ...], legs: tuple[Joined, ...], day: date) -> None:
        if way[-1] == other:
            crowd = sum(len(neighbours[thing]) for thing in way[1:-1])
            weakest = min(leg.strength for leg in legs)
            found.append(((len(legs), [-part for part in weakest], crowd, way), Path(joined=legs)))
        elif len(legs) < search.legs:
            for thing in neighbours[way[-1]]:
                if thing not in way and (thing == other or thing not in search.avoided):
                    step(way, legs, thing, day)

    def step(way: tuple[EntityId, ...], legs: tuple[Joined, ...], thing: EntityId, day: date) -> None:
        pair, short = pair_of(way[-1], thing), {pair_of(before, thing) for before in way[-2:-1]}
        cuts = {edge.claim for edges in walked.edges(short).values() for edge in edges}
        edges = tuple(edge for edge in walked.edges({pair})[pair] if edge.claim not in cuts)
        if search.in_order:
            edges = tuple(edge for edge in edges if edge.is_dated and (edge.last or date.max) >= day)
            day = min((max(day, edge.first or date.min) for edge in edges), default=day)
        if edges:
            follow((*way, thing), (*legs, Joined(one=way[-1], other=thing, edges=edges)), day)

    if one != other:
        follow((one,), (), date.min)
    return tuple(path for _, path in sorted(found, key=itemgetter(0))[: search.most])
