"""Drafts of mappings, which load again."""

from pathlib import Path

import pytest

from palanca.registers.mapping_loading import parse_mapping
from palanca.registers.suggesting import suggest_mapping
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


@pytest.mark.parametrize(
    "table", ["a,b\n1,2\n", "only\nx\n", ",,\nx,y,z\n", "name\n", "2024;2025\n1;2\n", 'q"uo,te:d,{x}\n"a: b",[c],#d\n']
)
def test_every_draft_loads(tmp_path: Path, table: str) -> None:
    parse_mapping(draft(tmp_path, table), place="draft")


def test_a_file_that_is_no_table_is_a_rejection(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(b"%PDF-1.7 nothing")
    assert not isinstance(suggest_mapping(file), str)
