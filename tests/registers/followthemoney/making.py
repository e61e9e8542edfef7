"""Files of FollowTheMoney, and what becomes of them."""

import json
from pathlib import Path
from typing import Any

from palanca.records import Entity, Reading, Register
from palanca.registers.readers import Readers
from palanca.registers.rows import RowRead
from palanca.registers.table_reading import read_unmapped
from palanca.sources import SourceOptions, read_sources
from tests.registers.making import READER, documents, lines

PERSON = ("p", "Person", {"name": "Ama Serwaa", "country": "gh"})
COMPANY = ("c", "Company", {"name": "Volta Grid Ltd", "jurisdiction": "gh"})
MINISTRY = ("m", "PublicBody", {"name": "Ministry of Energy of Ghana", "country": "gh"})

type Told = tuple[str, str, dict[str, Any]]


def entity(identifier: str, schema: str, properties: dict[str, Any]) -> str:
    """An entity as a line of its file; a value that is no list is a list of one."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return json.dumps({"id": identifier, "schema": schema, "properties": listed}, ensure_ascii=False)


def items_of(folder: Path, *told: Told | str, name: str = "ghana.ftm.json") -> list[RowRead]:
    """What the entities of a file become, in its order."""
    file = folder / name
    written = "".join(f"{one if isinstance(one, str) else entity(*one)}\n" for one in told)
    file.write_text(written, encoding="utf-8")
    return list(read_sources([file], SourceOptions(), read_unmapped))


def readings(items: list[RowRead]) -> list[Reading]:
    """What is read in the rows among these, by the register among them alone."""
    readers = Readers(READER, [item for item in items if isinstance(item, Register)])
    found = list(readers.read_all(documents(items)))
    assert all(isinstance(one, Reading) for one in found), found
    return [one for one in found if isinstance(one, Reading)]


def said(folder: Path, *told: Told | str) -> list[str]:
    """Everything that the entities of a file state, each in a line."""
    return [line for reading in readings(items_of(folder, *told)) for line in lines(reading)]


def things(folder: Path, *told: Told | str) -> list[Entity]:
    """The things that the rows of a file name, row by row."""
    return [one for reading in readings(items_of(folder, *told)) for one in reading.entities]
