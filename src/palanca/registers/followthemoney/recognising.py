"""Which tables hold FollowTheMoney, told by their columns, and how they are read."""

from collections.abc import Iterator

from palanca.registers.rows import RowRead
from palanca.sources.kinds import Kind
from palanca.sources.options import SourceOptions
from palanca.sources.rows import Table, read_table

_OF_ENTITIES = frozenset({"id", "schema", "properties"})
_OF_STATEMENTS = frozenset({"canonical_id", "entity_id", "prop", "schema", "value"})


def read_unmapped(table: Table, options: SourceOptions) -> Iterator[RowRead]:
    """What a table becomes for which the user names no mapping: entities of FollowTheMoney, or else documents."""
    if holds_entities(table) or holds_statements(table):
        from palanca.registers.followthemoney.reading import read_entities

        yield from read_entities(table, options)
    else:
        yield from read_table(table, options)


def holds_entities(table: Table) -> bool:
    """Whether its lines are entities: objects with an id, a schema and properties."""
    return table.media_type == Kind.JSON_LINES.value and set(table.columns) >= _OF_ENTITIES


def holds_statements(table: Table) -> bool:
    """Whether its rows are statements: one value of one property each."""
    return table.media_type == Kind.CSV.value and set(table.columns) >= _OF_STATEMENTS
