"""Events of courts and assemblies: what a ruling strikes down or lets stand, and what a vote decides."""

import pytest

from palanca.records import Modality
from tests.reading.test_events import PUBLISHED, Event, Read, events, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A judge ruled that the ministry's licence for Volta Oil was unlawful.", ("REJECT", [], ["Volta Oil"])),
        ("The High Court of Malawi found the curfew to be unconstitutional.", ("REJECT", ["High Court of Malawi"], [])),
        ("The Supreme Court said not letting women inherit is illegal.", ("REJECT", ["Supreme Court"], [])),
        (
            "Judge Mario Lima ruled that the port tax violated the charter of Peru.",
            ("REJECT", ["Mario Lima"], ["Peru"]),
        ),
        (
            "Kenya's Supreme Court upheld the election of Ruth Achieng.",
            ("SUPPORT", ["Supreme Court"], ["Ruth Achieng"]),
        ),
        ("A 2014 Supreme Court decision allowing foreign banks stands.", ("SUPPORT", ["Supreme Court"], [])),
        ("The Supreme Court issued a ruling against Hungary on Tuesday.", ("REJECT", ["Supreme Court"], ["Hungary"])),
        (
            "The Supreme Court issued a ruling in favour of a lawsuit by the union against Volta Oil.",
            ("REJECT", ["Supreme Court"], ["Volta Oil"]),
        ),
        ("The Supreme Court found that Rosa Lima had violated the oath.", ("ACCUSE", ["Supreme Court"], ["Rosa Lima"])),
        (
            "The Supreme Court of Chad decided to allow Ana Ruiz to run for mayor.",
            ("CONCEDE", ["Supreme Court of Chad"], ["Ana Ruiz"]),
        ),
        ('"The decree was unlawful," the Supreme Court said.', ("REJECT", ["Supreme Court"], [])),
    ],
)
def test_ruling_strikes_down_or_lets_stand(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        "The Supreme Court is to rule on the ban of the Green Front.",
        "The Supreme Court, which rules on constitutional matters, sits in Lilongwe.",
        "Judge Mario Lima said that the weather was fine.",
        "The Supreme Court did not rule that the levy was unlawful.",
        "The Supreme Court issued a ruling.",
    ],
)
def test_court_that_decides_nothing_does_nothing(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_ruling_of_a_court_named_before_is_told_once(read: Read) -> None:
    text = "The High Court of Malawi ruled that the curfew was unlawful. The court found that the curfew was void."
    assert events(read(text, PUBLISHED)) == [("REJECT", ["High Court of Malawi"], [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan parliament voted 210 to 98 to abolish the levy.", ("SUPPORT", ["Kenyan parliament"], [])),
        ("The Senate of Chile voted to impeach Juan Paz.", ("ACCUSE", ["Senate of Chile"], ["Juan Paz"])),
        ("The Senate of Chile voted on Monday to elect Juan Paz.", ("SUPPORT", ["Senate of Chile"], ["Juan Paz"])),
        ("The amendment failed in the National Assembly on Monday.", ("REJECT", ["National Assembly"], [])),
    ],
)
def test_vote_does_what_it_decides(read: Read, text: str, expected: Event) -> None:
    (told,) = statements(reading := read(text, PUBLISHED))
    assert events(reading) == [expected]
    assert told.modality is Modality.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "Viewers voted to save the singer Rosa Lima.",
        "The Senate of Chile did not vote to impeach Juan Paz.",
        "The Senate of Chile voted 84 to 12.",
    ],
)
def test_vote_of_nobody_or_for_nothing_decides_nothing(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []
