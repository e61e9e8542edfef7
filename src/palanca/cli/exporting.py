"""The command that writes a case in a format of others."""

import sys
from typing import Annotated

import typer

from palanca.cli.options import CaseArgument, ClaimOptions
from palanca.exchange.dossier.words import Language
from palanca.exchange.formats import FORMATS

_LISTED = "; ".join(f"{one.name} ({', '.join(one.endings)})" for one in FORMATS)

Output = Annotated[str, typer.Option("-o", "--output", help="Where to write: a file, a folder, or - for text.")]
FormatName = Annotated[
    str | None, typer.Option("--format", help=f"The format, where the ending does not tell it: {_LISTED}.")
]
LanguageName = Annotated[Language, typer.Option("--language", help="The language of words for people, in timelinejs.")]


def export(
    case: CaseArgument,
    output: Output,
    format: FormatName = None,  # noqa: A002  # named as its option is
    language: LanguageName = Language.ENGLISH,
    *,
    wanted: ClaimOptions,
) -> None:
    """Write a case, or the part that filters select, in another format; what that cannot hold is counted."""
    import palanca
    from palanca.exporting import Form

    with palanca.open_case(case) as opened:
        to = sys.stdout if output == "-" else output
        written = palanca.export(opened, to, wanted.filter(), format=Form(name=format, language=language))
    for what, count in written.written.items():
        sys.stderr.write(f"written: {what} ({count:,})\n")
    for what, count in written.left_out.items():
        sys.stderr.write(f"left out: {what} ({count:,})\n")
