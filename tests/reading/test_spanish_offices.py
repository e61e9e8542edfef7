import pytest

from palanca.reading.document import DocumentReader
from palanca.reading.language import Languages
from palanca.records import OfficeDetail, OfficeStatus, RoleName

from .conftest import document

pytestmark = pytest.mark.skipif(not Languages().reads("es"), reason="the Spanish pipeline is not installed")

CURRENT, FORMER, ACTING, DESIGNATE = (
    OfficeStatus.CURRENT,
    OfficeStatus.FORMER,
    OfficeStatus.ACTING,
    OfficeStatus.DESIGNATE,
)

type Office = tuple[str, str, str | None, OfficeStatus]


def offices(reader: DocumentReader, text: str) -> list[Office]:
    found: list[Office] = []
    for one in reader.read(document(text, language="es")).statements:
        if isinstance(one.detail, OfficeDetail):
            body = next((filler.text for filler in one.fillers(RoleName.BODY)), None)
            found.append((one.fillers(RoleName.PERSON)[0].text, one.detail.role, body, one.detail.status))
    return sorted(found)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("El canciller de Panamá, Ernesto Vidal, calló.", ("Ernesto Vidal", "canciller", "Panamá", CURRENT)),
        ("La ministra de Defensa Maya Rojas calló.", ("Maya Rojas", "ministra de defensa", None, CURRENT)),
        ("El presidente del Congreso, Alí Rey, calló.", ("Alí Rey", "presidente", "Congreso", CURRENT)),
        ("Julio Paz fue comandante del Ejército hasta 2019.", ("Julio Paz", "comandante", "Ejército", FORMER)),
        ("El exministro de Economía Julio Paz calló.", ("Julio Paz", "ministro de economía", None, FORMER)),
        ("La expresidenta Ana Ruiz calló.", ("Ana Ruiz", "presidenta", None, FORMER)),
        ("La presidenta electa, Ana Ruiz, calló.", ("Ana Ruiz", "presidenta", None, DESIGNATE)),
        ("El presidente interino de Togo, Yao Mensah, calló.", ("Yao Mensah", "presidente", "Togo", ACTING)),
        ("El presidente electo de Malta, Joe Borg, calló.", ("Joe Borg", "presidente", "Malta", DESIGNATE)),
        ("El presidente peruano Luis Rey calló.", ("Luis Rey", "presidente", "Perú", CURRENT)),
        (
            "La viceministra de Comercio, Elsa Quispe, calló.",
            ("Elsa Quispe", "viceministra de comercio", None, CURRENT),
        ),
        ("El secretario general de la ONU, Henrik Lund, calló.", ("Henrik Lund", "secretario general", "ONU", CURRENT)),
        ("El alcalde de Ayotla, Luis Paz, calló.", ("Luis Paz", "alcalde", "Ayotla", CURRENT)),
        ("El exintendente de Rocha Walter Silva calló.", ("Walter Silva", "intendente", "Rocha", FORMER)),
        (
            "El portavoz de la Policía Nacional, coronel Luis Paz, calló.",
            ("Luis Paz", "portavoz", "Policía Nacional", CURRENT),
        ),
        (
            "El jefe del Estado Mayor Conjunto, el general Luis Paz, calló.",
            ("Luis Paz", "jefe", "Estado Mayor Conjunto", CURRENT),
        ),
        ("La líder de Tierra Viva, Ana Paz, calló.", ("Ana Paz", "líder", "Tierra Viva", CURRENT)),
        (
            "La ministra de Transición Ecológica, Ana Paz, calló.",
            ("Ana Paz", "ministra de transición ecológica", None, CURRENT),
        ),
        ("Filomeno Paz, enviado especial de Angola, calló.", ("Filomeno Paz", "enviado especial", "Angola", CURRENT)),
        ("La senadora Ana Paz, del Frente Amplio, habló en el Senado.", ("Ana Paz", "senadora", "Senado", CURRENT)),
        ("Luis Paz, gerente general de Volta Lines, calló.", ("Luis Paz", "gerente general", "Volta Lines", CURRENT)),
    ],
)
def test_title_beside_a_name(reader: DocumentReader, text: str, office: Office) -> None:
    assert offices(reader, text) == [office]


def test_demonym_inside_a_title_is_whose_it_is(reader: DocumentReader) -> None:
    found = offices(reader, "El ministro británico de Exteriores, James Whitby, llegó a Quito.")
    assert found == [("James Whitby", "ministro británico de exteriores", "Reino Unido", CURRENT)]


def test_title_that_tells_whose_somebody_is_is_not_the_name_s(reader: DocumentReader) -> None:
    assert offices(reader, "La esposa del gobernador, Ana Paz, calló.") == []


def test_two_offices_of_a_sentence_keep_their_bodies(reader: DocumentReader) -> None:
    text = "El secretario de Estado, Paul Denton, y la directora de Oxfam, Ann Brody, llegaron."
    assert offices(reader, text) == [
        ("Ann Brody", "directora", "Oxfam", CURRENT),
        ("Paul Denton", "secretario de estado", None, CURRENT),
    ]


def test_envoy_is_over_when_his_years_in_a_country_are(reader: DocumentReader) -> None:
    (office,) = reader.read(
        document("Habló Luis Paz, embajador de Togo en Malta entre 2015 y 2019.", "2024", "es")
    ).statements
    assert isinstance(office.detail, OfficeDetail)
    assert (office.detail.status, str(office.detail.start), str(office.detail.end)) == (FORMER, "2015", "2019")


def test_what_somebody_now_is_stands_behind_what_he_was(reader: DocumentReader) -> None:
    text = "El exjefe del Ejército Fabio Mora, ahora embajador en Malta, fue llamado a consultas."
    assert offices(reader, text) == [
        ("Fabio Mora", "embajador", None, CURRENT),
        ("Fabio Mora", "jefe", "Ejército", FORMER),
    ]


def test_given_name_behind_a_small_word_is_no_infinitive(reader: DocumentReader) -> None:
    text = "El presidente electo, Julio Paz, nombró ministro de Defensa a Óscar Guerra. Guerra fue comandante."
    assert ("Óscar Guerra", "ministro de defensa", None, CURRENT) in offices(reader, text)


def test_senator_has_no_seat_among_deputies(reader: DocumentReader) -> None:
    found = offices(reader, "La Cámara de Diputados sesionó. El senador Julio Paz salió.")
    assert found == [("Julio Paz", "senador", None, CURRENT)]
