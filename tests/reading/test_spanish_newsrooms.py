"""What Latin American newsrooms and gazettes write: callings, shortened words, small laws, bodies, verbs of theirs."""

import pytest

from palanca.exchange.facts import facts_of
from palanca.reading.language import Languages
from palanca.records import Reading, Schema
from tests.reading.conftest import Read

pytestmark = pytest.mark.skipif(not Languages().reads("es"), reason="the Spanish pipeline is not installed")


def schemata(reading: Reading) -> dict[str, Schema]:
    return {entity.caption: entity.schema for entity in reading.entities}


def told(reading: Reading, layer: str, *fields: str) -> list[tuple[object, ...]]:
    """These fields of the facts of one layer, in order."""
    return [tuple(fact.get(field) for field in fields) for fact in facts_of(reading) if fact["layer"] == layer]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "La ministra recibió ayer a la Abg. Carmen Loza en Tarija.", "Carmen Loza"),
        ("es", "El gerente de Oleoductos, Ing. Fausto Rivera, negó la acusación.", "Fausto Rivera"),
        ("es", "Según la Dra. Elvira Ponce, el pozo está seco.", "Elvira Ponce"),
        ("en", "Police questioned Adv. Sipho Radebe in Durban on Friday.", "Sipho Radebe"),
        ("en", "The minister thanked Engineer Yusuf Karimi for the bridge.", "Yusuf Karimi"),
        ("en", "The court heard Barrister Grace Mensah on Monday.", "Grace Mensah"),
    ],
)
def test_a_calling_is_no_part_of_a_name(read: Read, language: str, text: str, name: str) -> None:
    assert schemata(read(text, language=language)).get(name) is Schema.PERSON


def test_a_calling_behind_a_title_leaves_the_speaker_his_name(read: Read) -> None:
    text = "La directora de la organización, Lic. Elvira Ponce, exigió al fiscal que investigue las torturas."
    assert told(read(text, language="es"), "quotation", "speaker") == [("Elvira Ponce",)]


def test_a_calling_in_the_plural_begins_the_name_of_a_body(read: Read) -> None:
    found = schemata(read("The minister met the group Engineers Without Limits on Monday."))
    assert not any(name.startswith("Without") for name in found)


def test_a_shortened_word_ends_no_spanish_sentence(read: Read) -> None:
    reading = read("El rector citó al Lic. Hugo Sandoval por el contrato Nro. 45 de la obra.", language="es")
    assert len(reading.sentences) == 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("La ley 19.880 rige desde enero.", "ley 19.880"),
        ("El decreto supremo N° 71 fija la tasa.", "decreto supremo N° 71"),
        ("Rige el Decreto Ejecutivo No. 512 desde enero.", "Decreto Ejecutivo No. 512"),
    ],
)
def test_a_law_with_a_number_is_a_name_in_spanish_however_it_is_written(read: Read, text: str, title: str) -> None:
    reading = read(text, language="es")
    assert schemata(reading).get(title) is Schema.LAW
    assert told(reading, "instrument", "title") == [(title,)]


def test_a_small_law_that_only_counts_something_is_no_name(read: Read) -> None:
    assert schemata(read("Es una ley 100 veces peor que la otra.", language="es")) == {}


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("La Audiencia Nacional absolvió al director.", "Audiencia Nacional", Schema.PUBLIC_BODY),
        (
            "La Administración General de Puertos subió la tasa.",
            "Administración General de Puertos",
            Schema.PUBLIC_BODY,
        ),
        ("El juez multó a Naviera Austral.", "Naviera Austral", Schema.COMPANY),
        ("El Observatorio Aguas Claras publicó un informe.", "Observatorio Aguas Claras", Schema.ORGANIZATION),
        ("El Foro Andino publicó un informe.", "Foro Andino", Schema.ORGANIZATION),
        ("La Defensoría del Pueblo pidió calma.", "Defensoría del Pueblo", Schema.PUBLIC_BODY),
        ("Yacimientos Auríferos Fiscales compró dos dragas.", "Yacimientos Auríferos Fiscales", Schema.COMPANY),
    ],
)
def test_a_spanish_body_is_what_its_first_word_says(read: Read, text: str, name: str, schema: Schema) -> None:
    assert schemata(read(text, language="es")).get(name) is schema


def test_a_firm_between_its_noun_and_a_full_name_is_no_part_of_that(read: Read) -> None:
    reading = read("El presidente de la empresa pública Voltamar Luis Aranda viajó a Cádiz.", language="es")
    assert {"Voltamar", "Luis Aranda"} <= set(schemata(reading))


def test_a_verb_that_a_parser_takes_for_an_adjective_has_its_subject(read: Read) -> None:
    text = (
        "Mediante Decreto Ejecutivo No. 512, el presidente designó al Ing. Omar Salas como gerente de Minera Austral."
    )
    assert told(read(text, language="es"), "office", "person", "role") == [("Omar Salas", "gerente")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La senadora Irma Solano denunció que el contrato no fue enviado a la Contraloría."),
        ("en", "Senator Irma Solano alleged that the contract was not sent to the National Assembly."),
    ],
)
def test_nobody_is_blamed_for_what_was_not_brought_to_him(read: Read, language: str, text: str) -> None:
    assert told(read(text, language=language), "event", "category", "recipients") == [("ACCUSE", [])]


@pytest.mark.parametrize(
    ("text", "category", "actors", "recipients"),
    [
        ("YPFB y Ecopetrol firmaron una adenda en Tarija.", "SUPPORT", ["YPFB", "Ecopetrol"], []),
        ("La Policía Nacional capturó a dos sospechosos en Tumaco.", "COERCE", ["Policía Nacional"], []),
        ("La senadora Irma Solano (Alianza Cívica) votó en contra.", "REJECT", ["Irma Solano"], []),
        ("El diputado Raúl Peña convocó a un paro de 24 horas.", "PROTEST", ["Raúl Peña"], []),
        ("Estados Unidos retiró la visa al senador Raúl Peña.", "SANCTION", ["Estados Unidos"], ["Raúl Peña"]),
        ("El juez Omar Salas dictó diez días de detención preliminar.", "COERCE", ["Omar Salas"], []),
        ("La jueza Irma Solano ordenó la captura del senador Raúl Peña.", "COERCE", ["Irma Solano"], ["Raúl Peña"]),
        ("La Corte Suprema absolvió al senador Raúl Peña.", "CONCEDE", ["Corte Suprema"], ["Raúl Peña"]),
    ],
)
def test_acts_in_the_words_of_latin_american_news(
    read: Read, text: str, category: str, actors: list[str], recipients: list[str]
) -> None:
    found = told(read(text, language="es"), "event", "category", "actors", "recipients")
    assert found == [(category, actors, recipients)]


def test_who_holds_a_post_seizes_nothing(read: Read) -> None:
    assert told(read("Raúl Peña ocupaba el puesto desde 2016.", language="es"), "event", "category") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police arrested former mayor Raúl Peña, banker Omar Salas and lawyer Irma Solano on Monday."),
        ("es", "La policía detuvo al exalcalde Raúl Peña, al gerente de Obras Omar Salas y a la abogada Irma Solano."),
    ],
)
def test_all_of_a_list_undergo_what_is_done_to_them(read: Read, language: str, text: str) -> None:
    assert told(read(text, language=language), "event", "recipients") == [(["Raúl Peña", "Omar Salas", "Irma Solano"],)]


def test_whoever_is_told_beside_one_who_is_arrested_is_not(read: Read) -> None:
    text = "Police arrested Raúl Peña, brother of Senator Omar Salas, and Irma Solano."
    assert told(read(text), "event", "recipients") == [(["Raúl Peña", "Irma Solano"],)]


@pytest.mark.parametrize(
    "text",
    [
        "Parliament elected Raúl Peña governor, Omar Salas treasurer and Irma Solano ombudsman.",
        "President Juan Vega named Raúl Peña as governor, Omar Salas as treasurer and Irma Solano as ombudsman.",
        "Jan Berg was named governor, Omar Salas treasurer and Irma Solano ombudsman.",
    ],
)
def test_of_a_list_of_appointments_everybody_has_the_title_behind_his_name(read: Read, text: str) -> None:
    found = {(person, role) for person, role in told(read(text), "office", "person", "role") if role != "president"}
    first = "Jan Berg" if text.startswith("Jan") else "Raúl Peña"
    assert found == {(first, "governor"), ("Omar Salas", "treasurer"), ("Irma Solano", "ombudsman")}


def test_a_holder_behind_what_his_office_is_of_holds_it(read: Read) -> None:
    reading = read("El juez citó al exgobernador regional de Tarija Hernán Loza.", language="es")
    assert ("Hernán Loza", "gobernador", "Tarija") in told(reading, "office", "person", "role", "body")


def test_what_is_said_behind_a_day_is_told_whole_and_without_it(read: Read) -> None:
    reading = read("El gobernador Omar Salas anunció el 10 de mayo que cancelará los contratos.", language="es")
    assert told(reading, "quotation", "speaker", "content") == [("Omar Salas", "cancelará los contratos")]


def test_a_person_behind_a_relative_verb_without_a_acts_in_it(read: Read) -> None:
    reading = read("La empresa Minera Austral, que compró Raúl Peña, quebró.", language="es")
    assert ("owns", "Raúl Peña", "Minera Austral") in told(reading, "tie", "kind", "source", "target")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("El partido devolvió RD$35 millones.", 35_000_000, "DOP"),
        ("La multa es de Bs 20 millones.", 20_000_000, "BOB"),
        ("Los envíos bajaron a 8 millones de metros cúbicos.", 8_000_000, "cubic metre"),
        ("Entre 2019 y 2022 contratos por 40 millones de euros pasaron por allí.", 40_000_000, "EUR"),
    ],
)
def test_money_and_measures_of_latin_america(read: Read, text: str, value: int, unit: str) -> None:
    assert told(read(text, language="es"), "quantity", "value", "unit") == [(value, unit)]
