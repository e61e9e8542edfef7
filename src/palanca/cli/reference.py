"""Writes docs/commands.md from the commands themselves: `make docs`."""

import sys
from collections.abc import Iterator
from pathlib import Path

import typer
from typer.core import TyperGroup

from palanca.cli.app import app

_HEAD = """# Commands

Made by `make docs` from the commands themselves. Exit codes: 0 done, 1 it cannot be done, 2 the command is not
understood, 3 done but some inputs were rejected.
"""


def reference() -> str:
    """Every command with its arguments and options, as Markdown."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)  # noqa: S101  # the app has many commands
    return "\n".join([_HEAD, *_described(group, "")])


def _described(group: TyperGroup, within: str) -> Iterator[str]:
    for name in sorted(group.commands):
        command, called = group.commands[name], f"{within}{name}"
        if isinstance(command, TyperGroup):
            yield from _described(command, f"{called} ")
            continue
        usage = command.get_usage(typer.Context(command, info_name=f"palanca {called}")).removeprefix("Usage: ")
        yield f"## {called}\n\n{(command.help or '').strip()}\n\n```\n{' '.join(usage.split())}\n```\n"
        rows = [_row(p.opts, getattr(p, "help", None)) for p in command.params if p.name != "help"]
        if rows:
            yield "| | |\n| --- | --- |\n" + "\n".join(rows) + "\n"


def _row(opts: list[str], described: str | None) -> str:
    return f"| `{', '.join(opts)}` | {(described or '').strip()} |"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
