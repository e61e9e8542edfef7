import pytest

from palanca.reading.document import DocumentReader
from palanca.reading.language import Languages
from palanca.records import Form, Schema

from .conftest import document

pytestmark = pytest.mark.skipif(not Languages().reads("es"), reason="the Spanish pipeline is not installed")


def names(reader: DocumentReader, text: str) -> set[tuple[str, Schema, str | None]]:
    reading = reader.read(document(text, language="es"))
    return {(entity.caption, entity.schema, entity.country) for entity in reading.entities}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La senadora llegó a Guyana.", {("Guyana", Schema.PLACE, "GUY")}),
        ("Renunció Luis de la Torre.", {("Luis de la Torre", Schema.PERSON, None)}),
        ("La jueza citó a Óscar Guerra.", {("Óscar Guerra", Schema.PERSON, None)}),
        ("La Contraloría General de Togo calló.", {("Contraloría General de Togo", Schema.PUBLIC_BODY, "TGO")}),
        ("Calló la Fiscalía General de la Nación.", {("Fiscalía General de la Nación", Schema.PUBLIC_BODY, None)}),
        ("Votó la Junta Central Electoral.", {("Junta Central Electoral", Schema.PUBLIC_BODY, None)}),
        ("El Poder Ejecutivo calló.", {("Poder Ejecutivo", Schema.PUBLIC_BODY, None)}),
        (
            "Calló la minera canadiense Boreal Gold.",
            {("Canadá", Schema.PLACE, "CAN"), ("Boreal Gold", Schema.COMPANY, "CAN")},
        ),
        ("El Estado perdió el juicio.", set()),
        ("Habló la Cámara de Diputados.", {("Cámara de Diputados", Schema.PUBLIC_BODY, None)}),
        ("La Unión Europea protestó.", {("Unión Europea", Schema.PUBLIC_BODY, None)}),
        ("El Gobierno español protestó.", {("España", Schema.PLACE, "ESP")}),
        ("El gobierno de Chile protestó.", {("Chile", Schema.PLACE, "CHL")}),
        ("El Gobierno de Chile protestó.", {("Chile", Schema.PLACE, "CHL")}),
        ("El juez multó a Minas del Norte.", {("Minas del Norte", Schema.COMPANY, None)}),
        ("Murió en el Hospital Togo.", {("Hospital Togo", Schema.ORGANIZATION, "TGO")}),
        ("Los pescadores de Ayotla callaron.", {("Ayotla", Schema.PLACE, None)}),
        ("La petrolera estatal ANDEP calló.", {("ANDEP", Schema.PUBLIC_BODY, None)}),
        ("La familia Rivas calló.", {("familia Rivas", Schema.ORGANIZATION, None)}),
        ("El ministro elogió a Rutas del Este.", {("Rutas del Este", Schema.ORGANIZATION, None)}),
        (
            "La cofundadora de Camino Claro, Lena Mora, calló.",
            {("Camino Claro", Schema.ORGANIZATION, None), ("Lena Mora", Schema.PERSON, None)},
        ),
        ("LA PAZ, 3 de mayo de 2024 — La lluvia cesó.", {("La Paz", Schema.PLACE, "BOL")}),
    ],
)
def test_names_of_a_sentence(reader: DocumentReader, text: str, found: set[tuple[str, Schema, str | None]]) -> None:
    assert names(reader, text) == found


def test_last_word_of_a_spanish_name_is_not_what_it_is_called(reader: DocumentReader) -> None:
    reading = reader.read(document("La firma fue en el Palacio de Gobierno. El gobierno calló.", language="es"))
    assert [m.text for m in reading.mentions if m.form is Form.NOMINAL] == []


def test_demonym_written_small_points_to_its_country(reader: DocumentReader) -> None:
    reading = reader.read(document("La empresa ghanesa Volta Lines operó el puerto.", language="es"))
    pointers = {(m.text, m.form) for m in reading.mentions if m.form is not Form.NAME}
    assert pointers == {("ghanesa", Form.NOMINAL)}
    assert [(e.caption, e.country) for e in reading.entities] == [("Ghana", "GHA"), ("Volta Lines", "GHA")]


@pytest.mark.parametrize(
    ("text", "pointer", "whom"),
    [
        ("La ministra Alex Paz viajó. Ella volvió.", "Ella", "Alex Paz"),
        ("El ministro Raúl Rey viajó a Quito. Su vocera lo dijo.", "Su", "Raúl Rey"),
        ("La ministra de Salud, Ana Paz, viajó. La ministra volvió.", "La ministra", "Ana Paz"),
        ("El presidente Luis Rey habló. Mejía acusó al mandatario de mentir.", "mandatario", "Luis Rey"),
        ("Raúl Paz, excomandante del Ejército, calló. Su abogado habló.", "Su", "Raúl Paz"),
        ("El banco Lempa Credit cerró. El banco no respondió.", "El banco", "Lempa Credit"),
    ],
)
def test_what_points_back(reader: DocumentReader, text: str, pointer: str, whom: str) -> None:
    reading = reader.read(document(text, language="es"))
    captions = {entity.id: entity.caption for entity in reading.entities}
    assert [captions[m.entity] for m in reading.mentions if m.text == pointer] == [whom]
