"""How a table is read for which the user names no mapping."""

from collections.abc import Iterator

from palanca.registers.followthemoney.columns import holds_entities, holds_statements
from palanca.registers.rows import RowRead
from palanca.sources.options import SourceOptions
from palanca.sources.rows import Table, read_table


def read_unmapped(table: Table, options: SourceOptions) -> Iterator[RowRead]:
    """What a table becomes for which the user names no mapping: entities of FollowTheMoney, or else documents."""
    if holds_entities(table) or holds_statements(table):
        from palanca.registers.followthemoney.reading import read_entities

        yield from read_entities(table, options)
    else:
        yield from read_table(table, options)
