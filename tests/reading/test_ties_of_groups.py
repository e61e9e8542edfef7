from collections.abc import Callable

import pytest

from palanca.records import Reading
from tests.reading.test_ties_of_people import ties

type Read = Callable[..., Reading]


def test_states_listed_behind_a_group_are_its_members(read: Read) -> None:
    found = ties(
        read("The Rim Union is an informal group of three countries, Peru, Chile and Fiji, though Cuba comes.")
    )
    assert found == {(state, "member_of", "Rim Union", "asserted") for state in ("Peru", "Chile", "Fiji")}


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Brazil is not a member of NATO.", ("Brazil", "member_of", "NATO", "denied")),
        ("Hungary is part of NATO.", ("Hungary", "member_of", "NATO", "asserted")),
        ("Ghana is in the process of quitting the African Union.", ("Ghana", "member_of", "African Union", "asserted")),
        (
            "Critics of the exit of Ghana from the African Union left.",
            ("Ghana", "member_of", "African Union", "asserted"),
        ),
        (
            "Ghana and Togo signed the Volta Basin Convention.",
            ("Togo", "member_of", "Volta Basin Convention", "asserted"),
        ),
        (
            "Presidents Ana Paz of Togo and Jan Tan of Chad signed the Volta Basin Convention.",
            ("Togo", "member_of", "Volta Basin Convention", "asserted"),
        ),
        (
            "Guam is an overseas territory of the United States.",
            ("Guam", "part_of", "United States", "asserted"),
        ),
        ("The Faroe Islands belong to Denmark.", ("Faroe Islands", "part_of", "Denmark", "asserted")),
        (
            "The Tana Bridge project is financed by the African Development Bank.",
            ("African Development Bank", "funds", "Tana Bridge", "asserted"),
        ),
        (
            "The Volta Society, the body which directs the Tana Front, left.",
            ("Volta Society", "controls", "Tana Front", "asserted"),
        ),
        ("Kenya, together with Togo and Chad, is a member of NATO.", ("Chad", "member_of", "NATO", "asserted")),
        ("They met in Palermo, on the island of Sicily.", ("Palermo", "located_in", "Sicily", "asserted")),
        ("Volta Lines operates the Kumkol field in southern Kenya.", ("Kumkol", "located_in", "Kenya", "asserted")),
        (
            "Volta Lines owns half of Severny Gold; the other half belongs to Meridian Group.",
            ("Meridian Group", "owns", "Severny Gold", "asserted"),
        ),
        (
            "Kenya taxed oil. Kenya sold oil. Kenya left. Volta Lines, a state company, left Kenya.",
            ("Kenya", "owns", "Volta Lines", "asserted"),
        ),
        ("Scotland is part of the United Kingdom.", ("Scotland", "part_of", "United Kingdom", "asserted")),
        ("They met at the Chilean embassy in Nairobi.", ("Chilean embassy", "located_in", "Nairobi", "asserted")),
        ("Kenya's oil fields lie east of the capital, Nairobi.", ("Nairobi", "located_in", "Kenya", "asserted")),
        ("Ana left Oxfam's headquarters in Nairobi.", ("Oxfam", "located_in", "Nairobi", "asserted")),
    ],
)
def test_membership_and_place_told_in_words_are_read(read: Read, sentence: str, tie: tuple[str, str, str, str]) -> None:
    assert tie in ties(read(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chilean embassy in Kenya was shut.",
        "Vendors came from various parts of the United States, including Texas.",
        "Ghana signed the Volta Basin Treaty with Togo.",
        "The withdrawal of Togo from Ghana was slow.",
        "Benin joins African Union regional grain market bloc.",
    ],
)
def test_words_like_those_of_membership_make_no_tie(read: Read, sentence: str) -> None:
    assert ties(read(sentence)) == set()
