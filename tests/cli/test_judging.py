"""Deciding on the command line: judge, judgements, review, remove, rebuild."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run

TEXTS = {
    "accra.txt": (
        "Ghana's transport minister, Ama Dzokoto, met the Indian ambassador, Rajiv Menon, in Accra on 4 March 2025."
    ),
    "tema.txt": (
        "The transport minister of Ghana, Ama Dzokoto, met Rajiv Menon in Accra on 4 March 2025. "
        "They spoke of the port."
    ),
    "lome.txt": "Togo's president, Paul Agbeko, met Ama Dzokotto, a banker, in Lomé on 6 March 2025.",
}


@pytest.fixture
def case(tmp_path: Path) -> str:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = str(tmp_path / "port.palanca")
    result = run("read", path, str(tmp_path), "--quiet")
    assert result.exit_code == 0, result.output
    return path


def meetings(case: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("events", case, "--category", "consult", "--json").stdout)
    return found


def judged(case: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run("judgements", case, "--json").stdout)
    return found


def test_a_meeting_told_twice_is_one_line_that_counts_its_sources(case: str) -> None:
    (first, _) = meetings(case)
    assert (first["statements"], first["documents"], first["sources"]) == (2, 2, 2)
    assert "told by 2 statements in 2 documents, 2 independent sources" in run("events", case).stdout


def test_the_same_is_judged_listed_and_taken_back(case: str) -> None:
    done = run("judge", "same", case, "Ama Dzokotto", "Ama Dzokoto", "--who", "ana", "--note", "a slip")
    assert done.exit_code == 0, done.output
    assert run("show", case, "Ama Dzokotto").stdout.startswith("Ama Dzokoto (Person), named in 3 documents")
    (one,) = judged(case)
    assert (one["who"], one["verdict"], one["standing"], one["note"]) == ("ana", "same", "holds", "a slip")
    assert run("judge", "undo", case, one["id"], "--who", "ana").exit_code == 0
    assert run("show", case, "Ama Dzokotto").stdout.startswith("Ama Dzokotto (Person), named in 1 document")
    assert [one["standing"] for one in judged(case)] == ["undone", "holds"]


def test_country_and_branch_that_are_judged_are_shown_with_who_decided(case: str) -> None:
    assert "acts for: Ghana · executive" in run("show", case, "Ama Dzokoto").stdout
    assert run("judge", "country", case, "Ama Dzokoto", "Togo", "--who", "ana").exit_code == 0
    done = run("judge", "branch", case, "Ama Dzokoto", "legislature", "--who", "ana")
    assert done.exit_code == 0, done.output
    shown = " ".join(run("show", case, "Ama Dzokoto").stdout.split())
    assert "acts for: Togo · legislature (country decided by ana on" in shown
    assert run("judge", "branch", case, "Ama Dzokoto", "navy").exit_code == 2


def test_what_is_wrong_with_a_judgement_is_one_line(case: str) -> None:
    done = run("judge", "correct", case, str(meetings(case)[0]["id"]), "time", "Tuesday")
    assert done.exit_code == 1
    assert "Tuesday" in str(done.exception)


def test_a_corrected_day_is_shown(case: str) -> None:
    run("judge", "correct", case, str(meetings(case)[0]["id"]), "time", "2025-03-05")
    assert meetings(case)[0]["time"] == "2025-03-05"


def test_a_rejected_claim_is_not_shown(case: str) -> None:
    run("judge", "reject", case, str(meetings(case)[0]["id"]))
    assert [one["document"] for one in meetings(case)] == ["lome"]


def test_judgements_go_out_to_a_file_and_come_back_in(case: str, tmp_path: Path) -> None:
    run("judge", "rename", case, "Paul Agbeko", "Paul K. Agbeko", "--who", "ana")
    expected = judged(case)
    out = tmp_path / "judgements.jsonl"
    assert run("judgements", case, "--export", str(out)).exit_code == 0
    other = str(tmp_path / "other.palanca")
    run("read", other, *(str(tmp_path / name) for name in TEXTS), "--quiet")
    assert "1 new" in run("judgements", other, "--import", str(out)).stderr
    assert judged(other) == expected
    assert run("show", other, "Paul Agbeko").stdout.startswith("Paul K. Agbeko (Person)")


def test_review_asks_and_one_key_decides(case: str) -> None:
    asked = run("review", case, "--who", "ana", pressed="m\n")
    assert "Are these one?" in asked.stdout
    assert "m merge · s keep separate · l later · q stop" in asked.stdout
    assert "Ama Dzokotto" in asked.stdout
    assert [one["verdict"] for one in judged(case)] == ["same"]


def test_review_goes_back_one(case: str) -> None:
    asked = run("review", case, pressed="s\nz\nq\n")
    assert asked.exit_code == 0
    assert [one["verdict"] for one in judged(case)] == ["different"]


def test_review_leaves_for_later_what_is_asked_for(case: str) -> None:
    asked = run("review", case, pressed="l\nm\nq\n")
    assert asked.stdout.count("Are these one?") == 1
    assert judged(case) == []


def test_a_removed_document_takes_its_evidence_along(case: str) -> None:
    assert run("remove", case, "tema").exit_code == 0
    assert [one["documents"] for one in meetings(case)] == [1, 1]


def test_rebuilding_gives_the_same_bytes(case: str) -> None:
    run("judge", "same", case, "Ama Dzokotto", "Ama Dzokoto", "--who", "ana")
    before = run("events", case, "--json").stdout, run("people", case, "--json").stdout
    assert run("rebuild", case).exit_code == 0
    assert (run("events", case, "--json").stdout, run("people", case, "--json").stdout) == before


def test_what_is_stated_by_hand_is_listed_as_a_person_s_and_taken_back(case: str) -> None:
    words = ("judge", "state", case, "tema", "They spoke of the port.", "--event", "consult")
    done = run(*words, "--part", "actor=Ama Dzokoto", "--part", "recipient:Company=the port", "--who", "ana")
    assert done.exit_code == 0, done.output
    assert "tema, stated by ana]" in run("events", case).stdout
    (one,) = judged(case)
    assert (one["verdict"], one["standing"]) == ("state", "holds")
    assert one["on"] == "They spoke of the port. [tema] → event: CONSULT (actor=ama dzokoto, recipient=the port)"
    assert run("judge", "undo", case, one["id"], "--who", "ana").exit_code == 0
    assert "stated by" not in run("events", case).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--part", "actor=Ama Dzokoto"], "say what it is by one of --event, --office, --tie, --instrument"),
        (["--part", "Ama Dzokoto", "--event", "aid"], "is no part: write actor='Ama Owusu'"),
        (["--part", "actor=Ama Dzokoto", "--event", "aid", "--time", "soon"], "--time: 'soon'"),
        (["--part", "actor=Omar", "--event", "aid"], "does not hold the words 'Omar'"),
        (["--part", "person=Ama Dzokoto", "--event", "aid"], "event needs actor"),
    ],
)
def test_what_cannot_be_stated_is_told(case: str, words: list[str], said: str) -> None:
    answer = run("judge", "state", case, "tema", "They spoke of the port.", *words)
    assert answer.exit_code != 0
    assert said in " ".join(answer.output.replace("│", " ").split()) + str(answer.exception)


def test_an_instrument_a_number_and_words_are_stated(case: str) -> None:
    told = [
        ("--instrument", "law", "--title", "Ports Act", "--number", "12"),
        ("--quantity", "3..5 ships", "--of", "the fleet"),
        ("--quotation", "said", "--direct", "--part", "speaker=Ama Dzokotto"),
    ]
    answers = [run("judge", "state", case, "lome", "Ama Dzokotto, a banker", *words) for words in told]
    assert [one.exit_code for one in answers] == [0, 0, 0], "".join(one.output for one in answers)
    assert [one["on"].split(" → ")[1].partition(":")[0] for one in judged(case)] == [
        "instrument", "quantity", "quotation",
    ]  # fmt: skip


def test_an_office_and_a_tie_are_stated(case: str) -> None:
    office = run("judge", "state", case, "lome", "Ama Dzokotto, a banker", "--office", "Banker", "--part",
                 "person=Ama Dzokotto", "--status", "former", "--end", "2024")  # fmt: skip
    tie = run("judge", "state", case, "lome", "34-60", "--tie", "owns", "--part", "source=Paul Agbeko", "--part",
              "target:Company=a banker")  # fmt: skip
    assert (office.exit_code, tie.exit_code) == (0, 0), office.output + tie.output
    assert [one["on"].split(" → ")[1] for one in judged(case)] == [
        "office: banker; former; to 2024 (person=ama dzokotto)",
        "tie: owns (source=paul agbeko, target=a banker)",
    ]
