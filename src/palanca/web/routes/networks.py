"""The network: a part of it around a thing or of what is joined best, and questions to the whole."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Protocol

from fastapi import APIRouter, Query

from palanca.analysis.networks.edges import JOINING
from palanca.analysis.networks.graph import Edge, Joined
from palanca.analysis.scope import Scope, Unseen
from palanca.questions import brokers, communities, cores, named, paths, shared
from palanca.questions.networks import Answer
from palanca.questions.networks import Asked as NetworkAsked
from palanca.questions.networks import Network as WholeNetwork
from palanca.records import EntityId, Filter, Identity, Review
from palanca.records.filter import LEAST_CONFIDENCE
from palanca.records.ids import content_hash
from palanca.records.query import All, Field, Words
from palanca.records.query import Query as Asked
from palanca.store import Case
from palanca.store.strong_ties import Reach, Strong, Whole
from palanca.web.desk import Desk
from palanca.web.routes.asked import DeskThere, Line, asked
from palanca.web.shapes.claims import Claim as ClaimShape
from palanca.web.shapes.claims import shown_claims, shown_scope
from palanca.web.shapes.pictures import (
    Broker,
    Brokers,
    Group,
    Groups,
    Leg,
    Network,
    Node,
    Path,
    Paths,
    Shared,
    SharedNeighbours,
    Tie,
)
from palanca.web.tagging import TaggedRoute

router = APIRouter(tags=["network"], route_class=TaggedRoute)
_CLAIMS_OF_LEG = 3
_OF_GROUP = 12
_PAIRS_OF_THING = 5  # at most, on average: more lines than that cannot be told apart

Named = Annotated[str, Query(max_length=200, description="A thing: its id or name.")]
Most = Annotated[int, Query(ge=1, le=200)]
WithoutPlaces = Annotated[bool, Query(description="Leave countries and other places out.")]


@router.get("/cases/{case}/network")
def network(
    desk: DeskThere,
    focus: Annotated[str | None, Query(max_length=200, description="The thing to begin with: its id or name.")] = None,
    steps: Annotated[int, Query(ge=1, le=3)] = 1,
    q: Line = "",
    most: Annotated[int, Query(ge=2, le=20_000, description="At most so many things.")] = 300,
) -> Network:
    """What joins a thing with others in so many steps, or without one the things that are joined best."""
    query = asked(q)
    wanted = All(parts=(query, Words(field=Field.KIND, values=JOINING)))
    if not focus:
        return desk.answer("network", (q, most), lambda: _strongest(desk.case, wanted, most))
    start = named(desk.case, focus).id
    return desk.answer(
        "network",
        (start, steps, q, most),
        lambda: _around_thing(
            desk.case, wanted, start, Reach(steps=steps, most=most, most_pairs=_PAIRS_OF_THING * most)
        ),
    )


def _around_thing(case: Case, query: Asked, start: EntityId, reach: Reach) -> Network:
    """A thing with what lies so near."""
    found = case.nearest(query, start, reach)
    return _shown_part(case, found.things, found.ties, found.whole, (start, found.reached, found.left_out))


def _strongest(case: Case, query: Asked, most: int) -> Network:
    """The things that are joined best, with the strongest ties among them."""
    found = case.strongest(query, most=most, most_pairs=_PAIRS_OF_THING * most)
    return _shown_part(case, found.things, found.ties, found.whole, (None, found.whole.things, found.left_out))


def _shown_part(
    case: Case,
    things: Mapping[EntityId, tuple[int, int]],
    ties: Iterable[Strong],
    whole: Whole,
    part: tuple[EntityId | None, int, int],
) -> Network:
    """`part` is the thing that it begins with, of how many things these are, and how many pairs are left out."""
    known, (focus, all_nodes, left_out) = case.known(things), part
    return Network(
        focus=focus,
        nodes=[_node_of(known[one], *numbers) for one, numbers in sorted(things.items())],
        ties=list(map(_strong, ties)),
        all_nodes=all_nodes,
        all_ties=whole.pairs,
        left_out=left_out,
        scope=shown_scope(
            Scope(
                claims=whole.claims, documents=whole.documents, sources=whole.sources, searched=case.count_documents(),
                unseen=tuple(Unseen(number=n, what=what) for what, n in sorted(whole.left_out.items())),
            )
        ),
    )  # fmt: skip


def _strong(one: Strong) -> Tie:
    return Tie(
        id=content_hash(*one.pair, one.channel), one=one.pair[0], other=one.pair[1], channel=one.channel,
        claims=one.claims, claim=one.best, sources=one.sources, first=one.first.isoformat() if one.first else None,
        last=one.last.isoformat() if one.last else None, review=Review.CONFIRMED if one.is_confirmed else Review.OPEN,
    )  # fmt: skip


@router.get("/cases/{case}/network/paths")
def paths_shown(desk: DeskThere, one: Named, other: Named, through_places: bool = False) -> Paths:
    """The ways between two things, the shortest first, each leg at its sentences."""
    answer = paths(desk.case, one, other, NetworkAsked(wanted=_SURE, through_places=through_places))
    return Paths(
        one=_plain(desk.case, answer.between[0].id),
        other=_plain(desk.case, answer.between[1].id),
        paths=[Path(legs=[_leg(desk.case, leg) for leg in found.joined]) for found in answer.sides[0].found],
        cut_at=answer.cut_at,
        method=answer.method,
        scope=shown_scope(answer.scope),
    )


@router.get("/cases/{case}/network/shared")
def shared_shown(desk: DeskThere, one: Named, other: Named, most: Most = 20) -> SharedNeighbours:
    """Who both are joined with, the rarest first."""
    case = desk.case
    answer = shared(case, one, other, NetworkAsked(wanted=_SURE), most=most)
    return SharedNeighbours(
        one=_plain(case, answer.between[0].id),
        other=_plain(case, answer.between[1].id),
        shared=[
            Shared(
                thing=_plain(case, found.thing),
                with_one=_claims(case, found.joined[0].edges),
                with_other=_claims(case, found.joined[1].edges),
            )
            for found in answer.sides[0].found
        ],
        method=answer.method,
        scope=shown_scope(answer.scope),
    )


@router.get("/cases/{case}/network/brokers")
def brokers_shown(desk: DeskThere, most: Most = 20, without_places: WithoutPlaces = True) -> Brokers:
    """Who stands between others, and between which groups."""
    answer = _of_whole(desk, "brokers", brokers, without_places=without_places, most=most)
    return Brokers(
        items=[
            Broker(
                thing=_plain(desk.case, found.thing), rank=found.rank, betweenness=found.betweenness,
                neighbours=found.neighbours,
                groups=[[_plain(desk.case, joint.other) for joint in group.joined] for group in found.groups],
            )
            for found in answer.sides[0].found
        ],
        method=answer.method,
        scope=shown_scope(answer.scope),
    )  # fmt: skip


@router.get("/cases/{case}/network/communities")
def communities_shown(desk: DeskThere, most: Most = 10, without_places: WithoutPlaces = True) -> Groups:
    """Things that are joined with each other more than with the rest, the largest community first."""
    answer = _of_whole(desk, "communities", communities, without_places=without_places, most=most)
    found = [(one.things, one.claims, None) for one in answer.sides[0].found]
    return _groups(desk.case, found, answer.method, answer.scope)


@router.get("/cases/{case}/network/cores")
def cores_shown(desk: DeskThere, most: Most = 3, without_places: WithoutPlaces = True) -> Groups:
    """Who is joined with how many others that are themselves so joined, the highest core first."""
    answer = _of_whole(desk, "cores", cores, without_places=without_places, most=most)
    found = [(one.things, one.claims, one.number) for one in answer.sides[0].found]
    return _groups(desk.case, found, answer.method, answer.scope)


class _ToWhole[Found](Protocol):
    """A question to the whole network."""

    def __call__(
        self, case: Case, asked: NetworkAsked | None = None, *, most: int = ..., network: WholeNetwork | None = ...
    ) -> Answer[Found]: ...


def _of_whole[Found](
    desk: Desk, name: str, question: _ToWhole[Found], *, without_places: bool, most: int
) -> Answer[Found]:
    """The answer to a question that looks at all of the network, which is at hand for the next such question."""
    wanted, tell = NetworkAsked(wanted=_SURE, without_places=without_places), desk.telling(name)

    def answered() -> Answer[Found]:
        network = desk.at_hand("network", without_places, lambda: WholeNetwork(desk.case, wanted, progress=tell))
        return question(desk.case, wanted, most=most, network=network)

    return desk.answer(name, (without_places, most), answered)


_SURE = Filter(least_confidence=LEAST_CONFIDENCE)


def _plain(case: Case, thing: EntityId) -> Node:
    return _shown(case, thing, 0, 0)


def _shown(case: Case, thing: EntityId, degree: int, claims: int) -> Node:
    return _node_of(case.thing(thing), degree, claims)


def _node_of(one: Identity, degree: int, claims: int) -> Node:
    return Node(
        id=one.id, caption=one.caption, schema_name=one.schema, country=one.country, degree=degree, claims=claims
    )


def _leg(case: Case, joint: Joined) -> Leg:
    return Leg(
        one=_plain(case, joint.one), other=_plain(case, joint.other), claims=_claims(case, joint.edges),
        more=max(0, len(joint.edges) - _CLAIMS_OF_LEG),
    )  # fmt: skip


def _claims(case: Case, edges: Sequence[Edge]) -> list[ClaimShape]:
    return shown_claims(case, [case.claim(edge.claim) for edge in edges[:_CLAIMS_OF_LEG]], passages=1)


def _groups(
    case: Case, found: Iterable[tuple[Sequence[EntityId], int, int | None]], method: str, scope: Scope
) -> Groups:
    return Groups(
        items=[
            Group(
                size=len(things), claims=claims, core=core,
                things=[_plain(case, thing) for thing in things[:_OF_GROUP]],
            )
            for things, claims, core in found
        ],
        method=method,
        scope=shown_scope(scope),
    )  # fmt: skip
