"""What an instrument does, as its sentence words it, instruments that no verb makes, and what is none or not one."""

from collections.abc import Callable

import pytest

from palanca.records import InstrumentDetail, Kind, Reading
from tests.reading.test_instruments import instruments

type Read = Callable[..., Reading]


def effects(reading: Reading) -> list[str | None]:
    return [s.detail.effect for s in reading.statements if isinstance(s.detail, InstrumentDetail)]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Parliament passed Law 12, which bans veils in schools, on Monday.", "bans veils in schools, on Monday"),
        ("The prime minister signed a decree banning veils in schools.", "banning veils in schools"),
        ("Ghana and Togo signed an agreement to share data on traffickers.", "share data on traffickers"),
        ("Togolese law forbids the sale of land to foreigners.", "forbids the sale of land to foreigners"),
        ("Ana Paz proposed a bill that would fund the ports until May.", "would fund the ports until May"),
        ("Togo issued Decree 12-2020 with the aim of watching foreign vessels.", "watching foreign vessels"),
        ("A bill was drafted in 2011 for banning the horn, but was not passed.", "banning the horn"),
        ("Ghana signed an agreement with Togo on Monday.", None),
        ("The Volta Security Act warned about the need to “keep the seas free”.", None),
        ("The majority required by the Constitution of Togo to impeach was missing.", None),
    ],
)
def test_effect_is_told_in_the_words_of_the_text(read: Read, text: str, effect: str | None) -> None:
    assert effects(read(text, "2023-06-14")) == [effect]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The decree is incompatible with the constitution.", ("law", "constitution", None, [])),
        ("Kenya's Constitution forbids it.", ("law", "Constitution", None, ["Kenya"])),
        ("Paz would issue an executive order to close the mine.", ("decree", "executive order", None, [])),
        ("Paz sold her land according to tribal laws.", ("law", "tribal laws", None, [])),
        ("Togo filed a motion claiming that it is void.", ("lawsuit", "motion", None, ["Togo"])),
        ("Parliament approved a budget on Monday.", ("law", "budget", None, [])),
        (
            "Ana Paz left in protest at Ivo Horta's negotiated trade agreement.",
            ("agreement", "negotiated trade agreement", None, ["Ivo Horta"]),
        ),
        (
            "Togo agreed with Airbus to build a hangar.",
            ("agreement", "agreement", None, ["Togo", "Airbus"]),
        ),
        (
            "Togo and Chad signed the Rim Free Trade Area.",
            ("agreement", "Rim Free Trade Area", None, ["Togo", "Chad"]),
        ),
    ],
)
def test_instrument_that_no_verb_makes_is_read(
    read: Read, text: str, expected: tuple[str, str, str | None, list[str]]
) -> None:
    found = instruments(read(text, "2023-06-14"))
    assert [one[:3] for one in found] == [expected[:3]]
    assert set(expected[3]) <= set(found[0][3])


@pytest.mark.parametrize(
    "text",
    [
        "Ana Paz agreed with Ivo Horta to leave.",
        "Nor is this the first lawsuit to be brought over the mine.",
        "Running kept up his constitution.",
        "Volta Lines said it would sue Togo.",
    ],
)
def test_words_like_those_of_instruments_are_none(read: Read, text: str) -> None:
    assert instruments(read(text, "2023-06-14")) == []


def test_agreement_told_by_a_verb_is_read_in_spanish(read: Read) -> None:
    found = instruments(read("Togo acordó con Airbus abrir una fábrica.", "2023-06-14", language="es"))
    assert found == [("agreement", "acuerdo", None, ["Togo", "Airbus"])]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The act violates the constitution. Congress passed the Ports Act.", ["constitution", "Ports Act"]),
        ("The Kenyan constitution forbids it. The constitution requires a vote.", ["Kenyan constitution"]),
        ("The constitution forbids it. The constitution requires a vote.", ["constitution"]),
        ("Togo signed the Volta Convention.", ["Volta Convention"]),
        ("Parliament passes mining law\n\nOn Monday parliament passed the Mines Act, which taxes it.", ["Mines Act"]),
    ],
)
def test_constitutions_conventions_and_laws_are_told_once(read: Read, text: str, titles: list[str]) -> None:
    assert [found[1] for found in instruments(read(text, "2023-06-14"))] == titles


def test_headline_that_retells_an_unnamed_instrument_adds_none(read: Read) -> None:
    text = "Governors sue President Tembo over mine\n\nOn Monday, governors filed a joint lawsuit against the decree."
    assert [found[1] for found in instruments(read(text, "2023-06-14"))] == ["joint lawsuit"]


def test_agreements_of_two_dates_are_two(read: Read) -> None:
    text = "In March 2022 Togo and Chad signed a treaty. In May 2023 Togo and Chad signed an accord."
    assert [found[1] for found in instruments(read(text, "2023-06-14"))] == ["treaty", "accord"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The emirate was bound by a constitution in 1956.", ["1956"]),
        ("In 2017 the court said that it is incompatible with the constitution.", ["None"]),
    ],
)
def test_constitution_is_dated_only_by_what_made_it(read: Read, text: str, dates: list[str]) -> None:
    reading = read(text, "2023-06-14")
    assert [str(s.time) for s in reading.statements if isinstance(s.detail, InstrumentDetail)] == dates


@pytest.mark.parametrize("text", ["Ana Paz petitioned the ministry for aid.", "The rally was lawful.", "Ana Paz sued."])
def test_petition_of_a_ministry_and_what_is_no_instrument_tell_none(read: Read, text: str) -> None:
    assert instruments(read(text)) == []


def test_two_memoranda_of_other_days_and_sides_stay_two(read: Read) -> None:
    text = (
        "On March 7, 2023, Togo and Chad signed a memorandum of understanding on oil. "
        "On January 1, 2023, Kenya and Mali signed a memorandum of understanding in Nairobi."
    )
    found = [(s.time, [r.filler.text for r in s.roles]) for s in read(text).statements if s.kind is Kind.INSTRUMENT]
    assert [(str(time), parties) for time, parties in found] == [
        ("2023-03-07", ["Togo", "Chad"]),
        ("2023-01-01", ["Kenya", "Mali"]),
    ]
