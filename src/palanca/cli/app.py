"""The commands. Each parses its words, calls the library and prints; nothing is decided here."""

from collections.abc import Callable
from typing import Annotated

import typer

from palanca.cli import (
    asking,
    auditing,
    demonstration,
    dependence,
    explaining,
    exporting,
    finding,
    holding,
    installation,
    judging,
    keeping,
    lines,
    mapping,
    matrices,
    narrating,
    networks,
    patterns,
    portraits,
    reading,
    reconciling,
    reviewing,
    serving,
    standing,
    stating,
    windows,
)
from palanca.cli.gathering import gathered

app = typer.Typer(
    name="palanca",
    help="A ledger of power from what is written about it: every fact opens at its words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        import palanca

        print(palanca.__version__)
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[  # acted on by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """A ledger of power from what is written about it: every fact opens at its words."""


_COMMANDS: tuple[Callable[..., None], ...] = (
    reading.read, asking.people, asking.events, holding.offices, holding.who, asking.ties, asking.instruments,
    asking.quantities, asking.quotations, asking.anomalies, asking.show,
    portraits.portrait,
    finding.find, windows.window, matrices.matrix, patterns.patterns, asking.search, asking.documents,
    asking.rejections,
    auditing.audit, narrating.narratives, reconciling.reconcile, dependence.dependence, standing.standing,
    reviewing.review, judging.judgements, keeping.remove, keeping.rebuild,
    serving.serve, exporting.export, explaining.explain, lines.facts, lines.code, lines.annotate, installation.score,
    installation.doctor, demonstration.demo,
)  # fmt: skip

for _command in _COMMANDS:
    app.command()(gathered(_command))
judging.judge.command()(gathered(stating.state))
app.add_typer(judging.judge)
app.add_typer(mapping.mapping)
app.add_typer(networks.network)
