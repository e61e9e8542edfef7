"""Commands about mappings, which say what the columns of tables mean."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.options import LEFT_OUT
from palanca.cli.printing import plain

if TYPE_CHECKING:
    from palanca.records import Detail, Reading, Statement

mapping = typer.Typer(name="mapping", help="Mappings, which say what the columns of tables mean.", no_args_is_help=True)

Wanted = Annotated[str, typer.Argument(metavar="NAME|FILE", help="A mapping that comes with Palanca, or a file.")]


@mapping.command("list")
def list_mappings() -> None:
    """List the mappings that come with Palanca."""
    from palanca.registers.mapping_loading import load_mapping, shipped

    for name in shipped():
        print(f"{name:<20} {load_mapping(name).title}")


@mapping.command()
def show(name: Wanted) -> None:
    """Print a mapping, to read it or to start your own from it."""
    from palanca.registers.mapping_loading import mapping_text

    print(mapping_text(name), end="")


@mapping.command()
def check(name: Wanted) -> None:
    """Check a mapping; every fault is reported with its line."""
    from palanca.registers.mapping_loading import load_mappings

    for loaded in load_mappings(name):
        found = loaded.mapping
        kinds = ", ".join(said.kind for said in found.statements) or "none"
        print(f"{found.name}: sound; it reads {', '.join(found.columns)}; statements: {kinds}")
        for line, note in loaded.notes:
            print(f"  {name}, line {line}: {plain(note)}")


@mapping.command()
def suggest(
    table: Annotated[Path, typer.Argument(help="A table: CSV, XLSX, JSON lines or XML.")],
    rows: Annotated[str | None, typer.Option(help="XML: the path of the elements that are rows: visits/visit.")] = None,
) -> None:
    """Draft a mapping from the headers and values of a table."""
    from palanca.records import Rejection
    from palanca.registers.suggesting import suggest_mapping
    from palanca.sources import SourceOptions

    draft = suggest_mapping(table, SourceOptions(rows=rows))
    if isinstance(draft, Rejection):
        sys.stderr.write(f"palanca: {plain(draft.origin.place)}: {plain(draft.reason)}\n")
        raise typer.Exit(LEFT_OUT)
    print(draft, end="")


def print_row(reading: "Reading") -> None:
    """Print a row as a dry run shows it: its cells, then what it says."""
    _, *cells = reading.document.text.split("\n")
    print(plain(reading.document.name))
    for line in cells:
        print(f"    {plain(line)}")
    for statement in reading.statements:
        print(f"  → {plain(said(statement))}")
    if not reading.statements:
        print("  → nothing")


def _detail(detail: "Detail") -> str:
    from dataclasses import fields

    values = (getattr(detail, field.name) for field in fields(detail))
    words = (", ".join(value) if isinstance(value, tuple) else str(value) for value in values if value)
    return f"{type(detail).__name__.removesuffix('Detail').lower()} · {' '.join(words)}"


def said(statement: "Statement") -> str:
    """A statement in one line: what it is, who is in it, when and where."""
    parts = [_detail(statement.detail)]
    parts += [f"{role.name} {role.filler.text}" for role in statement.roles]
    parts += [str(statement.time)] if statement.time else []
    parts += [f"at {statement.place.text}"] if statement.place else []
    parts += [statement.modality] if statement.modality != "asserted" else []
    return " · ".join(parts)
