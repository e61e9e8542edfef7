"""Entities as a file tells them, before anything is checked: from JSON lines, or gathered from statements."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import batched, groupby
from operator import itemgetter

from palanca.registers.followthemoney.scratch import scratch_database
from palanca.sources.files import SourceFile
from palanca.sources.options import SourceOptions
from palanca.sources.rows import Row
from palanca.sources.tables import csv_table, jsonl_table

_BATCH = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEntity:
    """An entity as told: `place` names its line or, of statements, itself; `line` is its line, or the row
    of its first statement, as `Row` has it.

    `schemata` are all that are told of it, in order. `problem` says why it cannot be used, if so.
    """

    line: int
    place: str
    id: str = ""
    schemata: tuple[str, ...] = ()
    properties: Mapping[str, Sequence[str]]
    problem: str | None = None


def entities_of(file: SourceFile, options: SourceOptions) -> Iterator[ToldEntity]:
    """The entities of a file of JSON lines, in order, one in memory at a time."""
    for table in jsonl_table(file, options):
        yield from map(_entity, table.rows)


def _entity(row: Row) -> ToldEntity:
    place = f"line {row.line}"
    identifier, schema, properties = (row.cells.get(key) for key in ("id", "schema", "properties"))
    problem = row.problem
    if problem is None and not (isinstance(identifier, str) and identifier.strip()):
        problem = f"{place} has no id: give each entity one"
    elif problem is None and not isinstance(schema, str):
        problem = f"{place} has no schema: name one of FollowTheMoney's"
    if problem is None and not isinstance(properties, dict):
        problem = f"{place} has no properties: write them as an object with a list for each"
    if problem or not isinstance(properties, dict):
        return ToldEntity(line=row.line, place=place, properties={}, problem=problem)
    return ToldEntity(
        line=row.line,
        place=place,
        id=str(identifier).strip(),
        schemata=(str(schema),),
        properties={str(name): _texts(values) for name, values in properties.items()},
    )


def _texts(values: object) -> list[str]:
    """A list of values as words; a value that stands alone is a list of one."""
    several = values if isinstance(values, list) else [values]
    return [json.dumps(one) if isinstance(one, dict | list | bool) else str(one) for one in several if one is not None]


class Statements:
    """The statements of a file, put in order of their entities in a temporary database: they may stand anywhere."""

    def __init__(self, file: SourceFile, options: SourceOptions) -> None:
        self.problems: list[ToldEntity] = []
        self._told = scratch_database()
        self._told.execute("CREATE TABLE told (entity TEXT, line INTEGER, schema TEXT, prop TEXT, value TEXT)")
        self._told.execute("CREATE TABLE alias (id TEXT PRIMARY KEY, entity TEXT) WITHOUT ROWID")
        for table in csv_table(file, options):
            for rows in batched(table.rows, _BATCH):
                self._take(rows)
        self._told.execute("CREATE INDEX of_entity ON told (entity, line)")

    def close(self) -> None:
        """Drop the temporary database."""
        self._told.close()

    def entities(self) -> Iterator[ToldEntity]:
        """The entities in the order of their ids, then the statements that belong to none."""
        rows = self._told.execute("SELECT entity, line, schema, prop, value FROM told ORDER BY entity, line")
        with closing(rows):
            for entity, several in groupby(rows, key=itemgetter(0)):
                yield _gathered(entity, list(several))
        yield from self.problems

    def canonical(self, identifier: str) -> str | None:
        """The entity to which an id of a source was found to belong."""
        found = self._told.execute("SELECT entity FROM alias WHERE id = ?", (identifier,)).fetchone()
        return str(found[0]) if found else None

    def _take(self, rows: Iterable[Row]) -> None:
        good = []
        for row in rows:
            entity = str(row.cells.get("canonical_id") or row.cells.get("entity_id") or "").strip()
            if row.problem or not entity:
                reason = row.problem or f"row {row.line} names no entity: fill in canonical_id"
                self.problems.append(ToldEntity(line=row.line, place=f"row {row.line}", properties={}, problem=reason))
            else:
                good.append((entity, row.line, *(row.cells.get(key) for key in ("schema", "prop", "value"))))
                source = str(row.cells.get("entity_id") or "").strip()
                if source and source != entity:
                    self._told.execute("INSERT OR IGNORE INTO alias VALUES (?, ?)", (source, entity))
        self._told.executemany("INSERT INTO told VALUES (?, ?, ?, ?, ?)", good)


def _gathered(entity: str, statements: Sequence[tuple[str, int, str, str, str]]) -> ToldEntity:
    properties: dict[str, list[str]] = {}
    for _, _, _, prop, value in statements:
        if prop != "id" and value:
            properties.setdefault(prop, []).append(value)
    return ToldEntity(
        line=statements[0][1],
        place=f"entity {entity}",
        id=entity,
        schemata=tuple(dict.fromkeys(schema for _, _, schema, _, _ in statements if schema)),
        properties=properties,
    )
