"""`palanca review`: the queue of what waits for a person, walked by single keys."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from palanca.cli.claims import notes, passage_text
from palanca.cli.judging import Deciding, said_of
from palanca.cli.options import CaseArgument
from palanca.cli.printing import console, evidence, plain
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from rich.console import Console

    from palanca.judging import Judge
    from palanca.judging.review import Item, PairSide
    from palanca.store import Case

_STOP = frozenset({"q", "\x03", "\x04", ""})
_LATER, _BACK = "l", "z"
_MEANINGS = {"m": "merge", "s": "keep separate", "y": "confirm", "n": "reject"}


def review(case: CaseArgument, *, by: Deciding) -> None:
    """Go through what waits for you, by the keys of the browser: judgements to renew, claims made again, pairs.

    m merge, s keep separate, y confirm, n reject, l later, z undo, q stop.
    """
    import palanca

    with palanca.open_case(case) as opened:
        done = walk(opened, by.judge(), _pressed, console())
    sys.stderr.write(f"{done} judged\n")


def walk(case: "Case", judge: "Judge", pressed: Callable[[], str], out: "Console") -> int:
    """Ask for a key at each item of the queue until it ends, or `q`; the number of judgements that were left standing.

    The keys are those of the browser: `m` merges, `s` keeps separate, `y` confirms, `n` rejects or takes a judgement
    back that asks again, `l` leaves an item for later, and `z` takes the last judgement back.
    """
    from palanca.judging import undo
    from palanca.judging.review import Key, answer, queue

    made: list[str] = []
    later: set[str] = set()
    while (item := next((one for one in queue(case) if one.id not in later), None)) is not None:
        _show(item, out, can_go_back=bool(made))
        key = pressed()
        if key in _STOP:
            break
        if key == _BACK and made:
            undone = undo(case, made.pop(), judge)
            out.print(f"  took {undone.undoes} back" if undone.undoes else "", style="yellow", markup=False)
        elif key in [str(one) for one in item.keys]:
            made.append(answer(case, item, Key(key), judge).id)
            out.print(f"  {_meaning(item, key)}", style="green")
            later.add(item.id)
        elif key == _LATER:
            later.add(item.id)
    return len(made)


def _pressed() -> str:
    return typer.get_text_stream("stdin").readline().strip("\n")[:1] if not sys.stdin.isatty() else _one_key()


def _one_key() -> str:
    import click

    return click.getchar()


def _show(item: "Item", out: "Console", *, can_go_back: bool) -> None:
    from palanca.judging.review import Again, Pair

    if isinstance(item, Pair):
        out.print("\nAre these one?", style="bold")
        _show_thing(item.one, out)
        _show_thing(item.other, out)
        out.print(f"  for: {plain('; '.join(item.proposal.reasons_for))}", markup=False)
        if item.proposal.reasons_against:
            out.print(f"  against: {plain('; '.join(item.proposal.reasons_against))}", markup=False)
    elif isinstance(item, Again):
        out.print(f"\nA judgement {item.state.standing}: {plain(item.state.reason)}", style="bold", markup=False)
        out.print(f"  {item.judgement.who}: {item.judgement.verdict} {plain(said_of(item.judgement))}", markup=False)
    else:
        out.print("\nRejected once, and claimed again:", style="bold")
        out.print(f"  {plain('  '.join(filter(None, item.row.cells)))}", markup=False)
        out.print(passage_text(item.row.lead))
        for one in notes(item.row):
            out.print(f"  {one}", markup=False)
    keys = [f"{key} {_meaning(item, key)}" for key in item.keys] + [f"{_LATER} later"]
    keys += [f"{_BACK} undo"] if can_go_back else []
    out.print("  " + " · ".join([*keys, "q stop"]), style="dim", markup=False)


def _meaning(item: "Item", key: str) -> str:
    from palanca.judging.review import Again

    return "take it back" if isinstance(item, Again) else _MEANINGS[key]


def _show_thing(shown: "PairSide", out: "Console") -> None:
    thing = shown.thing
    told = ", ".join(filter(None, (thing.schema, thing.country, counted(thing.documents, "document"))))
    out.print(f"  {plain(thing.caption)} ({told})", style="cyan", markup=False)
    for document, sentence, words in shown.sentences:
        said = evidence(sentence, words)
        said.append(f"  [{plain(document)}]", style="cyan")
        out.print(said)
