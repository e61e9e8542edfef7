"""What pictures are drawn from: the network, the timeline and the map."""

from palanca.records import Kind, Modality, Review, Schema
from palanca.web.shapes.claims import Claim, Scope
from palanca.web.shapes.shape import Shape


class Node(Shape):
    """A thing of the network; `degree` counts those it is joined with in the whole of it, shown or not."""

    id: str
    caption: str
    schema_name: Schema
    country: str | None
    degree: int
    claims: int


class Tie(Shape):
    """All that joins two things in one channel; ties, offices and instruments are channels of their own here.

    `claim` is the best told of `claims`; `sources` are its independent ones; days are ISO 8601.
    """

    id: str
    one: str
    other: str
    channel: str
    claims: int
    claim: str
    sources: int
    first: str | None
    last: str | None
    review: Review


class Network(Shape):
    """A part of the network: `nodes` of `all_nodes`; `focus` is the thing it begins with.

    Without one the best joined things are shown, of all, and `all_ties` and the scope are of the whole network. With
    one those nearest to it are, of all that were reached; `all_ties` are the pairs of the things shown, and the scope
    is of the claims that join these. Shown are all pairs of `focus`, and those that most claims join; `left_out` pairs
    of the things shown are weaker, and not among `ties`.
    """

    focus: str | None
    nodes: list[Node]
    ties: list[Tie]
    all_nodes: int
    all_ties: int
    left_out: int
    scope: Scope


class Leg(Shape):
    """One step of a path: from one thing to another, with the claims that join them, the best told first."""

    one: Node
    other: Node
    claims: list[Claim]
    more: int


class Path(Shape):
    """A way between two things."""

    legs: list[Leg]


class Paths(Shape):
    """The ways between two things, the shortest first; `method` says how they were looked for.

    From `cut_at` legs on not all ways were looked through, as too much lies between; null where all were.
    """

    one: Node
    other: Node
    paths: list[Path]
    cut_at: int | None
    method: str
    scope: Scope


class Shared(Shape):
    """A neighbour of both, with what joins it to each."""

    thing: Node
    with_one: list[Claim]
    with_other: list[Claim]


class SharedNeighbours(Shape):
    """Who both are joined with, the rarest first."""

    one: Node
    other: Node
    shared: list[Shared]
    method: str
    scope: Scope


class Broker(Shape):
    """Who stands between others: rank, betweenness and the groups of its neighbours, each with some of them."""

    thing: Node
    rank: int
    betweenness: float
    neighbours: int
    groups: list[list[Node]]


class Brokers(Shape):
    """Brokers, the highest betweenness first."""

    items: list[Broker]
    method: str
    scope: Scope


class Group(Shape):
    """Things that belong together: how many there are and those that are joined most."""

    size: int
    claims: int
    core: int | None
    things: list[Node]


class Groups(Shape):
    """Communities, the largest first, or cores, the highest first."""

    items: list[Group]
    method: str
    scope: Scope


class Mark(Shape):
    """A claim as it is drawn: when it was at most (`first` to `last`, ISO 8601), and who takes part."""

    id: str
    kind: Kind
    category: str | None
    channel: str | None
    time: str | None
    first: str | None
    last: str | None
    label: str
    modality: Modality
    review: Review
    is_disputed: bool
    sources: int
    countries: list[str]
    people: list[str]


class Marks(Shape):
    """Claims to draw, by time; `left` more pass, and `undated` of all have no time."""

    items: list[Mark]
    left: int
    undated: int
    scope: Scope


class MapPlace(Shape):
    """A place with its claims by channel. `precision` is "town", or "country" where only that is told."""

    thing: str | None
    caption: str
    country: str
    longitude: float
    latitude: float
    precision: str
    claims: int
    channels: dict[str, int]
    q: str


class Unplaced(Shape):
    """A place that has no sure point, or no place at all (an empty caption)."""

    caption: str
    claims: int
    q: str


class Joined(Shape):
    """Events in which somebody of each of two countries takes part, by channel. `q` finds them."""

    one: str
    other: str
    claims: int
    channels: dict[str, int]
    q: str


class Map(Shape):
    """Events by place, most first, those that cannot be placed, and how often two countries take part in one."""

    places: list[MapPlace]
    unplaced: list[Unplaced]
    joined: list[Joined]
    scope: Scope
