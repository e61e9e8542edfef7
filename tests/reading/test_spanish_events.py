"""Events of Spanish sentences: the same frames as in English, and what Spanish alone does."""

import pytest

from palanca.reading.language import Languages
from tests.reading.conftest import Read
from tests.reading.test_events import Event, events, statements

pytestmark = pytest.mark.skipif(not Languages().reads("es"), reason="the Spanish pipeline is not installed")

PUBLISHED = "2024-07-10"  # a Wednesday
BOTH = ["Ana Ruiz", "Pedro Sosa"]


def read_one(read: Read, text: str) -> list[Event]:
    return events(read(text, PUBLISHED, "es"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La ministra Ana Ruiz se reunió con el canciller Pedro Sosa.", ("CONSULT", BOTH, [])),
        ("La ministra Ana Ruiz y el canciller Pedro Sosa se reunieron.", ("CONSULT", BOTH, [])),
        ("El canciller Pedro Sosa visitó Chile.", ("CONSULT", ["Pedro Sosa"], ["Chile"])),
        ("El presidente recibió al canciller Pedro Sosa el lunes.", ("CONSULT", [], ["Pedro Sosa"])),
        ("Ghana firmó un tratado con Togo.", ("SUPPORT", ["Ghana", "Togo"], [])),
        ("El tratado fue firmado por Ghana y Togo.", ("SUPPORT", ["Ghana", "Togo"], [])),
        ("China donó diez ambulancias a Cuba.", ("AID", ["China"], ["Cuba"])),
        ("Kenia impuso sanciones a Somalia.", ("SANCTION", ["Kenia"], ["Somalia"])),
        ("Colombia expulsó a dos diplomáticos rusos.", ("SANCTION", ["Colombia"], ["Rusia"])),
        ("El Salvador rompió relaciones con Taiwán.", ("SANCTION", ["El Salvador"], ["Taiwán"])),
        ("México pidió a China que retire sus barcos.", ("REQUEST", ["México"], ["China"])),
        ("La senadora Ana Ruiz acusó a Irán de espionaje.", ("ACCUSE", ["Ana Ruiz"], ["Irán"])),
        ("El ataque de Rusia contra Ucrania duró un día.", ("ASSAULT", ["Rusia"], ["Ucrania"])),
        ("El ejército de Chile realizó ejercicios militares con India.", ("COOPERATE", ["Chile", "India"], [])),
        ("Honduras abrió una embajada en Pekín.", ("SUPPORT", ["Honduras"], ["Pekín"])),
        (
            "La ministra Ana Ruiz llamó el lunes a consultas al embajador Pedro Sosa.",
            ("SANCTION", ["Ana Ruiz"], ["Pedro Sosa"]),
        ),
        ("Perú llamó a consultas a su embajador en España.", ("SANCTION", ["Perú"], ["España"])),
        ("Noruega levantó las sanciones a Chile.", ("CONCEDE", ["Noruega"], ["Chile"])),
        ("Francia retiró a sus últimos soldados de Níger.", ("RETREAT", ["Francia"], ["Níger"])),
        ("La ministra Ana Ruiz convocó al embajador Pedro Sosa.", ("REQUEST", ["Ana Ruiz"], ["Pedro Sosa"])),
        ("La ministra Ana Ruiz calificó de absurda la idea de Perú.", ("ACCUSE", ["Ana Ruiz"], ["Perú"])),
        ('"La decisión de Chile es inaceptable", dijo Ana Ruiz.', ("ACCUSE", ["Ana Ruiz"], ["Chile"])),
        (
            "La empresa Puertos del Istmo firmó un contrato con Aceros del Sur.",
            ("SUPPORT", ["Puertos del Istmo", "Aceros del Sur"], []),
        ),
        ("Los ministros de Defensa de Perú y de Chile se reunieron.", ("CONSULT", ["Perú", "Chile"], [])),
    ],
)
def test_acts_have_their_parties(read: Read, text: str, expected: Event) -> None:
    assert read_one(read, text) == [expected]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("El canciller Pedro Sosa viajará a Chile.", "planned"),
        ("El canciller Pedro Sosa va a visitar Chile.", "planned"),
        ("El canciller Pedro Sosa no visitó Chile.", "denied"),
        ("El canciller Pedro Sosa nunca visitó Chile.", "denied"),
        ("El canciller Pedro Sosa visitó Chile, según dos funcionarios.", "reported"),
        ("El canciller Pedro Sosa visitó Chile.", "asserted"),
    ],
)
def test_how_an_act_is_put(read: Read, text: str, modality: str) -> None:
    found = statements(read(text, PUBLISHED, "es"))
    assert [str(one.modality) for one in found] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "El gobierno quiere sancionar a Somalia.",
        "Si Kenia sanciona a Somalia, el precio subirá.",
        "La reunión no sirvió de nada.",
        "Llegó en marzo.",
    ],
)
def test_what_only_sounds_like_an_act_is_none(read: Read, text: str) -> None:
    assert read_one(read, text) == []


def test_left_out_subject_is_who_acted_before(read: Read) -> None:
    text = "La ministra Ana Ruiz llegó a Quito. Se reunió con el canciller Pedro Sosa."
    assert read_one(read, text)[1] == ("CONSULT", BOTH, [])


def test_left_out_plural_is_those_named_together(read: Read) -> None:
    text = "La ministra Ana Ruiz se reunió con el canciller Pedro Sosa. Acordaron abrir la frontera."
    assert read_one(read, text)[1] == ("AGREE", BOTH, [])


def test_left_out_subject_is_nobody_where_another_came_between(read: Read) -> None:
    text = "La ministra Ana Ruiz llegó a Quito. La reunión fue breve. Visitó Chile."
    assert read_one(read, text)[1:] == [("CONSULT", [], ["Chile"])]


def test_act_in_a_relative_clause_of_place_is_done_by_who_acts_around_it(read: Read) -> None:
    text = "La ministra Ana Ruiz viajó a Quito, donde firmó un tratado con Irán."
    assert read_one(read, text)[1] == ("SUPPORT", ["Ana Ruiz", "Irán"], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El Tribunal Supremo dictaminó que el impuesto era ilegal.", ("REJECT", ["Tribunal Supremo"], [])),
        ("El Senado votó para destituir a Juan Paz.", ("SANCTION", ["Senado"], ["Juan Paz"])),
    ],
)
def test_rulings_and_votes_in_spanish(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED, "es"))
