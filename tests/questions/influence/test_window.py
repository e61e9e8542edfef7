"""Window: what is told of March 2025, and whether that is more than in the two months after it."""

from datetime import date

import pytest

import palanca
from palanca.questions.windows import Stretch
from tests.questions.influence.known import told_in

MARCH = Stretch(first=date(2025, 3, 1), last=date(2025, 3, 31))
SPRING = Stretch(first=date(2025, 4, 1), last=date(2025, 5, 31))


def test_certain_is_parted_from_possible_and_what_did_not_happen_is_counted_beside(case: "palanca.Case") -> None:
    answer = palanca.window(case, MARCH, query=palanca.query_of("of:Peru"), baseline=SPRING)
    assert told_in(case, answer.certain) == [
        "radar+radar-copied+radar-es", "namesake", "congress", "ports", "ended", "lobbyist", "again", "airline",
    ]  # fmt: skip
    assert told_in(case, answer.possible) == ["coarse"]
    assert {one.what: one.number for one in answer.scope.unseen} == {
        "events that pass and are only denied, whatever their date": 1,
        "events that pass and are only planned, whatever their date": 1,
        "events that pass and are only hypothetical, whatever their date": 1,
    }


def test_rate_is_held_against_that_of_other_days(case: "palanca.Case") -> None:
    answer = palanca.window(case, MARCH, query=palanca.query_of("of:Peru"), baseline=SPRING)
    found = answer.by_days
    # in April and May: austral, exercise, vaccines, court-english, law, electoral, condemned, capital
    assert (found.one.number, found.one.exposure, found.other.number, found.other.exposure) == (8, 31, 8, 61)
    assert found.ratio == pytest.approx(8 / 31 / (8 / 61))
