"""Claims are what a careful editor would count as one: floors on hand-made cases, a little under what is reached."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palanca.records import DisputeKind, Kind
from tests.claims.group_cases import Case, load
from tests.claims.group_scores import Score, claims_of_cases, score, score_together

FEWEST = 60
PRECISION = 0.95
RECALL = 0.82
CUBED_PRECISION = 0.97
CUBED_RECALL = 0.93
DISPUTES = 0.82
VOICES = 0.97


@pytest.fixture(scope="module", params=[score, score_together], ids=["each case by itself", "all cases in one ledger"])
def found(request: pytest.FixtureRequest) -> Score:
    result: Score = request.param(load())
    return result


def test_there_are_enough_cases_and_a_third_only_looks_alike() -> None:
    cases = load()
    assert len(cases) >= FEWEST
    assert sum(case.is_alike for case in cases) >= len(cases) / 3


def test_cases_are_of_every_kind_and_dispute() -> None:
    told = {one.statement.kind for case in load() for one in case.told}
    disputed = {kind for case in load() for kinds in case.disputes.values() for kind in kinds}
    assert told == set(Kind) - {Kind.ANOMALY}
    assert disputed == set(DisputeKind) - {DisputeKind.END}


@pytest.mark.parametrize("case", load(), ids=lambda case: case.name)
def test_only_in_a_case_that_looks_alike_is_nothing_told_twice(case: Case) -> None:
    labels = [one.question for one in case.told]
    assert case.is_alike == (len(set(labels)) == len(labels))


def test_what_is_joined_is_one_claim(found: Score) -> None:
    assert found.pairs.precision >= PRECISION, found.wrong
    assert found.cubed_precision >= CUBED_PRECISION, found.wrong


def test_what_is_one_claim_is_joined(found: Score) -> None:
    assert found.pairs.recall >= RECALL, found.wrong
    assert found.cubed_recall >= CUBED_RECALL, found.wrong


def test_disputes_are_those_that_an_editor_sees(found: Score) -> None:
    assert found.disputes.f1 >= DISPUTES, found.wrong


def test_voices_are_counted_as_an_editor_counts_them(found: Score) -> None:
    assert found.voices >= VOICES * found.grouped > 0, found.wrong


@settings(max_examples=10, deadline=None)  # each settles a ledger of all cases
@given(st.permutations(load()))
def test_order_of_dispatches_changes_no_claim(cases: list[Case]) -> None:
    assert claims_of_cases(cases) == claims_of_cases(load())
