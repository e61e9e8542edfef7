"""The network over time as GEXF 1.3 (https://gexf.net/schema.html), for Gephi.

Dynamic mode with dates: an edge has a spell for each interval in which its claims may hold, by the earliest and latest
day that their times can mean, both included. An end that is open or unknown has no attribute, which GEXF reads as open;
an edge without spells is there all the time. A mutual edge is written directed too, with `mutual` true, since readers
of GEXF refuse a graph of both sorts.
"""

from collections.abc import Iterator, Mapping

from palanca.analysis.networks.joining import Interval
from palanca.exchange.markup import DECLARATION, empty, opened
from palanca.exchange.network import TOLD, Edge, Network
from palanca.exchange.outgoing import Outgoing
from palanca.records import Identity

_ROOT = {"xmlns": "http://gexf.net/1.3", "version": "1.3"}
_GRAPH = {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date", "timerepresentation": "interval"}
_OF_NODES = {
    "schema": "string",
    "country": "string",
    "names": "string",
    "documents": "integer",
    "is_country": "boolean",
}
_OF_EDGES = {"joined_by": "string", "category": "string", "modality": "string", "mutual": "boolean"} | dict.fromkeys(
    TOLD, "string"
)


def write(outgoing: Outgoing) -> Iterator[str]:
    """The network: nodes first, then edges."""
    network = Network(outgoing)
    yield DECLARATION + opened("gexf", _ROOT) + "\n" + opened("graph", _GRAPH) + "\n"
    yield _declared("node", _OF_NODES) + _declared("edge", _OF_EDGES)
    yield "<nodes>\n"
    for thing in network.nodes():
        yield _node(thing)
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(network.edges()):
        yield _edge(number, edge)
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(of: str, types: Mapping[str, str]) -> str:
    """Attributes go by their names: GEXF takes any string for an id."""
    columns = "".join(empty("attribute", {"id": name, "title": name, "type": type_}) for name, type_ in types.items())
    return f"{opened('attributes', {'class': of})}{columns}</attributes>\n"


def _node(thing: Identity) -> str:
    values = {
        "schema": thing.schema, "country": thing.country, "names": "\n".join(thing.names), "documents": thing.documents,
        "is_country": _truth(thing.is_country),
    }  # fmt: skip
    return f"{opened('node', {'id': thing.id, 'label': thing.caption})}{_values(values)}</node>\n"


def _edge(number: int, edge: Edge) -> str:
    joint = edge.joint
    values = {
        "joined_by": joint.kind, "category": joint.category, "modality": joint.modality, "mutual": _truth(joint.mutual),
    } | edge.told()  # fmt: skip
    head = {
        "id": number, "source": joint.source, "target": joint.target, "label": joint.label, "kind": joint.label,
        "weight": len(edge.rows),
    }  # fmt: skip
    return f"{opened('edge', head)}{_values(values)}{_spells(edge)}</edge>\n"


def _values(values: Mapping[str, object]) -> str:
    told = "".join(empty("attvalue", {"for": name, "value": value}) for name, value in values.items() if value)
    return f"<attvalues>{told}</attvalues>"


def _spells(edge: Edge) -> str:
    spells = "".join(map(_spell, edge.intervals))
    return f"<spells>{spells}</spells>" if spells else ""


def _spell(interval: Interval) -> str:
    start, end = interval
    return empty("spell", {"start": start, "end": end})


def _truth(value: bool) -> str:
    return "true" if value else "false"
