"""The command that reads into a case."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.options import LEFT_OUT, CaseArgument, Pipeline, Processes, languages_from
from palanca.cli.printing import plain
from palanca.cli.progress import pages_bar, progress_bar, report

if TYPE_CHECKING:
    from palanca.pipeline import ReadOptions
    from palanca.records import Rejection
    from palanca.registers.rows import Remark
    from palanca.sources import SourceOptions

_INTERRUPTED = 130  # as a shell tells it
_KEPT = "what was read is kept: run the same again to read the rest"

_Mapping = Annotated[
    str | None, typer.Option(help="Read tables by this mapping: a name of `palanca mapping list`, or a file.")
]
_DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what the mapping makes of the first twenty rows, and write nothing.")
]
_Prose = Annotated[
    bool,
    typer.Option(
        "--prose/--no-prose", help="Also read the prose in the cells of tables; the next run reads what is left."
    ),
]
_Ahead = Annotated[
    bool,
    typer.Option(
        "--ahead/--no-ahead", help="At the end, work out what the pages of a large case show first. Ctrl C stops it."
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """What inputs do not say of themselves."""

    published: Annotated[str | None, typer.Option(help="Date of inputs without one: 2023-05-19 or 2023-05.")] = None
    title: Annotated[str | None, typer.Option(help="Title of inputs without one.")] = None
    outlet: Annotated[str | None, typer.Option(help="Publisher of inputs that name none.")] = None
    author: Annotated[str | None, typer.Option(help="Author of inputs that name none.")] = None
    url: Annotated[str | None, typer.Option(help="Address of inputs that give none.")] = None
    language: Annotated[str | None, typer.Option(help="Language of inputs that do not state it, such as en or es.")] = (
        None
    )
    column: Annotated[
        list[str] | None,
        typer.Option(help="Which column of a table holds what: text=body reads the text from the column `body`."),
    ] = None

    def options(self) -> "SourceOptions":
        """Raises typer.BadParameter for a column that is not written as OURS=THEIRS, InvalidTime for a wrong date."""
        from palanca.records import Time
        from palanca.sources import SourceOptions

        return SourceOptions(
            columns=_columns(self.column or []), published=Time.parse(self.published) if self.published else None,
            title=self.title, outlet=self.outlet, author=self.author, url=self.url, language=self.language,
        )  # fmt: skip


def read(
    case: CaseArgument,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders; without any, the case is read again.")
    ] = None,
    *,
    unsaid: Unsaid,
    mapping: _Mapping = None,
    dry_run: _DryRun = False,
    prose: _Prose = True,
    pipeline: Pipeline = None,
    processes: Processes = 1,
    ahead: _Ahead = True,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress.")] = False,
) -> None:
    """Read files and folders into a case, which is made if it does not exist."""
    import palanca
    from palanca.pipeline import ReadOptions
    from palanca.sources import count_files

    options = ReadOptions(
        sources=unsaid.options(), mapping=mapping, languages=languages_from(pipeline), processes=processes, prose=prose
    )
    if dry_run:
        _show_rows(paths or [], options)
        return
    with _stoppable(_KEPT), progress_bar(None if quiet else count_files(paths or []), quiet=quiet) as progress:
        told = replace(options, progress=progress.documents, prose_progress=progress.prose)
        summary = palanca.read(case, paths or [], told)
    report(summary)
    if ahead:
        _work_ahead(case, quiet=quiet)
    if summary.rejections:
        raise typer.Exit(LEFT_OUT)


@contextmanager
def _stoppable(kept: str) -> Iterator[None]:
    """Where somebody stops what is done within, tell what is kept, and end as a shell expects."""
    try:
        yield
    except KeyboardInterrupt:
        sys.stderr.write(f"stopped; {kept}\n")
        raise typer.Exit(_INTERRUPTED) from None


def _work_ahead(case: Path, *, quiet: bool) -> None:
    """What goes wrong here is told, and takes nothing from what was read."""
    from palanca.records.errors import CaseError
    from palanca.web.ahead import work_ahead

    rest = "the next `palanca serve` works out what is left of the pages"
    try:
        with _stoppable(f"all is read and settled, and {rest}"), pages_bar(quiet=quiet) as tell:
            work_ahead(case, tell)
    except CaseError as error:
        sys.stderr.write(f"{error}; all is read and settled, and {rest}\n")


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


def _columns(pairs: list[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        ours, equals, theirs = pair.partition("=")
        if not (ours and equals and theirs):
            raise typer.BadParameter(f"{pair!r} names no column: write OURS=THEIRS, as in text=body")
        found[ours] = theirs
    return found


def _told(item: "Remark | Rejection") -> str:
    """A remark or rejection in one line: what it is, where, and why."""
    from palanca.records import Rejection

    if isinstance(item, Rejection):
        return f"rejected: {plain(item.origin.place)}: {plain(item.reason)}"
    return f"{item.kind}: {plain(item.place)}: {plain(item.reason)}"
