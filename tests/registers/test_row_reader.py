"""What a row says, by its mapping."""

from pathlib import Path

import pytest

from palanca.records import Failure, Register, Schema
from palanca.records.errors import InvalidMapping
from palanca.registers.readers import Readers
from palanca.registers.row_reader import RowReader
from tests.registers.making import READER, VISITS, documents, line, lines, mapping_of, read, rows_of, visits

GOOD = "1,Ana Ruiz,Costa SA;Port Union,Minister Ivo Rade,yes,03/04/2023,05/04/2023,held"


def said(folder: Path, *rows: str, mapping: str = VISITS) -> list[str]:
    (reading,) = read(visits(folder, *rows, mapping=mapping), mapping)
    return lines(reading)


def table(folder: Path, header: str, row: str, mapping: str) -> list[str]:
    (reading,) = read(rows_of(folder, f"{header}\n{row}\n", mapping), mapping)
    return lines(reading)


def test_a_row_says_all_that_its_mapping_says(tmp_path: Path) -> None:
    assert said(tmp_path, GOOD) == [
        "tie | kind=represents | source:Ana Ruiz | target:Costa SA | target:Port Union",
        "event | category=CONSULT | mode=lobby | actor:Ana Ruiz | recipient:Ivo Rade | recipient:Harbour Authority | "
        "2023-04-03/2023-04-05 | @Panama City",
        "office | role=minister | status=current | person:Ivo Rade | body:Panama | 2023-04-03/2023-04-05",
    ]


def test_a_statement_without_its_parties_is_not_made(tmp_path: Path) -> None:
    assert said(tmp_path, "1,Ana Ruiz,,,no,03/04/2023,,held") == [
        "event | category=CONSULT | mode=visit | actor:Ana Ruiz | recipient:Harbour Authority | 2023-04-03 | "
        "@Panama City",
    ]


def test_spans_stand_at_the_cells(tmp_path: Path) -> None:
    (reading,) = read(visits(tmp_path, GOOD))
    text = reading.document.text
    tie, event, _ = reading.statements
    assert event.span.of(text).startswith("Ana Ruiz")
    assert event.span.of(text).endswith("exit: 05/04/2023")
    assert tie.span.of(text) == "Ana Ruiz\nrepresents: Costa SA;Port Union"
    for statement in reading.statements:
        for role in statement.roles:
            assert role.filler.span is None or role.filler.span.of(text) == role.filler.text
    for mention in reading.mentions:
        assert mention.span.of(text) == mention.text


def test_what_the_mapping_says_of_every_row_has_no_words_in_it(tmp_path: Path) -> None:
    (reading,) = read(visits(tmp_path, GOOD))
    body = next(entity for entity in reading.entities if entity.caption == "Harbour Authority")
    assert (body.schema, body.country) == (Schema.PUBLIC_BODY, "PAN")
    assert not any(mention.entity == body.id for mention in reading.mentions)


def test_a_row_reads_the_same_from_its_document_alone(tmp_path: Path) -> None:
    found = documents(visits(tmp_path, GOOD))
    first, again = (list(RowReader(mapping_of(VISITS).register, READER).read_all(found)) for _ in range(2))
    assert first == again


def test_the_version_changes_with_the_mapping() -> None:
    one = RowReader(mapping_of(VISITS).register, READER).version
    other = RowReader(mapping_of(VISITS.replace("lobby}", "call}")).register, READER).version
    assert one != other


OFFICES = """\
name: offices
title: Offices
dates: {order: day}
things:
  person: {schema: Person, name: person, names: [{column: aliases, split: ";"}]}
  land: {schema: Place, name: land, country: itself}
statements:
  - {kind: office, role: role, person: [person], body: [land], start: [began], end: ended}
""".replace("start: [began]", "start: {column: [began, named]}")


def test_an_office_has_its_ends(tmp_path: Path) -> None:
    assert table(tmp_path, "person,aliases,land,role,named,began,ended",
                 "Oto Berg,O. Berg;Oto B.,el-salvador,Envoy,1901,1902-03,1905-01-02", OFFICES) == [
        "office | role=envoy | status=unknown | start=1902-03 | end=1905-01-02 | person:Oto Berg | body:el-salvador | "
        "1902-03/1905-01-02"
    ]  # fmt: skip


def test_a_country_has_its_usual_name_and_code(tmp_path: Path) -> None:
    header = "person,aliases,land,role,named,began,ended"
    (reading,) = read(rows_of(tmp_path, f"{header}\nOto Berg,O. Berg,el-salvador,Envoy,1901,,\n", OFFICES), OFFICES)
    assert [(entity.caption, entity.names, entity.country) for entity in reading.entities] == [
        ("Oto Berg", ("O. Berg",), None),
        ("El Salvador", ("el-salvador",), "SLV"),
    ]


def test_an_end_before_its_start_is_left_out(tmp_path: Path) -> None:
    header = "person,aliases,land,role,named,began,ended"
    (said_,) = table(tmp_path, header, "Oto Berg,,Chad,Envoy,,1905,1902", OFFICES)
    assert said_ == "office | role=envoy | status=unknown | start=1905 | person:Oto Berg | body:Chad | 1905"


TRADE = """\
name: trade
title: Trade
decimal: ","
things:
  reporter: {schema: Place, name: reporter, country: itself}
  partner: {schema: Place, name: partner, country: itself}
statements:
  - kind: quantity
    source: [reporter]
    target: [partner]
    value: value
    unit: {constant: USD}
    of: {constant: exports}
    time: year
    when: [{column: flow, is: export}]
  - kind: quantity
    source: [partner]
    target: [reporter]
    value: value
    unit: {constant: USD}
    of: {constant: imports}
    time: year
    when: [{column: flow, not: export}]
"""


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ('Kenya;Oman;2019;export;"1.234,5"',
         "quantity | value=1234.5 | unit=USD | of=exports | source:Kenya | target:Oman | 2019"),
        ("Kenya;Oman;2019;import;(7)",
         "quantity | value=-7.0 | unit=USD | of=imports | source:Oman | target:Kenya | 2019"),
    ],
)  # fmt: skip
def test_conditions_choose_what_is_said(tmp_path: Path, row: str, wanted: str) -> None:
    assert table(tmp_path, "reporter;partner;year;flow;value", row, TRADE) == [wanted]


def test_a_quantity_without_a_number_is_not_made(tmp_path: Path) -> None:
    assert table(tmp_path, "reporter;partner;year;flow;value", "Kenya;Oman;2019;export;secret", TRADE) == []


def test_a_default_stands_in_for_what_the_map_does_not_know(tmp_path: Path) -> None:
    assert "mode=visit" in said(tmp_path, GOOD.replace("yes", "perhaps"))[1]


def test_a_register_that_the_case_lacks_is_a_failure(tmp_path: Path) -> None:
    (found,) = Readers(READER, []).read_all(documents(visits(tmp_path, GOOD)))
    assert isinstance(found, Failure)
    assert "does not hold the register harbour_visits" in found.reason


def test_a_mapping_of_another_version_is_told() -> None:
    with pytest.raises(InvalidMapping, match="the mapping of old"):
        RowReader(Register(name="old", title="Old", mapping="rules: 1"), READER)


def test_the_order_of_rows_changes_nothing_in_them(tmp_path: Path) -> None:
    rows = [GOOD, GOOD.replace("1,Ana Ruiz", "2,Li Wa"), GOOD.replace("1,Ana Ruiz", "3,Bo Ja")]
    ahead = {reading.document.name: list(map(line, reading.statements)) for reading in read(visits(tmp_path, *rows))}
    back = {
        reading.document.name: list(map(line, reading.statements)) for reading in read(visits(tmp_path, *rows[::-1]))
    }
    assert ahead == back


@pytest.mark.parametrize(("cell", "unit"), [("", "USD"), ("Euro", "EUR"), ("GBP", "GBP")])
def test_default_is_for_empty_cells_alone_where_unknown_values_are_kept(tmp_path: Path, cell: str, unit: str) -> None:
    mapping = """\
name: loans
title: Loans
things:
  lender: {schema: Company, name: lender}
statements:
  - kind: quantity
    subject: [lender]
    value: sum
    unit: {column: currency, default: USD, keeps_unknown: true, map: {euro: EUR}}
"""
    assert table(tmp_path, "lender,sum,currency", f"Costa SA,12,{cell}", mapping) == [
        f"quantity | value=12.0 | unit={unit} | subject:Costa SA"
    ]
