"""Who decided what on each thing: the latest of each person counts, and persons may disagree."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from palanca.records import EntityId, Judgement

type Pair = tuple[EntityId, EntityId]
type Thing = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What one judgement decides on one thing."""

    thing: Thing
    value: str
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What people decided on one thing: the latest vote of each, and what each replaced, with the vote that did."""

    standing: tuple[Vote, ...]
    replaced: tuple[tuple[Vote, Vote], ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """The values that stand, sorted; more than one is a conflict."""
        return tuple(sorted({vote.value for vote in self.standing}))

    @property
    def agreed(self) -> str | None:
        """The one value that all who judged give."""
        return self.values[0] if len(self.values) == 1 else None


def counted(votes: Iterable[Vote]) -> dict[Thing, Outcome]:
    """The outcome for each thing. Votes come in the order of their judgements."""
    cast: dict[Thing, list[Vote]] = defaultdict(list)
    for vote in votes:
        cast[vote.thing].append(vote)
    return {thing: _outcome(given) for thing, given in cast.items()}


def _outcome(given: list[Vote]) -> Outcome:
    last = {vote.judgement.who: vote for vote in given}
    replaced = ((vote, last[vote.judgement.who]) for vote in given)
    return Outcome(
        standing=tuple(vote for vote in given if last[vote.judgement.who] is vote),
        replaced=tuple((vote, by) for vote, by in replaced if vote.judgement.id != by.judgement.id),
    )


def contradictions(same: Iterable[Pair], different: Iterable[Pair]) -> dict[Pair, tuple[Pair, ...]]:
    """The pairs kept apart whose ends are joined through pairs that are the same, with those that join them.

    All chains that share no pair are given, the shortest first; without these pairs nothing kept apart is joined.
    Pairs are sorted within.
    """
    neighbours: dict[EntityId, set[EntityId]] = defaultdict(set)
    for one, other in same:
        neighbours[one].add(other)
        neighbours[other].add(one)
    found = {pair: tuple(_joining(neighbours, pair)) for pair in sorted(set(different))}
    return {pair: chain for pair, chain in found.items() if chain}


def _joining(neighbours: Mapping[EntityId, set[EntityId]], ends: Pair) -> list[Pair]:
    joining: list[Pair] = []
    while chain := _shortest(neighbours, ends, set(joining)):
        joining += chain
    return joining


def _shortest(neighbours: Mapping[EntityId, set[EntityId]], ends: Pair, without: set[Pair]) -> list[Pair]:
    """The pairs along the shortest way from end to end, of equals the first by id; empty when there is none."""
    came_from: dict[EntityId, EntityId] = {}
    waiting = deque([ends[0]])
    while waiting and ends[1] not in came_from:
        here = waiting.popleft()
        for following in sorted(neighbours.get(here, ())):
            if following not in came_from and following != ends[0] and sorted_pair(here, following) not in without:
                came_from[following] = here
                waiting.append(following)
    chain = []
    here = ends[1]
    while here in came_from:
        chain.append(sorted_pair(came_from[here], here))
        here = came_from[here]
    return chain


def sorted_pair(one: EntityId, other: EntityId) -> Pair:
    """The two with the smaller id first."""
    return (one, other) if one <= other else (other, one)
