"""Statements of FollowTheMoney, one value a row, gathered to entities."""

from pathlib import Path

from palanca.registers.rows import RowRead
from tests.registers.followthemoney.making import items_of, readings
from tests.registers.making import documents, lines, reasons

HEADER = "canonical_id,entity_id,prop,schema,value,dataset,id"


def statements(folder: Path, *rows: str) -> list[RowRead]:
    return items_of(folder, HEADER, *rows, name="ghana.statements.csv")


def test_statements_of_an_entity_may_stand_anywhere(tmp_path: Path) -> None:
    items = statements(
        tmp_path,
        "NK-3,own,owner,Ownership,gh-1,reg,1",
        "NK-2,gh-1,name,LegalEntity,Ama Serwaa,reg,2",
        "NK-1,gh-2,name,Company,Volta Grid Ltd,reg,3",
        "NK-3,own,asset,Ownership,NK-1,reg,4",
        "NK-2,gh-7,name,Person,A. Serwaa,press,5",
        "NK-3,own,id,Ownership,own,reg,6",
    )
    assert [line for reading in readings(items) for line in lines(reading)] == [
        "tie | kind=owns | source:Ama Serwaa | target:Volta Grid Ltd"
    ]
    company, person, ownership = readings(items)
    assert [(one.caption, one.names, one.identifiers) for one in (*company.entities, *person.entities)] == [
        ("Volta Grid Ltd", (), ("ftm:NK-1",)),
        ("Ama Serwaa", ("A. Serwaa",), ("ftm:NK-2",)),
    ]
    assert {one.identifiers for one in ownership.entities} == {("ftm:NK-1",), ("ftm:NK-2",)}


def test_a_statement_of_nobody_and_an_entity_of_two_sorts_are_refused(tmp_path: Path) -> None:
    items = statements(
        tmp_path, ",,name,Person,Nobody,reg,1", "NK-9,a,name,Person,Kofi,reg,2", "NK-9,a,name,Vessel,Kofi,reg,3",
        "NK-1,b,name,Person,Ama Serwaa,reg,4",
    )  # fmt: skip
    assert reasons(items) == [
        "entity NK-9: it is told to be Person and Vessel, of which neither is the other: mend one",
        "row 2 names no entity: fill in canonical_id",
    ]
    assert [one.name for one in documents(items)] == ["ftm_ghana-NK-1"]


def test_an_unreadable_value_is_told_with_its_entity_and_property(tmp_path: Path) -> None:
    items = statements(tmp_path, "NK-1,b,name,Person,Ama Serwaa,reg,1", "NK-1,b,birthDate,Person,soon,reg,2")
    assert reasons(items) == ["entity NK-1, property birthDate: 'soon' is no date that FollowTheMoney reads"]
