"""Titles of books and papers name nobody and tell no act; what is said of them is told all the same."""

import pytest

from palanca.exchange.facts import facts_of
from tests.reading.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        'The article "Talks with Togo" appeared on Monday.',
        'Omar Salas, author of "The Attack on Togo", moved to Lomé.',
        "The ministry published the study Cooperation between Togo and Chad.",
        'The report, "Military Cooperation with Togo", was published by Omar Salas.',
    ],
)
def test_the_title_of_a_work_tells_no_act(read: Read, text: str) -> None:
    facts = list(facts_of(read(text)))
    assert [fact for fact in facts if fact["layer"] in {"event", "tie"}] == []
    names = [str(fact["name"]) for fact in facts if fact["layer"] == "entity"]
    assert not any("Cooperation" in name or "Talks" in name for name in names)


def test_a_name_in_quotation_marks_behind_no_writing_is_one(read: Read) -> None:
    facts = facts_of(read('The "Defence Front of Togo" met in Lomé.'))
    assert any("Front" in str(fact["name"]) for fact in facts if fact["layer"] == "entity")


def test_an_act_outside_a_title_is_told(read: Read) -> None:
    facts = facts_of(read("The report condemned the attack on Togo by Chad."))
    assert any(fact["layer"] == "event" for fact in facts)


def test_who_states_something_by_the_way_says_that_alone(read: Read) -> None:
    text = "The company pledged to pay, with Minister Omar Salas stating that the debt was real."
    facts = facts_of(read(text))
    told = [(fact["speaker"], fact["content"]) for fact in facts if fact["layer"] == "quotation"]
    assert told == [("The company", "to pay"), ("Omar Salas", "the debt was real")]
