"""Shares set against each other, strengths of earthquakes, totals, and who speaks behind a comma."""

from collections.abc import Callable

import pytest

from palanca.records import Kind, QuantityDetail, Reading

type Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lopez led Kern in the polls, 48.3 to 44.6 percent.", [(48.3, "percent"), (44.6, "percent")]),
        ("Rates rose from 3 to 5 percent.", [(3, "percent")]),
        ("The quake near Suva had a magnitude of 6.4.", [(6.4, "magnitude")]),
        ("A 7.1-magnitude quake struck Fiji after one of magnitude 6.", [(7.1, "magnitude"), (6, "magnitude")]),
        ("The rivals were asked a total of 13 questions.", [(13, "questions")]),
        ("The rivals were asked 13 questions.", []),
    ],
)
def test_levels_and_totals(read: Read, text: str, found: list[tuple[float, str]]) -> None:
    details = [s.detail for s in read(text).statements if s.kind is Kind.QUANTITY]
    assert [(d.value, d.unit) for d in details if isinstance(d, QuantityDetail)] == found


def test_behind_a_comma_whoever_acts_speaks(read: Read) -> None:
    reading = read("Volta Lines kept users from sharing the photo, claiming it broke the law.")
    said = [s for s in reading.statements if s.kind is Kind.QUOTATION]
    assert [s.speaker.text for s in said if s.speaker] == ["Volta Lines"]
