"""The command that holds registers and press against each other."""

from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.claims import passage_text
from palanca.cli.options import CaseArgument
from palanca.cli.printing import console, plain, write_json

if TYPE_CHECKING:
    from palanca.analysis.reconciliation import Reconciled
    from palanca.analysis.tables import Library
    from palanca.exchange.facts import Json
    from palanca.records import Claim


def reconcile(
    case: CaseArgument,
    register: Annotated[str | None, typer.Option(help="Only against this register.")] = None,
    verdict: Annotated[
        str | None, typer.Option(help="Only these: conflict, corroborated, 'register only', 'press only'.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Show so many of them.")] = 50,
    json: Annotated[bool, typer.Option("--json", help="Write all of them as JSON.")] = False,
) -> None:
    """Hold registers and press against each other: what both tell, what only one does, where they differ."""
    import palanca
    from palanca.analysis.reconciliation import Verdict, counts
    from palanca.questions import library

    if verdict is not None and verdict not in set(Verdict):
        raise typer.BadParameter(f"no verdict is called {verdict!r}: choose one of {', '.join(Verdict)}")
    with palanca.open_case(case) as opened:
        found = [one for one in palanca.reconciliation(opened) if register in (None, one.register)]
        wanted = [one for one in found if verdict in (None, one.verdict)]
        if json:
            known = library(opened)
            write_json(_record(one, known) for one in wanted)
            return
        out = console()
        for (name, stands), count in sorted(counts(found).items()):
            out.print(f"{count:>8,}  {name}: {stands}", markup=False)
        known = library(opened)
        for one in wanted[:limit]:
            _print(one, known)
        if len(wanted) > limit:
            out.print(f"and {len(wanted) - limit:,} more: --limit shows them, --json writes all", style="dim")


def _print(one: "Reconciled", known: "Library") -> None:
    from rich.text import Text

    out = console()
    out.print(f"\n{one.verdict} · {one.register} · {plain(one.difference)}".rstrip(" ·"), style="bold", markup=False)
    sides = [("both", one.row)] if one.row is one.press else [("register", one.row), ("press", one.press)]
    for side, claim in sides:
        if claim is None:
            continue
        passages = known.passages(claim)
        kinds = (True, False) if side == "both" else (side == "register",)
        for is_row in kinds:
            passage = next((one for one in passages if (one.register is not None) == is_row), passages[0])
            out.print(Text(f"  {'register' if is_row else 'press'}: ", style="dim") + passage_text(passage))


def _record(one: "Reconciled", known: "Library") -> "dict[str, Json]":
    return {
        "register": one.register, "verdict": one.verdict, "difference": one.difference,
        "row": _side(one.row, known), "press": _side(one.press, known),
    }  # fmt: skip


def _side(claim: "Claim | None", known: "Library") -> "Json":
    if claim is None:
        return None
    passages: list[Json] = [
        {"document": one.document, "sentence": one.sentence, "span": [one.statement.span.start, one.statement.span.end]}
        for one in known.passages(claim)
    ]
    return {"claim": claim.id, "time": str(claim.time) if claim.time else None, "evidence": passages}
