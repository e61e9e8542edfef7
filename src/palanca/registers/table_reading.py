"""How a table is read: by the mapping that is named, else by the one beside it, else by its columns.

These may be FollowTheMoney's; the rows of other tables are documents.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from palanca.records.document import file_name
from palanca.records.errors import InvalidMapping, UnreadableInput
from palanca.registers.followthemoney.columns import holds_entities, holds_statements
from palanca.registers.mapping_loading import Loaded, load_mappings
from palanca.registers.rows import Remark, RemarkKind, RowMaker, RowRead
from palanca.sources.files import SourceFile
from palanca.sources.options import SourceOptions
from palanca.sources.rows import Table, read_table


def expecting(options: SourceOptions, loaded: Sequence[Loaded]) -> SourceOptions:
    """The options with the columns that mappings name, and where rows of XML are."""
    columns = dict.fromkeys(column for one in loaded for column in one.mapping.columns)
    return replace(options, expected=tuple(columns), rows=loaded[0].mapping.rows)


def expecting_beside(file: SourceFile, options: SourceOptions) -> SourceOptions:
    """The same for a table with a mapping beside it. Raises UnreadableInput when that is no mapping."""
    beside = _beside(file)
    return expecting(options, beside) if beside else options


def notes(loaded: Sequence[Loaded], place: str) -> Iterator[Remark]:
    """What mappings say and the ledger cannot hold; `place` is their file."""
    for one in loaded:
        for line, note in one.notes:
            yield Remark(kind=RemarkKind.WARNED, place=f"{place}, line {line}", reason=note)


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
    """What a table becomes for which the user names no mapping.

    Rows of the register that the mapping beside it describes, entities of FollowTheMoney, or else documents.
    """
    if beside := _beside(table.file):
        yield from (one.mapping.register for one in beside)
        yield from notes(beside, str(table.file.mapping))
        yield from read_mapped(table, options, beside)
    elif holds_entities(table) or holds_statements(table):
        from palanca.registers.followthemoney.reading import read_entities

        yield from read_entities(table, options)
    else:
        yield from read_table(table, options)


def _beside(file: SourceFile) -> tuple[Loaded, ...]:
    """The mappings of the file that lies beside a table for it."""
    if file.mapping is None:
        return ()
    try:
        return load_mappings(file.mapping)
    except InvalidMapping as problem:
        raise UnreadableInput(str(problem)) from None
