"""Ties of Spanish sentences."""

import pytest

from palanca.reading.language import Languages
from tests.reading.conftest import Read
from tests.reading.test_ties import ties

pytestmark = pytest.mark.skipif(not Languages().reads("es"), reason="the Spanish pipeline is not installed")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ana Ruiz está casada con Pedro Sosa.", ("Ana Ruiz", "spouse", "Pedro Sosa")),
        ("Ana Ruiz, hermana del presidente Pedro Sosa, viajó.", ("Ana Ruiz", "family", "Pedro Sosa")),
        (
            "Grupo Cóndor posee el 51 % de las acciones de Minera Sur S.A. desde 2019.",
            ("Grupo Cóndor", "owns", "Minera Sur S.A."),
        ),
        (
            "Gonzalo Rivas es cuñado del secretario de Estado de Transportes, Álvaro Peña.",
            ("Gonzalo Rivas", "family", "Álvaro Peña"),
        ),
        ("Ana Ruiz acusó a Pedro Sosa de financiar al Grupo Cóndor.", ("Pedro Sosa", "funds", "Grupo Cóndor")),
        ("Minera Sur S.A. es una filial de Grupo Cóndor.", ("Minera Sur S.A.", "subsidiary_of", "Grupo Cóndor")),
        ("Ana Ruiz es dueña de la empresa Minera Sur.", ("Ana Ruiz", "owns", "Minera Sur")),
        ("Marta Ruiz, de Oxfam, salió.", ("Marta Ruiz", "employee_of", "Oxfam")),
        ("Ana Paz, del Frente Verde, salió.", ("Ana Paz", "member_of", "Frente Verde")),
        ("Minera Sur S.A. pertenece a Grupo Cóndor.", ("Grupo Cóndor", "owns", "Minera Sur S.A.")),
        ("Minera Sur S.A. pertenece en un 40 por ciento al fondo Cóndor.", ("Cóndor", "owns", "Minera Sur S.A.")),
        ("Grupo Cóndor compró Minera Sur S.A. en 2019.", ("Grupo Cóndor", "owns", "Minera Sur S.A.")),
        ("Minera Sur S.A., controlada por Grupo Cóndor, quebró.", ("Grupo Cóndor", "controls", "Minera Sur S.A.")),
        ("El Grupo Cóndor está registrado en Panamá.", ("Grupo Cóndor", "located_in", "Panamá")),
        ("La empresa Orient Lines opera un puerto en Colón.", ("Orient Lines", "controls", "puerto en Colón")),
        (
            "Ana Ruiz es hermana de un abogado de la empresa, Raúl Sosa.",
            ("Ana Ruiz", "family", "Raúl Sosa"),
        ),
        ("José Gil es el fundador del Frente Amplio.", ("José Gil", "member_of", "Frente Amplio")),
        ("José Gil, líder del Partido Azul, huyó.", ("José Gil", "member_of", "Partido Azul")),
    ],
)
def test_ties_are_read_as_in_english(read: Read, text: str, tie: tuple[str, str, str]) -> None:
    assert ties(read(text, language="es")) == {tie}


@pytest.mark.parametrize("text", ["Ana Ruiz no es dueña de Minera Sur S.A.", "La firma del tratado fue en Lima."])
def test_what_is_no_tie(read: Read, text: str) -> None:
    assert ties(read(text, language="es")) == set()
