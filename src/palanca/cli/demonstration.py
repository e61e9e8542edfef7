"""`palanca demo`: read the demo case and print an answer worth reading."""

import sys
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.answers import print_scope
from palanca.cli.claims import notes, passage_text
from palanca.cli.options import query_from
from palanca.cli.printing import console, plain
from palanca.cli.progress import progress_bar, report
from palanca.demo import QUESTION, papers
from palanca.records.filter import LEAST_CONFIDENCE

if TYPE_CHECKING:
    from rich.console import Console

    from palanca.analysis import PersonRow, Row
    from palanca.store import Case

_PEOPLE, _EVENTS = 8, 6


def demo(
    case: Annotated[
        Path | None, typer.Option(help="Where to keep the case; without it, the case is deleted at the end.")
    ] = None,
    serve: Annotated[bool, typer.Option("--serve", help="Then show the case in the browser, until Ctrl C.")] = False,
) -> None:
    """Read the demo case and answer from it."""
    import palanca
    from palanca.pipeline import ReadOptions
    from palanca.sources import count_files

    scratch = nullcontext(str(case.parent)) if case else TemporaryDirectory()
    with scratch as folder, papers() as texts:
        path = case or Path(folder) / "demo.palanca"
        with progress_bar(count_files([texts]), quiet=False) as progress:
            summary = palanca.read(path, [texts], ReadOptions(progress=progress.documents))
        report(summary)
        with palanca.open_case(path) as opened:
            _answer(opened, console())
        if serve:
            _serve(path)
            return
    kept = f"The case is {case}. " if case else "Keep the case with `palanca demo --case demo.palanca`. "
    sys.stderr.write(f"\n{kept}Then try `palanca show`, `palanca events` and `palanca search` on it.\n")


def _serve(case: Path) -> None:
    from palanca.cli.serving import PORT
    from palanca.web.serving import serve_nearby

    def tell(line: str) -> None:
        sys.stderr.write(f"\n{line}\n")

    serve_nearby([case], tell, port=PORT)


def _answer(case: "Case", out: "Console") -> None:
    import palanca
    from palanca.records import Filter

    people = [person for person in palanca.people(case) if person.holdings][:_PEOPLE]
    out.print("\nPeople and what they hold\n", style="bold")
    for person in people:
        _print_person(out, person)
    events = [row for row in palanca.events(case, wanted=Filter(least_confidence=LEAST_CONFIDENCE)) if row.claim.time]
    out.print("\nThe latest events\n", style="bold")
    for row in events[-_EVENTS:]:
        print_event(out, row)
    out.print(f"\n{QUESTION.text}\n", style="bold")
    _answer_window(case, out)


def _answer_window(case: "Case", out: "Console") -> None:
    import palanca
    from palanca.analysis import rows
    from palanca.questions import library, offices_then
    from palanca.questions.windows import days_around

    days = days_around(QUESTION.around, before_days=QUESTION.before_days, after_days=QUESTION.after_days)
    found = palanca.window(case, days, query=query_from(f"of:{QUESTION.country}"))
    known, offices = library(case), offices_then(case)
    for row in rows(found.certain, known, offices):
        print_event(out, row)
    if found.possible:
        out.print("\nPossibly, their dates being coarser than the window:\n", style="italic")
        for row in rows(found.possible, known, offices):
            print_event(out, row)
    print_scope(found.scope)


def _print_person(out: "Console", person: "PersonRow") -> None:
    holding = person.holdings[0]
    out.print(f"  {plain(person.name)}: {plain(holding.text)}", markup=False)
    _print_words(out, holding.row)


def print_event(out: "Console", row: "Row") -> None:
    """One event in a line, with its sentence below."""
    time, _, category, actors, recipients, *_ = row.cells
    parties = f"{actors} → {recipients}" if recipients else actors
    out.print(f"  {time}  {category}  {plain(parties)}", markup=False)
    _print_words(out, row)


def _print_words(out: "Console", row: "Row") -> None:
    from rich.padding import Padding

    out.print(Padding(passage_text(row.lead), (0, 0, 0, 6)))
    for note in notes(row):
        out.print(Padding(note, (0, 0, 0, 6)), style="yellow", markup=False)
