"""How a country stands with others, from a table of votes and a dispatch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import palanca
from palanca.cli.app import app
from palanca.pipeline import ReadOptions

VOTES = """\
date,resolution,title,body,country,vote
2021-11-02,R/1,Canals,Assembly,Ghana,Yes
2021-11-02,R/1,Canals,Assembly,Togo,Yes
2021-11-02,R/1,Canals,Assembly,Japan,No
2021-11-03,R/2,Ships,Assembly,Ghana,Abstain
2021-11-03,R/2,Ships,Assembly,Togo,Absent
2021-11-03,R/2,Ships,Assembly,Japan,Abstain
2023-05-04,R/1,Seas,Assembly,Ghana,No
2023-05-04,R/1,Seas,Assembly,Togo,Yes
2023-05-04,R/1,Seas,Assembly,Japan,No
"""
PRESS = "Japan condemned Ghana on 3 May 2022. Togo recognised Ghana in 1958. Japan will sanction Ghana in 2030."


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("votes")
    (folder / "votes.csv").write_text(VOTES, encoding="utf-8")
    (folder / "press.txt").write_text(PRESS, encoding="utf-8")
    palanca.read(folder / "c.palanca", [folder / "votes.csv"], ReadOptions(mapping="votes"))
    palanca.read(folder / "c.palanca", [folder / "press.txt"])
    return folder / "c.palanca"


@pytest.fixture
def opened(case: Path) -> Iterator["palanca.Case"]:
    with palanca.open_case(case) as one:
        yield one


def test_votes_are_compared_resolution_by_resolution(opened: "palanca.Case") -> None:
    japan, togo = palanca.standing(opened, "GHA").agreements
    assert (japan.power, japan.rate.number, japan.rate.of) == ("JPN", 2, 3)
    assert (togo.power, togo.rate.number, togo.rate.of, togo.host_only) == ("TGO", 1, 2, 1)
    # yes, abstain, no of Ghana beside no, abstain, no of Japan: 2 of 3 agree, chance gives (0 + 1 + 2) / 9
    assert japan.kappa == pytest.approx((2 / 3 - 3 / 9) / (1 - 3 / 9))


def test_one_number_on_two_days_is_two_resolutions(opened: "palanca.Case") -> None:
    found = palanca.standing(opened, "GHA", ["TGO"], by_year=True).agreements
    assert [(one.year, one.rate.number, one.rate.of) for one in found] == [(2021, 1, 1), (2023, 0, 1)]


def test_acts_are_counted_by_who_acts_and_plans_are_not(opened: "palanca.Case") -> None:
    found = palanca.standing(opened, "GHA")
    assert [(one.power, one.by_host, list(one.stances), one.cooperation.share) for one in found.stances] == [
        ("JPN", False, ["condemned"], 0.0), ("TGO", False, ["recognised"], 1.0),
    ]  # fmt: skip
    assert [(one.what, one.number) for one in found.scope.unseen] == [("planned events", 1)]


def test_the_same_claims_stand_under_the_answer(opened: "palanca.Case") -> None:
    found = palanca.standing(opened, "GHA", ["JPN"])
    told = [opened.claim(claim).of(palanca.records.RoleName.ACTOR)[0].text for claim in found.agreements[0].claims[:2]]
    assert told == ["Ghana", "Japan"]


def test_command_says_that_kappa_is_undefined(case: Path) -> None:
    shown = CliRunner().invoke(app, ["standing", str(case), "--host", "Ghana", "--with", "Togo", "--by", "year"]).stdout
    assert "TGO 2021  1 of 1  100.0 %" in shown
    assert "kappa undefined" in " ".join(shown.split())
    assert "Togo recognised Ghana in 1958." in shown
