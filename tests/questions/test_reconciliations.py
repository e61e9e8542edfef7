"""Registers and press held against each other."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import palanca
from palanca.analysis.reconciliation import Reconciled, RegisterVerdict
from palanca.cli.app import app
from palanca.pipeline import ReadOptions
from palanca.records import Filter

MAPPING = """\
name: visits
title: Visits to Ghana
language: en
covers:
  - {kind: event, category: CONSULT, mode: visit, countries: [GHA], time: 2019/2024}
  - {kind: office, roles: [minister of trade], countries: [GHA], time: 2019/2024}
things:
  visitor: {schema: Person, name: visitor}
  minister: {schema: Person, name: minister}
  land: {schema: Place, name: {constant: Ghana}, country: itself}
statements:
  - {kind: event, category: CONSULT, mode: {constant: visit}, actor: [visitor], recipient: [land], time: day}
  - {kind: office, role: {constant: minister of trade}, status: current, person: [minister], body: [land], time: day}
"""


def found(folder: Path, rows: str, *texts: str, mapping: str = MAPPING) -> list[Reconciled]:
    with palanca.open_case(case_of(folder, rows, *texts, mapping=mapping)) as opened:
        return palanca.reconciliation(opened)


def case_of(folder: Path, rows: str, *texts: str, mapping: str = MAPPING) -> Path:
    (folder / "visits.yaml").write_text(mapping, encoding="utf-8")
    (folder / "visits.csv").write_text(f"visitor,minister,day\n{rows}\n", encoding="utf-8")
    case = folder / "c.palanca"
    palanca.read(case, [folder / "visits.csv"], ReadOptions(mapping=folder / "visits.yaml"))
    for number, text in enumerate(texts):
        (folder / f"press{number}.txt").write_text(text, encoding="utf-8")
        palanca.read(case, [folder / f"press{number}.txt"])
    return case


def verdicts(several: list[Reconciled]) -> list[tuple[str, str]]:
    return [(str(one.verdict), one.difference) for one in several]


def test_what_both_tell_is_corroborated(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "Lucia Montero,,2023-05-03", "Lucia Montero visited Ghana on 3 May 2023.")
    assert one.verdict is RegisterVerdict.CORROBORATED
    assert one.row is one.press


def test_another_day_is_a_conflict_by_so_many_days(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "Lucia Montero,,2023-05-03", "Lucia Montero visited Ghana on 8 May 2023.")
    assert verdicts([one]) == [("conflict", "other day: off by 5 days (2023-05-03 or 2023-05-08)")]
    assert one.row is not one.press


def test_who_met_whom_is_the_same_told_from_either_side(tmp_path: Path) -> None:
    mapping = MAPPING.replace("mode: visit, ", "").replace(
        "mode: {constant: visit}, actor: [visitor], recipient: [land]",
        "mode: {constant: meet}, actor: [visitor], recipient: [minister]",
    )
    text = "Ghana's minister of trade, Kofi Addo, met the Kenyan ambassador, Lucia Montero, in Accra on 5 May 2023."
    several = found(tmp_path, "Lucia Montero,Kofi Addo,2023-05-03", text, mapping=mapping)
    assert ("conflict", "other day: off by 2 days (2023-05-03 or 2023-05-05)") in verdicts(several)


def test_a_visit_weeks_later_is_another_visit(tmp_path: Path) -> None:
    assert verdicts(found(tmp_path, "Lucia Montero,,2023-05-03", "Lucia Montero visited Ghana on 30 May 2023.")) == [
        ("press only", ""), ("register only", ""),
    ]  # fmt: skip


def test_a_coarser_date_is_no_conflict(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "Lucia Montero,,2023-05-03", "Lucia Montero visited Ghana in May 2023.")
    assert one.verdict is RegisterVerdict.CORROBORATED


@pytest.mark.parametrize(
    "text",
    [
        "Bruno Keller visited Kenya on 3 May 2023.",  # another country
        "Bruno Keller visited Ghana on 3 May 2012.",  # before the register begins
        "Bruno Keller will visit Ghana on 3 May 2024.",  # planned
        "Bruno Keller did not visit Ghana on 3 May 2023.",  # denied
        "Bruno Keller criticised Ghana on 3 May 2023.",  # of another kind
    ],
)
def test_what_the_register_does_not_cover_is_not_missing_from_it(tmp_path: Path, text: str) -> None:
    assert verdicts(found(tmp_path, "Lucia Montero,,2023-05-03", text)) == [("register only", "")]


def test_what_only_the_press_tells_is_press_only(tmp_path: Path) -> None:
    one, other = found(tmp_path, "Lucia Montero,,2023-05-03", "Bruno Keller visited Ghana on 9 June 2023.")
    assert (one.verdict, other.verdict) == (RegisterVerdict.PRESS_ONLY, RegisterVerdict.REGISTER_ONLY)
    assert one.row is None
    assert one.press is not None


def test_a_register_that_says_not_what_it_covers_calls_nothing_missing(tmp_path: Path) -> None:
    bare = MAPPING[: MAPPING.index("covers:")] + MAPPING[MAPPING.index("things:") :]
    texts = ("Lucia Montero visited Ghana on 3 May 2023.", "Bruno Keller visited Ghana on 9 June 2023.")
    assert verdicts(found(tmp_path, "Lucia Montero,,2023-05-03", *texts, mapping=bare)) == [("corroborated", "")]


def test_what_both_tell_is_corroborated_outside_of_what_is_covered_too(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "Lucia Montero,,2012-05-03", "Lucia Montero visited Ghana on 3 May 2012.")
    assert one.verdict is RegisterVerdict.CORROBORATED


def test_another_day_is_a_conflict_outside_of_what_is_covered_too(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "Lucia Montero,,2012-05-03", "Lucia Montero visited Ghana on 5 May 2012.")
    assert verdicts([one]) == [("conflict", "other day: off by 2 days (2012-05-03 or 2012-05-05)")]


def test_articles_are_not_expected_to_tell_of_years_before(tmp_path: Path) -> None:
    dated = "---\ndate: 2023-05-04\n---\nBruno Keller criticised Kenya."
    several = found(tmp_path, "Lucia Montero,,2023-05-03\nOto Berg,,2019-03-01", dated)
    assert [str(one.verdict) for one in several] == ["register only", "before or after the articles"]


def test_of_whom_the_articles_tell_most_comes_first(tmp_path: Path) -> None:
    rows = "Lucia Montero,,2023-05-03\nOto Berg,,2023-05-20"
    several = found(tmp_path, rows, "Oto Berg criticised Kenya on 2 June 2023.")
    told = [one.row.parties[0].text for one in several if one.row]
    assert told == ["Oto Berg", "Lucia Montero"]


def test_an_ambassador_to_nowhere_is_not_missing_from_a_register(tmp_path: Path) -> None:
    mapping = MAPPING.replace("[minister of trade]", "[ambassador]")
    texts = (
        "On 3 May 2023 Ghanaian Ambassador Kofi Teye spoke in Lima.",
        "On 4 May 2023 Ama Owusu, Ghana's ambassador to Peru, spoke.",
    )
    several = found(tmp_path, "Lucia Montero,,2023-05-03", *texts, mapping=mapping)
    assert [
        one.press.parties[0].text for one in several if one.verdict is RegisterVerdict.PRESS_ONLY and one.press
    ] == ["Ama Owusu"]


def test_a_filter_keeps_a_pair_of_which_one_side_passes(tmp_path: Path) -> None:
    case = case_of(
        tmp_path, "Lucia Montero,,2023-05-03\nOto Berg,,2023-09-01", "Lucia Montero visited Ghana on 8 May 2023."
    )
    with palanca.open_case(case) as opened:
        several = palanca.reconciliation(opened, Filter(since=date(2023, 5, 6), until=date(2023, 6, 1)))
    assert verdicts(several) == [("conflict", "other day: off by 5 days (2023-05-03 or 2023-05-08)")]


def test_an_unknown_register_is_named_with_those_there_are(tmp_path: Path) -> None:
    case = case_of(tmp_path, "Lucia Montero,,2023-05-03")
    result = CliRunner().invoke(app, ["reconcile", str(case), "--register", "voyages"])
    assert result.exit_code == 2
    assert "choose one of visits" in " ".join(result.stderr.replace("│", " ").split())


def test_commands_count_and_show_both_sides(tmp_path: Path) -> None:
    case = case_of(tmp_path, "Lucia Montero,,2023-05-03", "Lucia Montero visited Ghana on 8 May 2023.")
    shown = " ".join(CliRunner().invoke(app, ["reconcile", str(case)]).stdout.split())
    assert "1 visits: conflict" in shown
    assert "register: 2023-05-03 · other · CONSULT · Lucia Montero · Ghana" in shown
    assert "visitor: Lucia Montero | day: 2023-05-03" in shown
    assert "press: 2023-05-08 · diplomatic · CONSULT · Lucia Montero · Ghana" in shown
    assert "Lucia Montero visited Ghana on 8 May 2023." in shown
    (one,) = json.loads(CliRunner().invoke(app, ["reconcile", str(case), "--json"]).stdout)
    assert one["row"]["time"] == "2023-05-03"
    assert CliRunner().invoke(app, ["reconcile", str(case), "--verdict", "maybe"]).exit_code == 2
