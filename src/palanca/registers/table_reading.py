"""How a table is read: by the mapping that is named, else as FollowTheMoney by its columns, else as documents."""

from collections.abc import Iterator, Sequence
from itertools import chain

from palanca.registers.followthemoney.columns import holds_entities, holds_statements
from palanca.registers.mapping_loading import Loaded
from palanca.registers.rows import RowMaker, RowRead, file_name
from palanca.sources.options import SourceOptions
from palanca.sources.rows import Table, read_table


def read_mapped(table: Table, options: SourceOptions, loaded: Sequence[Loaded]) -> Iterator[RowRead]:
    """What the rows of a table become by the mappings of one file.

    Of several it is the one that names the table, else the first whose columns it has, else the first of all.
    """
    makers = [RowMaker(mapping=one.mapping) for one in loaded]
    called = file_name(table.file.member or table.file.path)
    named = (maker for maker, one in zip(makers, loaded, strict=True) if called in one.tables)
    fitting = (maker for maker in makers if not maker.missing(table))
    yield from next(chain(named, fitting, makers)).read(table, options)


def read_unmapped(table: Table, options: SourceOptions) -> Iterator[RowRead]:
    """What a table becomes for which the user names no mapping: entities of FollowTheMoney, or else documents."""
    if holds_entities(table) or holds_statements(table):
        from palanca.registers.followthemoney.reading import read_entities

        yield from read_entities(table, options)
    else:
        yield from read_table(table, options)
