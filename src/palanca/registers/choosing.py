"""Which of the mappings of one file reads a table: the one that names it, or else the first whose columns it has."""

from collections.abc import Iterator, Sequence
from itertools import chain

from palanca.registers.mapping_loading import Loaded
from palanca.registers.rows import RowMaker, RowRead, file_name
from palanca.sources.options import SourceOptions
from palanca.sources.rows import Table


def read_mapped(table: Table, options: SourceOptions, loaded: Sequence[Loaded]) -> Iterator[RowRead]:
    """What the rows of a table become by the mapping that fits it best; by the first, where none fits."""
    makers = [RowMaker(mapping=one.mapping) for one in loaded]
    called = file_name(table.file.member or table.file.path)
    named = (maker for maker, one in zip(makers, loaded, strict=True) if called in one.tables)
    fitting = (maker for maker in makers if not maker.missing(table))
    yield from next(chain(named, fitting, makers)).read(table, options)
