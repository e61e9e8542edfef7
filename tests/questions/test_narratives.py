"""Where stories came from, in a case of invented dispatches, and on the terminal."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import palanca
from palanca.analysis.narratives import Narratives
from palanca.analysis.scope import Scope, Unseen
from palanca.cli.app import app
from palanca.questions import words_at

PROMISE = '"We will not sell a single share of the copper railway to any foreign company before the vote."'
WIRE = (
    "Zambia's minister of mines, Chanda Mulenga, met the Chinese ambassador, Liu Wen, in Lusaka on 4 March 2025. "
    f"Mulenga said: {PROMISE} The ministry added that a study of the line would be finished by June. The talks lasted "
    "for two hours and were followed by a dinner to which three members of parliament were invited as well."
)
ARTICLES = (
    ("wire", "2025-03-05", "Zambezi Wire", WIRE),
    ("copy", "2025-03-08", "Copperbelt Mail", f"LUSAKA. {WIRE}"),
    ("quote", "2025-03-12", "Lake Herald",
     f"Miners wrote. The minister of mines, Chanda Mulenga, had told reporters: {PROMISE}"),
    ("own", "2025-03-06", "Northern Star", "The Chinese ambassador to Zambia, Liu Wen, met mines minister Chanda "
     "Mulenga in Lusaka on 4 March 2025, people who saw his car said. The two men parted early."),
    ("india", "2025-03-07", "Lake Herald", "Zambia's minister of mines, Chanda Mulenga, met the ambassador of India, "
     "Rajan Pillai, in Kitwe on 6 March 2025. They spoke about solar pumps."),
    ("health", "2025-03-07", "Copperbelt Mail", "Zambia's minister of health, Joyce Tembo, met the ambassador of "
     "China, Liu Wen, in Lusaka on 5 March 2025. They spoke about vaccines."),
    ("undated", None, "Lake Herald", "Rain fell on the valley. Fishermen kept their boats ashore."),
)  # fmt: skip


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("narratives")
    lines = (
        json.dumps({"name": name, "published": published, "outlet": outlet, "text": text})
        for name, published, outlet, text in ARTICLES
    )
    (folder / "n.jsonl").write_text("\n".join(lines), encoding="utf-8")
    palanca.read(folder / "n.palanca", [folder / "n.jsonl"])
    return folder / "n.palanca"


def asked(case: Path, about: str | None = None) -> tuple[Narratives, list[list[str]]]:
    """The answer, and the outlets of each narrative."""
    with palanca.open_case(case) as opened:
        found = palanca.narratives(opened, about=about)
        outlets = [[str(opened.document(one).outlet) for one in each.documents] for each in found.narratives]
    return found, outlets


def test_copy_quotation_and_own_report_are_one_story_and_other_meetings_of_the_week_are_not(case: Path) -> None:
    found, outlets = asked(case)
    assert outlets == [["Zambezi Wire", "Northern Star", "Copperbelt Mail", "Lake Herald"]]
    (one,) = found.narratives
    assert (one.voices, one.first.documents) == ((0, 1, 0, 2), (one.documents[0],))
    assert [(str(r.reason.kind), r.least_days) for r in one.repeats] == [("copy", 3), ("quotation", 7)]


def test_answer_says_what_it_counted_and_what_it_did_not_see(case: Path) -> None:
    found, _ = asked(case)
    undated = "articles without a date of publication: in narratives as copies only, in no burst"
    assert found.scope == Scope(claims=1, documents=4, sources=3, searched=7, unseen=(Unseen(number=1, what=undated),))


def test_only_articles_that_name_a_thing(case: Path) -> None:
    assert asked(case, "Rajan Pillai")[1] == []
    assert [len(one) for one in asked(case, "Chanda Mulenga")[1]] == [4]


def test_reason_opens_at_its_words(case: Path) -> None:
    with palanca.open_case(case) as opened:
        (one,) = palanca.narratives(opened).narratives
        reason = next(r for link in one.links for r in link.reasons if r.kind == "quotation")
        found = words_at(opened, reason.here)
    assert found.sentence[slice(*found.words)].startswith("We will not sell")


def run(case: Path, *options: str) -> str:
    done = CliRunner().invoke(app, ["narratives", str(case), *options])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def swelling(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty days of rain, and eight articles on Chanda Mulenga on two of them, the day after she met an ambassador."""
    folder = tmp_path_factory.mktemp("swelling")
    rain = [(f"2025-03-{day:02}", f"Rain fell on the valley on day {day}.") for day in range(1, 31) for _ in "12"]
    met = "The Chinese ambassador to Zambia, Liu Wen, met Zambia's minister of mines, Chanda Mulenga, on 14 March 2025."
    said = [
        (f"2025-03-{15 + i % 2}", f"Miners wrote letter {i} to the minister of mines, Chanda Mulenga.")
        for i in range(8)
    ]
    articles = [*rain, ("2025-03-15", met), *said]
    lines = (json.dumps({"published": day, "text": f"{text} Note {i}."}) for i, (day, text) in enumerate(articles))
    (folder / "s.jsonl").write_text("\n".join(lines), encoding="utf-8")
    palanca.read(folder / "s.palanca", [folder / "s.jsonl"])
    return folder / "s.palanca"


def test_burst_is_held_against_the_meeting_before_it(swelling: Path) -> None:
    with palanca.open_case(swelling) as opened:
        options = palanca.NarrativeOptions(least_sources=1)
        found = palanca.narratives(opened, about="Chanda Mulenga", options=options)
    (near,) = found.coincidences
    assert (str(near.burst.first), str(near.burst.last), len(near.burst.documents)) == ("2025-03-15", "2025-03-16", 9)
    assert (near.days_apart, near.told_within, near.permutations, near.p) == (-1, 1, 30, 0.1)


def test_terminal_warns_that_coinciding_is_not_causing(swelling: Path) -> None:
    shown = " ".join(run(swelling, "--about", "Chanda Mulenga", "--least-sources", "1").split())
    assert "1 day before its start, p = 0.100" in shown
    assert "Coinciding is not causing" in shown


def test_terminal_shows_first_repeats_and_both_sentences(case: Path) -> None:
    shown = " ".join(run(case).split())
    for words in (
        "4 articles, 3 independent voices",
        "first seen:",
        "3 days later",
        "people who saw his car",
        "seen: 1",
    ):
        assert words in shown


def test_json_and_csv_tell_the_same_documents(case: Path) -> None:
    (answer,) = json.loads(run(case, "--json"))
    rows = list(csv.DictReader(io.StringIO(run(case, "--csv"))))
    assert [row["outlet"] for row in rows] == [one["outlet"] for one in answer["narratives"][0]["documents"]]


def test_time_without_articles_finds_none_and_says_in_how_many(case: Path) -> None:
    assert "no narrative found in 0 articles" in run(case, "--since", "2030")
