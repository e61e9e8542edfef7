"""Events as agencies tell them: lists of holders, expulsions, what somebody is held for, fire that is no blaze."""

import pytest

from tests.reading.test_events import Event, Read, events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad's prime minister, Omar Deby, and Togo's president, Ama Sosu, signed a memorandum in Addis Ababa.",
            [("SUPPORT", ["Omar Deby", "Ama Sosu"], [])],
        ),
        (
            "Foreign ministers Ana Ruiz of Peru, Juan Paz of Chile and Luis Sosa of Ecuador met in Lima.",
            [("CONSULT", ["Ana Ruiz", "Juan Paz", "Luis Sosa"], [])],
        ),
        ("Chad declared two Danish diplomats persona non grata.", [("SANCTION", ["Chad"], ["Denmark"])]),
        (
            "Chad declared the Danish ambassador, Mette Holm, persona non grata.",
            [("SANCTION", ["Chad"], ["Mette Holm"])],
        ),
        ("Four Chadian soldiers were killed by Nigerian fire near the border.", [("ASSAULT", ["Nigeria"], ["Chad"])]),
        ("Four people were killed in a Lagos fire on Monday.", []),
        (
            "Norwegian prosecutors charged Juan Paz with bribery of Kenyan officials.",
            [("ACCUSE", ["Norway"], ["Juan Paz"])],
        ),
        (
            "Juan Paz, the mayor of Lima, was arrested on suspicion of taking bribes from Volta Freight.",
            [("COERCE", [], ["Juan Paz"])],
        ),
        ("Workers at the airport of Nairobi went on strike in September.", [("PROTEST", [], [])]),
    ],
)
def test_events_of_dispatches(read: Read, text: str, expected: list[Event]) -> None:
    assert events(read(text, published="2024-11-29")) == expected


def test_a_parliament_elsewhere_is_not_the_one_before(read: Read) -> None:
    text = "The Turkish parliament met on Monday. Parliament in Oslo accused Chad of fraud."
    accused = [e for e in events(read(text, published="2024-11-29")) if e[0] == "ACCUSE"]
    assert accused and "Turkish parliament" not in accused[0][1]
