"""Prose in a cell is read like a document, with its row as context."""

from pathlib import Path

import pytest

from palanca.records import Filler, Span
from palanca.registers.prose_subjects import complete
from tests.registers.making import lines, read, rows_of

TRAVELS = """\
name: travels
title: Travels of ministers
language: en
things:
  traveller: {schema: Person, name: traveller, country: home}
  land: {schema: Place, name: land, country: itself}
statements:
  - {kind: event, category: CONSULT, mode: {constant: visit}, actor: [traveller], recipient: [land],
     time: {from: start, to: end}, place: city}
prose:
  - {column: remarks, time: {from: start, to: end}, place: city, country: land, people: [traveller]}
"""
HEADER = "traveller,home,land,city,start,end,remarks\n"
PERSON = (Filler(text="Ana Ruiz", span=Span(0, 8)),)


def said(folder: Path, remarks: str, *, land: str = "Peru", city: str = "Lima", language: str = "en") -> list[str]:
    row = f'Ana Ruiz,Chile,{land},{city},2023-05-03,2023-05-04,"{remarks}"\n'
    mapping = TRAVELS.replace("language: en", f"language: {language}")
    (reading,) = read(rows_of(folder, HEADER + row, mapping), mapping)
    for statement in reading.statements:
        assert statement.span.of(reading.document.text)
    return [one for one in lines(reading) if "mode=visit" not in one]


def test_a_meeting_is_of_the_person_of_the_row_then_and_there(tmp_path: Path) -> None:
    found = said(tmp_path, "Met with President Salcedo and Foreign Minister Quiroga.")
    assert sorted(found) == [
        "event | category=CONSULT | mode=meet | contexts=diplomatic+executive | actor:Ana Ruiz | actor:Salcedo | "
        "actor:Quiroga | 2023-05-03/2023-05-04 | @Lima",
        "office | role=foreign minister | status=current | person:Quiroga | body:Peru | 2023-05-03/2023-05-04",
        "office | role=president | status=current | person:Salcedo | body:Peru | 2023-05-03/2023-05-04",
    ]


def test_a_title_of_another_country_stays_of_that_country(tmp_path: Path) -> None:
    found = said(tmp_path, "Attended a summit meeting with Kenyan President Amani Oduya.", land="Oman", city="Muscat")
    assert any("person:Amani Oduya | body:Kenya" in one for one in found)
    assert not any("body:Oman" in one for one in found)


def test_those_who_accompany_are_of_the_home_country(tmp_path: Path) -> None:
    found = said(tmp_path, "Accompanied President Bastidas. Met with President Salcedo.")
    assert any("person:Bastidas | body:Chile" in one for one in found)
    assert any("person:Salcedo | body:Peru" in one for one in found)


def test_a_second_clause_has_the_same_subject(tmp_path: Path) -> None:
    found = said(tmp_path, "Attended the fair; met with Prime Minister Tello.")
    assert any("actor:Ana Ruiz | actor:Tello" in one for one in found)


def test_words_of_the_cell_are_what_is_shown(tmp_path: Path) -> None:
    row = 'Ana Ruiz,Chile,Peru,Lima,2023-05-03,2023-05-04,"Signed papers. Met with President Salcedo."\n'
    (reading,) = read(rows_of(tmp_path, HEADER + row, TRAVELS), TRAVELS)
    meeting = next(one for one in reading.statements if getattr(one.detail, "mode", "") == "meet")
    assert meeting.span.of(reading.document.text).startswith("Met with President Salcedo")
    (traveller,) = [one for one in reading.entities if one.caption == "Ana Ruiz"]
    assert meeting.roles[0].filler.entity == traveller.id
    assert [span.of(reading.document.text) for span in reading.sentences][-2:] == [
        "Signed papers.", "Met with President Salcedo.",
    ]  # fmt: skip


def test_a_date_in_the_cell_counts_before_that_of_the_row(tmp_path: Path) -> None:
    (event, *_) = [one for one in said(tmp_path, "Met with Prime Minister Tello on May 4.") if "meet" in one]
    assert "2023-05-04" in event
    assert "2023-05-03/" not in event


def parties(found: list[str], mode: str = "meet") -> list[str]:
    """The names of those who act in the events of one mode."""
    told = [one for one in found if f"mode={mode}" in one]
    return [part.removeprefix("actor:") for one in told for part in one.split(" | ") if part.startswith("actor:")]


@pytest.mark.parametrize(
    ("remarks", "others"),
    [
        ("Met with King Badru, Crown Prince Idris, and Prime Minister Sule.", ["Badru", "Idris", "Sule"]),
        ("Met with President Salcedo and, briefly, his family.", ["Salcedo"]),
        ("Also met with Premier Xu Bo, Kenyan Premier Ann Okoth, and Speaker Rao.", ["Xu Bo", "Ann Okoth", "Rao"]),
        ("Met with the Foreign Ministers of Chad, Togo, and Fiji, and with EU High Representative Lund.",
         ["Chad", "Togo", "Fiji", "Lund"]),
        ("Met with UN Special Envoy for Chad Bo van der Meer.", ["Bo van der Meer"]),
        ("Discussed Chad with Foreign Secretary Nash.", ["Nash"]),
        ("Reviewed the border talks with Queen Sofia and Premier Tamm.", ["Sofia", "Tamm"]),
        ("Accompanied President Bastidas to a meeting with President Salcedo.", ["Bastidas", "Salcedo"]),
        ("Met with President Salcedo at the UN General Assembly.", ["Salcedo"]),
        ("Met with President de la Sota; played golf.", ["de la Sota"]),
        ("Met with Prime Minister Major on May 4", ["Major"]),
        ("Met with Foreign Minister Lagos.", ["Lagos"]),
        ("Met with President Park Jun-ho and Emir al-Sabri.", ["Park Jun-ho", "al-Sabri"]),
        ("Audience with Pope Linus.", ["Linus"]),
        ("Attended a dinner with President Salcedo.", ["Salcedo"]),
    ],
)  # fmt: skip
def test_all_who_are_met_take_part(tmp_path: Path, remarks: str, others: list[str]) -> None:
    assert parties(said(tmp_path, remarks)) == ["Ana Ruiz", *others]


@pytest.mark.parametrize("remarks", ["Attended the NATO meeting.", "Attended a meeting of the African Union."])
def test_a_gathering_is_no_meeting_of_two(tmp_path: Path, remarks: str) -> None:
    found = said(tmp_path, remarks)
    assert parties(found) == []
    assert parties(found, "multilateral")[0] == "Ana Ruiz"


def test_a_summit_of_one_who_is_named_is_kept_since_the_row_tells_who_came(tmp_path: Path) -> None:
    found = said(tmp_path, "Pre-Summit meeting (May 3-4) with Kenyan General Secretary Oduya.")
    assert [one for one in found if "mode=multilateral" in one and "actor:Oduya" in one]


def test_what_was_spoken_of_was_not_then_and_there(tmp_path: Path) -> None:
    found = said(tmp_path, "Discussed responses to the Kenyan invasion of Oman.")
    (invasion,) = [one for one in found if "category=ASSAULT" in one]
    assert invasion.endswith("actor:Kenya | recipient:Oman | @Oman")


def test_who_is_only_accompanied_is_not_met(tmp_path: Path) -> None:
    assert parties(said(tmp_path, "Accompanied President Bastidas to the Summit of the Americas.")) == []


@pytest.mark.parametrize(
    ("remarks", "signed"),
    [
        ("Signed a fisheries agreement.", ["Chile", "Peru"]),
        ("Signed the Chilean-Bolivian Border Treaty.", ["Chile"]),
        ("Signed an extradition treaty with Togo.", ["Chile", "Togo"]),
        ("Discussed the fisheries agreement with Premier Tamm.", []),
    ],
)
def test_a_treaty_is_between_countries_that_sign_it(tmp_path: Path, remarks: str, signed: list[str]) -> None:
    (treaty,) = [one for one in said(tmp_path, remarks) if one.startswith("instrument")]
    assert [part.removeprefix("party:") for part in treaty.split(" | ") if part.startswith("party:")] == signed


@pytest.mark.parametrize(
    ("remarks", "bodies"),
    [
        ("Met with Vice President Bo Li and Peruvian President Salcedo.", {"Salcedo": "Peru"}),
        ("Attended the harbour summit with President Salcedo.", {}),
        ("Met with Chairman Tamm and Secretary for External Affairs Nash.", {"Tamm": "Peru", "Nash": "Peru"}),
        ("Joined President Bastidas.", {"Bastidas": "Chile"}),
        ("Met with Foreign Secretary Nash.", {"Nash": "Peru"}),
        ("Met with King Idris, the ministers of the region, and senior officials.", {"Idris": "Peru"}),
        ("Met with State Councilor Xu Bo.", {"Xu Bo": "Peru"}),
    ],
)
def test_a_title_is_of_the_country_that_is_sure(tmp_path: Path, remarks: str, bodies: dict[str, str]) -> None:
    offices = [one.split(" | ") for one in said(tmp_path, remarks) if one.startswith("office")]
    told = {
        part.removeprefix("person:"): body.removeprefix("body:")
        for one in offices
        for part in one
        for body in one
        if part.startswith("person:") and body.startswith("body:")
    }
    assert told == bodies


def visits_told(folder: Path, remarks: str) -> list[str]:
    row = f'Ana Ruiz,Chile,Peru,Lima,2023-05-03,2023-05-04,"{remarks}"\n'
    (reading,) = read(rows_of(folder, HEADER + row, TRAVELS), TRAVELS)
    return [one for one in lines(reading) if "mode=visit" in one]


@pytest.mark.parametrize(
    "remarks",
    ["Led the delegation.", "Official Working Visit.", "Official visit to Lima.", "Visited Peru.", "Visited Lima."],
)
def test_what_says_the_visit_again_is_no_claim_of_its_own(tmp_path: Path, remarks: str) -> None:
    assert said(tmp_path, remarks) == []
    assert len(visits_told(tmp_path, remarks)) == 1


def test_a_visit_elsewhere_is_a_claim_beside_that_of_the_row(tmp_path: Path) -> None:
    (_, beside) = visits_told(tmp_path, "Private visit to Togo.")
    assert "actor:Ana Ruiz | recipient:Togo" in beside


@pytest.mark.parametrize("remarks", ["Private visit.", "Vacation.", "En route to Quito."])
def test_what_tells_of_no_meeting_gives_none(tmp_path: Path, remarks: str) -> None:
    assert said(tmp_path, remarks) == []


def test_a_language_that_nobody_reads_keeps_its_sentence(tmp_path: Path) -> None:
    assert said(tmp_path, "Réunion avec le président Salcedo.", language="fr") == []


@pytest.mark.parametrize(
    ("cell", "completed"),
    [
        ("Met with the king.", "Ana Ruiz met with the king."),
        ("Met with the king; addressed the diet.", "Ana Ruiz met with the king. Ana Ruiz addressed the diet."),
        ("In Basel, met with bankers.", "In Basel, Ana Ruiz met with bankers."),
        ("Also visited Puno.", "Also Ana Ruiz visited Puno."),
        ("Informal meeting with Bo Li.", "Ana Ruiz held a informal meeting with Bo Li."),
        ("Accompanied by Bo Li.", "Ana Ruiz was accompanied by Bo Li."),
        ("Private visit to Basel.", "Ana Ruiz made a private visit to Basel."),
        ("Official Working Visit", "official working visit."),
        ("United Nations session.", "United Nations session."),
        ("Ivo Rade met the king.", "Ivo Rade met the king."),
        ("Met with J. Li in St. Ives.", "Ana Ruiz met with J. Li in St. Ives."),
    ],
)  # fmt: skip
def test_the_subject_stands_where_a_clause_lacks_one(cell: str, completed: str) -> None:
    found = complete(cell, PERSON)
    assert found.text == completed
    back = [found.back(Span(at, at + 1)) for at in range(len(found.text))]
    kept = [span.of(cell).casefold() for span in back if span]
    assert "".join(kept) == cell.casefold() or "." in completed.replace(";", "")


@pytest.mark.parametrize(
    ("name", "plain"), [("Ana Dean Ruiz", "Ana Ruiz"), ("Bo A. (Boris) Li", "Bo A. Li"), ("King", "King")]
)
def test_a_subject_is_put_in_without_what_reads_like_a_title(name: str, plain: str) -> None:
    assert complete("Met with Bo Li.", (Filler(text=name),)).text == f"{plain} met with Bo Li."


def test_several_people_are_one_subject() -> None:
    people = tuple(Filler(text=name) for name in ("Ana Ruiz", "Bo Li", "Cy Mo"))
    found = complete("Met with the king.", people)
    assert found.text == "Ana Ruiz, Bo Li and Cy Mo met with the king."
    assert [found.person_at(Span(at, at + 2)) for at in (0, 10, 20)] == [0, 1, 2]
