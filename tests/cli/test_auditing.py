"""`palanca audit`, as a user meets it."""

import json
from pathlib import Path

import pytest

from palanca.analysis.audit import RULES
from tests.cli.running import run

TEXTS = {
    f"{name}.txt": f"Togo's president, Paul Agbeko, met Rajiv Menon, India's envoy, on {day} March 2025. They ate."
    for name, day in (("a", 6), ("b", 7))
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("audit")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = str(folder / "c.palanca")
    assert run("read", path, str(folder), "--quiet").exit_code == 0
    return path


def findings(case: str, *words: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("audit", case, "--json", *words).stdout)
    return found


def test_two_dates_of_one_meeting_are_found_with_both_sentences(case: str) -> None:
    (found,) = findings(case, "--kind", "contradiction")
    assert "6 March 2025 in 1 document and 7 March 2025 in 1 document" in str(found["text"])
    evidence = found["evidence"]
    assert isinstance(evidence, list)
    assert [one["document"] for one in evidence] == ["a", "b"]


def test_a_kind_that_is_switched_off_is_left_out(case: str) -> None:
    assert [one for one in findings(case, "--without", "contradiction") if one["kind"] == "contradiction"] == []


def test_findings_are_shown_with_their_sentences(case: str) -> None:
    shown = run("audit", case)
    assert "contradiction: " in shown.stdout
    assert "[a]" in shown.stdout


def test_a_sentence_that_tells_a_finding_twice_is_shown_once(tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text(
        "Togo paid $90 million for the port: $40 million for roads, $30 million for houses and $10 million for land.",
        encoding="utf-8",
    )
    case = str(tmp_path / "c.palanca")
    assert run("read", case, str(tmp_path / "port.txt"), "--quiet").exit_code == 0
    shown = run("audit", case, "--kind", "sum").stdout
    assert shown.count("[port]") == 1


def test_rules_are_told(case: str) -> None:
    said = " ".join(run("audit", case, "--rules").stdout.split())
    assert all(" ".join(rule.says.split()) in said for rule in RULES)


def test_an_unknown_kind_is_told_with_those_that_are(case: str) -> None:
    done = run("audit", case, "--kind", "gossip")
    assert done.exit_code == 2
    assert "contradiction" in done.stderr
