"""Commands that read: into a case, from a file, and about the installation."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from palanca.cli.options import CaseArgument
from palanca.cli.printing import console, plain

if TYPE_CHECKING:
    from palanca.pipeline import ReadOptions, Summary
    from palanca.reading.document import Explanation
    from palanca.reading.language import Languages
    from palanca.records import Rejection
    from palanca.registers.rows import Remark
    from palanca.registers.tallies import Tally

_REJECTED = 3
_SHOWN_REJECTIONS = 20
_SHOWN_SORTS = 20
_SECONDS_BETWEEN = 0.05  # pictures of the progress: one for every row of a table takes longer than the row

Pipeline = Annotated[
    list[str] | None, typer.Option(help="Read a language with this spaCy pipeline: en=en_core_web_lg, es=/models/es.")
]
Processes = Annotated[int, typer.Option(min=1, help="Read in so many processes.")]
Lines = Annotated[str, typer.Argument(metavar="IN.JSONL", help='Lines {"id","text","date"}; - for standard input.')]


def read(
    case: CaseArgument,
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders; none re-reads the case.")] = None,
    published: Annotated[str | None, typer.Option(help="Date of inputs that tell none: 2023-05-19 or 2023-05.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of inputs that have none.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published inputs that do not say.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote inputs that do not say.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of inputs that do not say.")] = None,
    language: Annotated[str | None, typer.Option(help="Language of inputs that do not say, such as en or es.")] = None,
    column: Annotated[list[str] | None, typer.Option(help="A table's name for a column: text=body.")] = None,
    mapping: Annotated[
        str | None, typer.Option(help="Read tables by this mapping: a name of `palanca mapping list`, or a file.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what the mapping makes of twenty rows, and write nothing.")
    ] = False,
    pipeline: Pipeline = None,
    processes: Processes = 1,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress.")] = False,
) -> None:
    """Read files and folders into a case, which is made if there is none."""
    import palanca
    from palanca.pipeline import ReadOptions
    from palanca.sources import SourceOptions, count_files

    sources = SourceOptions(
        columns=_columns(column or []), published=palanca.Time.parse(published) if published else None, title=title,
        outlet=outlet, author=author, url=url, language=language,
    )  # fmt: skip
    if dry_run:
        options = ReadOptions(sources=sources, mapping=mapping, languages=languages_from(pipeline))
        _show_rows(paths or [], options)
        return
    total = None if quiet else count_files(paths or [])
    with progress_bar(total, quiet=quiet) as progress:
        options = ReadOptions(
            sources=sources, mapping=mapping, languages=languages_from(pipeline), processes=processes,
            progress=progress,
        )  # fmt: skip
        summary = palanca.read(case, paths or [], options)
    report(summary)
    if summary.rejections:
        raise typer.Exit(_REJECTED)


def _show_rows(paths: list[Path], options: "ReadOptions") -> None:
    from palanca.cli.mapping import print_row
    from palanca.pipeline import preview
    from palanca.records import Failure, Reading

    for item in preview(paths, options):
        match item:
            case Reading():
                print_row(item)
            case Failure():
                sys.stderr.write(f"broken: {plain(item.document.name)}: {plain(item.reason)}\n")
            case _:
                sys.stderr.write(f"{_told(item)}\n")


def facts(
    case: CaseArgument,
    output: Annotated[str, typer.Option("-o", "--output", help="Where to write; - for standard output.")] = "-",
) -> None:
    """Write every fact as a line of JSON, in the shape of the annotation guidelines."""
    import palanca

    with palanca.open_case(case) as opened, _writer(output) as out:
        for fact in palanca.facts(opened):
            out.write(json.dumps(fact, ensure_ascii=False) + "\n")


def code(
    source: Lines,
    output: Annotated[str, typer.Option("-o", "--output", help="Where to write; - for standard output.")] = "-",
) -> None:
    """Code the events of sentences, as PETRARCH2 and NGEC do: countries and sectors, PLOVER categories."""
    from palanca.exchange.plover import code_line

    _line_by_line(source, output, code_line)


def annotate(
    source: Lines,
    output: Annotated[str, typer.Option("-o", "--output", help="Where to write; - for standard output.")] = "-",
) -> None:
    """Mark the time expressions (TIMEX3), names and attributed quotations of texts."""
    from palanca.exchange.annotations import annotate_line

    _line_by_line(source, output, annotate_line)


def _line_by_line(source: str, output: str, answer: Callable[[str], str]) -> None:
    """Answer each line of a file; a broken one is told and left out, and the command ends with 3."""
    from palanca.records.errors import UnreadableInput

    broken = 0
    with _lines(source) as lines, _writer(output) as out:
        for number, line in enumerate(lines, start=1):
            try:
                out.write(answer(line) + "\n")
            except UnreadableInput as error:
                sys.stderr.write(f"palanca: line {number}: {error}\n")
                broken += 1
    if broken:
        raise typer.Exit(_REJECTED)


def explain(
    case: CaseArgument,
    document: Annotated[str, typer.Argument(help="Name or id of a document of the case.")],
    sentence: Annotated[int, typer.Option("--sentence", min=1, help="Which sentence, counted from 1.")] = 1,
    pipeline: Pipeline = None,
) -> None:
    """Show what each reader saw in one sentence, and why a frame did or did not fire."""
    import palanca

    with palanca.open_case(case) as opened:
        found = opened.document(document)
    _print_explanation(palanca.DocumentReader(languages=languages_from(pipeline)).explain(found, sentence))


def score(
    as_json: Annotated[bool, typer.Option("--json", help="Print the card as JSON.")] = False,
) -> None:
    """Print how well this version reads: precision, recall and F1 of each layer, as last measured."""
    from rich.table import Table

    from palanca.exchange.scorecard import said_of, scorecard

    card = scorecard()
    if as_json:
        print(card.model_dump_json(indent=1))
        return
    table = Table("layer", "annotated", "precision", "recall", "F1", "strict F1", box=None, pad_edge=False)
    for row in card.layers:
        strict = "" if row.strict_f1 is None else f"{row.strict_f1:.2f}"
        table.add_row(row.layer, str(row.gold), f"{row.precision:.2f}", f"{row.recall:.2f}", f"{row.f1:.2f}", strict)
    console().print(table)
    print(said_of(card))


def doctor(pipeline: Pipeline = None) -> None:
    """Show what this installation is made of, with the licence of every pipeline."""
    import palanca

    for part in palanca.doctor(languages_from(pipeline)):
        print(f"{part.name:<12} {part.state}")


def demo(
    case: Annotated[Path | None, typer.Option(help="Where to keep the case; else it goes away.")] = None,
    serve: Annotated[bool, typer.Option("--serve", help="Show the case in the browser then, until Ctrl C.")] = False,
) -> None:
    """Read the demo case and answer from it."""
    from palanca.cli.demonstration import demonstrate

    demonstrate(case, serve=serve)


def _columns(pairs: list[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        ours, equals, theirs = pair.partition("=")
        if not (ours and equals and theirs):
            raise typer.BadParameter(f"{pair!r} names no column: write OURS=THEIRS, as in text=body")
        found[ours] = theirs
    return found


def languages_from(pairs: list[str] | None) -> "Languages":
    """The pipelines that the options name. Raises PipelineNotFound."""
    from palanca.reading.language import Languages, pipelines_from

    return Languages(pipelines=pipelines_from(",".join(pairs))) if pairs else Languages()


@contextmanager
def progress_bar(total: int | None, *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A progress bar on standard error: call what it gives with the name of each input that is dealt with."""
    if quiet:
        yield lambda _name: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    shown = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*shown, TextColumn("{task.fields[name]}"), console=console(errors=True), transient=True)
    with bar:
        task = bar.add_task("reading", total=total, name="")
        seen, shown_at = 0, 0.0

        def advance(name: str) -> None:
            nonlocal seen, shown_at
            seen += 1
            if (now := time.monotonic()) - shown_at < _SECONDS_BETWEEN:
                return
            shown_at = now
            bar.update(task, completed=seen, total=max(seen, total or 0), name=plain(name)[:40])

        yield advance


def report(summary: "Summary") -> None:
    """Say on standard error what became of the inputs."""
    parts = [f"{count} {outcome}" for outcome, count in summary.outcomes.items() if count]
    parts.append(f"{len(summary.rejections)} rejected")
    parts += [f"{count} {'row' if count == 1 else 'rows'} {kind}" for kind, count in summary.remarks.items() if count]
    parts += [f"{summary.dropped} rows taken out that the table no longer has"] if summary.dropped else []
    speed = f", {summary.words / summary.seconds:,.0f} words a second" if summary.words and summary.seconds else ""
    sys.stderr.write(f"{', '.join(parts)}; {summary.seconds:.1f} s{speed}\n")
    for name, reason in summary.skipped[:_SHOWN_REJECTIONS]:
        sys.stderr.write(f"not read: {plain(name)}: {reason}\n")
    tallies = list(summary.tallies)
    for tally in tallies[:_SHOWN_SORTS]:
        _print_tally(tally)
    if left := sum(tally.count for tally in tallies[_SHOWN_SORTS:]):
        sys.stderr.write(f"and {left} of other sorts\n")
    if summary.rejections:
        sys.stderr.write("`palanca rejections CASE` lists all that was rejected\n")


def _print_tally(tally: "Tally") -> None:
    (place, reason), *others = tally.examples
    sys.stderr.write(f"{tally.kind}: {plain(place)}: {plain(reason)}\n")
    if others:
        such = [plain(place) for place, _ in others] + (["…"] if tally.count > len(tally.examples) else [])
        sys.stderr.write(f"  and {tally.count - 1:,} more of this sort: {'; '.join(such)}\n")


def _told(item: "Remark | Rejection") -> str:
    """A remark or rejection in one line: what it is, where, and why."""
    from palanca.records import Rejection

    if isinstance(item, Rejection):
        return f"rejected: {plain(item.origin.place)}: {plain(item.reason)}"
    return f"{item.kind}: {plain(item.place)}: {plain(item.reason)}"


@contextmanager
def _writer(path: str) -> Iterator[TextIO]:
    if path == "-":
        yield sys.stdout
        return
    with Path(path).open("w", encoding="utf-8") as out:
        yield out


@contextmanager
def _lines(path: str) -> Iterator[TextIO]:
    if path == "-":
        yield sys.stdin
        return
    if not Path(path).is_file():
        raise typer.BadParameter(f"there is no file {path}: give a file of JSON lines, or -")
    with Path(path).open(encoding="utf-8") as lines:
        yield lines


def _print_explanation(found: "Explanation") -> None:
    text = found.span.of(found.document.text)
    print(f"{plain(found.document.name)}, sentence {found.number}: {plain(text)}\n")
    for word in found.words:
        entity = f"  = {word.entity}" if word.entity else ""
        print(f"  {word.text:<18} {word.tag:<5} {word.relation:<10} {word.head:<16}{plain(entity)}")
    print()
    for note in found.notes:
        words = plain(note.span.of(found.document.text))[:50]
        print(f"  {'fired' if note.fired else '  let'}  {note.reader:<12} {words!r}: {plain(note.text)}")
    print()
    for statement in found.statements:
        roles = ", ".join(f"{role.name}={role.filler.text}" for role in statement.roles)
        print(
            f"  → {statement.kind} {plain(roles)} time={statement.time} {statement.modality} {statement.confidence:.2f}"
        )
