"""Offices by the places of words: one of several, two before a name, unnamed organs, and who comes before or behind."""

import pytest

from tests.reading.test_offices import PUBLISHED, Read, offices, times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One of Zambia's vice presidents, Ruth Mwale, praised it.",
            ("Ruth Mwale", "vice president", "Zambia", "current"),
        ),
        ("Kofi Banda, one of the bank's deputy governors, left.", ("Kofi Banda", "deputy governor", None, "current")),
        ("United States Senator from Ohio Jane Marks voted no.", ("Jane Marks", "senator", "United States", "current")),
        (
            "The Member of Parliament for Leeds North, Ali Khan, spoke.",
            ("Ali Khan", "member of parliament for leeds", None, "current"),
        ),
        ("Sen. Dan Price voted no.", ("Dan Price", "senator", None, "current")),
        ("Former Lt. Gov. Ray Dunn voted no.", ("Ray Dunn", "lieutenant governor", None, "former")),
        ("The head of the tax authority, Sam Obi, left.", ("Sam Obi", "head of the tax authority", None, "current")),
        ("Pablo Rey heads the central bank.", ("Pablo Rey", "head of the central bank", None, "current")),
        ("Labour MP Ana Paz spoke.", ("Ana Paz", "mp", None, "current")),
    ],
)
def test_titles_by_place(read: Read, text: str, expected: tuple[str, str, str | None, str]) -> None:
    assert offices(read(text)) == [expected]


def test_both_titles_before_a_name_are_of_the_same_body(read: Read) -> None:
    text = "Volta's chairman and chief executive Jan Berg resigned."
    assert [(role, body) for _, role, body, _ in offices(read(text))] == [
        ("chairman", "Volta"),
        ("chief executive", "Volta"),
    ]


def test_the_president_and_a_minister_are_two(read: Read) -> None:
    found = offices(read("The president and Foreign Minister Lena Rao met in Delhi."))
    assert found == [("Lena Rao", "foreign minister", None, "current")]


def test_a_continent_has_no_president(read: Read) -> None:
    found = offices(read("Ruth Mwale is the president of the small African state."))
    assert found == [("Ruth Mwale", "president", None, "current")]


def test_named_organ_is_the_body(read: Read) -> None:
    found = offices(read("The head of the National Tax Agency, Sam Obi, left."))
    assert [body for _, _, body, _ in found] == ["National Tax Agency"]


def test_a_lead_in_a_poll_is_no_office(read: Read) -> None:
    assert offices(read("Ana Ruiz led the Green Party 47 percent to 40 in June.")) == []


def test_who_replaced_another_gives_him_the_office_before(read: Read) -> None:
    reading = read(
        "Foreign Minister Anita Rao, who replaced Vikram Seth last year, flew to Dhaka.", published=PUBLISHED
    )
    assert sorted(offices(reading)) == [
        ("Anita Rao", "foreign minister", None, "current"),
        ("Vikram Seth", "foreign minister", None, "former"),
    ]
    assert ("2018", None) in [(start, end) for start, end, _ in times(reading)]


def test_who_is_put_in_the_place_of_another_has_his_office(read: Read) -> None:
    reading = read("President Tomas Ruiz of Chile replaced Interior Minister Jan Paz with Ana Berg on Monday.")
    assert ("Ana Berg", "interior minister") in [(person, role) for person, role, _, _ in offices(reading)]
    assert ("Tomas Ruiz", "interior minister") not in [(person, role) for person, role, _, _ in offices(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Anita Rao thanked her predecessor, Vikram Seth.", ("Vikram Seth", "former")),
        ("Kenyan President Ali Moi congratulated his successor, Ruth Oduor.", ("Ruth Oduor", "designate")),
        ("Former Peruvian president Luis Arce praised his successor, Ana Paz.", ("Ana Paz", "current")),
    ],
)
def test_predecessor_and_successor_have_the_same_office(read: Read, text: str, expected: tuple[str, str]) -> None:
    assert expected in [(person, status) for person, _, _, status in offices(read(text))]


def test_who_was_something_then_is_shown_at_the_time_told_before(read: Read) -> None:
    text = "Two men were freed in 2013. One had advised then-New South Wales Premier Ivo Dunn."
    assert [shown for _, _, shown in times(read(text, published=PUBLISHED))] == ["2013"]


def test_who_was_something_then_is_not_shown_on_the_day_of_the_text(read: Read) -> None:
    assert [shown for _, _, shown in times(read("He met then-Premier Ivo Dunn.", published=PUBLISHED))] == [None]


def test_whose_wife_heads_an_organ_heads_none(read: Read) -> None:
    found = offices(read("Igor Lund owns Sevmet. His wife, Olga Lund, chairs the audit committee."))
    assert found == [("Olga Lund", "chair of the audit committee", None, "current")]
