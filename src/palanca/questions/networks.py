"""Questions to the case as a whole network: brokers, cores, communities, before and after a day."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from palanca.analysis.networks import brokers as broking
from palanca.analysis.networks import communities as dividing
from palanca.analysis.networks import cores as coring
from palanca.analysis.networks.betweenness import SAMPLED, is_sampled
from palanca.analysis.networks.brokers import Broker
from palanca.analysis.networks.changes import Change, changes, halves
from palanca.analysis.networks.communities import SEEDS, Community
from palanca.analysis.networks.cores import Core
from palanca.analysis.networks.edges import JOINING, Tally
from palanca.analysis.networks.graph import DatedGraph, Edge, graph_of
from palanca.analysis.scope import Scope, Unseen
from palanca.records import EntityId, Filter, Identity
from palanca.settlement import settle
from palanca.store import Case

type Key = tuple[EntityId, ...]
type Progress = Callable[[int, int], None]
PLACES, UNDATED = "places", "claims without a date"
ASTRIDE = "events whose time tells no side of the day"
"""What may be left out of a network."""

_BETWEEN_TELLING = 10_000  # claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which network: of the claims that pass the filter, with or without places as nodes.

    Places are countries, towns and the like. A path passes none but at its ends, unless `through_places`: a place
    joins all who were there. What a question names is left in, a place or not.

    With a day in `before` or `after` two networks are compared: what was before the one, and what is from the other
    on. One that is not given is the same day as the other.
    """

    wanted: Filter = field(default_factory=Filter)
    without_places: bool = False
    through_places: bool = False
    before: date | None = None
    after: date | None = None

    @property
    def days(self) -> tuple[date, date] | None:
        """The days before which, and from which on, two networks are compared; None where it is one."""
        one_day = self.before or self.after
        return (self.before or one_day, self.after or one_day) if one_day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side[Found]:
    """What is found in one network; `name` is "" for the whole, else "before 2019-06-01" or "from 2019-06-01 on"."""

    name: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer[Found]:
    """One side, or two that are compared, with what has changed between them; `method` says how it was found.

    `between` are the things that the question names. From `cut_at` legs on not all ways were looked through; None
    where all were that are asked for.
    """

    sides: tuple[Side[Found], ...]
    changes: tuple[Change[Key], ...]
    method: str
    scope: Scope
    between: tuple[Identity, ...] = ()
    cut_at: int | None = None


def brokers(
    case: Case, asked: Asked | None = None, *, most: int = 20, network: "Network | None" = None
) -> Answer[Broker]:
    """Who stands between others (betweenness, Freeman 1977), the most first, and between which groups.

    Of a large network it is estimated; `method` says so. `network` is what is asked of, where it is at hand.
    """
    network = network or Network(case, asked or Asked())

    def numbers(graph: DatedGraph, _: tuple[Broker, ...]) -> dict[Key, int]:
        return {(thing,): rank for thing, (rank, _) in broking.ranks(graph).items()}

    answer = network.answer(lambda graph: broking.brokers(graph, most=most), numbers)
    is_estimate = any(map(is_sampled, network.asked_of))
    method = f"estimated from {SAMPLED} things drawn with seed 0" if is_estimate else "of all things"
    listed = {one.things for side in answer.sides for one in side.found}
    changed = tuple(one for one in answer.changes if one.key in listed)
    return replace(answer, changes=changed, method=f"betweenness, {method}; groups are communities")


def cores(case: Case, asked: Asked | None = None, *, most: int = 3, network: "Network | None" = None) -> Answer[Core]:
    """Who is joined with how many others that are themselves so joined (k-cores, Seidman 1983), the highest first.

    `network` is what is asked of, where it is at hand.
    """

    def numbers(graph: DatedGraph, _: tuple[Core, ...]) -> dict[Key, int]:
        return {(thing,): number for thing, number in coring.core_numbers(graph).items()}

    found = network or Network(case, asked or Asked())
    answer = found.answer(lambda graph: coring.cores(graph, most=most), numbers)
    listed = {(thing,) for side in answer.sides for core in side.found for thing in core.things}
    changed = tuple(one for one in answer.changes if one.key in listed)
    return replace(answer, changes=changed, method="each is joined with so many of its core or a higher one")


def communities(
    case: Case, asked: Asked | None = None, *, most: int = 10, network: "Network | None" = None
) -> Answer[Community]:
    """Things that are joined with each other more than with the rest (Louvain), the largest community first.

    `network` is what is asked of, where it is at hand.
    """
    answer = (network or Network(case, asked or Asked())).answer(dividing.communities, lambda _graph, _found: {})
    if len(answer.sides) > 1:
        was, now = answer.sides
        was = replace(was, found=dividing.aligned(was.found, now.found))
        answer = replace(answer, sides=(was, now), changes=_moved(was.found, now.found))
    sides = tuple(replace(side, found=side.found[:most]) for side in answer.sides)
    return replace(answer, sides=sides, method=f"Louvain, claims as weights, {len(SEEDS)} runs")


def _moved(before: tuple[Community, ...], after: tuple[Community, ...]) -> tuple[Change[Key], ...]:
    """The things of both sides that stand in another community after."""
    then, now = (dividing.numbers(side) for side in (before, after))
    stayed = [thing for thing in now if thing in then]
    was: dict[Key, int] = {(thing,): then[thing] for thing in stayed}
    return changes(was, {(thing,): now[thing] for thing in stayed})


def edges_of(case: Case, wanted: Filter, tally: Tally) -> Iterator[Edge]:
    """The edges of the claims that are wanted: the one place at which a network takes them from a case."""
    for claim in case.joinings(replace(wanted, kinds=JOINING)):
        yield from tally.edges(claim)


def _told(edges: Iterable[Edge], tally: Tally, case: Case, progress: Progress) -> Iterator[Edge]:
    """The edges, telling how many claims have made some, of all that are of such kinds."""
    counted, told = case.counts().claims, 0
    of = sum(counted[kind] for kind in JOINING)
    for edge in edges:
        if tally.claims >= told:
            progress(min(told, of), of)
            told = tally.claims + _BETWEEN_TELLING
        yield edge


class Network:
    """The graph that is asked of, with what its scope needs: to be asked several questions.

    `progress` is told how many of its claims, about, are read while it is made, of how many.
    """

    def __init__(self, case: Case, asked: Asked, progress: Progress = lambda _done, _of: None) -> None:
        settle(case)
        self._case, self._asked = case, asked
        places, grounds = places_of(case)
        self._tally = Tally(grounds=grounds)
        whole = graph_of(_told(edges_of(case, asked.wanted, self._tally), self._tally, case, progress))
        self._left_out: list[Unseen] = []
        self.asked_of: tuple[DatedGraph, ...] = ()
        self.graph = whole.without(places) if asked.without_places else whole
        if asked.without_places:
            self._left_out.append(Unseen(number=len(places & whole.position.keys()), what=PLACES))

    def answer[Found](
        self,
        question: Callable[[DatedGraph], tuple[Found, ...]],
        numbers: Callable[[DatedGraph, tuple[Found, ...]], dict[Key, int]],
    ) -> Answer[Found]:
        """What is found in the graph, or in both of its halves with the numbers that differ."""
        if self._asked.days is None:
            self.asked_of = (self.graph,)
            side = Side(name="", found=question(self.graph))
            return Answer(sides=(side,), changes=(), method="", scope=self._scope())
        before, after = self._asked.days
        parted = halves(self.graph, before, after)
        self.asked_of = (parted.before, parted.after)
        self._left_out += [
            Unseen(number=parted.undated, what=UNDATED),
            Unseen(number=parted.astride, what=ASTRIDE),
        ]
        found = question(parted.before), question(parted.after)
        return Answer(
            sides=(Side(name=f"before {before}", found=found[0]), Side(name=f"from {after} on", found=found[1])),
            changes=changes(numbers(parted.before, found[0]), numbers(parted.after, found[1])),
            method="",
            scope=self._scope(),
        )

    def _scope(self) -> Scope:
        source = self._case.sources()
        documents = self._tally.documents
        return Scope(
            claims=self._tally.claims,
            documents=len(documents),
            sources=len({source[one] for one in documents}),
            searched=self._case.count_documents(),
            unseen=tuple(one for one in (*self._tally.unseen(), *self._left_out) if one.number),
        )


def places_of(case: Case) -> tuple[frozenset[EntityId], frozenset[EntityId]]:
    """Countries with all other places, and the others alone."""
    places = case.all_places()
    return frozenset(places), frozenset(thing for thing, is_country in places.items() if not is_country)


def captions(case: Case, things: Iterable[EntityId]) -> Mapping[EntityId, str]:
    """What things are called."""
    return {thing: case.thing(thing).caption for thing in dict.fromkeys(things)}
