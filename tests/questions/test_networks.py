"""The case as a network, on short dispatches of several countries."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import palanca
from palanca.analysis.scope import Unseen
from palanca.cli.app import app
from palanca.questions.networks import Asked
from palanca.records import Kind

TEXTS = {
    "accra": "Ghana's minister of transport, Ama Owusu, met India's ambassador, Rajiv Menon, in Accra on 4 March 2025.",
    "delhi": "The Indian ambassador, Rajiv Menon, met Chile's minister of mining, Ines Rojas, in Delhi on 9 May 2025.",
    "lome": "Ghana's minister of transport, Ama Owusu, met Togo's minister of trade, Paul Agbeko, on 2 June 2025.",
    "santiago": "Togo's minister of trade, Paul Agbeko, did not meet Chile's minister of mining, Ines Rojas, in 2025.",
    "minsk": "Poland's minister of trade, Jan Nowak, will meet Chile's minister of mining, Ines Rojas, on 9 July 2025.",
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("dispatches")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    palanca.read(folder / "c.palanca", [folder])
    return folder / "c.palanca"


@pytest.fixture
def case(file: Path) -> Iterator["palanca.Case"]:
    with palanca.open_case(file) as opened:
        yield opened


def names(case: "palanca.Case", things: tuple[str, ...]) -> list[str]:
    return [case.thing(thing).caption for thing in things]  # type: ignore[arg-type]


def test_a_way_leads_over_who_met_both_and_no_denied_or_planned_meeting(case: "palanca.Case") -> None:
    answer = palanca.paths(case, "Ama Owusu", "Ines Rojas")
    assert [names(case, path.things) for side in answer.sides for path in side.found] == [
        ["Ama Owusu", "Rajiv Menon", "Ines Rojas"]
    ]
    assert {"denied events", "planned events"} <= {one.what for one in answer.scope.unseen}
    assert palanca.paths(case, "Jan Nowak", "Ines Rojas").sides[0].found == ()


def test_a_day_tells_which_ways_there_were_and_which_there_are(case: "palanca.Case") -> None:
    answer = palanca.paths(case, "Ama Owusu", "Rajiv Menon", Asked(before=date(2025, 5, 1)))
    assert [(side.name, len(side.found)) for side in answer.sides] == [
        ("before 2025-05-01", 1), ("from 2025-05-01 on", 0),
    ]  # fmt: skip
    assert [(names(case, one.key), one.before, one.after) for one in answer.changes] == [
        (["Ama Owusu", "Rajiv Menon"], 1, None)
    ]


def test_a_shared_neighbour_is_who_met_both(case: "palanca.Case") -> None:
    (side,) = palanca.shared(case, "Ines Rojas", "Ama Owusu").sides
    assert [names(case, one.things) for one in side.found] == [["Rajiv Menon"]]


def test_a_broker_of_people_alone_is_who_met_both(case: "palanca.Case") -> None:
    (side,) = palanca.brokers(case, Asked(without_places=True)).sides
    assert set(names(case, tuple(one.thing for one in side.found))) == {"Rajiv Menon", "Ama Owusu"}


def test_a_rejected_meeting_is_no_edge(tmp_path: Path) -> None:
    (tmp_path / "accra.txt").write_text(TEXTS["accra"], encoding="utf-8")
    palanca.read(tmp_path / "c.palanca", [tmp_path])
    with palanca.open_case(tmp_path / "c.palanca") as case:
        assert palanca.paths(case, "Ama Owusu", "Rajiv Menon").sides[0].found
        for row in list(palanca.events(case)):
            palanca.reject(case, row.claim.id, palanca.Judge(who="Ana"))
        assert not palanca.paths(case, "Ama Owusu", "Rajiv Menon").sides[0].found


def test_namesakes_are_two_nodes_and_are_told(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXTS["accra"], encoding="utf-8")
    other = "The Peruvian singer Ama Owusu, born in 1991, met the mayor of Tacna, Luis Quispe, on 3 April 2025."
    (tmp_path / "other.txt").write_text(other, encoding="utf-8")
    palanca.read(tmp_path / "c.palanca", [tmp_path])
    with palanca.open_case(tmp_path / "c.palanca") as case:
        assert [thing.caption for thing in case.things()].count("Ama Owusu") == 2
        assert palanca.paths(case, "Rajiv Menon", "Luis Quispe").sides[0].found == ()
        unseen = palanca.paths(case, "Ama Owusu", "Luis Quispe").scope.unseen
        assert Unseen(number=1, what="others called Ama Owusu") in unseen


@pytest.mark.parametrize(
    "question", [["paths", "Ama Owusu", "Ines Rojas"], ["shared", "Ama Owusu", "Ines Rojas"], ["brokers"], ["cores"],
                 ["communities"]]
)  # fmt: skip
def test_each_command_opens_at_its_sentences(file: Path, question: list[str]) -> None:
    name, *ends = question
    words = ["network", name, str(file), *ends]
    answer = json.loads(CliRunner().invoke(app, [*words, "--json"]).stdout)
    told = [
        one for side in answer["sides"] for found in side["found"] for joint in found["joined"]
        for one in joint["sentences"]
    ]  # fmt: skip
    assert told
    assert {one["sentence"] for one in told} <= set(TEXTS.values())
    assert all(TEXTS[one["document"]][slice(*one["span"])] in one["sentence"] for one in told)
    assert {one["kind"] for one in told} <= {str(kind) for kind in Kind}
    shown = CliRunner().invoke(app, words).stdout
    assert told
    assert " ".join(told[0]["sentence"].split()[:3]) in " ".join(shown.split())
    csv = CliRunner().invoke(app, [*words, "--csv"]).stdout
    assert csv.count("\n") == len(told) + 1
    assert CliRunner().invoke(app, [*words, "--json"]).stdout == CliRunner().invoke(app, [*words, "--json"]).stdout


def test_none_is_said_with_how_many_documents_were_searched(file: Path) -> None:
    shown = CliRunner().invoke(app, ["network", "paths", str(file), "Jan Nowak", "Ama Owusu"]).stdout
    assert "none found in 5 documents" in shown
