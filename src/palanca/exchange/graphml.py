"""The network as GraphML (http://graphml.graphdrawing.org/specification.html), for networkx, igraph, yEd and Gephi.

GraphML knows no time: `start` and `end` of an edge are the first and the last day on which any of its claims may hold,
and are left out where they are open or unknown; `times` has the time of each claim. A mutual edge is written directed,
with `mutual` true, since most readers refuse a graph of both sorts.
"""

from collections.abc import Iterator, Mapping

from palanca.exchange.markup import DECLARATION, empty, holding, opened
from palanca.exchange.network import TOLD, Edge, Network
from palanca.exchange.outgoing import Outgoing
from palanca.records import Identity

_ROOT = {"xmlns": "http://graphml.graphdrawing.org/xmlns"}
_OF_NODES = {"label": "string", "schema": "string", "country": "string", "names": "string", "documents": "int",
             "is_country": "boolean"}  # fmt: skip
_OF_EDGES = {
    "joined_by": "string", "category": "string", "modality": "string", "mutual": "boolean", "weight": "int",
    "start": "string", "end": "string", **dict.fromkeys(TOLD, "string"),
}  # fmt: skip


def write(outgoing: Outgoing) -> Iterator[str]:
    """The network: nodes first, then edges."""
    network = Network(outgoing)
    yield DECLARATION + opened("graphml", _ROOT) + "\n"
    yield from _declared("node", _OF_NODES)
    yield from _declared("edge", _OF_EDGES)
    yield opened("graph", {"id": "case", "edgedefault": "directed"}) + "\n"
    yield from map(_node, network.nodes())
    for number, edge in enumerate(network.edges()):
        yield _edge(number, edge)
    yield "</graph>\n</graphml>\n"


def _declared(of: str, types: Mapping[str, str]) -> Iterator[str]:
    """Keys are one namespace for nodes and edges, so that their ids say of which they are."""
    for name, type_ in types.items():
        yield empty("key", {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": type_}) + "\n"


def _node(thing: Identity) -> str:
    told = {
        "label": thing.caption, "schema": thing.schema, "country": thing.country, "names": "\n".join(thing.names),
        "documents": thing.documents, "is_country": thing.is_country,
    }  # fmt: skip
    return f"{opened('node', {'id': thing.id})}{_told('node', told)}</node>\n"


def _edge(number: int, edge: Edge) -> str:
    joint = edge.joint
    start, end = edge.whole
    told = {
        "joined_by": joint.kind, "category": joint.category, "modality": joint.modality, "mutual": joint.mutual,
        "weight": len(edge.rows), "start": start, "end": end,
    } | edge.told()  # fmt: skip
    head = {"id": f"e{number}", "source": joint.source, "target": joint.target}
    return f"{opened('edge', head)}{_told('edge', told)}</edge>\n"


def _told(of: str, told: Mapping[str, object]) -> str:
    return "".join(holding("data", {"key": f"{of}-{name}"}, _written(value)) for name, value in told.items()
                   if value not in (None, ""))  # fmt: skip


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
