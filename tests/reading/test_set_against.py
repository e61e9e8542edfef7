"""What is named as not so takes no part: "but not the minister", "not its governor"."""

import pytest

from palanca.records import Modality
from tests.reading.test_events import Read, events
from tests.reading.test_offices import offices


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ana Paz is the mayor of Lagos, not its governor.", [("Ana Paz", "mayor", "Lagos", "current")]),
        (
            "Ana Paz is the president of Togo but not the chair of the bank.",
            [("Ana Paz", "president", "Togo", "current")],
        ),
    ],
)
def test_office_that_is_not_held_leaves_the_other_as_told(read: Read, text: str, held: list[object]) -> None:
    reading = read(text)
    assert offices(reading) == held
    assert {one.modality for one in reading.statements} == {Modality.ASSERTED}


def test_who_was_not_met_took_no_part(read: Read) -> None:
    assert events(read("Ana Paz met Kofi Wade but not Ama Sow.")) == [("CONSULT", ["Ana Paz", "Kofi Wade"], [])]


def test_who_was_met_too_took_part(read: Read) -> None:
    told = events(read("Ana Paz met not only Kofi Wade but also Ama Sow."))
    assert told == [("CONSULT", ["Ana Paz", "Kofi Wade", "Ama Sow"], [])]
