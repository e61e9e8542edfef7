"""Options that go together, as one record of a command."""

from dataclasses import dataclass
from typing import Annotated

import typer
from typer.testing import CliRunner

from palanca.cli.gathering import gathered


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    first: Annotated[str, typer.Option(help="Its first day.")] = "2024"
    last: Annotated[str | None, typer.Option("--until", help="Its last day.")] = None


def _app() -> typer.Typer:
    app = typer.Typer(rich_markup_mode=None)

    @app.command()
    @gathered
    def look(
        name: Annotated[str, typer.Argument(help="At what.")],
        *,
        window: Window,
        limit: Annotated[int, typer.Option(help="How often.")] = 1,
    ) -> None:
        """Look at something."""
        typer.echo(f"{name} {window} {limit}")

    return app


def test_fields_of_a_record_are_options_and_come_back_as_the_record() -> None:
    result = CliRunner().invoke(_app(), ["Lamu", "--until", "2025-03", "--limit", "3"])
    assert result.output == "Lamu Window(first='2024', last='2025-03') 3\n"


def test_fields_stand_in_the_help_in_the_place_of_the_record() -> None:
    shown = CliRunner().invoke(_app(), ["--help"]).output
    assert "Look at something." in shown
    places = [shown.index(option) for option in ("--first", "--until", "--limit")]
    assert places == sorted(places)
