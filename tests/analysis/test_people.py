"""People with what they hold: one row a person, one line an office."""

from collections.abc import Sequence

from palanca.analysis import PersonRow, people, rows
from palanca.records import Identity, OfficeStatus, Statement
from tests.analysis.making import claim, library, office, person

AMA = person("Ama Owusu", "a", "Minister Owusu", documents=2)


def rows_of(things: Sequence[Identity], *occupancies: Sequence[Statement]) -> list[PersonRow]:
    statements = [statement for told in occupancies for statement in told]
    return people(things, rows([claim(*told) for told in occupancies], library(*statements)))


def holdings(row: PersonRow) -> list[tuple[str, int]]:
    return [(holding.text, len(holding.row.passages)) for holding in row.holdings]


def test_office_told_twice_is_one_line_with_the_first_and_last_time_shown() -> None:
    told = [office("Ama Owusu", "a", "minister", "Ghana", time=time) for time in ("2023-05", "2024")]
    (row,) = rows_of([AMA], told)
    assert holdings(row) == [("minister, Ghana (current, as of 2023-05 to 2024)", 2)]


def test_stated_start_is_shown_instead_of_the_times_of_telling() -> None:
    (row,) = rows_of([AMA], [office("Ama Owusu", "a", "minister", "Ghana", time="2025", start="2024-02")])
    assert holdings(row) == [("minister, Ghana (current, from 2024-02)", 1)]


def test_office_without_body_or_time_is_role_and_status() -> None:
    (row,) = rows_of([AMA], [office("Ama Owusu", "a", "minister", status=OfficeStatus.FORMER)])
    assert holdings(row) == [("minister (former)", 1)]


def test_person_is_a_row_with_all_names() -> None:
    (row,) = rows_of([AMA])
    assert row == PersonRow(id=AMA.id, name="Ama Owusu", names=("Minister Owusu",), holdings=(), documents=2)


def test_people_in_more_documents_come_first_then_those_with_more_offices() -> None:
    things = [person("Bo Lind", "b"), person("Cy Tan", "c"), AMA]
    found = rows_of(things, [office("Cy Tan", "c", "minister")])
    assert [row.name for row in found] == ["Ama Owusu", "Cy Tan", "Bo Lind"]
