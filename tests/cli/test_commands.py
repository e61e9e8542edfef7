"""The command line on a small case, as a user meets it."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import palanca
from palanca.cli.reference import reference
from tests.cli.running import run

DISPATCH = (
    "The minister of transport of Ghana, Ama Owusu, met the Indian ambassador, Rajiv Menon, in Accra on 4 March 2025.\n"
    "Menon said that India would lend Ghana $200 million. Ama Owusu is married to Kofi Mensah.\n"
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("case")
    (folder / "port.txt").write_text(DISPATCH, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    result = run("read", str(folder / "port.palanca"), str(folder / "port.txt"), str(folder / "empty.txt"), "--quiet")
    assert result.exit_code == 3, result.output  # the empty file was rejected, the rest was read
    return str(folder / "port.palanca")


def test_events_name_the_parties_the_day_and_the_sentence(case: str) -> None:
    (event, *_) = json.loads(run("events", case, "--category", "consult", "--json").stdout)
    assert (event["actors"], event["time"], event["document"]) == ("Ama Owusu; Rajiv Menon", "2025-03-04", "port")
    assert event["sentence"] == DISPATCH.split("\n", 1)[0]
    assert DISPATCH[slice(*event["evidence"][0]["span"])] in event["sentence"]


def test_reading_that_somebody_stops_says_what_is_kept_and_how_to_go_on(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(palanca, "read", stopped)
    result = run("read", case, case, "--quiet")
    assert result.exit_code == 130
    assert result.stderr == "stopped; what was read is kept: run the same again to read the rest\n"


def test_list_takes_a_line_of_the_filter_language_in_place_of_options(case: str) -> None:
    by_line = json.loads(run("events", case, "category:CONSULT of:India", "--json").stdout)
    assert by_line == json.loads(run("events", case, "--category", "consult", "--json").stdout)
    both = run("events", case, "of:India", "--category", "consult")
    assert (both.exit_code, "write all of it in the line" in both.output) == (2, True)


def test_filters_by_date_leave_out_what_lies_before(case: str) -> None:
    assert json.loads(run("events", case, "--since", "2025-04", "--json").stdout) == []


def test_country_may_be_a_demonym(case: str) -> None:
    assert json.loads(run("events", case, "--country", "ghanaian", "--json").stdout)


def test_csv_of_ties_has_a_header_and_a_row(case: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("ties", case, "--csv").stdout)))
    assert [(row["source"], row["kind"], row["target"]) for row in rows] == [("Ama Owusu", "spouse", "Kofi Mensah")]


def test_people_are_listed_with_their_offices(case: str) -> None:
    found = {row["name"]: row["offices"] for row in json.loads(run("people", case, "--json").stdout)}
    assert "minister of transport, Ghana" in found["Ama Owusu"][0]["office"]


def test_quantities_and_quotations_have_rows(case: str) -> None:
    (amount,) = json.loads(run("quantities", case, "--json").stdout)
    assert (amount["value"], amount["unit"]) == ("200,000,000", "USD")
    (said,) = json.loads(run("quotations", case, "--json").stdout)
    assert (said["speaker"], said["cue"]) == ("Rajiv Menon", "said")


def test_show_gathers_what_is_said_of_one_person(case: str) -> None:
    shown = run("show", case, "Owusu").stdout
    assert "Ama Owusu (Person)" in shown
    assert "Rajiv Menon" in shown


def test_what_cannot_be_done_is_one_line_and_exit_code_1() -> None:
    # through the real door, which turns errors into lines and codes
    script = "import sys; sys.argv = ['palanca', 'doctor', '--pipeline', 'en']; from palanca.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "palanca: 'en' names no pipeline: write LANGUAGE=PIPELINE, as in en=en_core_web_lg\n"


def test_search_finds_sentences_without_accents_or_case(case: str) -> None:
    hits = json.loads(run("search", case, "AMBASSADOR", "accra", "--json").stdout)
    assert [hit["document"] for hit in hits] == ["port"]


def test_rejections_say_why(case: str) -> None:
    assert "empty" in run("rejections", case).stdout


def test_facts_have_the_shape_of_the_guidelines(case: str, tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    assert run("facts", case, "-o", str(target)).exit_code == 0
    facts = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    person = next(fact for fact in facts if fact["layer"] == "entity" and fact["name"] == "Ama Owusu")
    assert (person["doc"], person["schema"]) == ("port", "Person")
    assert [DISPATCH[a:b] for a, b in person["mentions"]] == ["Ama Owusu", "Ama Owusu"]
    quoting = [fact for fact in facts if "quote" in fact]
    assert quoting
    assert all(fact["quote"] == DISPATCH[slice(*fact["span"])] for fact in quoting)


def test_explain_says_which_frame_fired(case: str) -> None:
    explained = run("explain", case, "port", "--sentence", "1").stdout
    assert "fired  events" in explained


def test_code_writes_countries_sectors_and_categories(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        '{"id": "a", "text": "Chile\'s president met the Bolivian foreign minister in Lima.", "date": "2024-05-02"}\n'
        "no json\n",
        encoding="utf-8",
    )
    result = run("code", str(source), "-o", str(target))
    assert result.exit_code == 3
    (coded,) = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    (event, *_) = coded["events"]
    assert (event["event"], {code[:3] for code in event["source"] + event["target"]}) == ("CONSULT", {"CHL", "BOL"})


def test_score_prints_a_row_of_the_card_for_every_layer() -> None:
    shown = run("score").stdout
    card = json.loads(run("score", "--json").stdout)
    assert {layer["layer"] for layer in card["layers"]} >= {"entity", "office", "event", "tie", "instrument"}
    assert all(f"{layer['layer']} " in shown and f"{layer['f1']:.2f}" in shown for layer in card["layers"])
    assert f"{card['documents']} annotated documents" in shown


@pytest.mark.parametrize("command", ["events", "people", "offices", "narratives", "patterns"])
def test_two_shapes_at_once_are_refused(case: str, command: str) -> None:
    result = run(command, case, "--json", "--csv")
    assert (result.exit_code, "give --json or --csv, not both" in result.output) == (2, True)


def test_unknown_category_lists_those_there_are(case: str) -> None:
    result = run("events", case, "--category", "MEETING")
    assert result.exit_code == 2
    assert "CONSULT" in result.output


def test_escape_sequences_of_documents_do_not_reach_the_terminal(tmp_path: Path) -> None:
    text = tmp_path / "evil.txt"
    text.write_text(
        "Chile's minister Ana Ruiz met \x1b[31mJuan Paz\x1b[0m in Quito [bold]today[/bold].", encoding="utf-8"
    )
    run("read", str(tmp_path / "e.palanca"), str(text), "--quiet")
    shown = run("search", str(tmp_path / "e.palanca"), "minister").stdout
    assert "\x1b" not in shown
    assert "[bold]" in shown


def test_reference_of_commands_is_up_to_date() -> None:
    written = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written == reference(), "run `make docs`"


def test_every_command_and_option_is_described() -> None:
    assert " |  |" not in reference()


NO_HEAVY_IMPORT = """
import sys
sys.argv = ["palanca", "--help"]
from palanca.cli.app import app
try:
    app()
except SystemExit:
    pass
assert not {"spacy", "sqlalchemy", "pydantic"} & set(sys.modules)
"""


def test_help_loads_nothing_heavy() -> None:
    assert subprocess.run([sys.executable, "-c", NO_HEAVY_IMPORT], capture_output=True, check=False).returncode == 0


def test_prose_of_rows_may_be_left_to_another_run(tmp_path: Path) -> None:
    table, made = tmp_path / "travels.csv", str(tmp_path / "travels.palanca")
    table.write_text(
        "id,role,traveller,start_date,end_date,country,locale,remarks\n"
        "7,president,Martin Harlan,1951-07-02,1951-07-04,Peru,Lima,Met with President Olmedo.\n",
        encoding="utf-8",
    )
    left = run("read", made, str(table), "--mapping", "us_travels_abroad", "--no-prose", "--quiet")
    assert "of 1 row the prose is unread: `palanca read CASE` reads it" in left.stderr
    assert "of 1 row the prose is unread" in run("documents", made).stderr
    assert len(json.loads(run("events", made, "--json").stdout)) == 1
    assert "prose read of 1 row" in run("read", made, "--quiet").stderr
    assert len(json.loads(run("events", made, "--json").stdout)) == 2
    assert "unread" not in run("documents", made).stderr
