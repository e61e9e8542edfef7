"""Identifiers of things, names of several cells, and lists of objects, as a mapping names them."""

from pathlib import Path

import pytest

from palanca.records.errors import InvalidMapping
from tests.registers.making import lines, mapping_of, read, rows_of

FIRMS = """\
name: firms
title: Firms and their owners
things:
  firm:
    schema: {column: sort, map: {co: Company, trust: Organization}, default: Company}
    name: firm
    country: country
    id:
      - {scheme: company, country: country, column: number}
      - {scheme: lei, column: lei, pattern: "[0-9A-Z]{4,20}"}
  owner:
    schema: Person
    name: {column: [first, last], join: " "}
    id: {scheme: member, column: [first, born], join: /}
  trustees: {schema: Person, name: {column: trustees, split: ";"}, id: {scheme: member, column: cards, split: ";"}}
statements:
  - {kind: tie, tie: owns, source: [owner, trustees], target: [firm], time: {from: since, to: until, lasting: yes}}
"""
HEADER = "firm,sort,country,number,lei,first,last,born,trustees,cards,since,until"


def known(folder: Path, row: str) -> dict[str, tuple[str, ...]]:
    """The identifiers of each thing in a row."""
    (reading,) = read(rows_of(folder, f"{HEADER}\n{row}\n", FIRMS), FIRMS)
    return {f"{one.caption} ({one.schema})": one.identifiers for one in reading.entities}


def test_a_number_counts_in_its_scheme_and_country(tmp_path: Path) -> None:
    assert known(tmp_path, "Tana Mills,co,Kenya,C-7,LEI 5493X,Ada,Musa,1960,,,,") == {
        "Tana Mills (Company)": ("company:KEN/C-7", "lei:5493X"),
        "Ada Musa (Person)": ("member:Ada/1960",),
    }


def test_a_number_whose_country_is_not_known_stands_for_nothing(tmp_path: Path) -> None:
    assert known(tmp_path, "Tana Mills,trust,Atlantis,7,,,,,,,,") == {"Tana Mills (Organization)": ()}


def test_several_names_in_a_cell_have_an_identifier_each_or_none(tmp_path: Path) -> None:
    found = known(tmp_path, "Tana Mills,,,,,,,,Ana Rey; Ivo Rade,1;2,,")
    assert (found["Ana Rey (Person)"], found["Ivo Rade (Person)"]) == (("member:1",), ("member:2",))
    found = known(tmp_path, "Tana Mills,,,,,,,,Ana Rey; Ivo Rade,1,,")
    assert (found["Ana Rey (Person)"], found["Ivo Rade (Person)"]) == ((), ())


def test_a_number_copied_by_hand_counts_under_one_name_alone(tmp_path: Path) -> None:
    visits = """\
name: visits
title: Visits
things:
  visitor: {schema: Person, name: visitor, id: {scheme: card, column: card, with_name: true}}
"""
    table = 'visitor,card\nAna Ruíz,77\n"RUIZ, Ana",77\nIvo Rade,77\n'
    found = [one.identifiers for reading in read(rows_of(tmp_path, table, visits), visits) for one in reading.entities]
    assert found == [("card:77/ana ruiz",), ("card:77/ana ruiz",), ("card:77/ivo rade",)]


def test_a_name_of_two_cells_is_one_that_opens_at_both(tmp_path: Path) -> None:
    (reading,) = read(rows_of(tmp_path, f"{HEADER}\nTana Mills,,,,,Ada,Musa,,,,,\n", FIRMS), FIRMS)
    assert lines(reading) == ["tie | kind=owns | source:Ada Musa | target:Tana Mills"]
    assert [one.text for one in reading.mentions] == ["Tana Mills", "Ada", "Musa"]
    text = reading.document.text
    assert all(one.span.of(text) == one.text for one in reading.mentions)


@pytest.mark.parametrize(
    ("since", "until", "time"), [("2018", "2020", "2018/2020"), ("2018", "", "2018/"), ("", "2020", "/2020")]
)
def test_what_lasts_goes_on_from_its_start_where_no_end_is_told(
    tmp_path: Path, since: str, until: str, time: str
) -> None:
    (reading,) = read(rows_of(tmp_path, f"{HEADER}\nTana Mills,,,,,Ada,Musa,,,,{since},{until}\n", FIRMS), FIRMS)
    assert str(reading.statements[0].time) == time


def test_objects_of_a_list_are_things_with_their_own_values(tmp_path: Path) -> None:
    mapping = """\
name: boards
title: Boards
things:
  firm: {schema: Company, name: firm}
  member: {schema: Person, name: board/name, country: board/from, id: {scheme: card, column: board/card}}
statements:
  - {kind: tie, tie: member_of, source: [member], target: [firm]}
"""
    board = '[{"name": "Ada Musa", "from": "Kenya"}, {"card": 7, "name": "Lars Vik"}, {"name": "Ivo", "card": "8"}]'
    (reading,) = read(
        rows_of(tmp_path, f'{{"firm": "Tana Mills", "board": {board}}}\n', mapping, name="b.jsonl"), mapping
    )
    assert [(one.caption, one.country, one.identifiers) for one in reading.entities] == [
        ("Tana Mills", None, ()), ("Ada Musa", "KEN", ()), ("Lars Vik", None, ("card:7",)), ("Ivo", None, ("card:8",)),
    ]  # fmt: skip
    assert "board[2]/name: Lars Vik" in reading.document.text
    assert lines(reading) == [
        "tie | kind=member_of | source:Ada Musa | source:Lars Vik | source:Ivo | target:Tana Mills"
    ]


def test_contexts_can_come_from_a_cell(tmp_path: Path) -> None:
    mapping = """\
name: talks
title: Talks
things: {who: {schema: Person, name: who}}
statements:
  - {kind: event, category: CONSULT, actor: [who], contexts: {column: about, split: ",", map: {arms: military}}}
"""
    (reading,) = read(rows_of(tmp_path, 'who,about\nAda Musa,"arms, energy, gossip"\n', mapping), mapping)
    assert lines(reading) == ["event | category=CONSULT | contexts=military+energy | actor:Ada Musa"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            ('id: {scheme: member, column: cards, split: ";"}', "id: cards"),
            "line 15: things.trustees.id: an identifier needs its scheme: write {scheme: NAME, column: cards}",
        ),
        (("{scheme: lei, column", "{scheme: L.E.I., column"), "line 10: things.firm.id.1.scheme"),
        (("co: Company", "co: Firm"), "line 5: things.firm.schema: 'Firm' is not one of Person"),
        (('join: " "}', 'join: " ", split: ";"}'), "line 13: things.owner.name: what is joined of"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(change: tuple[str, str], fault: str) -> None:
    assert change[0] in FIRMS
    with pytest.raises(InvalidMapping) as told:
        mapping_of(FIRMS.replace(*change))
    assert fault in str(told.value)


@pytest.mark.parametrize(("one_name", "lister"), [("true", "votes"), ("table", "votes: may.csv")])
def test_a_register_lists_things_by_name_or_each_of_its_tables_does(tmp_path: Path, one_name: str, lister: str) -> None:
    mapping = f"""\
name: votes
title: Votes
things:
  council: {{schema: PublicBody, name: body, one_name: {one_name}}}
  resolution: {{schema: Law, name: resolution}}
statements:
  - {{kind: instrument, instrument: resolution, title: resolution, issuer: [council]}}
"""
    (reading,) = read(rows_of(tmp_path, "body,resolution\nAssembly,R/12\n", mapping, name="may.csv"), mapping)
    assert {one.caption: one.lister for one in reading.entities} == {"Assembly": lister, "R/12": None}
