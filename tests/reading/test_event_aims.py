"""At whom blame, praise and refusals are aimed, where only a noun points back at what the text told."""

from collections.abc import Callable

import pytest

from palanca.records import Reading
from tests.reading.test_events_sides import PUBLISHED, Event, events

type Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad expelled two diplomats on Monday. Foreign minister Ana Ruiz of Togo criticised the move.",
            ("ACCUSE", ["Ana Ruiz"], ["Chad"]),
        ),
        (
            'Chad expelled two diplomats on Monday. "The decision is a disgrace," said Ana Ruiz, a senator.',
            ("ACCUSE", ["Ana Ruiz"], ["Chad"]),
        ),
        (
            'Chad expelled two diplomats on Monday. Ana Ruiz, a senator, called the measure "a disgrace".',
            ("ACCUSE", ["Ana Ruiz"], ["Chad"]),
        ),
        ("Benin asked Togo to reopen the border. Togo rejected the request.", ("REJECT", ["Togo"], ["Benin"])),
        (
            "Ana Ruiz of Togo called for a ceasefire. Kenya and Chad met in Lomé. The call was backed by Benin.",
            ("SUPPORT", ["Benin"], ["Ana Ruiz"]),
        ),
        (
            "Kenya investigated Volta Bank in May. Ana Ruiz, a senator, voiced support for the tax inquiry.",
            ("SUPPORT", ["Ana Ruiz"], []),
        ),
        (
            "Chad expelled two diplomats on Monday. Ana Ruiz, a senator, criticised the weather.",
            ("ACCUSE", ["Ana Ruiz"], []),
        ),
    ],
    ids=["move", "judged", "called", "request", "by its word", "another inquiry", "no deed"],
)
def test_a_noun_that_points_back_is_aimed_at_whoever_did_it(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))
