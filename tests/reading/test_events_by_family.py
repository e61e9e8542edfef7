"""Verbs and set phrases by which any newspaper tells the acts of a category, and crowds told by what they are."""

from collections.abc import Callable

import pytest

from palanca.records import Reading
from tests.reading.test_events_sides import PUBLISHED, Event, events

type Read = Callable[..., Reading]

RUIZ, LIN = ["Ana Ruiz"], ["Bo Lin"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya gave its word to Togo that it would reopen the port.", ("AGREE", ["Kenya"], ["Togo"])),
        ("Kenya and Togo came to terms over the river.", ("AGREE", ["Kenya", "Togo"], [])),
        ("Minister Ana Ruiz picked Bo Lin as her running mate.", ("SUPPORT", RUIZ, LIN)),
        ("The Labour Party nominated Senator Bo Lin for president.", ("SUPPORT", ["Labour Party"], LIN)),
        ("Senator Bo Lin was chosen by Minister Ana Ruiz as her successor.", ("SUPPORT", RUIZ, LIN)),
        ("President Ana Ruiz came out in support of Senator Bo Lin.", ("SUPPORT", RUIZ, LIN)),
        ("President Ana Ruiz scrapped the fuel tax.", ("CONCEDE", RUIZ, [])),
        ("Senator Bo Lin fled the country.", ("RETREAT", LIN, [])),
        ("Senator Bo Lin went into exile.", ("RETREAT", LIN, [])),
        ("The rebels of the Cedar Front laid down their arms.", ("RETREAT", ["Cedar Front"], [])),
        ("President Ana Ruiz challenged Senator Bo Lin to a debate.", ("REQUEST", RUIZ, LIN)),
        ("President Ana Ruiz took a swipe at Senator Bo Lin.", ("ACCUSE", RUIZ, LIN)),
        ("President Ana Ruiz tore into Senator Bo Lin.", ("ACCUSE", RUIZ, LIN)),
        ("President Ana Ruiz hammered Senator Bo Lin for his silence.", ("ACCUSE", RUIZ, LIN)),
        ("President Ana Ruiz raised questions about the loyalty of Bo Lin.", ("ACCUSE", RUIZ, LIN)),
        ("President Ana Ruiz came under fire from Senator Bo Lin.", ("ACCUSE", LIN, RUIZ)),
        ("President Ana Ruiz called off the summit.", ("REJECT", RUIZ, [])),
        ("Kenya pointed missiles at Togo.", ("THREATEN", ["Kenya"], ["Togo"])),
        ("President Ana Ruiz is critical of Togo.", ("ACCUSE", RUIZ, ["Togo"])),
        ('President Ana Ruiz called the ruling "a waste of time".', ("ACCUSE", RUIZ, [])),
        ('President Ana Ruiz described the budget as "flat" and late.', ("ACCUSE", RUIZ, [])),
        ("The Kenyan Supreme Court sentenced Bo Lin to five years.", ("COERCE", ["Kenyan Supreme Court"], LIN)),
        ("President Ana Ruiz said Togo was behind the raid.", ("ACCUSE", RUIZ, ["Togo"])),
        ("President Ana Ruiz said Togo was involved in the coup.", ("ACCUSE", RUIZ, ["Togo"])),
        ("The Cedar Party said the arrest was an attack on the press.", ("ACCUSE", ["Cedar Party"], [])),
        ("President Ana Ruiz said she would not resign.", ("REJECT", RUIZ, [])),
        ("Senator Bo Lin gave a warm welcome to President Ana Ruiz.", ("CONSULT", LIN, RUIZ)),
        ("President Ana Ruiz hinted at sanctions against Togo.", ("THREATEN", RUIZ, ["Togo"])),
        ("A curfew was imposed in Oslo.", ("COERCE", [], [])),
        ("President Ana Ruiz countered claims about her health.", ("REJECT", RUIZ, [])),
        ("Kenya was paying bounties to the Cedar Front.", ("AID", ["Kenya"], ["Cedar Front"])),
        ("The Kenyan cabinet announced a lockdown in Oslo.", ("COERCE", ["Kenyan cabinet"], ["Oslo"])),
    ],
)
def test_set_phrases_of_a_category(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police fired tear gas at protesters.", ("COERCE", [], [])),
        ("Protesters threw stones at police.", ("PROTEST", [], [])),
        ("Gunmen opened fire on the convoy of President Ana Ruiz.", ("ASSAULT", [], RUIZ)),
        ("The police killing of Bo Lin led to riots.", ("ASSAULT", [], LIN)),
        ("Law enforcement cleared peaceful protesters from the square.", ("COERCE", [], [])),
        ("Unrest continued in Oslo.", ("PROTEST", [], [])),
        ("Two suicide bombings took place near Oslo on Friday.", ("ASSAULT", [], [])),
        ("Clashes broke out in Oslo on Monday.", ("ASSAULT", [], [])),
    ],
    ids=["police", "crowd", "open fire", "killing", "enforcement", "unrest", "bombings", "clashes"],
)
def test_crowds_and_forces_need_no_name(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize("text", ["The supporters cheered at the gate.", "The bus hit a wall near the police station."])
def test_crowds_that_do_nothing_tell_no_event(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_what_nameless_critics_say_is_not_what_somebody_named_says(read: Read) -> None:
    text = "Critics accused President Ana Ruiz of theft. Senator Bo Lin accused President Ana Ruiz of delay."
    assert events(read(text, PUBLISHED)) == [("ACCUSE", [], RUIZ), ("ACCUSE", LIN, RUIZ)]


def test_unrest_in_two_towns_is_told_twice(read: Read) -> None:
    told = events(read("Unrest continued in Oslo. Days later unrest erupted in Nairobi.", PUBLISHED))
    assert [category for category, _, _ in told] == ["PROTEST", "PROTEST"]


@pytest.mark.parametrize(
    "text",
    [
        "The singer Ana Ruiz cancelled a concert. She was nominated for an award, and critics panned the record.",
        "Firefighters cleared the road, and a fallen line was behind the outage, the power company said.",
        "The striker Bo Lin tore into the defence. Fans threw paper at the referee.",
        "The chess champion Ana Ruiz fled to a corner of the board.",
    ],
    ids=["show", "accident", "sport", "chess"],
)
def test_texts_about_no_power_tell_no_event(read: Read, text: str) -> None:
    assert events(read(text, PUBLISHED)) == []


def test_what_is_said_of_two_things_is_said_twice(read: Read) -> None:
    told = read(
        "President Ana Ruiz criticised the levy. On the coast President Ana Ruiz criticised the road.", PUBLISHED
    )
    assert events(told) == [("ACCUSE", RUIZ, [])] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Ruiz is responsible for health.",
        "Minister Ana Ruiz said that a rock was behind the house.",
    ],
)
def test_part_in_nothing_accuses_nobody(read: Read, text: str) -> None:
    assert not [category for category, _, _ in events(read(text, PUBLISHED)) if category == "ACCUSE"]


def test_body_that_announces_what_is_called_off_calls_it_off(read: Read) -> None:
    text = "The Kenyan Senate announced on Monday that the hearing had been called off and the summit was cancelled."
    assert ("REJECT", ["Kenyan Senate"], []) in events(read(text, PUBLISHED))


def test_trip_that_is_called_off_was_not_made(read: Read) -> None:
    told = events(read("A trip to Togo was called off by President Ana Ruiz.", PUBLISHED))
    assert [category for category, _, _ in told] == ["SANCTION"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La presidenta Ana Ruiz rindió homenaje a Juan Paz.", ("SUPPORT", RUIZ, ["Juan Paz"])),
        ("La presidenta Ana Ruiz promulgó la ley.", ("SUPPORT", RUIZ, [])),
        ("Kenia suavizó las sanciones contra Togo.", ("CONCEDE", ["Kenia"], ["Togo"])),
        ("El senador Juan Paz huyó del país.", ("RETREAT", ["Juan Paz"], [])),
        ("La presidenta Ana Ruiz arremetió contra el senador Juan Paz.", ("ACCUSE", RUIZ, ["Juan Paz"])),
        ("La presidenta Ana Ruiz calificó de farsa las elecciones de Togo.", ("ACCUSE", RUIZ, ["Togo"])),
        ("Kenia reforzó la seguridad en la frontera.", ("MOBILIZE", ["Kenia"], [])),
        ("La policía lanzó gases lacrimógenos contra los manifestantes.", ("COERCE", [], [])),
        ("Pistoleros abrieron fuego contra la presidenta Ana Ruiz.", ("ASSAULT", [], RUIZ)),
    ],
)
def test_set_phrases_of_a_category_in_spanish(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED, "es"))
