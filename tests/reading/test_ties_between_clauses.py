"""Ties of which an end is told elsewhere: in the clause before, in a list, by "the country" or by a source."""

from collections.abc import Callable

import pytest

from palanca.records import Kind, Modality, Reading, TieDetail
from tests.reading.test_ties import ties

type Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Togo's Volga Holding owns 51 percent of Severny Gold; the rest is held by the Crescent Foundation.",
            ("Crescent Foundation", "owns", "Severny Gold"),
        ),
        (
            "Volga Holding bought half of Severny Gold. The remainder belongs to Crescent Bank.",
            ("Crescent Bank", "owns", "Severny Gold"),
        ),
        (
            "The Crescent Trust is funded by the Norwegian agency Nordhjelp and the European Union.",
            ("European Union", "funds", "Crescent Trust"),
        ),
        (
            "Volta Lines, a unit of the Meridian Group, left.",
            ("Volta Lines", "subsidiary_of", "Meridian Group"),
        ),
        (
            "The Rim Institute, a research centre of the University of Suva, closed.",
            ("Rim Institute", "part_of", "University of Suva"),
        ),
        ("Togo and Fiji raised their relations to a strategic partnership.", ("Togo", "partner_of", "Fiji")),
        ("Togo elevated its ties with Fiji to a partnership.", ("Togo", "partner_of", "Fiji")),
        ("General Ivo Sá was on the payroll of Volta Oil.", ("Ivo Sá", "employee_of", "Volta Oil")),
        ("Ana Paz left the United Front in 2016.", ("Ana Paz", "member_of", "United Front")),
        ("Ivo Sá advises President Ana Paz.", ("Ivo Sá", "employee_of", "Ana Paz")),
        ("Ivo Sá is defended by Ana Paz.", ("Ana Paz", "represents", "Ivo Sá")),
        (
            "The Harbour Agency was transferred to the Ministry of Transport.",
            ("Harbour Agency", "part_of", "Ministry of Transport"),
        ),
        (
            "The minister established the Malaria Board under the Ministry of Health.",
            ("Malaria Board", "part_of", "Ministry of Health"),
        ),
        (
            "Volta Lines hired Harcourt & Lowe to represent it in court.",
            ("Harcourt & Lowe", "represents", "Volta Lines"),
        ),
        (
            "Togo agreed with Volta Lines to build a plant as a joint venture.",
            ("Togo", "partner_of", "Volta Lines"),
        ),
        ("China is extending its control over Togolese airspace.", ("China", "controls", "Togolese airspace")),
        ("China gained control over the waters of Togo.", ("China", "controls", "waters of Togo")),
        ("The Crescent Trust is funded by the embassy of Togo.", ("embassy of Togo", "funds", "Crescent Trust")),
        (
            "The Sahel Front is, according to Togo, supportive of the Desert Movement.",
            ("Sahel Front", "partner_of", "Desert Movement"),
        ),
        (
            "The director, Ivo Sá, has alleged ties to the Crescent Foundation.",
            ("Ivo Sá", "partner_of", "Crescent Foundation"),
        ),
        ("Kenya left. The country has Sukhoi Su-25 jets.", ("Kenya", "owns", "Sukhoi Su-25")),
        (
            "The soldiers came to Chile and saw Talca, in the south of the country, home of the Condor Battalion.",
            ("Talca", "located_in", "Chile"),
        ),
        (
            "The soldiers came to Chile and saw Talca, in the south of the country, home of the Condor Battalion.",
            ("Condor Battalion", "located_in", "Talca"),
        ),
    ],
)
def test_tie_whose_ends_stand_apart_is_read(read: Read, text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(read(text))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Volta S.A., empresa propiedad de Grupo Cóndor, quebró.", ("Grupo Cóndor", "owns", "Volta S.A.")),
        ("Ana Ruiz integra el directorio del Banco Austral.", ("Ana Ruiz", "member_of", "Banco Austral")),
        ("Ana Ruiz, militante del Frente Verde, viajó.", ("Ana Ruiz", "member_of", "Frente Verde")),
    ],
)
def test_such_ties_are_read_in_spanish(read: Read, text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(read(text, language="es"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kurdish-led Desert Army left.", "controls"),
        ("The Harbour Agency was transferred to the Ministry of Transport.", "owns"),
        ("Ivo Sá defended Ana Paz.", "represents"),
        ("Volga Holding owns half of Severny Gold. The rest of the town is owned by Ana Paz.", "controls"),
    ],
)
def test_no_tie_is_made_of_a_people_or_a_move(read: Read, text: str, kind: str) -> None:
    assert kind not in {k for _, k, _ in ties(read(text))}


def test_who_is_hired_represents_only_the_one_who_hires(read: Read) -> None:
    text = "Togo voted. Togo left. Nordvind Lines hired the lobbyists Park & Lane to represent it in Togo."
    told = {tie for tie in ties(read(text)) if tie[1] == "represents"}
    assert told == {("Park & Lane", "represents", "Nordvind Lines")}


def test_tie_is_told_where_it_is_so_and_not_where_it_is_planned(read: Read) -> None:
    reading = read("Togo plans to join the Sahel Alliance. In June 2020 Togo joined the Sahel Alliance.")
    found = [s for s in reading.statements if s.kind is Kind.TIE and isinstance(s.detail, TieDetail)]
    assert [(str(s.modality), str(s.time)) for s in found] == [(str(Modality.ASSERTED), "2020-06")]
