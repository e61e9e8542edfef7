"""The command that writes a dossier."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from palanca.cli.options import CaseArgument, Least, Since, Until, filter_from
from palanca.exchange.dossier.words import Language
from palanca.records.sayings import counted


def portrait(
    case: CaseArgument,
    name: Annotated[str, typer.Argument(help="A person, body, place or country: a name, a country's code or an id.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write: a file .html, .md or .pdf.")],
    withhold: Annotated[
        list[str] | None,
        typer.Option(help="Withhold this document, outlet or register; may be given several times."),
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[
        int, typer.Option(min=1, help="List at most this many claims a section, those with the most sources.")
    ] = 50,
    least_confidence: Least = None,
    language: Annotated[
        Language, typer.Option(help="The language of the dossier; names and quoted words stay as sources have them.")
    ] = Language.ENGLISH,
) -> None:
    """Write a cited dossier of one person, body, place or country, with footnotes to sentences."""
    import palanca
    from palanca.exchange.dossier.withholding import naming
    from palanca.exchange.dossier.writing import check_ending, write_dossier

    check_ending(output)
    asked = filter_from(since=since, until=until, least_confidence=least_confidence)
    options = palanca.PortraitOptions(
        withhold=tuple(withhold or ()), since=asked.since, until=asked.until, limit=limit,
        least_confidence=asked.least_confidence, language=language,
    )  # fmt: skip
    with palanca.open_case(case) as opened:
        dossier = palanca.portrait(opened, name, options)
    write_dossier(dossier, output)
    sys.stderr.write(f"written: {output} ({counted(len(dossier.footnotes), 'footnote')})\n")
    if numbers := naming(options.withhold, dossier):
        told = ", ".join(map(str, numbers))
        sys.stderr.write(f"look at: other sources name what is withheld in footnotes {told}\n")
