"""The command line, called as from a terminal."""

from typer.testing import CliRunner, Result

from palanca.cli.app import app


def run(*words: object, pressed: str | None = None) -> Result:
    """What a command gives; `pressed` are the keys that somebody presses."""
    return CliRunner().invoke(app, list(map(str, words)), input=pressed)
