from collections.abc import Callable

import pytest

from palanca.records import Kind, Reading, RoleName, TieDetail

type Read = Callable[..., Reading]


def ties(reading: Reading) -> set[tuple[str, str, str]]:
    found = set()
    for statement in reading.statements:
        if statement.kind is Kind.TIE and isinstance(statement.detail, TieDetail):
            (source,), (target,) = statement.fillers(RoleName.SOURCE), statement.fillers(RoleName.TARGET)
            found.add((source.text, str(statement.detail.kind), target.text))
    return found


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Ruth Wanjala is married to Daniel Kiprono.", ("Ruth Wanjala", "spouse", "Daniel Kiprono")),
        ("Severny Gold is owned by Volga Holding.", ("Volga Holding", "owns", "Severny Gold")),
        ("Volga Holding acquired Severny Gold in 2019.", ("Volga Holding", "owns", "Severny Gold")),
        (
            "Blue Meridian Ltd is a subsidiary of Meridian Group.",
            ("Blue Meridian Ltd", "subsidiary_of", "Meridian Group"),
        ),
        ("Qatar finances the Crescent Foundation.", ("Qatar", "funds", "Crescent Foundation")),
        ("The Condor Battalion is based in Arequipa.", ("Condor Battalion", "located_in", "Arequipa")),
        (
            "The Harbour Agency is under the Ministry of Transport.",
            ("Harbour Agency", "part_of", "Ministry of Transport"),
        ),
        (
            "Volta Freight is under the control of the Ministry of Transport.",
            ("Ministry of Transport", "controls", "Volta Freight"),
        ),
        ("The Condor Battalion is the main force of the Andean Army.", ("Condor Battalion", "part_of", "Andean Army")),
        ("The Andean Army is made up of the Condor Battalion.", ("Condor Battalion", "part_of", "Andean Army")),
        ("Kenya has urged allies such as Ghana to sign.", ("Ghana", "partner_of", "Kenya")),
        ("China's investment in Lamu is commercial.", ("China", "funds", "Lamu")),
        (
            "Volga Holding sold its 40 percent stake in Severny Gold to Meridian Group.",
            ("Meridian Group", "owns", "Severny Gold"),
        ),
        (
            "Severny Mining, a firm backed by Meridian Group, sued the state.",
            ("Severny Mining", "client_of", "Meridian Group"),
        ),
        (
            "Levan Gelashvili, founder of the Unity movement and majority shareholder of Severny Gold, left.",
            ("Levan Gelashvili", "owns", "Severny Gold"),
        ),
        (
            "Ana Paz, a career diplomat and daughter of the late general Hugo Paz, resigned.",
            ("Ana Paz", "family", "Hugo Paz"),
        ),
        ("Daniel Kiprono chairs Severny Gold's board.", ("Daniel Kiprono", "member_of", "Severny Gold")),
        ("The lawmaker Ana Paz of the Green Front resigned.", ("Ana Paz", "member_of", "Green Front")),
        ("Volga Holding sued Kita Systems, in which Togo holds a stake.", ("Togo", "owns", "Kita Systems")),
        ("Volga Holding has a stake in Severny Gold.", ("Volga Holding", "owns", "Severny Gold")),
        ("Volga Holding holds 60 percent of Severny Gold.", ("Volga Holding", "owns", "Severny Gold")),
        ("France extended its control over Corsica.", ("France", "controls", "Corsica")),
        ("Ana Paz is one of President Rosa Alba's aides.", ("Ana Paz", "employee_of", "Rosa Alba")),
        ("Juan Prieto was serving as Rosa Alba's personal lawyer.", ("Juan Prieto", "represents", "Rosa Alba")),
        (
            "The clients of Prieto & Partners include Volta Freight and Baltic Rail.",
            ("Baltic Rail", "client_of", "Prieto & Partners"),
        ),
        ("The Hungarian state-owned Danube Arms Kft. bought it.", ("Hungary", "owns", "Danube Arms Kft")),
        ("Ann Okoth visited Oruro, Bolivia.", ("Oruro", "located_in", "Bolivia")),
        ("Ann Okoth visited Monticello (Denver).", ("Monticello", "located_in", "Denver")),
        ("They met in Tunis, the capital of Tunisia.", ("Tunis", "located_in", "Tunisia")),
        ("Talks on Tunisia took place in Tunis, the capital.", ("Tunis", "located_in", "Tunisia")),
        ("The port of Varo, in the south of Chile, is shut.", ("Varo", "located_in", "Chile")),
        ("Ghana belongs to the African Union.", ("Ghana", "part_of", "African Union")),
        ("Ana Paz of the Labour Party abstained.", ("Ana Paz", "member_of", "Labour Party")),
        ("Nabil Tarawneh and his brother, Omar Tarawneh, left.", ("Omar Tarawneh", "family", "Nabil Tarawneh")),
    ],
)
def test_tie_is_read_in_its_direction(read: Read, sentence: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(read(sentence))


def test_denied_ownership_makes_no_tie(read: Read) -> None:
    assert ties(read("Volga Holding does not own Severny Gold.")) == set()


def test_possessive_alone_makes_no_tie(read: Read) -> None:
    assert ties(read("Ghana's ministers travelled to Togo.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese embassy in Peru is closed.",
        "A patrol crossed the Persian Gulf, the Gulf of Oman and the Strait of Hormuz.",
        "China claims sovereignty over Taiwan.",
        "The United States-led Iraq War began in 2003.",
        "Volga Holding has no stake in Severny Gold.",
        "The firm is under pressure from Ghana.",
        "Ana Paz has a brother.",
    ],
)
def test_near_miss_makes_no_tie(read: Read, text: str) -> None:
    assert ties(read(text)) == set()


def test_no_city_holds_another_of_a_list(read: Read) -> None:
    found = ties(read("Ana Paz visited Williamsburg (Virginia), New York City, Detroit (Michigan), and Boston."))
    assert found == {("Williamsburg", "located_in", "Virginia"), ("Detroit", "located_in", "Michigan")}
