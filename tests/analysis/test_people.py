"""People with what they hold: one row a person, one line an office."""

from palanca.analysis import PersonRow, people, rows
from palanca.analysis.tables import Library
from palanca.records import Entity, OfficeStatus, Statement
from tests.analysis.making import DOCUMENT, SENTENCES, office, person


def rows_of(entities: list[Entity], *offices: Statement) -> list[PersonRow]:
    library = Library(lambda _: DOCUMENT, lambda _: SENTENCES)
    return people(entities, rows(offices, library), lambda identifier: identifier.partition("/")[0])


def holdings(row: PersonRow) -> list[tuple[str, int]]:
    return [(holding.text, len(holding.rows)) for holding in row.holdings]


def test_same_office_told_twice_is_one_line_with_the_span_of_its_times() -> None:
    (row,) = rows_of(
        [person("Ama Owusu", "a")],
        office("Ama Owusu", "a", "minister", "Ghana", time="2023-05"),
        office("Ama Owusu", "a", "minister", "Ghana", time="2024"),
    )
    assert holdings(row) == [("minister, Ghana (current, as of 2023-05 to 2024)", 2)]


def test_office_told_without_its_body_joins_the_one_that_has_one() -> None:
    (row,) = rows_of(
        [person("Ama Owusu", "a")], office("Ama Owusu", "a", "minister"), office("Ama Owusu", "a", "minister", "Ghana")
    )
    assert holdings(row) == [("minister, Ghana (current)", 2)]


def test_office_without_a_body_stays_alone_where_two_bodies_have_it() -> None:
    (row,) = rows_of(
        [person("Ama Owusu", "a")],
        office("Ama Owusu", "a", "director", "Oxfam"),
        office("Ama Owusu", "a", "director", "Volta Freight"),
        office("Ama Owusu", "a", "director"),
    )
    assert [text for text, _ in holdings(row)] == [
        "director, Oxfam (current)", "director, Volta Freight (current)", "director (current)",
    ]  # fmt: skip


def test_former_and_current_holding_are_told_apart() -> None:
    (row,) = rows_of(
        [person("Ama Owusu", "a")],
        office("Ama Owusu", "a", "minister", "Ghana", status=OfficeStatus.FORMER),
        office("Ama Owusu", "a", "minister", "Ghana", start="2024-02"),
    )
    assert [text for text, _ in holdings(row)] == [
        "minister, Ghana (former)",
        "minister, Ghana (current, from 2024-02)",
    ]


def test_one_person_of_two_documents_is_one_row_with_all_names() -> None:
    (row,) = rows_of([person("Owusu", "a/1", "Minister Owusu"), person("Ama Owusu", "a/2")])
    assert (row.name, row.names) == ("Ama Owusu", ["Owusu", "Minister Owusu", "Ama Owusu"])


def test_people_with_more_offices_come_before_those_with_fewer() -> None:
    found = rows_of([person("Ama Owusu", "a"), person("Bo Lind", "b")], office("Bo Lind", "b", "minister"))
    assert [row.name for row in found] == ["Bo Lind", "Ama Owusu"]
