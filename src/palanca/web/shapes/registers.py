"""Registers and mappings as the API shows them."""

from palanca.records import Kind
from palanca.registers.mapping import RegisterMapping
from palanca.web.shapes.claims import Cell, DocumentNamed
from palanca.web.shapes.shape import Shape


class RegisterRow(Shape):
    """A row: its document, its cells that are not empty, and how many claims it tells."""

    document: DocumentNamed
    cells: list[Cell]
    claims: int


class RowsPage(Shape):
    """Some rows of a register, where the next begin, how many there are, and the columns of all, in order."""

    register_name: str
    title: str
    columns: list[str]
    items: list[RegisterRow]
    next: str | None
    total: int


class Mapping(Shape):
    """A mapping that comes with Palanca: the columns that it reads, and the kinds of claim that rows then tell."""

    name: str
    title: str
    publisher: str | None
    country: str | None
    columns: list[str]
    kinds: list[Kind]


class MappingList(Shape):
    """Mappings by name."""

    items: list[Mapping]


def shown_mapping(one: RegisterMapping) -> Mapping:
    """A mapping as it is shown."""
    return Mapping(
        name=one.name, title=one.title, publisher=one.publisher, country=one.country, columns=list(one.columns),
        kinds=list(dict.fromkeys(said.kind for said in one.statements)),
    )  # fmt: skip
