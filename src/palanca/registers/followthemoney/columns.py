"""Which tables hold FollowTheMoney, told by their columns."""

from palanca.sources.kinds import FileKind
from palanca.sources.rows import Table

_OF_ENTITIES = frozenset({"id", "schema", "properties"})
_OF_STATEMENTS = frozenset({"canonical_id", "entity_id", "prop", "schema", "value"})


def holds_entities(table: Table) -> bool:
    """Whether its lines are entities: objects with an id, a schema and properties."""
    return table.media_type == FileKind.JSON_LINES.value and set(table.columns) >= _OF_ENTITIES


def holds_statements(table: Table) -> bool:
    """Whether its rows are statements: one value of one property each."""
    return table.media_type == FileKind.CSV.value and set(table.columns) >= _OF_STATEMENTS
