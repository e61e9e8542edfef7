from collections.abc import Callable
from dataclasses import replace

import pytest

from palanca.reading.anomaly_slips import is_slip
from palanca.reading.document import DocumentReader
from palanca.records import AnomalyDetail, Reading
from tests.reading.conftest import document

type Read = Callable[..., Reading]


def queries(reading: Reading) -> list[tuple[str, str, str]]:
    """Kind, detail and sentence of each anomaly, in order of the text."""
    text = reading.document.text
    return [
        (str(s.detail.kind), s.detail.detail, s.span.of(text))
        for s in reading.statements
        if isinstance(s.detail, AnomalyDetail)
    ]


def kinds(reading: Reading) -> list[str]:
    return [kind for kind, _, _ in queries(reading)]


def test_weekday_that_is_not_the_dates_is_queried(read: Read) -> None:
    reading = read("Ghana signed the treaty on Monday, 5 March 2019. Togo did not.")
    assert queries(reading) == [
        ("date_conflict", "2019-03-05 was a Tuesday, not a Monday", "Ghana signed the treaty on Monday, 5 March 2019.")
    ]


def test_cell_of_a_register_is_not_queried(reader: DocumentReader) -> None:
    row = replace(document("Ghana signed the treaty on Monday, 5 March 2019.", None, "en"), register="visits")
    assert kinds(reader.read(row)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ghana signed the treaty on Tuesday, 5 March 2019.",
        "Ghana signed the treaty on Monday.",
        "Ghana signed the treaty on 5 March 2019, a day after the talks on Monday.",
    ],
)
def test_weekday_that_agrees_or_stands_for_itself_is_let_be(read: Read, text: str) -> None:
    assert kinds(read(text)) == []


def test_range_that_ends_before_it_begins_is_queried(read: Read) -> None:
    reading = read("Ruth Wanjala governed the province from March 2019 to May 2015.")
    assert kinds(reading) == ["impossible_order"]


def test_range_in_its_order_is_let_be(read: Read) -> None:
    assert kinds(read("Ruth Wanjala governed the province from March 2015 to May 2019.")) == []


def test_number_of_a_decree_that_carries_another_year_is_queried(read: Read) -> None:
    reading = read("The government of Ecuador issued Decree 021-2013 on 4 June 2023.")
    assert [(kind, detail) for kind, detail, _ in queries(reading)] == [
        ("date_conflict", "number 021-2013 carries the year 2013, and the text dates it 2023-06-04")
    ]


def test_number_of_a_decree_of_its_own_year_is_let_be(read: Read) -> None:
    assert kinds(read("The government of Ecuador issued Decree 021-2023 on 4 June 2023.")) == []


def test_act_told_as_past_but_dated_after_publication_is_queried(read: Read) -> None:
    reading = read("Kazakhstan signed an agreement with Norway on 9 August 2024.", published="2024-03-01")
    assert kinds(reading) == ["impossible_order"]


def test_act_told_as_planned_may_be_dated_after_publication(read: Read) -> None:
    reading = read("Kazakhstan will sign an agreement with Norway on 9 August 2024.", published="2024-03-01")
    assert kinds(reading) == []


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        (
            "The fund GreenRock bought the port of Beira. The firm Greenrock paid in cash.",
            "“Greenrock” here, “GreenRock” elsewhere in the document: one thing, or two?",
        ),
        (
            "President Tomáš Novák arrived in Riga. Novak left at noon. Novak will return.",
            "“Novak” here, “Tomáš Novák” elsewhere in the document: one thing, or two?",
        ),
        (
            "The GreenRock investment fund sued Chile. Chile paid Greenrock.",
            "“Greenrock” here, “GreenRock investment fund” elsewhere in the document: one thing, or two?",
        ),
        (
            "Zambia spoke first. Zambia left early. The envoy of Zamiba said nothing.",
            "“Zamiba” here, “Zambia” elsewhere in the document: a slip of the pen?",
        ),
        (
            "The National Council of Elections met in Maputo. The National Electoral Council will meet again.",
            "“National Electoral Council” here, “National Council of Elections” elsewhere in the document: "
            "one thing, or two?",
        ),
    ],
)
def test_two_spellings_of_one_name_are_queried_once(read: Read, text: str, detail: str) -> None:
    assert [found for kind, found, _ in queries(read(text)) if kind == "name_variant"] == [detail]


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Defence of Latvia spoke. The Latvian Defence Ministry said no more.",
        "The Syrian government agreed. The government of Syria will sign.",
        "LATVIA AND ESTONIA SIGN. Latvia and Estonia signed a treaty on Monday.",
        "The Unity Party won. The Unity party celebrated.",
        "Mario Salas met Maria Salas in Lima.",
        "Niger and Nigeria closed their border. Niger opened it again. Nigeria waited.",
        "Pietro Bassi of Italy spoke. Bassi left.",
    ],
)
def test_accepted_names_and_different_things_are_let_be(read: Read, text: str) -> None:
    assert kinds(read(text)) == []


def test_president_told_of_but_once_is_taken_for_a_past_one(read: Read) -> None:
    text = "President Joseph Tembo of Malawi spoke. Tembo left. Only President Ruth Banda of Malawi had fallen so."
    assert kinds(read(text)) == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Yahia Sarun spoke. Saron left.", "Saron"),
        ("Ana Horlen met Ana Horlin. Ana Horlen left.", "Horlin"),
        ("The spouses Ana Belkomas and Ivo Belkamas left. Belkomas is ill.", "Belkamas"),
        ("The Al-Shabaab militia left. The al-Shabeb militia came. Al-Shabaab won.", "al-Shabeb"),
        ("Haghia Irene is a church. Hagia Irene is old. Hagia Irene stands.", "Haghia Irene"),
        ("The G20 met in Lima. The G-20 met again. The G20 left.", "G-20"),
    ],
)
def test_name_written_with_another_vowel_or_a_hyphen_is_queried(read: Read, text: str, odd: str) -> None:
    assert [found.split("”")[0] for kind, found, _ in queries(read(text)) if kind == "name_variant"] == [f"“{odd}"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Karin met Ana Karen. Karin left.",
        "Ivo Miller met Ana Muller. Miller left.",
        "Ana Petrov met Ivo Petrova. Petrov left.",
        "The A380 is a plane. The A-4 is another.",
        "MANILA - Enrique Manalo left. Manalo is ill.",
    ],
)
def test_names_of_two_people_may_differ_by_a_vowel(read: Read, text: str) -> None:
    assert kinds(read(text)) == []


def test_spelling_in_the_text_is_queried_before_that_in_the_headline(read: Read) -> None:
    reading = read("Novak leaves Riga\n\nPresident Tomáš Novák arrived. Novák sat. Novak left at noon.")
    assert [sentence for _, _, sentence in queries(reading)] == ["Novak left at noon."]


@pytest.mark.parametrize(("number", "found"), [("200,0000", 1), ("1,500,000", 0), ("2,00,000", 0)])
def test_digits_in_groups_of_four_are_queried(read: Read, number: str, found: int) -> None:
    assert kinds(read(f"Some {number} people left Samoa.")) == ["number_conflict"] * found


def test_year_behind_a_day_is_no_number_grouped_wrongly(read: Read) -> None:
    assert kinds(read("Ana Paz left Samoa on May 14,2019.")) == []


def test_two_presidents_of_one_country_at_once_are_queried(read: Read) -> None:
    reading = read(
        "President Joseph Tembo of Malawi spoke on Monday. Ruth Banda, president of Malawi, disagreed. Tembo left. "
        "Banda stayed."
    )
    assert [(kind, detail) for kind, detail, _ in queries(reading)] == [
        ("role_conflict", "Ruth Banda is president of Malawi here, Joseph Tembo elsewhere in the document")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "President Joseph Tembo of Malawi spoke. Ruth Banda, a former president of Malawi, disagreed.",
        "President Joseph Tembo of Malawi met Kelvin Phiri, the president of Zambia.",
    ],
)
def test_holders_of_two_offices_are_let_be(read: Read, text: str) -> None:
    assert kinds(read(text)) == []


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("zamiba", "zambia", True),
        ("zamba", "zambia", True),
        ("zambbia", "zambia", True),
        ("zambia", "zambia", False),
        ("gambia", "zambia", False),
        ("zm", "zambia", False),
    ],
)
def test_slip_is_two_letters_that_changed_places_or_one_too_many(*, one: str, other: str, slips: bool) -> None:
    assert is_slip(one, other) is slips
    assert is_slip(other, one) is slips


def test_slip_in_a_surname_that_is_told_often_is_queried(read: Read) -> None:
    reading = read("Ana Lombardi left. Lombardi sued. The court heard Lombradi. Lombardi won.")
    assert [detail for _, detail, _ in queries(reading)] == [
        "“Lombradi” here, “Lombardi” elsewhere in the document: a slip of the pen?"
    ]


def test_surname_of_a_wife_is_no_slip(read: Read) -> None:
    assert queries(read("Ivan Petrov left. Petrov sued. Lena Petrova heard it. Petrov won.")) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("Two soldiers left on September 31.", "en"), ("Salieron el 30 de febrero de 2021.", "es")],
)
def test_day_that_its_month_has_not_is_queried(read: Read, text: str, language: str) -> None:
    assert [kind for kind, _, _ in queries(read(text, language=language))] == ["date_conflict"]


@pytest.mark.parametrize("text", ["They left on February 29.", "In September 45 men left.", "On 31 May they left."])
def test_day_of_some_year_or_a_count_is_not_queried(read: Read, text: str) -> None:
    assert queries(read(text)) == []
