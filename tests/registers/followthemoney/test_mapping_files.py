"""Mapping files of FollowTheMoney, read as they are."""

from pathlib import Path

import pytest

from palanca.records import Reading, Register, Schema
from palanca.records.errors import InvalidMapping
from palanca.registers.mapping_loading import Loaded, load_mappings
from palanca.registers.readers import Readers
from palanca.registers.table_reading import read_mapped
from palanca.sources import SourceOptions, read_sources
from tests.registers.making import READER, documents, lines

CONTRACTS = """\
lake_contracts:
  label: Contracts of the Lake Region
  queries:
    - csv_url: https://lake.example/contracts.csv
      filters: {state: [active, signed]}
      filters_not: {kind: draft}
      entities:
        buyer:
          schema: PublicBody
          key: buyer_code
          key_literal: buyer
          properties:
            name: {column: buyer, required: true}
            country: {literal: ke}
        firm:
          schema: Company
          keys: [firm_no]
          key_literal: firm
          properties:
            name: {columns: [firm, trading_as]}
            jurisdiction: {column: firm_country}
            taxNumber: {column: pin}
        boss:
          schema: Person
          id_column: boss_id
          properties:
            name: {columns: [first, last], join: " "}
            alias: {column: also, split: ";"}
        seat:
          schema: Directorship
          keys: [boss_id, firm_no]
          properties:
            director: {entity: boss}
            organization: {entity: firm}
            role: {column: title}
            startDate: {column: since, format: "%d.%m.%Y"}
        deal:
          schema: Contract
          keys: [deal]
          properties:
            title: {column: subject}
            noticeId: {column: deal}
            authority: {entity: buyer}
        award:
          schema: ContractAward
          keys: [deal, firm_no]
          properties: {contract: {entity: deal}, supplier: {entity: firm}}
"""
HEADER = (
    "buyer_code,buyer,firm_no,firm,trading_as,firm_country,pin,boss_id,first,last,also,title,since,deal,subject,state,"
    "kind"
)
ROW = (
    "B1,Lake County,77,Tilapia Ltd,Fresh Fish,KE,P051,ke-9,Akinyi,Ouma,A. Ouma; Akinyi O.,chair,03.04.2019,7/19,Ice,"
    "active,"
)


def loaded(folder: Path, text: str) -> tuple[Loaded, ...]:
    file = folder / "contracts.yml"
    file.write_text(text, encoding="utf-8")
    return load_mappings(file)


def read(folder: Path, mapping: str, **tables: str) -> list[Reading]:
    """What is read in the rows of tables, each `name=its text`."""
    known = loaded(folder, mapping)
    files = [folder / f"{name}.csv" for name in tables]
    for file, text in zip(files, tables.values(), strict=True):
        file.write_text(text, encoding="utf-8")
    items = list(read_sources(files, SourceOptions(), lambda table, given: read_mapped(table, given, known)))
    readers = Readers(READER, [one.mapping.register for one in known])
    return [one for one in readers.read_all(documents(items)) if isinstance(one, Reading)]


def test_entities_of_a_row_are_things_and_its_relations_statements(tmp_path: Path) -> None:
    (row,) = read(tmp_path, CONTRACTS, contracts=f"{HEADER}\n{ROW}\n")
    assert lines(row) == [
        "instrument | kind=contract | title=Ice | number=7/19 | issuer:Lake County | party:Tilapia Ltd",
        "office | role=chair | status=unknown | start=2019-04-03 | person:Akinyi Ouma | body:Tilapia Ltd | 2019-04-03",
    ]
    assert [(one.caption, one.names, one.country, one.identifiers) for one in row.entities] == [
        ("Lake County", (), "KEN", ("lake_contracts_buyer:B1",)),
        ("Tilapia Ltd", ("Fresh Fish",), "KEN", ("lake_contracts_firm:77", "tax:KEN/P051")),
        ("Akinyi Ouma", ("A. Ouma", "Akinyi O."), None, ("ftm:ke-9",)),
    ]


def test_a_name_of_several_cells_opens_at_each(tmp_path: Path) -> None:
    (row,) = read(tmp_path, CONTRACTS, contracts=f"{HEADER}\n{ROW}\n")
    (boss,) = (one.id for one in row.entities if one.caption == "Akinyi Ouma")
    assert [one.text for one in row.mentions if one.entity == boss][:2] == ["Akinyi", "Ouma"]


@pytest.mark.parametrize("change", [("active", "void"), (",active,", ",active,draft"), ("Lake County", "")])
def test_filters_and_what_is_required_leave_entities_out(tmp_path: Path, change: tuple[str, str]) -> None:
    (row,) = read(tmp_path, CONTRACTS, contracts=f"{HEADER}\n{ROW.replace(*change)}\n")
    assert "Lake County" not in [one.caption for one in row.entities]


def test_queries_of_several_tables_each_read_their_own(tmp_path: Path) -> None:
    mapping = """\
queries:
  - csv_urls: [people.csv]
    entities:
      person: {schema: Person, keys: [id], properties: {name: {column: name}}}
  - csv: kin.csv
    entities:
      one: {schema: Person, keys: [a], properties: {name: {column: a_name}}}
      other: {schema: Person, keys: [b], properties: {name: {column: b_name}}}
      kin: {schema: Family, keys: [a, b], properties: {person: {entity: one}, relative: {entity: other},
            relationship: {literal: wife}}}
"""
    rows = read(tmp_path, mapping, people="id,name\n1,Ana Rey\n", kin="a,a_name,b,b_name\n1,Ana Rey,2,Ivo Rade\n")
    assert [row.document.name for row in rows] == ["contracts_1-people-0", "contracts_2-kin-0"]
    assert [lines(row) for row in rows] == [[], ["tie | kind=spouse | source:Ana Rey | target:Ivo Rade"]]
    assert {one.identifiers for row in rows for one in row.entities if one.caption == "Ana Rey"} == {("contracts:1",)}


def test_events_are_coded_by_keywords_and_done_by_whom_these_or_a_column_name(tmp_path: Path) -> None:
    mapping = """\
queries:
  - csv: contracts.csv
    entities:
      host: {schema: PublicBody, keys: [host], properties: {name: {column: host}}}
      guest: {schema: Person, keys: [guest], properties: {name: {column: guest}}}
      visit: {schema: Event, keys: [id], properties: {name: {literal: visit}, date: {column: day},
              organizer: {entity: host}, involved: {entity: guest}, keywords: {literal: "PLOVER:CONSULT"}}}
      strike: {schema: Event, keys: [id], properties: {name: {literal: strike}, date: {column: day},
               involved: {entity: host}, keywords: {literals: ["PLOVER:PROTEST", "actor:dockers"]}}}
"""
    days = "id,host,guest,day\n1,Port of Tema,Ana Rey,2020-03-01\n2,,Ana Rey,2020-04-01\n"
    rows = read(tmp_path, mapping, contracts=days)
    assert [lines(row) for row in rows] == [
        [
            "event | category=CONSULT | actor:Port of Tema | recipient:Ana Rey | 2020-03-01",
            "event | category=PROTEST | actor:dockers | recipient:Port of Tema | 2020-03-01",
        ],
        [
            "event | category=CONSULT | recipient:Ana Rey | 2020-04-01",
            "event | category=PROTEST | actor:dockers | 2020-04-01",
        ],
    ]
    assert [one.schema for one in rows[0].entities] == [Schema.PUBLIC_BODY, Schema.PERSON]
    assert not [note for one in loaded(tmp_path, mapping) for note in one.notes if "keywords" in note]


@pytest.mark.parametrize(
    ("schema", "role", "stated"),
    [
        ("Ownership", "Shareholder", ["tie | kind=owns | source:Ana Rey | target:Tilapia Ltd"]),
        ("Ownership", "controls", ["tie | kind=controls | source:Ana Rey | target:Tilapia Ltd"]),
        ("UnknownLink", "controls", ["tie | kind=controls | source:Ana Rey | target:Tilapia Ltd"]),
        ("UnknownLink", "acquaintance", []),
    ],
)
def test_a_role_that_is_the_same_in_every_row_is_a_tie_that_the_ledger_has_or_the_usual_one(
    tmp_path: Path, schema: str, role: str, stated: list[str]
) -> None:
    ends = ("owner", "asset") if schema == "Ownership" else ("subject", "object")
    mapping = f"""\
queries:
  - csv: contracts.csv
    entities:
      one: {{schema: Person, keys: [who], properties: {{name: {{column: who}}}}}}
      other: {{schema: Company, keys: [what], properties: {{name: {{column: what}}}}}}
      tie: {{schema: {schema}, keys: [who, what], properties: {{{ends[0]}: {{entity: one}},
            {ends[1]}: {{entity: other}}, role: {{literal: {role}}}}}}}
"""
    (row,) = read(tmp_path, mapping, contracts="who,what\nAna Rey,Tilapia Ltd\n")
    assert lines(row) == stated


def test_an_occupancy_takes_its_title_and_body_from_its_position(tmp_path: Path) -> None:
    mapping = """\
entities:
  who: {schema: Person, keys: [id], properties: {name: {column: name}}}
  post: {schema: Position, keys: [post], properties: {name: {column: post}, country: {literal: bo}}}
  held: {schema: Occupancy, keys: [id, post], properties: {holder: {entity: who}, post: {entity: post},
         endDate: {column: until}}}
"""
    (row,) = read(tmp_path, mapping, office="id,name,post,until\n1,Rosa Mamani,Alcaldesa,2021\n")
    assert lines(row) == [
        "office | role=alcaldesa | status=unknown | end=2021 | person:Rosa Mamani | body:Bolivia | /2021"
    ]


def test_what_the_ledger_cannot_hold_is_said_with_its_line(tmp_path: Path) -> None:
    mapping = """\
entities:
  who:
    schema: Person
    keys: [id]
    properties:
      name: {column: name}
      birthDate: {column: born}
      position: {template: "{{a}} ({{b}})"}
  account: {schema: BankAccount, keys: [iban], properties: {}}
  nameless: {schema: Company, keys: [no], properties: {}}
"""
    ((found),) = loaded(tmp_path, mapping)
    assert found.notes == (
        (7, "who.birthDate: it stays in the row, since the ledger has no place for it"),
        (8, "template: only columns with the same sign between them can be joined"),
        (8, "who.position: it stays in the row, since the ledger has no place for it"),
        (9, "account: the ledger cannot hold this BankAccount"),
        (10, "nameless: it has no name, so that the ledger cannot enter it"),
    )


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            ("schema: Company", "schema: Compny"),
            "line 16: schema 'Compny' is none of FollowTheMoney's; is Company meant?",
        ),
        (
            ("taxNumber: {column: pin}", "taxNo: {column: pin}"),
            "line 22: property taxNo: Company has none such; is tax",
        ),
        (
            ("{entity: firm}\n            role", "{entity: frm}\n            role"),
            "line 34: the query has no entity 'frm'",
        ),
        (
            ("director: {entity: boss}", "director: {entity: deal}"),
            "line 33: director takes a LegalEntity, and deal is a",
        ),
        (("          id_column: boss_id\n", ""), "line 23: boss is told from others by its keys or by an id_column"),
        (
            ("title: {column: subject}", "title: subject"),
            "line 41: property title: say where from, as in {column: NAME}",
        ),
        (("csv_url: https://lake.example/contracts.csv", "database: lake"), "line 4: a database cannot be read"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, change: tuple[str, str], fault: str) -> None:
    assert change[0] in CONTRACTS
    with pytest.raises(InvalidMapping) as told:
        loaded(tmp_path, CONTRACTS.replace(*change))
    assert fault in str(told.value)


def test_the_case_keeps_a_mapping_of_ours_from_which_rows_can_be_read_again(tmp_path: Path) -> None:
    ((known),) = loaded(tmp_path, CONTRACTS)
    register = known.mapping.register
    assert register == Register(name="lake_contracts", title="Contracts of the Lake Region", mapping=known.mapping.text)
    assert "things:" in register.mapping
