"""Dates that open an entry of a chronology date what the entry tells."""

from collections.abc import Callable

import pytest

from palanca.records import EventDetail, Reading

type Read = Callable[..., Reading]

PUBLISHED = "2023-06-15"


def times(reading: Reading) -> list[tuple[str, str]]:
    """Category and time of each event, in the order in which their clauses begin."""
    acts = [s for s in reading.statements if isinstance(s.detail, EventDetail)]
    return [(str(s.detail.category), str(s.time)) for s in acts if isinstance(s.detail, EventDetail)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 2015: Chad recalls its envoy to Togo.", [("SANCTION", "2015-03")]),
        ("• 4 May 2019 – Togo expels two Chadian diplomats.", [("SANCTION", "2019-05-04")]),
        (
            "July 2018: Chad accuses Togo of spying.\nIn May 2019: Togo rejects it.",
            [("ACCUSE", "2018-07"), ("REJECT", "2019-05")],
        ),
    ],
)
def test_the_date_at_the_head_of_an_entry_dates_its_acts(
    read: Read, text: str, expected: list[tuple[str, str]]
) -> None:
    assert times(read(text, PUBLISHED)) == expected


def test_an_act_with_a_time_of_its_own_keeps_it(read: Read) -> None:
    text = "July 2018: Ghana signs the treaty that Benin rejected in 2011."
    assert ("REJECT", "2011") in times(read(text, PUBLISHED))


def test_the_next_line_is_not_dated_by_the_entry_before(read: Read) -> None:
    text = "July 2018: Chad accuses Togo of spying.\nBenin has condemned Ghana."
    assert ("ACCUSE", "None") in times(read(text, PUBLISHED))


def test_a_march_in_a_date_is_no_protest(read: Read) -> None:
    reading = read("2 March 2021: Peru and Chile sign a treaty.", PUBLISHED)
    assert times(reading) == [("SUPPORT", "2021-03-02")]
