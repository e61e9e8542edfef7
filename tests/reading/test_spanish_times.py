from dataclasses import replace
from datetime import date

import pytest

from palanca.reading.time_anchor import anchor_of
from palanca.reading.time_meanings import Clock
from palanca.reading.time_phrases import find_phrases
from palanca.reading.times import _time
from palanca.records import Moment

from .conftest import document

CLOCK = Clock(published=Moment.of(date(2025, 4, 10)), said=Moment.of(date(2025, 3, 5)))  # a Thursday, a Wednesday


def times(text: str) -> list[tuple[str, str]]:
    return [(text[p.start : p.end], str(_time(p, CLOCK))) for p in find_phrases(text, "es")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Llegó el miércoles a Accra.", [("el miércoles", "2025-04-09")]),
        ("El Domingo llegó a Santo Domingo.", [("El Domingo", "2025-04-06")]),
        ("Llegó el lunes pasado.", [("el lunes pasado", "2025-04-07")]),
        ("Llegará el próximo lunes.", [("el próximo lunes", "2025-04-14")]),
        ("Firmó el 3 de mayo de 2023.", [("el 3 de mayo de 2023", "2023-05-03")]),
        ("Firmó el pasado 7 de abril.", [("el pasado 7 de abril", "2025-04-07")]),
        ("Firmó el 3 oct 2023.", [("el 3 oct 2023", "2023-10-03")]),
        ("Cayó al mar.", []),
        ("Firmó el 1º de marzo.", [("el 1º de marzo", "2025-03-01")]),
        ("Firmó el 03/05/2023.", [("03/05/2023", "2023-05-03")]),
        ("Estuvo del 3 al 5 de mayo de 2023.", [("3 al 5 de mayo de 2023", "2023-05-03/2023-05-05")]),
        ("Cayó en octubre.", [("octubre", "2024-10")]),
        ("Cayó en mayo de 2019.", [("mayo de 2019", "2019-05")]),
        ("Creció en el primer semestre de 2023.", [("el primer semestre de 2023", "2023-01/2023-06")]),
    ],
)
def test_days_and_months(text: str, found: list[tuple[str, str]]) -> None:
    assert times(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ayer por la tarde salió.", [("Ayer", "2025-04-09")]),
        ("Saldrá mañana.", [("mañana", "2025-04-11")]),
        ("Salió por la mañana.", []),
        ("Viajará la próxima semana.", [("la próxima semana", "2025-04-14/2025-04-20")]),
        ("Viajará el mes que viene.", [("el mes que viene", "2025-05")]),
        ("Perdió el año pasado.", [("el año pasado", "2024")]),
        ("Salió hace dos años.", [("hace dos años", "2023")]),
        ("Salió dos días después.", [("dos días después", "2025-03-07")]),
        ("Salió al día siguiente.", [("al día siguiente", "2025-03-06")]),
        ("Creció en los últimos cuatro años.", [("en los últimos cuatro años", "2021/2025")]),
    ],
)
def test_times_that_lean_on_others(text: str, found: list[tuple[str, str]]) -> None:
    assert times(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Opera el puerto desde 2016.", [("2016", "2016/..")]),
        ("Gobernó hasta 2020.", [("2020", "../2020")]),
        ("Regirá a partir del 1 de abril.", [("1 de abril", "2025-04-01/..")]),
        ("Gobernó de 2015 a 2018.", [("2015 a 2018", "2015/2018")]),
        ("Cayó a mediados de 2021.", [("2021", "2021~")]),
        ("Nació en los años noventa.", [("los años noventa", "199X")]),
        ("Una ley del siglo XX.", [("siglo XX", "19XX")]),
    ],
)
def test_years_and_what_stands_before_them(text: str, found: list[tuple[str, str]]) -> None:
    assert times(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Envió 2000 soldados.",
        "Los lunes trabaja.",
        "Habló Carlos Mayo.",
        "La Plaza de Mayo.",
        "Pagó 2016 pesos.",
        "Vive en Santo Domingo.",
        "Cantó Plácido Domingo.",
        "Renunció Domingo Cavallo.",
    ],
)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize("language", ["es", None])
def test_date_line_gives_the_day_of_the_document(language: str | None) -> None:
    text = "LA PAZ, 27 de febrero de 2025 — La ministra viajó."
    assert anchor_of(replace(document(text), language=language))[0] == Moment.of(date(2025, 2, 27))


def test_town_and_day_on_a_line_of_their_own_are_the_date_line() -> None:
    text = "Santo Domingo, 27 de febrero de 2025\n\nLa ministra viaja a Quito\n\nLa ministra viajó el lunes."
    assert anchor_of(replace(document(text), language="es"))[0] == Moment.of(date(2025, 2, 27))
