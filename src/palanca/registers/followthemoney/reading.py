"""From a file of FollowTheMoney to the rows of its register: once through for the index, once for the rows."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path, PurePosixPath

from palanca.records.document import ENTITY
from palanca.registers.followthemoney.columns import holds_statements
from palanca.registers.followthemoney.file_mapping import mapping_text
from palanca.registers.followthemoney.index import Index
from palanca.registers.followthemoney.names import slug
from palanca.registers.followthemoney.rows import row_of
from palanca.registers.followthemoney.told import Statements, ToldEntity, entities_of
from palanca.registers.mapping import RegisterMapping
from palanca.registers.mapping_loading import parse_mapping
from palanca.registers.rows import RowMaker, RowRead
from palanca.sources.files import SourceFile
from palanca.sources.options import SourceOptions
from palanca.sources.rows import Table

_COMMON_STEMS = frozenset({"entities", "statements", "targets", "export", "ftm"})

type Entities = Callable[[], Iterator[ToldEntity]]


def read_entities(table: Table, options: SourceOptions) -> Iterator[RowRead]:
    """The register of a file of entities or statements, then what each entity becomes, in order."""
    mapping = mapping_of(table.file)
    yield mapping.register
    with _entities(table, options) as (entities, index):
        rows = (row_of(told, index) for told in entities())
        # One kind of table for both: cells that are empty are left out, as in JSON lines.
        told = replace(table, media_type=ENTITY, columns=("id", "schema"), rows=rows)
        yield from RowMaker(mapping=mapping).read(told, options)


@contextmanager
def _entities(table: Table, options: SourceOptions) -> Iterator[tuple[Entities, Index]]:
    """The entities of a file, as often as wanted, with the index of what they refer to."""
    with ExitStack() as stack:
        if holds_statements(table):
            statements = stack.enter_context(closing(Statements(table.file, options)))
            entities: Entities = statements.entities
            index = Index(entities(), statements.canonical)
        else:
            entities = partial(entities_of, table.file, options)
            index = Index(entities())
        yield entities, stack.enter_context(closing(index))


def mapping_of(file: SourceFile) -> RegisterMapping:
    """The mapping that reads a file of FollowTheMoney; each file is a register of its own."""
    return _mapping(*_register(file))


@cache
def _mapping(name: str, title: str) -> RegisterMapping:
    return parse_mapping(mapping_text(name, title), place=f"the mapping of {name}")


def _register(file: SourceFile) -> tuple[str, str]:
    """Name and title of the register: after the file and, where many are called so, its folder."""
    parts = [*Path(file.path).resolve().parts, *(file.member or "").replace("!", "/").split("/")]
    stems = [PurePosixPath(part).name.partition(".")[0] for part in parts if part]
    called = stems[-2:] if stems[-1].casefold() in _COMMON_STEMS else stems[-1:]
    named = slug("_".join(called))
    return f"ftm_{named}" if named else "ftm", f"{' '.join(called)} (FollowTheMoney)"
