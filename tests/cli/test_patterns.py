"""`palanca patterns`, on a small case that is told as records."""

import csv
import io
import json
from pathlib import Path

import pytest

from palanca.records import Category
from tests.cli.running import run
from tests.questions.patterns.making import case_of, event


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("patterns")
    told = (
        event("Lars Moe", Category.CONSULT, "Ana Paredes", "2024-03-01", mode="meet"),
        event("Ana Paredes", Category.SANCTION, "Baobab Ltd", "2024-03-20"),
    )
    with case_of(folder, *told):
        return str(folder / "told.palanca")


def test_finding_is_shown_as_a_proposal_with_its_legs_and_the_innocent_reading(case: str) -> None:
    shown = " ".join(run("patterns", case, "contact before event").stdout.split())
    assert "contact before event: proposal, certain by the dates" in shown
    assert (
        "contact, 2024-03-01 (the weakest leg) Lars Moe, Ana Paredes: EventDetail told on line 0. [dispatch]" in shown
    )
    assert "certain by the dates: event after contact within 30 days" in shown
    assert "Innocent reading: Officials meet many people" in shown


def test_pattern_that_nothing_fits_is_none_found_in_so_many_documents(case: str) -> None:
    assert "family tie: none found in 1 document" in run("patterns", case).stdout


def test_json_holds_each_leg_with_its_sentence(case: str) -> None:
    (answer,) = json.loads(run("patterns", case, "contact before event", "--json").stdout)
    (finding,) = answer["findings"]
    assert (finding["state"], finding["certainty"], finding["number"]) == ("proposal", "certain", 1)
    (instance,) = finding["instances"]
    assert (instance["certainty"], instance["weakest"]) == ("certain", "contact")
    assert [leg["time"] for leg in instance["legs"]] == ["2024-03-01", "2024-03-20"]
    assert instance["legs"][1]["sentence"] == "Ana Paredes, Baobab Ltd: EventDetail told on line 1."


def test_csv_has_one_line_a_leg(case: str) -> None:
    lines = list(csv.DictReader(io.StringIO(run("patterns", case, "contact before event", "--csv").stdout)))
    assert [(line["instance"], line["leg"], line["weakest"], line["state"]) for line in lines] == [
        ("1", "contact", "yes", "proposal"), ("1", "event", "", "proposal"),
    ]  # fmt: skip


def test_list_names_the_patterns_and_what_they_look_for(case: str) -> None:
    assert "revolving door: An official" in run("patterns", case, "--list").stdout


def test_faulty_file_of_a_folder_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("name: a\nasks: b\nlegs: {}\nreads: c\ninnocent: d\n", encoding="utf-8")
    result = run("patterns", case, "--folder", str(tmp_path))
    assert "own.yaml, line 3: legs" in str(result.exception)
