"""What sounds like an act of power and is none: nobody does it, nobody is met, or it is done with things."""

import pytest

from tests.reading.test_events import PUBLISHED, Event, Read, events


@pytest.mark.parametrize(
    "text",
    [
        # nobody is met, and nobody saves
        "President Omar Deby was briefed on the flood.",
        "The Election Commission of Togo is due to discuss the result on Monday.",
        "The annual meeting of the Lagos Chemical Society opened on Monday.",
        "In Togo the verdict was met with anger by the Blue Front.",
        "The statues of Rapa Nui are older than contact with Europeans.",
        "Prime Minister Saleh Kebzabo was evacuated to a hospital in Paris with pneumonia.",
        "A boy, identified only as Omar, was rescued on Tuesday.",
        # things
        "In 2014 the Kenyan Air Force received five J-7 jets.",
        "The Blue Front sent the police a sketch of its route.",
        '"We treat it as a crime of terror," said Sheriff Josh Bash.',
        "Turkish Airlines opened a route in May 2013.",
        "In Kenya, Volta Ports won a concession of thirty years for a port in April 2017.",
        "The winners study at First Lagos State University, also called Oyo University.",
        # not done, or good for something only
        "Rosa Lima wants to go without a trade deal with Togo.",
        "Their demands include dissolving Parliament.",
        "Members of the Senate of Chad do not agree on its rules.",
        "Peru grows coca, which offers Chile a pretext.",
        "The drug Zmab showed promise at first.",
        "The prime minister of Togo allows Norway to use its bases.",
        "In Togo in May 2019, cases in which four or more people are killed by gunfire rose.",
        "The law came before the deadline set by the Constitutional Court of Togo.",
        # accidents, and words for people who march
        "On Wednesday a roofer was killed at a school in Lomé.",
        "As the hurricane cleared Togo on Monday, the level of destruction emerged.",
        # words of speakers that ask and blame nobody
        '"Women do not have to justify themselves," lawyer Ana Ruiz said.',
        "Ana Ruiz, successor should Omar Deby remain absent, said nothing, according to Rosa Lima.",
        '"Who was so stupid to take a kettle?" wrote minister Ana Ruiz.',
        '"Officers found a man with stab wounds," Sheriff Josh Bash said.',
        '"It is the first lake where the water is right," said Angelos Tsiaras.',
    ],
)
def test_what_nobody_does_to_anybody_is_no_event(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_people_who_march_tell_by_themselves_of_no_march(read: Read) -> None:
    told = events(read("On Monday the square was full of protesters.", PUBLISHED))
    assert "PROTEST" not in {category for category, _, _ in told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rosa Lima denounced the treaty as a sale of the sea.", ("ACCUSE", ["Rosa Lima"], [])),
        ("Two Chadian planes brought arms to Togo.", ("AID", ["Chad"], ["Togo"])),
        ("Togo denounced the treaty.", ("SANCTION", ["Togo"], [])),
        ("Gunmen of the Blue Front killed two in Togo on Monday.", ("ASSAULT", ["Blue Front"], ["Togo"])),
        ("The Togolese navy rescued Omar Deby.", ("AID", ["Togolese navy"], ["Omar Deby"])),
    ],
)
def test_what_somebody_does_is_told_all_the_same(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


def test_what_a_motion_authorizes_is_its_effect_and_no_act_beside_its_passing(read: Read) -> None:
    text = "The parliament of Chad approved Motion 3/896, which authorizes the deployment of Chadian troops in Togo."
    assert "AGREE" not in {category for category, _, _ in events(read(text, PUBLISHED))}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The House of Togo voted to refer Omar Deby to its Ethics Committee to be held in contempt.", "ACCUSE"),
        ("Omar Deby said that the law was prohibiting him from paying them.", "COERCE"),
    ],
)
def test_what_is_only_meant_or_held_to_be_done_is_not_told_as_done(read: Read, text: str, category: str) -> None:
    assert category not in {told for told, _, _ in events(read(text, PUBLISHED))}
