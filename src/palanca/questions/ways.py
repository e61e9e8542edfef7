"""Questions to the case about two things: the ways between them, and whom both are joined with.

The network is walked from the two on, and never looked at as a whole: see `store.walking`.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from palanca.analysis.networks import paths as walking
from palanca.analysis.networks import shared as sharing
from palanca.analysis.networks.changes import changes, is_after, is_before
from palanca.analysis.networks.paths import Path, Search
from palanca.analysis.networks.shared import Shared
from palanca.analysis.networks.walkable import Part, Walkable
from palanca.analysis.scope import Scope, Unseen
from palanca.questions.claims import named
from palanca.questions.networks import ASTRIDE, PLACES, UNDATED, Answer, Asked, Key, Side, places_of
from palanca.records import EntityId, Identity
from palanca.records.names import fold
from palanca.settlement import settle
from palanca.store import Case
from palanca.store.walks import Places, Walk


def paths(case: Case, one: str, other: str, asked: Asked | None = None, search: Search | None = None) -> Answer[Path]:
    """The ways from one thing to another, by name or id, the shortest first; each leg has its claims.

    Where too much lies between the two to look through it all, `method` says so. Raises UnknownEntity with the nearest
    names.
    """
    asked, looking = asked or Asked(), search or Search()
    settle(case)
    ends = named(case, one), named(case, other)
    cut: list[int] = []

    def between(network: Walkable, places: frozenset[EntityId]) -> tuple[Path, ...]:
        avoided = looking.avoided if asked.through_places else places | looking.avoided
        found = walking.paths(network, ends[0].id, ends[1].id, replace(looking, avoided=avoided))
        cut.extend(() if found.cut_at is None else (found.cut_at,))
        return found.paths

    answer = _answer(case, asked, ends, between)
    through = "places may stand on the way" if asked.through_places else "no place stands on the way"
    order = ", each leg may be later than the one before it" if looking.in_order else ""
    unseen = f"; too much lies between to look through all ways of {min(cut)} legs or more" if cut else ""
    method = f"up to {looking.most} ways of at most {looking.legs} legs{order}; {through}{unseen}"
    return replace(answer, method=method, cut_at=min(cut, default=None))


def shared(case: Case, one: str, other: str, asked: Asked | None = None, *, most: int = 20) -> Answer[Shared]:
    """Who both are joined with, those first who are joined with few others (Adamic and Adar 2003).

    Raises UnknownEntity with the nearest names.
    """
    settle(case)
    ends = named(case, one), named(case, other)
    answer = _answer(
        case, asked or Asked(), ends, lambda network, _: sharing.shared(network, ends[0].id, ends[1].id, most)
    )
    return replace(answer, method="first who is joined with few others (Adamic and Adar)")


type _Question[Found] = Callable[[Walkable, frozenset[EntityId]], tuple[Found, ...]]
"""What is found in a network, of which some things are places."""


def _answer[Found: Path | Shared](
    case: Case, asked: Asked, ends: tuple[Identity, Identity], question: _Question[Found]
) -> Answer[Found]:
    """What is found in the network, or in both of its halves with the numbers that differ."""
    places, grounds = places_of(case)
    left = places.difference(end.id for end in ends) if asked.without_places else frozenset()
    namesakes = _namesakes(case, ends)
    sides: tuple[Side[Found], ...]
    with case.walk(asked.wanted, Places(grounds=grounds, left=left)) as network:
        sides = tuple(Side(name=name, found=question(part, places)) for name, part in _parts(network, asked.days))
        told = network.whole()
        left_out = [*namesakes, *_left_out(network, asked)]
    unseen = [*(Unseen(number=number, what=what) for what, number in sorted(told.left_out.items())), *left_out]
    scope = Scope(
        claims=told.claims, documents=told.documents, sources=told.sources, searched=case.count_documents(),
        unseen=tuple(one for one in unseen if one.number),
    )  # fmt: skip
    changed = changes(*map(_by_order, sides)) if asked.days else ()
    return Answer(sides=sides, changes=changed, method="", scope=scope, between=ends)


def _by_order[Found: Path | Shared](side: Side[Found]) -> dict[Key, int]:
    return {one.things: number for number, one in enumerate(side.found, start=1)}


def _parts(network: Walkable, days: tuple[date, date] | None) -> Iterator[tuple[str, Walkable]]:
    """The networks that are asked of, by name."""
    if days is None:
        yield "", network
        return
    before, after = days
    yield f"before {before}", Part(network, lambda edge: is_before(edge, before))
    yield f"from {after} on", Part(network, lambda edge: is_after(edge, after))


def _left_out(network: Walk, asked: Asked) -> Iterator[Unseen]:
    if asked.without_places:
        yield Unseen(number=network.count_left(), what=PLACES)
    if asked.days:
        yield Unseen(number=network.count_undated(), what=UNDATED)
        yield Unseen(number=network.count_astride(*asked.days), what=ASTRIDE)


def _namesakes(case: Case, ends: tuple[Identity, Identity]) -> list[Unseen]:
    """How many others are called as the things that the question names."""
    told = []
    for name, end in {fold(end.caption): end for end in ends}.items():
        others = [one for one in case.things_named(end.caption) if one.id != end.id and fold(one.caption) == name]
        told.append(Unseen(number=len(others), what=f"others called {end.caption}"))
    return told
