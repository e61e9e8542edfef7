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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court in Kenya handed Mwai Karanja a prison sentence.", ("COERCE", ["Kenya"], ["Mwai Karanja"])),
        ("Minister Mwai Karanja received a life sentence.", ("COERCE", [], ["Mwai Karanja"])),
        ("A judge issued an injunction against Volta Oil.", ("REJECT", [], ["Volta Oil"])),
        ("The Supreme Court annulled the decree of President Jan Berg.", ("REJECT", ["Supreme Court"], ["Jan Berg"])),
        ("Kenya linked the suspects to the Cedar Front.", ("ACCUSE", ["Kenya"], ["Cedar Front"])),
        ("Kenya named Mwai Karanja as a suspect.", ("ACCUSE", ["Kenya"], ["Mwai Karanja"])),
        ("The bill was co-sponsored by Senators Rosa Lima and Jan Berg.", ("SUPPORT", ["Rosa Lima", "Jan Berg"], [])),
        ("The ministry asked Judge Rosa Lima to wait, but she declined.", ("REJECT", ["Rosa Lima"], [])),
        ("Spain relinquished control of the port in 1958.", ("RETREAT", ["Spain"], [])),
        ("The government of Chile suspended the bill.", ("CONCEDE", ["Chile"], [])),
        ("Ghana sought an extension from Volta Oil.", ("REQUEST", ["Ghana"], ["Volta Oil"])),
        ("Kenyan police used force against the teachers of Nakuru.", ("ASSAULT", ["Kenyan police"], ["Nakuru"])),
        ("On Monday three protesters were arrested.", ("COERCE", [], [])),
        ("Protesters were arrested.", ("COERCE", [], [])),
    ],
)
def test_everyday_acts_of_power(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        "Rapa Nui, also called Easter Island, lies far from Chile.",
        "The Committee to Protect Journalists sits in New York.",
        "Senator Rosa Lima defeated the incumbent, Jan Berg.",
        "Mwai Karanja was named as minister of Kenya.",
        "Shares of Volta Oil declined.",
        "The airport is linked to Nairobi by a railway.",
    ],
)
def test_what_only_sounds_like_it_stays_silent(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_plan_to_visit_is_a_visit_that_is_planned(read: Read) -> None:
    (told,) = statements(reading := read("Togo's president, Ama Koffi, plans to visit Ghana.", PUBLISHED))
    assert events(reading) == [("CONSULT", ["Ama Koffi"], ["Ghana"])]
    assert told.modality is Modality.PLANNED
