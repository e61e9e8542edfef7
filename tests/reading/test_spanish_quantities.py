import pytest

from palanca.reading.document import DocumentReader
from palanca.reading.language import Languages
from palanca.records import QuantityDetail

from .conftest import document

pytestmark = pytest.mark.skipif(not Languages().reads("es"), reason="the Spanish pipeline is not installed")


def quantities(reader: DocumentReader, text: str) -> list[tuple[str, float, str]]:
    reading = reader.read(document(text, language="es"))
    return [
        (one.span.of(text), one.detail.value, one.detail.unit)
        for one in reading.statements
        if isinstance(one.detail, QuantityDetail)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pagó 970 millones de dólares.", ("970 millones de dólares", 970e6, "USD")),
        ("Pagó S/ 3,4 millones.", ("S/ 3,4 millones", 3.4e6, "PEN")),
        ("Pagó US$ 20 millones.", ("US$ 20 millones", 20e6, "USD")),
        (
            "Chile calló. Pagó 45.000 millones de pesos colombianos.",
            ("45.000 millones de pesos colombianos", 45e9, "COP"),
        ),
        ("Envió 1.200 soldados.", ("1.200 soldados", 1200.0, "soldados")),
        ("Murieron doscientas personas.", ("doscientas personas", 200.0, "personas")),
        ("Murieron treinta y cinco soldados.", ("treinta y cinco soldados", 35.0, "soldados")),
        ("Compró doscientos cincuenta camiones.", ("doscientos cincuenta camiones", 250.0, "camiones")),
        ("Envió mil doscientos soldados.", ("mil doscientos soldados", 1200.0, "soldados")),
        ("Pagó ciento veinte millones de dólares.", ("ciento veinte millones de dólares", 120e6, "USD")),
        ("Pagó dos mil quinientos millones de euros.", ("dos mil quinientos millones de euros", 2.5e9, "EUR")),
        ("Pagó 5 mil millones de euros.", ("5 mil millones de euros", 5e9, "EUR")),
        ("Pagó un millón y medio de euros.", ("un millón y medio de euros", 1.5e6, "EUR")),
        ("Son entre tres y cuatro mil millones de euros.", ("tres y cuatro mil millones de euros", 3e9, "EUR")),
        ("El tren iba a 120 kilómetros por hora.", ("120 kilómetros por hora", 120.0, "km/h")),
        ("El número de muertos subió a 214.", ("214", 214.0, "people")),
        ("Pagó medio millón de euros.", ("medio millón de euros", 0.5e6, "EUR")),
        ("Compró 45 mil toneladas de trigo.", ("45 mil toneladas", 45000.0, "tonne")),
        ("Recibió 3 millones de barriles.", ("3 millones de barriles", 3e6, "barrel")),
        ("La inflación subió un 2,5 %.", ("2,5 %", 2.5, "percent")),
        ("La inflación subió un 12 por ciento.", ("12 por ciento", 12.0, "percent")),
    ],
)
def test_amount(reader: DocumentReader, text: str, found: tuple[str, float, str]) -> None:
    assert quantities(reader, text) == [found]


@pytest.mark.parametrize("text", ["Gobernó tres años.", "Habló dos veces.", "Llegó el 3 de mayo de 2023."])
def test_no_amount(reader: DocumentReader, text: str) -> None:
    assert quantities(reader, text) == []
