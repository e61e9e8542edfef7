"""Offices as essays tell them: held in a tale of the past, sworn in, two titles at once."""

import pytest

from palanca.records import Kind, OfficeDetail
from tests.reading.test_offices import PUBLISHED, Read, offices

_HISTORY = " ".join(f"Wars came in {year}." for year in (1901, 1914, 1925, 1939, 1961, 1974)) + "\n"
_STRIKES = "Strikes broke out in 2006. Ports closed. Nobody sold bread. Trains stood still. "


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The pact was signed in 1981, under President Ama Addo.", ("current", "1981")),
        ("He served as a minister in 1981 under President Ama Addo.", ("former", "1981")),
        (_HISTORY + "Strikes broke out in 2006. President Ama Addo apologised to Togo for them.", ("current", "2006~")),
        (_HISTORY + _STRIKES + "President Ama Addo of Togo wept over them.", ("current", "2006~")),
        (_STRIKES + "President Ama Addo of Togo wept over them.", ("current", PUBLISHED)),
        ('President Ama Addo of Togo wept, "We proposed it in 2006."', ("current", PUBLISHED)),
        ("Strikes broke out in 2006. President Ama Addo leads Togo.", ("current", PUBLISHED)),
        ("Minister Ama Addo, who served from 1983 to 1987, later joined Volta's board.", ("current", PUBLISHED)),
        ("In 1974, after long talks, the mines went to those whom Minister Ama Addo chose.", ("current", "1974")),
    ],
)  # fmt: skip
def test_an_office_in_a_tale_of_the_past_was_held_then(read: Read, text: str, held: tuple[str, str]) -> None:
    found = next(s for s in read(text, PUBLISHED).statements if s.kind is Kind.OFFICE)
    assert isinstance(found.detail, OfficeDetail)
    assert (str(found.detail.status), str(found.time)) == held


def test_a_presidency_is_not_that_of_the_party_of_who_won_it(read: Read) -> None:
    text = "Ama Addo, of the United Party for Fisheries, won the presidency in August 2021."
    assert offices(read(text, PUBLISHED)) == [("Ama Addo", "president", None, "current")]


def test_who_is_sworn_in_holds_the_office(read: Read) -> None:
    text = "The assembly of Togo swore in Ana Roa as prime minister in May 2009."
    (found,) = (s for s in read(text, PUBLISHED).statements if isinstance(s.detail, OfficeDetail))
    assert isinstance(found.detail, OfficeDetail)
    assert (found.detail.role, str(found.detail.start)) == ("prime minister", "2009-05")


def test_two_titles_joined_by_and_are_of_two(read: Read) -> None:
    text = "Jan Berg, acting secretary of the interior, and Foreign Minister Ama Addo signed it."
    assert [found[:2] for found in offices(read(text, PUBLISHED))][-1] == ("Ama Addo", "foreign minister")


def test_who_is_told_in_the_singular_is_the_one_named_last(read: Read) -> None:
    text = "Togo dismissed Kwame Ofori and Rita Mensah, who was the army chief."
    assert [person for person, role, _, _ in offices(read(text, PUBLISHED)) if role == "army chief"] == ["Rita Mensah"]
