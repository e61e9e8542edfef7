"""Quotation marks in all styles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.reading.quote_marks import find_quoted


def inner(text: str) -> list[tuple[str, int]]:
    return [(text[q.first : q.last], q.depth) for q in find_quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', [("no", 0)]),
        ("He said “no” twice.", [("no", 0)]),
        ("Er sagte „nein“ zu ihr.", [("nein", 0)]),
        ("Il dit «non» deux fois.", [("non", 0)]),
        ("“He said ‘no’ to me.”", [("He said ‘no’ to me.", 0), ("no", 1)]),
        ('"The "old guard" is gone."', [('The "old guard" is gone.', 0), ("old guard", 1)]),
        ("'The ministers' plan failed,' she said.", [("The ministers' plan failed,", 0)]),
        ("It was the '90s, and Peru's debt grew.", []),
        ("\"He said, 'wait.' \"", [("He said, 'wait.' ", 0), ("wait.", 1)]),
        ('An open "mark\n\nis closed by nothing.', []),
    ],
)
def test_marks_pair_up_within_their_paragraph(text: str, expected: list[tuple[str, int]]) -> None:
    assert inner(text) == expected


def test_a_reopened_mark_carries_a_quotation_over_a_paragraph() -> None:
    assert [q.goes_on for q in find_quoted("“One.\n\n“Two.”")] == [True, False]


@given(st.text(alphabet="ab .,\n\"“”„«»‘’'", max_size=60))
def test_stretches_stand_in_order_and_never_cross(text: str) -> None:
    found = find_quoted(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for one in found:
        assert 0 <= one.start < one.first < one.last <= one.end <= len(text)
        for other in found:
            assert other.end <= one.start or one.end <= other.start or other.depth != one.depth or other is one
