"""Rows and mappings for the tests of registers."""

from pathlib import Path

from palanca.reading.document import DocumentReader
from palanca.records import Document, Reading, Rejection, Statement
from palanca.registers.mapping import RegisterMapping
from palanca.registers.mapping_loading import parse_mapping
from palanca.registers.row_reader import RowReader
from palanca.registers.rows import Remark, RowMaker, RowRead
from palanca.sources import SourceOptions, read_sources

READER = DocumentReader()

VISITS = """\
name: harbour_visits
title: Visits to the Harbour Authority
publisher: Harbour Authority
country: PAN
key: [id]
dates: {order: day, empty: ["n/a"]}
covers:
  - {kind: event, category: CONSULT, mode: visit, countries: [PAN], time: 2019/2024}
skip:
  - {column: status, is: [cancelled, void]}
things:
  visitor: {schema: Person, name: visitor}
  clients: {schema: Organization, name: {column: represents, split: ";"}}
  official: {schema: Person, name: {column: host, titled: true}, country: {constant: PAN}}
  body: {schema: PublicBody, name: {constant: Harbour Authority}, country: {constant: PAN}}
statements:
  - kind: event
    category: CONSULT
    mode: {column: lobbying, map: {yes: lobby}, default: visit}
    actor: [visitor]
    recipient: [official, body]
    time: {from: entry, to: exit}
    place: {constant: Panama City}
  - {kind: tie, tie: represents, source: [visitor], target: [clients]}
"""
HEADER = "id,visitor,represents,host,lobbying,entry,exit,status"


def mapping_of(text: str) -> RegisterMapping:
    """The mapping that a YAML text is."""
    return parse_mapping(text, place="test.yaml")


def rows_of(folder: Path, table: str, mapping: str = VISITS, *, name: str = "visits.csv") -> list[RowRead]:
    """What the rows of a table become; `table` is the whole file."""
    file = folder / name
    file.write_text(table, encoding="utf-8")
    return read_file(file, mapping)


def read_file(file: Path, mapping: str = VISITS) -> list[RowRead]:
    """What the rows of the tables in a file become."""
    wanted = mapping_of(mapping)
    options = SourceOptions(expected=wanted.columns, rows=wanted.rows)
    return list(read_sources([file], options, RowMaker(mapping=wanted).read))


def visits(folder: Path, *rows: str, mapping: str = VISITS) -> list[RowRead]:
    """What rows under the header of `VISITS` become."""
    return rows_of(folder, "\n".join((HEADER, *rows)) + "\n", mapping)


def documents(items: list[RowRead]) -> list[Document]:
    """The documents among what rows became."""
    return [item for item in items if isinstance(item, Document)]


def reasons(items: list[RowRead]) -> list[str]:
    """Why rows were refused or remarked on, in order."""
    return [item.reason for item in items if isinstance(item, Rejection | Remark)]


def read(items: list[RowRead], mapping: str = VISITS) -> list[Reading]:
    """What is read in the documents among these; a failure fails the test."""
    found = list(RowReader(mapping_of(mapping).register, READER).read_all(documents(items)))
    assert all(isinstance(one, Reading) for one in found), found
    return [one for one in found if isinstance(one, Reading)]


def lines(reading: Reading) -> list[str]:
    """The statements of a reading, each in one line."""
    return [line(statement) for statement in reading.statements]


def line(statement: Statement) -> str:
    """A statement in one line: kind, detail, who, when, where."""
    detail = statement.detail
    words = [str(statement.kind)]
    for name in detail.__slots__:
        value = getattr(detail, name)
        words += [f"{name}={'+'.join(value) if isinstance(value, tuple) else value}"] if value not in (None, ()) else []
    words += [f"{role.name}:{role.filler.text}" for role in statement.roles]
    words += [str(statement.time)] if statement.time else []
    words += [f"@{statement.place.text}"] if statement.place else []
    words += [str(statement.modality)] if statement.modality != "asserted" else []
    return " | ".join(words)
