"""The network as GEXF and GraphML, read again by networkx."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx
import pytest

from palanca.exchange import gexf, graphml
from palanca.exchange.network import Network
from palanca.exchange.outgoing import Outgoing
from palanca.records import Kind, OfficeDetail, RoleName, Time
from tests.exchange.outgoing_case import (
    HOSTILE,
    MARRIAGE,
    MEETING,
    OFFICE,
    REFUSED,
    UNDATED,
    claim_of,
    outgoing_of,
    reading_of,
    things_of,
)

_NAMESPACE = "{http://gexf.net/1.3}"


@pytest.fixture
def outgoing(tmp_path: Path) -> Iterator[Outgoing]:
    with outgoing_of(tmp_path, reading_of("port", MEETING, OFFICE, REFUSED, UNDATED, MARRIAGE)) as found:
        yield found


def as_gexf(outgoing: Outgoing) -> "networkx.MultiDiGraph":
    """networkx reads GEXF 1.2, of which 1.3 as it is written here differs by its name alone."""
    text = "".join(gexf.write(outgoing)).replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
    return networkx.MultiDiGraph(networkx.read_gexf(io.BytesIO(text.encode())))


def as_graphml(outgoing: Outgoing) -> "networkx.MultiDiGraph":
    return networkx.MultiDiGraph(networkx.parse_graphml("".join(graphml.write(outgoing))))


def edges_of(graph: "networkx.MultiDiGraph") -> dict[str, dict[str, object]]:
    return {told["category"]: {"ends": (one, other), **told} for one, other, told in graph.edges(data=True)}


def test_a_meeting_joins_those_who_met_with_its_day_and_sentence(outgoing: Outgoing) -> None:
    things = things_of(outgoing)
    meeting = edges_of(as_gexf(outgoing))["CONSULT"]
    assert meeting == {
        "ends": tuple(sorted((things["Ama Owusu"], things["Rajiv Menon"]))), "id": "2", "label": "CONSULT",
        "joined_by": "event", "category": "CONSULT", "modality": "asserted", "mutual": True, "weight": 1.0,
        "claims": claim_of(outgoing, Kind.EVENT, MEETING.text), "times": "2025-03-04", "stances": "supports",
        "sources": "1", "documents": "port", "sentences": MEETING.text,
        "offices_then": "Ama Owusu (minister of transport, Ghana?)", "spells": [("2025-03-04", "2025-03-04")],
    }  # fmt: skip


def test_nodes_are_things_with_schema_and_country(outgoing: Outgoing) -> None:
    node = as_gexf(outgoing).nodes[things_of(outgoing)["Ama Owusu"]]
    assert {key: node[key] for key in ("label", "schema", "country", "documents", "is_country")} == {
        "label": "Ama Owusu", "schema": "Person", "country": "GHA", "documents": 1, "is_country": False,
    }  # fmt: skip


def test_an_office_without_an_end_is_left_open(outgoing: Outgoing) -> None:
    edge = edge_of(outgoing, "minister of transport")
    assert [spell.attrib for spell in edge.iter(f"{_NAMESPACE}spell")] == [{"start": "2025-01-02"}]


def test_a_month_is_an_interval_of_its_days_and_a_denial_says_so(outgoing: Outgoing) -> None:
    edge = edge_of(outgoing, "AID (denied)")
    assert [spell.attrib for spell in edge.iter(f"{_NAMESPACE}spell")] == [{"start": "2025-05-01", "end": "2025-05-31"}]
    assert edges_of(as_gexf(outgoing))["AID"]["modality"] == "denied"


def test_what_has_no_time_has_no_spell(outgoing: Outgoing) -> None:
    assert not list(edge_of(outgoing, "spouse").iter(f"{_NAMESPACE}spell"))


def edge_of(outgoing: Outgoing, label: str) -> ET.Element:
    root = ET.fromstring("".join(gexf.write(outgoing)))  # noqa: S314  # it is our own
    (edge,) = [edge for edge in root.iter(f"{_NAMESPACE}edge") if edge.get("label") == label]
    return edge


def test_an_end_that_is_not_named_is_left_out_and_counted(outgoing: Outgoing) -> None:
    assert "PROTEST" not in edges_of(as_gexf(outgoing))
    assert outgoing.left_out == {"events that join no two named things": 1}


def test_an_unnamed_end_beside_named_ones_is_counted(tmp_path: Path) -> None:
    roles = {RoleName.ACTOR: ("Ama Owusu", "a friend"), RoleName.RECIPIENT: ("Rajiv Menon",)}
    with outgoing_of(tmp_path, reading_of("port", replace(MEETING, roles=roles))) as found:
        assert len(as_gexf(found).edges) == 1
        assert found.left_out == {"unnamed ends of claims that join others": 1}


def test_an_office_that_ends_before_it_begins_has_no_spell(tmp_path: Path) -> None:
    assert isinstance(OFFICE.detail, OfficeDetail)
    detail = replace(OFFICE.detail, end=Time.parse("2024"))
    with outgoing_of(tmp_path, reading_of("port", replace(OFFICE, detail=detail))) as found:
        edge = edge_of(found, "minister of transport")
        assert not list(edge.iter(f"{_NAMESPACE}spell"))
        assert 'value="2025-01-02/2024"' in ET.tostring(edge, encoding="unicode")


def test_claims_that_join_alike_are_one_edge_of_their_number(tmp_path: Path) -> None:
    text = "Ama Owusu met Rajiv Menon again in Togo on 9 May 2025."
    later = replace(MEETING, text=text, time="2025-05-09", place="Togo")
    with outgoing_of(tmp_path, reading_of("port", MEETING, later)) as found:
        (edge,) = Network(found).edges()
        assert len(edge.rows) == 2
        assert edge.told()["times"] == "2025-03-04\n2025-05-09"
        assert edge.told()["sentences"] == f"{MEETING.text}\n{later.text}"
        assert edges_of(as_gexf(found))["CONSULT"]["spells"] == [
            ("2025-03-04", "2025-03-04"), ("2025-05-09", "2025-05-09"),
        ]  # fmt: skip


def test_graphml_tells_the_same_with_start_and_end(outgoing: Outgoing) -> None:
    theirs, ours = edges_of(as_gexf(outgoing)), edges_of(as_graphml(outgoing))
    assert {name: edge["ends"] for name, edge in ours.items()} == {name: edge["ends"] for name, edge in theirs.items()}
    assert [(ours[name].get("start"), ours[name].get("end")) for name in ("CONSULT", "AID", "spouse")] == [
        ("2025-03-04", "2025-03-04"), ("2025-05-01", "2025-05-31"), (None, None),
    ]  # fmt: skip
    assert (ours["minister of transport"]["start"], ours["minister of transport"].get("end")) == ("2025-01-02", None)


@pytest.mark.parametrize("read", [as_gexf, as_graphml])
def test_markup_and_control_characters_of_documents_stay_text(
    tmp_path: Path, read: Callable[[Outgoing], "networkx.MultiDiGraph"]
) -> None:
    with outgoing_of(tmp_path, reading_of("evil", HOSTILE)) as found:
        graph = read(found)
        edge = edges_of(graph)["owns"]
    assert edge["sentences"] == HOSTILE.text.replace("\x07\x00", "")
    assert (edge["times"], len(graph)) == ("1999/..", 2)
