"""The demo case has something to see under every question that a page asks of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import palanca
from palanca.analysis.reconciliation import RegisterVerdict
from palanca.demo import papers
from palanca.records import FindingKind
from palanca.store import Case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    path: Path = tmp_path_factory.mktemp("demo") / "demo.palanca"
    with papers() as folder:
        assert palanca.read(path, [folder]).rejections == []
    with palanca.open_case(path) as opened:
        yield opened


def test_registers_stand_beside_the_dispatches(case: Case) -> None:
    assert [one.name for one in case.registers()] == ["assembly_votes", "kenya_trade", "kenya_transport_visitors"]


def test_press_and_register_agree_differ_and_leave_things_to_each_other(case: Case) -> None:
    verdicts = {one.verdict for one in palanca.reconciliation(case)}
    assert verdicts >= {RegisterVerdict.CORROBORATED, RegisterVerdict.CONFLICT, RegisterVerdict.REGISTER_ONLY}


def test_the_audit_finds_a_contradiction_and_a_wrong_sum(case: Case) -> None:
    assert {one.finding.kind for one in palanca.audit(case)} >= {FindingKind.CONTRADICTION, FindingKind.SUM}


def test_one_story_was_copied(case: Case) -> None:
    (story,) = palanca.narratives(case).narratives
    assert len(story.documents) == 3
    assert len(set(story.voices)) == 2


def test_a_family_tie_is_a_pattern(case: Case) -> None:
    assert "family tie" in {one.pattern.name for one in palanca.patterns(case).findings}


def test_trade_and_votes_of_kenya_are_told(case: Case) -> None:
    assert palanca.dependence(case, "KEN").measures
    assert palanca.standing(case, "KEN").agreements
