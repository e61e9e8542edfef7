"""Commands that keep a case: take a document out, work all out anew."""

import sys
from typing import Annotated

import typer

from palanca.cli.options import CaseArgument, Pipeline, Processes, languages_from
from palanca.cli.printing import plain
from palanca.cli.progress import progress_bar, report


def remove(
    case: CaseArgument,
    document: Annotated[str, typer.Argument(help="Name or id of a document of the case.")],
) -> None:
    """Take a document out of a case, with everything that rests on it alone. Judgements stay."""
    import palanca

    with palanca.open_case(case) as opened:
        gone = palanca.remove(opened, document)
    sys.stderr.write(f"removed {plain(gone.name)}\n")


def rebuild(case: CaseArgument, pipeline: Pipeline = None, processes: Processes = 1) -> None:
    """Drop everything that was read and settled, and work it out anew from the documents and the judgements."""
    import palanca
    from palanca.pipeline import ReadOptions

    with palanca.open_case(case) as opened:
        total = opened.counts().documents
    with progress_bar(total, quiet=False) as progress:
        options = ReadOptions(
            languages=languages_from(pipeline),
            processes=processes,
            progress=progress.documents,
            prose_progress=progress.prose,
        )
        summary = palanca.rebuild(case, options)
    report(summary)
