"""What a run shows on standard error: how far it has come, and what became of the inputs."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palanca.cli.printing import console, plain
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from palanca.pipeline import Summary
    from palanca.registers.tallies import Tally

_SHOWN_REJECTIONS = 20
_SHOWN_SORTS = 20
_SECONDS_BETWEEN = 0.05  # pictures of the progress: one for every row of a table takes longer than the row


@dataclass(frozen=True, slots=True)
class Progress:
    """What to call of a run: `documents` with the name of each input that is dealt with, `prose` with rows of rows."""

    documents: Callable[[str], None] = lambda _name: None
    prose: Callable[[int, int], None] = lambda _done, _of: None


@contextmanager
def progress_bar(total: int | None, *, quiet: bool) -> Iterator[Progress]:
    """A progress bar on standard error, and behind it one of the rows of which the prose is read."""
    if quiet:
        yield Progress()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Bar(*shown, TextColumn("{task.fields[name]}"), console=console(errors=True), transient=True)
    with bar:
        yield _shown_on(bar, total)


def _shown_on(bar: "Bar", total: int | None) -> Progress:
    task = bar.add_task("reading", total=total, name="")
    prose = bar.add_task("prose of rows", total=None, name="", visible=False)
    seen, shown_at = 0, 0.0

    def advance(name: str) -> None:
        nonlocal seen, shown_at
        seen += 1
        if (now := time.monotonic()) - shown_at < _SECONDS_BETWEEN:
            return
        shown_at = now
        bar.update(task, completed=seen, total=max(seen, total or 0), name=plain(name)[:40])

    def advance_prose(done: int, of: int) -> None:
        bar.update(task, completed=seen, total=seen, name="")
        bar.update(prose, completed=done, total=of, visible=True, name="the rows are in; stopping loses nothing")

    return Progress(advance, advance_prose)


@contextmanager
def pages_bar(*, quiet: bool) -> Iterator[Callable[[str, tuple[int, int], tuple[int, int]], None]]:
    """A progress bar of answers: call what it gives with a page, how many of how many are done, and its own steps."""
    if quiet:
        yield lambda _page, _pages, _steps: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    shown = (TextColumn("working out pages"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*shown, TextColumn("{task.fields[page]}"), console=console(errors=True), transient=True) as bar:
        task = bar.add_task("pages", total=None, page="")

        def show(page: str, pages: tuple[int, int], steps: tuple[int, int]) -> None:
            far = f" {steps[0]}/{steps[1]}" if steps[1] else ""
            bar.update(task, completed=pages[0], total=pages[1], page=page + far)

        yield show


def report(summary: "Summary") -> None:
    """Say on standard error what became of the inputs."""
    parts = [f"{count} {outcome}" for outcome, count in summary.outcomes.items() if count]
    parts.append(f"{len(summary.rejections)} rejected")
    parts += [f"{counted(count, 'row')} {kind}" for kind, count in summary.remarks.items() if count]
    parts += [f"{counted(summary.dropped, 'row')} taken out that the table no longer has"] if summary.dropped else []
    parts += [f"prose read of {counted(summary.prose_read, 'row')}"] if summary.prose_read else []
    speed = f", {summary.words / summary.seconds:,.0f} words a second" if summary.words and summary.seconds else ""
    sys.stderr.write(f"{', '.join(parts)}; {summary.seconds:.1f} s{speed}\n")
    tell_unread_prose(summary.prose_unread)
    for name, reason in summary.skipped[:_SHOWN_REJECTIONS]:
        sys.stderr.write(f"not read: {plain(name)}: {reason}\n")
    tallies = list(summary.tallies)
    for tally in tallies[:_SHOWN_SORTS]:
        _print_tally(tally)
    if left := sum(tally.count for tally in tallies[_SHOWN_SORTS:]):
        sys.stderr.write(f"and {left} of other sorts\n")
    if summary.rejections:
        sys.stderr.write("`palanca rejections CASE` lists all that was rejected\n")


def tell_unread_prose(rows: int) -> None:
    """Say on standard error of how many rows of a case only the cells were read, and what to do about it."""
    if rows:
        sys.stderr.write(f"of {counted(rows, 'row')} the prose is unread: `palanca read CASE` reads it\n")


def _print_tally(tally: "Tally") -> None:
    (place, reason), *others = tally.examples
    sys.stderr.write(f"{tally.kind}: {plain(place)}: {plain(reason)}\n")
    if others:
        such = [plain(place) for place, _ in others] + (["…"] if tally.count > len(tally.examples) else [])
        sys.stderr.write(f"  and {tally.count - 1:,} more of this sort: {'; '.join(such)}\n")
