"""Offices that are taken and left, in sentences that the grammar often reads wrongly."""

import pytest

from palanca.records import Kind, Modality
from tests.reading.test_offices import Office, Read, offices, times

PUBLISHED = "2024-05-17"  # a Friday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Parliament elected Maria Costa president with 71 votes on Monday.",
            [("Maria Costa", "president", None, "current")],
        ),
        (
            "The board of Nordbank AG named Eva Strand interim chief executive.",
            [("Eva Strand", "chief executive", "Nordbank AG", "acting")],
        ),
        (
            "Chief Justice Amara Diallo swore in Fatou Sy as the country's first woman prime minister.",
            [("Amara Diallo", "chief justice", None, "current"), ("Fatou Sy", "prime minister", None, "current")],
        ),
        (
            "The president-elect, Bayo Ade, named retired general Musa Sani as his national security adviser.",
            [
                ("Bayo Ade", "president", None, "designate"),
                ("Musa Sani", "national security adviser", None, "current"),
            ],
        ),
        (
            "Fatou Sy was appointed by Amara Diallo as her secretary of justice in 2017.",
            [("Fatou Sy", "secretary of justice", None, "current")],
        ),
        (
            "Deputy Kofi Adu has stepped into Yaw Mensah's role as the acting chair.",
            [("Kofi Adu", "deputy", None, "current"), ("Kofi Adu", "chair", None, "acting")],
        ),
        (
            "Former Rwandan army chief Faustin Habimana, now ambassador to Turkey, was recalled.",
            [
                ("Faustin Habimana", "army chief", "Rwandan army", "former"),
                ("Faustin Habimana", "ambassador to turkey", None, "current"),
            ],
        ),
        ("Tomas Vik served as the speaker pro tem.", [("Tomas Vik", "speaker pro tem", None, "former")]),
        (
            "Tomas Vik was a member of the Senate of Chile.",
            [("Tomas Vik", "member", "Senate of Chile", "former")],
        ),
        ("Paul Biko will become health minister.", [("Paul Biko", "health minister", None, "designate")]),
    ],
)
def test_whoever_is_put_into_an_office_has_it(read: Read, text: str, expected: list[Office]) -> None:
    assert offices(read(text, PUBLISHED)) == expected


def test_whoever_leaves_and_whoever_follows_are_told_apart(read: Read) -> None:
    text = "Carlos Mena resigned on Monday as the governor of Tolima and Rosa Ibarra was sworn in to succeed him."
    reading = read(text, PUBLISHED)
    assert [person for person, *_ in offices(reading)] == ["Carlos Mena", "Rosa Ibarra"]
    assert [(start, end) for start, end, _ in times(reading)] == [(None, "2024-05-13"), ("2024-05-13", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Brasov, Ion Popa, died on Tuesday.",
        "Ion Popa, mayor of the Romanian city of Brasov, was shot on Sunday. He died on Tuesday.",
    ],
)
def test_death_ends_an_office(read: Read, text: str) -> None:
    reading = read(text, PUBLISHED)
    assert offices(reading) == [("Ion Popa", "mayor", "Brasov", "current")]
    assert [end for _, end, _ in times(reading)] == ["2024-05-14"]


def test_death_ends_no_office_that_was_left_before(read: Read) -> None:
    reading = read("Former mayor Ion Popa was shot on Sunday. He died on Tuesday.", PUBLISHED)
    assert [end for _, end, _ in times(reading)] == [None]


def test_time_until_which_somebody_may_act_is_not_when_he_holds_office(read: Read) -> None:
    reading = read("Elena Cruz, the current governor, has until the end of June to call a vote.", PUBLISHED)
    assert times(reading) == [(None, None, "2024-05-17")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Minister Ana Ruiz left Lomé. Ruiz, who was appointed in March 2018, denied it.",
            ("2018-03", None),
        ),
        ("Ana Ruiz led Volta Bank from 2015 until her retirement in 2018.", ("2015", "2018")),
    ],
)
def test_office_begins_and_ends_as_other_words_tell(read: Read, text: str, shown: tuple[str, str | None]) -> None:
    assert [one[:2] for one in times(read(text, PUBLISHED))] == [shown]


def test_an_office_is_held_whatever_its_holder_may_do(read: Read) -> None:
    (found,) = (
        one for one in read("President Youssef Alaoui may have paid.", PUBLISHED).statements if one.kind is Kind.OFFICE
    )
    assert found.modality is Modality.ASSERTED
