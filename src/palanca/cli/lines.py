"""Commands that give lines of JSON: the facts of a case, and answers to texts without a case."""

import json
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from palanca.cli.files import lines_of, writing_to
from palanca.cli.options import LEFT_OUT, CaseArgument

Lines = Annotated[str, typer.Argument(metavar="IN.JSONL", help='Lines {"id","text","date"}; - for standard input.')]
Output = Annotated[str, typer.Option("-o", "--output", help="Where to write; - for standard output.")]


def facts(case: CaseArgument, output: Output = "-") -> None:
    """Write every fact as it was read as a line of JSON: its layer, its fields, and its place in the text."""
    import palanca

    with palanca.open_case(case) as opened, writing_to(output) as out:
        for fact in palanca.facts(opened):
            out.write(json.dumps(fact, ensure_ascii=False) + "\n")


def code(source: Lines, output: Output = "-") -> None:
    """Code the events of sentences, as PETRARCH2 and NGEC do: countries and sectors, PLOVER categories."""
    from palanca.exchange.plover import code_line

    _line_by_line(source, output, code_line)


def annotate(source: Lines, output: Output = "-") -> None:
    """Mark the time expressions (TIMEX3), names and attributed quotations of texts."""
    from palanca.exchange.annotations import annotate_line

    _line_by_line(source, output, annotate_line)


def _line_by_line(source: str, output: str, answer: Callable[[str], str]) -> None:
    """Answer each line of a file; a broken one is told and left out, and the command ends with 3."""
    from palanca.records.errors import UnreadableInput

    broken = 0
    with lines_of(source) as lines, writing_to(output) as out:
        for number, line in enumerate(lines, start=1):
            try:
                out.write(answer(line) + "\n")
            except UnreadableInput as error:
                sys.stderr.write(f"palanca: line {number}: {error}\n")
                broken += 1
    if broken:
        raise typer.Exit(LEFT_OUT)
