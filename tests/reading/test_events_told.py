"""Events whose parties and time stand beside the act: by what somebody was hit, to whom he wrote, what he announced."""

from collections.abc import Callable

import pytest

from palanca.records import Reading
from tests.reading.test_events_sides import PUBLISHED, Event, events

type Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad announced that it had entered into a pact with Togo.", ("AGREE", ["Chad", "Togo"], [])),
        (
            "President Ana Ruiz of Chad announced that Chadian troops would leave Togo.",
            ("RETREAT", ["Ana Ruiz"], ["Togo"]),
        ),
        ("General Bo Lin was killed in a Kenyan airstrike on Monday.", ("ASSAULT", ["Kenya"], ["Bo Lin"])),
        ("General Bo Lin was killed in Togo by Kenyan soldiers.", ("ASSAULT", ["Kenya"], ["Bo Lin"])),
        ("Kenya was allied with Kurdish groups.", ("COOPERATE", ["Kenya", "Kurdish"], [])),
        (
            "Ana Ruiz, a senator, wrote to the Kenyan embassy asking to waive the immunity of Bo Lin.",
            ("REQUEST", ["Ana Ruiz"], ["Kenyan embassy"]),
        ),
        ("Kenyan boats turned back at the request of Togo.", ("REQUEST", ["Togo"], ["Kenya"])),
        (
            "Ana Ruiz, a senator, joined the calls by Kenyan bishops asking Togo to free Bo Lin.",
            ("REQUEST", ["Ana Ruiz"], ["Togo"]),
        ),
        (
            "President Ana Ruiz agreed to dissolve the Kenyan parliament.",
            ("AGREE", ["Ana Ruiz"], ["Kenyan parliament"]),
        ),
        ("President Ana Ruiz described the call with Bo Lin.", ("CONSULT", ["Ana Ruiz", "Bo Lin"], [])),
        ("Ana Ruiz, a senator, criticised the talks with Togo.", ("CONSULT", ["Togo"], [])),
        (
            "A meeting between Ana Ruiz, claiming to speak for the bank, and Bo Lin took place in May.",
            ("CONSULT", ["Ana Ruiz", "Bo Lin"], []),
        ),
        (
            "Kenya bought rice and started selling fish in Lomé, then agreed with Togo to open a harbour.",
            ("AGREE", ["Kenya", "Togo"], []),
        ),
        (
            "President Ana Ruiz's critics, which include the rights group Cedar Front, blame Bo Lin for the fires.",
            ("ACCUSE", ["Cedar Front"], ["Bo Lin"]),
        ),
        (
            "The Kenyan Congress sat. Ana Ruiz met with former Minister of Defence Bo Lin, the President of Congress "
            "Joyce Owusu, former Attorney General Sami Daoud, and others.",
            ("CONSULT", ["Ana Ruiz", "Bo Lin", "Joyce Owusu", "Sami Daoud"], []),
        ),
    ],
    ids=[
        "entered into",
        "announced",
        "in an airstrike",
        "in a country",
        "a people",
        "wrote to",
        "at the request",
        "joined calls",
        "agreed to",
        "described a call",
        "judged talks of others",
        "between",
        "then agreed",
        "critics",
        "a list of titles",
    ],
)
def test_parties_stand_beside_the_act(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


def test_what_was_done_before_it_was_announced_has_the_day_of_that(read: Read) -> None:
    told = read("Chad announced on Monday that it had entered into a pact with Togo.", PUBLISHED)
    assert [str(s.time) for s in told.statements if str(s.kind) == "event"] == ["2023-06-12"]


def test_a_headline_has_the_time_of_its_own_act_and_not_of_the_first_that_the_text_tells(read: Read) -> None:
    told = (
        "Togo and Benin sign pact as Chad invades Niger\n\n"
        "Togo and Benin signed a pact on Monday after Chad began a military offensive in Niger on Wednesday."
    )
    found = [(str(s.detail.category), str(s.time)) for s in read(told, PUBLISHED).statements if str(s.kind) == "event"]  # type: ignore[union-attr]
    assert [time for category, time in found if category == "ASSAULT"] == ["2023-06-14"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Chadian soldiers left Niger on Monday.", "Niger"),
        ("Ana Ruiz, a senator, visited Togo.", "Togo"),
        ("Chad attacked Togolese soldiers.", None),
        ("Chad fined Togo.", None),
    ],
)
def test_what_is_done_to_a_place_is_done_there(read: Read, text: str, place: str | None) -> None:
    (event,) = (s for s in read(text, PUBLISHED).statements if str(s.kind) == "event")
    assert (event.place.text if event.place else None) == place


def test_a_call_is_not_made_where_a_meeting_was(read: Read) -> None:
    told = "President Ana Ruiz phoned President Bo Lin on Monday. The meeting in Oslo between Ruiz and Lin ended."
    (call,) = (s for s in read(told, PUBLISHED).statements if str(s.kind) == "event")
    assert call.place is None
