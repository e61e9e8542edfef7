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


def test_several_people_are_one_subject() -> None:
    people = tuple(Filler(text=name) for name in ("Ana Ruiz", "Bo Li", "Cy Mo"))
    found = complete("Met with the king.", people)
    assert found.text == "Ana Ruiz, Bo Li and Cy Mo met with the king."
    assert [found.person_at(Span(at, at + 2)) for at in (0, 10, 20)] == [0, 1, 2]
