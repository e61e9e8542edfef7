"""Quotations of Spanish sentences: whose words, by which cue, and exactly which words."""

import pytest

from palanca.reading.language import Languages
from tests.reading.conftest import Read
from tests.reading.test_quotations import Told, told

pytestmark = pytest.mark.skipif(not Languages().reads("es"), reason="the Spanish pipeline is not installed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No hay acuerdo", dijo Ana Ruiz.', ("Ana Ruiz", "dijo", "No hay acuerdo", True)),
        ("«No hay acuerdo», afirmó el canciller Pedro Sosa.", ("Pedro Sosa", "afirmó", "No hay acuerdo", True)),
        ("Ana Ruiz dijo que el acuerdo es justo.", ("Ana Ruiz", "dijo", "el acuerdo es justo", False)),
        ("Ana Ruiz negó haber recibido dinero.", ("Ana Ruiz", "negó", "haber recibido dinero", False)),
        ("Togo pidió a Ghana que abra la frontera.", ("Togo", "pidió", "abra la frontera", False)),
        ("Togo amenazó con cerrar la frontera.", ("Togo", "amenazó", "cerrar la frontera", False)),
        ("Ana Ruiz acusó a Ghana de ocultar el texto.", ("Ana Ruiz", "acusó", "ocultar el texto", False)),
        ("Según la ONU, la tregua duró poco.", ("ONU", "Según", "la tregua duró poco", False)),
        ("La tregua duró poco, según la ONU.", ("ONU", "según", "La tregua duró poco", False)),
    ],
)
def test_words_have_their_speaker(read: Read, text: str, expected: Told) -> None:
    assert told(read(text, language="es")) == [expected]


def test_left_out_speaker_is_who_spoke_before(read: Read) -> None:
    found = told(read("El alcalde, Diego Mora, viajó a Lima. Añadió que pagará la deuda.", language="es"))
    assert found == [("Diego Mora", "Añadió", "pagará la deuda", False)]


@pytest.mark.parametrize("text", ["Ana Ruiz no dijo que habrá acuerdo.", "Se espera que haya acuerdo."])
def test_words_that_nobody_said_are_none(read: Read, text: str) -> None:
    assert told(read(text, language="es")) == []
