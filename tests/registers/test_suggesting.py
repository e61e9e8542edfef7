"""Drafts of mappings, which load again."""

from pathlib import Path

import openpyxl
import pytest

from palanca.registers.mapping_loading import parse_mapping
from palanca.registers.suggesting import suggest_mapping
from palanca.sources import SourceOptions
from tests.registers.making import lines, read, rows_of

VISITS = """\
Nro;Visitante;Entidad;Funcionario;Fecha de ingreso;Fecha de salida;Motivo
1;Ana Ruiz;Costa SA;Ivo Rade;23/04/2023;24/04/2023;Reunión de trabajo sobre la ampliación del puerto y su financiamiento
2;Li Wa;Union Portuaria;Ona Tamm;03/05/2023;03/05/2023;Entrega de una carta sobre las obras del muelle norte y del sur
"""
ENVOYS = """\
person,role,country,started,ended
Oto Berg,Ambassador,Kenya,1990-02-01,1994
Una Dahl,Envoy,Oman,1994-03,1997-01-02
"""


def draft(folder: Path, table: str) -> str:
    file = folder / "table.csv"
    file.write_text(table, encoding="utf-8")
    text = suggest_mapping(file)
    assert isinstance(text, str)
    return text


def test_a_table_of_visits_is_a_mapping_of_meetings(tmp_path: Path) -> None:
    text = draft(tmp_path, VISITS)
    mapping = parse_mapping(text, place="draft")
    assert mapping.key == ("Nro",)
    assert str(mapping.dates.order) == "day"
    (first, _) = read(rows_of(tmp_path, VISITS, text, name="table.csv"), text)
    assert lines(first) == [
        "event | category=CONSULT | actor:Ana Ruiz | recipient:Ivo Rade | recipient:Costa SA | 2023-04-23/2023-04-24"
    ]


def test_a_table_of_offices_is_a_mapping_of_offices(tmp_path: Path) -> None:
    text = draft(tmp_path, ENVOYS)
    (_, second) = read(rows_of(tmp_path, ENVOYS, text, name="table.csv"), text)
    assert lines(second) == [
        "office | role=envoy | status=unknown | start=1994-03 | end=1997-01-02 | person:Una Dahl | body:Oman | "
        "1994-03/1997-01-02"
    ]


def test_amounts_are_a_mapping_of_quantities_with_their_decimal_mark_and_unit(tmp_path: Path) -> None:
    table = "Spender;Empfänger;Betrag (EUR);Datum\nNordbau GmbH;Uwe Berg;1.500,50;23.03.2022\n"
    text = draft(tmp_path, table)
    (reading,) = read(rows_of(tmp_path, table, text, name="table.csv"), text)
    assert lines(reading) == [
        "quantity | value=1500.5 | unit=EUR | source:Nordbau GmbH | target:Uwe Berg | 2022-03-23",
    ]
    assert "# A guess: the first is the source and the second the target." in text


def test_owners_are_a_mapping_of_ties(tmp_path: Path) -> None:
    table = "owner,company,since\nUna Dahl,Fjord AS,2019\n"
    text = draft(tmp_path, table)
    (reading,) = read(rows_of(tmp_path, table, text, name="table.csv"), text)
    assert lines(reading) == ["tie | kind=owns | source:Una Dahl | target:Fjord AS | 2019"]


def test_a_role_is_of_the_person_beside_it_and_the_first_word_of_a_header_counts(tmp_path: Path) -> None:
    table = "Visitante,Entidad del visitante,Funcionario,Cargo\nAna Ruiz,Costa SA,Ivo Rade,Director\n"
    mapping = parse_mapping(draft(tmp_path, table), place="draft")
    assert {name: thing.schema_.constant for name, thing in mapping.things.items()} == {
        "visitante": "Person", "funcionario": "Person", "entidad_del_visitante": "Organization",
    }  # fmt: skip
    assert mapping.statements[0].parties == (("person", ("funcionario",)),)


def test_a_word_that_is_also_a_country_makes_no_column_of_countries(tmp_path: Path) -> None:
    mapping = parse_mapping(draft(tmp_path, "Visitante,Motivo\nAna Ruiz,Reunión\nLi Wa,Reunión\n"), place="draft")
    assert list(mapping.things) == ["visitante"]


def test_a_column_called_date_is_one_though_some_of_its_days_are_none(tmp_path: Path) -> None:
    text = draft(
        tmp_path,
        "Fecha,Visitante,Documento,Funcionario\n3/5/2023,Ana Ruiz,1234,Ivo Rade\n0000-00-00,Li Wa,77,Ivo Rade\n",
    )
    mapping = parse_mapping(text, place="draft")
    assert [str(said.kind) for said in mapping.statements] == ["event"]
    assert [value.column for wanted in mapping.times for value in wanted.values] == [("Fecha",)]


def test_a_draft_tells_what_it_could_not(tmp_path: Path) -> None:
    text = draft(tmp_path, "Reporter,Partner,Year,Flow,Value,Day\nKenya,Ghana,2019,Export,5,03/04/2019\n")
    assert "# Not known: the unit of Value; write it in place of 'units'.\n" in text
    assert "# Not known: whether the day or the month comes first in its dates; say so under dates.order.\n" in text
    assert "# Not used: Flow, Day.\n" in text
    assert (
        "# The mapping bilateral_trade, which comes with Palanca, finds all its columns in this table: try it first.\n"
        in text
    )


def test_of_several_sheets_the_first_is_drafted_and_the_others_named(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].append(["Visitor", "Date"])
    workbook.worksheets[0].append(["Ana Ruiz", "2023-04-03"])
    workbook.create_sheet("Notes").append(["Note", "By"])
    workbook.save(tmp_path / "table.xlsx")
    text = suggest_mapping(tmp_path / "table.xlsx")
    assert isinstance(text, str)
    assert parse_mapping(text, place="draft").sheets == ("Sheet",)
    assert "# Only the first sheet is read; the others are Notes.\n" in text


def test_the_rows_of_xml_stay_in_the_draft(tmp_path: Path) -> None:
    file = tmp_path / "table.xml"
    file.write_text("<all><visit><host><name>Ivo Rade</name></host></visit></all>", encoding="utf-8")
    text = suggest_mapping(file, SourceOptions(rows="all/visit"))
    assert isinstance(text, str)
    mapping = parse_mapping(text, place="draft")
    assert (mapping.rows, mapping.columns) == ("all/visit", ("host/name",))


@pytest.mark.parametrize(
    "table", ["a,b\n1,2\n", "only\nx\n", ",,\nx,y,z\n", "name\n", "2024;2025\n1;2\n", 'q"uo,te:d,{x}\n"a: b",[c],#d\n']
)
def test_every_draft_loads(tmp_path: Path, table: str) -> None:
    parse_mapping(draft(tmp_path, table), place="draft")


def test_a_file_that_is_no_table_is_a_rejection(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(b"%PDF-1.7 nothing")
    assert not isinstance(suggest_mapping(file), str)
